import {
  createSpans,
  type Document,
  defineRule,
  type Edit,
  type Prose,
  type Range
} from '../../src/rule/index.ts'
import {findGarbles, type Garble, suspicious} from './decode.ts'

/** Characters of the word around a place that are shown. */
const farthest = 12

/** A place with the word around it. */
interface Found {
  readonly range: Range
  readonly word: string
  /** The word as it should be, and the edit; nothing when what stood there is lost. */
  readonly whole?: string
  readonly edit?: Edit
}

export default defineRule({
  id: 'mojibake',
  summary: 'Flag characters that were read in the wrong encoding: `â€™` for `’`.',
  category: 'debris',
  recommended: 'warn',
  fixable: true,
  anyLanguage: true,
  options: {},
  messages: {
    garbled: (data: {word: string; whole: string; more: number}) => ({
      reason: `Unexpected \`${data.word}\`, expected \`${data.whole}\`${more(data.more)}`,
      note: 'The text was written in UTF-8 and read in another encoding',
      expected: [data.whole]
    }),
    lost: (data: {word: string; more: number}) => ({
      reason: `Unexpected replacement character in \`${data.word}\`, expected what it stands for${more(data.more)}`,
      note: 'A program could not read the character; only the source of the text can tell which it was'
    })
  },
  check(document, _options, report) {
    if (!suspicious.test(document.text) || isAboutEncodings.test(document.text)) return
    const found = findPlaces(document)
    const garbled = found.filter(({edit}) => edit)
    const lost = found.filter(({edit}) => !edit)
    const [first] = garbled
    if (first) {
      report('garbled', {
        range: first.range,
        data: {word: first.word, whole: first.whole ?? '', more: garbled.length - 1},
        fix: garbled.flatMap(({edit}) => edit ?? []),
        related: placesOf(garbled)
      })
    }
    const [gap] = lost
    if (gap)
      report('lost', {
        range: gap.range,
        data: {word: gap.word, more: lost.length - 1},
        related: placesOf(lost)
      })
  }
})

/** Who writes about encodings shows what they do to a text. */
const isAboutEncodings =
  /mojibake|\b(?:character|text) (?:encoding|set)s?\b|windows-1252|iso-8859|latin-?1\b|replacement character/i

function more(count: number): string {
  return count > 0 ? ` (and ${count} more)` : ''
}

function placesOf(found: readonly Found[]): {range: Range; reason: string}[] {
  return found.slice(1, 4).map(({range, word}) => ({range, reason: `\`${word}\` stands here`}))
}

function findPlaces(document: Document): Found[] {
  const {blocks, title} = document
  const found = title?.prose && title.from === 'line' ? findInProse(title.prose) : []
  for (const block of blocks) {
    if ('prose' in block) found.push(...findInProse(block.prose))
    else if (block.type === 'table' || block.type === 'html')
      found.push(...findInSource(document, block.range))
  }
  return found
}

function findInProse(prose: Prose): Found[] {
  const found = read(prose.value, (start, end) => prose.at(start, end - start))
  if (found.length === 0) return []
  const code = createSpans(
    prose.marks.flatMap(({node, start, end}): Range[] => (node.type === 'inlineCode' ? [[start, end]] : []))
  )
  return found.flatMap(({found: place, garble}) => (code.overlaps(garble.start, garble.end) ? [] : place))
}

/** Tables and HTML have no prose: their source is looked at, without code and addresses. */
function findInSource({text}: Document, [from, to]: Range): Found[] {
  const source = text.slice(from, to)
  // A comment alone is no block; one that nothing closes is, and one with text behind it.
  if (/<!--|<(?:script|style|pre|code)\b|`/i.test(source)) return []
  return read(source, (start, end) => [from + start, from + end]).flatMap(({found}) =>
    /:\/\/|\]\(|\b(?:href|src|id|class)=/.test(found.word) ? [] : found
  )
}

function read(
  text: string,
  at: (start: number, end: number) => Range
): {readonly found: Found; readonly garble: Garble}[] {
  return findGarbles(text).map((garble) => {
    const [from, to] = wordAround(text, garble)
    const place = {range: at(from, to), word: text.slice(from, to)}
    // What a replacement character stands for, nobody knows; a byte order mark in the text stands for nothing.
    if (garble.text.startsWith('\uFFFD')) return {found: place, garble}
    const edit = {range: at(garble.start, garble.end), text: garble.text.replaceAll('\uFEFF', '')}
    const whole = text.slice(from, garble.start) + edit.text + text.slice(garble.end, to)
    return {found: {...place, whole, edit}, garble}
  })
}

/** From blank to blank, but not far. */
function wordAround(text: string, {start, end}: Garble): [start: number, end: number] {
  let from = start
  while (from > 0 && start - from < farthest && !/\s/.test(text.charAt(from - 1))) from--
  let to = end
  while (to < text.length && to - end < farthest && !/\s/.test(text.charAt(to))) to++
  return [from, to]
}
