import type {Figure} from './quantities.ts'
import {isGlued, lowerAt, type Token} from './tokens.ts'

/** What is numbered, not counted: “Section 4.1”, “version 3.2”, “page 12”. */
const numbered = new Set(
  `section sections chapter chapters figure fig table page pages p pp pg vol volume issue no nos number numbers step part version
  versions v ver article articles clause paragraph annex appendix exhibit item rule amendment act sec art release build level phase
  stage grade class type model series season episode lesson unit room route highway interstate bus line gate platform flight
  equation eq theorem lemma footnote note psalm verse isbn issn doi pmid arxiv rfc iso iec ieee din nist cve bs en usc cfr stat pub
  title question q problem case file bug ticket id zip apt suite box channel rev draft python node ruby php java windows android
  ios macos ubuntu debian postgres postgresql mysql html css http tls ssl wcag bluetooth usb office phone tel fax`.split(
    /\s+/
  )
)

/** In front of a number that they name: “95% CI 1.17–1.73”. */
const statistics = new Set('CI HR OR RR SD SE IQR AOR AHR SMD'.split(' '))

/** Where a number begins that is none: the index after it. A clock time, a telephone number, `24/7`, `1.2.3`. */
export function isNothing(tokens: readonly Token[], from: number): number | undefined {
  const next = lowerAt(tokens, from + 1)
  if (isPartOfCode(tokens, from)) return skipGlued(tokens, from)
  if (!isGlued(tokens, from + 1)) return isHour(tokens, from + 1) ? from + 2 : undefined
  const isDigits = tokens[from + 2]?.kind === 'digits' && isGlued(tokens, from + 2)
  if (next === ':' && isDigits) return skipGlued(tokens, from)
  if (next === '/' && isDigits && !isOf(tokens, from + 3)) return skipGlued(tokens, from)
  if ((next === '.' || next === '-' || next === '–') && isDigits) {
    const isChain =
      isGlued(tokens, from + 3) && isGlued(tokens, from + 4) && tokens[from + 4]?.kind === 'digits'
    const isSame =
      isChain && (lowerAt(tokens, from + 3) === next || (next !== '.' && lowerAt(tokens, from + 3) === '-'))
    // "10.1000/182" and "555-1234"
    const isPhone = next === '-' && tokens[from + 2]?.text.length === 4 && tokens[from]?.text.length === 3
    if (isSame || isPhone) return skipGlued(tokens, from)
    if (next === '.' && lowerAt(tokens, from + 3) === '/' && isGlued(tokens, from + 3))
      return skipGlued(tokens, from)
  }
  if (/^(?:st|nd|rd|th)$/.test(next)) return from + 2
  // "1980s", "90s", "100s of them", "404s"
  const length = tokens[from]?.text.length ?? 0
  if (next === 's' && (length > 2 || tokens[from]?.text.endsWith('0'))) return from + 2
  if (isHour(tokens, from + 1)) return from + 2
  return undefined
}

/** A number glued to letters or to a mark: `G20`, `Covid-19`, `#5`, `$x_2`, `a/5`. */
export function isPartOfCode(tokens: readonly Token[], index: number): boolean {
  if (!isGlued(tokens, index)) return false
  const before = tokens[index - 1] as Token
  if (before.kind === 'word')
    return !/^(?:US|A|C|NZ|HK|USD|EUR|GBP|CHF|x)$/.test(before.text) || before.text === 'A'
  if (/^[#_@\\/=№§&^*:]$/.test(before.text))
    return isGlued(tokens, index - 1) || /^[#_@№§&]$/.test(before.text)
  if (/^[-‐‑]$/.test(before.text)) return isGlued(tokens, index - 1) && tokens[index - 2]?.kind !== 'sign'
  return before.text === '.' && isGlued(tokens, index - 1)
}

function isHour(tokens: readonly Token[], index: number): boolean {
  const word = lowerAt(tokens, index)
  if (word === 'am' || word === 'pm' || word === "o'clock") return true
  const isDotted =
    /^[ap]$/.test(word) && lowerAt(tokens, index + 1) === '.' && lowerAt(tokens, index + 2) === 'm'
  return isDotted || (word === 'o' && /^['’]$/.test(lowerAt(tokens, index + 1)))
}

function isOf(tokens: readonly Token[], index: number): boolean {
  return lowerAt(tokens, index) === 'of'
}

/** The index after all that is glued to the token. */
function skipGlued(tokens: readonly Token[], from: number): number {
  let at = from + 1
  while (at < tokens.length && isGlued(tokens, at) && !/^[)\],;!?"”]$/.test(lowerAt(tokens, at))) at++
  return at
}

/** Whether the number is one that something bears: “Section 4.1”, “No. 5”, “Python 3.12”, “Route 66”. */
export function isLabelled(tokens: readonly Token[], index: number, figure: Figure): boolean {
  const [reading] = figure.readings
  if (reading === undefined || reading.unit.dimension !== 'count' || reading.scale !== 1 || figure.isWord)
    return false
  const at = lowerAt(tokens, index - 1) === '.' && !isGlued(tokens, index) ? index - 2 : index - 1
  const before = tokens[at]
  if (before === undefined) return false
  if (/^[#§№]$/.test(before.text)) return true
  const isRow = lowerAt(tokens, index - 1) === ':'
  if (isRow || before.kind !== 'word') return false
  if (numbered.has(before.lower) && (figure.kind !== 'year' || at === index - 1)) {
    // "the number 1,200", "in case 300 people": counted all the same.
    return reading.value < 1000 || !Number.isInteger(reading.value)
  }
  if (statistics.has(before.text)) return false
  const isName = before.text !== before.lower && at > 0 && lowerAt(tokens, at - 1) !== '.'
  return isName && !Number.isInteger(reading.value) && reading.noun === undefined
}
