import {describe, expect, it} from 'vitest'
import type {Page} from '../../src/sources/model.ts'
import {readPage} from '../../src/sources/pages/page.ts'

const prose = `<p>${'The miller kept a book of the weather, and wrote in it every evening of his life. '.repeat(8)}</p>`
const read = (head: string, body: string = prose): Page =>
  readPage({
    text: `<!doctype html><head>${head}</head><body>${body}`,
    type: 'html',
    url: 'https://mill.example/'
  })
const json = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('the title', () => {
  it.each([
    [
      '<meta property="og:title" content="Rain at the mill"><title>Rain | Mill</title>',
      '',
      'Rain at the mill'
    ],
    ['<title>Rain\n | Mill</title>', '<h1>Rain</h1>', 'Rain | Mill'],
    ['', '<svg><title>Icon</title></svg><h1>Rain <em>again</em></h1>', 'Rain again']
  ])('of %s %s', (head, heading, expected) => {
    expect(read(head, heading + prose).title).toBe(expected)
  })
})

describe('the dates', () => {
  it.each<
    [name: string, head: string, body: string, published: string | undefined, updated: string | undefined]
  >([
    [
      'JSON-LD',
      json({'@type': 'NewsArticle', datePublished: '2024-05-03T23:30:00-05:00', dateModified: '2024-05-04'}),
      '',
      '2024-05-03',
      '2024-05-04'
    ],
    [
      'a list of JSON-LD',
      json([{'@type': 'Organization'}, {'@type': ['Article'], datePublished: '2021-02-03'}]),
      '',
      '2021-02-03',
      undefined
    ],
    [
      'a graph',
      json({
        '@graph': [
          {'@type': 'WebPage', dateModified: '2022-01-02'},
          {'@type': 'Article', datePublished: '2021-01-02'}
        ]
      }),
      '',
      '2021-01-02',
      '2022-01-02'
    ],
    [
      'other articles',
      json([
        {'@type': 'Article', headline: 'A', datePublished: '2019-01-01'},
        {'@type': 'Article', headline: 'B', datePublished: '2018-01-01'}
      ]),
      '',
      undefined,
      undefined
    ],
    [
      'meta',
      '<meta property="article:published_time" content="2020-01-05T10:00Z"><meta property="article:modified_time" content="2020-02-06">',
      '',
      '2020-01-05',
      '2020-02-06'
    ],
    [
      'names of libraries',
      '<meta name="citation_publication_date" content="2019/7/4">',
      '',
      '2019-07-04',
      undefined
    ],
    ['itemprop', '', '<span itemprop="datePublished" content="2018-03">March</span>', '2018-03', undefined],
    [
      'a time by the heading',
      '',
      '<header><h1>Rain</h1><p>By Ann, <time datetime="2017-06-07">7 June</time></p></header>',
      '2017-06-07',
      undefined
    ],
    ['words', '', '<p>Published on 3 May 2016 | Updated May 4th, 2024</p>', '2016-05-03', '2024-05-04'],
    [
      'a wiki',
      '',
      '<p>This page was last edited on 3 May 2024, at 10:12 (UTC).</p>',
      undefined,
      '2024-05-03'
    ],
    ['one that is impossible', '<meta name="date" content="2021-19-45">', '', undefined, undefined],
    [
      'an update before it was published',
      '<meta name="date" content="2021-02-03"><meta name="last-modified" content="2020-01-01">',
      '',
      '2021-02-03',
      undefined
    ]
  ])('of %s', (_, head, body, published, updated) => {
    const page = read(head, body + prose)
    expect([page.published, page.updated]).toEqual([published, updated])
  })

  it('are not those of what the text tells', () => {
    const page = read(
      '',
      `<h1>War</h1>${prose}<p>${'It began '.repeat(12)}<time datetime="1914-07-28">in July</time>.</p>`
    )
    expect(page.published).toBeUndefined()
  })
})

describe('dates further down', () => {
  it('of comments are none of the page', () => {
    const page = read('', `<h1>Rain</h1>${prose.repeat(20)}<p>Posted 3 May 2012</p><p>Edited 4 May 2012</p>`)
    expect([page.published, page.updated]).toEqual([undefined, undefined])
  })
})

describe('JSON-LD of any kind', () => {
  it.each<[name: string, script: string]>([
    ['no JSON', '{"@type": Article'],
    ['null', 'null'],
    ['numbers', '{"@type": 7, "datePublished": 20210304, "@graph": "x"}'],
    ['deep lists', '['.repeat(50_000)],
    ['deep graphs', `${'{"@graph":'.repeat(9000)}1${'}'.repeat(9000)}`],
    ['odd headlines', '[{"@type":"Article","headline":{"toString":1}},{"@type":"Article","headline":[]}]'],
    ['prototypes', '{"__proto__": {"@type": "Article", "datePublished": "2021-01-01"}, "constructor": 1}']
  ])('%s: nothing is taken of it', (_, script) => {
    const page = read(`<script type="application/ld+json">${script}</script>`)
    expect(page.published).toBeUndefined()
    expect(page.blocks).toHaveLength(1)
  })

  it('gives its text where the page shows little', () => {
    const text = 'In 2021 it rained on 201 days at the mill, more than ever before. '.repeat(9)
    const page = read(
      json({'@type': 'Article', articleBody: text}),
      '<div id=root></div><script src=/app.js></script>'
    )
    expect(page.blocks).toEqual([text.trim()])
    expect(page.isThin).toBeUndefined()
  })
})

describe('anchors', () => {
  it('are ids and names', () => {
    const page = read('', `<h2 id="rain">Rain</h2><a name="snow"></a><p id="x1">Text</p>${prose}`)
    expect(page.anchors).toEqual(['rain', 'snow', 'x1'])
  })

  it('are unknown where scripts seem to make those of headings', () => {
    const page = read('<script src=/docs.js></script>', `<main id=top><p></p><h2>Rain</h2></main>${prose}`)
    expect(page.anchors).toBeUndefined()
  })
})
