import {describe, expect, it} from 'vitest'
import {cliches, idioms} from '../../rules/filler-phrase/phrases.ts'
import rule from '../../rules/filler-phrase/rule.ts'
import {createPhraseMatcher} from '../../src/document/prose/phrases.ts'
import {lintRule} from '../setup/lint-rule.ts'

function lint(text: string, given?: Record<string, unknown>): string[] {
  const messages = lintRule(rule, text, given)
  expect(messages.every(({messageId}) => messageId === 'phrase')).toBe(true)
  return messages.map(({start, end}) => text.slice(start, end))
}

const three = 'A lid plays a vital role. A mesh is paramount. The oven is a testament to the valley.'
const threeHits = ['plays a vital role', 'is paramount', 'a testament to']
/** Words without a phrase, to thin the phrases out. */
const plain = 'The miller weighs the oats. '

describe('filler-phrase', () => {
  it('reports an article with three phrases', () => {
    expect(lint(three)).toEqual(threeHits)
  })

  it('is silent below three phrases, or three in 1,000 words', () => {
    expect(lint('A lid plays a vital role. A mesh is paramount.')).toEqual([])
    expect(lint(`${three}\n\n${plain.repeat(190)}`)).toEqual(threeHits)
    expect(lint(`${three}\n\n${plain.repeat(200)}`)).toEqual([])
    expect(lint(`${three}\n\n${plain.repeat(200)}`, {density: 2.5})).toEqual(threeHits)
    expect(lint('A mesh is paramount.', {minHits: 1})).toEqual(['is paramount'])
  })

  it('reports a sentence once, from its first phrase to its last', () => {
    expect(lint(`${three} In today's fast-paced world, a barrel is more important than ever.`)).toEqual([
      ...threeHits,
      "In today's fast-paced world, a barrel is more important than ever"
    ])
  })

  it('names an idiom among clichés, but does not count it', () => {
    const idiom =
      'At the end of the day, rain is free. It is worth noting that snow is too. Needless to say, so is wind.'
    expect(lint(idiom)).toEqual([])
    expect(lint(`${three} Needless to say, rain is free.`)).toEqual([...threeHits, 'Needless to say'])
  })

  it('reads through marks, entities and line breaks', () => {
    expect(
      lint('A lid plays a **vital**\nrole. A mesh is\n_paramount_. It&rsquo;s a [testament](#a) to us.')
    ).toEqual(['plays a **vital**\nrole', 'is\n_paramount', 'a [testament](#a) to'])
  })

  it.each([
    ['quotations', 'A lid “plays a vital role”. A mesh "is paramount". It is ‘a testament to the valley’.'],
    ['code', 'A lid `plays a vital role`. A mesh `is paramount`. It is `a testament to` us.'],
    ['block quotes', `> ${three}`],
    ['lists of sources', `# Ovens\n\nBread.\n\n## Sources\n\n${three}`],
    [
      'headings',
      '# A lid plays a vital role\n\n## A mesh is paramount\n\n## It is a testament to us\n\nBread.'
    ],
    ['another language', `---\nlang: de\n---\n\n${three}`],
    ['what the title is about', `# The mesh that is paramount\n\n${three}`],
    [
      'connectors and hedges',
      'However, it may rain. Consequently, it will likely be wet. Moreover, it could snow.'
    ],
    [
      'a past role',
      'A lid played a key role. A mesh played a central role. The wheel played an important part.'
    ]
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('takes phrases of the user, and leaves alone those he allows', () => {
    expect(
      lint('Pies are tasty treats. Tarts are tasty treats.', {minHits: 2, phrases: ['tasty (treat|treats)']})
    ).toEqual(['tasty treats', 'tasty treats'])
    expect(lint(three, {minHits: 1, allow: ['plays a _ role', 'testament']})).toEqual(['is paramount'])
  })
})

describe('its phrases', () => {
  const all = [...cliches, ...idioms]

  it('can be read, each by itself', () => {
    expect(cliches.length).toBeGreaterThanOrEqual(150)
    for (const phrase of all) expect(() => createPhraseMatcher([phrase]).match([])).not.toThrow()
  })

  it('stand there once', () => {
    expect(new Set(all).size).toBe(all.length)
  })
})
