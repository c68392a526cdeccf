import {describe, expect, it} from 'vitest'
import rule from '../../rules/skipped-heading-level/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

function lint(text: string): {at: string; related: string | undefined; note: string | undefined}[] {
  const messages = lintRule(rule, text)
  expect(messages.every(({messageId}) => messageId === 'skipped')).toBe(true)
  return messages.map(({start, end, related, note}) => {
    const [other] = related ?? []
    return {at: text.slice(start, end), related: other && text.slice(other.start, other.end), note}
  })
}

describe('skipped-heading-level', () => {
  it('reports the first heading of a gap, with the heading above it and the number of others', () => {
    const found = lint('# A\n\nText.\n\n### B\n\nText.\n\n### C\n\n###### D\n\nText.\n\n### E\n\nText.\n')
    expect(found.map(({at, related}) => [at, related])).toEqual([
      ['B', 'A'],
      ['D', 'C']
    ])
    expect(found[0]?.note).toContain('2 more')
    expect(found[1]?.note).toBeUndefined()
  })

  it('starts anew under the next heading', () => {
    expect(lint('## A\n\n#### B\n\n## C\n\n#### D\n').map(({at, related}) => [at, related])).toEqual([
      ['B', 'A'],
      ['D', 'C']
    ])
  })

  it.each([
    ['the first heading at any level', '#### A\n\nText.\n\n## B\n\n### C\n'],
    ['steps up of any size', '# A\n\n## B\n\n### C\n\n#### D\n\n## E\n'],
    ['front matter with a title above', '---\ntitle: A\n---\n\n### B\n\nText.\n\n### C\n'],
    ['a heading of HTML that fills the gap', '# A\n\n<h2 class="wide">B</h2>\n\n### C\n'],
    ['headings in lists and quotes', '# A\n\n> ### B\n\n- #### C\n'],
    ['a heading without words', '# A\n\n###\n\n## B\n'],
    ['a subtitle', '# A\n\n### B\n\n## C\n\nText.\n\n## D\n'],
    ['front matter that looks like a heading', '---\na: b\n---\n\n### C\n']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('takes the only section, and one with text above it, for no subtitle', () => {
    expect(lint('# A\n\n### B\n\nText.\n')).toHaveLength(1)
    expect(lint('# A\n\nText.\n\n### B\n\n## C\n')).toHaveLength(1)
    expect(lint('# A\n\n### B\n\n### C\n')).toHaveLength(1)
  })
})
