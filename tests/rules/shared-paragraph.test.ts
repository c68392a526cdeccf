import {describe, expect, it} from 'vitest'
import rule from '../../rules/shared-paragraph/rule.ts'
import {encodeWords} from '../../src/document/copies/word-codes.ts'
import {createDocument} from '../../src/document/index.ts'
import {readOptions} from '../../src/rule/options.ts'
import {lintSite} from '../setup/lint-site.ts'

const mail = 'Mail comes over the ice on a sledge, and the postman walks in front of it with a long pole.'
const lamp =
  'The keeper rows out twice a week, trims the wick, winds the clockwork and writes the weather into a book nobody reads, as it has been done since his grandfather lit the lamp.'
const lampAgain =
  'The keeper rows out three times a week, trims the wick, winds the clockwork and writes the weather into a book nobody opens, as it has been done since his grandfather lit the lamp.'
const pier =
  'Two men scrape the hull of the ferry while the harbour of the island is closed by ice for weeks.'
const own = [
  'Terns nest on the shingle, and a rope keeps the dogs of the summer guests away from their eggs.',
  'The granite was brought as ballast by ships that went home with herring and a little timber.',
  'Whoever finds amber after a storm may keep it, but the old women get up earlier than you do.',
  'Nobody remembers why the third bell is rung at noon, and nobody would dare to leave it out.'
]
/** An article of four paragraphs of its own and those given. */
const article = (name: string, ...paragraphs: string[]): string =>
  [`# About ${name}`, ...own.map((text) => `${text.slice(0, -1)}, says ${name} of the ${name.repeat(2)}.`)]
    .map((text) => (text.startsWith('#') ? text : text.replace(/\b(\w{5,})\b/g, `$1${name}`)))
    .concat(paragraphs)
    .join('\n\n')
const all = {minParagraphs: 1}
const shape = (articles: Record<string, string>, options?: Record<string, unknown>) =>
  lintSite(rule, articles, options).map(({path, messageId, text, others}) => ({
    path,
    messageId,
    text,
    others
  }))

