import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'
import {aimsPart} from './tools/bench/aims.mjs'
import {makeArticles, writeCorpus} from './tools/bench/corpus.mjs'
import {cut} from './tools/bench/cut.mjs'
import {exponent, median, ratios, show, table} from './tools/bench/figures.mjs'
import {generateArticle, generateLong} from './tools/bench/generated.mjs'
import {makeGrowingSite, measureGrowth} from './tools/bench/growth.mjs'
import {findPeer} from './tools/bench/peers.mjs'
import {measureRatios} from './tools/bench/ratios.mjs'
import {growthTable} from './tools/bench/report.mjs'
import {run} from './tools/bench/run.mjs'
import {isEnglishProse} from './tools/bench/sources.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const tool = path.join(root, 'tests/tools/bench.mjs')

/** A tool that takes so many milliseconds of CPU, its start among them. */
function busy(title: string, milliseconds: number) {
  const code = `let sum = 0; while (process.cpuUsage().user < ${milliseconds * 1000}) for (let i = 0; i < 1e5; i++) sum += Math.sqrt(i)`
  return {title, rules: 'none', command: () => ({argv: [process.execPath, '-e', code] as const})}
}

describe('the corpus', () => {
  it('is the same for the same order, of the number and the sizes asked for', () => {
    const folder = makeFolder({})
    const first = writeCorpus(path.join(folder, 'a'), {count: 60, root})
    const second = writeCorpus(path.join(folder, 'b'), {count: 60, root})
    expect(second.hash).toBe(first.hash)
    expect(first.files).toHaveLength(60)
    const sizes = first.files.map((file) => statSync(file).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(first.bytes)
    expect(first.bytes / 60).toBeGreaterThan(8500)
    expect(first.bytes / 60).toBeLessThan(12_000)
    expect(Math.min(...sizes)).toBeGreaterThan(3000)
    expect(new Set(first.files.map((file) => readFileSync(file, 'utf8'))).size).toBe(60)
  })

  it('is another one for another seed', () => {
    const [one, other] = ['one', 'other'].map((seed) => [...makeArticles({count: 4, seed, root})])
    expect(one?.map(({text}) => text)).not.toEqual(other?.map(({text}) => text))
  })

  it('has packages and generated text by halves, spread evenly', () => {
    const kinds = [...makeArticles({count: 20, root})].map(({isReal}) => isReal)
    expect(kinds.filter(Boolean)).toHaveLength(10)
    expect(kinds.slice(0, 10).filter(Boolean)).toHaveLength(5)
  })

  it('takes the texts of a folder, and generates what is missing', () => {
    const folder = makeFolder({
      'posts/a.md': 'The old ferry crosses twice a day. '.repeat(60),
      'posts/b.txt': 'A second article, as text. '.repeat(60),
      'posts/c.json': '{}'
    })
    const articles = [...makeArticles({count: 3, size: 2000, folder, root})]
    expect(articles.map(({isReal}) => isReal).sort()).toEqual([false, true, true])
    expect(articles.some(({text}) => text.includes('as text'))).toBe(true)
  })

  it('has articles that do not change with the number of the others', () => {
    expect(generateArticle('s', 7, 5000)).toBe(generateArticle('s', 7, 5000))
    expect(generateArticle('s', 7, 5000)).not.toBe(generateArticle('s', 8, 5000))
  })

  it('has long articles of so many paragraphs', () => {
    const blocks = generateLong('s', 40).trim().split('\n\n')
    expect(blocks.filter((block) => !block.startsWith('#'))).toHaveLength(40)
  })

  it('grows by folders, each size with what the last one had', () => {
    const folder = makeFolder({})
    const {files} = makeGrowingSite(folder, 2, {root, size: 1000})
    const names = ['times-1', 'times-2', 'times-4', 'times-8']
    expect(names.map((name) => readdirSync(path.join(folder, name)).length)).toEqual([2, 2, 4, 8])
    expect(files).toHaveLength(16)
  })
})

describe('cut', () => {
  const block = (word: string) => `${word} `.repeat(40).trim()

  it('cuts between blocks and keeps code whole', () => {
    const code = `\`\`\`\n${block('one')}\n\n${block('two')}\n\`\`\``
    const pieces = cut([[block('alpha'), code, block('omega'), block('end')].join('\n\n')], 400)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.filter((piece) => piece.includes(code))).toHaveLength(1)
  })

  it('puts short texts together, without their front matter', () => {
    const texts = ['a', 'b', 'c'].map((title) => `---\ntitle: ${title}\n---\n\n${block(title)}\n`)
    expect(cut(texts, 230)).toEqual([`${block('a')}\n\n${block('b')}\n\n${block('c')}\n`])
  })

  it('gives each piece the definitions of its links', () => {
    const text = `${block('alpha')} [one][]\n\n${block('beta')} [two][]\n\n[one]: https://one.example\n[two]: https://two.example\n`
    const [first, second] = cut([text], 240)
    expect(first).toMatch(/^\[one\]: /m)
    expect(first).not.toMatch(/^\[two\]: /m)
    expect(second).toMatch(/^\[two\]: /m)
  })
})

