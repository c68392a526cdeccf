import type {Document} from '../model.ts'

/** Words of contracts and licences, which an article about them has few of. */
const legalWords =
  /\b(?:hereby|herein|hereof|hereunder|thereof|thereto|thereunder|warrant(?:y|ies)|liabilit(?:y|ies)|disclaims?|licensors?|licensees?|pursuant to|notwithstanding|indemnif(?:y|ies|ication)|to the (?:fullest|greatest|maximum) extent|without limitation|shall)\b/gi
/** Of a hundred words; 2.1 to 2.6 in licences and contracts, at most 1.3 in articles on the law. */
const leastShare = 1.6
const fewest = 10
/** The MIT licence: 12 in 160 words. */
const short = {share: 3, fewest: 5}

/** Words of the rules that a house gives its own people; an article on them has at most 1 in a hundred. */
const houseWords =
  /\b(?:this policy|(?:is|are|be) (?:not )?(?:eligible|entitled|permitted|prohibited|required)|must (?:be|not)|in accordance with|at the discretion|prior (?:written )?approval|employees? (?:are|may|must|shall|who|will)|supervisors?|staff (?:may|must|should))\b/gi
const house = {share: 1.2, fewest: 8}
/** The same below a title that says so. */
const titled = {share: 0.4, fewest: 5}
const policyTitle = /\b(?:polic(?:y|ies)|code of conduct|by-?laws)$/i

/** What members, tenants and guests are told, in rules without a word of lawyers. */
const permissions =
  /\b(?:may|must|shall|(?:is|are) (?:not )?(?:allowed|entitled|forbidden|permitted|prohibited|required))\b/gi
/** “2.3 Water may be taken with a can.” */
const clause = /^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.? \p{Lu}/gmu
/** A report numbers its parts as well; here each number has a sentence or two, and what they say is what is permitted. */
const clauses = {fewest: 5, mostWords: 60, permissions: 1.5}
/** Of rules that don't number their sentences: who tells of those of others has no “these rules” and less of what is permitted. */
const unnumbered = {fewest: 6, permissions: 2.5}
const rulesTitle = /\b(?:rules|regulations|constitution|statutes|by-?laws|terms|conditions)\b/i
const ofItself = /\bthese (?:rules|regulations|statutes|by-?laws|terms|conditions)\b|\bthis constitution\b/i

/** The rules of a club, a house, a game: their sentences are numbered, or they speak of themselves below a title that says so. */
function areRules({text, wordCount, title}: Pick<Document, 'text' | 'wordCount' | 'title'>): boolean {
  const permitted = countWords(text, permissions)
  if (permitted < clauses.fewest || permitted * 100 < clauses.permissions * wordCount) return false
  const numbered = countWords(text, clause)
  if (numbered >= clauses.fewest && numbered * clauses.mostWords >= wordCount) return true
  if (permitted < unnumbered.fewest || permitted * 100 < unnumbered.permissions * wordCount) return false
  return rulesTitle.test(title?.text ?? '') && ofItself.test(text)
}

/** Whether the text is a licence, a contract, rules, terms of use or the policy of a house: what it says holds because it says so. */
export function isLegalText(document: Pick<Document, 'text' | 'wordCount' | 'title'>): boolean {
  const {text, wordCount, title} = document
  const count = countWords(text, legalWords)
  if (count >= fewest && count * 100 >= leastShare * wordCount) return true
  if (count >= short.fewest && count * 100 >= short.share * wordCount && /\bhereby\b/i.test(text)) return true
  if (areRules(document)) return true
  if (!/\bpolic(?:y|ies)\b/i.test(text)) return false
  const ofHouse = countWords(text, houseWords)
  const {share, fewest: least} = policyTitle.test(title?.text.trim() ?? '') ? titled : house
  return ofHouse >= least && ofHouse * 100 >= share * wordCount
}

function countWords(text: string, words: RegExp): number {
  let count = 0
  for (words.lastIndex = 0; words.test(text); ) count++
  return count
}
