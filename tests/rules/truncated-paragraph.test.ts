import {describe, expect, it} from 'vitest'
import rule from '../../rules/truncated-paragraph/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (body: string): [id: string, at: string][] => {
  const text = `# The lamp\n\n${body}`
  return lintRule(rule, text).map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const full = 'The lamp is lit by hand, as it was a hundred years ago. '
const long = `${full}The keeper carries the oil up the stairs every evening, and she has never missed a night in all her years`

describe('truncated-paragraph', () => {
  it.each([
    ['an article', `${full}She carries the oil up the`, 'the'],
    ['a possessive', `${full}She carries the oil and their`, 'their'],
    ['a conjunction', `${full}She carries the oil because`, 'because'],
    ['a comma', `${full}She carries the oil, and the rope,`, 'rope,'],
    ['a dash', `${full}She carries the oil –`, '–'],
    ['a bracket', `${full}She carries the oil (`, '('],
    ['a word without a full stop', long, 'years']
  ])('reports %s at the end', (_name, text, at) => {
    for (const rest of ['', '\n\n## The keeper\n\nShe is old.', '\n\n---\n\nShe is old.'])
      expect(lint(text + rest)).toEqual([['unfinished', at]])
  })

  it('reports a missing end before the next paragraph', () => {
    expect(lint(`${long}\n\nShe is old.`)).toEqual([['unfinished', 'years']])
    expect(lint(`${full}She carries the oil up the\n\nShe is the fourth of her family to do so.`)).toEqual([
      ['unfinished', 'the']
    ])
    expect(lint(`${full}In the words of the keeper herself,\n\nIt was never dark for her here.`)).toEqual([])
  })

  it('reports a sentence in two paragraphs', () => {
    const text = `${full}From the harbour wall, however,\n\nyou see nothing but her.`
    expect(lint(text)).toEqual([['split', 'however,']])
    expect(lint(text.replace('\n\n', '\r\n\r\n'))).toEqual([['split', 'however,']])
    expect(lint(text.replace('\n\n', '\n\n## Here\n\n').replace('however,', 'however.'))).toEqual([])
    expect(lint(text.replace('however,', 'however.'))).toEqual([])
    expect(lint(text.replace('\n\n', '\n\n> '))).toEqual([])
  })

  it('reports the dots of a feed', () => {
    expect(lint(`${full}She carries […]`)).toEqual([['cut', '[…]']])
    expect(lint(`${full}She carries [...]\n\n## More\n\n${full}`)).toEqual([['cut', '[...]']])
    const two = `${full}She carries the oil...\n\n## More\n\n${full}She carries the rope…`
    expect(lint(two)).toEqual([
      ['cut', 'oil...'],
      ['cut', 'rope…']
    ])
  })

  it.each([
    ['dots once', `${full}She carries the oil...\n\n## More\n\n${full}`],
    ['dots before more text', `${full}She carries […]\n\n${full}`],
    ['a full stop', `${full}She carries the oil.`],
    ['a closing mark', `“${full}She carries the oil.”`],
    ['a name', `${long.replace('years', '')}– Ann Holt`],
    ['an address', `${long} https://lamp.example/keeper`],
    ['an emoticon', `${full}She carries the oil :(`],
    ['a list', `${full}She carries the\n\n- oil`],
    ['code', `${full}She carries the\n\n    oil`],
    ['an image', `${full}She carries the\n\n![oil](oil.png)`],
    ['a list item', `- ${full}She carries the`],
    ['a quotation', `> ${full}She carries the`],
    ['a caption', `*${full}She carries the*`],
    ['a short paragraph', 'She carries the'],
    ['one sentence only', long.replace('ago. ', 'ago; ')],
    [
      'items that lost their marks',
      `${full}She carries the oil; and\n\nShe carries the rope up the stairs every evening.`
    ],
    [
      'items in lower case',
      'carries the oil up the stairs every evening\n\ncarries the rope up the stairs too'
    ],
    ['vitamin A', `${full}She carries the oil and vitamin A`]
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })
})