describe('isEnglishProse', () => {
  it('takes sentences, not lists of code or other languages', () => {
    expect(isEnglishProse('The ferry is late, and the crew of it waits for the tide to turn.\n')).toBe(true)
    expect(isEnglishProse('- `a()`\n- `b()`\n- `c()`\n\n| a | b |\n| - | - |\n')).toBe(false)
    expect(isEnglishProse('Die Fähre kommt heute später, weil das Wasser im Hafen noch steigt.\n')).toBe(
      false
    )
  })
})

describe('the figures', () => {
  it('median', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([10, 1, 5, 7])).toBe(6)
  })

  it('exponent of powers, whatever they start from', () => {
    const sizes = [250, 500, 1000, 2000]
    expect(exponent(sizes.map((size) => [size, 3 * size]))).toBeCloseTo(1)
    expect(exponent(sizes.map((size) => [size, 0.1 * size ** 2]))).toBeCloseTo(2)
    expect(exponent(sizes.map((size) => [size, 5]))).toBeCloseTo(0)
    expect(exponent(sizes.map((size) => [size, size === 250 ? 1 : 0]))).toBeNaN()
  })

  it('ratios to the mean of the yardstick before and after', () => {
    const pairs = [
      {cost: 2, before: 1, after: 3},
      {cost: 3, before: 2, after: 2},
      {cost: 4, before: 1, after: 1}
    ]
    expect(ratios(pairs)).toEqual({min: 1, median: 1.5, max: 4})
  })

  it('shows three digits that count', () => {
    expect([1234.5, 12.34, 1.234, 0.1234, 0, undefined, Number.NaN].map(show)).toEqual([
      '1235',
      '12.3',
      '1.23',
      '0.123',
      '0.00',
      '–',
      '–'
    ])
  })

  it('table escapes what would end a cell', () => {
    expect(table(['tool', 'CPU'], [['a|b\nc', '1']])).toBe('| tool | CPU |\n| --- | ---: |\n| a\\|b c | 1 |')
  })
})

