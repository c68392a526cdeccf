import {spawnSync} from 'node:child_process'
import {hash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {UsageError} from '../src/engine/error.ts'
import {lintFiles} from '../src/engine/index.ts'
import {type MergeSettings, mergeParts} from '../src/engine/parts/merge.ts'
import {lintShard, type ShardSettings, shardOf} from '../src/engine/parts/shard.ts'
import type {Message} from '../src/lint/message.ts'
import {formats} from '../src/reporters/index.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'
import {makeArticles} from './tools/site/articles.mjs'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 60_000)

const fixtures = path.resolve(import.meta.dirname, '../fixtures/articles')
const mail = 'Mail comes over the ice on a sledge, and the postman walks in front of it with a long pole.'

/** A rule of one article and one of several, in a plugin. */
const plugin = `export default [
  {id: 'acme/long-title', summary: 'Flag long titles.', category: 'style', recommended: false, options: {},
    anyLanguage: true, messages: {long: () => 'Unexpected long title'},
    check(document, options, report) {
      if (document.title && document.title.text.length > 20) report('long', {range: document.title.range})
    }},
  {id: 'acme/site-size', summary: 'Flag nothing but the size.', category: 'site', recommended: false, options: {},
    anyLanguage: true, messages: {size: ({count}) => 'Unexpected site of ' + count + ' articles'},
    collect: (document) => ({length: document.text.length}),
    checkSite(articles, options, report) {
      const last = articles.reduce((a, b) => (a.path > b.path ? a : b))
      report('size', {path: last.path, range: [0, 1], data: {count: articles.length}})
    }}
]`

const config = `plugins: [./plugin.mjs]
rules:
  shared-paragraph: [warn, {minParagraphs: 1}]
  shared-template: warn
  same-title: error
  broken-internal-link: error
  unused-directive: warn
`

const usedRules = [
  'shared-paragraph',
  'same-title',
  'broken-internal-link',
  'unused-directive',
  'acme/long-title',
  'acme/site-size'
]

function makeSite(): string {
  const made = Object.fromEntries(
    [...makeArticles('mixed', 40, 'merge', 6)].map(({path, text}) => [path, text])
  )
  const real = Object.fromEntries(
    readdirSync(fixtures, {withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({name}) => [`fixtures/${name}`, readFileSync(path.join(fixtures, name))])
  )
  return makeFolder({
    '.articlelintrc.yml': config,
    'plugin.mjs': plugin,
    'deep/.articlelintrc.yml':
      'plugins: [../plugin.mjs]\nrules:\n  same-title: warn\n  acme/long-title: error\n',
    'deep/one.md': `# About the post in a very long winter\n\n${mail}\n`,
    'deep/two.md': `---\narticlelint:\n  rules:\n    shared-paragraph: warn\n---\n\n${mail}\n`,
    'a.md': `# Mail\n\n${mail} See [the pier](pier.md) and [b](b.md#ice).\n`,
    'b.md': `# Mail\n\n<!-- articlelint-disable shared-paragraph (until 2999-01-01) -->\n\n${mail}\n`,
    'c.md': `\uFEFF# Öland 𝒜 und “Eis”\n\n<!-- articlelint-disable same-title, filler-phrase -->\n\n${mail} ##[set] \u202e\n`,
    'd.md': Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]),
    ...made,
    ...real
  })
}

function run(folder: string, args: readonly string[]) {
  const {stdout, stderr, status} = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  return {stdout, stderr, status}
}

const shown = [
  '-f',
  'stylish',
  ...formats.filter((name) => name !== 'stylish').flatMap((name) => ['-f', `${name}:out/report.${name}`])
]
const partsOf = (count: number): string[] =>
  Array.from({length: count}, (_, at) => `articlelint-part-${at + 1}-of-${count}.json`)

function makeParts(folder: string, count: number, args: readonly string[]): string[] {
  for (let index = 1; index <= count; index++) {
    const {stderr, status} = run(folder, ['.', '--shard', `${index}/${count}`, ...args])
    expect([stderr, status]).toEqual(['', 0])
  }
  return partsOf(count)
}

