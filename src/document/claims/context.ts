import type {Coverage} from '../coverage.ts'
import type {Document} from '../model.ts'
import type {Cue} from './cue-names.ts'
import type {Tokens} from './tokens.ts'
import type {Topic} from './topic.ts'
import {word} from './words.ts'

/** A sentence with its own cues. */
interface Cued {
  readonly tokens: Tokens
  readonly cues: Set<Cue>
}

/** Cues of the whole article: the same for each of its sentences. */
export function readArticleCues(
  document: Document,
  topic: Topic,
  candidates: readonly Cued[],
  words: number
): Cue[] {
  const cues: Cue[] = []
  const density = (document.citations.length * 1000) / Math.max(1, words)
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
  const isOutsider = topic.firstPerson < 0.08 && topic.secondPerson < 0.3 && density < 5
  const about = candidates.filter(({cues: own}) => own.has('subject') || own.has('house')).length
  if (isOutsider && about >= 3 && about >= candidates.length * 0.25) cues.push('article-profile')
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

/** Cues of a sentence's neighbours, added to its own. */
export function addContextCues(
  candidates: readonly Cued[],
  coverage: Coverage,
  article: readonly Cue[]
): void {
  const isProfile = article.includes('article-profile')
  const specific = candidates.map(
    ({cues}) => cues.has('quantity') || cues.has('past-name') || (cues.has('year') && cues.has('past'))
  )
  candidates.forEach(({tokens, cues}, index) => {
    const {paragraph, index: place} = tokens.sentence
    for (const cue of article) cues.add(cue)
    if (isProfile && tokens.all & (word.operation | word.effect | word.forecast | word.event | word.past))
      cues.add('profile-claim')
    const near = coverage.inParagraph(paragraph)
    // They stand in order: the first and the last tell.
    if ((near[0]?.sentence ?? place) < place) cues.add('cited-before')
    if ((near.at(-1)?.sentence ?? place) > place) cues.add('cited-after')
    for (const step of [-1, 1]) {
      const other = candidates[index + step]
      if (specific[index + step] && other?.tokens.sentence.paragraph === paragraph)
        cues.add('among-specifics')
    }
  })
}
