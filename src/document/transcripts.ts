import type {Block, Document, Paragraph} from './model.ts'

/** What a program was given or gave back: “Prompt”, “Original prompt:”, “GPT-4 response”, “**User:**”. */
const turn =
  /^(?:[\p{L}\d.-]+ )?(?:prompts?|inputs?|outputs?|completion|responses?|reasoning|system message|user|human|assistant)(?: \d{1,2})?\s?:?$/iu
const turnAhead = /^(?:[\p{L}\d.-]+ )?(?:prompt|input|output|completion|response|user|human|assistant): /iu
/** Characters of the longest label, and paragraphs that one may have below it. */
const longestTurn = 40
const mostBelow = 12

/**
 * Tells what programs were asked or said in two places of an article: the same prompt goes to each of them, and they
 * answer alike. The label of its part of the talk stands above a paragraph or opens it, in another section each time.
 */
export function createTalkCheck({
  blocks
}: Pick<Document, 'blocks'>): (here: Paragraph, there: Paragraph) => boolean {
  return (here, there) => here.section !== there.section && isTurn(here, blocks) && isTurn(there, blocks)
}

function isTurn(paragraph: Paragraph, blocks: readonly Block[]): boolean {
  if (turnAhead.test(paragraph.prose.value.slice(0, longestTurn))) return true
  for (let at = paragraph.index - 1; at >= Math.max(0, paragraph.index - mostBelow); at--) {
    const block = blocks[at] as Block
    if (block.type !== 'heading' && block.type !== 'paragraph') continue
    const {value} = block.prose
    if (value.length <= longestTurn && turn.test(value.trim())) return true
    if (block.type === 'heading') return false
  }
  return false
}