function takeReports(folder: string): Map<string, string> {
  const reports = new Map(
    readdirSync(path.join(folder, 'out')).map((name) => [
      name,
      readFileSync(path.join(folder, 'out', name), 'utf8')
    ])
  )
  rmSync(path.join(folder, 'out'), {recursive: true})
  return reports
}

describe('merge of four shards', () => {
  it('gives the report of one run, byte for byte, in every format', () => {
    const folder = makeSite()
    const single = run(folder, ['.', ...shown, '--max-warnings', '3'])
    expect(single.status).toBe(2)
    expect(single.stderr).toMatch(/^articlelint: d\.md: /)
    const reports = takeReports(folder)
    expect(reports.size).toBe(formats.length - 1)
    const {files} = JSON.parse(reports.get('report.json') ?? '') as {files: {messages: Message[]}[]}
    const ids = new Set(files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId)))
    expect([...ids]).toEqual(expect.arrayContaining(usedRules))
    const parts = makeParts(folder, 4, shown)
    const [first = '', ...others] = parts
    const merged = run(folder, ['merge', ...others, first, ...shown, '--max-warnings', '3'])
    expect(merged).toEqual(single)
    const own = takeReports(folder)
    for (const [name, report] of reports) expect(own.get(name) === report, name).toBe(true)

    // With suppressions: made by the one and by the other, and used.
    const made = [
      () => run(folder, ['.', '--suppress-rule', 'shared-paragraph', '-q']),
      () => run(folder, ['merge', ...parts, '--suppress-rule', 'shared-paragraph', '-q'])
    ].map((suppress) => {
      const result = suppress()
      const file = path.join(folder, 'articlelint-suppressions.json')
      const text = readFileSync(file, 'utf8')
      if (text.length > 0) rmSync(file)
      return {...result, text}
    })
    expect(made[1]).toEqual(made[0])
    expect(made[0]?.text).toContain('shared-paragraph')
    writeFileSync(path.join(folder, 'articlelint-suppressions.json'), made[0]?.text ?? '')
    const quiet = run(folder, ['.', '-f', 'json', '--min-severity', 'warn'])
    expect(JSON.parse(quiet.stdout).summary.suppressed).toBeGreaterThan(0)
    expect(run(folder, ['merge', ...parts, '-f', 'json', '--min-severity', 'warn'])).toEqual(quiet)
  })
})

const version = '1.2.3'
const rules = {'shared-paragraph': 'warn', 'unused-directive': 'warn'} as const
const own = '# Ferry\n\nThe ferry lies at the north pier until the ice is gone.\n'

async function shard(
  cwd: string,
  index: number,
  count: number,
  more: Partial<ShardSettings> = {}
): Promise<string> {
  const partFile = `part-${index}.json`
  await lintShard(['.'], {config: false, rules, cwd, shard: {index, count}, partFile, version, ...more})
  return partFile
}

async function shards(cwd: string, count: number, more: Partial<ShardSettings> = {}): Promise<string[]> {
  const parts: string[] = []
  for (let index = 1; index <= count; index++) parts.push(await shard(cwd, index, count, more))
  return parts
}

/** Merges, and gives the error. */
async function failure(
  cwd: string,
  parts: readonly string[],
  more: Partial<MergeSettings> = {}
): Promise<string> {
  const error = await mergeParts(parts, {cwd, version, ...more}).then(
    () => undefined,
    (error: unknown) => error
  )
  expect(error).toBeInstanceOf(UsageError)
  return (error as UsageError).message
}

/** Changes what a part holds, and makes its digest right again. */
function forge(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, 'utf8')
  const body = change(text.slice(0, text.lastIndexOf(',"sha256"')))
  expect(body).not.toBe(text.slice(0, text.lastIndexOf(',"sha256"')))
  writeFileSync(file, `${body},"sha256":"${hash('sha256', body)}"}\n`)
}

const site = {'a.md': mail, 'b.md': mail, 'c.md': own}

