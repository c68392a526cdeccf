import type {Page, PartVerdict, Statement} from '../model.ts'
import {isAlike} from '../numbers/alike.ts'
import {findFigures} from '../numbers/figures.ts'
import type {Figure} from '../numbers/quantities.ts'
import {stemsOf} from '../numbers/stems.ts'
import {contradictionOf} from './contradictions.ts'
import {isDerived, isReckoned} from './derived-figures.ts'
import {findMatches, type Match} from './matches.ts'
import {indexOf, isRow, type PageIndex} from './page-index.ts'
import {passageAt} from './passage.ts'
import {cellAgainst} from './table-contradictions.ts'

/** From this share of the statement on, a passage is near enough to be shown. */
const nearShare = 0.5

/**
 * What a page has of a figure of a statement. Supported: the same quantity stands there in any spelling, rounded or
 * converted, or two figures of one passage come to it. Contradicted: the one passage that says the same of the same has
 * another figure. In doubt, absent.
 *
 * Nothing can be said of a change that may have been reckoned from what the page holds.
 *
 * @param figure as it is spelled in the statement; what is no figure is absent
 */
export function judgeFigure(figure: string, statement: Statement, page: Page): PartVerdict | undefined {
  const asked = figureOf(figure, statement.text)
  if (asked === undefined) return judgeSpelling(figure, page)
  const index = indexOf(page)
  const shares = index.sharesOf(statement)
  const matches = findMatches(asked, statement, index)
  const cell = page.isThin ? undefined : cellAgainst(asked, statement, matches, index)
  if (cell !== undefined) return contradicted(figure, index, cell)
  if (matches.length > 0) {
    const best = matches.reduce((one, other) =>
      (shares[other.block] as number) > (shares[one.block] as number) ? other : one
    )
    return supported(figure, index, best.block, best.figure)
  }
  const derived = isDerived(asked, statement, index)
  if (derived !== undefined) return supported(figure, index, derived.block, derived.figure)
  const other = page.isThin ? undefined : contradictionOf(asked, statement, index)
  if (other !== undefined) return contradicted(figure, index, other)
  if (isReckoned(asked, statement, index)) return undefined
  return {text: figure, verdict: 'absent', ...closestOf(asked, statement, index, shares)}
}

function figureOf(spelled: string, text: string): Figure | undefined {
  const ofText = findFigures(text)
  return (
    ofText.find((one) => one.text === spelled) ??
    ofText.find((one) => one.text.includes(spelled) || spelled.includes(one.text)) ??
    findFigures(spelled)[0]
  )
}

function contradicted(figure: string, {blocks}: PageIndex, {block, figure: found}: Match): PartVerdict {
  const passage = shownAt(blocks[block] as string, found)
  return {text: figure, verdict: 'contradicted', closest: found.text, passage}
}

/** What can't be read as a figure is looked for as it stands. */
function judgeSpelling(figure: string, page: Page): PartVerdict {
  const decade = /^((?:1\d|20)\d)0s$/.exec(figure)?.[1]
  const lower = (decade ?? figure).toLowerCase()
  const block = page.blocks.find((one) => lower !== '' && one.toLowerCase().includes(lower))
  if (block === undefined) return {text: figure, verdict: 'absent'}
  const start = block.toLowerCase().indexOf(lower)
  const passage = shownAt(block, {start, end: start + figure.length})
  return {text: figure, verdict: 'supported', closest: figure, passage}
}

function supported(figure: string, index: PageIndex, block: number, found: Figure): PartVerdict {
  const passage = shownAt(index.blocks[block] as string, found)
  return {text: figure, verdict: 'supported', closest: found.text, passage}
}

/** The figure of the same kind in the passage that shares most with the statement, if it shares much. */
function closestOf(
  asked: Figure,
  statement: Statement,
  index: PageIndex,
  shares: Float64Array
): Pick<PartVerdict, 'closest' | 'passage'> {
  const wanted = stemsOf(statement.text)
  let best: {block: number; figure: Figure; share: number} | undefined
  for (const [block, share] of shares.entries()) {
    if (share < nearShare || share <= (best?.share ?? 0)) continue
    const alike = index.figuresOf(block).filter((one) => isAlike(asked, one))
    const figure =
      isRow(index.blocks[block] as string) && alike.length > 1 ? undefined : nearestOf(asked, alike)
    if (figure === undefined) continue
    const passage = shownAt(index.blocks[block] as string, figure)
    const common = [...stemsOf(passage)].filter((stem) => wanted.has(stem)).length
    if (common >= 3 && common >= wanted.size * 0.4) best = {block, figure, share}
  }
  if (best === undefined) return {}
  return {closest: best.figure.text, passage: shownAt(index.blocks[best.block] as string, best.figure)}
}

function nearestOf(asked: Figure, alike: readonly Figure[]): Figure | undefined {
  const value = asked.readings[0]?.value
  if (value === undefined) return alike[0]
  const distance = (one: Figure): number => Math.abs((one.readings[0]?.value ?? 0) - value)
  return alike.reduce<Figure | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined
  )
}

/** The sentence or the row of a table that holds a place of a block. */
function shownAt(block: string, {start, end}: {readonly start: number; readonly end: number}): string {
  return passageAt(block, start, end, isRow(block))
}
