import {hasParts, isCounterLine} from '../page/bylines.ts'
import type {Line} from '../page/lines.ts'
import {editLink} from '../page/page-contents.ts'
import {isName, titleCaseShare} from '../prose/names.ts'

/** Words that a heading has at most. */
export const mostHeadingWords = 14

/** What no heading ends with; “Readers —” speaks to somebody. */
const stops = '.!:;,…)]-–—。！：；，、।۔'

/** Captions, credits, sign-offs, labels of other things than sections. */
const notHeading =
  /^(?:fig(?:ure|\.)?|table|photo(?:graph(?:er|s)?)?|photography by|image|picture|source|credit|note|ps|p\.s\.|regards|sincerely|cheers|dear|listing|exhibit|img_?\d+|dsc[fn]?_?\d+|by|(?:thanks|best|yours|love|edit|update|chart|video|audio|listen|watch)(?= ?$|[:,–—]| (?:regards|wishes|truly|by|from|for reading|to|\d))|post(?:ed)? by|the end|end|amen|figure|screenshot|tk|todo|tbd|fixme|for (?:immediate )?release|don['’]t miss|read more|editor['’]?s['’]? note|(?:published|written|submitted) by|(?:last )?(?:updated|modified|posted|published) on)\b|^(?:copyright )?(?:©|\(c\))|^copyright \d{4}\b/i

/** “Ladies and Gentlemen”, “FAO: Keepers of the Well”: who is spoken or written to. */
const address =
  /^(?:ladies and gentlemen|(?:distinguished|esteemed|honou?red) (?:guests|colleagues|members|delegates)|(?:your )?excellencies|(?:mr|madam|mdm)\.? (?:speaker|president|chair(?:man|person)?)|(?:attn|fao|from|re|subject|to):)(?=$| )/i

/** “Apologies: Mr Lund and Mrs Holt”, “Proposed - Cllr Lee”, “Present Councillor Lee”: who came to a meeting, and what they did. */
const attendance =
  /^(?:absent|apologies|in attendance|present|proposed|proposer|seconded|seconder)(?: by| from)?(?:: | [–—-] | (?:cllr|councillor|dr|mr|mrs|ms)\b)/i

/** A field with its value: “Price: $1.99”, “Boats: £5.2 million, +3%”, “Payments: None” */
const field =
  /^[^:]{1,60}: (?:[$€£¥]? ?\d[\d.,–—% -]*(?:(?:thousand|[mb]illion|trillion|[kmb]n?)\b[\d.,–—%+ -]*)?|n\/?a|nil|no|none|free|tba|tbc|yes)$/i

/** “2 Corinthians 5:17”: where the words above stand. */
const verse = /^(?:[1-3] )?\p{Lu}\p{L}+(?: of \p{L}+)? \d{1,3}:\d{1,3}(?:[–-]\d{1,3})?$/u

/** Where somebody works, or as what. */
const post =
  /\b(?:academy|administration|agency|archives?|association|bureau|centre|chair(?:man|woman|person)?|college|committee|company|council|department|director|editor|engineer|foundation|inc|institute|keeper|leader|librarian|library|ltd|manager|ministry|museum|office|officer|president|professor|secretary|school|service|society|trust|university)\b/i

/** Shaped like a heading, and said of something else. Beside each other such lines show that none of them is one. */
export function isOfNoSection(text: string): boolean {
  return field.test(text) || address.test(text) || attendance.test(text) || namesPeople(text)
}

/** “Ann Lee, Ines Holt, Tom Lund”, “Ann Lee and Ines Holt, Museum of Harrow”: people; “Old Lid, New Ring” is none of them. */
function namesPeople(text: string): boolean {
  if (!text.includes(', ')) return false
  const parts = text.split(', ')
  const [first = ''] = parts
  const isPerson = (part: string): boolean => part.includes(' ') && isName(part)
  if (parts.length > 2 && parts.every(isPerson)) return true
  return first.split(' and ').every(isPerson) && parts.slice(1).some((part) => post.test(part))
}

/** “Call now: (937) 555-0148” */
const phone = /\d{3}[). -]{1,2}\d{3}[. -]\d{4}/

/** “The mill should close, council says”: the headline of another report. */
const headline =
  /, \p{L}[\p{L}.’' -]{1,40} (?:claims?|finds?|reveals?|says?|suggests?|tells|urges|warns)(?: \p{Lu}\S{1,20})?$/u

/** “Q: Who lit the lamp?”: what two people say, line by line. */
const questionMark = /^(?:[qa]|question|answer)(?: ?#?\d{1,3})?[:.)] /i

/** Short, with a capital, without a stop, and no caption, credit, field or sentence. */
export function isHeadingShaped(line: Line): boolean {
  const text = line.text.endsWith(']') ? line.text.replace(editLink, '') : line.text
  if (text.length > 110 || text.length < 3) return false
  // “1. Lady of the Weir (1904)”
  if (stops.includes(text.charAt(text.length - 1)) && !/^\d{1,2}[.)]\s.*\)$/.test(text)) return false
  const words = text.split(/\s+/)
  if (words.length > mostHeadingWords || line.isLinked) return false
  if (!/^[\p{Lu}\p{N}"“‘'¿]/u.test(text) || !/\p{L}{2}/u.test(text)) return false
  if (/[@{}<>|=;]| [·•] |https?:|www\.|^[“"].*[”"]$|…{2}|\p{Extended_Pictographic}/u.test(text)) return false
  if (notHeading.test(text)) return false
  if (
    phone.test(text) ||
    questionMark.test(text) ||
    verse.test(text) ||
    headline.test(text) ||
    isSentenceOrCount(text) ||
    isSpokenQuestion(text) ||
    agency.test(text) ||
    (personFirst.test(text) && titleCaseShare(text) < 0.8) ||
    hasParts(text) ||
    isCounterLine(text)
  )
    return false
  return (
    !/^\d+$|^[\d.,%$€£ ]+$|^\d{1,2}[/.:]\d{1,2}\b|^\d{1,3} ?(?:min(?:ute)?|sec(?:ond)?|hour|hr|day|week)s?(?: ago)?$/i.test(
      text
    ) && !isRunTogether(text)
  )
}

/** `The Short Answer:` among headings without a colon. Many an address or speaker ends with one, too: only these open so. */
export function isWithColon({text, isLinked}: Line): boolean {
  return (
    text.length <= 60 &&
    /^(?:the (?:short|long|quick|bottom|final|real|big|best|main|key)|final|key|quick|my|our|how|what|why|when|where|who) [^:.!?]+:$/i.test(
      text
    ) &&
    !isLinked &&
    titleCaseShare(text) >= 0.9
  )
}

/** `Frequently Asked Questions`, and the first of them. */
export function isFaq(first: Line, last: Line): boolean {
  return (
    /^(?:frequently asked questions|faqs?|common questions)(?: (?:about|on|for) .{1,60})?$/i.test(
      first.text
    ) && last.text.endsWith('?')
  )
}

/** “Ann Lee, keeper of the lamp, lived on the reef”; “Lamps, Bells, and Boats” is a list. */
const inserted = /^[^,]{2,60},[^,]{2,60}, (?!(?:and|or|but) )\p{Ll}/u

/** “Step one.” and “Part two.” have fewer. */
const wordsOfSentence = 4

/** “Set the valve to "half open."”, “Ann Lee at the lock. Ben Okoye for the Post”, “Show: all Sort by: day”, “FINAL: 28–14”. */
function isSentenceOrCount(text: string): boolean {
  const colon = text.indexOf(': ')
  const [opening = '', next] = text.split(/(?<=\p{Ll}{3})\. (?=\p{L})/u)
  if (next !== undefined && opening.split(' ').length >= wordsOfSentence) return true
  if (inserted.test(text) || /: [^:]*\S: /.test(text)) return true
  return /[.!,;]["'”’]$/.test(text) || (colon > 0 && /^[\d –—-]+$/.test(text.slice(colon + 2)))
}

/** “Ann Lee / Getty Images” */
const agency =
  /\b(?:getty(?: images)?|shutterstock|wireimage|filmmagic|alamy|istock|unsplash|pexels|pixabay|afp|reuters|splash news|backgrid)[)\]]?$/i

/** “He then told us what nobody saw coming”: a sentence that lost its full stop. */
const personFirst = /^(?:he|she|they|i|and) /i

/** “The lamp does look well today, doesn't it?”, “How bright can a lamp get, folks?”: asked of the reader in passing. */
function isSpokenQuestion(text: string): boolean {
  if (!text.endsWith('?') || titleCaseShare(text) >= 0.8) return false
  return saysFirst.test(text) || /[\p{L}’'], (?:\p{Ll}[\p{L}’']*[ ?]){1,3}$/u.test(text)
}

const saysFirst =
  /^(?:i|you|he|she|it|we|they|this|that|these|those|there|the|an?|my|your|his|her|its|our|their|not|super|pretty|really) /i

/** “WritersPaintersSmiths”, “1.5%2%MillersBakers”: labels of tabs or of a chart that lost what stood between them. */
function isRunTogether(text: string): boolean {
  const joints = text.match(/\p{Ll}{2}\p{Lu}(?=\p{Ll})/gu)?.length ?? 0
  return joints >= 3 || /\p{Ll}{3}\p{Lu}\p{Ll}{3,40}\p{Lu}\p{Ll}|[\d%]\p{Lu}\p{Ll}{2}/u.test(text)
}

/** `THE STEEL RIB` */
export function isCapitals({text}: Line): boolean {
  return text === text.toUpperCase() && text.split(' ').filter((word) => /\p{Lu}{3}/u.test(word)).length > 1
}
