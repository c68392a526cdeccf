import {describe, expect, it} from 'vitest'
import rule from '../../rules/vague-quantity/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const messages = lintRule(rule, text, given)
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const article = `# How Brotfix Bakes Its Bread

Brotfix serves millions of shoppers every week. The company operates its own flour mills and relies on regional farmers for its grain.

However, Brotfix retains separate management for recipes and pricing. Studies show that Brotfix uses refrigerated depots near Leipzig.
`

describe('vague-quantity', () => {
  it('leaves sure claims to unsourced-claim, unless it is told not to', () => {
    expect(lint(article)).toEqual([])
    expect(lint(article, {maxConfidence: 1})).toEqual([['vague', 'millions of shoppers']])
  })

  it('reports claims that are less sure', () => {
    expect(lint(article, {minConfidence: 0, maxConfidence: 1})).toEqual([['vague', 'millions of shoppers']])
    expect(lint(article, {minConfidence: 1, maxConfidence: 1})).toEqual([])
  })

  it('reports the items of a list that lost its marks, however unsure', () => {
    const items =
      'Dough: Moves through massive networks.\n\nRolls: Sold in a variety of shapes.\n\nCakes: Kept in ovens.\n'
    expect(lint(`# Night\n\nThe oven is warm.\n\n${items}`, {minConfidence: 0.99, maxConfidence: 1})).toEqual(
      [['vague', 'a variety of shapes']]
    )
  })

  it.each([
    ['thousands of local bakers', 'thousands of local bakers in Leipzig.'],
    ['dozens of black-crusted rye loaves', 'dozens of black-crusted rye loaves in Leipzig.'],
    ['thousands of flour', 'thousands of flour on boards in Leipzig.'],
    ['hundreds of tired', 'hundreds of tired and cold bakers in Leipzig.'],
    ['thousands of bakers', 'thousands of bakers in Leipzig.']
  ])('quotes what is counted: %s', (words, rest) => {
    const text = `# Night\n\nThe oven is warm.\n\nBrotfix trained ${rest}\n`
    expect(lint(text, {minConfidence: 0, maxConfidence: 1})).toEqual([['vague', words]])
  })

  it.each([
    ['a sentence with a figure', 'Brotfix sells 40 of its millions of rolls in Leipzig.'],
    ['what may be', 'The new ovens of Brotfix might significantly reduce its waste of flour in Leipzig.'],
    [
      'what may be, some words on',
      'An order at Brotfix may turn into a chain of dozens of calls in Leipzig.'
    ],
    ['what is wanted', 'Brotfix wanted to significantly increase the share of rye in Leipzig.'],
    ['what is possible', 'The oven of Brotfix feeds potentially thousands of people in Leipzig.'],
    ['a bound', 'The oven of Brotfix takes up to thousands of rolls in Leipzig.'],
    ['any such case', 'When baking hundreds of rolls, the oven of Brotfix stays hot in Leipzig.'],
    ['an age', 'The stone of the oven at Brotfix is thousands of years old in Leipzig.'],
    ['a unit', 'The longest delay (in milliseconds) of the oven at Brotfix in Leipzig.'],
    ['a sentence with a source', 'Brotfix sells [millions of rolls](https://a.org) in Leipzig.'],
    [
      'a sentence that carries on a source',
      'Brotfix sells [rolls](https://a.org). It sells millions of rolls in Leipzig.'
    ],
    ['a weasel, which is one defect already', 'Studies show that Brotfix sells millions of rolls in Leipzig.']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(`# Night\n\nThe oven is warm.\n\n${text}\n`, {minConfidence: 0, maxConfidence: 1})).toEqual(
      []
    )
  })

  it('counts what is, whatever may be elsewhere', () => {
    const sold = 'Brotfix may grow, as it sells thousands of rolls in Leipzig.'
    const when = 'When Brotfix sells hundreds of rolls, the oven stays hot in Leipzig.'
    const all = {minConfidence: 0, maxConfidence: 1}
    expect(lint(`# Night\n\nThe oven is warm.\n\n${sold} ${when}\n`, all)).toEqual([
      ['vague', 'thousands of rolls'],
      ['vague', 'hundreds of rolls']
    ])
  })

  it('lets an author who cites or speaks of the own work leave it at a range of things', () => {
    const all = {minConfidence: 0, minConfidenceSourced: 0, maxConfidence: 1, maxConfidenceSourced: 1}
    const ours = (sold: string): string =>
      `# Night\n\nWe bake at night. Brotfix sells ${sold} to schools in Leipzig.\n`
    expect(lint(ours('a wide variety of rolls'), all)).toEqual([])
    expect(lint(ours('millions of rolls'), all)).toEqual([['vague', 'millions of rolls']])
    expect(lint(ours('a wide variety of rolls').replace('We bake', 'It bakes'), all)).toEqual([
      ['vague', 'a wide variety of rolls']
    ])
  })
})
