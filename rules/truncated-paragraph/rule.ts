import {
  type Block,
  type Document,
  defineRule,
  lazy,
  type Paragraph,
  type Range,
  type Section
} from '../../src/rule/index.ts'

/** Words that sentences go on after. */
const openWord = lazy(
  () =>
    /(?<![\p{L}\p{N}’'-])(?:the|an?|of|and|or|but|than|because|their|our|your|my|its|whose|every|which is|such as|as well as)$/u
)
/** A comma, a dash or a bracket that opens something; no emoticon. */
const openMark = lazy(() => /(?:[\p{L}\p{N}”")],|\s[–—]|(?<!:)[([])$/u)
/** A word of running text, not a name, an address or a tag. */
const plainWord = lazy(() => /\s\p{Ll}[\p{L}’'-]*$/u)
/** A paragraph that ends as paragraphs do, dots apart. */
const closed = /[.!?:;”"’'»)\]]$/
const dots = /\s?(?:\[(?:…|\.{3})\]|…|\.{3})$/
const bracketedDots = /\[(?:…|\.{3})\]$/

/** Words that show running text where only the full stop is missing, and where the sentence plainly goes on. */
const fewestWords = 25
const fewestOpenWords = 8
/** Characters at the end of a paragraph that are looked at. */
const endLength = 60

export default defineRule({
  id: 'truncated-paragraph',
  summary: 'Flag a paragraph that breaks off in the middle of a sentence.',
  category: 'debris',
  recommended: false,
  options: {},
  messages: {
    unfinished: (data: {text: string}) => ({
      reason: `Unexpected end of the paragraph after \`${data.text}\`, expected the rest of the sentence or a full stop`,
      note: 'Text that was cut when it was copied or generated leaves the reader in the middle of a thought'
    }),
    split: (data: {text: string}) => ({
      reason: `Unexpected new paragraph after \`${data.text}\`, expected the sentence to go on in the same one`,
      note: 'Something that stood between the two halves, or the width of a page, cut the sentence in two'
    }),
    cut: (data: {text: string}) => ({
      reason: `Unexpected dots after \`${data.text}\`, expected the rest of the text`,
      note: 'Feeds and previews end so; the whole text stands somewhere else'
    })
  },
  check(document, _options, report) {
    const teasers: Paragraph[] = []
    const following = readFollowing(document)
    for (const paragraph of document.paragraphs) {
      const value = paragraph.prose.value.trimEnd()
      const end = value.slice(-endLength)
      const isDotted = dots.test(end)
      if ((!isDotted && closed.test(end)) || !isText(paragraph)) continue
      const next = following[paragraph.index]
      if (isDotted) {
        if (endsPart(next)) teasers.push(paragraph)
      } else if (isSplit(document, paragraph, end, next)) {
        report('split', {range: endOf(paragraph, value), data: {text: tail(value)}})
      } else if (isUnfinished(paragraph, end, next)) {
        report('unfinished', {range: endOf(paragraph, value), data: {text: tail(value)}})
      }
    }
    const isFeed = teasers.length > 1 && teasers.length * 2 >= parts(document)
    for (const paragraph of teasers) {
      const value = paragraph.prose.value.trimEnd()
      if (!isFeed && !bracketedDots.test(value)) continue
      report('cut', {range: endOf(paragraph, value), data: {text: tail(value.replace(dots, ''))}})
    }
  }
})

/** Of each block the next one that is no copy: a fix takes copies out. */
function readFollowing({blocks, copies}: Document): readonly (Block | undefined)[] {
  const copied = new Set<Block>(copies.flatMap(({kind, paragraph}) => (kind === 'exact' ? [paragraph] : [])))
  const following: (Block | undefined)[] = []
  let next: Block | undefined
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index] as Block
    following[index] = next
    if (!copied.has(block)) next = block
  }
  return following
}

/** Running text that is the author's: no list, quotation, caption or list of sources. */
function isText({place, isProse, section, prose, wordCount}: Paragraph): boolean {
  if (place !== 'body' || wordCount < fewestOpenWords || !isProse || section.isReferences) return false
  return !prose.marks.some(
    ({node, start, end}) =>
      (node.type === 'emphasis' || node.type === 'image') &&
      start === 0 &&
      end >= prose.value.trimEnd().length
  )
}

function isUnfinished({sentences, wordCount}: Paragraph, end: string, next: Block | undefined): boolean {
  const isBeforeText =
    next?.type === 'paragraph' && next.place === 'body' && /^\p{Lu}/u.test(next.prose.value)
  if (!isBeforeText && !endsPart(next)) return false
  // “… in the open; and” is the item of a list that lost its marks.
  if (openWord().test(end))
    return !isBeforeText || (next.wordCount >= fewestOpenWords && !/[;,] (?:and|or)$/.test(end))
  // “In her own words,” may have the quotation as a paragraph of its own.
  if (openMark().test(end)) return !isBeforeText
  const last = sentences.at(-1)?.words.length ?? 0
  return wordCount >= fewestWords && sentences.length > 1 && last >= 5 && plainWord().test(end)
}

/** The next paragraph goes on in lower case, after a blank line; no items of a list that start so. */
function isSplit({text}: Document, paragraph: Paragraph, end: string, next: Block | undefined): boolean {
  if (next?.type !== 'paragraph' || next.place !== 'body' || !/[\p{L}\p{N}],?$/u.test(end)) return false
  const isItem = /^\p{Ll}/u.test(paragraph.prose.value)
  if (isItem || !next.isProse || next.wordCount < 3 || !/^\p{Ll}+,? /u.test(next.prose.value)) return false
  return /\n[ \t]*\r?\n|\r[ \t]*\r/.test(text.slice(paragraph.range[1], next.range[0]))
}

/** Nothing follows, or another part of the article. */
function endsPart(next: Block | undefined): boolean {
  return !next || next.type === 'heading' || next.type === 'thematicBreak'
}

function parts({sections}: Document): number {
  return sections.filter(({paragraphs}: Section) => paragraphs.length > 0).length
}

/** The last words of a text. */
function tail(value: string): string {
  const words = value.slice(-40).replace(/\s+/g, ' ')
  return words.length < value.length ? words.replace(/^\S*\s/, '… ') : words
}

function endOf({prose}: Paragraph, value: string): Range {
  let start = value.length
  while (start > 0 && !/\s/.test(value.charAt(start - 1))) start--
  return prose.at(start, value.length - start)
}
