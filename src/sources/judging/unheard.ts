import type {Page, Statement} from '../model.ts'
import {wordsOf} from '../numbers/figure-words.ts'
import {findFigures} from '../numbers/figures.ts'
import {stemsOf} from '../numbers/stems.ts'
import {clauseAt} from './clauses.ts'
import {indexOf} from './page-index.ts'

/** So many of a clause's words stand on a page that tells nothing of it. */
const mostKnown = 0.34

/**
 * Whether a page has nothing of a small count: its number stands nowhere, nor the thing it counts, nor most words of its
 * clause.
 */
export function isUnheard(spelled: string, statement: Statement, page: Page): boolean {
  const asked = findFigures(statement.text).find(({text}) => text === spelled)
  const [reading] = asked?.readings ?? []
  if (asked === undefined || reading === undefined || asked.kind !== 'number' || asked.exactness !== 'plain')
    return false
  // What is few is counted by the writer.
  if (reading.value <= 10) return false
  const index = indexOf(page)
  const isThere = [...index.byDimension.values()].some((placed) =>
    placed.some(({reading: {mantissa, value}}) => value === reading.value || mantissa === reading.mantissa)
  )
  if (isThere) return false
  const words = [...wordsOf(clauseAt(statement.text, asked), [])].filter((word) => word.length > 2)
  const all = stemsOf(`${page.title ?? ''} ${page.blocks.join(' ').slice(0, 400_000)}`)
  const known = words.filter((word) => all.has(word))
  const isNoun = reading.noun === undefined || ![...stemsOf(reading.noun)].some((stem) => all.has(stem))
  return words.length >= 2 && isNoun && known.length <= words.length * mostKnown
}
