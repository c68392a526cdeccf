import type {Range} from '../../src/rule/index.ts'

/** What an author means to add: “[Insert chart here]”, but not “[insert favourite insult here]”, which is a joke. */
const material =
  /\b(?:links?|urls?|images?|photos?|pictures?|screenshots?|videos?|graphics?|diagrams?|infographics?|charts?|graphs?|tables?|figures?|captions?|quotes?|quotations?|testimonials?|sources?|citations?|references?|statistics?|stats?|data|numbers?|percentages?|bios?|biography|text|content|copy|paragraphs?|sentences?|\d+ words|introduction|conclusion|cta|call[- ]to[- ]action|case stud(?:y|ies)|anecdotes?|byline|signatures?|logos?|headshots?|keywords?|product details?|(?:e-?mail|phone|street|web) ?(?:address|number)?)\b/i
/** What it may name with a capital only: “[Insert Name]”, but not “Dear [insert name]”. */
const named = /\b(?:name|company|product|brand|city|location|date|topic|title|author|address)\b/i

const insert = /^(?:please )?(?:insert|paste|fill in|replace with|enter|type)\b/i
/** Of what is to be looked up: “[insert current price]”. */
const upToDate =
  /^(?:please )?(?:insert|add|enter|check) (?:the )?(?:current|latest|exact|actual|specific|correct|relevant|appropriate|updated) [a-z]/i
const add = /^(?:please )?(?:add|include|attach|embed|provide|link to|cite|write|describe|place|put)\b/i

/** What an author was told to write, and nobody says of a quotation: “[Describe the third mistake]”. */
const task =
  /^(?:please )?(?:describe|explain|elaborate(?: on)?|summari[sz]e|briefly \w+) (?:your|the|an?|how|why|what|one|two|first|second|third|any|each|here|\w+ (?:mistake|step|benefit|feature|example|point|tip|product|section))\b/i

const yours =
  /^your (?:[a-z]+[ /]){0,3}(?:name|company|title|e-?mail|address|phone|number|website|url|link|bio|city|state|product|brand|business|text|content|organi[sz]ation|job|position|location|logo|image|photo|quote|topic|keyword|industry|service|store|headline)s?(?: here)?$/i
