import {defineRule} from '../../src/rule/index.ts'
import {findLostTables} from './tables.ts'

export default defineRule({
  id: 'flattened-table',
  summary: 'Flag lines of text that were the rows or cells of a table.',
  category: 'debris',
  recommended: false,
  anyLanguage: true,
  options: {},
  messages: {
    cells: (data: {first: string; lines: number}) => ({
      reason: `Unexpected ${data.lines} lines that read like the cells of a table, from \`${data.first}\` on, expected a table`,
      note: 'Read one below the other, figures lose what they are figures of'
    }),
    tabs: (data: {first: string; lines: number}) => ({
      reason: `Unexpected tabs between the cells of ${data.lines} lines from \`${data.first}\` on, expected a table`,
      note: 'A page shows a tab as a blank, and lines without a blank line between them as one paragraph'
    }),
    bars: (data: {first: string; lines: number}) => ({
      reason: `Unexpected bars in ${data.lines} lines of text from \`${data.first}\` on, expected a table`,
      note: 'Markdown takes rows for a table when a row of dashes with as many cells stands under the first one'
    })
  },
  check(document, _options, report) {
    for (const {shape, range, rows, table} of findLostTables(document)) {
      const [head = []] = rows
      const first = (head.find((cell) => cell !== '') ?? '').slice(0, 40)
      report(shape, {
        range,
        data: {first, lines: rows.length},
        ...(table === undefined ? {} : {suggest: [{title: 'Make it a table', edits: [{range, text: table}]}]})
      })
    }
  }
})
