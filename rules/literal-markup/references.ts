import {createReferenceLinks, type Document, lazy, type Range} from '../../src/rule/index.ts'
import {createVerbatimCheck} from './verbatim.ts'

/** `[text][label]` whose address stands nowhere. */
export interface LooseReference {
  readonly range: Range
  readonly text: string
  readonly label: string
}

const reference = lazy(
  () =>
    /(?<=^|[\s("“‘—*_])\[([^[\]]{3,160})\]\[((?:\p{L}[\p{L}\p{N} .:/_-]{0,60}|[\da-f]{1,10})?)\](?=$|[\s)"”’—*_.,;:!?])/gu
)
/** One word may be an index, the name of a field or a mark of a note. */
const severalWords = lazy(() => /[\p{L}’'][,:;]?\s\S{0,3}\p{L}/u)

/** References without a definition, where the article has others with one, or several without. */
export function findLooseReferences({text, blocks, paragraphs}: Document): LooseReference[] {
  if (!text.includes('][')) return []
  const readKnown = createReferenceLinks(text)
  const found = paragraphs.flatMap(({prose}) => {
    const {value} = prose
    if (!value.includes('][')) return []
    const isVerbatim = createVerbatimCheck(prose)
    const known = readKnown(prose)
    return [...value.matchAll(reference())].flatMap(({0: all, 1: words = '', 2: label = '', index}) => {
      const isText = severalWords().test(words) && !known.some(({start}) => start === index)
      const range = prose.at(index, all.length)
      // Escaped brackets are meant.
      return isText && !isVerbatim(index) && !text.slice(...range).includes('\\')
        ? [{range, text: words, label: label || words}]
        : []
    })
  })
  return found.length > 1 || blocks.some(({type}) => type === 'definition') ? found : []
}
