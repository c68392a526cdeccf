import type {Block, Citation, Document, Paragraph, Sentence} from '../model.ts'
import {nobody} from './attribution-words.ts'
import {findCaptioned} from './references.ts'

const colon = /:["”’)]?\s*$/

/** "Ann Lee put it this way." */
const introduction =
  /(?:^|\s)(?:put it|as follows|this way|in (?:his|her|their|these|its) (?:own )?words|the following|like this|had this to say)\b[^.:]{0,40}[.:]$/i

/** "This is called a saddle oven": the name of what the sentence before describes. */
const naming =
  /^\w+ (?:is|are|was|were) (?:also |commonly |often |usually )?(?:called|known|named|referred|described)\b/i

/** Asked first, apart: V8 compiles what follows these words once for each of them. */
const opensNaming = /^(?:this|it|that|these|they) /i

/** Each of the introductions holds one of these; asked first, as fewer characters are tried. */
const mayIntroduce = /put it|follow|this|words/i

function introduces(text: string): boolean {
  return mayIntroduce.test(text) && introduction.test(text)
}

/** Whether a sentence opens what the next one, with its citations, completes. */
export function leadsInto(
  sentence: Sentence,
  after: Sentence,
  citations: readonly Citation[],
  {text: source, hasReferenceList}: Document
): boolean {
  const {text} = sentence
  if (colon.test(text) || (opensNaming.test(after.text) && naming.test(after.text))) return true
  if (/^["“«‘]/.test(after.text) && introduces(text)) return true
  return citations.some(
    (citation) => isMark(citation, hasReferenceList) || speaksAgain(citation, sentence, source)
  )
}

/** A mark of a note stands at the end of what it supports, which may be more than one sentence. */
function isMark({kind}: Citation, hasReferenceList: boolean): boolean {
  return (
    kind === 'footnote' ||
    kind === 'citation-key' ||
    kind === 'note-number' ||
    (kind === 'author-year' && hasReferenceList)
  )
}

/** "Ann Lee trusts her nose." before "“It smells of nuts,” Lee wrote." */
function speaksAgain({kind, range}: Citation, {words}: Sentence, source: string): boolean {
  if (kind !== 'attribution' && kind !== 'quotation') return false
  const names = source.slice(...range).match(/(?<![\p{L}\d])\p{Lu}\p{L}{2,}/gu) ?? []
  return names.some((name) => !nobody.has(name) && words.some(({text}) => isNameOf(text, name)))
}

/** "Lee", "Lee's" */
function isNameOf(text: string, name: string): boolean {
  return text.startsWith(name) && (text.length === name.length || /^['’]s$/.test(text.slice(name.length)))
}

/** A citation in a block beside a paragraph that covers it, or only one of its sentences. */
export interface Beside {
  readonly citation: Citation
  readonly sentence?: number
}

/**
 * Citations that reach over the end of a block: from a lead-in to its list or block quotation, from these to a lead-in
 * without one, and from the caption of a table or picture to the sentence that announces it.
 */
export function readBeside(
  blocks: readonly Block[],
  inParagraph: (paragraph: Paragraph) => readonly Citation[]
): Map<Paragraph, Beside> {
  const found = new Map<Paragraph, Beside>()
  blocks.forEach((block, index) => {
    if (block.type !== 'paragraph' || block.place !== 'body') return
    const captioned = findCaptioned(blocks, block)
    if (captioned && isCaption(block)) {
      const above = blocks[captioned.index - 1]
      const citation = inParagraph(block)[0]
      if (citation && above?.type === 'paragraph' && announces(above)) reach(above, citation)
    }
    const next = blocks[index + 1]
    if (next?.type !== 'paragraph' || (next.place !== 'item' && next.place !== 'quote')) return
    const last = block.sentences.at(-1)
    if (!last || !(colon.test(last.text) || introduces(last.text))) return
    const led = readRun(blocks, index + 1, next)
    const lead = findLead(block, last, inParagraph(block))
    if (lead) for (const paragraph of led) found.set(paragraph, {citation: lead})
    else {
      const cited = led.filter((paragraph) => inParagraph(paragraph).length > 0)
      const citation = cited[0] && inParagraph(cited[0])[0]
      if (citation && cited.length * 2 >= led.length) reach(block, citation)
    }
  })
  return found

  function reach(paragraph: Paragraph, citation: Citation): void {
    const sentence = paragraph.sentences.length - 1
    if (!found.has(paragraph)) found.set(paragraph, {citation, sentence})
  }
}

/** More words than this say something by themselves. */
const longestLead = 8

/** At what a source holds. */
const pointsBack =
  /\b(?:its|their|his|her|findings|results|highlights|takeaways|figures|numbers|conclusions|key points)\b/i

/** In the sentence with the colon; "Among its findings:" says nothing by itself and goes on from the sentence before. */
function findLead({sentences}: Paragraph, last: Sentence, near: readonly Citation[]): Citation | undefined {
  const own = near.find(({sentence}) => sentence === last.index)
  if (
    own ||
    last.words.length > longestLead ||
    !pointsBack.test(last.text) ||
    /:\s*$/.test(sentences[last.index - 1]?.text ?? ':')
  )
    return own
  return near.findLast(({sentence, kind}) => sentence === last.index - 1 && kind !== 'attribution')
}

/** The paragraphs of one list or block quotation. */
function readRun(blocks: readonly Block[], from: number, {place}: Paragraph): Paragraph[] {
  const run: Paragraph[] = []
  for (let at = from; at < blocks.length; at++) {
    const block = blocks[at]
    if (block?.type !== 'paragraph' || block.place !== place) break
    run.push(block)
  }
  return run
}

/** "The table shows what they ate." */
function announces(paragraph: Paragraph): boolean {
  const text = paragraph.sentences.at(-1)?.text ?? ''
  return (
    colon.test(text) || /\b(?:table|figure|fig\.|chart|graph|map|diagram|below|following|shown)\b/i.test(text)
  )
}

/** "Source: Met Office", "Figure 2. Loaves by year", or a short paragraph that is all in italics. */
function isCaption({prose: {value, marks}}: Paragraph): boolean {
  if (value.length > 400) return false
  if (/^(?:sources?|figure|fig\.|table|chart|graph|map|data|photo|image|credits?|notes?)\b/i.test(value))
    return true
  return marks.some(
    ({node, start, end}) => node.type === 'emphasis' && start === 0 && end >= value.length - 1
  )
}