describe('shared-paragraph', () => {
  it('stands in the article whose path comes later, in whatever order they are read', () => {
    const found = [{path: 'b.md', messageId: 'exact', text: mail, others: [`a.md: ${mail}`]}]
    expect(shape({'a.md': mail, 'b.md': mail})).toEqual(found)
    expect(shape({'b.md': mail, 'a.md': mail})).toEqual(found)
  })

  it('compares words without case, punctuation and marks, over line ends', () => {
    const other = mail
      .toUpperCase()
      .replace(',', ' –')
      .replace('SLEDGE', '**SLEDGE**')
      .replace(' AND', '\nAND')
    expect(shape({'a.md': mail, 'b.md': other})).toMatchObject([{messageId: 'exact', text: other}])
  })

  it('tells a contained and a reworded paragraph apart', () => {
    expect(shape({'a.md': lamp, 'b.md': `${lamp} ${pier}`})).toMatchObject([
      {path: 'b.md', messageId: 'contained'}
    ])
    expect(shape({'a.md': `${pier} ${lamp}`, 'b.md': lamp})).toMatchObject([
      {path: 'b.md', messageId: 'contained'}
    ])
    expect(shape({'a.md': lamp, 'b.md': lampAgain})).toMatchObject([{path: 'b.md', messageId: 'near'}])
    expect(shape({'a.md': lamp, 'b.md': `${own.join(' ')} ${lamp} ${pier} ${mail}`})).toMatchObject([
      {path: 'b.md', messageId: 'contained'}
    ])
  })

  it('joins neighbours to one finding with a count, and starts again where one article has another order', () => {
    const run = [mail, lamp, pier].join('\n\n')
    expect(shape({'a.md': article('a', mail, lamp, pier), 'b.md': article('b', mail, lamp, pier)})).toEqual([
      {path: 'b.md', messageId: 'exact', text: run, others: [`a.md: ${run}`]}
    ])
    const moved = {'a.md': article('a', mail, lamp, pier), 'b.md': article('b', pier, mail, lampAgain)}
    const [first, second] = lintSite(rule, moved, all)
    expect([first?.messageId, first?.text]).toEqual(['exact', pier])
    expect([second?.messageId, second?.text]).toEqual(['near', `${mail}\n\n${lampAgain}`])
    expect(second?.others).toEqual([`a.md: ${mail}\n\n${lamp}`])
    // Enough for one finding, the longer run leaves the little one out.
    expect(shape(moved)).toMatchObject([{messageId: 'near'}])
  })

  it('leaves a little in common alone, unless told otherwise', () => {
    const articles = {'a.md': article('a', mail), 'b.md': article('b', mail)}
    expect(shape(articles)).toEqual([])
    expect(shape(articles, all)).toMatchObject([{path: 'b.md', text: mail}])
    expect(shape(articles, {minShare: 0})).toMatchObject([{path: 'b.md', text: mail}])
  })

  it('names boilerplate once, with the number of articles', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const site = Object.fromEntries(names.map((name) => [`${name}.md`, article(name, mail, pier)]))
    expect(lintSite(rule, site)).toMatchObject([
      {
        path: 'a.md',
        messageId: 'boilerplate',
        text: `${mail}\n\n${pier}`,
        reason: expect.stringMatching(/2.*5/)
      }
    ])
    expect(lintSite(rule, site)[0]?.others).toHaveLength(4)
    expect(shape(site, {boilerplateArticles: 6, ...all})).toMatchObject(
      names.slice(1).map((name) => ({path: `${name}.md`, messageId: 'exact'}))
    )
  })

  it('counts reworded boilerplate with the rest', () => {
    const site = {'a.md': lamp, 'b.md': lampAgain, 'c.md': lamp, 'd.md': lampAgain}
    expect(shape(site)).toMatchObject([{path: 'a.md', messageId: 'boilerplate', others: {length: 3}}])
  })

  it('speaks of a copy within one article only where another article has it', () => {
    expect(shape({'a.md': `${mail}\n\n${mail}`, 'b.md': pier})).toEqual([])
    expect(shape({'a.md': `${mail}\n\n${mail}`, 'b.md': mail})).toHaveLength(1)
  })

  it.each([
    ['a short paragraph', 'The ferry lies at the north pier until March.'],
    ['a block quote', `> ${mail}`],
    ['a quotation', `“${mail}” So he said.`],
    ['a question', '**AL: What was most surprising about the first winter that you spent on the island?**'],
    ['code', `\`\`\`\n${mail}\n\`\`\``],
    ['a heading', `## ${mail}`],
    ['a list of sources', `## Sources\n\n- Lee, Ann. *${mail}* Harbour Press, 1987.`],
    [
      'a footnote that is a source',
      `[^1]: Lee, Ann (1987). *Over the ice*. Harbour Press, Bergen. https://example.org/ice`
    ]
  ])('leaves %s alone', (_, text) => {
    expect(shape({'a.md': text, 'b.md': text}, all)).toEqual([])
  })

  it('leaves alone what was filled into a pattern', () => {
    const fill = (day: string, pier: string, hour: number) =>
      `On ${day} the boat leaves the ${pier} pier at ${hour} o'clock and comes back from the island when the tide allows it.`
    expect(shape({'a.md': fill('Monday', 'Vester', 7), 'b.md': fill('Friday', 'Oster', 9)}, all)).toEqual([])
  })

  describe('with words that have one code', () => {
    /** The first two of these words that share a code. */
    const findTwins = (spell: (index: number) => string): readonly [string, string] => {
      const known = new Map<string, string>()
      for (let index = 1; index < 200_000; index++) {
        const word = spell(index)
        const code = encodeWords([word.toLowerCase()])
        const other = known.get(code)
        if (other !== undefined) return [other, word]
        known.set(code, word)
      }
      throw new Error('no two words share a code')
    }
    const name = (index: number): string =>
      `Q${[...`${index}`].map((digit) => 'bacedifogu'[Number(digit)]).join('')}`
    const frame = (word: string): string =>
      `In the autumn of that year the mill by the old weir took in ${word} sacks of rye from the farms up the valley, which was more than it had ever ground before.`
    const longFrame = (word: string): string =>
      frame(word).replace(' before.', ' before, and the miller hired two boys to carry them to the loft.')

    it.each([
      ['numbers', findTwins((index) => `${index}`)],
      ['names', findTwins(name)]
    ])('takes no pattern filled with other %s for a copy', (_, [one, other]) => {
      expect(encodeWords([one.toLowerCase()])).toBe(encodeWords([other.toLowerCase()]))
      expect(shape({'a.md': frame(one), 'b.md': frame(other)}, all)).toEqual([])
      expect(shape({'a.md': frame(one), 'b.md': frame(other), 'c.md': frame(one)}, all)).toMatchObject([
        {path: 'c.md', messageId: 'exact', others: [`a.md: ${frame(one)}`]}
      ])
    })

    it('takes a long copy with another number for a reworded one', () => {
      const [one, other] = findTwins((index) => `${index}`)
      expect(shape({'a.md': longFrame(one), 'b.md': longFrame(other)}, all)).toMatchObject([
        {path: 'b.md', messageId: 'near'}
      ])
    })

    it('takes a copy with another plain word for a reworded one', () => {
      const [one, other] = findTwins((index) => name(index).toLowerCase())
      expect(shape({'a.md': frame(one), 'b.md': frame(other)}, all)).toMatchObject([
        {path: 'b.md', messageId: 'near'}
      ])
    })
  })

  it('leaves alone what is allowed', () => {
    expect(shape({'a.md': mail, 'b.md': mail}, {allowed: ['over the ice']})).toEqual([])
    expect(shape({'a.md': mail, 'b.md': mail}, {allowed: ['under the ice']})).toHaveLength(1)
  })

  it('works in other languages', () => {
    const text =
      'Im Winter kommt die Post auf einem Schlitten über das Eis, und der Bote geht mit einer Stange voran.'
    expect(shape({'a.md': text, 'b.md': text})).toHaveLength(1)
  })

  it('keeps no text in its facts, and half of its size', () => {
    const text = article('a', mail, lamp, pier)
    const {options} = readOptions(rule.options, undefined)
    const facts = JSON.stringify(rule.collect?.(createDocument(text), options))
    expect(facts).not.toMatch(/sledge|keeper|harbour/i)
    expect(Buffer.byteLength(facts)).toBeLessThan(0.8 * text.length)
  })
})
