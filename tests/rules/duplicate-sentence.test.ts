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

  it('leaves alone a question that somebody else is asked', () => {
    const question = '**What did you do when no boat could land?**'
    const ask = (answer: string) =>
      lint(`## Ann\n\n${question}\n\n${filler}\n\n## Bert\n\n${question}\n\n${answer}`)
    expect(ask('I slept in the kitchen, and there was nothing to trim.')).toEqual([])
    expect(ask(filler)).toHaveLength(1)
  })

  const rest = 'Ann says no, and goes on to wait in the rain.'
  const ask = (page: string) => `Ask for the [times of the boats](${page}) at the desk in the hall.`

  it('leaves alone what says something else by its links, and reports the same links', () => {
    expect(lint(`${ask('/may')} ${filler}\n\n${rest} ${ask('/june')}`)).toEqual([])
    expect(lint(`${ask('/may')} ${filler}\n\n${rest} ${ask('/may/')}`)).toHaveLength(1)
    const about = (page: string) => `${again} See the [board](${page}).`
    expect(lint(`${about('/may')}\n\n${filler}\n\n${about('/june')}`)).toEqual([])
    expect(lint(`${about('/may')}\n\n${filler}\n\n${rest} ${about('/june')}`)).toEqual([
      ['repeated', again, 0]
    ])
  })

  it('leaves alone what stands in two tabs', () => {
    const tabs = (one: string, two: string) =>
      lint(
        `<div class="${one}">\n\n${again} ${filler}\n\n</div>\n<div class="${two}">\n\n${rest} ${again}\n\n</div>\n`
      )
    expect(tabs('car', 'foot')).toEqual([])
    expect(tabs('car', 'car')).toHaveLength(1)
  })

  it('leaves alone what stands in three records of one kind', () => {
    const records = (...names: string[]) =>
      lint(names.map((name) => `## ${name}\n\n${name} waits. ${again}\n\nDamage:\n\n- none\n`).join('\n'))
    expect(records('Ann', 'Bea', 'Cleo')).toEqual([])
    expect(records('Ann', 'Bea')).toHaveLength(1)
  })

  it('leaves alone what stands right above code or a list in both places', () => {
    for (const below of ['```\nrow\n```', '- a boat\n- a rope', '| a |\n| --- |\n| b |'])
      expect(lint(`${filler} ${again}\n\n${below}\n\n${rest} ${again}\n\n${below}`)).toEqual([])
    const code = '```\nrow\n```'
    expect(lint(`${filler} ${again}\n\n${code}\n\n${rest} ${again}\n\nThe boy sells soup.`)).toEqual([
      ['repeated', again, filler.length + 1]
    ])
    expect(lint(`${again} ${filler}\n\n${code}\n\n${again} ${rest}\n\n${code}`)).toEqual([
      ['repeated', again, 0]
    ])
  })

  it('leaves alone the fields of a form, and what a reference says of two functions', () => {
    const form = (name: string, more: string) =>
      `## ${name}\n\n**State:** ${again} ${more}\n\n**Needs:** ${more}\n\n`
    expect(lint(form('North', 'A new rope.') + form('South', 'Paint.'))).toEqual([])
    expect(lint(`## \`start()\`\n\n${again} ${filler}\n\n## \`stop()\`\n\n${rest} ${again}`)).toEqual([])
    expect(lint(`## The start\n\n${again} ${filler}\n\n## The stop\n\n${rest} ${again}`)).toHaveLength(1)
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

  it('takes sentences for one repetition only where they follow each other in both places', () => {
    const other = 'Nobody knows when the bridge will be ready for cars again.'
    const rest =
      'The council has asked three firms for a price, and two of them have not answered the letter yet.'
    const last = 'In the hall a boy sells soup to those who came from the other side of the island.'
    const single = [
      ['repeated', again],
      ['repeated', other]
    ]
    for (const [text, found] of [
      [`${again} ${other} ${rest}\n\n${last} ${again} Ann says no. ${other}`, single],
      [`${again} Ann says no. ${other} ${rest}\n\n${last} ${again} ${other}`, single],
      [`${again} ${other} ${rest}\n\n${last} ${again}\n\n${other} ${filler}`, single],
      [`${again}\n\n${other} ${rest}\n\n${last} ${again} ${other}`, single],
      [`${again} ${other} ${rest}\n\n${last} ${other} ${again}`, [...single].reverse()],
      [`${again} ${other} ${rest}\n\n${last} ${again} ${other}`, [['run', `${again} ${other}`]]]
    ] as const)
      expect(
        lint(text).map(([id, at]) => [id, at]),
        text
      ).toEqual(found)
  })

  it('compares whole words', () => {
    const text = `The ferry has crossed the sound in a row boat since spring. ${filler}\n\nNo. The ferry has crossed the sound in arow boat since spring.`
    expect(lint(text, {minWords: 3})).toEqual([])
  })

  it('shows 70 characters of a sentence, cut between words', () => {
    const long = 'The ferry has crossed the wide sound between the islands since spring, each hour.'
    const exact = `${'The ferry has crossed the wide sound '.repeat(2).slice(0, 69)}.`
    expect(exact).toHaveLength(70)
    const reasonOf = (sentence: string): string =>
      lintRule(rule, `${sentence} ${filler}\n\nAnn says no, and waits. ${sentence}`)[0]?.reason ?? ''
    expect(reasonOf(long)).toContain('`The ferry has crossed the wide sound between the islands since…`')
    expect(reasonOf(exact)).toContain(`\`${exact}\``)
    expect(reasonOf(again.replace(' hour', '\nhour'))).toContain(`\`${again}\``)
  })

  it.each([
    ['a word before it in italics', `*No.* ${again} ${filler}\n\nNo. ${again}`],
    ['a part of it in italics', `${again.replace('every hour', '*every hour*')} ${filler}\n\nNo. ${again}`],
    ['code in the sentence before it', `Say \`no\`. ${again} ${filler}\n\nNo. ${again}`],
    ['code in the sentence behind it', `${again} \`no\` is said by few. ${filler}\n\nNo. ${again}`],
    ['strong words around it', `**${again}** ${filler}\n\nNo. ${again}`],
    ['a quotation in one of the two places', `“${again}” ${filler}\n\nNo, Ann says. ${again}`],
    ['a quotation elsewhere in its paragraph', `${again} “So it is,” Ann says.\n\nNo. ${again} “It is.”`]
  ])('reports it with %s', (_name, text) => {
    expect(lint(text)).toHaveLength(1)
  })

  it.each([
    ['italics in the first place', `*${again}* ${filler}\n\nNo. ${again}`],
    ['italics in the second', `${again} ${filler}\n\nNo. *${again}*`],
    ['italics around more', `*${again} Ann says no.* ${filler}\n\nNo. ${again}`],
    ['italics that start before it', `*No. ${again}* ${filler}\n\nNo, Ann says. ${again}`],
    [
      'a list of sources',
      `${again} ${filler}\n\n## References\n\n${again} ${filler.replace('forty', 'few')}`
    ],
    [
      'lower case',
      `${again} ${filler}\n\nNo. ${again}`
        .replaceAll('The ferry has', 'the ferry has')
        .replace(/^the/, '(the')
    ],
    ['a DOI', `${again.replace('.', ' (doi 10).')} ${filler}\n\nNo. ${again.replace('.', ' (doi 10).')}`],
    ['a paragraph with more marks than text has', `${again} ${'*a* '.repeat(501)}\n\nNo, Ann says. ${again}`]
  ])('leaves it alone with %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('reports it in a paragraph of 500 marks', () => {
    expect(lint(`${again} ${'*a* '.repeat(500)}\n\nNo, Ann says. ${again}`)).toHaveLength(1)
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

  it('leaves what a reader has to do alone in two sections with commands', () => {
    const step = 'You will be asked for the number of the boat and its harbour.'
    const section = (name: string, command: string, said: string) =>
      `## ${name}\n\nThe ${command} comes first. ${said} It is late.\n\n    ferry ${command}\n\nThat is all.\n\n`
    expect(lint(section('North', 'load', step) + section('South', 'unload', step))).toEqual([])
    expect(lint(section('North', 'load', again) + section('South', 'unload', again))).toHaveLength(1)
    expect(lint(`## North\n\nBoats wait. ${step}\n\n${section('South', 'unload', step)}`)).toHaveLength(1)
  })
})
