import {describe, expect, it} from 'vitest'
import rule from '../../rules/mojibake/rule.ts'
import {fixText} from '../../src/lint/fix.ts'
import {lintText} from '../../src/lint/index.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (text: string): [messageId: string, at: string][] =>
  lintRule(rule, text).map(({messageId, start, end}) => [messageId, text.slice(start, end)])

function fix(text: string): string {
  const ruleset = {rules: [{rule, severity: 'warn' as const, options: {}}]}
  return fixText(text, (source) => lintText(source, {ruleset})).text
}

/** What the bytes 0x80-0x9F are in Windows-1252. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

function misread(text: string, as: 'windows' | 'latin'): string {
  return Array.from(new TextEncoder().encode(text), (byte) =>
    as === 'windows' && byte >= 0x80 && byte <= 0x9f ? windows[byte - 0x80] : String.fromCharCode(byte)
  ).join('')
}

const samples = [
  'It wasn’t “open”, she said – nobody knew why…',
  'A crème brûlée at the Café São João, 3 € a piece',
  'Łódź, Kraków, Český Krumlov and Iviću',
  'Привет from the Ωμέγα bakery',
  'Bread 🍞 and ❤️ for ½ the price, 20 °C, H₂O → ice ≥ 3',
  '東京 and こんにちは',
  'ﬁne ﬂour'
]

describe('mojibake', () => {
  it.each(samples.flatMap((text) => [['windows', text] as const, ['latin', text] as const]))(
    'restores %s: %s',
    (as, text) => {
      const garbled = misread(text, as)
      expect(lint(garbled).map(([id]) => id)).toEqual(['garbled'])
      expect(fix(garbled)).toBe(text)
    }
  )

  it.each(samples)('is silent about %s', (text) => {
    expect(lint(text)).toEqual([])
  })

  it('decodes what was garbled twice', () => {
    expect(fix(misread(misread('It wasn’t open', 'windows'), 'windows'))).toBe('It wasn’t open')
  })

  it('restores single characters of Windows-1252', () => {
    expect(fix('It wasn\u0092t open \u0096 not yet')).toBe('It wasn’t open – not yet')
  })

  it('closes a quotation whose last byte was lost', () => {
    expect(fix('She said â€œwaitâ€ and â€œgoâ€\uFFFD.')).toBe('She said “wait” and “go”.')
    expect(fix('â€œWait,â€ she said. â€œGo.â€ It rained.')).toBe('“Wait,” she said. “Go.” It rained.')
    expect(lint('Nobody opened it: waitâ€ and go')).toEqual([])
  })

  it('takes a byte order mark out of the text', () => {
    expect(fix('One ï»¿two')).toBe('One two')
  })

  it('reports the article once, with the word and how many there are', () => {
    const text = 'Mara didnâ€™t. Bo wouldnâ€™t.\n\nAnn couldnâ€™t.'
    const [message] = lintRule(rule, text)
    expect(lint(text)).toEqual([['garbled', 'didnâ€™t.']])
    expect(message?.expected).toEqual(['didn’t.'])
    expect(message?.related).toHaveLength(2)
    expect(message?.fix).toHaveLength(3)
  })

  it('reports lost characters apart, without a fix', () => {
    const text = 'Mara didnâ€™t. Bo wouldn\uFFFDt. Ann couldn\uFFFDt.'
    expect(lint(text)).toEqual([
      ['garbled', 'didnâ€™t.'],
      ['lost', 'wouldn\uFFFDt.']
    ])
    expect(fix(text)).toBe('Mara didn’t. Bo wouldn\uFFFDt. Ann couldn\uFFFDt.')
    expect(lint('Bo wouldnï¿½t.')).toEqual([['lost', 'wouldnï¿½t.']])
  })

  it('leaves a comment alone that has text behind it in its block', () => {
    expect(lint('The oven.\n\n<!-- a naÃ¯ve\n\nremark --> of brick\n')).toEqual([])
  })

  it('repairs tables and HTML, but no code and no address in them', () => {
    expect(fix('<p>It wasnâ€™t</p>\n\n| CrÃ¨me |\n| --- |\n| Ã‰clair |\n')).toBe(
      '<p>It wasn’t</p>\n\n| Crème |\n| --- |\n| Éclair |\n'
    )
    expect(lint('<img src="/crÃ¨me.png">\n\n<pre>It wasnâ€™t</pre>')).toEqual([])
    expect(lint('```\nIt wasnâ€™t\n```\n\nSee `itâ€™s` and [it](/crÃ¨me).')).toEqual([])
  })

  it.each([
    ['a capital before a mark', '“AMANHÔ e “IRMÃ”. PÅ” och “SMÅ”'],
    ['Vietnamese', 'Ấn Độ, Âu Mỹ, ÂU — Ân'],
    ['French', 'Il mangeâ… À « Paris », ça va ; « où » est-ce ? Été, dès là-bas'],
    ['Romanian', 'ROMÂNIA „ÎN” ŢĂRI'],
    ['German', 'MENÜ– ÜBER „ÖL” ÄÖÜß'],
    ['Icelandic', 'Það er ÐÆÖ „góð” Þór'],
    ['degrees', '20 °C ± 3 µm, 5 × 4 = 20, © 2024, ½, ‰, †, ‡'],
    ['an article on encodings', 'Mojibake is text such as â€™ that was read in the wrong encoding.']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('reads the title of a pasted text', () => {
    const text = `The CafÃ© of Lund\n\n${'The mill stands on the brook behind the church. '.repeat(4)}\n`
    expect(lint(text)).toEqual([['garbled', 'CafÃ©']])
  })
})
