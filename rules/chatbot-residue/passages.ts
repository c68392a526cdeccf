import {
  type Block,
  createSpans,
  type Document,
  findQuotations,
  type Paragraph,
  type Prose,
  type Range,
  type Spans
} from '../../src/rule/index.ts'

/** A paragraph, heading or title that can hold a chatbot's words; no block quote. */
export interface Passage {
  readonly prose: Prose
  readonly paragraph: Paragraph | undefined
  /** A line of its own in the body. */
  readonly isLine: boolean
  /** Quotations, code and italics: words that are shown, not said. Found when first asked for. */
  shown(): Spans
}

export function readPassages({blocks, title}: Document): Passage[] {
  const passages: Passage[] = []
  // The first line of scraped text is its title, and no block.
  if (title?.prose && !title.block) passages.push(new ReadPassage(title.prose, true))
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.type === 'heading') passages.push(new ReadPassage(block.prose, true))
    else if (block.type === 'paragraph' && block.place !== 'quote')
      passages.push(new ReadPassage(block.prose, block.place === 'body', block))
  }
  return passages
}

class ReadPassage implements Passage {
  readonly prose: Prose
  readonly isLine: boolean
  readonly paragraph: Paragraph | undefined
  private spans: Spans | undefined

  constructor(prose: Prose, isLine: boolean, paragraph?: Paragraph) {
    this.prose = prose
    this.isLine = isLine
    this.paragraph = paragraph
  }

  shown(): Spans {
    this.spans ??= createSpans([
      ...findQuotations(this.prose.value),
      ...this.prose.marks
        .filter(({node}) => node.type === 'emphasis' || node.type === 'inlineCode')
        .map(({start, end}): Range => [start, end])
    ])
    return this.spans
  }
}

/** Words before a phrase that show it is told, not said: “it replied that as an AI language model I …”. */
const told =
  /:|\b(?:say|says|said|saying|repl(?:y|ies|ied)|respond(?:s|ed)?|answer(?:s|ed)?|writes?|wrote|written|outputs?|prints?|tells?|told|phrases?|such as|message|error|button|click|press|call(?:s|ed)?|titled|prompts?|prompted|asks?|asked)\b/i

/** Words that announce nothing that somebody says: “Note: as an AI language model, I …”. */
const label = /^\W*(?:(?:please )?note|disclaimer|important(?: note)?|caveat|reminder|update|p\.?s\.?)\W*$/i

/** How far before a phrase its sentence is read. */
const reach = 160

/** Whether words are quoted or told: in quotation marks, in code, in italics, after a colon or a saying verb. */
export function isTold(passages: readonly Passage[], index: number, [start, end]: Range): boolean {
  const passage = passages[index] as Passage
  if (passage.shown().overlaps(start, end)) return true
  const sentence = passage.prose.value
    .slice(Math.max(0, start - reach), start)
    .split(/[.!?]/)
    .at(-1) as string
  if (told.test(sentence) && !label.test(sentence)) return true
  return start === sentence.length && /:\s*$/.test(passages[index - 1]?.prose.value.slice(-3) ?? '')
}
