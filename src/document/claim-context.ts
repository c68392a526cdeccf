import type {Tokens} from './claim-tokens.ts'
import type {Cue} from './claim-weights.ts'
import {word} from './claim-words.ts'
import type {Coverage} from './coverage.ts'
import type {Document, Section} from './model.ts'
import type {Topic} from './topic.ts'

/** A sentence with its own cues. */
export interface Candidate {
  readonly tokens: Tokens
  readonly cues: Set<Cue>
}

/** Cues of the whole article: the same for each of its sentences. */
export function readArticleCues(document: Document, topic: Topic, candidates: readonly Candidate[]): Cue[] {
  const cues: Cue[] = []
  const density = (document.citations.length * 1000) / Math.max(1, document.wordCount)
  if (density === 0) cues.push('article-uncited')
  if (density >= 2) cues.push('article-some')
  if (density >= 6) cues.push('article-cited')
  const told = document.citations.filter(({kind}) => kind === 'attribution' || kind === 'quotation').length
  if (told >= 3 && told >= candidates.length * 0.2) cues.push('article-reported')
  if (isManual(document)) cues.push('article-manual')
  if (topic.firstPerson >= 0.1) cues.push('article-first-person')
  if (topic.firstPerson >= 0.4) cues.push('article-personal')
  if (topic.secondPerson >= 0.15) cues.push('article-addressing')
  if (topic.names >= 0.5) cues.push('article-names')
  if (topic.years >= 0.1) cues.push('article-years')
  if (topic.past >= 0.6) cues.push('article-history')
  if (topic.health >= 0.2) cues.push('article-health')
  if (topic.law >= 0.25) cues.push('article-law')
  const people = candidates.filter(({cues: own}) => own.has('he-or-she') || own.has('first-person')).length
  if (density === 0 && topic.past >= 0.5 && topic.years < 0.02 && people >= candidates.length * 0.3)
    cues.push('article-story')
  const acting = candidates.filter(({cues: own}) => own.has('topic-acts') || own.has('house-acts')).length
  const isOutsider = topic.firstPerson < 0.05 && topic.secondPerson < 0.15
  if (isOutsider && density < 2 && topic.house >= 0.02 && acting >= 3 && acting >= candidates.length * 0.12)
    cues.push('article-profile')
  return cues
}

/** Code in every other paragraph, or the notes of a release: an author about the own product. */
function isManual(document: Document): boolean {
  if (
    /\b(?:release notes|released|changelog|what['’]s new|v?\d+\.\d+(?:\.\d+)?)(?:\s|$)/i.test(
      document.title?.text ?? ''
    )
  )
    return true
  let code = 0
  for (const block of document.blocks) {
    if (block.type === 'code') code++
    else if (block.type === 'paragraph' && block.prose.marks.some(({node}) => node.type === 'inlineCode'))
      code++
  }
  return code >= 3 && code * 4 >= document.paragraphs.length
}

const closingHeading =
  /\b(?:conclusions?|final thoughts|summary|takeaways?|wrapping up|closing|in short|bottom line)\b/i
const adviceHeading =
  /\b(?:how to|tips|steps?|best practices?|should|your|getting started|install|advice|what to|next|checklist)\b/i
const historyHeading =
  /\b(?:history|historical|background|origins?|early|life|career|biography|rise|reign|fall|battle|war|timeline|aftermath)\b/i

/** Cues of a sentence's neighbours and section, added to its own. */
export function addContextCues(
  candidates: readonly Candidate[],
  coverage: Coverage,
  article: readonly Cue[]
): void {
  const isProfile = article.includes('article-profile')
  const headings = new Map<Section, Cue | undefined>()
  const specific = candidates.map(
    ({cues}) => cues.has('quantity') || cues.has('past-name') || (cues.has('year') && cues.has('past'))
  )
  candidates.forEach(({tokens, cues}, index) => {
    const {paragraph, index: place} = tokens.sentence
    for (const cue of article) cues.add(cue)
    if (isProfile && (tokens.all & (word.operation | word.effect | word.forecast) || cues.has('topic')))
      cues.add('profile-claim')
    const near = coverage.inParagraph(paragraph)
    if (near.some(({sentence}) => sentence < place)) cues.add('cited-before')
    if (near.some(({sentence}) => sentence > place)) cues.add('cited-after')
    for (const step of [-1, 1]) {
      const other = candidates[index + step]
      if (specific[index + step] && other?.tokens.sentence.paragraph === paragraph)
        cues.add('among-specifics')
    }
    if (!headings.has(paragraph.section)) headings.set(paragraph.section, readHeading(paragraph.section))
    const heading = headings.get(paragraph.section)
    if (heading) cues.add(heading)
  })
}

function readHeading({heading}: Section): Cue | undefined {
  // Text below the title is the lead, whether the title has its mark or not: a repair must not move a claim.
  if (!heading || heading.level === 1) return 'in-lead'
  if (closingHeading.test(heading.text)) return 'in-closing'
  if (adviceHeading.test(heading.text)) return 'in-advice'
  return historyHeading.test(heading.text) ? 'in-history' : undefined
}
