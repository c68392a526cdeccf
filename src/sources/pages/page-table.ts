import {attribute, childrenOf, type Element, findElement, isElement} from './page-tree.ts'

/** More columns than that, or longer headings, only hostile pages have. */
const maxColumns = 100
const maxHeading = 80

/** What a cell is repeated in may not grow with the product of rows and columns. */
export interface Allowance {
  left: number
}

interface Cell {
  readonly text: string
  readonly isHeading: boolean
  readonly columns: number
  readonly rows: number
}

/** Whether a table only arranges the page. */
export function isLayout(table: Element): boolean {
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return true
  return (
    findElement(table, (inner) => inner !== table && /^(?:table|h[1-3]|article)$/.test(inner.tagName)) !==
    undefined
  )
}

/** Whether a row of such a table is a label with what it labels. */
export function isLabelled(row: Element): boolean {
  const cells = childrenOf(row).filter(isElement)
  return (
    cells.length > 1 &&
    cells.some(({tagName}) => tagName === 'th') &&
    findElement(row, ({tagName}) => tagName === 'table' || tagName === 'h1') === undefined
  )
}

/**
 * The rows of a table on a line each, the cells with ` | ` between them and after the heading of their column.
 *
 * @param textOf what a reader sees in a cell, on one line
 */
export function readTable(table: Element, textOf: (cell: Element) => string, allowance: Allowance): string[] {
  const lines: string[] = []
  let headings: string[] = []
  let isBody = false
  /** Cells that reach down into the rows to come. */
  const carried: ({text: string; rows: number} | undefined)[] = []
  for (const row of rowsOf(table)) {
    const cells = cellsOf(row, textOf)
    if (cells.length === 0) continue
    const isHead = !isBody && cells.length > 1 && cells.every(({isHeading}) => isHeading)
    if (!isHead) isBody = true
    const placed = place(cells, carried, allowance)
    if (isHead) headings = join(headings, placed)
    const line = placed.flatMap(({text, at}) => (text === '' ? [] : [isHead ? text : withHeading(text, at)]))
    if (line.length > 0) lines.push(line.join(' | '))
  }
  return lines

  function withHeading(text: string, at: number): string {
    const heading = headings[at] ?? ''
    if (heading === '' || heading === text) return text
    allowance.left -= heading.length
    return allowance.left < 0 ? text : `${heading}: ${text}`
  }
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  for (const child of childrenOf(table)) {
    if (!isElement(child)) continue
    if (child.tagName === 'tr') rows.push(child)
    else if (/^t(?:head|body|foot)$/.test(child.tagName))
      for (const row of childrenOf(child)) if (isElement(row) && row.tagName === 'tr') rows.push(row)
  }
  return rows
}

function cellsOf(row: Element, textOf: (cell: Element) => string): Cell[] {
  const cells: Cell[] = []
  for (const cell of childrenOf(row)) {
    if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
    const isHeading = cell.tagName === 'th'
    cells.push({text: textOf(cell), isHeading, columns: span(cell, 'colspan'), rows: span(cell, 'rowspan')})
  }
  return cells
}

function span(cell: Element, name: string): number {
  const count = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return count > 1 ? Math.min(count, maxColumns) : 1
}

/** The cells of a row with the column each begins at, those from above among them. */
function place(
  cells: readonly Cell[],
  carried: ({text: string; rows: number} | undefined)[],
  allowance: Allowance
): {text: string; at: number; columns: number}[] {
  const placed: {text: string; at: number; columns: number}[] = []
  let at = 0
  const takeCarried = (): void => {
    for (let above = carried[at]; above && at < maxColumns; above = carried[at]) {
      allowance.left -= above.text.length
      if (allowance.left >= 0) placed.push({text: above.text, at, columns: 1})
      above.rows--
      if (above.rows === 0) carried[at] = undefined
      at++
    }
  }
  for (const {text, columns, rows} of cells) {
    takeCarried()
    placed.push({text, at, columns})
    if (rows > 1 && at < maxColumns) carried[at] = {text: text.slice(0, maxHeading), rows: rows - 1}
    at += columns
  }
  takeCarried()
  return placed
}

/** Headings in two rows: `2021` above `Men` and `Women`. */
function join(
  above: readonly string[],
  row: readonly {text: string; at: number; columns: number}[]
): string[] {
  const headings = [...above]
  for (const {text, at, columns} of row)
    for (let column = at; column < Math.min(at + columns, maxColumns); column++) {
      const both = [above[column] ?? '', text].filter(
        (part, index, all) => part !== '' && all.indexOf(part) === index
      )
      headings[column] = both.join(' ').slice(0, maxHeading)
    }
  return headings
}
