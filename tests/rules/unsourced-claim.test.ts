import {describe, expect, it} from 'vitest'
import {isOfPopulation} from '../../rules/unsourced-claim/population.ts'
import {quote} from '../../rules/unsourced-claim/quote.ts'
import rule from '../../rules/unsourced-claim/rule.ts'
import {type Wording, wordClaim, wordNearest} from '../../rules/unsourced-claim/wording.ts'
import type {Citation, Claim, ClaimKind, Paragraph} from '../../src/document/model.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** So that the tests hold however sure the model is of their sentences. */
const minConfidence = 0

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const messages = lintRule(rule, text, given)
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const article = `# How Brotfix Bakes Its Bread

Brotfix serves millions of shoppers every week. The company operates its own flour mills and relies on regional farmers for its grain.

However, Brotfix retains separate management for recipes and pricing. Studies show that Brotfix uses refrigerated depots near Leipzig.
`

const serves = 'Brotfix serves millions of shoppers every week.'
const operates = 'The company operates its own flour mills and relies on regional farmers for its grain.'
const retains = 'However, Brotfix retains separate management for recipes and pricing.'

describe('unsourced-claim', () => {
  it('asks nothing of a licence or a contract, unless it is told to', () => {
    const sure = 'In 2019 Brotfix bought its rival Kornhof of Leipzig for 40 million euros.'
    const clause = 'The baker shall, notwithstanding the rest of the contract, bake.'
    const contract = (count: number) =>
      `# The Contract of Brotfix\n\n${sure}\n\n${`${clause} `.repeat(count)}\n`
    expect(lint(contract(4))).toEqual([['unsourced', sure]])
    expect(lint(contract(6))).toEqual([])
    expect(lint(contract(6), {minConfidence}).map(([, at]) => at)).toContain(sure)
  })

  it('reports each sentence without a source, but not that nobody is named', () => {
    expect(lint(article, {minConfidence})).toEqual([
      ['unsourced', serves],
      ['unsourced', operates],
      ['unsourced', retains]
    ])
  })

  it('reports how sure it is, and asks for the number in place of a word of size', () => {
    const messages = lintRule(rule, article, {minConfidence})
    for (const {confidence} of messages) expect(confidence).toBeGreaterThanOrEqual(minConfidence)
    expect(messages.map(({reason}) => reason.includes('`millions of shoppers`'))).toEqual([
      true,
      false,
      false
    ])
  })

  it('names a word of size in the note when the claim is about something else', () => {
    const text = article.replace('its own flour mills', 'a vast number of flour mills')
    const message = lintRule(rule, text, {minConfidence}).find(({start}) =>
      text.startsWith('The company', start)
    )
    expect(`${message?.reason} ${message?.note}`).toContain('`a vast number of flour')
  })

  it('asks for more where an article explains how a thing works', () => {
    const process = [
      'The press stage of Rovet takes the fruit from the hopper stage and hands its output to the filter stage.',
      'Rovet inspects the settings of the orchard and passes the fruit to the filter stage.',
      'However, the Rovet press retains separate settings for pears and cherries.',
      'The filter stage of Rovet invokes the cooler that the settings of Rovet name.',
      'By default, the Rovet cooler sends the juice to the tank stage of the Rovet press.',
      'The Rovet tank stage hands its output to the filter stage where the settings of Rovet name it.'
    ]
    const explained = `# How Rovet Makes Its Juice\n\n${process.join(' ')}\n`
    expect(lint(explained)).toEqual([])
    expect(lint(explained, {minConfidenceSourced: 0}).length).toBeGreaterThan(3)
    const measured = `${explained}\nThe company operates 900 orchards and 40 mills near Leipzig. It bought 12 rivals in 2019.\n`
    expect(lint(measured).length).toBeGreaterThan(3)
  })

  it('asks for no more where an article cites, and leaves many claims open all the same', () => {
    const open = [
      'In 2019 Brotfix bought its rival Kornhof of Leipzig for 40 million euros.',
      'Brotfix was founded by the brothers Ruth and Ben Vogel in Ostrava in 1969.',
      'Since then the company has opened 230 shops in Saxony and Bohemia.',
      'In 2012 it became the largest baker of the region.'
    ]
    const cited = 'The prize of the guild went to [the Kornhof mill](https://guild.example/2012) that year.'
    const plain = ['Bread is warm.', 'It smells of rye.', 'The crust is dark.', 'It keeps for long.']
    const story = (...parts: string[]): string =>
      `# The Bread of Brotfix\n\n${cited}\n\n${parts.join('\n\n')}\n`
    const most = {minConfidenceSourced: 1}
    expect(lint(story(...open, ...plain), most).map(([, at]) => at)).toEqual(open)
    // Two of its sentences; a house that speaks of itself; somebody who was there.
    expect(lint(story(...open.slice(0, 2), ...plain), most)).toEqual([])
    expect(lint(story(...open, ...plain, 'We bake it at night.', 'We sell it at dawn.'), most)).toEqual([])
    expect(lint(story(...open, ...plain, 'I saw it rise.', 'I ate it.'), most)).toEqual([])
  })

  it('asks no source for the figures of a survey that the title names', () => {
    const text = (title: string): string =>
      `# ${title}\n\nWe asked our members. We thank them. We count 900 bakers in our town.\n\nBrotfix serves 2.4 million shoppers every week. The chain bought its rival Kornhof.\n`
    const given = {minConfidence: 0.05, minConfidenceSourced: 0.05}
    const serves = 'Brotfix serves 2.4 million shoppers every week.'
    expect(lint(text('Bread Survey 2021'), given)).not.toContainEqual(['unsourced', serves])
    expect(lint(text('Bread Survey 2021'), given)).toContainEqual([
      'unsourced',
      'The chain bought its rival Kornhof.'
    ])
    expect(lint(text('Bread in 2021'), given)).toContainEqual(['unsourced', serves])
    expect(lint(text('Bread Survey 2021'), {minConfidence: 0})).toContainEqual(['unsourced', serves])
  })

  it('reports nothing less sure than it is asked for', () => {
    const sure = lintRule(rule, article, {minConfidence}).map(({confidence = 0}) => confidence)
    expect(lint(article, {minConfidence: Math.min(...sure) - 0.001})).toHaveLength(sure.length)
    expect(lint(article, {minConfidence: Math.max(...sure) + 0.001})).toEqual([])
  })

  it('reports only the kinds it is asked for', () => {
    expect(lint(article, {kinds: ['quantity'], minConfidence})).toEqual([['unsourced', serves]])
  })

  it('takes a source as far as it may stand', () => {
    const near = article.replace('every week. The', 'every week, [it says](https://a.org). The')
    const all = (options: Record<string, unknown>): string[] =>
      lint(near, {minConfidence: 0, ...options}).map(([, at]) => at)
    expect(all({evidence: 'paragraph'})).toContain(operates)
    expect(all({evidence: 'section'})).toEqual([])
    const carried = near
      .replace('The company operates', 'It operates')
      .replace('on regional', 'on the regional')
    expect(
      lint(carried, {minConfidence: 0, evidence: 'sentence'}).map(([, at]) => at.slice(0, 11))
    ).toContain('It operates')
    expect(lint(carried, {minConfidence: 0}).map(([, at]) => at.slice(0, 11))).not.toContain('It operates')
  })

  it('leaves other languages alone', () => {
    expect(lint(`---\nlang: de\n---\n\n${article}`)).toEqual([])
  })

  it('says which source stands near, and where', () => {
    const text = `# How Brotfix Bakes Its Bread

The chain was founded in Leipzig, [its register entry says](https://www.register.example/hrb/1). Ovens are hot. Brotfix serves 2.4 million shoppers every week.
`
    const message = lintRule(rule, text, {minConfidence}).at(-1)
    expect(message?.note).toMatch(/\b2 sentences above\b.*\bregister\.example\b/)
    expect(message?.related?.map(({start, end}) => text.slice(start, end))).toEqual([
      'its register entry says'
    ])
  })

  it('says nothing of a source in another paragraph', () => {
    const text = `# How Brotfix Bakes Its Bread

The chain was founded in Leipzig, [its register entry says](https://register.example/hrb/1).

Brotfix serves 2.4 million shoppers every week.
`
    const message = lintRule(rule, text, {minConfidence}).at(-1)
    expect([message?.messageId, message?.related]).toEqual(['unsourced', undefined])
  })

  it('is at most info where sources are listed and none is marked', () => {
    const listed = `${article}\n## Sources\n\n- Brotfix, Annual Report 2024.\n- Leipzig trade register, entry 1.\n`
    const severities = (text: string): string[] =>
      lintRule(rule, text, {minConfidence}).map(({severity}) => severity)
    expect(new Set(severities(article))).toEqual(new Set(['warn']))
    expect(new Set(severities(listed))).toEqual(new Set(['info']))
  })
})

