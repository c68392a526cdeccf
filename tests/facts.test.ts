import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {beforeAll, describe, expect, it} from 'vitest'
import type {Message} from '../src/lint/message.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'
import {seeded} from './tools/plant/words.mjs'
import {makeArticles} from './tools/site/articles.mjs'
import {plantCopies} from './tools/site/copies.mjs'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 60_000)

const page = readFileSync(new URL('../docs/facts.md', import.meta.url), 'utf8')
/** The SQL of the page, by the word after `sql`. */
const queries = new Map(
  [...page.matchAll(/^```sql (\w+)\n([\s\S]*?)^```$/gm)].map(([, name, sql]) => [name, sql])
)

async function query(folder: string, name: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  try {
    await connection.run(`SET file_search_path = '${folder}'`)
    await connection.run(queries.get('setup') ?? '')
    return (await connection.runAndReadAll(queries.get(name) ?? '')).getRowObjectsJson() as Record<
      string,
      unknown
    >[]
  } finally {
    connection.closeSync()
  }
}

function run(folder: string, args: readonly string[]) {
  const {stdout, stderr, status} = spawnSync(process.execPath, [cli, '--no-config', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  return {stdout, stderr, status}
}

const options = {minParagraphs: 1, minShare: 0}
const rule = ['--only', 'shared-paragraph', '--rule', `shared-paragraph:warn:${JSON.stringify(options)}`]

interface Found extends Message {
  readonly path: string
}

function lint(folder: string, args: readonly string[] = []): Found[] {
  const {stdout, stderr, status} = run(folder, ['.', ...rule, '-f', 'json', ...args])
  expect([stderr, status]).toEqual(['', 0])
  const {files} = JSON.parse(stdout) as {files: {path: string; messages: Message[]}[]}
  return files.flatMap(({path, messages}) => messages.map((message) => ({...message, path})))
}

/** A site of articles that share nothing, and articles with copies of their paragraphs. */
function plantedSite(rate: number, mode: string): Record<string, string> {
  const articles = [...makeArticles('unique', 60, 'facts', 8)]
  const sources = articles.flatMap(({path, text}) =>
    [...text.matchAll(/^[^#\n].*$/gm)]
      .map((match) => ({
        path,
        range: [match.index, match.index + match[0].length] as [number, number],
        text: match[0]
      }))
      .filter(({text}) => text.split(' ').length >= 22)
      .filter((_, index) => index % 3 === 0)
  )
  const planted = plantCopies(sources, {rate, mode, random: seeded(`facts:${rate}:${mode}`)})
  expect(planted.planted.length).toBeGreaterThan(80)
  return Object.fromEntries([...articles, ...planted.articles].map(({path, text}) => [path, text]))
}

const joined = (kinds: ReadonlySet<unknown>): unknown =>
  kinds.size === 1 ? [...kinds][0] : kinds.has('near') ? 'near' : 'contained'

describe('the documented SQL on DuckDB', () => {
  it.each([
    [0, 'swapped'],
    [0.05, 'swapped'],
    [0.1, 'mixed'],
    [0.05, 'glued']
  ])(
    'finds the copies with %f of their words changed (%s) that the rule finds, and no others',
    async (rate, mode) => {
      const folder = makeFolder(plantedSite(rate, mode))
      const found = lint(folder, ['--facts-out', 'facts.parquet'])
      expect(found.length).toBeGreaterThan(60)
      const rows = await query(folder, 'copies')
      const left = new Set(rows)
      for (const {path, start, end, related = [], messageId} of found) {
        const [other] = related
        const own = rows.filter(
          (row) =>
            row.path === path &&
            row.other_path === other?.path &&
            Number(row.start_offset) >= start &&
            Number(row.end_offset) <= end &&
            Number(row.other_start) >= (other?.start ?? 0) &&
            Number(row.other_end) <= (other?.end ?? 0)
        )
        expect(own.length, `${path}:${start} of ${other?.path} (${messageId})`).toBeGreaterThan(0)
        expect(joined(new Set(own.map(({kind}) => kind)))).toBe(messageId)
        for (const row of own) left.delete(row)
      }
      expect([...left]).toEqual([])
    }
  )

  const mail = 'Mail comes over the ice on a sledge, and the postman walks in front of it with a long pole.'
  const lamp =
    'The keeper rows out twice a week, trims the wick, winds the clockwork and writes the weather into a book nobody reads, as it has been done since his grandfather lit the lamp.'
  const filled = (pier: string, hour: number): string =>
    `On most days the boat leaves the ${pier} pier at ${hour} o'clock and comes back from the island when the tide allows it.`

  it('tells contained ones, patterns and boilerplate apart, as the rule does', async () => {
    const folder = makeFolder({
      'a.md': `${lamp}\n\n${filled('Vester', 7)}`,
      'b.md': `${mail} ${lamp}\n\n${filled('Oster', 9)}`,
      ...Object.fromEntries([...'cdefg'].map((name) => [`${name}.md`, `# ${name}\n\n${mail}`]))
    })
    const found = lint(folder, ['--facts-out', 'facts.parquet'])
    expect(found.map(({path, messageId}) => [path, messageId])).toEqual([
      ['b.md', 'contained'],
      ['c.md', 'boilerplate']
    ])
    expect(await query(folder, 'copies')).toMatchObject([
      {kind: 'contained', path: 'b.md', other_path: 'a.md'}
    ])
    expect(await query(folder, 'boilerplate')).toMatchObject([{path: 'c.md', articles: '5', words: 20}])
  })

  it('reads the files of shards as one table, empty ones among them', async () => {
    const folder = makeFolder({'a.md': mail, 'b.md': mail})
    for (let part = 1; part <= 4; part++) {
      const args = ['.', ...rule, '--shard', `${part}/4`, '--facts-out', `facts-${part}.parquet`]
      expect(run(folder, args)).toMatchObject({stderr: '', status: 0})
    }
    const rows = await query(folder, 'copies')
    expect(rows).toMatchObject([{kind: 'exact', path: 'b.md', other_path: 'a.md'}])
    const parts = Array.from({length: 4}, (_, at) => `articlelint-part-${at + 1}-of-4.json`)
    const merge = spawnSync(process.execPath, [cli, 'merge', ...parts, '--facts-out', 'all.parquet'], {
      cwd: folder
    })
    expect(merge.status).toBe(0)
    run(folder, ['.', ...rule, '--facts-out', 'single.parquet'])
    const [all, single] = ['all', 'single'].map((name) => readFileSync(path.join(folder, `${name}.parquet`)))
    expect(all?.equals(single ?? Buffer.alloc(0))).toBe(true)
  })
})

describe('--facts-out', () => {
  it('asks for the rule whose facts it writes', () => {
    const folder = makeFolder({'a.md': '# Rain\n'})
    const {stderr, status} = run(folder, ['a.md', '--facts-out', 'facts.parquet'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/--rule shared-paragraph:warn/)
    expect(existsSync(path.join(folder, 'facts.parquet'))).toBe(false)
  })

  it('asks for the package that writes Parquet before it lints', () => {
    const folder = makeFolder({'a.md': '# Rain\n'})
    const hooks = `export async function resolve(specifier, context, next) {
      if (specifier !== 'hyparquet-writer') return next(specifier, context)
      throw Object.assign(new Error('gone'), {code: 'ERR_MODULE_NOT_FOUND'})
    }`
    const register = `import {register} from 'node:module'
      register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}))`
    const hook = `data:text/javascript,${encodeURIComponent(register)}`
    const args = ['--import', hook, cli, '--no-config', 'a.md', ...rule, '--facts-out', 'facts.parquet']
    const {stdout, stderr, status} = spawnSync(process.execPath, args, {cwd: folder, encoding: 'utf8'})
    expect([stdout, status]).toEqual(['', 2])
    expect(stderr).toMatch(/npm install --save-dev hyparquet-writer/)
  })

  it('says where it can not write, and leaves nothing behind', () => {
    const folder = makeFolder({'a.md': '# Rain\n', 'facts.parquet/a': ''})
    const {stderr, status} = run(folder, ['a.md', ...rule, '--facts-out', 'facts.parquet'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/facts\.parquet/)
  })
})
