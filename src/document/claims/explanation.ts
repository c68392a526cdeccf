import type {Claim, ClaimKind} from '../model.ts'

/** Below it a sentence is no claim. */
const least = 0.35
/** From here on a claim is one whatever its kind: "The chain stores its dough in depots near Hanover." */
const sure = 0.7
/** Fewer claims say nothing of an article. */
const fewest = 5
/** Explanations have fewer such claims than this, articles that need sources more. */
const share = 0.15

/** What stands in somebody's figures, study or ranking. */
const hard: ReadonlySet<ClaimKind> = new Set(['quantity', 'study', 'rank', 'effect', 'quotation'])

/**
 * Whether the claims of an article explain how a thing works, as in "The oven heats the stone before the dough goes in":
 * hardly one has a figure, a study, a rank or an effect, and none is a claim for sure. Who explains it knows it from the
 * thing.
 */
export function isExplanation(claims: readonly Claim[]): boolean {
  const open = claims.filter(({confidence}) => confidence >= least)
  if (open.length < fewest) return false
  const found = open.filter(
    ({confidence, kind, sentence}) => confidence >= sure || /\d/.test(sentence.text) || hard.has(kind)
  )
  return found.length < open.length * share
}
