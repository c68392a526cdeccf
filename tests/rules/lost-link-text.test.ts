import {describe, expect, it} from 'vitest'
import rule from '../../rules/lost-link-text/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (text: string): [id: string, at: string][] =>
  lintRule(rule, text).map(({messageId, start, end}) => [messageId, text.slice(start, end)])

describe('lost-link-text', () => {
  it.each([
    ['according to', 'According to , a loaf costs more.', 'According to ,'],
    ['without a blank', 'According to, a loaf costs more.', 'According to'],
    ['as reported by', 'A loaf costs more, as reported by.', 'as reported by'],
    ['a preposition', 'The mill closed after the flood of . Nobody was hurt.', 'of .'],
    ['an article', 'The council voted for the , and nobody spoke.', 'the ,'],
    ['a blank that does not break', 'It was first told by\u00A0, in May.', 'by\u00A0,'],
    ['a line break', 'It was first told by\n, in May.', 'by\n,'],
    ['an old line break', 'It was first told by\r, in May.', 'by\r,'],
    ['the end', 'It was first told by .', 'by .'],
    ['list items', '- It was first told by , in May.', 'by ,']
  ])('reports a gap: %s', (_name, text, at) => {
    expect(lint(text)).toEqual([['gap', at]])
  })

  it('reports links without words', () => {
    expect(lint('A loaf.[](https://a.example/)')).toEqual([['empty', '[](https://a.example/)']])
    expect(lint('[](/b)\n\nA loaf.')).toEqual([['empty', '[](/b)']])
    expect(lint('[](#b) [![loaf](a.png)](/b) ![](a.png) [b](/b) []()')).toEqual([])
  })

  it.each([
    ['an image in the gap', 'Told by ![Ann](ann.png) , in May.'],
    ['HTML in the gap', 'Told by <img src="ann.png"> , in May.'],
    ['quotations', 'A scraper writes “told by , in May”.'],
    ['code', 'It is `told by , in May`.'],
    ['the name of a mark', 'Split it at the , character.'],
    ['a file', 'The file has a . in it. The .NET logo.'],
    ['a particle', 'What he looks at, and what he is made of. The book it came in. Come in.'],
    ['blanks everywhere', 'The baker , who is old , dreams of , and dreads the day , when he leaves .'],
    ['a hyphen', 'Built-in , not made.']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })
})
