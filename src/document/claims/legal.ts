import type {Document} from '../model.ts'

/** Words of contracts and licences, which an article about them has few of. */
const legalWords =
  /\b(?:hereby|herein|hereof|hereunder|thereof|thereto|thereunder|warrant(?:y|ies)|liabilit(?:y|ies)|disclaims?|licensors?|licensees?|pursuant to|notwithstanding|indemnif(?:y|ies|ication)|to the (?:fullest|greatest|maximum) extent|without limitation|shall)\b/gi
/** Of a hundred words; 2.1 to 2.6 in licences and contracts, at most 1.3 in articles on the law. */
const leastShare = 1.6
const fewest = 10
/** The MIT licence: 12 in 160 words. */
const short = {share: 3, fewest: 5}

/** Whether the text is a licence, a contract or terms of use: what it says holds because it says so. */
export function isLegalText({text, wordCount}: Pick<Document, 'text' | 'wordCount'>): boolean {
  let count = 0
  for (legalWords.lastIndex = 0; legalWords.test(text); ) count++
  if (count >= fewest) return count * 100 >= leastShare * wordCount
  return count >= short.fewest && count * 100 >= short.share * wordCount && /\bhereby\b/i.test(text)
}
