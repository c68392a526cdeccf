import {describe, expect, it} from 'vitest'
import {praise, weak} from '../../rules/promotional-wording/phrases.ts'
import rule from '../../rules/promotional-wording/rule.ts'
import {createPhraseMatcher} from '../../src/document/prose/phrases.ts'
import {lintRule} from '../setup/lint-rule.ts'

function lint(text: string, given?: Record<string, unknown>): string[] {
  const messages = lintRule(rule, text, given)
  expect(messages.every(({messageId}) => messageId === 'phrase')).toBe(true)
  return messages.map(({start, end}) => text.slice(start, end))
}

const four = 'It is best-in-class. The cable is seamless. Look no further. Its range is unmatched.'
const fourHits = ['best-in-class', 'seamless', 'Look no further', 'unmatched']

describe('promotional-wording', () => {
  it('reports an article with four phrases, three in 1,000 words', () => {
    expect(lint(four)).toEqual(fourHits)
    expect(lint('It is best-in-class. The cable is seamless. Look no further.')).toEqual([])
    expect(lint(`${four}\n\n${'The miller weighs the oats. '.repeat(270)}`)).toEqual([])
    expect(lint('The cable is seamless.', {minHits: 1})).toEqual(['seamless'])
  })

  it('names a weaker word among them, but does not count it', () => {
    const three = 'It is best-in-class. The cable is seamless. Look no further.'
    expect(lint(`${three} The door is robust. The lamp is sleek.`)).toEqual([])
    expect(lint(`${four} The door is robust.`)).toEqual([...fourHits, 'robust'])
  })

  it.each([
    ['quotations', 'It is “best-in-class”, “seamless”, "unmatched" and ‘cutting-edge’.'],
    ['block quotes', `> ${four}`],
    [
      'other senses',
      'Robust standard errors, premium bonds, state-of-the-art results on the test set, a leading cause, leverage of four to one, unlocked doors, an exceptional case.'
    ],
    ['measures', 'It runs 212 kilometres, is 4 cm wide, and has been sold 300 times.']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text, {minHits: 1})).toEqual([])
  })

  it('takes phrases of the user, and leaves alone those he allows', () => {
    expect(lint('Pies are oven-fresh goodness.', {minHits: 1, phrases: ['oven-fresh']})).toEqual([
      'oven-fresh'
    ])
    expect(lint(four, {allow: ['seamless']})).toEqual([])
  })
})

describe('its phrases', () => {
  it('can be read, each by itself, and stand there once', () => {
    const all = [...praise, ...weak]
    for (const phrase of all) expect(() => createPhraseMatcher([phrase]).match([])).not.toThrow()
    expect(new Set(all).size).toBe(all.length)
  })
})
