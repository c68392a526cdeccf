import {describe, expect, it} from 'vitest'
import rule from '../../rules/orphan-bullet/rule.ts'
import {fixText} from '../../src/lint/fix.ts'
import {lintText} from '../../src/lint/index.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (text: string): [at: string, line: number][] =>
  lintRule(rule, text).map(({messageId, start, end, line}) => {
    expect(messageId).toBe('apart')
    return [text.slice(start, end), line]
  })

function fix(text: string): string {
  const ruleset = {rules: [{rule, severity: 'warn' as const, options: {}}]}
  return fixText(text, (source) => lintText(source, {ruleset})).text
}

describe('orphan-bullet', () => {
  it.each([
    ['a sure mark', '•\nA rake\n', '- A rake\n'],
    ['one with a blank line', 'You need\n\n▪\n\nA rake\n', 'You need\n\n- A rake\n'],
    ['dashes', '–\n\nA rake\n\n–\n\nA hat\n', '- A rake\n\n- A hat\n'],
    ['stars', '*\nA rake\n*\nA hat\n', '* A rake\n* A hat\n'],
    ['marks under a line', 'You need:\n-\nA rake\n-\nA hat\n', 'You need:\n- A rake\n- A hat\n'],
    ['wrapped items', '•\nA rake\nof wood\n•\nA hat\nof straw\n', '- A rake\nof wood\n- A hat\nof straw\n'],
    ['CRLF', '•\r\nA rake\r\n•\r\nA hat\r\nGo home.\r\n', '- A rake\r\n- A hat\r\n\r\nGo home.\r\n'],
    ['indents', '  •\n  A rake\n  •\n  A hat\n', '  - A rake\n  - A hat\n'],
    ['bold items', '•\n**A rake** of wood\n•\n[A hat](/hat)\n', '- **A rake** of wood\n- [A hat](/hat)\n']
  ])('joins %s', (_name, text, expected) => {
    expect(lint(text)).toHaveLength(1)
    expect(fix(text)).toBe(expected)
  })

  it.each([
    ['an item of 3 blanks more', '•\n   A rake\n', 1],
    ['an item of 4 blanks more', '•\n    A rake\n', 0],
    ['an item indented by one after a dash', '-\n A rake\n-\n A hat\n', 1],
    ['an item indented after a blank line', '-\n\n   A rake\n\n-\n\n   A hat\n', 1],
    ['an item indented after a mark that Markdown does not know', '–\n   A rake\n–\n   A hat\n', 1],
    ['marks that differ', '–\nA rake\n-\nA hat\n', 0],
    ['a mark at the end', 'A rake\n•', 0],
    ['a mark before a blank end', 'A rake\n\n•\n\n', 0]
  ])('tells %s', (_name, text, count) => {
    expect(lint(text)).toHaveLength(count)
  })

  it('sets the last item apart only where all are of one line', () => {
    expect(fix('•\nA rake\n•\nA hat\ngo home.\n')).toBe('- A rake\n- A hat\ngo home.\n')
    expect(fix('•\nA rake\n\n•\nA hat\nGo home.\n')).toBe('- A rake\n\n- A hat\n\nGo home.\n')
  })

  it('reports each list once', () => {
    expect(lint('•\nA rake\n•\nA hat\n\nGo home.\n\nBring\n\n•\n\nWater\n')).toEqual([
      ['•', 1],
      ['•', 10]
    ])
  })

  it.each([
    ['an item with its text indented', '-\n  A rake\n-\n  A hat\n'],
    ['a single dash', 'One part.\n\n–\n\nAnother part.\n'],
    ['a single star', 'One part.\n\n*\n\nAnother part.\n'],
    [
      'stars between paragraphs',
      `${'A long part. '.repeat(30)}\n\n*\n\n${'A long part. '.repeat(30)}\n\n*\n\nThe end.\n`
    ],
    ['code', '```\n-\nA rake\n-\nA hat\n```\n\n    •\n    A rake\n'],
    ['HTML', '<div>\n•\nA rake\n</div>\n'],
    ['front matter', '---\nneeds:\n-\na\n-\nb\n---\n\nA rake.\n'],
    ['an empty item', '- A rake\n-\n- A hat\n'],
    ['a heading under it', '•\n\n# A rake\n'],
    ['a numbered item', '•\n1. A rake\n'],
    ['nothing under it', 'A rake\n\n•\n'],
    ['other marks', '•\n•\n']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })
})

it('does not join a list above indented code, which would become the text of its last item', () => {
  const above = '# Tools\n\n*\nA long saw\n*\nA short rule\n\n'
  const fixes = (text: string) => lintRule(rule, text).map(({fix}) => fix !== undefined)
  expect(fixes(`${above}    cut --length 3\n\nThen sand it.\n`)).toEqual([false])
  expect(fixes(`${above}Then sand it.\n`)).toEqual([true])
})
