import {describe, expect, it} from 'vitest'
import type {Page} from '../../src/sources/model.ts'
import {readPage} from '../../src/sources/pages/page.ts'

const prose = `<p>${'The miller kept a book of the weather, and wrote in it every evening of his life. '.repeat(12)}</p>`
const read = (html: string): Page =>
  readPage({text: `<!doctype html>${html}`, type: 'html', url: 'https://mill.example/a'})
const links =
  '<ul><li><a href=/a>Ten walks along the river that everybody should know</a><li><a href=/b>How bread is baked</a></ul>'

describe('a page that says it is not there', () => {
  it.each([
    ['<title>Page not found</title><p>Try the search.'],
    ['<title>404 - The Mill</title><h1>Oops!</h1><p>Nothing here.'],
    ['<title>Error 404: page not found | The Mill</title>'],
    [`<title>The Mill</title><h1>This page could not be found.</h1>${links}`],
    ['<title>The Mill</title><h1>Sorry, the page you are looking for does not exist</h1>'],
    ['<title>The Mill</title><h2>The requested page could not be found.</h2><p>Go home.'],
    ['<title>This article is no longer available</title><p>It was removed.'],
    ['<title>Seite nicht gefunden</title><p>Zur Startseite'],
    ['<title>Page introuvable – Le Moulin</title>'],
    ['<title>404</title><h1>404</h1><h2>Page Not Found</h2>']
  ])('is one: %s', (html) => {
    expect(read(html).isEmpty).toBe('not-found')
  })

  it.each([
    [
      `<title>Page not found: how to write a good 404 page</title><h1>How to write a good 404 page</h1>${prose}`
    ],
    [`<title>HTTP 404 - Encyclopedia</title><h1>HTTP 404</h1>${prose}`],
    [
      '<title>404 Not Found | Glossary</title><h1>404 Not Found</h1><p>A status code: the server has no such page.'
    ],
    [`<title>404</title>${prose}`],
    ['<title>The mill that was not found</title><p>They searched the valley for years and never saw it.'],
    ['<title>Lost property</title><h1>Found and missing</h1><p>In 2021, 31 umbrellas were missing.']
  ])('is none: %s', (html) => {
    expect(read(html).isEmpty).toBeUndefined()
  })
})

describe('a domain that is for sale', () => {
  it.each([
    ['<title>mill.example</title><h1>This domain is for sale</h1><p>Make an offer.'],
    ['<title>mill.example is for sale</title><p>Get it today'],
    ['<title>mill.example</title><p>Buy this domain. The owner offers it.'],
    ['<title>mill.example</title><p>The domain mill.example may be for sale. Click here to inquire.'],
    [
      '<title>mill.example</title><script src="https://www.sedoparking.com/x.js"></script><p>Related searches'
    ],
    ['<title>Parked domain</title><p>This web page is parked, courtesy of the registrar.']
  ])('is one: %s', (html) => {
    expect(read(html).isEmpty).toBe('parked')
  })

  it.each([
    [`<title>When a domain is for sale</title><h1>What to do when a domain is for sale</h1>${prose}${prose}`],
    [
      '<title>The mill</title><h1>The mill is for sale</h1><p>It stands by the river since 1740 and has two wheels.'
    ]
  ])('is none: %s', (html) => {
    expect(read(html).isEmpty).toBeUndefined()
  })
})

describe('a page that shows too little', () => {
  it.each([
    [
      'an application',
      '<title>Mill</title><div id="root"></div><script src=/app.js></script><noscript>You need to enable JavaScript to run this app.</noscript>'
    ],
    [
      'an application that loads',
      '<title>Mill</title><div id="app"><p>Loading…</p></div><script src=/app.js></script>'
    ],
    [
      'a check',
      '<title>Just a moment...</title><h1>mill.example</h1><p>Checking your browser before you go on.</p><script>go()</script>'
    ],
    [
      'a riddle',
      '<title>Mill</title><p>Please verify you are human by solving the captcha below, then go on to the page you asked for.'
    ],
    [
      'a wall to pay at',
      `<title>Rain</title><h1>Rain</h1>${prose.slice(0, 500)}</p><p>Subscribe to continue reading.</p><script src=a.js></script>`
    ],
    [
      'a page that says it is paid for',
      `<title>Rain</title><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>${prose}`
    ],
    [
      'a notice about cookies',
      `<title>Rain</title><p>${'We and our partners use cookies to store information on your device. '.repeat(4)}</p><p>Your consent is asked.</p><button>Accept</button>`
    ],
    ['nothing', '']
  ])('%s is thin', (_, html) => {
    const page = read(html)
    expect(page.isThin).toBe(true)
    expect(page.isEmpty).toBeUndefined()
    expect(page.anchors).toBeUndefined()
  })

  it.each([
    ['a short page', '<title>Rain</title><h1>Rain</h1><p>In 2021 it rained on 201 days at the mill.'],
    ['a page with scripts', `<title>Rain</title><script src=a.js></script><div id=root>${prose}</div>`],
    [
      'an article about cookies',
      `<title>Cookies</title><h1>How cookies work</h1>${prose}<p>Cookies were made in 1994.</p>${prose}`
    ],
    ['an article about captchas', `<title>Captchas</title>${prose}<p>A captcha takes 9 seconds.</p>${prose}`]
  ])('%s is not', (_, html) => {
    const page = read(html)
    expect(page.isThin).toBeUndefined()
    expect(page.blocks.length).toBeGreaterThan(0)
  })
})

describe('fault 72: hostile pages', () => {
  const size = 1_000_000
  const filled = (unit: string): string => unit.repeat(Math.ceil(size / unit.length))
  it.each([
    ['deep elements', filled('<div>')],
    ['deep formatting', filled('<b id=1>')],
    ['short elements', filled('<b></b>')],
    ['nested without text', `${'<span>'.repeat(500)}${filled('<i></i>')}`],
    ['nested and unseen', `${'<p><span class=sr-only>'.repeat(250)}${filled('<i></i>')}<table><td>1`],
    ['brackets', filled('<')],
    ['references', filled('&')],
    ['tables in tables', filled('<table>')],
    ['rows', `<table><tr><th>${'x'.repeat(500)}<th>${'y'.repeat(500)}${filled('<tr><td>1<td>2')}</table>`],
    [
      'wide cells',
      `<table><tr>${'<td rowspan=9999 colspan=9>words'.repeat(200)}${filled('<tr><td>1')}</table>`
    ],
    ['definitions', `<dl><dt>${'x'.repeat(900)}${filled('<dd>1')}</dl>`],
    ['misnested', filled('<a><p><b></a>')],
    ['notes', filled('<sup><a>1')],
    ['lists', filled('<ul><li>1')],
    ['blanks', `<p>${filled(' ')}x`],
    ['breaks', `<p>${filled('<br>')}x`],
    ['one word', `<p>${filled('a')}`],
    ['script', `<script type="application/ld+json">${filled('[')}`],
    ['titles', filled('<title>not found</title><h1>404')],
    ['spaces in style', filled(`<p style="display${' '.repeat(300)}">x`)]
  ])('%s', {timeout: 120_000}, (_, html) => {
    const page = read(html)
    expect(page.blocks.join('').length).toBeLessThan(4 * size)
  })

  it('one that is too deep is thin', () => {
    expect(read(filled('<div>'))).toEqual({blocks: [], isThin: true})
  })

  it('broken ones are read as browsers do', () => {
    expect(read('<p>One<p>two</i></div><table><td>3</p>four<li>five').blocks).toEqual([
      'One',
      'two',
      '3 four five'
    ])
  })
})
