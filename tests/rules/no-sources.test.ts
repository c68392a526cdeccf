import {describe, expect, it} from 'vitest'
import rule from '../../rules/no-sources/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const messages = lintRule(rule, text, given)
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const title = 'Why Cherry Juice Is the Best Drink Before Bed'
const claims = [
  'Cherry juice is the most popular sleep aid in Europe.',
  'It lowers blood pressure and reduces inflammation in the joints.',
  'Tart cherries contain anthocyanins, which protect brain cells from damage.',
  'The juice improves memory in older adults and strengthens the immune system.',
  'Millions of people suffer from insomnia, and cherry juice cures it without side effects.',
  'Doctors in Norway prescribed it to 4,000 patients with diabetes in 2019.'
]
/** The same of another fruit. */
const more = claims.join(' ').replaceAll('juice', 'syrup').replaceAll('herr', 'ranberr')
const filler = 'The evening is long, and the glass on the table is red and cool and slow to empty. '.repeat(9)
const text = `# ${title}\n\n${claims.join(' ')}\n\n${filler}\n`

describe('no-sources', () => {
  it('reports the title, once', () => {
    expect(lint(text)).toEqual([['none', title]])
  })

  it('reports the first sentence where there is no title', () => {
    const untitled = `The glass is *red*.\n\n${claims.join(' ')} ${more}\n\n${filler}`
    expect(lint(untitled)).toEqual([['none', 'The glass is *red*.']])
  })

  it.each([
    ['a link', `${text}\nSee [this](https://a.org).\n`],
    ['a footnote', `${text}\nIt rained.[^1]\n\n[^1]: Diary.\n`],
    ['a named source', `${text}\nAccording to the Met Office, it rained.\n`],
    ['a list of sources', `${text}\n## Sources\n\n- Diary.\n`],
    [
      'entries without a heading',
      `${text}\nRossi, Anna. *Cherries*. Mill Press, 2019.\n\nLee, Ben. *Juice*. Mill Press, 2020.\n`
    ],
    ['a line that opens a list', `${text}\nWorks Cited\n\nCherry diary, box 12\n`],
    ['a table with a source', `${text}\n| a |\n| --- |\n| b |\n\nSource: Town archive\n`],
    ['sources in the front matter', `---\nsources: [Diary]\n---\n\n${text}`],
    [
      'code that leads the reader on',
      `${text}\nWe press it. We call our script.\n\n\`\`\`\npress --cold\n\`\`\`\n\n${'We press our fruit again. '.repeat(20)}\n`
    ],
    ['few words', `# ${title}\n\n${claims.join(' ')}\n`],
    ['few claims', `# ${title}\n\n${claims.slice(0, 2).join(' ')}\n\n${filler}${filler}\n`]
  ])('is silent with %s', (_name, article) => {
    expect(lint(article)).toEqual([])
  })

  it('is silent where the author was there', () => {
    const there = `${text}\nAt the fair we saw the press.`
    expect(lint(`${there} Then we talked to those who run it.\n`)).toEqual([])
    expect(lint(`${there}\n`)).toEqual([['none', title]])
  })

  it('is silent where its author speaks of what they tried', () => {
    const tried = (count: number) => `${text}\n${'I tried it on Monday. '.repeat(count)}\n`
    expect(lint(tried(3))).toEqual([])
    expect(lint(tried(1))).toEqual([['none', title]])
  })

  it('is silent where a fifth of the paragraphs has code', () => {
    const other = (count: number) =>
      `${text}\n${'Press it `cold`.\n\n'.repeat(3)}${'It is red.\n\n'.repeat(count)}`
    expect(lint(other(10))).toEqual([])
    expect(lint(other(11))).toEqual([['none', title]])
  })

  it('is silent where the grades of a post are described', () => {
    const grades = (...names: string[]) => names.map((name) => `\n## ${name} Presser\n\nPresses.\n`).join('')
    expect(lint(`${text}${grades('Junior', 'Senior', 'Lead')}`)).toEqual([])
    expect(lint(`${text}${grades('Junior', 'Senior')}`)).toEqual([['none', title]])
    expect(lint(`${text}${grades('Senior', 'The Senior', 'Old Senior')}`)).toEqual([['none', title]])
  })

  it('is silent in a licence or a contract', () => {
    const clause = 'The licensor shall, to the fullest extent of the law, without limitation, press it.'
    const contract = (count: number) => `${text}\n${`${clause} `.repeat(count)}\n`
    expect(lint(contract(4))).toEqual([])
    expect(lint(contract(2))).toEqual([['none', title]])
    expect(lint(`${contract(4)}\n${filler.repeat(6)}\n`, {density: 0})).toEqual([['none', title]])
  })

  it('is silent where an article explains how a thing works', () => {
    const process = [
      'The press stage of Rovet takes the fruit from the hopper stage and hands its output to the filter stage.',
      'Rovet inspects the settings of the orchard and passes the fruit to the filter stage.',
      'However, the Rovet press retains separate settings for pears and cherries.',
      'The filter stage of Rovet invokes the cooler that the settings of Rovet name.',
      'By default, the Rovet cooler sends the juice to the tank stage of the Rovet press.',
      'The Rovet tank stage hands its output to the filter stage where the settings of Rovet name it.'
    ]
    const explained = (last: string): string =>
      `# How Rovet Makes Its Juice\n\n${[...process, last].join(' ')}\n\n${filler}\n`
    expect(lint(explained('The glass is red.'), {minConfidence: 0.3})).toEqual([])
    // A claim for sure, and one with a figure.
    const both = explained(
      'Rovet stores its juice in refrigerated depots near Leipzig and Hanover. The company operates 900 orchards. It bought 12 rivals in 2019.'
    )
    expect(lint(both, {minConfidence: 0.3})).toEqual([['none', 'How Rovet Makes Its Juice']])
  })

  it('is not content with the label of a feed', () => {
    expect(lint(`---\nsource: "web_feed"\n---\n\n${text}`)).toEqual([['none', title]])
  })

  it('is not content with links within the site', () => {
    expect(lint(`${text}\n${more} See [more](/more/).\n`)).toEqual([['none', title]])
  })

  it('counts as it is told', () => {
    expect(lint(text, {minClaims: 20})).toEqual([])
    expect(lint(text, {density: 100})).toEqual([])
    expect(lint(text, {minWords: 1000})).toEqual([])
    expect(lint(text, {minConfidence: 1})).toEqual([])
  })

  it('asks for more in plain text, whose links may have been stripped', () => {
    const plain = text.replace('# ', '')
    expect(lint(plain, {minWords: 100})).toEqual([])
    expect(lint(plain.replace(filler, more), {minWords: 100})).toEqual([['none', title]])
  })

  it('says nothing of an article without a claim', () => {
    expect(lint('# A walk\n\nWe went to the mill and sat by the river.\n')).toEqual([])
  })
})