describe('a shard', () => {
  it('may come from a cache, and from several threads', () => {
    const folder = makeFolder({...site, '.articlelintrc.json': JSON.stringify({rules})})
    const single = run(folder, ['.', '-f', 'json'])
    expect(single.stdout).toContain('shared-paragraph')
    const args = ['--cache', '--cache-location', '.cache', '--concurrency', '2']
    for (let round = 0; round < 2; round++) {
      expect(run(folder, ['merge', ...makeParts(folder, 2, args), '-f', 'json'])).toEqual(single)
    }
  })

  it('is told by the path alone, and about as large as the others', () => {
    expect(['posts/a.md', 'posts/b.md', 'größe.md'].map((file) => shardOf(file, 4))).toEqual([2, 1, 1])
    const counts = [0, 0, 0, 0]
    for (let at = 0; at < 4000; at++)
      counts[shardOf(`posts/${at}.md`, 4) - 1] = (counts[shardOf(`posts/${at}.md`, 4) - 1] ?? 0) + 1
    expect(Math.min(...counts)).toBeGreaterThan(900)
  })

  it('may be empty', async () => {
    const cwd = makeFolder(site)
    const parts = await shards(cwd, 9)
    const single = await lintFiles(['.'], {config: false, rules, cwd})
    expect(single.files.flatMap(({messages}) => messages)).not.toEqual([])
    expect(await mergeParts(parts, {cwd, version})).toEqual(single)
  })

  it('holds no path of the machine it was made on', async () => {
    const cwd = makeFolder(site)
    const parts = await shards(cwd, 2)
    for (const part of parts) expect(readFileSync(path.join(cwd, part), 'utf8')).not.toContain(cwd)
    const other = makeFolder({
      ...site,
      ...Object.fromEntries(parts.map((part) => [part, readFileSync(path.join(cwd, part))]))
    })
    expect(await mergeParts(parts, {cwd: other, version})).toEqual(
      await lintFiles(['.'], {config: false, rules, cwd})
    )
  })

  it('leaves no part behind when it fails', async () => {
    const cwd = makeFolder({...site, 'part-1.json/a': ''})
    await expect(shard(cwd, 1, 2)).rejects.toThrow(UsageError)
    expect(readdirSync(cwd).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it.each([
    ['0/4'],
    ['5/4'],
    ['1'],
    ['1/0'],
    ['a/b'],
    ['1/4 --since main'],
    ['1/4 --fix'],
    ['1/4 --staged'],
    ['1/4 --watch'],
    ['1/4 --suppress-all'],
    ['1/4 --stdin']
  ])('can not be --shard %s', (args) => {
    const folder = makeFolder({})
    const files = args.includes('stdin') ? [] : ['.']
    const {stderr, status, stdout} = run(folder, [...files, '--shard', ...args.split(' ')])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/--shard|merge/)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('merge refuses', () => {
  it('nothing, and parts that are missing or named twice', async () => {
    const cwd = makeFolder(site)
    const [one = '', two = '', three = ''] = await shards(cwd, 3)
    expect(await failure(cwd, [])).toMatch(/no parts/)
    expect(await failure(cwd, [one, three])).toMatch(/part 2 is missing of 3/)
    expect(await failure(cwd, [one])).toMatch(/parts 2, 3 are missing/)
    expect(await failure(cwd, [one, two, three, two])).toMatch(
      /`part-2\.json` and `part-2\.json` are both part 2 of 3/
    )
    expect(await failure(cwd, [one, 'gone.json'])).toMatch(/no such part: `gone\.json`/)
    expect(existsSync(path.join(cwd, 'report.json'))).toBe(false)
  })

  it('parts of several runs', async () => {
    const cwd = makeFolder(site)
    const [one = ''] = await shards(cwd, 2)
    expect(await failure(cwd, [one, await shard(cwd, 2, 3)])).toMatch(/one of 3 parts/)
    expect(await failure(cwd, [one, await shard(cwd, 2, 2, {skip: ['mojibake']})])).toMatch(
      /other settings \(skip\)/
    )
    expect(await failure(cwd, [one, await shard(cwd, 2, 2, {version: '1.2.4'})])).toMatch(
      /articlelint 1\.2\.4, and this is 1\.2\.3/
    )
    writeFileSync(path.join(cwd, 'new.md'), own)
    expect(await failure(cwd, [one, await shard(cwd, 2, 2)])).toMatch(/other articles or with another config/)
  })

  it('parts of several days, only where comments end on a day', async () => {
    const cwd = makeFolder(site)
    const days = ['2026-01-01', '2026-01-02']
    const make = async () => [
      await shard(cwd, 1, 2, {today: days[0]}),
      await shard(cwd, 2, 2, {today: days[1]})
    ]
    expect((await mergeParts(await make(), {cwd, version})).problems).toEqual([])
    writeFileSync(path.join(cwd, 'c.md'), `<!-- articlelint-disable (until 2026-01-01) -->\n\n${own}`)
    expect(await failure(cwd, await make())).toMatch(/several days \(2026-01-01, 2026-01-02\)/)
  })

  it('reports that need more of the articles than the parts hold', async () => {
    const cwd = makeFolder(site)
    const parts = await shards(cwd, 2, {keep: {text: true}})
    expect((await mergeParts(parts, {cwd, version, keep: {text: true}})).files[0]?.text).toBe(mail)
    expect(await failure(cwd, parts, {keep: {text: true, claims: true}})).toMatch(/same --format/)
  })

  it.each<[string, (text: string) => string, RegExp]>([
    ['cut off', (text) => text.slice(0, text.length / 2), /cut off: run its shard again/],
    ['without its end', (text) => text.slice(0, -1), /cut off/],
    ['of which a byte changed', (text) => text.replace('"count":2', '"count":3'), /damaged or was changed/],
    ['empty', () => '', /no part of a report/],
    ['any JSON', () => '{"a": 1}', /no part of a report/],
    ['a report', () => '{"version":1,"summary":{}}', /no part of a report/]
  ])('a part that is %s', async (_, change, expected) => {
    const cwd = makeFolder(site)
    const [one = '', two = ''] = await shards(cwd, 2)
    const file = path.join(cwd, one)
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, change(text))
    expect(await failure(cwd, [one, two])).toMatch(expected)
    expect(await failure(cwd, [one, two])).toContain('`part-1.json`')
  })

  it.each<[string, (body: string) => string, RegExp]>([
    ['another format', (body) => body.replace('"version":1,', '"version":2,'), /use one version/],
    [
      'a prototype key',
      (body) => body.replace('"outcomes":[', '"__proto__":{"a":1},"outcomes":['),
      /not what this version writes/
    ],
    [
      'a prototype key among the facts',
      (body) => body.replace('"facts":{', '"facts":{"__proto__":[],'),
      /facts of `__proto__`/
    ],
    [
      'facts of a rule that does not run',
      (body) => body.replace('"facts":{', '"facts":{"same-title":[],'),
      /facts of `same-title`/
    ],
    [
      'another type of a field',
      (body) => body.replace('"fixed":0', '"fixed":"0"'),
      /not what this version writes/
    ],
    [
      'another type of a setting',
      (body) => body.replace('"config":false', '"config":7'),
      /not what this version writes/
    ],
    [
      'a rule that is not there',
      (body) => body.replaceAll('["shared-paragraph"', '["acme/gone"'),
      /acme\/gone.*plugins that the shards had/
    ],
    [
      'a ruleset that is not there',
      (body) => body.replace('"ruleset":0', '"ruleset":9'),
      /not what this version writes/
    ],
    [
      'an article too many',
      (body) => body.replace('"outcomes":[', '"outcomes":[{"problems":[]},'),
      /hold 4 articles, and the site has 3/
    ],
    ['broken JSON', (body) => body.replace('"outcomes":[', '"outcomes":[['), /no JSON/]
  ])('a part with %s', async (_, change, expected) => {
    const cwd = makeFolder(site)
    const parts = await shards(cwd, 1)
    forge(path.join(cwd, parts[0] ?? ''), change)
    expect(await failure(cwd, parts)).toMatch(expected)
    expect(({} as {a?: number}).a).toBeUndefined()
  })

  it.each([
    ['changed', (file: string) => writeFileSync(file, own)],
    ['is gone', (file: string) => rmSync(file)]
  ])('to speak of an article that %s', async (_, change) => {
    const cwd = makeFolder(site)
    const parts = await shards(cwd, 2)
    change(path.join(cwd, 'b.md'))
    const {problems} = await mergeParts(parts, {cwd, version})
    expect(problems).toEqual([{path: 'b.md', reason: expect.stringMatching(/part was made: merge where/)}])
  })
})
