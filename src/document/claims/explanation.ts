import type {Claim, ClaimKind, Document, Paragraph} from '../model.ts'

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

/** Of a list of terms: entries, their share of the words, and the share of entries that may have a figure. */
const fewestEntries = 5
const entryShare = 0.8
const figureShare = 0.25
/** “A”, “B–D”: the headings of a list that goes by letters. */
const longestLetters = 3

/**
 * Whether an article is a list of terms that says what each of them means or how it is written: nearly all of it stands
 * in items that begin in bold, few have figures, and no headings but letters divide it.
 */
export function isGlossary({paragraphs, headings}: Pick<Document, 'paragraphs' | 'headings'>): boolean {
  if (headings.some(({level, text}) => level > 1 && text.length > longestLetters)) return false
  const entries = paragraphs.filter(isEntry)
  if (entries.length < fewestEntries || countWords(entries) < countWords(paragraphs) * entryShare)
    return false
  return entries.filter(({prose}) => /\d/.test(prose.value)).length <= entries.length * figureShare
}

function isEntry({place, prose}: Paragraph): boolean {
  return place === 'item' && prose.marks.some(({node, start}) => node.type === 'strong' && start === 0)
}

function countWords(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, {wordCount}) => sum + wordCount, 0)
}
