import {normaliseLine} from '../prose/names.ts'

/** In words; a shorter line says something. */
const shortest = 8
/** How often two words of the title stand next to each other in it. */
const fewest = {inRow: 3, inList: 2}
/** Phrases of a list. */
const fewestPhrases = 3
const longestPhrase = 7

/**
 * `how to heat a village oven village oven wood best village oven`, `village oven, village oven wood, best oven`: phrases
 * that people search for, in lower case, which say the words of the title over and over.
 */
export function isKeywordList(text: string, title: string): boolean {
  if (text !== text.toLowerCase() || title === title.toLowerCase()) return false
  const isList = text.includes(',')
  if (!/^[\p{Ll}\p{N}', ’&+-]+$/u.test(text)) return false
  const pairs = pairsOf(title)
  if (!isList) return text.split(' ').length >= shortest && mostOften(pairsOf(text), pairs) >= fewest.inRow
  const phrases = text.split(',').map((phrase) => phrase.trim())
  if (phrases.length < fewestPhrases || phrases.some((phrase) => phrase.split(' ').length > longestPhrase))
    return false
  // “red rye, white rye and black rye”: a list in a sentence.
  if (phrases.some((phrase) => phrase === '' || /^(?:and|or|but)\b|\b(?:and|or) /.test(phrase))) return false
  return mostOften(phrases.flatMap(pairsOf), pairs) >= fewest.inList && haveWord(phrases)
}

/** Two words that follow each other, neither of them a small one. */
function pairsOf(text: string): string[] {
  const words = normaliseLine(text).split(' ')
  return words.slice(1).flatMap((word, at) => {
    const before = words[at] as string
    return word.length > 3 && before.length > 3 ? [`${before} ${word}`] : []
  })
}

function mostOften(pairs: readonly string[], wanted: readonly string[]): number {
  return Math.max(0, ...wanted.map((pair) => pairs.filter((other) => other === pair).length))
}

/** One word stands in nearly all of them. */
function haveWord(phrases: readonly string[]): boolean {
  const words = phrases.map((phrase) => new Set(phrase.split(' ')))
  const [first, second] = words
  return [...(first ?? []), ...(second ?? [])].some(
    (word) =>
      word.length > 3 &&
      words.filter((others) => others.has(word)).length >= Math.max(fewestPhrases, words.length * 0.75)
  )
}
