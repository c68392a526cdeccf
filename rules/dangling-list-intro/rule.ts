import {type Block, type Document, defineRule, type Paragraph} from '../../src/rule/index.ts'

/** A sign of something to come, in running text. */
const leadIn = /(?:(?<!:):|\b(?:the following|as follows)\.)$/
/** `:::` ends a box. A row of letters between colons is an emoji: `Happy baking! :tada:`. */
const emoji = /:[\w+-]{1,40}:$/
/** “1. Open the valve”, “First, the valve”: a part that is one of several. */
const counted = /^(?:\d|first\b|(?:step|part|rule|tip|reason|mistake|problem) (?:\d|one\b))/i
/** What the text says it shows is more than the name of the next part. */
const pointsDown = /\b(?:following|follows|these|below)\b/i
const fewestWords = 3

export default defineRule({
  id: 'dangling-list-intro',
  summary: 'Flag a lead-in to a list, an example or a quotation that does not come.',
  category: 'debris',
  recommended: false,
  options: {},
  messages: {
    dangling: (data: {text: string; before: string}) => ({
      reason: `Unexpected ${data.before} after \`${data.text}\`, expected what it announces`,
      note: 'A list, a table or an embedded element went missing, or was never written'
    })
  },
  check(document, _options, report) {
    for (const paragraph of document.paragraphs) {
      const value = paragraph.prose.value.trimEnd()
      if (!leadIn.test(value) || emoji.test(value) || !isText(paragraph)) continue
      const next = blockAfter(document, paragraph)
      const before = nameOf(next, paragraph)
      const last = paragraph.sentences.at(-1)
      if (before === undefined || !last || announces(last.text, next)) continue
      report('dangling', {range: last.range, data: {text: shorten(last.text), before}})
    }
  }
})

function isText({place, isProse, section, wordCount}: Paragraph): boolean {
  return place === 'body' && isProse && !section.isReferences && wordCount >= fewestWords
}

/** The next block that readers see at that place. */
function blockAfter({blocks}: Document, {index}: Paragraph): Block | undefined {
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at]
    const isElsewhere =
      block?.type === 'definition' || (block?.type === 'paragraph' && block.place === 'footnote')
    if (!isElsewhere) return block
  }
  return undefined
}

/** What ends the part of the article that the lead-in stands in; nothing where something may be announced. */
function nameOf(next: Block | undefined, {section}: Paragraph): string | undefined {
  if (!next) return 'end of the article'
  if (next.type !== 'heading' || next.kind !== 'marked' || counted.test(next.text)) return undefined
  // The headings under a lead-in are what it announces, so are all below an introduction, and lines without a mark may be.
  const isNextPart = section.heading !== undefined && section.level > 1 && next.level <= section.level
  return isNextPart ? `heading \`${shorten(next.text)}\`` : undefined
}

/** “Let us look at the oven:” goes over to the part `The Oven`: it announces that. */
function announces(leadIn: string, next: Block | undefined): boolean {
  if (next?.type !== 'heading' || pointsDown.test(leadIn)) return false
  const known = new Set(wordsOf(leadIn))
  return wordsOf(next.text).some((word) => word.length >= 4 && known.has(word))
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/s$/, ''))
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `… ${line.slice(-60).replace(/^\S*\s/, '')}` : line
}
