import type {Range} from '../../src/rule/index.ts'
import {findBrackets} from './brackets.ts'
import {findLeftovers, isMarginNote, mayHoldLeftovers} from './leftovers.ts'

/** Something that a template or a writer left open. */
export interface Placeholder {
  readonly kind: 'bracket' | 'note' | 'dummy' | 'tag' | 'prompt' | 'leftover'
  readonly range: Range
}

/** A note of the writer to himself, at the start of a paragraph or alone in it. */
const note =
  /^(?:TODO|TBD|TBC|FIXME|TKTK|TK)(?:\([\w@ .-]{1,30}\))?(?::|[ \t]+[—–-])\s*\S|^(?:XXX|TODO|FIXME|TK) (?:add|ask|check|confirm|expand|find|fix|get|insert|mention|needs?|rewrite|shorten|update|verify)\b|^(?:TODO|TBD|TKTK|TK|XXX|FIXME)[.!]?$/

/** Where dummy text does not begin at its beginning it has one of the stock phrases of those who make it. */
const dummy =
  /\b(?:lorem ipsum dolor|(?:consectetur |consectetuer )?adipiscing elit|(?:donec )?id elit non mi porta|cum sociis natoque penatibus|nullam id dolor id nibh|tortor mauris condimentum nibh|habitant morbi tristique senectus|malesuada magna mollis euismod)\b/i
/** One of these is in each of the phrases: most articles have none. */
const dummyHint = /[Dd]olor|DOLOR|elit|natoque|mauris|habitant|mollis/

function mayHoldDummy(text: string): boolean {
  return dummyHint.test(text)
}

/** What an article may hold: asked once, so that hardly a paragraph is searched. */
export interface Hints {
  /** What programs and writers leave in the place of a value. */
  readonly leftovers: boolean
  readonly dummy: boolean
}

export function readHints(text: string, title: string): Hints {
  return {leftovers: mayHoldLeftovers(text, title), dummy: mayHoldDummy(text)}
}

/** How the next begins, and what is in each of it: most lines are done with the first, which looks at their start alone. */
const promptStart =
  /^(?:please |write|add|insert|enter|type|put|paste|place|start |your |content |text |description |click |this is |welcome )/i
const promptWord = / (?:here|to (?:add|edit)|sample|dummy|placeholder|wordpress)/i
/** What a page builder puts where text should go. */
const prompt =
  /^(?:(?:please )?(?:write|add|insert|enter|type|put|paste|place) (?:your|the|some) (?:own )?(?:introduction|conclusion|text|content|paragraph|description|bio|biography|summary|title|headline|heading|caption|quote|story|article|post|copy|subtitle)(?: text)? here|start (?:writing|typing) (?:your (?:post|article|story|text) )?here|your (?:text|content|paragraph|headline|title|heading|description) (?:goes )?here|(?:content|text|description) goes here|click (?:here )?to (?:add|edit) (?:your )?(?:text|content|title)|this is (?:a|your) (?:sample|dummy|placeholder) (?:text|paragraph|page|post|heading)|welcome to wordpress\. this is your first post)[.!…]*/i

/** A field of a mailing that nothing filled: `{{first_name}}`, `{{ Company Name }}`. */
const tag =
  /\{\{ ?(?:\w{1,20}[ _-])?(?:name|firstname|lastname|company|city|e-?mail|title|keyword|topic|product|author|client|customer|phone|url|link|location|business|brand|date|text|content|image)(?:[ _-]\w{1,20})? ?\}\}/gi

/** Mailchimp's, whose stars Markdown takes for emphasis: `*|FNAME|*`. */
const mergeTag = /\*?\|(?:FNAME|LNAME|UNSUB)\|\*?/g

/**
 * The placeholders of a text.
 *
 * @param isLine it is a paragraph or heading of its own
 * @param mayHold of the article
 */
export function findPlaceholders(text: string, isLine: boolean, mayHold: Hints): Placeholder[] {
  const found: Placeholder[] = []
  for (const range of findBrackets(text)) found.push({kind: 'bracket', range})
  if (text.includes('{{')) {
    for (const {index, 0: whole} of text.matchAll(tag))
      found.push({kind: 'tag', range: [index, index + whole.length]})
  }
  if (text.includes('NAME|') || text.includes('|UNSUB')) {
    for (const {index, 0: whole} of text.matchAll(mergeTag))
      found.push({kind: 'tag', range: [index, index + whole.length]})
  }
  const start = mayHold.dummy && mayHoldDummy(text) ? dummy.exec(text) : null
  if (start) found.push({kind: 'dummy', range: [start.index, text.length]})
  if (isLine) findLines(text, mayHold.leftovers, found)
  if (mayHold.leftovers) {
    for (const range of findLeftovers(text))
      if (!found.some((other) => range[0] < other.range[1] && other.range[0] < range[1]))
        found.push({kind: 'leftover', range})
  }
  return found
}

/** What a whole line was to be replaced by. */
function findLines(text: string, mayBeLeft: boolean, found: Placeholder[]): void {
  const line = text.trim()
  const lineStart = line.length === text.length ? 0 : text.indexOf(line)
  if (note.test(line) || (mayBeLeft && isMarginNote(line)))
    found.push({kind: 'note', range: [lineStart, lineStart + line.length]})
  const asked = promptStart.test(line) && promptWord.test(line) ? prompt.exec(line) : null
  if (asked && (asked[0].length === line.length || /[.!…]$/.test(asked[0]))) {
    found.push({kind: 'prompt', range: [lineStart, lineStart + asked[0].length]})
  }
}
