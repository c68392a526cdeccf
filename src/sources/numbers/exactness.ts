import {isGlued, lowerAt, type Token} from './tokens.ts'

/** How exactly a figure is said to be meant: `nearly` is at most, `over` and `under` leave one side open. */
export type Exactness = 'plain' | 'about' | 'nearly' | 'over' | 'under'

const about = new Set(`about around roughly some approximately approx circa ca ~ ≈ estimated`.split(' '))
const nearly = new Set(`nearly almost`.split(' '))
const over = new Set(
  `over above exceeding exceeds exceeded topped topping surpassing surpassed past > ≥`.split(' ')
)
const under = new Set(`under below < ≤`.split(' '))

/** How exactly the figure of the tokens `[from, next)` is said to be meant. */
export function exactnessOf(tokens: readonly Token[], from: number, next: number): Exactness {
  let at = from - 1
  // "about a third", "over the 5 percent", "about half of"
  if (/^(?:an?|the|\.)$/.test(lowerAt(tokens, at))) at--
  const word = lowerAt(tokens, at)
  const pair = `${lowerAt(tokens, at - 1)} ${word}`
  if (word === 'than') {
    if (/^(?:more|greater|higher|larger|better) than$/.test(pair)) return 'over'
    return /^(?:less|fewer|lower|smaller) than$/.test(pair) ? 'under' : 'plain'
  }
  if (/^(?:just (?:under|below|short)|close to|shy of|short of|just about|up to|as many|at most)$/.test(pair))
    return pair === 'up to' || pair === 'at most' ? 'under' : 'nearly'
  if (pair === 'at least' || pair === 'upwards of' || /^\+$/.test(lowerAt(tokens, next))) return 'over'
  const after = lowerAt(tokens, next)
  if (after === 'or' && /^(?:more|so|less|fewer)$/.test(lowerAt(tokens, next + 1)))
    return lowerAt(tokens, next + 1) === 'more'
      ? 'over'
      : lowerAt(tokens, next + 1) === 'so'
        ? 'about'
        : 'under'
  // "<sup>1.31": a tag ends there.
  if (word === '>' && isGlued(tokens, at)) return 'plain'
  if (about.has(word)) return 'about'
  if (nearly.has(word)) return 'nearly'
  if (over.has(word)) return 'over'
  return under.has(word) ? 'under' : 'plain'
}
