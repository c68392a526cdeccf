import {describe, expect, it} from 'vitest'
import {excesses, promises} from '../../rules/overclaim/phrases.ts'
import rule from '../../rules/overclaim/rule.ts'
import {createPhraseMatcher} from '../../src/document/prose/phrases.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  return lintRule(rule, text, given).map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const servers = 'Parcelo uses Amazon servers in Ireland, which handle everything from addresses to returns.'
const article = (sentence: string): string =>
  `# How Parcelo Keeps Its Parcels\n\nParcelo serves millions of shoppers. The company relies on Redis, and Parcelo sorts at night.\n\n${sentence}\n`

describe('overclaim', () => {
  it.each([
    ['The depot is completely secure.', 'completely secure'],
    ['The lock never fails.', 'never fails'],
    ['Parcels come without any risk.', 'without any risk'],
    ['The syrup cures insomnia.', 'cures insomnia'],
    ['The method is guaranteed to work.', 'guaranteed to work']
  ])('reports the promise of: %s', (sentence, at) => {
    expect(lint(sentence)).toEqual([['promise', at]])
  })

  it('reports a sentence once, at its first promise', () => {
    expect(lint('The depot comes without any risk, and the lock never fails.')).toEqual([
      ['promise', 'without any risk']
    ])
  })

  it.each([
    ['doubt', 'No depot is completely secure.'],
    ['a denial behind it', 'That the lock never fails is a myth.'],
    ['a wish', 'The goal is a depot that is completely secure.'],
    ['a question', 'Is the depot completely secure?'],
    ['the writer', 'I found the depot completely secure.'],
    ['a report', 'The firm claims that the lock never fails.'],
    ['a quotation', '“The lock never fails,” says the brochure.'],
    ['a source', 'The lock [never fails](https://a.org/test), a test of 40,000 openings found.'],
    ['a block quote', '> The lock never fails.'],
    ['plain senses', 'The door is entirely wooden, the lamp works, and the cure takes a week.']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('reports an excess in a claim', () => {
    expect(lint(article(servers))).toEqual([['excess', 'everything from addresses to']])
  })

  it('leaves an excess alone where nothing is claimed, a source stands near, or a figure', () => {
    expect(lint(article('Everything from this shop smells of bread.'))).toEqual([])
    expect(lint(article(servers.replace('everything', '[everything](https://a.org)')))).toEqual([])
    expect(lint(article(servers.replace('servers', 'servers (42)')))).toEqual([])
    expect(lint(article(servers), {minConfidence: 1})).toEqual([])
  })
})

describe('its phrases', () => {
  it('can be read, each by itself, and stand there once', () => {
    const all = [...promises, ...excesses]
    for (const phrase of all) expect(() => createPhraseMatcher([phrase]).match([])).not.toThrow()
    expect(new Set(all).size).toBe(all.length)
  })
})
