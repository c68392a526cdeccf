import {existsSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {checkSources} from '../../src/engine/verify/index.ts'
import {parseRecords} from '../../src/engine/verify/lock-format.ts'
import type {SourceRecord} from '../../src/sources/model.ts'
import {makeFolder} from '../setup/folder.ts'
import {createWeb, online, query, statement, today} from './sources.ts'

const name = 'articlelint.sources.json'
const rain = 'https://a.example/rain'
const it32 = query(rain, 'It rained 32 mm.', '32 mm')

function kept(folder: string): Readonly<Record<string, SourceRecord>> {
  return Object.fromEntries(parseRecords(readFileSync(path.join(folder, name), 'utf8'), name))
}

function daysLater(days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
}

describe('fetching', () => {
  it('asks for each address once, and keeps what it says', async () => {
    const folder = makeFolder({})
    const web = createWeb({[rain]: 'It was wet: 32 mm. #june'})
    const asked = [
      it32,
      query(`${rain}#june`),
      query(`${rain}#july`, 'And 99 mm.', '99 mm'),
      query('mailto:a@b.c')
    ]
    const {sources, notes, isComplete} = await checkSources(asked, online(), folder, web.tools)
    expect(web.fetched).toEqual([rain])
    expect(notes).toEqual([])
    expect(isComplete).toBe(true)
    expect(sources.verdictOf(`${rain}#x`, statement('It rained 32 mm.'))?.figures[0]?.verdict).toBe(
      'supported'
    )
    expect(sources.verdictOf(rain, statement('And 99 mm.'))?.figures[0]?.verdict).toBe('absent')
    expect(sources.verdictOf(rain, statement('Never asked.'))).toBeUndefined()
    expect(sources.recordOf('https://other.example/')).toBeUndefined()
    expect(kept(folder)[rain]).toMatchObject({
      state: 'alive',
      fetched: today,
      isReadable: true,
      fragments: ['july', 'june'],
      missingAnchors: ['july']
    })
  })

  it('uses what is known, until it is old, dead for long or lacks a statement or fragment', async () => {
    const folder = makeFolder({})
    const gone = 'https://b.example/gone'
    const web = createWeb({[rain]: 'It was wet: 32 mm.', [gone]: {kind: 'dead', cause: 'gone', status: 404}})
    const run = async (day: string, ...more: Parameters<typeof checkSources>[0]) => {
      web.fetched.length = 0
      await checkSources([it32, query(gone), ...more], online({today: day}), folder, web.tools)
      return web.fetched
    }
    expect(await run(today)).toEqual([rain, gone])
    const {mtimeMs} = statSync(path.join(folder, name))
    expect(await run(today)).toEqual([])
    expect(await run(daysLater(6))).toEqual([])
    expect(statSync(path.join(folder, name)).mtimeMs).toBe(mtimeMs)
    expect(await run(daysLater(7))).toEqual([gone])
    expect(await run(daysLater(8), query(rain, 'Another one: 5 km.', '5 km'))).toEqual([rain])
    expect(await run(daysLater(8), query(`${rain}#may`))).toEqual([rain])
    expect(await run(daysLater(8), query(`${rain}#may`))).toEqual([])
    // Another version of the linter sees another figure in the same sentence.
    expect(await run(daysLater(8), query(rain, 'Another one: 5 km.', '5 km', 'one'))).toEqual([rain])
    expect(await run(daysLater(97))).toEqual([gone])
    expect(await run(daysLater(98))).toEqual([rain])
    // A wrong clock wrote of a day to come.
    expect(await run(today)).toEqual([rain, gone])
  })

  it('`update` asks for all again', async () => {
    const folder = makeFolder({})
    const web = createWeb({[rain]: 'It was wet: 32 mm.'})
    await checkSources([it32], online(), folder, web.tools)
    await checkSources([it32], online({mode: 'update'}), folder, web.tools)
    expect(web.fetched).toEqual([rain, rain])
  })

  it('keeps what is known of other statements while the page is the same', async () => {
    const folder = makeFolder({})
    const web = createWeb({[rain]: 'It was wet: 32 mm.'})
    const other = query(rain, 'A draft says 32 mm too.', '32 mm')
    const texts = () => kept(folder)[rain]?.statements.map(({text}) => text)
    await checkSources([it32], online(), folder, web.tools)
    await checkSources([other], online(), folder, web.tools)
    expect(texts()).toEqual(['A draft says 32 mm too.', 'It rained 32 mm.'])
    web.pages.set(rain, 'All new: 32 mm.')
    await checkSources([other], online({today: daysLater(100)}), folder, web.tools)
    expect(texts()).toEqual(['A draft says 32 mm too.'])
    await checkSources([it32, other], online({today: daysLater(101)}), folder, web.tools)
    await checkSources([it32], online({today: daysLater(101), mode: 'update'}), folder, web.tools)
    expect(texts()).toEqual(['It rained 32 mm.'])
  })

  it('keeps sources that nobody asks for, unless it is to prune', async () => {
    const folder = makeFolder({})
    const web = createWeb({[rain]: 'x', 'https://b.example/': 'y'})
    await checkSources([it32, query('https://b.example/')], online(), folder, web.tools)
    await checkSources([it32], online({mode: 'update'}), folder, web.tools)
    expect(Object.keys(kept(folder))).toHaveLength(2)
    await checkSources([it32], online({prune: true}), folder, web.tools)
    expect(Object.keys(kept(folder))).toEqual([rain])
  })

  it('says what a page supported before and does not any more, until it does again', async () => {
    const folder = makeFolder({})
    const web = createWeb({[rain]: 'It was wet: 32 mm.'})
    const lostOn = async (days: number, page: string) => {
      web.pages.set(rain, page)
      const {sources} = await checkSources([it32], online({today: daysLater(days)}), folder, web.tools)
      return sources.recordOf(rain)?.lost
    }
    expect(await lostOn(0, 'It was wet: 32 mm.')).toBeUndefined()
    expect(await lostOn(100, 'It was wet: 30 mm.')).toEqual([{text: 'It rained 32 mm.', on: today}])
    expect(await lostOn(200, 'It was very wet.')).toEqual([{text: 'It rained 32 mm.', on: today}])
    expect(await lostOn(300, 'It was wet: 32 mm.')).toBeUndefined()
  })

  it('keeps of hostile pages short lines only', async () => {
    const folder = makeFolder({})
    const page = `\u001B[31m__proto__\u202E\r\n\uD800 32 mm ${'wet '.repeat(5000)}`
    const web = createWeb({[rain]: page})
    const {sources} = await checkSources([it32], online(), folder, web.tools)
    const {closest, passage = ''} = sources.verdictOf(rain, statement('It rained 32 mm.'))?.figures[0] ?? {}
    expect(closest).toBe('32 mm')
    expect(passage.length).toBeLessThanOrEqual(300)
    expect(`${passage}${sources.recordOf(rain)?.title}`).not.toMatch(/[\p{Cc}\p{Cs}\u202E]/u)
    expect(kept(folder)[rain]?.statements).toHaveLength(1)
    expect(statSync(path.join(folder, name)).size).toBeLessThan(2000)
  })

  it('a page that shows nothing says nothing, a parked one is dead', async () => {
    const folder = makeFolder({})
    const web = createWeb({[rain]: 'THIN 32 mm', 'https://p.example/x': 'PARKED'})
    const {sources} = await checkSources([it32, query('https://p.example/x')], online(), folder, web.tools)
    expect(sources.recordOf(rain)).toMatchObject({state: 'alive', statements: []})
    expect(sources.verdictOf(rain, statement('It rained 32 mm.'))).toBeUndefined()
    expect(sources.recordOf('https://p.example/x')).toMatchObject({state: 'dead', cause: 'parked'})
    web.fetched.length = 0
    await checkSources([it32], online(), folder, web.tools)
    expect(web.fetched).toEqual([])
  })
})

describe('what may pass', () => {
  it('fault 73: is not kept, and what was known of a page that lives holds', async () => {
    const folder = makeFolder({})
    const web = createWeb({
      [rain]: 'It was wet: 32 mm.',
      'https://b.example/': {kind: 'unchecked', reason: 'answers 503'}
    })
    const all = [it32, query('https://b.example/')]
    const first = await checkSources(all, online(), folder, web.tools)
    expect(Object.keys(kept(folder))).toEqual([rain])
    expect(first.isComplete).toBe(false)
    expect(first.notes).toEqual(['1 source was not checked:\nhttps://b.example/ answers 503'])
    const before = readFileSync(path.join(folder, name), 'utf8')
    web.pages.set(rain, {kind: 'unchecked', reason: 'timed out after 20 s'})
    const {sources} = await checkSources(all, online({mode: 'update'}), folder, web.tools)
    expect(sources.recordOf(rain)).toMatchObject({state: 'alive', fetched: today})
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe(before)
  })

  it('is no proof that what was dead still is', async () => {
    const folder = makeFolder({})
    const web = createWeb({[rain]: {kind: 'dead', cause: 'gone', status: 404}})
    const first = await checkSources([it32], online(), folder, web.tools)
    expect(first.sources.recordOf(rain)?.cause).toBe('gone')
    web.pages.set(rain, {kind: 'unchecked', reason: 'answers 503'})
    const {sources} = await checkSources([it32], online({mode: 'update'}), folder, web.tools)
    expect(sources.recordOf(rain)).toBeUndefined()
    expect(kept(folder)[rain]?.cause).toBe('gone')
  })

  it('lists a handful of many, and counts the others', async () => {
    const pages = Object.fromEntries(
      [...Array(12).keys()].map((n) => [
        `https://h${n}.example/`,
        {kind: 'unchecked', reason: 'answers 403'} as const
      ])
    )
    const {notes} = await checkSources(
      Object.keys(pages).map((url) => query(url)),
      online(),
      makeFolder({}),
      createWeb(pages).tools
    )
    expect(notes).toHaveLength(1)
    expect(notes[0]?.split('\n')).toHaveLength(7)
    expect(notes[0]).toContain('7 more')
  })

  it('fault 71: where no host is found at all, nothing is dead', async () => {
    const folder = makeFolder({})
    const all = [it32, query('https://b.example/'), query('https://c.example/')]
    const {sources, notes, isComplete} = await checkSources(all, online(), folder, createWeb({}).tools)
    expect(all.map(({url}) => sources.recordOf(url))).toEqual([undefined, undefined, undefined])
    expect(isComplete).toBe(false)
    expect(notes).toHaveLength(1)
    expect(existsSync(path.join(folder, name))).toBe(false)
  })

  it('fault 71: one host that is not found is dead where another one answers, now or when asked as a witness', async () => {
    const folder = makeFolder({})
    const web = createWeb({[rain]: 'It was wet: 32 mm.'})
    const all = [it32, query('https://b.example/')]
    const first = await checkSources(all, online(), folder, web.tools)
    expect(first.sources.recordOf('https://b.example/')?.cause).toBe('no-host')
    web.fetched.length = 0
    const later = await checkSources(all, online({today: daysLater(8)}), folder, web.tools)
    expect(web.fetched).toEqual(['https://b.example/', rain])
    expect(later.sources.recordOf('https://b.example/')).toMatchObject({
      cause: 'no-host',
      fetched: daysLater(8)
    })
    web.pages.clear()
    const offline = await checkSources(all, online({today: daysLater(16)}), folder, web.tools)
    expect(offline.sources.recordOf('https://b.example/')).toBeUndefined()
    expect(offline.sources.recordOf(rain)?.state).toBe('alive')
    expect(kept(folder)['https://b.example/']?.fetched).toBe(daysLater(8))
  })

  it('a name or certificate that fails is asked once more, where the source was alive', async () => {
    const folder = makeFolder({})
    const web = createWeb({[rain]: 'It was wet: 32 mm.', 'https://b.example/': 'b'})
    const all = [it32, query('https://b.example/')]
    await checkSources(all, online(), folder, web.tools)
    web.pages.set(rain, {kind: 'dead', cause: 'certificate'})
    web.fetched.length = 0
    const {sources} = await checkSources(all, online({mode: 'update'}), folder, web.tools)
    expect(web.fetched.filter((url) => url === rain)).toHaveLength(2)
    expect(sources.recordOf(rain)?.cause).toBe('certificate')
  })
})

describe('locked', () => {
  it('asks nobody, whatever is missing or old, and says so', async () => {
    const folder = makeFolder({})
    const web = createWeb({[rain]: 'It was wet: 32 mm.'})
    await checkSources([it32], online(), folder, web.tools)
    web.fetched.length = 0
    const locked = online({mode: 'locked'})
    const again = await checkSources([it32], locked, folder, web.tools)
    expect(again.notes).toEqual([])
    expect(again.isComplete).toBe(true)
    expect(again.sources.verdictOf(rain, statement('It rained 32 mm.'))?.figures[0]?.verdict).toBe(
      'supported'
    )
    const more = [it32, query(rain, 'New: 7.', '7'), query('https://b.example/'), query('https://c.example/')]
    const open = await checkSources(more, {...locked, today: daysLater(400)}, folder, web.tools)
    expect(open.notes).toHaveLength(2)
    expect(open.notes[0]).toMatch(/^2 sources and 1 statement are not in `articlelint.sources.json`/)
    expect(open.notes[1]).toMatch(/^1 source was checked long ago/)
    expect(open.isComplete).toBe(false)
    expect(open.sources.recordOf('https://b.example/')).toBeUndefined()
    expect(open.sources.recordOf(rain)?.state).toBe('alive')
    expect(web.fetched).toEqual([])
  })

  it('does without the file', async () => {
    const folder = makeFolder({})
    const {notes} = await checkSources([it32], online({mode: 'locked', file: 'none.json'}), folder)
    expect(notes).toHaveLength(1)
    expect(existsSync(path.join(folder, 'none.json'))).toBe(false)
  })
})

it('tells how far it is', async () => {
  const web = createWeb({[rain]: 'a', 'https://b.example/': 'b'})
  const told: unknown[] = []
  const onProgress = (...args: unknown[]): void => void told.push(args)
  await checkSources([it32, query('https://b.example/')], online({onProgress}), makeFolder({}), web.tools)
  expect(told).toEqual([
    [0, 2, ''],
    [1, 2, 'a.example'],
    [2, 2, 'b.example']
  ])
})

it('broken off, it keeps what it has, and the next run goes on from there', async () => {
  const folder = makeFolder({})
  const urls = [...Array(20).keys()].map((n) => `https://a.example/${n}`)
  const web = createWeb(Object.fromEntries(urls.map((url) => [url, 'a'])))
  const stop = new AbortController()
  const onProgress = (done: number): void => {
    if (done === 7) stop.abort(new Error('enough'))
  }
  const asked = urls.map((url) => query(url))
  await expect(
    checkSources(asked, online({signal: stop.signal, onProgress}), folder, web.tools)
  ).rejects.toThrow('enough')
  expect(Object.keys(kept(folder))).toHaveLength(7)
  web.fetched.length = 0
  await checkSources(asked, online(), folder, web.tools)
  expect(web.fetched).toEqual(urls.slice(7))
  expect(Object.keys(kept(folder))).toHaveLength(20)
})
