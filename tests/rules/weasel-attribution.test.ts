import {describe, expect, it} from 'vitest'
import rule from '../../rules/weasel-attribution/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const messages = lintRule(rule, text, given)
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

describe('weasel-attribution', () => {
  it('reports the words, once a sentence', () => {
    expect(
      lint('# Tea\n\nStudies show that tea helps, and experts agree. It is widely\nbelieved that it helps.\n')
    ).toEqual([
      ['nobody', 'Studies show'],
      ['nobody', 'It is widely\nbelieved']
    ])
  })

  it('is silent beside a source in the paragraph, or only in the sentence', () => {
    const text = '# Tea\n\nTea helps ([trial](https://a.org)). Most experts agree on that.\n'
    expect(lint(text)).toEqual([])
    expect(lint(text, {evidence: 'sentence'})).toEqual([['nobody', 'Most experts agree']])
    expect(lint('# Tea\n\nMost experts agree [on that](https://a.org).\n', {evidence: 'sentence'})).toEqual(
      []
    )
    // What somebody else said is no source of it.
    const said = 'According to the Met Office it rained for a week.'
    expect(lint(`# Tea\n\nScientists have proven that tea helps. ${said}\n`)).toEqual([
      ['nobody', 'Scientists have proven']
    ])
  })

  it.each([
    [
      'one study, which is for unlinked-attribution',
      'A recent study found that tea helps against headaches.'
    ],
    ['a block quote', '> Studies show that tea helps against headaches.'],
    ['an own study', 'Our studies show that tea helps against headaches.'],
    ['a heading', '## Studies show that tea helps against headaches'],
    ['a list of sources', '## Sources\n\nStudies show that tea helps against headaches.']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(`# Tea\n\n${text}\n`)).toEqual([])
  })
})
