/** What one step of a glob takes: a character of a path, or several. */
export type Step =
  | {readonly kind: 'character'; readonly is: (character: string) => boolean}
  /** Any characters but `/`. */
  | {readonly kind: 'star'}
  /** Any folders, each with the `/` before it. */
  | {readonly kind: 'folders'}
  /** One character at least, whatever it is. */
  | {readonly kind: 'rest'}

const slash: Step = {kind: 'character', is: (character) => character === '/'}
const any: Step = {kind: 'character', is: (character) => character !== '/'}

/** The steps of a glob without its `!` and its first `/`; nothing for one that can match no path. */
export function toSteps(glob: string, isFolded: boolean): readonly Step[] | undefined {
  const steps: Step[] = []
  for (let at = 0; at < glob.length; ) {
    const character = glob[at] as string
    const next = glob[at + 1]
    if (character === '\\') {
      // The slash at the end is not the glob's, and without it nothing would be escaped.
      if (next === undefined || (next === '/' && at + 2 === glob.length)) return undefined
      steps.push(literal(next, isFolded))
      at += 2
    } else if (character === '[') {
      const set = readSet(glob, at, isFolded)
      if (!set) return undefined
      steps.push({kind: 'character', is: set.has})
      at = set.end
    } else if (character === '*') {
      while (glob[at] === '*') at++
      // What ends in `/*` means what is in the folder.
      if (at === glob.length && steps.at(-1) === slash) steps.push(any)
      if (steps.at(-1)?.kind !== 'star') steps.push({kind: 'star'})
    } else if (character === '/') {
      const [, stars = ''] = /^\/(\*{2,})(?=\/|$)/.exec(glob.slice(at, at + 200)) ?? []
      at += 1 + stars.length
      if (stars === '') steps.push(slash)
      else if (at === glob.length) steps.push(slash, {kind: 'rest'})
      else {
        if (at === glob.length - 1) steps.push(slash, any, {kind: 'star'})
        if (steps.at(-1)?.kind !== 'folders') steps.push({kind: 'folders'})
      }
    } else {
      steps.push(character === '?' ? any : literal(character, isFolded))
      at++
    }
  }
  return steps
}

function literal(wanted: string, isFolded: boolean): Step {
  if (wanted === '/') return slash
  if (!isFolded) return {kind: 'character', is: (character) => character === wanted}
  const folded = wanted.toLowerCase()
  return {kind: 'character', is: (character) => character.toLowerCase() === folded}
}

/** By git's table: ASCII alone. */
const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[\da-z]/i,
  alpha: /[a-z]/i,
  blank: /[ \t]/,
  cntrl: /[^ -\uFFFF]|\x7F/,
  digit: /\d/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\r]/,
  upper: /[A-Z]/,
  xdigit: /[\da-f]/i
}

interface CharacterSet {
  /** Behind its `]`. */
  readonly end: number
  has(character: string): boolean
}

/** Reads `[a-z]`, `[!x]`, `[[:digit:]]` as git does; nothing for one that never ends or names no class. */
function readSet(glob: string, start: number, isFolded: boolean): CharacterSet | undefined {
  const tests: ((character: string) => boolean)[] = []
  const isNegated = glob[start + 1] === '!' || glob[start + 1] === '^'
  let at = start + (isNegated ? 2 : 1)
  let before = ''
  const member = (character: string): void => {
    tests.push((one) => one === character)
    before = character
  }
  do {
    const character = glob[at]
    if (character === undefined) return undefined
    const next = glob[at + 1]
    if (character === '\\') {
      if (next === undefined) return undefined
      member(next)
      at += 2
    } else if (character === '-' && before !== '' && next !== undefined && next !== ']') {
      const isEscaped = next === '\\'
      const [from, to] = [before, glob[at + (isEscaped ? 2 : 1)] ?? '']
      tests.push((one) => one >= from && one <= to)
      before = ''
      at += isEscaped ? 3 : 2
    } else if (character === '[' && next === ':') {
      const close = glob.indexOf(']', at + 2)
      if (close < 0) return undefined
      if (close > at + 2 && glob[close - 1] === ':') {
        const name = glob.slice(at + 2, close - 1)
        const known = Object.hasOwn(classes, name) ? classes[name] : undefined
        if (!known) return undefined
        tests.push((one) => known.test(one))
        before = ''
        at = close + 1
      } else {
        member('[')
        at++
      }
    } else {
      member(character)
      at++
    }
  } while (glob[at] !== ']')
  const holds = (character: string): boolean => tests.some((test) => test(character))
  return {
    end: at + 1,
    has(character) {
      if (character === '/') return false
      const isIn = isFolded
        ? holds(character) || holds(character.toLowerCase()) || holds(character.toUpperCase())
        : holds(character)
      return isIn !== isNegated
    }
  }
}
