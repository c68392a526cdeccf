import {describe, expect, it} from 'vitest'
import rule from '../../rules/undefined-footnote/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const messages = lintRule(rule, text, given)
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

describe('undefined-footnote', () => {
  it('reports each call without a definition, in any language', () => {
    expect(
      lint(
        '---\nlang: de\n---\n\n# Mühle[^a]\n\nGebaut 1890.[^1] *Verkauft.[^note-2]*\n\n- Verbrannt.[^ä]\n\n[^1]: Archiv.\n'
      )
    ).toEqual([
      ['missing', '[^a]'],
      ['missing', '[^note-2]'],
      ['missing', '[^ä]']
    ])
  })

  it('reports a call whose label stands elsewhere only as another call', () => {
    expect(lint('Wet.[^mill]\n\n```\nas in [^mill]: here\n```\n')).toEqual([['missing', '[^mill]']])
  })

  it('reports calls inside footnotes', () => {
    expect(lint('Wet.[^1]\n\n[^1]: See the other.[^2]\n')).toEqual([['missing', '[^2]']])
  })

  it.each([
    ['code', 'Write `[^1]`.\n\n    [^1]\n'],
    ['patterns', 'Match [^a-z] or [^abc]+ or [^0-9].\n'],
    ['escapes of other things', 'See [1] and [^] and [^ 1].\n'],
    [
      'calls whose definition only the generator sees',
      'Wet.[^Mill]\n\n~~~\n<details>\n[^mill]: ~~~<b>~~~Diary~~~</b>~~~\n</details>\n'
    ],
    ['calls that are defined in another case', 'Wet.[^Note]\n\n[^note]: Diary.\n']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })
})
