import {lazy} from '../lazy.ts'

/**
 * Tells whether a line is what one of many expressions describes. Those that begin with words or a sign, or end with a sign,
 * are asked only of lines that do so: hardly any line does, and V8 compiles an expression when it is first asked.
 */
export function createLineCheck(expressions: readonly RegExp[]): (text: string) => boolean {
  const index = lazy(() => indexByEdges(expressions))
  return (text) => {
    const {byOpening, byEnding, others} = index()
    return (
      isOne(text, byOpening.get(openingOf(text))) ||
      isOne(text, byEnding.get(signOf(text.slice(-1)))) ||
      isOne(text, others)
    )
  }
}

function isOne(text: string, expressions: readonly RegExp[] | undefined): boolean {
  if (expressions === undefined) return false
  for (let at = 0; at < expressions.length; at++) if (expressions[at]?.test(text)) return true
  return false
}

/** In characters; a number opens with any digit, and a sign stands for itself. */
const length = 3
const digit = '0'

function openingOf(text: string): string {
  return /^[a-z]/i.test(text) ? text.slice(0, length).toLowerCase() : signOf(text.slice(0, 1))
}

function signOf(character: string): string {
  return character >= '0' && character <= '9' ? digit : character
}

type Index = ReadonlyMap<string, readonly RegExp[]>

function indexByEdges(expressions: readonly RegExp[]): {
  byOpening: Index
  byEnding: Index
  others: readonly RegExp[]
} {
  const byOpening = new Map<string, RegExp[]>()
  const byEnding = new Map<string, RegExp[]>()
  const others: RegExp[] = []
  for (const expression of expressions) {
    const openings = openingsOf(expression.source)
    const endings = openings ? undefined : endingsOf(expression.source)
    const found = openings ? byOpening : byEnding
    if (!openings && !endings) others.push(expression)
    for (const edge of openings ?? endings ?? []) found.set(edge, [...(found.get(edge) ?? []), expression])
  }
  return {byOpening, byEnding, others}
}

/**
 * `^(?:posted|filed|\d{1,4}|©) in` opens with "pos", "fil", "0" for a digit and the sign, `^[★☆]` with either; nothing where
 * that can't be told.
 */
export function openingsOf(source: string): ReadonlySet<string> | undefined {
  const [whole = '', ...more] = splitAlternatives(source)
  if (more.length > 0 || !whole.startsWith('^')) return undefined
  const end = whole.startsWith('^(?:') ? closing(whole, 1) : 0
  if (/^[?*+{]/.test(whole.slice(end + 1))) return undefined
  const rest = whole.slice(end + 1)
  const alternatives = end > 0 ? splitAlternatives(whole.slice('^(?:'.length, end)) : ['']
  const openings = alternatives.flatMap((text): readonly (string | undefined)[] => {
    if (/^\\d(?:\{[1-9]|(?![?*{]))/.test(text + rest)) return [digit]
    const [, sign, escaped, signs] =
      /^(?:(©)|\\([[(])|\[([★☆⭐✩✭«‹← ]+)\])(?:\{[1-9]|(?![?*{]))/.exec(text + rest) ?? []
    const edge = sign ?? escaped ?? signs
    if (edge !== undefined) return [...edge]
    return [/^[A-Za-z][a-z ]{2}(?![?*+{])/.exec(text + rest)?.[0].toLowerCase()]
  })
  return openings.every((opening) => opening !== undefined) ? new Set(openings) : undefined
}

/** `\(pdf\)$` ends with its bracket, `of \d{1,3}$` with a digit, `[»→]$` with either; nothing where that can't be told. */
export function endingsOf(source: string): ReadonlySet<string> | undefined {
  if (splitAlternatives(source).length > 1) return undefined
  const [, bracket, number, signs] = /(?<!\\)(?:(\\\))|(\\d\{[1-9],\d\})|\[([»›→]+)\])\$$/.exec(source) ?? []
  if (signs !== undefined) return new Set(signs)
  return bracket !== undefined ? new Set([')']) : number !== undefined ? new Set([digit]) : undefined
}

/** The alternatives of an expression that stand in none of its groups. */
function splitAlternatives(source: string): string[] {
  const found: string[] = []
  let from = 0
  for (let at = 0; at < source.length; at = next(source, at)) {
    if (source[at] !== '|') continue
    found.push(source.slice(from, at))
    from = at + 1
  }
  return [...found, source.slice(from)]
}

/** Where the group that opens at `at` closes. */
function closing(source: string, at: number): number {
  return next(source, at) - 1
}

/** Behind the character, the class or the group at `at`. */
function next(source: string, at: number): number {
  if (source[at] === '\\') return at + 2
  if (source[at] === '[') return at + (/^\[(?:[^\\\]]|\\.)*\]/.exec(source.slice(at))?.[0].length ?? 1)
  if (source[at] !== '(') return at + 1
  let inside = at + 1
  while (inside < source.length && source[inside] !== ')') inside = next(source, inside)
  return inside + 1
}
