import {lazy} from '../lazy.ts'
import type {ClaimKind} from '../model.ts'
import {findQuotations} from '../prose/quoted.ts'
import {toLowerCase} from '../prose/words.ts'
import {cue} from './cue-names.ts'
import type {Candidate} from './features.ts'
import {word} from './words.ts'

/** What an editor would ask for: the kind decides the words of a message. */
export function readKind(candidate: Candidate): ClaimKind {
  const {tokens, cues} = candidate
  const {text} = tokens.sentence
  if (cues.has(cue.quotes) && isQuotation(text)) return 'quotation'
  if (isStudy(candidate)) return 'study'
  if (isForecast(text)) return 'forecast'
  if (tokens.all & word.rank) return 'rank'
  // "8.95 crowns in the first year"
  if (cues.has(cue.quantity) || counted().test(text)) return 'quantity'
  if (ranked.test(text)) return 'rank'
  if (isEffect(candidate)) return 'effect'
  return 'fact'
}

/** Most of it is somebody's words, or somebody says them. */
function isQuotation(text: string): boolean {
  const quotations = findQuotations(text)
  const quoted = quotations.reduce((sum, [start, end]) => sum + end - start, 0)
  if (quoted > text.length * 0.5) return true
  return quotations.some(([start, end]) => end - start > 30) && speech.test(text)
}

const speech =
  /\b(?:said|says|told|wrote|writes|stated|states|replied|recalled|recalls|added|adds|explained|explains|called|described|argued|warned|noted|remarked|declared|put it)\b/i

/** A figure with what it counts, a share, or a multiple. */
const counted = lazy(
  () =>
    /(?:^|[\s(~])(?:\d{1,3}(?:,\d{3})+|(?!(?:1[5-9]|20)\d\d\b)\d+(?:\.\d+)?)(?: [\p{Ll}-]+)? (?!(?:and|or|to|in|on|at|of|as|for|by|was|is|were|are|with|the|he|she|it|they)\b)\p{Ll}{3,}|\d ?%|\b(?:per ?cent|a (?:third|quarter|tenth|fifth)|half of|two thirds|doubled|tripled|quadrupled|halved)\b|[$€£¥]\d|\bscores? of \d/u
)

const research =
  /\bet al\b|\b(?:stud(?:y|ies)|survey|poll|trials?|experiments?|simulations?|meta-analysis|re-?analysis|review|paper|researchers?|scientists?|psychologists?|historians?|economists?|critics?|experts?|analysts?|authors?|reviewers?)\b[^.;]{0,80}\b(?:found|finds?|show(?:s|ed|n)?|suggest(?:s|ed)?|conclude[sd]?|report(?:s|ed)?|estimate[sd]?|demonstrate[sd]?|reveal(?:s|ed)?|argue[sd]?|believe[sd]?|agree[sd]?|explored?|noted?|notes|observed?|discovered?|proposed?|claim(?:s|ed)?|contend|praised?|revised)\b/i

function isStudy({tokens, cues, weasel}: Candidate): boolean {
  return weasel !== undefined || cues.has(cue.study) || research.test(tokens.sentence.text)
}

/** In lower case. */
const planned = lazy(
  () =>
    /\b(?:(?:is|are|was|were|be|been) (?:\w+ly )?(?:expected|projected|poised|forecast|forecasted|predicted|slated|scheduled|planned|set|likely|going|due|on track|exploring|planning|considering) (?:to|for|that)|(?:plans?|intends?|aims?|hopes?|expects?|promise[sd]?|vow(?:s|ed)?|pledge[sd]?) to|will (?:likely |probably |soon |eventually |also |be )*\p{Ll}{3,}|expects?|predicts?|is (?:exploring|planning|considering|developing))\b/u
)

/** Somebody's plan, or what is to come; not "will you", and not what a reader will do. */
function isForecast(text: string): boolean {
  return planned().test(toLowerCase(text)) && !/\b(?:you|we|I)(?:['’]ll| will)\b/.test(text)
}

/** Ranks that need a word before them to be one: "the first", "Europe's only", "one of the most visited". */
const ranked =
  /(?:\b(?:the|its|their|his|her|of)|['’]s) (?:[a-z-]+ )?(?:first(?! (?:few|two|three|four|quarter|half|weeks?|months?|years?|days?|hours?|minutes?|draft|step)\b)|only|best|worst|top|premier|most [a-z]{3,})\b|\b(?:number one|best-selling|record|first to|first time|ever (?:made|built|recorded|sold|seen))\b/i

/** What something does to people or things in general, rather than what a named one did. */
function isEffect({tokens, cues, names}: Candidate): boolean {
  const named = names.at.length
  if (cues.has(cue.past) && named > 0) return false
  const isGeneral = (tokens.all & (word.effect | word.health | word.law | word.modal | word.usually)) !== 0
  return isGeneral && named <= (tokens.all & (word.effect | word.health) ? 1 : 0)
}