describe('a figure of people at large', () => {
  it.each([
    'Nine out of ten new bakeries in this town close within three years.',
    'One in five children under six is allergic to rye.',
    'Around 74 % of all home owners bake their own bread.',
    'Two thirds of young households own a mill.',
    'Every year about 5,000 people are treated for burns from ovens.',
    'Ovens burn 5,000 bakers and 300 children a year.',
    'Bakers are three times as likely to fall asleep at noon.',
    'The average British family still owns over 114 tins.'
  ])('is %s', (sentence) => {
    expect(isOfPopulation(sentence)).toBe(true)
  })

  it.each([
    'The oven was given 4.5 out of 10 stars.',
    'The bread takes one in three days to rise.',
    'Ruby 0.95 in 1995 baked nothing.',
    '40 % of the flour is rye.',
    'If nine out of ten bakeries closed, bread would be dear.',
    'Two thirds of our employees bake at home.',
    '60 % of people surveyed like rye.',
    'Three large ovens are run annually.',
    'The average oven holds 114 loaves.'
  ])('is not %s', (sentence) => {
    expect(isOfPopulation(sentence)).toBe(false)
  })

  it('needs a source in an article of somebody who was there, too', () => {
    const figure = 'Nine out of ten new bakeries in Ostrava close within three years.'
    const mine = ['I took a loaf home.', 'I liked the crust.', 'I asked for a second one.', 'My dog ate it.']
    const text = (at: string): string => `# Bread at the Mill\n\n${mine.join(' ')} ${at}\n`
    const sure = {minConfidence: 0.01, minConfidenceSourced: 1}
    expect(lint(text(figure), sure)).toEqual([['unsourced', figure]])
    expect(lint(text('Nine new bakeries in Ostrava closed in 2019, after three years.'), sure)).toEqual([])
  })

  it('is found quickly in hostile text', () => {
    for (const part of ['one in ', '9 % of the ', 'every year 1,000 ', '1,000 people ', "a'", 'two times ']) {
      const before = process.cpuUsage().user
      expect(isOfPopulation(part.repeat(10_000))).toBe(false)
      expect((process.cpuUsage().user - before) / 1000).toBeLessThan(500)
    }
  })
})

