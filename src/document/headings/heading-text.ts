import {lazy} from '../lazy.ts'
import type {Prose} from '../model.ts'
import {isSmallWord, titleCaseShare} from '../prose/names.ts'

const maxWords = 14

/** Words that open a sentence and are no names. */
const openers = new Set(
  'a an the this that these those it in on at as for from when while with by to if we you they he she i there here our your their his her its many most some all one after before since because although though once each every no not what how why who where both over under during despite however overall today'.split(
    ' '
  )
)

/** A word that opens a sentence and is no name: `The`, `When`. */
export function isOpener(word: string): boolean {
  return openers.has(word.toLowerCase())
}

/** Words that can be a heading: few, with a capital at the start and no stop at the end. */
export function isHeadingText(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length > maxWords || text.length > 110 || text.includes('\n')) return false
  // One word before a copied text is rather a word of it: “Rather”, “Although”.
  if (
    words.length < 2 &&
    !/^(?:Introduction|Conclusion|Overview|Background|Summary|Results|Methods|Discussion|Prerequisites|Installation|Usage|Licensing|History|Pricing|Security|Performance|Career|Education|Biography|Benefits|Features|Availability|Ingredients|Dosage|Risks|Specifications)$/.test(
      text
    )
  )
    return false
  return /^[\p{Lu}\p{N}"“‘']/u.test(text) && !/[.,;:!…]$/.test(text)
}

/** Words after which a text goes on. As particles the others may end a heading: “Signing up”, “What to look for”. */
const leading = new Set(
  'a an and as at because but by from if into nor of or per so than that the to versus via vs when whether while with yet'.split(
    ' '
  )
)

/** “My name is”, “Hello, I’m”: a sentence begins. “Who we are” and “What it is” name a section. */
const begun =
  /^(?!(?:how|what|when|where|which|who|why)\b).*(?:\s(?:am|are|is|was|were)|['’](?:ll|m|re|ve))$/i

/**
 * Whether a text is whole: `We bake this and`, `The series [` and `She asked, “` go on behind it. A capital shows a
 * last word that Title Case counts in.
 */
export function isWholeText(text: string): boolean {
  if (leading.has(text.slice(text.lastIndexOf(' ') + 1)) || begun.test(text)) return false
  return (
    count(text, '"') % 2 === 0 &&
    count(text, '“') === count(text, '”') &&
    count(text, '(') === count(text, ')') &&
    count(text, '[') === count(text, ']') &&
    count(text, '{') === count(text, '}')
  )
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

/** The rest of a line is the heading when nothing in it reads like text that goes on, or goes over to the next line. */
export function isWholeHeading(rest: string, next: string): boolean {
  const words = rest.trim().split(/\s+/)
  if (words.length > maxWords || /[.!?]\s|[.,;:]$/.test(rest.trimEnd())) return false
  return words.length <= 4 || titleCaseShare(rest) >= 0.7 || (next === '' && isSentenceCase(words))
}

/** One capital at the start: `What the oven costs`. A second one opens the text: `The oven It was built …`. */
function isSentenceCase(words: readonly string[]): boolean {
  return (
    words.length <= 10 &&
    !words.slice(1).some((word, index) => /^\p{Lu}/u.test(word) && index > 0 && isOpener(word))
  )
}

/** The heading at the start of a text: up to the first capital that opens a sentence, as in `The Oven Bread keeps …`. */
export function headOf(text: string): string {
  const words = text.split(' ', maxWords + 4)
  let end = Math.min(words.length, 8)
  for (let index = 2; index < Math.min(words.length, maxWords); index++) {
    const next = words.slice(index + 1).find((word) => !isSmallWord(word))
    if (/^\p{Lu}/u.test(words[index] as string) && next !== undefined && /^\p{Ll}/u.test(next)) {
      end = index
      break
    }
  }
  return words
    .slice(0, end)
    .join(' ')
    .replace(/[.,;:]$/, '')
}

/** “But how? How does it get to the mill?”: a question before another one is asked in the text, and no heading of it. */
export function isAskedOn(before: string, text: string): boolean {
  return before.endsWith('?') && /^[^.!?]*\?/.test(text)
}

const things =
  '(?:things|steps|tips|ways|reasons|signs|rules|questions|checks|mistakes|benefits|advantages|drawbacks|features|symptoms|tools)'
const announcing = lazy(
  () =>
    new RegExp(
      `^(?:(?:the |top )?(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:\\p{L}{2,20} )?${things}\\b|(?:warning |common |key |main |top )?${things} (?:to|of|that|for|you|it|why)\\b|key takeaways|pros|cons|ingredients|what (?:you(?:['’]ll)? need|to pack|to bring)|at a glance)`,
      'iu'
    )
)

/** `The Three Things to Check`, `Key Takeaways`: words over a list. */
export function isAnnouncing(text: string): boolean {
  return text.length <= 80 && !/[.!?]$/.test(text) && announcing().test(text)
}

/** Whether all of it is one link, in Markdown or in HTML. */
export function isLink({value, marks}: Prose): boolean {
  const end = value.trimEnd().length
  if (marks.some((mark) => mark.node.type === 'link' && mark.start === 0 && mark.end >= end)) return true
  const [first, last] = [marks[0], marks.at(-1)]
  if (first?.node.type !== 'html' || last?.node.type !== 'html') return false
  return (
    /^<a\s[^>]{0,200}\bhref=/i.test(first.node.value) &&
    first.start === 0 &&
    /^<\/a>/i.test(last.node.value) &&
    last.end >= end
  )
}
