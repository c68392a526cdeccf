import {describe, expect, it} from 'vitest'
import rule from '../../rules/unused-footnote/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const messages = lintRule(rule, text, given)
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

describe('unused-footnote', () => {
  it('reports the mark of each definition without a call, in any language', () => {
    expect(
      lint('---\nlang: de\n---\n\nNass.[^1]\n\n[^1]: Archiv.\n\n[^Zwei]: Archiv.\n\n> [^3]: Archiv.\n')
    ).toEqual([
      ['unused', '[^Zwei]:'],
      ['unused', '[^3]:']
    ])
  })

  it('reports once where no footnote has a call', () => {
    expect(lint('Wet.\n\n[^1]: Diary.\n\n[^2]: Archive.\n')).toEqual([['all', '[^1]:']])
    expect(lint('Wet.\n\n[^1]: Diary.\n')).toEqual([['unused', '[^1]:']])
  })

  it('takes a call from a footnote, too', () => {
    expect(lint('Wet.[^1]\n\n[^1]: See the other.[^2]\n\n[^2]: Archive.\n')).toEqual([])
  })
})