describe('the words of a claim in a message', () => {
  /** What the message about the last sentence of an article quotes. */
  function quoted(sentence: string): string | undefined {
    const text = `# How Brotfix Bakes Its Bread\n\nBread is old.\n\n${sentence}\n`
    const message = lintRule(rule, text, {minConfidence: 0}).at(-1)
    return /`([^`]*)`/.exec(message?.reason ?? '')?.[1]
  }

  it.each([
    ['Brotfix sold 41 percent of its loaves at night in 2023.', '41 percent of its loaves'],
    ['Brotfix delivered more than 40 million loaves in 2023.', 'more than 40 million loaves'],
    ['Brotfix keeps its dough in the cold for 6 to 12 hours in Leipzig.', '6 to 12 hours'],
    ['In Leipzig Brotfix serves **millions of shoppers** every week.', 'millions of shoppers']
  ])('%s', (sentence, words) => {
    expect(quoted(sentence)).toBe(words)
  })

  it.each([
    [
      'The company operates *own* flour `mills` near Leipzig and relies on the regional farmers for all of its grain.',
      /^The company operates own flour mills near Leipzig and relies…$/
    ],
    [
      'The company operates flour mills near Leipzig, and it relies on the regional farmers for all of its grain.',
      /^The company operates flour mills near Leipzig…$/
    ],
    [
      'As the chain grows beyond Saxony, the company operates more and more flour mills near Leipzig.',
      /^…the company operates/
    ]
  ])('a long sentence is cut between words, at a clause where it can be: %s', (sentence, words) => {
    expect(quoted(sentence)).toMatch(words)
  })
})

describe('the words for a kind', () => {
  const wording: Wording = {
    kind: 'fact',
    sentence: 'The company operates flour mills near Leipzig.',
    part: undefined,
    vague: undefined,
    near: undefined,
    hasUnmarkedReferences: false
  }
  const kinds: readonly ClaimKind[] = ['quantity', 'study', 'rank', 'effect', 'fact', 'forecast', 'quotation']
  const sentences: Readonly<Record<ClaimKind, string>> = {
    quantity: 'Rents rose by half within two years.',
    study: 'A recent study found that sourdough keeps longer.',
    rank: 'It is the oldest bakery of the country.',
    effect: 'Sourdough lowers the blood pressure.',
    fact: 'The company operates flour mills near Leipzig.',
    forecast: 'The chain will open its hundredth shop next year.',
    quotation: '“Our ovens never sleep.”'
  }

  it('are its own where the sentence has what they speak of', () => {
    const reasons = kinds.map((kind) => {
      const {reason} = wordClaim({...wording, kind, sentence: sentences[kind]})
      return reason.replace(/`[^`]*`/, '')
    })
    expect(new Set(reasons).size).toBe(kinds.length)
  })

  it('ask where a house that is named said so, and no study of what ended', () => {
    const reasonOf = (kind: ClaimKind, sentence: string) => wordClaim({...wording, kind, sentence}).reason
    expect(reasonOf('forecast', 'By May, Brotfix expects to open its hundredth shop.')).toMatch(
      /expected a link to where that was said$/
    )
    expect(reasonOf('forecast', 'It expects to open its hundredth shop.')).toMatch(/expected who plans/)
    expect(reasonOf('study', 'The trial concluded in 2019.')).toMatch(/^Unexpected claim/)
    expect(reasonOf('study', 'The trial concluded that rye keeps longer.')).toMatch(/^Unexpected finding/)
  })

  it('are the plain ones where the kind is a wrong guess', () => {
    const plain = wordClaim(wording).reason
    for (const kind of kinds) expect(wordClaim({...wording, kind}).reason).toBe(plain)
  })

  it('never break the line or the quotation', () => {
    const sentence =
      'The `oven`\n  of the *company* is `hot` and \n`old`, they say, which nobody has ever doubted.'
    const {reason} = wordClaim({...wording, sentence})
    expect(reason).not.toMatch(/\n/)
    expect(reason.match(/`/g)).toHaveLength(2)
  })

  it('are found quickly in hostile text', () => {
    for (const part of ['](', ' of', ' a', ', ', '(((', ' — ', ' study', '1 to ']) {
      const sentence = part.repeat(50_000)
      const before = process.cpuUsage().user
      for (const kind of kinds) wordClaim({...wording, kind, sentence})
      lintRule(rule, `# Title\n\nBrotfix serves 4 million shoppers${part.repeat(1000)} each week.\n`)
      expect(process.cpuUsage().user - before).toBeLessThan(3_000_000)
    }
  })
})

