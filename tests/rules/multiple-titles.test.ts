import {describe, expect, it} from 'vitest'
import rule from '../../rules/multiple-titles/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

function lint(text: string): {at: string; title: string | undefined; note: string | undefined}[] {
  const messages = lintRule(rule, text)
  expect(messages.every(({messageId}) => messageId === 'multiple')).toBe(true)
  return messages.map(({start, end, related, note}) => {
    const [other] = related ?? []
    return {at: text.slice(start, end), title: other && text.slice(other.start, other.end), note}
  })
}

describe('multiple-titles', () => {
  it('reports the second, once, with the title and the number of others', () => {
    const [found, ...more] = lint('# A\n\na\n\n# B\n\nb\n\nC\n===\n\n# D\n')
    expect(more).toEqual([])
    expect(found).toMatchObject({at: 'B', title: 'A'})
    expect(found?.note).toContain('2 more')
  })

  it('reports below a title that stands in front matter and as a heading', () => {
    expect(lint('---\ntitle: "The salt marsh"\n---\n\n# The Salt Marsh\n\na\n\n# Boots\n')).toMatchObject([
      {at: 'Boots', title: 'The Salt Marsh', note: undefined}
    ])
  })

  it('reports below a title that stands in front matter that is not read', () => {
    const text = '+++\ntitle = "The salt marsh"\n+++\n\n# The Salt Marsh\n\na\n\n# Boots\n'
    expect(lint(text)).toMatchObject([{at: 'Boots', title: 'The Salt Marsh'}])
  })

  it('reports below a short note above the title', () => {
    expect(lint('First printed in our club letter.\n\n# The salt marsh\n\na\n\n# Boots\n')).toMatchObject([
      {at: 'Boots', title: 'The salt marsh'}
    ])
  })

  it('passes over a copy of the title to the next one', () => {
    expect(lint('# The salt marsh\n\n# The salt marsh\n\na\n\n# Boots\n')).toMatchObject([
      {at: 'Boots', title: 'The salt marsh'}
    ])
  })

  it.each([
    ['one title', '# A\n\n## B\n\n## C\n'],
    ['a copy of the title, which is for repeated-title', '# The salt marsh\n\na\n\n# The **salt** marsh!\n'],
    [
      'level-1 headings as sections under front matter',
      '---\ntitle: The salt marsh\n---\n\n# Boots\n\na\n\n# Maps\n\nb\n'
    ],
    ['headings without words, left by a converter', '# A\n\n# <a name="b"></a>\n\n#\n'],
    ['headings in lists and quotes', '# A\n\n> # B\n\n- # C\n'],
    [
      'sections under front matter that is not read',
      '+++\ntitle = "The salt marsh"\n+++\n\n# Boots\n\na\n\n# Maps\n\nb\n'
    ],
    [
      'sections below a text',
      `${'The path to the salt marsh starts behind the church and is dry at low tide only. '.repeat(2)}\n\n# Boots\n\n# Maps\n`
    ],
    ['a banner in HTML', '# A\n\n<h1 align="center">B</h1>\n']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })
})
