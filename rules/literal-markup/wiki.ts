import type {Block, Document} from '../../src/rule/index.ts'

/** `=== Early years ===` */
const wikiHeading = /^(={2,5}) ?([^=\s][^=\n]{1,78}) ?(={2,5})$/

/** A heading of a wiki, alone in its paragraph: its words, and the same in Markdown. Plain text may draw its headings so. */
export function findWikiHeading(
  block: Block,
  {format}: Pick<Document, 'format'>
): {readonly words: string; readonly heading: string} | undefined {
  if (block.type !== 'paragraph' || block.place !== 'body' || (format !== 'markdown' && format !== 'mdx'))
    return undefined
  const {value, marks} = block.prose
  if (!value.startsWith('==') || marks.length > 0) return undefined
  const [, open = '', words = '', close] = wikiHeading.exec(value.trim()) ?? []
  return close === open
    ? {words: words.trim(), heading: `${'#'.repeat(open.length)} ${words.trim()}`}
    : undefined
}
