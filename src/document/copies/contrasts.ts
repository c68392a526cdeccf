import type {Paragraph, Section} from '../model.ts'
import {toKey} from '../prose/words.ts'
import {isFunctionWord} from './rewording.ts'

/** Words that stand against each other in two labels: “Good:” and “Bad:”, “High trust:” and “Low trust:”. */
const degrees: ReadonlySet<string> = new Set(
  `good better best bad worse worst right wrong correct incorrect do dont yes no before after old new original revised high medium
  moderate low some none full partial limited strong weak strength weakness excellent fair poor pass fail acceptable unacceptable`.split(
    /\s+/
  )
)
/** Words that tell two versions of one text: “Agreement with a deposit”, “Agreement without a deposit”. */
const versions: readonly ReadonlySet<string>[] = [
  new Set(['with', 'without']),
  new Set(['including', 'excluding'])
]

/** In characters. */
const longestLabel = 60
const longestHeading = 120
const mostMarks = 4

/**
 * Tells paragraphs that are set against each other, and so say nearly the same: two degrees of one scale, an example to
 * follow and one to avoid, the same form with a clause and without it, what is done on two systems, two cases in a list,
 * two terms of a glossary.
 */
export function areContrasted(here: Paragraph, there: Paragraph): boolean {
  return (
    areDegrees(here, there) ||
    areVersions(here.section, there.section) ||
    areOfSystems(here.section, there.section) ||
    areCases(here, there) ||
    areDefinitions(here, there)
  )
}

/** A definition list of Markdown processors such as kramdown. */
const definition = /^([^:\r\n]{1,60})(?:\r\n?|\n): /

/** “fore lamp” with “: the lamp in front of the mast” below it, “aft lamp” with “: the lamp behind the mast”. */
function areDefinitions({prose: {value}}: Paragraph, {prose: {value: other}}: Paragraph): boolean {
  const term = definition.exec(value)?.[1]
  return term !== undefined && (definition.exec(other)?.[1] ?? term) !== term
}

/** What follows the labels must differ too: the same text below both is a copy. */
function areDegrees(here: Paragraph, there: Paragraph): boolean {
  const [one, other] = [readLabel(here), readLabel(there)]
  if (!one || !other) return false
  const pair = differing(one.words, other.words)
  return pair?.every((word) => degrees.has(word)) === true && !areSame(one.rest, other.rest)
}

/** “In the list, …” and “In the map, …”, neighbours in a list: what follows may be nearly the same. */
function areCases(here: Paragraph, there: Paragraph): boolean {
  if (here.place !== 'item' || there.place !== 'item' || Math.abs(here.index - there.index) !== 1)
    return false
  const [one, other] = [caseOf(here), caseOf(there)]
  const pair = one && other && differing(wordsOf(one), wordsOf(other))
  if (!pair || pair.some((word) => isFunctionWord(word))) return false
  return !areSame(here.prose.value.slice(one?.length), there.prose.value.slice(other?.length))
}

/** Up to the first comma. */
const caseName = /^(?:in|on|at|for|with|from|under|if|when)\s[^,.;:!?]{1,60},/i

function caseOf({prose}: Paragraph): string | undefined {
  return caseName.exec(prose.value)?.[0]
}

/** A long text may hold many others: it is read only beside one of about its length. */
function areSame(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return long.length <= 2 * short.length && wordsOf(one).join(' ') === wordsOf(other).join(' ')
}

function areVersions(here: Section, there: Section): boolean {
  const [one, other] = [here.heading?.text, there.heading?.text]
  if (!one || !other || here.level !== there.level || Math.max(one.length, other.length) > longestHeading)
    return false
  const pair = differing(wordsOf(one), wordsOf(other))
  return pair !== undefined && versions.some((words) => pair.every((word) => words.has(word)))
}

/** What a reader has one of: “### Windows”, “### macOS”, “### Install it with yarn”. */
const system =
  /\b(?:windows|mac ?os|os x|linux|ubuntu|debian|fedora|centos|rhel|freebsd|openbsd|android|ios|ipados|iphone|chrome ?os|chromebooks?|npm|yarn|pnpm|pip|conda|homebrew|bash|zsh|powershell|chrome|firefox|safari)\b/gi
const wordsOfSystem = 6
const mostParents = 3

/** Each tells its own readers all of it. */
function areOfSystems(here: Section, there: Section): boolean {
  if (here === there) return false
  const one = findSystem(here)
  const other = one && findSystem(there)
  return other !== undefined && other.around === one?.around && other.name !== one?.name
}

/** The only system that the heading of a section, or of one around it, names. */
function findSystem(
  inner: Section
): {readonly name: string; readonly around: Section | undefined} | undefined {
  let section: Section | undefined = inner
  for (let depth = 0; section?.heading && depth < mostParents; depth++, section = section.parent) {
    const {text} = section.heading
    if (text.length > longestLabel || text.split(' ').length > wordsOfSystem) continue
    const [name, ...others] = text.match(system) ?? []
    if (name !== undefined && others.length === 0) return {name: name.toLowerCase(), around: section.parent}
  }
  return undefined
}

/** The words of a text that begins in bold up to a colon, and what follows them. */
function readLabel({prose: {value, marks}}: Paragraph): {words: string[]; rest: string} | undefined {
  const first = marks.slice(0, mostMarks).find(({node, start}) => start === 0 && node.type === 'strong')
  if (!first || first.end > longestLabel) return undefined
  const rest = value.slice(first.end).trimStart()
  if (!value.slice(0, first.end).trimEnd().endsWith(':') && !rest.startsWith(':')) return undefined
  return {words: wordsOf(value.slice(0, first.end)), rest}
}

/** The two words in which texts of as many words differ, if it is one place. */
function differing(one: readonly string[], other: readonly string[]): readonly string[] | undefined {
  if (one.length !== other.length) return undefined
  const places = one.flatMap((word, index) => (word === other[index] ? [] : [index]))
  const [place] = places
  return places.length === 1 && place !== undefined ? [one[place] ?? '', other[place] ?? ''] : undefined
}

function wordsOf(text: string): string[] {
  return (
    toKey(text)
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
