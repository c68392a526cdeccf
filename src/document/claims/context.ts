import type {Document} from '../model.ts'
import {showsCode} from './code-share.ts'
import type {Coverage} from './coverage.ts'
import {Cues, cue} from './cue-names.ts'
import type {Tokens} from './tokens.ts'
import type {Topic} from './topic.ts'
import {word} from './words.ts'

/** A sentence with its own cues. */
interface Cued {
  readonly tokens: Tokens
  readonly cues: Cues
}

/** Cues of the whole article: the same for each of its sentences. */
export function readArticleCues(
  document: Document,
  topic: Topic,
  candidates: readonly Cued[],
  words: number
): Cues {
  const cues = new Cues()
  const density = (document.citations.length * 1000) / Math.max(1, words)
  if (density === 0) cues.add(cue['article-uncited'])
  if (density >= 2) cues.add(cue['article-some'])
  if (density >= 6) cues.add(cue['article-cited'])
  const told = document.citations.filter(({kind}) => kind === 'attribution' || kind === 'quotation').length
  if (told >= 3 && told >= candidates.length * 0.2) cues.add(cue['article-reported'])
  if (isManual(document)) cues.add(cue['article-manual'])
  if (topic.firstPerson >= 0.1) cues.add(cue['article-first-person'])
  if (topic.firstPerson >= 0.4) cues.add(cue['article-personal'])
  if (topic.secondPerson >= 0.15) cues.add(cue['article-addressing'])
  if (topic.names >= 0.5) cues.add(cue['article-names'])
  if (topic.years >= 0.1) cues.add(cue['article-years'])
  if (topic.past >= 0.6) cues.add(cue['article-history'])
  if (topic.health >= 0.2) cues.add(cue['article-health'])
  if (topic.law >= 0.25) cues.add(cue['article-law'])
  const isOutsider = topic.firstPerson < 0.08 && topic.secondPerson < 0.3 && density < 5
  if (isOutsider) {
    const about = candidates.filter(({cues: own}) => own.has(cue.subject) || own.has(cue.house)).length
    if (about >= 3 && about >= candidates.length * 0.25) cues.add(cue['article-profile'])
  }
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
  return showsCode(document)
}

/** Cues of a sentence's neighbours, added to its own. */
export function addContextCues(candidates: readonly Cued[], coverage: Coverage, article: Cues): void {
  const isProfile = article.has(cue['article-profile'])
  const acts = word.operation | word.effect | word.forecast | word.event | word.past
  for (let at = 0; at < candidates.length; at++) {
    const {tokens, cues} = candidates[at] as Cued
    const {paragraph, index: place} = tokens.sentence
    cues.addAll(article)
    if (isProfile && tokens.all & acts) cues.add(cue['profile-claim'])
    const near = coverage.inParagraph(paragraph)
    // They stand in order: the first and the last tell.
    if ((near[0]?.sentence ?? place) < place) cues.add(cue['cited-before'])
    if ((near.at(-1)?.sentence ?? place) > place) cues.add(cue['cited-after'])
  }
  for (let index = 1; index < candidates.length; index++) {
    const before = candidates[index - 1] as Cued
    const after = candidates[index] as Cued
    if (before.tokens.sentence.paragraph !== after.tokens.sentence.paragraph) continue
    if (isSpecific(before)) after.cues.add(cue['among-specifics'])
    if (isSpecific(after)) before.cues.add(cue['among-specifics'])
  }
}

function isSpecific({cues}: Cued): boolean {
  return cues.has(cue.quantity) || cues.has(cue['past-name']) || (cues.has(cue.year) && cues.has(cue.past))
}
