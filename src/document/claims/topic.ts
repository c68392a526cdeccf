import type {Document} from '../model.ts'
import type {WordFacts} from '../prose/word-facts.ts'
import {createFilter, filterHash, stemOf} from './facts.ts'
import type {Tokens} from './tokens.ts'
import {trait} from './traits.ts'
import {word} from './words.ts'

/** What an article is about, and how it speaks, as far as its words show. Shares are of its sentences, 0-1. */
export interface Topic {
  /** The names of each sentence. */
  readonly namesOf: readonly Names[]
  /** How many words of each sentence are in the title. */
  readonly inTitle: readonly number[]
  /** Whether a word in lower case is a name of the article. */
  isNamed(lower: string): boolean
  readonly firstPerson: number
  readonly secondPerson: number
  /** With a year. */
  readonly years: number
  /** In the past tense. */
  readonly past: number
  readonly health: number
  readonly law: number
  /** Names, a sentence. */
  readonly names: number
}

/** The names of a sentence: capitalised words, and not merely the first of their sentence. */
export interface Names {
  /** Which words they are, in order. */
  readonly at: readonly number[]
  /** Of each what the article shows of it. */
  readonly of: readonly Name[]
}

/** A name, by its stem. */
export interface Name {
  /** How often it stands in the article. */
  count: number
  /** The title is about it. */
  isTopic: boolean
  /** It stands again and again, in the title or not. */
  isSubject: boolean
  /** The article speaks of it as "we". */
  isOwnHouse: boolean
}

/** How often a word stands in mid-sentence with a capital, without one, and beside "we". */
interface Spelling extends Name {
  capital: number
  /** As the first word of a sentence. */
  opening: number
  small: number
  beside: number
}

const noNames: Names = {at: [], of: []}

/**
 * Reads the topic from the words of all sentences.
 *
 * @param titleWords in lower case
 */
export function readTopic(
  document: Document,
  all: readonly Tokens[],
  titleWords: ReadonlySet<string>
): Topic {
  const {spellings, inTitle, sums} = readSpellings(all, titleWords)
  const count = Math.max(1, all.length)
  const title = titleNames(document)
  const spellingOf = (stem: string): Spelling => {
    const known = spellings.get(stem)
    if (known) return known
    const spelling = createSpelling()
    spellings.set(stem, spelling)
    return spelling
  }
  const isName = ({bits, shape, stem}: WordFacts, index: number): boolean => {
    if (bits & (word.first | word.month | word.opener)) return false
    const {capital, small} = spellingOf(stem)
    if (index > 0) return small <= capital
    // The first word of a sentence is a name when it is one elsewhere.
    return shape === 'acronym' || (bits === 0 && (capital > small || (small === 0 && title.has(stem))))
  }
  const namesIn = ({facts, capitals}: Tokens): Names => {
    let names = noNames as {at: number[]; of: Spelling[]}
    for (let place = 0; place < capitals.length; place++) {
      const index = capitals[place] as number
      const known = facts[index] as WordFacts
      if (!isName(known, index)) continue
      const name = spellingOf(known.stem)
      name.count++
      // Most have one: an empty array would make room for seventeen.
      if (names === noNames) names = {at: [index], of: [name]}
      else {
        names.at.push(index)
        names.of.push(name)
      }
    }
    return names
  }
  const namesOf = all.map(namesIn)
  spellings.forEach((name, stem) => {
    const {capital, opening, small, beside} = name
    const often = capital + opening
    name.isTopic = title.has(stem) && (capital > small ? often >= 2 : small === 0 && opening >= 2)
    name.isSubject = small <= capital && often >= 4 && often >= count * 0.15
    name.isOwnHouse = beside >= 2 && beside * 4 >= capital
  })
  return {
    namesOf,
    inTitle,
    isNamed: (lower) => (spellings.get(lower)?.count ?? 0) > 0,
    firstPerson: sums.firstPerson / count,
    secondPerson: sums.secondPerson / count,
    years: sums.years / count,
    past: sums.past / count,
    health: sums.health / count,
    law: sums.law / count,
    names: sums.names / count
  }
}

function createSpelling(): Spelling {
  return {
    capital: 0,
    opening: 0,
    small: 0,
    beside: 0,
    count: 0,
    isTopic: false,
    isSubject: false,
    isOwnHouse: false
  }
}

type Sums = Omit<Topic, 'namesOf' | 'inTitle' | 'isNamed'>

/** What a filter holds of a word. */
const [hasCapital, isInTitle] = [1, 2]

/** How the words that ever have a capital are written, and sums over all sentences. */
function readSpellings(
  all: readonly Tokens[],
  titleWords: ReadonlySet<string>
): {spellings: Map<string, Spelling>; inTitle: readonly number[]; sums: Sums} {
  const spellings = new Map<string, Spelling>()
  const filter = createFilter()
  const sums = {firstPerson: 0, secondPerson: 0, years: 0, past: 0, health: 0, law: 0, names: 0}
  for (let at = 0; at < all.length; at++) {
    const {facts, all: whole, traits, capitals} = all[at] as Tokens
    if (whole & word.first) sums.firstPerson++
    if (whole & word.second) sums.secondPerson++
    if (whole & word.health) sums.health++
    if (whole & word.law) sums.law++
    if (traits & trait.year) sums.years++
    if (whole & word.past && hasPast(facts)) sums.past++
    const hasWe = (traits & trait.we) !== 0
    for (let place = 0; place < capitals.length; place++) {
      const index = capitals[place] as number
      const {bits, stem, stemHash} = facts[index] as WordFacts
      const isInside = index > 0 && !(bits & word.first)
      if (!isInside && bits !== 0) continue
      let spelling = spellings.get(stem)
      if (!spelling) {
        spelling = createSpelling()
        spellings.set(stem, spelling)
        filter[stemHash] = hasCapital
      }
      if (isInside) {
        spelling.capital++
        sums.names++
      } else spelling.opening++
      if (hasWe) spelling.beside++
    }
  }
  for (const text of titleWords) filter[filterHash(text)] = (filter[filterHash(text)] as number) | isInTitle
  // Of words that never have a capital, and are in no title, nobody asks.
  const inTitle = all.map(({facts}) => {
    let count = 0
    for (let index = 0; index < facts.length; index++) {
      const known = facts[index] as WordFacts
      const kind = filter[known.hash] as number
      if (kind === 0) continue
      if (kind & isInTitle && titleWords.has(known.key)) count++
      const spelling = kind & hasCapital && known.shape === 'lower' ? spellings.get(known.key) : undefined
      if (spelling) spelling.small++
    }
    return count
  })
  return {spellings, inTitle, sums}
}

function hasPast(facts: readonly WordFacts[]): boolean {
  for (let index = 0; index < facts.length; index++) {
    const {shape, bits} = facts[index] as WordFacts
    if (bits & word.past && shape === 'lower') return true
  }
  return false
}

/** Capitalised words of the title, in lower case. */
function titleNames(document: Document): Set<string> {
  const names = new Set<string>()
  for (const text of document.title?.text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []) {
    if (text !== text.toLowerCase()) names.add(stemOf(text.toLowerCase().replace(/(?<![.-])[.-]+$/, '')))
  }
  return names
}
