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

  it('looks past a copy, which a fix takes out', () => {
    const copied = `${full}She has the rope on her arm, and the oil is in the can that her mother had.`
    expect(
      lint(`${copied}\n\n${full}She carries the oil, and\n\n${copied}\n\n## The keeper\n\nShe is old.`)
    ).toEqual([['unfinished', 'and']])
  })

  it('reports a sentence in two paragraphs', () => {
    const text = `${full}From the harbour wall, however,\n\nyou see nothing but her.`
    expect(lint(text)).toEqual([['split', 'however,']])
    expect(lint(text.replace('\n\n', '\r\n\r\n'))).toEqual([['split', 'however,']])
    expect(lint(text.replace('\n\n', '\n\n## Here\n\n').replace('however,', 'however.'))).toEqual([])
    expect(lint(text.replace('however,', 'however.'))).toEqual([])
    expect(lint(text.replace('\n\n', '\n\n> '))).toEqual([])
  })

  it.each([
    'the',
    'a',
    'an',
    'of',
    'and',
    'or',
    'but',
    'than',
    'because',
    'their',
    'our',
    'your',
    'my',
    'its',
    'whose',
    'every',
    'which is',
    'such as',
    'as well as'
  ])('reports the end after “%s”, and not after a word that ends so', (word) => {
    expect(lint(`${full}She carries it ${word}`)).toEqual([['unfinished', word.split(' ').at(-1)]])
    for (const other of [`x${word}`, `x-${word}`, `x’${word}`])
      expect(lint(`${full}She carries it ${other}`)).toEqual([])
  })

  it.each([
    ['a comma after a bracket', 'and the rope (old),', '(old),'],
    ['a comma after a quotation', 'and “the rope”,', 'rope”,'],
    ['a long dash', 'and the rope —', '—'],
    ['a square bracket', 'and the rope [', '['],
    ['blanks behind it', 'up the  ', 'the']
  ])('reports %s', (_name, words, at) => {
    expect(lint(`${full}She carries the oil ${words}`)).toEqual([['unfinished', at]])
  })

  it('shows the last 40 characters, from a whole word on', () => {
    const shown = (body: string): string[] =>
      lintRule(rule, `# The lamp\n\n${body}`).map(({reason}) => /`([^`]*)`/.exec(reason)?.[1] ?? '')
    expect(shown('She carries the oil up the stairs and the')).toEqual([
      '… carries the oil up the stairs and the'
    ])
    expect(shown('He carries the oil up the stairs and the')).toEqual([
      'He carries the oil up the stairs and the'
    ])
    expect(shown(`${full}She carries\nthe oil of the`)).toEqual(['… years ago. She carries the oil of the'])
    expect(shown(`${full}She carries the oil [...]`)).toEqual(['… hundred years ago. She carries the oil'])
  })

  it('needs eight words for an open end, 25 for a full stop that is missing', () => {
    expect(lint('He carries up the oil of the')).toEqual([])
    expect(lint('He carries it up the oil of the')).toEqual([['unfinished', 'the']])
    const words = (count: number): string => `${full}She ${'oil '.repeat(count - 16)}up here`
    expect(full.trim().split(' ')).toHaveLength(13)
    expect(lint(words(24))).toEqual([])
    expect(lint(words(25))).toEqual([['unfinished', 'here']])
    // The last sentence has five words at least.
    expect(lint(`${full.repeat(2)}She carries oil now`)).toEqual([])
    expect(lint(`${full.repeat(2)}She carries oil up now`)).toEqual([['unfinished', 'now']])
    // A name, an address.
    expect(lint(`${full.repeat(2)}She carries oil up to Ann`)).toEqual([])
  })

  it('looks at what comes next', () => {
    const open = `${full}She carries the oil up the`
    const next = 'It is the fourth of her kind here.'
    expect(lint(`${open}\n\n${next}`)).toEqual([['unfinished', 'the']])
    expect(lint(`${open}\n\n${next.replace('fourth of ', '')}`)).toEqual([])
    for (const other of [`> ${next}`, `- ${next}`, `![${next}](a.png)`, `| a |\n| - |\n| ${next} |`])
      expect(lint(`${open}\n\n${other}`), other).toEqual([])
    for (const word of ['; and', ', and', ', or'])
      expect(lint(`${full}She carries the oil${word}\n\n${next}`)).toEqual([])
    expect(lint(`${full}She carries the oil and\n\n${next}`)).toEqual([['unfinished', 'and']])
  })

  it('takes a next paragraph of three words in lower case for the other half', () => {
    const half = `${full}From the harbour wall, however`
    expect(lint(`${half}\n\nyou see her.`)).toEqual([['split', 'however']])
    expect(lint(`${half}\n\nyou see.`)).toEqual([])
    expect(lint(`${half}\n\n3 see her here.`)).toEqual([])
    expect(lint(`${half}\n\n- you see her.`)).toEqual([])
    expect(lint(`${half}\r\r you see her.`)).toEqual([['split', 'however']])
    expect(lint(`${half}\n \t\nyou see her.`)).toEqual([['split', 'however']])
    expect(lint(`${half} –\n\nyou see her.`)).toEqual([])
  })

  it('asks for dots in half of the parts of a feed', () => {
    const part = (name: string, end: string): string => `## ${name}\n\n${full}She carries the oil${end}\n\n`
    const feed = (...ends: string[]): number =>
      lint(ends.map((end, at) => part(`Part ${at}`, end)).join('')).length
    expect(feed('…', '…', '.', '.')).toBe(2)
    expect(feed('…', '…', '.', '.', '.')).toBe(0)
    expect(feed('…', '.')).toBe(0)
    expect(feed('[…]', '.', '.', '.')).toBe(1)
    // A part without text counts for none.
    expect(
      lint(`${part('A', '…')}${part('B', '…')}${part('C', '.')}${part('D', '.')}## E\n\n## F\n`)
    ).toHaveLength(2)
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

  const whole = 'The mill of the town stands by the river, and its wheel turns all day.'
  it.each([
    ['one teaser is none', `${whole} Its stones were cut in the valley and …\n\n## More\n\n${whole}\n`, []],
    [
      'a comma before text in lower case',
      `${whole} And the people of the valley brought their rye,\n\nwhich was ground at night.\n`,
      ['split']
    ],
    ['an italic line', `*${whole} And so on and*\n\n## More\n`, []],
    ['a picture', `![${whole} And so on and](a.png)\n\n## More\n`, []],
    ['an open word before a list', `${whole} They carried rye, oats, barley and the\n\n- one\n- two\n`, []],
    ['a short next line', `${whole} They carried rye, oats, barley and the\n\nMill of Lund.\n`, []],
    [
      'an item that lost its mark',
      `the mill of the town that stands by the river in the open; and\n\n${whole}\n`,
      []
    ]
  ])('judges %s', (_name, text, found) => {
    expect(lint(text).map(([id]) => id)).toEqual(found)
  })
})
