import {once} from 'node:events'
import {cpSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {Worker} from 'node:worker_threads'
import {deflateSync} from 'node:zlib'
import {afterEach, beforeAll, describe, expect, it} from 'vitest'
import type {
  createPageReader,
  PageLimits,
  PageReader,
  PageReport,
  PageRequest
} from '../../src/engine/verify/page-reader.ts'
import {buildCli} from '../setup/build.ts'
import {bundleCli} from '../setup/bundle.ts'
import {makeFolder} from '../setup/folder.ts'
import {makePdf, writePdf} from '../setup/pdf.ts'

// Threads run what is built.
let create: typeof createPageReader
beforeAll(async () => {
  const file = path.join(path.dirname(buildCli()), 'engine/verify/page-reader.js')
  create = ((await import(pathToFileURL(file).href)) as {createPageReader: typeof createPageReader})
    .createPageReader
}, 120_000)

const readers: PageReader[] = []
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close()
})

function open(limits?: PageLimits): PageReader {
  const reader = create(limits)
  readers.push(reader)
  return reader
}

const url = 'https://mill.example/rain'
const request = (page: string | Uint8Array, more: Partial<PageRequest> = {}): PageRequest => ({
  bytes: typeof page === 'string' ? Buffer.from(page) : page,
  type: 'html',
  url,
  fragments: [],
  statements: [],
  ...more
})
const ask = (figure: string): PageRequest['statements'] => [
  {text: `It rained ${figure}.`, figures: [{text: figure}], quotations: [], names: []}
]
const story =
  '<!doctype html><title>Rain</title><h2 id=days>Rain</h2><p>In 2021 it rained on 201 days at the mill by the river.'

async function report(asked: ReturnType<PageReader['read']>): Promise<PageReport> {
  const answer = await asked
  if ('reason' in answer) throw new Error(answer.reason)
  return answer
}

describe('a page reader', {timeout: 120_000}, () => {
  it('says what a page is, and what it has of each statement', async () => {
    const fragments = ['days', 'nights', 'L12', 'page=3']
    const answer = await report(open().read(request(story, {fragments, statements: ask('201 days')})))
    expect(answer).toMatchObject({title: 'Rain', isReadable: true, missingAnchors: ['nights']})
    expect(answer.hash).toMatch(/^[0-9a-f]{16}$/)
    expect(answer.statements.map(({figures}) => figures[0]?.verdict)).toEqual(['supported'])
  })

  it('has one hash for one text, whatever the markup', async () => {
    const reader = open()
    const [one, two, three] = await Promise.all([
      report(reader.read(request('<title>a</title><p>It rained on 201 days.'))),
      report(reader.read(request('<title>b</title><main><p>It rained  on <b>201</b> days.</main>'))),
      report(reader.read(request('<title>a</title><p>It rained on 202 days.')))
    ])
    expect(two.hash).toBe(one.hash)
    expect(three.hash).not.toBe(one.hash)
  })

  it('takes bytes that are a part of others, in their encoding', async () => {
    const bytes = Buffer.concat([
      Buffer.from('xx'),
      Buffer.from('<title>\xD6l</title><p>Olives are pressed in the mill.', 'latin1')
    ])
    const answer = await report(open().read(request(bytes.subarray(2), {charset: 'iso-8859-1'})))
    expect(answer.title).toBe('Öl')
    expect(bytes.toString('latin1', 0, 2)).toBe('xx')
  })

  it('keeps of a thin page only what it supports, and nothing of an empty one', async () => {
    const reader = open()
    const shell = '<title>Rain</title><div id=root>201 days</div><script src=a.js></script>'
    const thin = await report(
      reader.read(request(shell, {statements: [...ask('201 days'), ...ask('12 days')], fragments: ['x']}))
    )
    expect(thin).toMatchObject({isReadable: false, missingAnchors: []})
    expect(thin.statements.map(({text}) => text)).toEqual(['It rained 201 days.'])
    const lost = await report(
      reader.read(request('<title>Page not found</title>', {statements: ask('201 days')}))
    )
    expect(lost).toMatchObject({isReadable: false, isEmpty: 'not-found', statements: []})
  })

  it('fault 72: a page that takes too long is given up, and the next one is read', async () => {
    const reader = open({time: 1500, memory: 2048})
    // Twenty times what a server may send.
    const slow = reader.read(request(`<p>${'12 mills of 31 % '.repeat(2_400_000)}`))
    const next = reader.read(request(story))
    expect(await slow).toEqual({reason: 'took longer than 1.5 s to read'})
    expect(await report(next)).toMatchObject({title: 'Rain'})
  })

  it('fault 72: a page that uses up the memory is given up, and the next one is read', async () => {
    const reader = open({time: 100_000, memory: 24})
    const large = reader.read(request('<p>x<b></b>'.repeat(150_000)))
    const next = reader.read(request(story))
    expect(await large).toEqual({reason: 'takes too much memory to read'})
    expect(await report(next)).toMatchObject({title: 'Rain'})
  })

  it('answers all when it is closed', async () => {
    const reader = open()
    const asked = [reader.read(request(story)), reader.read(request(story))]
    await reader.close()
    asked.push(reader.read(request(story)))
    for (const answer of await Promise.all(asked)) expect(Object.keys(answer)).toEqual(['reason'])
  })
})

