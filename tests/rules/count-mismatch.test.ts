import {describe, expect, it} from 'vitest'
import rule from '../../rules/count-mismatch/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (text: string): [id: string, at: string][] =>
  lintRule(rule, text).map(({messageId, start, end}) => [messageId, text.slice(start, end)])

/** Numbered headings with text. */
const parts = (count: number, mark = (n: number) => `## ${n}. Part`): string =>
  Array.from({length: count}, (_, index) => `${mark(index + 1)}\n\nText.`).join('\n\n')

const list = (count: number): string => Array.from({length: count}, (_, n) => `- Item ${n}`).join('\n')

describe('count-mismatch in the title', () => {
  it.each([
    ['5 ways to keep a boat dry', '5 ways'],
    ['The 10 Best Boats of Lund', '10 Best Boats'],
    ['Top 7 Boats for the Sound', '7 Boats'],
    ['Keep it dry: five simple tips for spring', 'five simple tips'],
    ['My twelve favourite tricks', 'twelve favourite tricks']
  ])('reports “%s”', (title, at) => {
    expect(lint(`# ${title}\n\n${parts(4)}`)).toEqual([['title', at]])
    expect(lint(`---\ntitle: '${title}'\n---\n\n${parts(4)}`)).toEqual([['title', at]])
  })

  it.each([
    ['#', (n: number) => `### #${n}: Part`],
    ['a word', (n: number) => `## Step ${n}: Part`],
    ['number words', (n: number) => `## Step ${['one', 'two', 'three', 'four'][n - 1]}: Part`],
    ['bold words', (n: number) => `**${n}. Part.**`]
  ])('counts parts with %s', (_name, mark) => {
    expect(lint(`# 5 ways to keep a boat dry\n\n${parts(4, mark)}`)).toEqual([['title', '5 ways']])
    expect(lint(`# 4 ways to keep a boat dry\n\n${parts(4, mark)}`)).toEqual([])
  })

  it.each([
    ['other titles', `# Keep 5 boats dry\n\n${parts(4)}`],
    ['times', `# 5 years of lessons\n\n${parts(4)}`],
    ['interviews', `# Five questions for the boatman\n\n${parts(4)}`],
    ['things that make no list', `# Three boats and their ways home\n\n${parts(4)}`],
    [
      'parts without numbers',
      `# 5 ways to keep a boat dry\n\n${parts(4, (n) => `## Part ${'x'.repeat(n)}`)}`
    ],
    ['two series', `# 5 ways to keep a boat dry\n\n${parts(3)}\n\n${parts(4, (n) => `### ${n}. Step`)}`],
    ['a gap in the series', `# 5 ways to keep a boat dry\n\n${parts(3)}\n\n## 5. Part\n\nText.`],
    [
      'as many other headings',
      `# 2 ways to keep a boat dry\n\n## Paint\n\n## Cover\n\n${parts(4, (n) => `### ${n}. Step`)}`
    ]
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })
})

describe('count-mismatch before a list', () => {
  it.each([
    ['There are three reasons:', 'three reasons'],
    ['It is wet. This has 3 important benefits for the boat:', '3 important benefits'],
    ['Do it in these five steps:', 'five steps']
  ])('reports “%s”', (intro, at) => {
    expect(lint(`${intro}\n\n${list(2)}`)).toEqual([['list', at]])
    expect(lint(`${intro}\n\n${list(4)}`)).toEqual([['list', at]])
  })

  it.each([
    ['the right number', `There are three reasons:\n\n${list(3)}`],
    ['a part', `The first three steps are these:\n\n${list(2)}`],
    ['a bound', `It has at least three benefits:\n\n${list(5)}`],
    ['more of them', `There are two more reasons, besides three costs:\n\n${list(3)}`],
    ['a range', `There are two or three reasons:\n\n${list(2)}`],
    ['two numbers', `Of 12 boats three have problems:\n\n${list(2)}`],
    ['another noun', `In three weeks you need:\n\n${list(2)}`],
    ['no list', 'There are three reasons:\n\nIt is wet.'],
    ['two lists', `There are three reasons:\n\n${list(2)}\n\n* One more`],
    ['a list that goes on', 'There are three steps:\n\n1. One\n2. Two\n\nLook.\n\n3. Three'],
    ['a quotation', `> There are three reasons:\n\n${list(2)}`]
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })
})
