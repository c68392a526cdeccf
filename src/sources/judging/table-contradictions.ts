import type {Statement} from '../model.ts'
import {scopesOf} from '../numbers/figure-words.ts'
import {findFigures} from '../numbers/figures.ts'
import type {Figure} from '../numbers/quantities.ts'
import {stemsOf} from '../numbers/stems.ts'
import {isSameAmount} from './cell-amounts.ts'
import {change} from './change-cues.ts'
import {clauseAt} from './clauses.ts'
import type {Match} from './matches.ts'
import {type PageIndex, readContext} from './page-index.ts'
import {type Cell, isNamed, type Row, type Table, tablesOf, yearsOf} from './tables.ts'

/** Tables that are looked at. */
const mostTables = 40
/** The sentence speaks of another row or time than the one it names. */
const elsewhere =
  /\b(?:previous|prior|before|after|earlier|later|next|last|since|until|former|latter|other|others|another|than|compared|both|respectively|average|total|altogether|all|combined|forecast|expected|expects|plans?|planned|target|hopes?|wants?|wanted|aims?|aimed|goals?|pledged?|promised?|should|will|not|never|almost|until|from|instead|unlike|except|without)\b/i

/**
 * The cell of a table that a statement means by naming its row and its column, where that cell has another figure: “The
 * coast line was on time in 94 percent” against the row of the coast line, though the valley line has 94.
 *
 * @param matches where the page has the figure itself
 */
export function cellAgainst(
  asked: Figure,
  statement: Statement,
  matches: readonly Match[],
  index: PageIndex
): Match | undefined {
  const {text} = statement
  const [reading] = asked.readings
  if (
    reading === undefined ||
    asked.readings.length > 1 ||
    asked.kind !== 'number' ||
    asked.exactness !== 'plain'
  )
    return undefined
  const clause = clauseAt(text, asked)
  if (elsewhere.test(text) || change.test(clause) || asked.isFraction) return undefined
  if (yearsOf(text).size > 1) return undefined
  const found: Cell[] = []
  for (const table of tablesOf(index).slice(0, mostTables)) {
    const cell = meantCell(table, asked, text, clause, matches)
    if (cell === 'unclear') return undefined
    if (cell !== undefined) found.push(cell)
  }
  const [only] = found
  if (only === undefined || found.length > 1 || !isSameScope(clause, only, index)) return undefined
  if (!isAllKnown(clause, asked, only, index)) return undefined
  if (isSameAmount(asked, only) !== false) return undefined
  // What stands elsewhere than in this very column may be the thing that is meant.
  const isElsewhere = matches.some(({block}) => {
    const table = tablesOf(index).find(({rows}) => rows.some((row) => row.block === only.block))
    const other = table?.rows.find((row) => row.block === block)
    return other === undefined || other.block === only.block || isRowNamed(other, text)
  })
  return isElsewhere ? undefined : {block: only.block, figure: only.figure}
}

/** “Rovers had 12 points in May” is nothing that a table without months tells of. */
function isSameScope(clause: string, {block, head}: Cell, index: PageIndex): boolean {
  const row = index.blocks[block] as string
  const around = `${row.slice(0, 4000)} ${index.captionOf(block)} ${[...index.titleStems].join(' ')}`
  const said = scopesOf(clause, findFigures(clause))
  const wide = new Set(scopesOf(around, []))
  return said.every((word) => wide.has(word)) && scopesOf(head, []).every((word) => said.includes(word))
}

/** What people do with figures, and call what is counted, whatever the table says. */
const plainWords = stemsOf(
  'recorded counted sold carried ran run running took held got saw gained lost won earned drew scored paid cost case cases there'
)

/**
 * Whether the table, its caption or the title of the page have all words of the clause: “8 percent of women used
 * e-cigarettes” is not what a table of daily smokers tells, nor “men aged 25 to 34” what one of all men does.
 */
function isAllKnown(clause: string, asked: Figure, {block, head}: Cell, index: PageIndex): boolean {
  // “In 2020, the year of closed doors, there were 71,205 of them.”
  const part = clause.split(/[,;–—]\s/).find((one) => one.includes(asked.text)) ?? clause
  const others = findFigures(part).filter(({kind}) => kind === 'number' || kind === 'range')
  if (others.length > 1) return false
  const row = (index.blocks[block] as string).slice(0, 4000)
  const caption = stemsOf(index.captionOf(block))
  const known = stemsOf(`${row} ${head}`)
  const unknown = [...stemsOf(withoutFigures(part))].filter(
    (stem) => ![known, caption, index.titleStems, plainWords].some((words) => words.has(stem))
  )
  // A table without a caption need not say what it counts.
  return unknown.length <= (caption.size > 0 ? 0 : 1)
}

function isRowNamed({name}: Row, text: string): boolean {
  const words = stemsOf(name)
  const all = stemsOf(text)
  return isNamed(name, all, yearsOf(text)) || (words.size > 1 && [...words].every((word) => all.has(word)))
}

/** The cell of the one row and the one column that the statement names. */
function meantCell(
  {rows, heads}: Table,
  asked: Figure,
  text: string,
  clause: string,
  matches: readonly Match[]
): Cell | 'unclear' | undefined {
  const stems = stemsOf(text)
  const years = yearsOf(text)
  const inClause = stemsOf(clause)
  const close = rows.filter(({name}) => isNamed(name, inClause, yearsOf(clause)))
  const named = close.length === 1 ? close : rows.filter(({name}) => isNamed(name, stems, years))
  const [row] = named
  if (row === undefined) return undefined
  if (named.length > 1) return 'unclear'
  const noun = asked.readings[0]?.noun
  const words = new Set([...stemsOf(withoutFigures(clause)), ...(noun === undefined ? [] : stemsOf(noun))])
  const rowWords = stemsOf(row.name)
  const alike = row.cells.filter((cell) => isSameAmount(asked, cell) !== undefined)
  const headed = alike.filter(({head}) => {
    const own = [...stemsOf(head.replace(/\([^()]{0,40}\)/g, ' '))].filter((stem) => !rowWords.has(stem))
    const ofHead = yearsOf(head)
    if (ofHead.size > 0 && years.size > 0 && ![...years].every((year) => ofHead.has(year))) return false
    return (
      own.some((stem) => words.has(stem)) ||
      isUnitOf(head, asked) ||
      (own.length === 0 && ofHead.size > 0 && years.size > 0)
    )
  })
  const [cell] = headed
  if (cell !== undefined && headed.length === 1) return cell
  if (headed.length > 1) return 'unclear'
  // Where the figure itself stands in one column of this table, and nowhere else, that column is meant.
  const [match] = matches
  if (heads.length < 2 || match === undefined || matches.length > 1) return undefined
  const other = rows.find(({block}) => block === match.block)
  const at = other?.cells.find(({figure}) => figure.start === match.figure.start)
  return at === undefined
    ? undefined
    : row.cells.find(({head, column}) => head === at.head && column === at.column)
}

/** “Hours a week” is a column of hours. */
function isUnitOf(head: string, {readings: [reading]}: Figure): boolean {
  const dimension = reading?.unit.dimension ?? 'count'
  if (/^(?:count|percent|points|times|money)/.test(dimension)) return false
  return readContext(head).units.some((unit) => unit.dimension === dimension)
}

function withoutFigures(text: string): string {
  let rest = ''
  let last = 0
  for (const {start, end} of findFigures(text)) {
    rest += `${text.slice(last, start)} `
    last = end
  }
  return rest + text.slice(last)
}
