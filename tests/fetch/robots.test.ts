import {describe, expect, it} from 'vitest'
import {isAllowed, readRobots} from '../../src/engine/fetch/robots.ts'
import {fetchOne, makeFetcher} from '../setup/fetcher.ts'
import {startServer} from '../setup/server.ts'

const forAll = (...lines: readonly string[]): string => ['User-agent: *', ...lines].join('\n')
const may = (text: string, path: string): boolean => isAllowed(readRobots(text, 'articlelint'), path)

describe('fault 68: what a robots.txt says', () => {
  it.each<[string, string, boolean]>([
    ['', '/a', true],
    ['<html><body>Disallow: all of it</body></html>', '/a', true],
    [forAll('Disallow: /'), '/', false],
    [forAll('Disallow: /'), '/a?b', false],
    [forAll('Disallow:'), '/a', true],
    [forAll('Disallow: /a'), '/a', false],
    [forAll('Disallow: /a'), '/abc', false],
    [forAll('Disallow: /a'), '/b/a', true],
    [forAll('Disallow: /a'), '/A', true],
    [forAll('Disallow: /a/'), '/a', true],
    [forAll('Disallow: a/'), '/a/b', false],
    [forAll('disallow :/a # no'), '/a', false],
    [forAll('DISALLOW: /a'), '/a', false],
    [forAll('Disallow: /a', 'Allow: /a/b'), '/a/b/c', true],
    [forAll('Allow: /a/b', 'Disallow: /a'), '/a/c', false],
    [forAll('Allow: /a', 'Disallow: /a'), '/a', true],
    [forAll('Disallow: /a', 'Allow: /a'), '/a', true],
    [forAll('Disallow: /*.pdf$'), '/x/a.pdf', false],
    [forAll('Disallow: /*.pdf$'), '/x/a.pdf?b', true],
    [forAll('Disallow: /*.pdf'), '/x/a.pdf?b', false],
    [forAll('Disallow: *.pdf'), '/x/a.pdf', false],
    [forAll('Disallow: /a*b*c'), '/a1b2c3', false],
    [forAll('Disallow: /a*b*c'), '/a1c2b3', true],
    [forAll('Disallow: /a*b$'), '/ab', false],
    [forAll('Disallow: /a*ab$'), '/ab', true],
    [forAll('Disallow: /$'), '/', false],
    [forAll('Disallow: /$'), '/a', true],
    [forAll('Disallow: /a*$'), '/abc', false],
    [forAll('Disallow: /*?'), '/a?b', false],
    [forAll('Disallow: /a$b'), '/a$b', false],
    [forAll('Disallow: /a**b'), '/a/b', false],
    [forAll('Disallow: /x*longer-piece-of-path/'), '/xx/longer-piece-of-longer-piece-of-path/', false],
    [forAll('Disallow: /x*longer-piece-of-path/'), '/xx/longer-piece-of-longer-piece-of-pat/', true],
    [forAll('Disallow: /%7ename'), '/~name', false],
    [forAll('Disallow: /~name'), '/%7Ename', false],
    [forAll('Disallow: /größe'), '/gr%C3%B6%C3%9Fe', false],
    [forAll('Disallow: /gr%c3%b6'), '/gr%C3%B6%C3%9Fe', false],
    [forAll('Disallow: /a%2fb'), '/a/b', true],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['User-agent: articlelint\nDisallow: /a\n\nUser-agent: *\nDisallow: /', '/b', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: ArticleLint/1.0\nDisallow: /a', '/b', true],
    [
      'User-agent: articlelint\nDisallow: /a\nUser-agent: *\nDisallow: /b\nUser-agent: articlelint\nDisallow: /c',
      '/c',
      false
    ],
    ['User-agent: articlelint\nUser-agent: other\nDisallow: /a', '/a', false],
    ['User-agent: other\nUser-agent: articlelint\n\nDisallow: /a', '/a', false],
    ['User-agent: articlelint\nSitemap: /s\nUser-agent: other\nDisallow: /a', '/a', false],
    ['User-agent: articlelinter\nDisallow: /', '/a', true],
    ['User-agent: articlelint\nAllow: /x\nUser-agent: *\nDisallow: /', '/a', true],
    ['User-agent: articlelint\n', '/a', true],
    ['Disallow: /', '/a', true],
    ['\uFEFFUser-agent: *\r\nDisallow: /a\r\n', '/a', false],
    ['User-agent: *\rDisallow: /a', '/a', false]
  ])('%j: may %s be asked for: %s', (text, path, expected) => {
    expect(may(text, path)).toBe(expected)
  })

  it('is read in time by its length', () => {
    const path = `/${'a'.repeat(4000)}`
    const rule = `Disallow: /${'*a'.repeat(100)}*${'a'.repeat(1500)}b`
    const text = forAll(...Array.from({length: 250}, () => rule))
    const started = process.cpuUsage().user
    expect(may(text, path)).toBe(true)
    expect(process.cpuUsage().user - started).toBeLessThan(5_000_000)
  })

  it.each([
    ['Crawl-delay: 3', 3000],
    ['crawl-delay: 0.5', 500],
    ['Crawl-delay: soon', undefined]
  ])('%j is a pause of %s', (line, expected) => {
    expect(readRobots(forAll(line, 'Disallow: /a'), 'articlelint').crawlDelay).toBe(expected)
  })
})

describe('fault 68: robots.txt of a host', () => {
  it('is read once, before the first page', async () => {
    const server = await startServer({'/robots.txt': forAll('Disallow: /no'), '*': 'a page'})
    const fetcher = makeFetcher()
    const [yes, no, other] = await Promise.all(
      ['/yes', '/no', '/other'].map((path) => fetcher.fetch(server.url + path))
    )
    expect([yes?.kind, other?.kind]).toEqual(['page', 'page'])
    expect(no).toEqual({kind: 'unchecked', reason: 'may not be fetched: robots.txt forbids it'})
    expect(server.requests.map(({url}) => url)).toEqual(['/robots.txt', '/yes', '/other'])
  })

  it('is asked of the host that a redirect leads to as well', async () => {
    const second = await startServer({'/robots.txt': forAll('Disallow: /'), '*': 'a page'})
    const first = await startServer({'/a': {status: 301, headers: {location: `${second.url}/b`}}})
    expect(await fetchOne(`${first.url}/a`)).toMatchObject({kind: 'unchecked'})
    expect(second.requests.map(({url}) => url)).toEqual(['/robots.txt'])
  })

  it('that redirects is read where it is', async () => {
    const second = await startServer({'/rules': forAll('Disallow: /a')})
    const first = await startServer({
      '/robots.txt': {status: 302, headers: {location: `${second.url}/rules`}},
      '*': 'a page'
    })
    const fetcher = makeFetcher()
    expect(await fetcher.fetch(`${first.url}/a`)).toMatchObject({kind: 'unchecked'})
    expect(await fetcher.fetch(`${first.url}/b`)).toMatchObject({kind: 'page'})
  })

  it.each([400, 401, 403, 404, 410, 451])('that is answered %i forbids nothing', async (status) => {
    const server = await startServer({'/robots.txt': {status, body: forAll('Disallow: /')}, '*': 'a page'})
    expect(await fetchOne(`${server.url}/a`)).toMatchObject({kind: 'page'})
  })

  it('that redirects in a circle forbids nothing', async () => {
    const server = await startServer({
      '/robots.txt': {status: 302, headers: {location: '/robots.txt'}},
      '*': 'a page'
    })
    expect(await fetchOne(`${server.url}/a`)).toMatchObject({kind: 'page'})
  })

  it.each([204, 429, 500, 502, 503])('that is answered %i forbids all for now', async (status) => {
    const server = await startServer({'/robots.txt': {status}, '*': 'a page'})
    expect(await fetchOne(`${server.url}/a`)).toMatchObject({kind: 'unchecked'})
    expect(server.requests.every(({url}) => url === '/robots.txt')).toBe(true)
  })

  it('that is too long is read as far as 500 KB', async () => {
    const filler = '# nothing\n'.repeat(51_300)
    const server = await startServer({
      '/robots.txt': `${forAll('Disallow: /a')}\n${filler}Disallow: /b`,
      '*': 'a page'
    })
    const fetcher = makeFetcher()
    expect(await fetcher.fetch(`${server.url}/a`)).toMatchObject({kind: 'unchecked'})
    expect(await fetcher.fetch(`${server.url}/b`)).toMatchObject({kind: 'page'})
  })

  it('that can’t be reached is not asked for again by every page', async () => {
    const server = await startServer({'/robots.txt': {status: 500}, '*': 'a page'})
    const fetcher = makeFetcher()
    await Promise.all([1, 2, 3, 4].map((n) => fetcher.fetch(`${server.url}/${n}`)))
    expect(server.requests).toHaveLength(1)
  })
})
