import {describe, expect, it} from 'vitest'
import conflictingNumbers from '../rules/conflicting-numbers/rule.ts'
import duplicateHeading from '../rules/duplicate-heading/rule.ts'
import emphasisAsHeading from '../rules/emphasis-as-heading/rule.ts'
import genericClosing from '../rules/generic-closing/rule.ts'
import mixedScriptWord from '../rules/mixed-script-word/rule.ts'
import noSources from '../rules/no-sources/rule.ts'
import placeholderText from '../rules/placeholder-text/rule.ts'
import truncatedParagraph from '../rules/truncated-paragraph/rule.ts'
import {readAddress} from '../rules/weak-source/address.ts'
import weakSource from '../rules/weak-source/rule.ts'
import type {Rule} from '../src/rule/index.ts'
import {lintRule} from './setup/lint-rule.ts'

/** What a rule finds, and where. */
const lint = (rule: Rule, text: string): [id: string, at: string][] =>
  lintRule(rule, text).map(({messageId, start, end}) => [messageId, text.slice(start, end)])

describe('conflicting-numbers', () => {
  it.each([
    ['a name cut by a comma', 'The Mill has 4 ovens. In Lund, Harrow, which has 6 ovens, is warm.', []],
    [
      'a name with an article inside',
      'The Acme has 4 ovens.\n\nVisitors love the Acme, which has 6 ovens.',
      ['6 ovens']
    ],
    ['a noun inside the sentence', 'The mill has 4 ovens.\n\nToday, in Lund the mill has 6 ovens.', []],
    ['a noun of two letters', 'The ox has 4 legs. The ox has 6 legs.', []],
    [
      'a name cut behind the number',
      'Harrow Mill has 14 looms.\n\nThere are 17 looms in Harrow, Mill and all.',
      []
    ],
    ['no article behind the number', 'The mill has 14 looms.\n\nThere are 17 looms in mills.', []],
    [
      'an owner before a verb',
      'The mill has 14 looms.\n\nThere are 17 looms in the mill and they are old.',
      ['17 looms']
    ],
    [
      'an owner cut off',
      'The mill has 14 looms.\n\nThere are 17 looms in the mill, all of oak.',
      ['17 looms']
    ],
    ['a pronoun in another paragraph', 'It has 14 looms.\n\nIt has 17 looms.', []],
    ['a pronoun twice in one paragraph', 'The mill is old. It has 14 looms. It has 17 looms.', ['17 looms']],
    ['a pronoun of persons', 'The mill has 14 looms. Our 17 looms are old.', []],
    ['all of them, told twice', 'The 14 looms are old. The 17 looms are new.', []],
    ['fewer of them', 'The mill has 17 looms. The 14 looms are old.', []],
    ['nothing behind the number', 'The mill has 14 looms.\n\nThere are 17 looms in.', []],
    ['a relative pronoun alone', 'Acme has 4 ovens. Near it, which has 6 ovens, is Lund.', []],
    ['a pronoun inside the sentence', 'It has 4 ovens. In Lund it has 6 ovens.', []],
    ['a possessive alone', 'Acme has 4 ovens. The ’s 6 ovens are warm.', []]
  ])('%s', (_name, text, found) => {
    expect(lint(conflictingNumbers, text).map(([, at]) => at)).toEqual(found)
  })
})

describe('weak-source', () => {
  it('takes a page called url for a page', () => {
    expect(readAddress('https://mill.org/url')).toEqual({host: 'mill.org', weakness: undefined})
    expect(readAddress('https://mill.org/url?q=')).toEqual({host: 'mill.org', weakness: undefined})
    expect(readAddress('https://mill.org/url?q=http%3A%2F%2F')?.weakness).toBeUndefined()
    expect(readAddress('https://www.google.com/url?q=https%3A%2F%2Fmill.org%2F')).toEqual({
      host: 'mill.org',
      weakness: 'home'
    })
  })

  it('leaves alone a short link without words of evidence, where the sentence is no figure', () => {
    expect(lint(weakSource, 'Rye bread [protects the heart](https://bit.ly/3rye) of bakers.')).toEqual([
      ['weak', 'protects the heart']
    ])
    expect(lint(weakSource, 'Rye bread [protects](https://bit.ly/3rye) the heart of bakers.')).toEqual([])
  })
})

describe('duplicate-heading', () => {
  it('reads the words of pictures, and leaves empty headings', () => {
    const text = '# A\n\n## ![The mill](a.png)\n\nOne.\n\n## ![The mill](b.png)\n\nTwo.\n\n##\n\n##\n'
    expect(lint(duplicateHeading, text)).toEqual([])
    const second = '# A\n\n## The ![mill](a.png)\n\nOne.\n\n## The ![mill](b.png)\n'
    expect(lintRule(duplicateHeading, second)).toMatchObject([{messageId: 'duplicate', line: 7}])
  })

  it('leaves a copy of the title to repeated-title', () => {
    expect(lint(duplicateHeading, '# The mill of Lund\n\nOne.\n\n# The mill of Lund\n\nTwo.\n')).toEqual([])
  })
})

