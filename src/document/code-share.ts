import type {Block, Document} from './model.ts'

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
  for (const block of blocks) {
    if (isCodeBlock(block, text)) code++
    else if (block.type === 'paragraph' && block.prose.marks.some(({node}) => node.type === 'inlineCode'))
      code++
  }
  return code >= 3 && code * 5 >= paragraphs.length
}

/** A block that somebody marked as code; a line that is set in may be scraped text. */
export function hasCodeBlock({blocks, text}: Pick<Document, 'blocks' | 'text'>): boolean {
  return blocks.some(
    ({type, range}) =>
      (type === 'code' || type === 'html') && /^\s*(?:`{3}|~{3}|<pre\b)/i.test(text.slice(...range))
  )
}
