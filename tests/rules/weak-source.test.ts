import {describe, expect, it} from 'vitest'
import {readAddress} from '../../rules/weak-source/address.ts'
import rule from '../../rules/weak-source/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** What is reported, at which words. */
function lint(text: string, given?: Record<string, unknown>): [message: string, at: string][] {
  return lintRule(rule, text, given).map(({messageId, reason, start, end}) => {
    const what = /^Unexpected ([a-z ]+) `/.exec(reason)?.[1] ?? ''
    return [`${messageId}: ${what}`, text.slice(start, end)]
  })
}

describe('addresses', () => {
  it.each([
    ['home', 'https://mill.org'],
    ['home', 'https://www.mill.org/'],
    ['home', '/'],
    ['image', 'https://mill.org/img/chart.PNG?width=3'],
    ['image', '../charts/mills.svg'],
    ['shop', 'https://mill.org/products/rye-flour'],
    ['shop', 'https://mill.org/en/shop/rye'],
    ['shop', 'https://mill.org/cart'],
    ['shop', 'https://www.amazon.co.uk/Rye-Flour/dp/B000000000/ref=x'],
    ['shop', 'https://www.amazon.com/s/rye?tag=baker-20'],
    ['shop', 'https://mill.org/rye?aff_id=7'],
    ['shop', 'https://mill.org/rye?utm_medium=affiliate'],
    ['search', 'https://www.google.co.uk/search?q=rye'],
    ['search', 'https://duckduckgo.com/?q=rye'],
    ['search', 'https://scholar.google.com/scholar?q=rye'],
    ['search', 'https://mill.org/?s=rye'],
    ['search', 'https://mill.org/search?query=rye'],
    ['shortener', 'https://bit.ly/3rye'],
    ['profile', 'https://twitter.com/mill'],
    ['profile', 'https://www.linkedin.com/in/ann-lee/'],
    ['profile', 'https://www.youtube.com/@mill'],
    ['local', 'http://localhost:8080/rye'],
    ['local', 'http://127.1/rye'],
    ['local', 'http://[::1]/rye'],
    ['local', 'http://wiki/rye'],
    ['local', 'http://mill.local/rye'],
    ['local', 'file:///home/ann/rye.html'],
    ['image', 'https://www.google.com/url?q=https%3A%2F%2Fmill.org%2Frye.jpg']
  ])('finds %s in %s', (weakness, url) => {
    expect(readAddress(url)?.weakness).toBe(weakness)
  })

  it.each([
    'https://mill.org/reports/2024',
    'https://mill.org/?p=12',
    'https://mill.org/#rye',
    '/reports/2024/',
    'rye.md',
    'https://commons.wikimedia.org/wiki/File:Mill.jpg',
    'https://www.gao.gov/products/gao-20-100',
    'https://mill.org/about-our-products.html',
    'https://mill.org/rye?utm_source=newsletter',
    'https://github.com/mill/rye/issues?q=is%3Aopen',
    'https://twitter.com/mill/status/1790000000000000000',
    'https://www.youtube.com/watch?v=abc',
    'https://youtu.be/abc',
    'https://www.google.com/maps/place/York'
  ])('finds nothing in %s', (url) => {
    expect(readAddress(url)).toBeDefined()
    expect(readAddress(url)?.weakness).toBeUndefined()
  })

  it.each(['mailto:ann@mill.org', 'ftp://mill.org/rye', 'https://'])('leaves %s', (url) => {
    expect(readAddress(url)).toBeUndefined()
  })

  it('takes a page called url for a page', () => {
    expect(readAddress('https://mill.org/url')).toEqual({host: 'mill.org', weakness: undefined})
    expect(readAddress('https://mill.org/url?q=')).toEqual({host: 'mill.org', weakness: undefined})
    expect(readAddress('https://mill.org/url?q=http%3A%2F%2F')?.weakness).toBeUndefined()
    expect(readAddress('https://www.google.com/url?q=https%3A%2F%2Fmill.org%2F')).toEqual({
      host: 'mill.org',
      weakness: 'home'
    })
  })
})

describe('weak-source', () => {
  it.each([
    ['a figure', 'Last year [4.2 million people](https://mill.org/) bought rye bread.', '4.2 million people'],
    ['a share', 'The bakers of the town save [40 % of gas](https://mill.org/) now.', '40 % of gas'],
    ['a study', 'Rye lowers the blood pressure, a [study](https://mill.org/) found.', 'study'],
    ['the word source', 'In 2023 some 31 % of bakers gave up ([source](https://mill.org/)).', 'source'],
    [
      'a word that says nothing',
      'In 2023 some 31 percent of bakers gave up ([here](https://mill.org/)).',
      'here'
    ]
  ])('reports a home page as the source of %s', (_name, text, at) => {
    expect(lint(text)).toEqual([['weak: home page', at]])
  })

  it('reports a bare address in brackets', () => {
    const text = 'In 2023 some 31 percent of all bakers gave up (https://bit.ly/3rye).'
    expect(lint(text)).toEqual([['weak: short address', 'https://bit.ly/3rye']])
  })

  it('reports a shop behind words of a claim', () => {
    const text = 'Rye bread [lowers blood pressure](https://mill.org/products/rye) and protects the heart.'
    expect(lint(text)).toEqual([['weak: shop page', 'lowers blood pressure']])
  })

  it('reports each weak link of a sentence', () => {
    const text =
      'Last year [4 million people](https://mill.org/) bought [9 million loaves](https://bit.ly/3rye) of rye.'
    expect(lint(text)).toEqual([
      ['weak: home page', '4 million people'],
      ['weak: short address', '9 million loaves']
    ])
  })

  it('cuts a long address', () => {
    const url = `https://mill.org/shop/${'rye-'.repeat(40)}`
    const [message] = lintRule(rule, `Last year [4.2 million people](${url}) bought rye bread.`)
    expect(message?.reason).toContain(`\`${url.slice(0, 59)}…\``)
  })

  it.each([
    ['a name', '[Northern Mills](https://mill.org/) was founded in 1890 and has 40 ovens.'],
    ['a name with a number', 'The guild of 1890 moved to [Mill 18](https://mill.org/) in the spring.'],
    ['a person', 'The guild has 900 members, and [Ann Lee](https://twitter.com/annlee) leads it.'],
    [
      'a thing that a shop sells',
      'Some [scales](https://mill.org/product/12/) lower the blood pressure of bakers by 9 percent.'
    ],
    ['a bare home page', 'The guild has 900 members and keeps https://mill.org/ for them.'],
    [
      'another source',
      'Last year [4 million people](https://mill.org/) bought rye, [a census](https://a.org/c) says.'
    ],
    ['a named source', 'Last year [4 million people](https://mill.org/) bought rye, according to Reuters.'],
    ['a footnote', 'Last year [4 million people](https://mill.org/) bought rye.[^1]\n\n[^1]: Diary.'],
    ['advice', 'See the [40 recipes](https://mill.org/).'],
    ['a tag', 'Last year <a href="https://mill.org/?a=4%20b">many people</a> bought 40 tonnes of rye bread.'],
    ['a list of sources', '## Sources\n\n- [4.2 million people bought rye](https://mill.org/)\n']
  ])('is silent with %s', (_name, text) => {
    expect(lint(`# Rye\n\n${text}\n`)).toEqual([])
  })

  const figure = 'Last year [4.2 million people](https://data.mill.org/) bought rye bread.'

  it.each([['mill.org'], ['*.mill.org'], ['*.org'], ['WWW.Mill.org']])('trusts %s', (domain) => {
    expect(lint(figure, {trusted: [domain]})).toEqual([])
  })

  it.each([['ill.org'], ['*.gov'], ['']])('is not deceived by %s', (domain) => {
    expect(lint(figure, {trusted: [domain]})).toHaveLength(1)
  })

  it('never believes a domain that is not trusted, whatever its words', () => {
    const text = 'Rye bread keeps for [nine days](https://www.facts.org/rye) in a bag of linen.'
    expect(lint(text)).toEqual([])
    expect(lint(text, {untrusted: ['facts.org']})).toEqual([['weak: source', 'nine days']])
    expect(lint(text, {untrusted: ['facts.org'], trusted: ['*.org']})).toEqual([])
  })

  it('leaves alone a short link without words of evidence, where the sentence is no figure', () => {
    expect(lint('Rye bread [protects the heart](https://bit.ly/3rye) of bakers.')).toEqual([
      ['weak: short address', 'protects the heart']
    ])
    expect(lint('Rye bread [protects](https://bit.ly/3rye) the heart of bakers.')).toEqual([])
  })
})
