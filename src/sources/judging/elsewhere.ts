import {isFunctionWord} from '../../document/copies/rewording.ts'
import {splitWords} from '../../document/prose/words.ts'
import type {Page, PartVerdict, Statement} from '../model.ts'
import {type Folded, foldText, wordAt} from '../statements/folded.ts'
import {common, commonInNames} from '../statements/name-words.ts'
import {readPageWords} from './page-words.ts'

/** A page of fewer words may say what it says in other ones. */
const leastWords = 120
const fewestNames = 2
/** Beside so many names, and beside one. */
const fewestTelling = 3
const fewestTellingOfOne = 4
const mostTelling = 0.2
/** Letters of a word that two forms of it share. */
const stem = 5

/**
 * Whether a page speaks of something else altogether: none of the names of a statement stands on it, in any form, and
 * hardly a word of it.
 *
 * @param parts what was found of its figures and quotations
 */
export function isElsewhere(statement: Statement, page: Page, parts: readonly PartVerdict[] = []): boolean {
  const {names, text} = statement
  if (names.length === 0 || parts.some(({verdict}) => verdict !== 'absent')) return false
  const folded = readPageWords(page)
  if (folded.words.length < leastWords) return false
  const telling = findTelling(text, names)
  const own = names.filter((name) => isOwn(name))
  if (own.length === 0) return false
  if (telling.length < (own.length < fewestNames ? fewestTellingOfOne : fewestTelling)) return false
  const forms = readForms(page, folded)
  if (names.some((name) => isNamed(name, folded, forms) || isNamed(name, forms.address, forms))) return false
  return telling.filter((word) => forms.stems.has(word)).length < mostTelling * telling.length
}

/** Not “Department” or “Policy” alone: a page about the same may well call it otherwise. */
function isOwn(name: string): boolean {
  const words = foldText(name).words.filter((word) => !isFunctionWord(word))
  return words.length > 1 || words.some((word) => !commonInNames.has(word) && !common.has(word))
}

/** Stems of the words that tell what a statement is about, without those of its names. */
function findTelling(text: string, names: readonly string[]): readonly string[] {
  const named = new Set(names.flatMap((name) => foldText(name).words))
  const {words} = foldText(text)
  const telling = words.filter(
    (word) =>
      word.length > 3 &&
      /^\p{L}+$/u.test(word) &&
      !named.has(word) &&
      !common.has(word) &&
      !isFunctionWord(word)
  )
  return [...new Set(telling.map((word) => word.slice(0, stem)))]
}

/** What a page can spell a name as. */
interface Forms {
  readonly stems: ReadonlySet<string>
  /** Words in capitals. */
  readonly acronyms: ReadonlySet<string>
  /** The initials of its words, in capitals where the words have them; particles are left out. */
  readonly initials: string
  /** The words of its address: host and path. */
  readonly address: Folded
}

const known = new WeakMap<Page, Forms>()

function readForms(page: Page, {text, words}: Folded): Forms {
  const forms = known.get(page)
  if (forms) return forms
  const address = foldText(readAddress(page.url))
  const stems = new Set<string>()
  for (const word of [...words, ...address.words]) stems.add(word.slice(0, stem))
  const acronyms = new Set(address.words.map((word) => word.toUpperCase()))
  let initials = ''
  for (const {text: word} of splitWords(text)) {
    const first = word.charAt(0)
    if (first !== first.toLowerCase() || !particle.test(word)) initials += first
    if (word.length >= 2 && word.length <= 10 && word === word.toUpperCase() && /\p{Lu}/u.test(word))
      acronyms.add(word)
  }
  const read = {stems, acronyms, initials, address}
  known.set(page, read)
  return read
}

/** The words that tell what an address is of, in capitals as those of names: `Who Int Data Mills`. */
function readAddress(url = ''): string {
  if (!URL.canParse(url)) return ''
  const {hostname, pathname, search} = new URL(url)
  const path = `${pathname}${search}`.slice(0, 2000).replace(/%[\da-f]{2}/gi, ' ')
  return `${hostname} ${path}`.replace(/(?<![a-z])[a-z]/gi, (letter) => letter.toUpperCase())
}

const particle = /^(?:of|and|for|the|in|on|de|la|du|des|der|und|für)$/

/** Whether a page has a name: as it is, parted or joined otherwise, one word of it that is its own, or its acronym. */
function isNamed(name: string, folded: Folded, {acronyms, initials}: Forms): boolean {
  const {words, letters} = foldText(name)
  if (letters === '') return true
  const title = name.replace(/[^\p{L}\p{N}]/gu, '')
  const isAcronym = title.length >= 2 && title.length <= 6 && /^\p{Lu}+s?$/u.test(title)
  if (isAcronym && (acronyms.has(title) || initials.includes(title.replace(/s$/, '')))) return true
  if (hasLetters(folded, letters)) return true
  if (words.length === 1) return false
  const capitals = splitWords(name)
    .map(({text}) => text.charAt(0))
    .filter((first) => first !== first.toLowerCase())
    .join('')
  if (capitals.length >= 2 && acronyms.has(capitals)) return true
  const own = words.filter((word) => word.length > 2 && !commonInNames.has(word))
  // “United States Department of Health”: any of its words may be the page's name for it.
  const sought = own.length > 0 ? own : words.filter((word) => word.length > 4)
  return sought.length === 0 || sought.some((word) => hasLetters(folded, word, sought))
}

/** In letters: inside another word a shorter name stands by chance. */
const shortest = 5
const mostPlaces = 1000

/**
 * Whether letters stand on a page from the beginning of a word, or inside one: “auto-mobile”, “Brotfixes”.
 *
 * @param name words of which they are one: then they have a capital there, or another one beside them. “Fell” is not Cold Fell
 */
function hasLetters(folded: Folded, letters: string, name?: readonly string[]): boolean {
  let places = 0
  for (let at = folded.letters.indexOf(letters); at >= 0; at = folded.letters.indexOf(letters, at + 1)) {
    const word = wordAt(folded, at)
    const end = folded.starts[word + 1] ?? folded.letters.length
    if (++places > mostPlaces) return true
    if (name && !isCapital(folded, word) && !isBeside(folded, word, letters, name)) continue
    if (folded.starts[word] === at && (letters.length >= shortest || end - at <= letters.length + 1))
      return true
    if (letters.length >= shortest && at + letters.length <= end) return true
  }
  return false
}

function isCapital({text, from}: Folded, word: number): boolean {
  const first = text.charAt(from[word] ?? 0)
  return first === first.toUpperCase()
}

/** In words: “the council for the grain trade” is the Grain Trade Council. */
const reach = 6

function isBeside({words}: Folded, word: number, letters: string, name: readonly string[]): boolean {
  const near = words.slice(Math.max(0, word - reach), word + reach + 1)
  return name.some((other) => other !== letters && near.some((one) => one.startsWith(other.slice(0, stem))))
}
