import type {Root, RootContent} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {createMessage, report} from './setup/report.ts'

const parser = unified().use(remarkParse).use(remarkGfm)

function parse(text: string): Root {
  return parser.parse(text)
}

/** The text of the cells of the tables, row by row, without the heads. */
function rowsOf(text: string): string[][] {
  return parse(text).children.flatMap((node) =>
    node.type === 'table'
      ? node.children.slice(1).map(({children}) => children.map((cell) => textOf(cell)))
      : []
  )
}

function textOf(node: RootContent | Root | {readonly children: readonly RootContent[]}): string {
  if ('children' in node) return node.children.map((child) => textOf(child as RootContent)).join('')
  return 'value' in node && node.type !== 'html' ? node.value : ''
}

const error = createMessage({
  severity: 'error',
  ruleId: 'rule-a',
  reason: 'Bad `a`',
  url: 'https://example.org/a?b=c'
})
const warning = createMessage({line: 4, endLine: 6})

describe('markdown', () => {
  test('has the counts, a table for each article with findings, and each page once', async () => {
    const related = [1, 2, 3, 4, 5].map((line) => ({
      path: 'b.md',
      line,
      column: 1,
      start: 0,
      end: 1,
      reason: 'As here'
    }))
    const files = [
      {path: 'posts/a.md', messages: [error, warning, {...warning, related}]},
      {path: 'b.md', messages: []},
      {path: 'c.md', messages: [warning]}
    ]
    const text = await report('markdown', files, {suppressed: 2, hidden: 3})
    expect(text.split('\n').slice(0, 4)).toEqual([
      '<!-- articlelint -->',
      '### articlelint: 1 error, 3 warnings in 2 of 3 files',
      '',
      '<details open><summary><code>posts/a.md</code> 1 error, 2 warnings</summary>'
    ])
    expect(rowsOf(text)).toEqual([
      ['2', 'error', 'Bad `a`', 'rule-a'],
      ['4', 'warning', 'Unexpected `x`', 'some-rule'],
      [
        '4',
        'warning',
        'Unexpected `x`As here: b.md:1:1As here: b.md:2:1As here: b.md:3:1and 2 more places',
        'some-rule'
      ],
      ['4', 'warning', 'Unexpected `x`', 'some-rule']
    ])
    const definitions = parse(text).children.filter((node) => node.type === 'definition')
    expect(definitions.map(({identifier, url}) => [identifier, url])).toEqual([
      ['rule-a', 'https://example.org/a?b=c'],
      ['some-rule', 'https://example.org/rule']
    ])
    expect(text).toContain('<sub>3 less severe not shown, 2 held back by suppressions</sub>')
  })

  test('says so when nothing is found, and what could not be linted', async () => {
    expect(await report('markdown', [{path: 'a.md', messages: []}])).toContain(
      'articlelint: nothing to report in 1 file'
    )
    const problems = [{path: 'x.mdx', line: 3, column: 1, reason: 'Unexpected `}`'}]
    const [, , bad, list] = parse(await report('markdown', [], {problems})).children
    expect([bad && textOf(bad), list && textOf(list)]).toEqual([
      'Not linted whole: 1 problem',
      'x.mdx:3:1: Unexpected `}`'
    ])
  })

  test('fits into a comment: the most severe stay, in their order, and the rest is counted', async () => {
    const messages = Array.from({length: 5000}, (_, index) =>
      createMessage({
        severity: index % 100 === 99 ? 'error' : 'warn',
        line: index + 1,
        endLine: index + 1,
        reason: `Unexpected ${'|'.repeat(30)}`
      })
    )
    const problems = Array.from({length: 1000}, (_, index) => ({
      path: `${index}.md`,
      reason: '|'.repeat(600)
    }))
    const files = [
      {path: 'a.md', messages},
      {path: 'b.md', messages}
    ]
    const text = await report('markdown', files, {problems, suppressed: 1})
    expect(text.length).toBeLessThanOrEqual(60_000)
    expect(text.length).toBeGreaterThan(55_000)
    const rows = rowsOf(text)
    expect(rows.filter(([, severity]) => severity === 'error')).toHaveLength(100)
    expect(text).toContain(`…and ${10_000 - rows.length} more,`)
    const first = rows
      .slice(
        0,
        rows.findLastIndex(([line]) => line === '5000')
      )
      .map(([line]) => Number(line))
    const ofA = first.slice(0, first.indexOf(5000) + 1)
    expect(ofA).toEqual([...ofA].sort((one, other) => one - other))
    expect(text.match(/<details/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0)
    expect(text).not.toContain('<details open>')
  })

  test('a long reason is cut, without half a character', async () => {
    const text = await report('markdown', [
      {path: 'a.md', messages: [createMessage({reason: '💣'.repeat(300)})]}
    ])
    expect(rowsOf(text)[0]?.[2]).toBe(`${'💣'.repeat(199)}…`)
  })
})
