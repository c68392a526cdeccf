import {describe, expect, it} from 'vitest'
import rule from '../../rules/mixed-script-word/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (text: string): [at: string, expected: string | undefined][] =>
  lintRule(rule, text).map(({start, end, expected}) => [text.slice(start, end), expected?.[0]])

describe('mixed-script-word', () => {
  it.each([
    ['a Cyrillic letter', 'The bak\u0435ry is open.', 'bak\u0435ry', 'bakery'],
    ['a capital', 'The \u0421hurch is open.', '\u0421hurch', 'Church'],
    ['a letter with an accent', 'Bj\u04e7rk sings.', 'Bj\u04e7rk', 'Björk'],
    ['a Greek letter', 'A g\u03bf\u03bfd loaf.', 'g\u03bf\u03bfd', 'good'],
    ['a Greek capital', '\u03a4he loaf.', '\u03a4he', 'The'],
    [
      'a Latin letter in a Russian name',
      'The sign reads \u041coc\u043a\u0432\u0430.',
      '\u041coc\u043a\u0432\u0430',
      '\u041c\u043e\u0441\u043a\u0432\u0430'
    ],
    ['two letters of four', 'The \u0430\u0435ro, a plane.', '\u0430\u0435ro', 'aero'],
    ['one Latin letter more', 'The \u0440\u043elar.', '\u0440\u043elar', 'polar'],
    [
      'a name that begins with capitals',
      'An ABC\u0430\u0430\u0430\u0430 loaf.',
      'ABC\u0430\u0430\u0430\u0430',
      '\u0410\u0412\u0421\u0430\u0430\u0430\u0430'
    ],
    [
      'every Cyrillic letter',
      'Pl\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b\u051d\u0445\u0443n, as they say here.',
      'Pl\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b\u051d\u0445\u0443n',
      'Plsijhldqwxyn'
    ],
    ['every Greek capital', '\u0396ebra.', '\u0396ebra', 'Zebra'],
    ['as many of each', 'They eat \u0441\u043eup.', '\u0441\u043eup', 'coup'],
    [
      'in Russian text',
      '\u041e\u043d\u0438 \u0436\u0438\u0432\u0443\u0442 \u0432 \u0441\u0442p\u0430\u043d\u0435.',
      '\u0441\u0442p\u0430\u043d\u0435',
      '\u0441\u0442\u0440\u0430\u043d\u0435'
    ]
  ])('reports %s', (_name, text, at, expected) => {
    expect(lint(text)).toEqual([[at, expected]])
  })

  it('reports a word once and offers to change all its places', () => {
    const text = 'The bak\u0435ry of Lund\n\nA bak\u0435ry is a [bak\u0435ry](https://bak\u0435ry.example/).'
    const [message, ...more] = lintRule(rule, text)
    expect(more).toEqual([])
    const edits = message?.suggestions?.[0]?.edits.map(({start, end, text: to}) => [
      text.slice(start, end),
      to
    ])
    expect(edits).toEqual(Array.from({length: 3}, () => ['bak\u0435ry', 'bakery']))
    expect(message).toMatchObject({messageId: 'mixed', start: 4})
    expect(message?.fix).toBeUndefined()
  })

  it.each([
    ['signs', 'TGFβ, NF-κB, μg, ΔG, A\u0392-amyloid and 12 k\u0412\u0442.'],
    ['short words', 'A p\u041d of 7.'],
    ['whole words of a script', 'Москва, Αθήνα and Lund.'],
    ['Russian endings', 'В этих CRM\u0430х и PC\u044b нет данных, и CRM\u0430 не работает.'],
    ['code', 'The file `bak\u0435ry` and\n\n    bak\u0435ry'],
    ['an article about them', 'A homoglyph in bak\u0435ry fools the reader.'],
    ['addresses', '[Lund](https://bak\u0435ry.example/)'],
    ['code in a sentence', 'The variable `tоtal` holds the sum.'],
    ['letters that have no like', 'The word kВтж is a unit.'],
    ['Greek formulas', 'The mass is given by the term xα of the row.']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('names the script of the text around, and each word once', () => {
    const text = 'Мельница стоит у реки и рабoтает весь день, и рабoтает ночью.\n'
    const [message, ...others] = lintRule(rule, text)
    expect(others).toEqual([])
    expect(text.slice(message?.start, message?.end)).toBe('рабoтает')
    expect(message?.suggestions?.[0]?.edits).toHaveLength(2)
    expect(message?.expected).toEqual(['работает'])
  })

  it('reports it in an underlined heading', () => {
    const text = 'The tоtal of the year\n=====================\n\nThe tоtal is small.\n'
    expect(lint(text)).toEqual([['tоtal', 'total']])
  })
})
