import {describe, expect, it} from 'vitest'
import rule from '../../rules/duplicate-sentence/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

const again = 'The ferry has crossed the sound every hour since spring.'
const filler = 'It takes forty cars, and drivers wait in the old fish hall until the light is green.'

const lint = (
  text: string,
  options?: Record<string, unknown>
): [id: string, at: string, earlier: number | undefined][] =>
  lintRule(rule, text, options).map(({messageId, start, end, related}) => [
    messageId,
    text.slice(start, end),
    related?.[0]?.start
  ])

describe('duplicate-sentence', () => {
  it('reports the second one, and says where the first one is', () => {
    expect(lint(`${again} ${filler}\n\nAnn says no, and goes on to wait in the rain. ${again}`)).toEqual([
      ['repeated', again, 0]
    ])
  })

  it('does not mind quotation marks, dashes and case', () => {
    const text = `Don’t wait in the old hall - the light is green. ${filler}\n\n“DON'T wait in the old hall — the light is green.”`
    expect(lint(text)).toEqual([['repeated', "“DON'T wait in the old hall — the light is green.”", 0]])
  })

  it('reports a sentence once, however often it comes', () => {
    const text = [1, 2, 3, 4].map((n) => `${n} boats wait. ${again} Then they go.`).join('\n\n')
    expect(lint(text)).toHaveLength(1)
    expect(lintRule(rule, text)[0]?.reason).toContain('4 times')
  })

  it('takes sentences in a row for one repetition', () => {
    const two = `${again} Nobody knows when the bridge will be ready for cars again.`
    const rest =
      'The council has asked three firms for a price, and two of them have not answered the letter yet.'
    const text = `${two} ${rest}\n\nIn the hall a boy sells soup to those who came from the other side of the island. ${two}`
    expect(lint(text)).toEqual([['run', two, 0]])
  })

  it('finds sentences with words of captions in them, and those of short words', () => {
    const table = 'Ann lays the table and the figure of a ferry on it.'
    expect(lint(`${table} ${filler}\n\nAnn says no, and goes on to wait in the rain. ${table}`)).toEqual([
      ['repeated', table, 0]
    ])
    const short = 'I, a 7 b c d e f g h.'
    expect(lint(`${short} ${filler}\n\nAnn says no, and goes on to wait in the rain. ${short}`)).toEqual([
      ['repeated', short, 0]
    ])
  })

  it('has an option for the length', () => {
    const text = `The ferry is late. ${filler}\n\nGo home now, says Ann. The ferry is late.`
    expect(lint(text)).toEqual([])
    expect(lint(text, {minWords: 4})).toEqual([['repeated', 'The ferry is late.', 0]])
  })

  it.each([
    ['lists', `- ${again}\n- Wait for the green light.\n\n1. ${again}`],
    ['block quotes', `${filler}\n\n> ${again}\n\n${again}`],
    ['quotations', `“${again}” ${filler}\n\nAnn says it again: “${again}”`],
    ['notes in italics', `*${again}*\n\n${filler} ${again}`],
    ['captions', `Figure 1: the hall. ${again}\n\n${filler} ${again}`],
    ['code', `${again.replace('ferry', '`ferry`')} ${filler}\n\nNo. ${again.replace('ferry', '`ferry`')}`],
    [
      'lead-ins',
      'What you need for each of the five boats is:\n\nNo. What you need for each of the five boats is:'
    ],
    [
      'addresses',
      `See https://sund.example/ for the hours of the ferry. ${filler}\n\nNo. See https://sund.example/ for the hours of the ferry.`
    ],
    [
      'addresses that are not safe',
      `See http://sund.example/ for the hours of the ferry. ${filler}\n\nNo. See http://sund.example/ for the hours of the ferry.`
    ],
    [
      'sentences that differ in their last words',
      `The ferry has crossed the sound every hour since spring. ${filler}\n\nNo. The ferry has crossed the sound every hour since summer.`
    ],
    [
      'sentences that differ in the midst',
      `The ferry has crossed the small sound every hour since spring. ${filler}\n\nNo. The ferry has crossed the great sound every hour since spring.`
    ],
    ['numbered notes', `[1] ${again}\n\n[2] ${again}`]
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('leaves whole copies to duplicate-paragraph', () => {
    expect(lint(`${again} ${filler}\n\nGo home.\n\n${again} ${filler}`)).toEqual([])
  })
})
