import {describe, expect, it} from 'vitest'
import {phrases} from '../../rules/undated-time/phrases.ts'
import rule from '../../rules/undated-time/rule.ts'
import {createPhraseMatcher} from '../../src/document/prose/phrases.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const messages = lintRule(rule, text, {minWords: 0, ...given})
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const lintSentence = (sentence: string): string[] => lint(`# The mill\n\n${sentence}\n`).map(([, at]) => at)

describe('undated-time', () => {
  it.each([
    ['The council sold the mill last year.', 'last year'],
    ['Earlier this month the wheel was taken down.', 'Earlier this month'],
    ['More recently, the wheel was taken down.', 'More recently'],
    ['The wheel is currently being\nrepaired.', 'is currently'],
    ['Over the past few years many mills have closed.', 'Over the past few years'],
    ['Six months ago the wheel still turned.', 'Six months ago'],
    ['The roof has recently been mended.', 'has recently']
  ])('reports %s', (sentence, at) => {
    expect(lintSentence(sentence)).toEqual([at])
  })

  it('reports an article once, and names the other places', () => {
    const text =
      '# The mill\n\nThe council sold the mill last year. It is currently closed to visitors.\n\nIt will open next spring.\n'
    const [message, ...others] = lintRule(rule, text, {minWords: 0})
    expect(others).toEqual([])
    expect(text.slice(message?.start, message?.end)).toBe('last year')
    expect(message?.related?.map(({start, end}) => text.slice(start, end))).toEqual([
      'is currently',
      'next spring'
    ])
  })

  it.each([
    ['a year in the sentence', 'The council sold the mill last year, in 2023.'],
    ['a source in the sentence', 'The council [sold](https://a.org) the mill last year.'],
    [
      'a time of the story',
      'The next year they sold it, in the last year of the war, and the last week of May.'
    ],
    ['a reader', 'You may have seen the mill last year.'],
    ['the writer', 'I saw the mill turn last year.'],
    ['a quotation', 'The miller said: “We sold it last year to the council.”'],
    ['a question', 'Was the mill still turning last year?'],
    ['a short exclamation', 'Yesterday, basically.'],
    ['words that mean any day', 'Today mills grind little, and nowadays soon means never.']
  ])('leaves alone: %s', (_name, sentence) => {
    expect(lintSentence(sentence)).toEqual([])
  })

  it('leaves alone block quotes, sources and dated articles', () => {
    expect(lint('# The mill\n\n> The council sold the mill last year.\n')).toEqual([])
    expect(lint('# The mill\n\nIt turns.\n\n## Sources\n\nThe council sold the mill last year.\n')).toEqual(
      []
    )
    expect(lint('# The mill\n\nMay 3, 2024\n\nThe council sold the mill last year.\n')).toEqual([])
    expect(lint('# The mill in 2024\n\nThe council sold the mill last year.\n')).toEqual([])
  })

  it('finds the date of a line that ends 60 characters in, whatever the line ends', () => {
    const date = 'Set\nup\nin\nthe\nold\nhouse\nby\nthe\nriver\nEm\non 3 May 2024'
    const text = `# The mill\n\n${date}, in the rain.\n\nThe council sold the mill last year.\n`
    expect(lint(text)).toEqual([])
    expect(lint(text.replaceAll('\n', '\r\n'))).toEqual([])
  })

  it('leaves alone short texts and those without a title', () => {
    const text = '# The mill\n\nThe council sold the mill last year.\n'
    expect(lint(text, {minWords: 20})).toEqual([])
    expect(
      lint('The council sold the mill last year, and nobody has heard of it again since then.\n')
    ).toEqual([])
  })

  it('takes words of the user', () => {
    const text = '# The mill\n\nThe mill closed before the flood.\n'
    expect(lint(text, {phrases: ['before the flood']})).toEqual([['undated', 'before the flood']])
  })
})

describe('its phrases', () => {
  it('can be read, each by itself, and stand there once', () => {
    for (const phrase of phrases) expect(() => createPhraseMatcher([phrase]).match([])).not.toThrow()
    expect(new Set(phrases).size).toBe(phrases.length)
  })
})
