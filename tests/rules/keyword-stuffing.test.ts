import {describe, expect, it} from 'vitest'
import rule from '../../rules/keyword-stuffing/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  return lintRule(rule, text, given).map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const phrase = 'bread delivery software for small bakeries'
const title = `# The best ${phrase}\n\n`
const uses = `Most ${phrase} plans rounds. Some ${phrase} prints lists. Old ${phrase} crashes.\n`

describe('keyword-stuffing', () => {
  it('reports the first place, and names the others', () => {
    const text = title + uses
    const [message, ...others] = lintRule(rule, text)
    expect(others).toEqual([])
    expect(message?.messageId).toBe('repeated')
    expect(message?.start).toBe(text.indexOf(phrase, title.length))
    expect(message?.related?.map(({start, end}) => text.slice(start, end))).toEqual([phrase, phrase])
  })

  it('counts headings, and reads through marks and line breaks', () => {
    const text = `${title}Most **bread delivery** software\nfor small bakeries plans rounds.\n\n## Why ${phrase}?\n\nOld ${phrase} crashes.\n`
    expect(lint(text)).toEqual([['repeated', 'bread delivery** software\nfor small bakeries']])
  })

  it('does not count quotations, sources, copies of the title, nor twice', () => {
    expect(lint(`${title}Most ${phrase} plans rounds. Some ${phrase} prints lists.\n`)).toEqual([])
    expect(lint(`${title}> ${uses}`)).toEqual([])
    expect(lint(`${title}Old ${phrase} crashes.\n\n## Sources\n\n${uses}`)).toEqual([])
    expect(lint(`${title}${title}${title}${title}Bread.\n`)).toEqual([])
  })

  it('counts in 1,000 words', () => {
    const filler = 'The miller weighs the oats and the rye. '.repeat(220)
    expect(lint(`${title}${uses}\n${filler}`)).toEqual([])
    expect(lint(`${title}${uses}\n${filler}`, {density: 1})).toEqual([['repeated', phrase]])
  })

  it('leaves alone names, terms of few words, and what is allowed', () => {
    const society = 'Utrecht Society of Bread and Pastry Bakers'
    expect(
      lint(`# The ${society}\n\nThe ${society} met. The ${society} sang. The ${society} left.\n`)
    ).toEqual([])
    const term = 'separation of church and state'
    expect(lint(`# The ${term}\n\nThe ${term} came. The ${term} went. The ${term} stayed.\n`)).toEqual([])
    expect(lint(title + uses, {allow: [phrase]})).toEqual([])
    expect(lint(title + uses, {minRepeats: 4})).toEqual([])
  })

  it('counts searches of four words from six times on, names or not', () => {
    const search = 'Buy Cheap Bread Vans'
    const text = (times: number): string =>
      `# Where to ${search}\n\n${`Drivers ${search} in spring. `.repeat(times)}\n`
    expect(lint(text(5))).toEqual([])
    expect(lint(text(6))).toEqual([['repeated', search]])
  })

  it('leaves alone a figure of speech, which has its words twice', () => {
    const text = (figure: string): string =>
      `# ${figure}?\n\nAsk whether you are ${figure}. Most are not ${figure}. Who is ${figure} rests.\n`
    expect(lint(text('ready to bake or ready to sell'))).toEqual([])
    expect(lint(text('ready to bake or free to sell'))).toHaveLength(1)
  })

  it('does not count the entries of a list of parts', () => {
    const series = 'Oat and rye bread for old bakers, part'
    const list = `1. ${series} 1\n2. ${series.toLowerCase()} 2\n3. ${series.toLowerCase()} 3 (this one)\n`
    expect(lint(`# ${series} 3\n\n${list}\nThe mill is cold.\n`)).toEqual([])
    const running = list.replaceAll('. Oat', '. Of oat').replaceAll('. oat', '. Of oat')
    expect(lint(`# ${series} 3\n\n${running}\nThe mill is cold.\n`)).toHaveLength(1)
  })

  it('leaves alone articles without a title, and titles that are texts', () => {
    expect(lint(`Most ${phrase} plans rounds. ${uses}`)).toEqual([])
    expect(lint(`# ${'oats and rye '.repeat(20)}\n\n${'oats and rye '.repeat(100)}.\n`)).toEqual([])
  })
})
