import {describe, expect, it} from 'vitest'
import rule from '../../rules/flattened-table/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (text: string): [id: string, at: string][] =>
  lintRule(rule, text).map(({messageId, start, end}) => [messageId, text.slice(start, end)])

/** The table of the suggestion. */
const suggested = (text: string): string | undefined =>
  lintRule(rule, text)[0]
    ?.suggestions?.[0]?.edits.map((edit) => edit.text)
    .join()

const apart = (...cells: string[]): string => cells.join('\n\n')

describe('flattened-table', () => {
  it.each([
    ['with a head', ['Mill', 'Stones', 'Harrow', '4', 'Lund', '2', 'Sund', '6']],
    ['without a head', ['Harrow', '4', 'Lund', '2', 'Sund', '6']],
    ['below a caption', ['The mills', 'Harrow', '4', 'Lund', '2', 'Sund', '6']],
    ['of prices', ['Loaf', 'Price', 'Rye', '$4.50', 'Oat', '€ 3', 'Spelt', '5,20 EUR']],
    ['of yes and no', ['Mill', 'Open', 'Harrow', 'yes', 'Lund', 'No', 'Sund', '✓']],
    ['of four columns', ['A', 'B', 'C', 'D', 'x', '1', 'y', '2', 'z', '3', 'u', '4', 'v', '5', 'w', '6']]
  ])('finds cells %s', (_name, cells) => {
    const text = `# The valley\n\nIt is old, and it grinds.\n\n${apart(...cells)}\n\nIt stands on the brook, and it grinds.`
    expect(lint(text)).toEqual([['cells', apart(...cells)]])
    expect(lint(text.replace(apart(...cells), cells.join('\n')))).toEqual([['cells', cells.join('\n')]])
    expect(suggested(text)).toBeUndefined()
  })

  it('takes cells on both sides of a long one for one table', () => {
    const rows = ['Harrow', '4', 'Lund', '2', 'Sund', '6']
    const long = 'A mill that has been closed since the great flood and has no name'
    const text = apart('Mill', 'Stones', ...rows, long, '8', ...rows)
    expect(lint(text)).toHaveLength(1)
  })

  it('ends a table where the title stands again', () => {
    const [rows, more] = ['Harrow\t1712\nLund\t1790\nSund\t1804', 'Skog\t1822\nBerg\t1830\nDal\t1847']
    const text = `# The Mills\n\nThey are old.\n\n${rows}\n# The Mills\n${more}\n`
    expect(lint(text)).toEqual([
      ['tabs', rows],
      ['tabs', more]
    ])
  })

  it.each([
    ['names', ['Harrow', 'Lund', 'Sund', 'Skog', 'Berg', 'Dal']],
    ['figures', ['1', '2', '3', '4', '5', '6']],
    ['two rows', ['Harrow', '4', 'Lund', '2']],
    ['uneven rows', ['Harrow', '4', 'Lund', '2', 'Sund', 'Skog', '6', '3']],
    ['sentences', ['It is old.', '4', 'It grinds.', '2', 'It stands.', '6']],
    [
      'an address',
      ['Harrow Mill', '12 Brook Lane', 'Upper Harrow', 'Tel. 401293', 'Open in May', 'Ask for Ann']
    ]
  ])('leaves alone: %s', (_name, cells) => {
    expect(lint(apart(...cells))).toEqual([])
    expect(lint(cells.join('\n'))).toEqual([])
  })

  it('leaves lists, quotations and headings alone', () => {
    const cells = ['Harrow', '4', 'Lund', '2', 'Sund', '6']
    expect(lint(cells.map((cell) => `- ${cell}`).join('\n'))).toEqual([])
    expect(lint(cells.map((cell) => `> ${cell}`).join('\n'))).toEqual([])
    expect(lint(cells.map((cell) => `## ${cell}`).join('\n'))).toEqual([])
  })

  it('offers a table for tabs', () => {
    const text = 'Mill\tStones\nHarrow\t4\nLund | Sund\t2\n'
    expect(lint(text)).toEqual([['tabs', text.trimEnd()]])
    expect(suggested(text)).toBe('| Mill | Stones |\n| --- | --- |\n| Harrow | 4 |\n| Lund \\| Sund | 2 |')
  })

  it('wants as many tabs in each line', () => {
    expect(lint('Mill\tStones\nHarrow\nLund\t2\nSund\t6\t1\nSkog\t1')).toEqual([])
    expect(lint('Mill\tStones\nHarrow\t4\n')).toEqual([])
  })

  it('offers a table for bars, where its dashes are missing', () => {
    expect(suggested('| Mill | Stones |\n| Harrow | 4 |\n')).toBe(
      '| Mill | Stones |\n| --- | --- |\n| Harrow | 4 |'
    )
    const wrong = '| Mill | Stones |\n| --- |\n| Harrow | 4 |'
    expect(lint(wrong)).toEqual([['bars', wrong]])
    expect(suggested(wrong)).toBeUndefined()
    expect(suggested('| Mill | Stones |\n| **Harrow** | 4 |\n')).toBeUndefined()
    expect(suggested('| Mill | Stones |\n| Harrow |\n')).toBeUndefined()
  })

  it.each([
    ['a table', '| Mill | Stones |\n| --- | --- |\n| Harrow | 4 |'],
    ['one line with bars', '| Mill | Stones |'],
    ['template tags', '| Mill | Stones |\n| {{ mill }} | {{ stones }} |'],
    ['formulas', '||x|| is the length of x\n||y|| is the length of y'],
    ['code', '    | Mill | Stones |\n    | Harrow | 4 |']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })
})
