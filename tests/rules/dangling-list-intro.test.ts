import {describe, expect, it} from 'vitest'
import rule from '../../rules/dangling-list-intro/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (text: string): [id: string, at: string][] =>
  lintRule(rule, text).map(({messageId, start, end}) => [messageId, text.slice(start, end)])

const intro = 'Lay out all these things:'

describe('dangling-list-intro', () => {
  it.each([
    ['the end', `# Nets\n\nIt is torn. ${intro}`],
    ['a heading of the same level', `## Nets\n\n${intro}\n\n## Knots\n\nTie them.`],
    ['a heading above', `## Nets\n\n### Tools\n\n${intro}\n\n## Knots\n\nTie them.`],
    ['definitions', `## Nets\n\n[It][1] is torn. ${intro}\n\n[1]: https://a.example/`],
    ['footnotes', `## Nets\n\nIt is torn.[^1] ${intro}\n\n[^1]: Since May.`]
  ])('reports a lead-in before %s', (_name, text) => {
    expect(lint(text)).toEqual([['dangling', intro]])
  })

  it('reads “the following” without a colon', () => {
    expect(lint('Lay out the following.')).toEqual([['dangling', 'Lay out the following.']])
    expect(lint('Lay it out as follows.')).toEqual([['dangling', 'Lay it out as follows.']])
    expect(lint('Lay out the nets.')).toEqual([])
  })

  it('reports one that says what follows, whatever the next part is', () => {
    expect(
      lint('## Nets\n\nFor the knots you need the following things:\n\n## Knots\n\nTie them.')
    ).toHaveLength(1)
  })

  it.each([
    ['a list', '- A knife'],
    ['text', 'A knife and a rope.'],
    ['code', '    knife'],
    ['an image', '![A knife](knife.png)'],
    ['a table', '| a |\n| --- |\n| b |'],
    ['a quotation', '> A knife.'],
    ['HTML', '<video></video>'],
    ['a rule', '---\n\nA knife.'],
    ['sub-headings', '### A knife\n\nSharp.']
  ])('leaves alone: %s', (_name, next) => {
    expect(lint(`## Nets\n\n${intro}\n\n${next}`)).toEqual([])
  })

  it.each([
    ['an emoji', '## Nets\n\nHappy knotting to you all! :tada:\n\n## Knots\n\nTie them.'],
    ['the name of the next part', '## Nets\n\nNow let us look at the knots:\n\n## Good Knots\n\nTie them.'],
    ['labels', '## Nets\n\nSee also:\n\n## Knots\n\nTie them.'],
    ['headings under the title', `${intro}\n\n## A knife\n\nSharp.`],
    ['list items', `- ${intro}\n\n## Knots\n\nTie them.`],
    ['sources', `## References\n\n${intro}\n`]
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })
})