describe('the words of a long sentence', () => {
  it.each([
    [
      'at the clause that matters',
      'The company operates several flour mills and ovens near Leipzig, and it sold forty loaves to each of its many shoppers last year.',
      'forty',
      '…and it sold forty loaves to each of its many shoppers last…'
    ],
    [
      'at a word before, where no clause begins',
      'The company that operates the flour mills and the ovens near the town of Leipzig sold forty loaves to each of its shoppers.',
      'forty',
      '…the town of Leipzig sold forty loaves to each…'
    ],
    [
      'at its start, where the clause is far too long',
      'However, the company operates several flour mills and ovens near Leipzig for the bakers of the town.',
      'company',
      '…the company operates several flour mills and ovens near…'
    ],
    ['inside a word without end', 'x'.repeat(100), '', `${'x'.repeat(60)}…`]
  ])('begin %s', (_name, sentence, word, expected) => {
    expect(quote(sentence, word === '' ? undefined : sentence.indexOf(word))).toBe(expected)
  })
})

describe('the nearest source', () => {
  const here = {} as Paragraph
  function near(fields: Partial<Citation>, distance: number): string | undefined {
    const citation = {kind: 'link', paragraph: here, sentence: 5 + distance, ...fields} as Citation
    const claim = {citation, sentence: {paragraph: here, index: 5}} as unknown as Claim
    return wordNearest(claim, () => '(Lee 2020)')
  }

  it.each([
    [
      'the same sentence',
      {url: 'https://www.register.example/1'},
      0,
      /^The link in this sentence \(to register\.example\)/
    ],
    ['the sentence above', {kind: 'footnote'}, -1, /^The footnote 1 sentence above does not/],
    ['two sentences below', {kind: 'author-year'}, 2, /^The reference 2 sentences below \(`Lee 2020`\)/],
    ['a page of the same site', {url: 'register/1.md'}, 1, /1 sentence below \(to register\/1\.md\)/],
    ['a page with a long address', {url: `register/${'1/'.repeat(40)}`}, 1, /\(to register\/[1/]{30}…\)/]
  ] as const)('in %s', (_name, fields, distance, words) => {
    expect(near(fields, distance)).toMatch(words)
  })

  it('is not named where it is far', () => {
    expect(near({}, 4)).toBeUndefined()
    expect(near({paragraph: {} as Paragraph}, 0)).toBeUndefined()
  })
})