describe('a PDF', {timeout: 120_000}, () => {
  const lines = [
    'Rain at the mill',
    '',
    'In the year 2021 it rained on 201 days at the mill, which was 31 %',
    'more than in the year before, and the river rose by two metres.',
    '',
    'The end'
  ]

  it('is read as paragraphs, with its title and day', async () => {
    const bytes = makePdf(lines, {title: 'Rain report', created: '20220304101500Z'})
    const statements = [...ask('31 % more than in the year'), ...ask('32 %')]
    const answer = await report(
      open().read(request(bytes, {type: 'pdf', statements, fragments: ['page=2', 'x']}))
    )
    expect(answer).toMatchObject({
      title: 'Rain report',
      published: '2022-03-04',
      isReadable: true,
      missingAnchors: []
    })
    expect(answer.statements.map(({figures}) => figures[0]?.verdict)).toEqual(['supported', 'absent'])
  })

  it('has its words whole, however it draws them', async () => {
    const drawing = `BT /F1 12 Tf 72 700 Td (It was ) Tj (3) Tj (1 %) Tj 0 -14 Td [(pre) -10 (cip) 15 (itation)] TJ
      0 -60 Td (Mills) Tj 200 0 Td (812) Tj 80 0 Td (640) Tj
      -280 -60 Td (${'This line is here to make the page long enough to be read. '.repeat(2)}) Tj ET`
    const statements = ['It was 31 %', 'precipitation', 'Mills | 812 | 640'].flatMap(ask)
    const answer = await report(open().read(request(writePdf(drawing), {type: 'pdf', statements})))
    expect(answer.statements.map(({figures}) => figures[0]?.verdict)).toEqual([
      'supported',
      'supported',
      'supported'
    ])
  })

  it('is read when it is packed', async () => {
    const drawing = `BT /F1 12 Tf 72 700 Td (${'It rained on 201 days of the year. '.repeat(5)}) Tj ET`
    const bytes = writePdf(deflateSync(drawing), {filter: '/FlateDecode'})
    const answer = await report(open().read(request(bytes, {type: 'pdf', statements: ask('201 days')})))
    expect(answer.statements[0]?.figures[0]?.verdict).toBe('supported')
  })

  it('without text is not readable', async () => {
    const answer = await report(open().read(request(makePdf([]), {type: 'pdf', statements: ask('201')})))
    expect(answer).toMatchObject({isReadable: false, statements: []})
  })

  it.each([
    ['is none', Buffer.from('%PDF-1.4\nno more')],
    ['is cut off', makePdf(lines).subarray(0, 300)],
    ['is empty', new Uint8Array()],
    [
      'fault 64: unpacks to much more',
      writePdf(deflateSync(Buffer.alloc(100_000_000, 32)), {filter: '/FlateDecode'})
    ],
    [
      'fault 64: is packed twice',
      writePdf(deflateSync(deflateSync(' ')), {filter: '[/FlateDecode /FlateDecode]'})
    ]
  ])('that %s is not checked', async (_, bytes) => {
    const answer = await open().read(request(bytes, {type: 'pdf'}))
    expect(Object.keys(answer)).toEqual(['reason'])
  })
})

describe('the thread of the bundled command line', {timeout: 120_000}, () => {
  it('reads pages and PDF', async () => {
    const worker = new Worker(path.join(path.dirname(bundleCli()), 'page-worker.cjs'))
    try {
      expect(await once(worker, 'message')).toEqual(['ready'])
      worker.postMessage(request(story, {statements: ask('201 days')}))
      expect(await once(worker, 'message')).toMatchObject([
        {title: 'Rain', statements: [{text: 'It rained 201 days.'}]}
      ])
      worker.postMessage(
        request(makePdf([`It rained on 201 days. ${'So it goes. '.repeat(10)}`]), {type: 'pdf'})
      )
      expect(await once(worker, 'message')).toMatchObject([{isReadable: true, missingAnchors: []}])
    } finally {
      await worker.terminate()
    }
  })

  it('says what to install where the package for PDF is not', async () => {
    const folder = makeFolder({})
    cpSync(path.dirname(bundleCli()), folder, {recursive: true})
    const worker = new Worker(path.join(folder, 'page-worker.cjs'))
    try {
      await once(worker, 'message')
      worker.postMessage(request(makePdf(['Rain']), {type: 'pdf'}))
      expect(await once(worker, 'message')).toEqual([{reason: 'to read PDF, install `unpdf`'}])
    } finally {
      await worker.terminate()
    }
  })
})