describe('emphasis-as-heading', () => {
  const text =
    'The mill stands by the river and its wheel turns all day long, as it did for two hundred years.'
  const article = (line: string, rest = text): string =>
    `# A\n\n${text}\n\n${line}\n\n${rest}\n\n**How It Was Built**\n\n${text}\n\n**How It Burned**\n\n${text}\n`
  it.each([
    ['a heading', '**Who Works There**', true],
    ['one with a link', '**Who [Works](https://lund.example) There**', false],
    ['one with emphasis inside', '**Who *Works* There**', true],
    ['one of many words', `**${'Who works there now '.repeat(6).trim()}**`, false],
    ['one below a picture', '![The mill](a.png)\n\n**Who Works There**', false],
    ['one below HTML', '<iframe src="a.html"></iframe>\n\n**Who Works There**', false],
    ['one below a comment', '<!-- more -->\n\n**Who Works There**', true]
  ])('%s', (_name, line, isFound) => {
    const found = lint(emphasisAsHeading, article(line)).map(([, at]) => at)
    expect(found.some((at) => at.startsWith('Who'))).toBe(isFound)
    expect(found).toContain('How It Burned')
  })

  it('leaves alone a bold line that no paragraph follows', () => {
    const found = lint(emphasisAsHeading, article('**Who Works There**', '- one\n- two'))
    expect(found.map(([, at]) => at)).toEqual(['How It Was Built', 'How It Burned'])
  })
})

describe('generic-closing', () => {
  const body =
    '# The oven of Lund\n\nThe oven of Lund was built of brick and stands beside the church.\n\nWomen of the village fired it on Fridays, and the bread was shared.\n\nA frost broke the dome, and a mason from the valley mended it.\n'
  const closing =
    'As the village continues to evolve, its oven is likely to play an important role for years to come. It will remain a place where people meet and share their bread.'
  it.each([
    ['only short lines', `${body}\nIt is warm.\n\nIt is old.\n\nIt is ours.\n`, []],
    ['a copy of another paragraph', `${body}\n${closing}\n\nThe key is with the priest.\n\n${closing}\n`, []],
    ['no title', `${body.replace(/^#.*\n\n/, '')}\n${closing} The key is in Malmö.\n`, []],
    ['a reference to a note', `${body}\n${closing}[^1]\n\n[^1]: A book.\n`, []],
    ['a name in the possessive', `${body}\n${closing} Everyone knows Lund’s worth.\n`, ['closing']]
  ])('%s', (_name, text, found) => {
    expect(lint(genericClosing, text).map(([id]) => id)).toEqual(found)
  })
})

describe('mixed-script-word', () => {
  it('names the script of the text around, and each word once', () => {
    const text = 'Мельница стоит у реки и рабoтает весь день, и рабoтает ночью.\n'
    const [message, ...others] = lintRule(mixedScriptWord, text)
    expect(others).toEqual([])
    expect(text.slice(message?.start, message?.end)).toBe('рабoтает')
    expect(message?.suggestions?.[0]?.edits).toHaveLength(2)
    expect(message?.expected).toEqual(['работает'])
  })

  it.each([
    ['code', 'The variable `tоtal` holds the sum.'],
    ['a text about such letters', 'A homoglyph is a letter such as the one in tоtal.'],
    ['letters that have no like', 'The word kВтж is a unit.'],
    ['Greek formulas', 'The mass is given by the term xα of the row.']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(mixedScriptWord, text)).toEqual([])
  })

  it('finds it in front matter’s article and in the line of a title', () => {
    const text = 'The tоtal of the year\n=====================\n\nThe tоtal is small.\n'
    expect(lint(mixedScriptWord, text)).toEqual([['mixed', 'tоtal']])
  })
})

describe('placeholder-text', () => {
  it.each([
    ['[add salt] to taste', []],
    ['[add a chart here]', []],
    ['[Add chart here]', ['[Add chart here]']],
    ['[Add company name here]', ['[Add company name here]']],
    ['[Insert Name]', ['[Insert Name]']],
    ['[insert name]', []],
    ['[todo lists]', []],
    ['[TODO: more]', ['[TODO: more]']]
  ])('%s', (words, found) => {
    const text = `# The mill\n\nThe mill of the town ${words} stands by the river.\n`
    expect(lint(placeholderText, text).map(([, at]) => at)).toEqual(found)
  })

  it('reads what a page builder asks for, alone or before more', () => {
    const asked = 'Write your introduction here.'
    expect(lint(placeholderText, `# A\n\n${asked} It is long.\n`).map(([, at]) => at)).toEqual([asked])
    expect(lint(placeholderText, '# A\n\nWrite your introduction here with care\n')).toEqual([])
  })
})

describe('truncated-paragraph', () => {
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
  ])('%s', (_name, text, found) => {
    expect(lint(truncatedParagraph, text).map(([id]) => id)).toEqual(found)
  })
})

describe('no-sources', () => {
  it('says nothing of an article without a claim', () => {
    expect(lint(noSources, '# A walk\n\nWe went to the mill and sat by the river.\n')).toEqual([])
  })
})
