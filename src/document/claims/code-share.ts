import type {Block, Document, Mark} from '../model.ts'

/** Whether a block is code that the article shows, in Markdown or in HTML. */
export function isCodeBlock(block: Block, source: string): boolean {
  if (block.type === 'code') return true
  return block.type === 'html' && /^\s*<pre\b/i.test(source.slice(...block.range))
}

/** Code in a fifth of the paragraphs or between them: the author explains a thing that the reader can try. */
export function showsCode({
  blocks,
  paragraphs,
  text
}: Pick<Document, 'blocks' | 'paragraphs' | 'text'>): boolean {
  let code = 0
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.type === 'paragraph' ? hasCode(block.prose.marks) : isCodeBlock(block, text)) code++
  }
  return code >= 3 && code * 5 >= paragraphs.length
}

function hasCode(marks: readonly Mark[]): boolean {
  for (let at = 0; at < marks.length; at++) if ((marks[at] as Mark).node.type === 'inlineCode') return true
  return false
}

/** A block that somebody marked as code; a line that is set in may be scraped text. */
export function hasCodeBlock({blocks, text}: Pick<Document, 'blocks' | 'text'>): boolean {
  return blocks.some(
    ({type, range}) =>
      (type === 'code' || type === 'html') && /^\s*(?:`{3}|~{3}|<pre\b)/i.test(text.slice(...range))
  )
}
