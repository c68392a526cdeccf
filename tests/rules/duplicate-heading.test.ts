import {describe, expect, it} from 'vitest'
import rule from '../../rules/duplicate-heading/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

function lint(text: string): [at: string, line: number, firstLine: number | undefined][] {
  const messages = lintRule(rule, text)
  expect(messages.every(({messageId}) => messageId === 'duplicate')).toBe(true)
  return messages.map(({start, end, line, related}) => [text.slice(start, end), line, related?.[0]?.line])
}

describe('duplicate-heading', () => {
  it('reports each copy with the one before it, whatever the case and the marks', () => {
    expect(lint('## Notes\n\na\n\n## *notes*\n\nb\n\nNOTES\n-----\n\nc\n')).toEqual([
      ['notes', 5, 1],
      ['NOTES', 9, 5]
    ])
  })

  it('takes two spellings for two names only where both are spelled so in code', () => {
    expect(lint('## set\n\nWrite `set`.\n\n## Set\n\nA Set has no order.\n')).toEqual([['Set', 5, 1]])
    expect(lint('## Set\n\nA `Set` and a `set`.\n\n## Set\n\nIt has no order.\n')).toEqual([['Set', 5, 1]])
  })

  it('finds the spellings in blocks of code too', () => {
    const text = (code: string) => `## set\n\n\`\`\`js\n${code}\n\`\`\`\n\n## Set\n\nIt has no order.\n`
    expect(lint(text('set(key): Set'))).toEqual([])
    for (const code of ['set(key): Settings', 'reset(key): Set', "set('Set')", 'set(key)'])
      expect(lint(text(code))).toEqual([['Set', 7, 1]])
    const words = '## The set\n\n```js\nThe set, The Set\n```\n\n## The Set\n\nIt has no order.\n'
    expect(lint(words)).toEqual([['The Set', 7, 1]])
  })

  it('compares within one section', () => {
    expect(lint('# A\n\n## Notes\n\na\n\n## B\n\n### Notes\n\nb\n\n## Notes\n')).toEqual([['Notes', 13, 3]])
  })

  it('compares across a copy of the title, which parts no section', () => {
    expect(lint('# The lock of Lund\n\n## Gates\n\na\n\n# The Lock of Lund\n\n## Gates\n\nb\n')).toEqual([
      ['Gates', 9, 3]
    ])
    expect(lint('# The lock of Lund\n\n## Gates\n\na\n\n# The weir of Lund\n\n## Gates\n\nb\n')).toEqual([])
  })

  it.each([
    [
      'the same heading under different parents',
      '## Soup\n\n### Method\n\na\n\n## Salad\n\n### Method\n\nb\n'
    ],
    ['the same words at another level', '## Soup\n\n### Soup\n\na\n'],
    ['headings without words', '## \n\na\n\n## \n\nb\n'],
    ['rulers of signs', '## =====\n\na\n\n## =====\n\nb\n'],
    ['names that differ in case', '## set\n\nWrite `set`.\n\n## Set\n\nA `Set` has no order.\n'],
    ['headings in lists and quotes', '## Soup\n\n> ## Soup\n\n- ## Soup\n'],
    ['the title again, which is for repeated-title', '# A long walk\n\n# A long walk\n\na\n'],
    ['headings that start the same', '## Part 1\n\na\n\n## Part 2\n\nb\n']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('reads the words of pictures, and leaves empty headings', () => {
    const text = '# A\n\n## ![The mill](a.png)\n\nOne.\n\n## ![The mill](b.png)\n\nTwo.\n\n##\n\n##\n'
    expect(lint(text)).toEqual([])
    const second = '# A\n\n## The ![mill](a.png)\n\nOne.\n\n## The ![mill](b.png)\n'
    expect(lint(second)).toEqual([['The ', 7, 3]])
  })
})