describe('measuring', () => {
  it('counts the CPU of children and the memory', () => {
    const child = busy('child', 150).command().argv
    const code = `require('node:child_process').execFileSync(process.execPath, ${JSON.stringify(child.slice(1))})`
    const {cpu, wall, rss} = run({argv: [process.execPath, '-e', code]})
    expect(cpu).toBeGreaterThan(0.15)
    expect(wall).toBeGreaterThan(0.1)
    if (rss !== undefined) expect(rss).toBeGreaterThan(10)
  })

  it('refuses a command that failed, crashed or did nothing', () => {
    expect(() => run({argv: [process.execPath, '-e', 'process.exit(2)']})).toThrow(/ended with 2/)
    expect(() => run({argv: [process.execPath, '-e', 'throw new Error("broken")']})).toThrow(/broken/)
    expect(() => run({argv: [process.execPath, '-e', '0'], prints: /report/})).toThrow(/ended with 0/)
  })

  it('puts tools beside the yardstick, and says which failed', () => {
    const broken = {
      title: 'b',
      rules: '',
      command: () => ({argv: [process.execPath, '-e', 'process.exit(3)'] as const})
    }
    const {measured, yardsticks} = measureRatios([busy('slow', 300), broken], busy('yardstick', 100), {
      cwd: root,
      folders: [],
      rounds: 2,
      deadline: Number.POSITIVE_INFINITY,
      say: () => {}
    })
    const [slow, failed] = measured
    expect(slow?.pairs).toHaveLength(2)
    const {min, max} = ratios((slow?.pairs ?? []).map(({cpu, before, after}) => ({cost: cpu, before, after})))
    expect(min).toBeGreaterThan(1)
    expect(max).toBeLessThan(6)
    expect(failed?.pairs).toEqual([])
    expect(failed?.failure).toContain('ended with 3')
    expect(yardsticks.length).toBeGreaterThanOrEqual(3)
  })

  it('tells growth, and what it had no time for', () => {
    const where = {cwd: root, least: 10, isSite: true, bytesOf: () => 1000, floor: 0}
    const row = busy('tool', 60)
    const whole = measureGrowth(row, {...where, deadline: Number.POSITIVE_INFINITY})
    expect(whole.points.map(({size}) => size)).toEqual([10, 20, 40, 80])
    expect(whole.points.map(({step}) => typeof step)).toEqual(['undefined', 'number', 'number', 'number'])
    const short = measureGrowth(row, {...where, deadline: 0})
    expect(short.points.map(({cpu}) => cpu === undefined)).toEqual([false, true, true, true])
    expect(growthTable([short], 'articles')).toContain('| tool | 80 | 0.001 | no time left | – | – |')
  })

  it('says which aims were held, of those that were measured', () => {
    const cost = {cpu: 1, wall: 1, rss: 1}
    const none = {tools: undefined, slow: undefined, site: undefined, article: undefined, seconds: 0}
    const measured = (title: string, cpu: number) => ({
      row: {...busy(title, 0), title},
      pairs: [{...cost, cpu, before: 10, after: 10}],
      failure: undefined
    })
    const corpus = {files: [], bytes: 0, real: 0, hash: ''}
    const tools = {
      ...{corpus, articles: 1, bytes: 1, yardsticks: []},
      measured: [measured('articlelint', 1), measured('rumdl 0.2.75', 0.5)]
    }
    const [, aims] = aimsPart({...none, start: {lint: [], bare: [], ratio: 2.2, bytes: 1}, tools})
    expect(
      aims
        ?.split('\n')
        .slice(2)
        .map((line) => line.split(' | ').slice(1).join(' '))
    ).toEqual(['≤ 0.12 0.100 held |', '≤ 1 2.00 **missed** |', '≤ 2.5 2.20 held |'])
    expect(aimsPart({...none, start: undefined})).toEqual([])
  })

  it('says that a peer is not there', () => {
    const peer = {name: 'no-such-linter-at-all', rules: '', packages: {}, argv: () => ['x'] as const}
    expect(findPeer(peer, makeFolder({})).missing).toContain('not on the PATH')
  })
})

describe('npm run bench', () => {
  const bench = (...args: string[]) =>
    spawnSync(process.execPath, [tool, ...args], {cwd: makeFolder({}), encoding: 'utf8'})

  it('compares a folder and a cold start, as ever', () => {
    const folder = makeFolder({'a.md': '# A ferry\n\nIt leaves at nine.\n'})
    const cli = ['--cli', buildCli(), '--pairs', '1']
    expect(bench(folder, ...cli).stdout).toMatch(
      /^1 files, .*\nlint {4}.*\nparse {3}.*\nratio {3}.* median \d/
    )
    const start = bench('--start', path.join(folder, 'a.md'), ...cli)
    expect(start.stdout).toMatch(/^lint .*\nnode -e 0 .*\nratio of the medians \d/)
  })

  it('makes a corpus, and never into a folder with files', () => {
    const folder = makeFolder({'kept/a.md': 'mine'})
    const made = path.join(folder, 'corpus')
    expect(bench('--make', made, '--corpus', '6').stdout).toMatch(/^6 articles \(3 of real text\)/)
    expect(readdirSync(path.join(made, 'part-0'))).toHaveLength(6)
    const refused = bench('--make', path.join(folder, 'kept'))
    expect([refused.status, readdirSync(path.join(folder, 'kept'))]).toEqual([2, ['a.md']])
  })

  it('prints the tables of a run', () => {
    const cache = path.join(makeFolder({}), 'cache')
    const {stdout, status} = bench(
      ...['--cli', buildCli(), '--cache', cache, '--no-peers', '--only', 'tools'],
      ...['--corpus', '2', '--pairs', '1']
    )
    expect(status).toBe(0)
    expect(stdout).toMatch(/^\| \*remark-parse alone\* \| none \| 1 \| 1 \| \d/m)
    expect(stdout).toMatch(/^\| articlelint \| all recommended \| \d/m)
    expect(stdout).toMatch(/^\| articlelint, strict \| .* \| \d/m)
    expect(readdirSync(cache)).toEqual([])
  }, 60_000)

  it('refuses what it does not know', () => {
    expect(bench('--only', 'speed')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('start, tools, growth')
    })
    expect(bench('--corpus', '0').status).toBe(2)
    expect(bench('--cli', '/no/such/cli.js').stderr).toContain('npm run build')
  })
})
