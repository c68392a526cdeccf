import {lazy} from '../lazy.ts'

/**
 * Tells whether a line is what one of many expressions describes. Those that begin with words are asked only of lines that
 * begin so: hardly any line does, and V8 compiles an expression when it is first asked.
 */
export function createLineCheck(expressions: readonly RegExp[]): (text: string) => boolean {
  const index = lazy(() => indexByOpening(expressions))
  return (text) => {
    const {byOpening, others} = index()
    const opening = /^\d/.test(text) ? digit : text.slice(0, length).toLowerCase()
    const isOne = (expression: RegExp): boolean => expression.test(text)
    return byOpening.get(opening)?.some(isOne) === true || others.some(isOne)
  }
}

/** In characters; a number opens with any digit. */
const length = 3
const digit = '0'

function indexByOpening(expressions: readonly RegExp[]): {
  byOpening: ReadonlyMap<string, readonly RegExp[]>
  others: readonly RegExp[]
} {
  const byOpening = new Map<string, RegExp[]>()
  const others: RegExp[] = []
  for (const expression of expressions) {
    const openings = openingsOf(expression.source)
    if (!openings) others.push(expression)
    for (const opening of openings ?? [])
      byOpening.set(opening, [...(byOpening.get(opening) ?? []), expression])
  }
  return {byOpening, others}
}

/** `^(?:posted|filed|\d{1,4}) in` opens with "pos", "fil" and "0" for a digit; nothing where that can't be told. */
export function openingsOf(source: string): ReadonlySet<string> | undefined {
  const [whole = '', ...more] = splitAlternatives(source)
  if (more.length > 0 || !whole.startsWith('^')) return undefined
  const end = whole.startsWith('^(?:') ? closing(whole, 1) : 0
  if (/^[?*+{]/.test(whole.slice(end + 1))) return undefined
  const rest = whole.slice(end + 1)
  const alternatives = end > 0 ? splitAlternatives(whole.slice('^(?:'.length, end)) : ['']
  const openings = alternatives.map((text) => {
    if (/^\\d(?:\{[1-9]|(?![?*{]))/.test(text + rest)) return digit
    return /^[a-z ]{3}(?![?*+{])/.exec(text + rest)?.[0]
  })
  return openings.every((opening) => opening !== undefined) ? new Set(openings) : undefined
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