const owned =
  /^(?:company|business|brand|product|author|client|customer|recipient|sender|first|last|full|contact|event|city|organi[sz]ation|speaker|manager|website|site|school|book|expert|publication|source|journal|competitor|e-?mail|phone|street|university|college|hotel|restaurant|venue|town|spokes(?:person|man|woman)|ceo|founder|agency|artist|team|store|supplier|vendor)(?:['’]s)? (?:name|title|address|e-?mail|number|url|here)(?: here)?$/i
/** What stands in the place of the thing itself: “[link to the tax page]”, “[IMAGE: a lamp at dusk]”. */
const standIn =
  /^(?:link to \S[^\n]{2,60}|(?:IMAGE|PHOTO|PICTURE|SCREENSHOT|VIDEO|CHART|GRAPH|INFOGRAPHIC|EMBED|QUOTE|AD|CTA): ?\S[^\n]{3,200})$/

/** One word: with a capital only where a quoting editor would write it small. */
const single =
  /^(?:Name|NAME|Company|COMPANY|City|CITY|Date|DATE|Amount|Location|LOCATION|Topic|TOPIC|Keyword|KEYWORD|Number|NUMBER|Percentage|Brand|BRAND|Industry|Product|PRODUCT|amount|percentage|statistic|X{1,4}|X{1,3}%)$/
const open =
  /^(?:BYLINE|HEADLINE|SUBHEAD|DATELINE)$|^note to (?:self|editors?|the editor|author|writer|designer)\b|^(?:needs?|check|verify|confirm|fact[- ]?check|find|get) (?:an? |the |this |that |these |his |her )?(?:better |exact |right |more )?(?:source|quote|figure|number|stat|date|spelling|name|link|photo|image|fact|citation|title|age)s?\b|^(?:TODO|TBD|TBC|TK|TKTK|FIXME|XXX)$|^(?:TODO|TBD|TK|TKTK|FIXME|XXX)\b[ :—–-]+\S|^(?:[a-z]+ ){0,3}to be (?:added|determined|completed|written|filled in|supplied|inserted)(?: (?:later|here|soon))?$|^(?:(?:[a-z]+ ){1,4}placeholder|placeholder(?: (?:text|image|link))?|(?:pull |block |stock |cover |header |hero |product |press |team |location )?(?:link|image|photo|picture|source|citation|text|quote|video|chart|graph|map|table|screenshot|infographic|form|ad) (?:(?:goes |to go |to come )?here(?: ?[:–—-] ?\S[^\n]{0,80})?|embed))$/i

/** Colleagues who work on the text sign what they ask: “[NQ: can we get the picture?]”. */
const signature = /^[A-Z]{2,3}(?: ?:| [—–-]) /
/** What is asked of a text that is not finished. Between two who talk, “please”, “OK?” and “did we?” can be said as well. */
const editing =
  /\b(?:(?:double-?)?check|confirm|verify|trim|shorten|rewrite|reword|rephrase|spelling)\b|^\W*needs? (?:an?|the|to)\b/i
/** The same without a signature. “Pls” is not for readers. */
const unsigned =
  /\b[Pp]l[sz]\b|^(?:[Cc]heck|[Cc]onfirm|[Dd]ouble-?check) (?:with|w\/) ?[A-Z]|^(?:[Cc]an|[CcSs]h?ould) we (?:add|cut|credit|drop|get|have|keep|link|lose|move|name|print|run|say|show|use)\b/

/** `[…]` that is no link, no footnote call and no index: `input[type="number"]`, `Z[X]`. */
const bracket = /(?<![\]!\\\w])\[([^[\]=\n]{1,240})\](?![([:])/g

/** `$[PRICE]`, of an amount. */
const amount = /^[A-Z][A-Z _]{2,30}$/

/** The brackets of a text whose words stand for others, or are for those who work on it. */
export function findBrackets(text: string): Range[] {
  if (!text.includes('[')) return []
  const found: Range[] = []
  for (const {index, 0: whole, 1: words = ''} of text.matchAll(bracket)) {
    const isAmount = /[$€£]/.test(text.charAt(index - 1)) && amount.test(words)
    const isTicked = whole === '[X]' && startsLine(text, index)
    const isAlone = whole.length === text.trim().length
    if ((isAmount || isOpen(words.trim().replaceAll('_', ' '), isAlone)) && !isTicked)
      found.push([index, index + whole.length])
  }
  return found
}

/** `[X] I have read it`: a box that is ticked, without the mark of a list before it. */
function startsLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at) + 1, at).trim() === ''
}

/** Whether words in brackets are for those who work on the text: “[HM – check the dates]”, “[can we get a picture?]”. */
function isAsked(words: string): boolean {
  const signed = signature.exec(words)
  const rest = signed ? words.slice(signed[0].length) : words
  return unsigned.test(rest) || (signed !== null && editing.test(rest))
}

/** Whether words in brackets stand for others; a paragraph that is nothing else is no joke and no remark of an editor. */
function isOpen(words: string, isAlone: boolean): boolean {
  if (
    open.test(words) &&
    (!/^(?:todo|tbd|tbc|tk|tktk|fixme|xxx|byline|(?:sub)?head|dateline)/i.test(words) ||
      /^[A-Z]{2}/.test(words))
  )
    return true
  if (isAsked(words) || [upToDate, yours, owned, single, standIn].some((form) => form.test(words)))
    return true
  const isCapital = /^\p{Lu}/u.test(words)
  if (isAlone && isCapital && (insert.test(words) || add.test(words)) && /\bhere$|^\S+ your\b/i.test(words))
    return true
  if (/^(?:INSERT(?: [A-Z]{2,}){1,5}$|Image of (?:an? |the )?[a-z])/.test(words)) return true
  if (isCapital && task.test(words)) return true
  if (insert.test(words)) return material.test(words) || (isCapital && named.test(words))
  // “[add salt]” is an editor's word in a quotation.
  return (
    add.test(words) &&
    words.includes(' ') &&
    isCapital &&
    (material.test(words) || (named.test(words) && /\bhere$/i.test(words)))
  )
}
