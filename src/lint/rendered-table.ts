import type {Nodes, Table} from 'mdast'
import {rangeOf, renderProse, type TextSource} from './rendered-text.ts'
import type {RenderedElement, RenderedText} from './rendering.ts'

/** A table as rows of cells; of one that was read as a whole (HTML) the cells are found in its source. */
export function renderTable(
  {align, children}: Table,
  range: readonly [number, number],
  context: TextSource
): RenderedElement {
  const {shift} = context
  const place = {start: range[0] + shift, end: range[1] + shift}
  if (children.length === 0) return {type: 'table', ...place, children: readRows(range, context)}
  const placeOf = (node: Nodes): {start: number; end: number} => {
    const [start, end] = rangeOf(node, [range[0], range[0]])
    return {start: start + shift, end: end + shift}
  }
  const rows = children.map((row): RenderedElement => {
    const cells = row.children.map((cell, index): RenderedElement => {
      const side = align?.[index]
      return {
        type: 'cell',
        ...placeOf(cell),
        ...(side ? {align: side} : {}),
        children: renderProse(cell, context)
      }
    })
    return {type: 'row', ...placeOf(row), children: cells}
  })
  return {type: 'table', ...place, children: rows}
}

/** What stands between the tags of a table, as written. */
function readRows([from, to]: readonly [number, number], {shift, source}: TextSource): RenderedElement[] {
  const rows: {cells: RenderedText[][]}[] = []
  let at = from
  for (const match of source.slice(from, to).matchAll(/<(\/?)([a-z][a-z0-9]*(?![a-z0-9]))?[^<>]*>/gi)) {
    const [tag, slash, name = ''] = match
    const start = from + match.index
    const value = source.slice(at, start)
    const row = rows.at(-1) ?? {cells: [[]]}
    if (value.trim() !== '') {
      if (rows.length === 0) rows.push(row)
      if (row.cells.length === 0) row.cells.push([])
      row.cells.at(-1)?.push({type: 'text', value, start: at + shift, end: start + shift})
    }
    if (slash === '' && /^tr$/i.test(name)) rows.push({cells: []})
    if (slash === '' && /^t[dh]$/i.test(name)) {
      if (rows.length === 0) rows.push({cells: []})
      rows.at(-1)?.cells.push([])
    }
    at = start + tag.length
  }
  const place = {start: from + shift, end: to + shift}
  return rows
    .filter(({cells}) => cells.length > 0)
    .map(({cells}) => ({
      type: 'row',
      ...place,
      children: cells.map((children) => ({type: 'cell', ...place, children}))
    }))
}
