/** Quotations that lost a “not”, or were given one. */
import {isFunctionWord} from '../../document/copies/rewording.ts'
import {type Folded, rowOf, wordAt} from '../statements/folded.ts'
import {findAll, type QuotedPart} from './quotation-parts.ts'

/** Where a page says the opposite of a quotation with the same words. */
export interface Opposite {
  /** In the page's text. */
  readonly start: number
  readonly end: number
}

/** What is left of a word once what it denies is taken from it; nothing of those that do nothing else. */
const denying = new Map([
  ...['no', 'not', 'never'].map((word) => [word, ''] as const),
  ['without', 'with'],
  ['cannot', 'can'],
  ['cant', 'can'],
  ['wont', 'will'],
  ...'is are was were has have had would could should must need'
    .split(' ')
    .map((word) => [`${word}nt`, word] as const),
  ...['dont', 'doesnt', 'didnt'].map((word) => [word, ''] as const)
])
/** “We do not want”, “we want”. */
const carriers = new Set(['do', 'does', 'did'])
/** “No longer” is one denial. “Not only” denies nothing. */
const after = new Set(['longer'])
const harmless = new Set(['only', 'just', 'merely', 'simply', 'even', 'necessarily', 'least', 'to'])

interface Bare {
  /** Without what denies. */
  readonly row: Folded
  /** Of each of its words, the index in the text; and how many words before it deny. */
  readonly places: Int32Array
  readonly denials: Int32Array
}

const known = new WeakMap<Folded, Bare>()

function readBare(folded: Folded): Bare {
  const found = known.get(folded)
  if (found) return found
  const words: string[] = []
  const places: number[] = []
  const denials: number[] = []
  let count = 0
  folded.words.forEach((word, at) => {
    const rest = denialAt(folded, at)
    if (rest !== undefined) count++
    const left =
      rest ?? (carriers.has(word) || (after.has(word) && denialAt(folded, at - 1) !== undefined) ? '' : word)
    if (left === '') return
    words.push(left)
    places.push(at)
    denials.push(count)
  })
  const from = Int32Array.from(places, (at) => folded.from[at] as number)
  const to = Int32Array.from(places, (at) => folded.to[at] as number)
  const bare = {
    row: rowOf(folded.text, words, from, to),
    places: Int32Array.from(places),
    denials: Int32Array.from(denials)
  }
  known.set(folded, bare)
  return bare
}

/** What a word denies, which may be the one after it; nothing where it denies nothing. */
function denialAt({words}: Folded, at: number): string | undefined {
  const rest = denying.get(words[at] ?? '')
  return rest === undefined || harmless.has(words[at + 1] ?? '') ? undefined : rest
}

/** In words: fewer may stand anywhere. */
const fewest = 4
const fewestTelling = 3
const many = 5
const fewestTellingOfMany = 2
const mostPlaces = 60

function isTelling(words: readonly string[]): boolean {
  const telling = words.filter((word) => !isFunctionWord(word)).length
  return words.length >= many
    ? telling >= fewestTellingOfMany
    : words.length >= fewest && telling >= fewestTelling
}

/**
 * Where a page has all the words of a part of a quotation in a row, but denies what that states, or the other way round.
 * `same` where it may say the same in other words.
 */
export function findOpposite(part: QuotedPart, page: Folded): Opposite | 'same' | undefined {
  const quoted = readBare(part.folded)
  const {words} = quoted.row
  if (!isTelling(words)) return undefined
  const bare = readBare(page)
  const leads = quoted.denials[0] ?? 0
  const inside = (quoted.denials.at(-1) ?? 0) - leads
  let found: Opposite | undefined
  for (const start of findAll(bare.row, {...part, folded: quoted.row}, mostPlaces)) {
    const first = wordAt(bare.row, start)
    const last = first + words.length - 1
    const from = bare.places[first] as number
    const to = bare.places[last] as number
    if (bare.row.words[last] !== words.at(-1)) continue
    const others = (bare.denials[last] as number) - (bare.denials[first] as number)
    const own =
      leads > 0 && denialAt(page, from) === undefined && denialAt(page, from - 1) === undefined ? 1 : 0
    if ((inside + own - others) % 2 === 0) continue
    // “did not find evidence of failure” is “no evidence of failure” in other words.
    if (own > 0 && isDenied(page, from, to)) return 'same'
    found ??= {start: page.from[from] as number, end: page.to[to] as number}
  }
  return found
}

const denial =
  /\b(?:no|not|never|without|neither|nor|nobody|none|nothing|hardly|barely|lack(?:s|ed|ing)?|fail(?:s|ed)?|den(?:y|ies|ied)|reject(?:s|ed)?|absence|cannot|whether|if)\b|n['’]t\b/i
/** In characters. */
const clause = 120
/** “They looked for evidence of failure. There was none.” */
const search =
  /\b(?:look(?:s|ed|ing)?|search(?:es|ed|ing)?|seeks?|seeking|sought|ask(?:s|ed|ing)?|hunt(?:s|ed|ing)?|any)\b/i

/** Something denies or seeks words: before them in the same sentence, or right after them. */
function isDenied({text, from, to}: Folded, first: number, last: number): boolean {
  const [start, end] = [from[first] ?? 0, to[last] ?? 0]
  const ahead = text.slice(Math.max(0, start - clause), start)
  const stop = Math.max(...['. ', '! ', '? ', '\n'].map((mark) => ahead.lastIndexOf(mark)))
  const before = ahead.slice(stop + 1)
  const [behind = ''] = text.slice(end, end + clause / 2).split('\n', 1)
  return denial.test(before) || search.test(before) || denial.test(behind)
}

/** The article asserts what it quotes: “the report found “…”, “there is “…”. */
const asserting =
  /\b(?:found|finds|shows?|showed|revealed|reveals|confirm(?:ed|s)|uncovered|identified|there (?:is|was|are|were|had been|has been)|called (?:it|him|her|them|this)|described (?:it|him|her|them|this) as)\b[\s,:]{0,3}$/i

/**
 * Where a page has the words of a quotation, but nowhere without a denial right before them: “no evidence of failure”. Nothing
 * where the article may deny them itself.
 *
 * @param statement the sentence that quotes them
 */
export function findDenied(
  part: QuotedPart,
  page: Folded,
  quotation: string,
  statement: string
): Opposite | undefined {
  const {words, letters} = part.folded
  const at = statement.indexOf(quotation)
  if (at < 0 || !isTelling(words)) return undefined
  const ahead = statement.slice(0, at).replace(/[“"‘'«„]\s*$/, '')
  if (!asserting.test(ahead) || denial.test(ahead) || denial.test(statement.slice(at + quotation.length)))
    return undefined
  let found: Opposite | undefined
  for (const start of findAll(page, part, mostPlaces)) {
    const first = wordAt(page, start)
    const last = wordAt(page, start + letters.length - 1)
    const before = page.words[first - 1] ?? ''
    const blank = page.text.slice(page.to[first - 1] ?? 0, page.from[first] ?? 0)
    // “Whether or not”, “No, …”, a question
    const isPlain = blank === ' ' && !/^(?:or|if|why|is|are|was|were)$/.test(page.words[first - 2] ?? '')
    if (denying.get(before) !== '' || denialAt(page, first - 1) === undefined || !isPlain) return undefined
    found ??= {start: page.from[first - 1] as number, end: page.to[last] as number}
  }
  return found
}
