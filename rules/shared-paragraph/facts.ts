import {type Document, encodeText, encodeWords, findQuotations, type Paragraph} from '../../src/rule/index.ts'

/** What an article may share with others. No text: words are codes, of which many texts can be made. */
export interface Facts {
  /** Number of words of the whole article. */
  readonly words: number
  /** Its names, as word codes. */
  readonly names: string
  /** In order: the range of each in the source, and its words, of which `hash` tells those with the same codes apart. */
  readonly paragraphs: readonly (readonly [start: number, end: number, codes: string, hash: string])[]
}

export function collectFacts(
  document: Document,
  {minWords, allowed}: {readonly minWords: number; readonly allowed: readonly string[]}
): Facts | undefined {
  const paragraphs = document.paragraphs
    .filter((paragraph) => isOwnText(document, paragraph) && paragraph.wordCount >= minWords)
    .filter(({prose: {value}}) => !allowed.some((text) => value.includes(text)))
  if (paragraphs.length === 0) return undefined
  return {
    words: document.wordCount,
    names: encodeWords([...new Set(paragraphs.flatMap(namesOf))]),
    paragraphs: paragraphs.map(({range: [start, end], words}) => {
      const {codes, hash} = encodeText(words.map(({key}) => key))
      return [start, end, codes, hash] as const
    })
  }
}

/** Prose of the article itself: no quotation, no note or source of a list, no question that is put to many. */
function isOwnText(document: Document, paragraph: Paragraph): boolean {
  const {isProse, place, section, prose} = paragraph
  if (
    !isProse ||
    place === 'quote' ||
    place === 'footnote' ||
    section.isReferences ||
    document.references.has(paragraph)
  )
    return false
  if (isQuestion(prose.value)) return false
  const quoted = findQuotations(prose.value).reduce((sum, [start, end]) => sum + end - start, 0)
  return 2 * quoted <= prose.value.length
}

/** Its last sentence asks. */
function isQuestion(text: string): boolean {
  return /\?["”’)]?$/.test(text.trimEnd().slice(-3))
}

/** Words with a capital inside a sentence. */
function namesOf({sentences}: Paragraph): string[] {
  return sentences.flatMap(({words}) =>
    words.slice(1).flatMap(({text, key}) => (text.charAt(0) === key.charAt(0) ? [] : [key]))
  )
}
