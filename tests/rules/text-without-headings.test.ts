import {describe, expect, it} from 'vitest'
import rule from '../../rules/text-without-headings/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** So many words, in paragraphs of ten. */
function words(count: number): string {
  return Array.from({length: count / 10}, (_, i) => `The ${i} sacks of salt lie on the dam now.`).join('\n\n')
}

const lint = (text: string, options?: Record<string, unknown>): [id: string, at: string][] =>
  lintRule(rule, text, options).map(({messageId, start, end}) => [messageId, text.slice(start, end)])

describe('text-without-headings', () => {
  it('counts from 1,000 words on', () => {
    expect(lint(words(990))).toEqual([])
    expect(lint(words(1000))).toEqual([['none', 'The 0 sacks of salt lie on the dam now.']])
  })

  it('allows twice as many under a heading', () => {
    expect(lint(`# Salt\n\n## The pans\n\n${words(1990)}`)).toEqual([])
    expect(lint(`# Salt\n\n## The pans\n\n${words(2000)}`).map(([id]) => id)).toEqual(['stretch'])
    expect(lint(`# Salt\n\n${words(2000)}\n\n## The pans\n\nDry.`).map(([id]) => id)).toEqual(['none'])
  })

  it('does not take the title for a heading', () => {
    expect(lint(`# Salt\n\n${words(1000)}`).map(([id]) => id)).toEqual(['none'])
  })

  it.each([
    ['a heading', '## The rakers'],
    ['a rule', '---'],
    ['bold words', '**The rakers.** They come before dawn.'],
    ['a speaker', 'Ann Holt: They come before dawn.'],
    ['HTML', '<h2>The rakers</h2>']
  ])('starts anew after %s', (_name, mark) => {
    expect(lint(`# Salt\n\n${words(600)}\n\n${mark}\n\n${words(600)}`)).toEqual([])
  })

  it.each([
    ['footnotes', (text: string) => `Salt.[^1]\n\n[^1]: Salt.\n\n    ${text.replaceAll('\n\n', '\n\n    ')}`],
    ['code', (text: string) => `Salt.\n\n    ${text.replaceAll('\n', '\n    ')}`],
    ['sources', (text: string) => text.replaceAll('The ', '[1] The ')]
  ])('does not count %s', (_name, wrap) => {
    expect(lint(wrap(words(1000)))).toEqual([])
  })
})
