import type {Range} from '../../src/rule/index.ts'

/** No leftover is without one of these: only `XXX` to call, `{note to` and `{todo` may be of either case. */
const hint =
  /[Xx]{2}|X,000|555|123|NaN|[€£]null|[$€£]TB|%[%A-Z]|\{[a-z]+_|Error!|\?\?|TK|<<|(?:CHECK|VERIFY|CONFIRM|CK)\??\)|TODO: |FIXME: |\{(?:[Nn][Oo][Tt][Ee] |[Tt][Oo][Dd][Oo])/
/** Looked for apart: there would be few texts without the first letter of one of the others. */
const noValue = 'undefined'
/** “(Source: TBD)”, in either case. */
const sourceHint =
  /\((?:(?:find|add|get|check|verify|needs?|insert|confirm|ask|double-check) |(?:source|ref|reference|citation|credit)s?: ?(?:T[BK]|TODO|\?|link|url|insert))/i
/** With one of these begins each line that editors or Word wrote beside the text. */
const marginWord = "(?:draft|do not|don['’]t|first|rough|working|final|commented|formatted)\\b"
/** Of its two places the start is looked at apart: V8 tries an expression with both at every character. */
const marginHints = [new RegExp(`^${marginWord}`, 'i'), new RegExp(`[\\n\\r*_([]${marginWord}`, 'i')]

/** What an article about placeholders, word processors or the checking of facts shows. */
const shown =
  /\bplaceholders?\b|\b(?:does|is|are|means?|of|the|about) ["“‘'*_]{0,2}TK\b|\bTK (?:means?|stands?|marks?)\b|\bmicrosoft word\b|\bword (?:document|file)s?\b|\berror!|cross-references?|fact[- ]check|\bNaN\b|\bundefined\b|\bmacros?\b/i

/** Whether an article may hold leftovers: few do. */
export function mayHoldLeftovers(text: string, title: string): boolean {
  return (isHinted(text) || marginHints.some((expression) => expression.test(text))) && !shown.test(title)
}

function isHinted(text: string): boolean {
  return text.includes(noValue) || hint.test(text) || sourceHint.test(text)
}

/**
 * What programs and writers leave where a value is missing. The part that is reported is the first group, where there
 * is one.
 */
const leftovers: readonly RegExp[] = [
  // “$NaN”, “£XX”, “XX,000 people”, “XX%”: an amount; not the $XX^T$ of mathematics.
  /[$€£](?:NaN|undefined)\b|[€£]null\b|\bNaN ?%|[$€£]X{2,4}(?:[.,]X{2,3})?(?![\w$^\\'+*=<>-])(?! ?[\\=+<>^])(?![^$\n]{0,60}\$(?![X\d]))|\bX{2,3} ?%|\bX{1,3},(?:XXX|000)\b|\bXX+ (?:percent|per cent|million|billion)\b/g,
  // A number that nobody has: alone in its line, or one to call.
  /(?:^|\b(?:call|phone|dial|tel|text|fax|at)\b[^\n.]{0,20}?)(\(?\b(?:XXX\)?[ -]XXX[ -]XXXX|555\)?[ -]555[ -]5555|123\)?[ -]456[ -]7890)\b)/gim,
  /%%[a-z]{2,20}(?:_[a-z]{2,20}){1,3}%%/gi,
  /(?<![\w%])%[A-Z]{3,20}(?:_[A-Z]{2,20}){0,3}%(?![\w%])|(?<![\w{$\\}/])\{(?:current|post|site|page|author|city|state|product|company|business|service|customer)_[a-z]{2,20}\}(?![\w{}/])/g,
  // “Updated on undefined”, “4.9 (undefined reviews)”, “£TBC”, “NMLS #XXXXXX”
  /\b(?:(?:updated|posted|published|modified|reviewed|written) (?:on|by)|updated:|posted:|published:) (undefined)\b/gi,
  /\bundefined(?= (?:reviews?|ratings?|votes?|comments?|views?|shares?|likes?|min(?:ute)? read)\b)|[$€£](?:TBC|TBD|TBA)\b|#X{3,10}\b/g,
  // A cross-reference that Word or LaTeX could not resolve.
  /\bError! (?:Reference source not found|Bookmark not defined|No text of specified style in document|Hyperlink reference not valid)\b\.?/g,
  /\b(?:[Ff]igure|[Ff]ig\.|[Tt]able|[Ss]ection|[Ss]ec\.|[Ee]quation|[Ee]q\.|[Cc]hapter|[Pp]ages?|pp?\.) \?\?(?=[,;)\]]| [\p{Ll}(])/gu,
  // “to come”, as newsrooms write it.
  /\bTK(?:TK)+\b|\b(?:HEADLINE|HED|DEK|LEDE|CAPTION|PHOTO|QUOTE|STAT|NAME|DATE|SOURCE|FIGURE|GRAF|BYLINE|ART|LINK) TK\b|\bTK(?= (?:percent|per cent|degrees|million|billion|years|words|miles|dollars|euros)\b)/g,
  /\((?:CHECK|VERIFY|CONFIRM|CK|FACT[- ]CHECK)\??\)(?<=\d[^.!?\n]{0,60})/g,
  // “(Source: XX)”
  /\((?:source|ref|reference|citation|credit)s?: ?(?:X{2,4}|TB[ADC]|TK|TODO|\?{1,3}|link|url|insert [^()\n]{1,30})\)/gi,
  // “(find second source!!)”: an order to nobody who reads.
  /\((?:find|add|get|check|verify|needs?|insert) (?:[a-z]+ ){0,2}(?:source|quote|figure|stat|citation|link|photo|image|number|date|reference)s? ?(?:here)?[!?.]{0,3}\)/gi,
  // “(check with Anna!!)”: a reader is not shouted at twice, but for “(check it out!!)”.
  /\((?:check|confirm|verify|ask|double-check|find out) (?!(?:an?|her|him|it|me|my|our|out|that|them|this|us|yours?|yourself)\b)[^()\n]{2,60}(?:!!|\?\?|!\?|\?!)[!?]{0,3}\)/gi,
  // “(Insert quote from the mayor)”; “(insert photo of a crying cat)” is a joke.
  /\(insert (?:an? |the )?(?:[a-z]+ )?(?:quote|quotation|testimonial|statistic|stat|citation)s? (?:from|by|about|on|for|of|showing) [^()\n]{2,60}\)/gi,
  // “Make a backup first. TODO: link to the page”, to the end of its line.
  /(?<=[.!?)] )(?:TODO|FIXME): \S[^\n]{2,160}/g,
  // “Last updated: XX/XX/2026”
  /(?<=\b(?:updated|posted|published|reviewed|modified|checked|date|dated)(?: on)?:? )X{2}[/.-]X{2}[/.-](?:\d{2,4}|X{2,4})\b/gi,
  /<< ?(?:insert|add|tk|todo|need|image|photo|graf|quote)\b[^<>\n]{0,80}>>/gi,
  // Git could not merge two versions, and both are left.
  /^<{7} \w[\w./ -]{0,60}$/gm,
  /\{(?:note to (?:self|editors?|the editor|author)|todo)\b[^{}\n]{0,120}\}/gi
]

/** The leftovers of a text, by their place in it. */
export function findLeftovers(text: string): Range[] {
  if (!isHinted(text)) return []
  return leftovers.flatMap((expression) =>
    [...text.matchAll(expression)].map(({index, 0: whole, 1: part = whole}): Range => {
      const start = index + whole.length - part.length
      return [start, start + part.length]
    })
  )
}

/** A line that editors or Word wrote beside the text: “Draft 3 – do not publish”, “Commented [AL2]: …”. */
const margin =
  /^[*_([]{0,3}(?:(?:(?:first|rough|working|final) )?draft\b[^\n]{0,30}?\b(?:do not|don['’]t|not for|not to be) (?:publish|publication|published|distribut\w+|circulat\w+)|(?:do not|don['’]t) publish\b)[^\n]{0,40}$|^Commented \[\w{1,5}\d{1,3}\]: ?\S|^Formatted: (?:Font|Indent|Left|Right|Centered|Justified|Space|Normal|List Paragraph|Not|English|Heading)\b[^\n]{0,80}$/i

export function isMarginNote(line: string): boolean {
  return line.length < 300 && margin.test(line)
}
