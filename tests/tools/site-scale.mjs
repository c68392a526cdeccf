/**
 * npm run site-scale -- grow [--kind mixed|…|all] [--articles 2500] [--doublings 3] [--paragraphs 18] [--seed S]
 *                         [--dist FOLDER]
 *
 * How time and memory of the site rules grow with a site, made up of a seed: CPU seconds of `checkSite` (the least of
 * two runs) and the memory of the process with the facts of n, 2n, 4n … articles, each in a process of its own, and the
 * exponent from one size to the next. The kinds are those of tests/tools/site/articles.mjs.
 *
 * npm run site-scale -- plant [FOLDER…] [--articles 500] [--seed S] [--dist FOLDER]
 *
 * Copies with 0-10 % of their words changed, planted among the articles of the folders (those of each as one site) or
 * made-up ones: how many `shared-paragraph` finds, and how many of its new findings are such.
 *
 * Both need a build (`npm run build`), or that in `--dist`.
 */
import {execFileSync} from 'node:child_process'
import {closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {seeded} from './plant/words.mjs'
import {articles as filesOf} from './plant-report.mjs'
import {kinds, makeArticles} from './site/articles.mjs'
import {modes, plantCopies, score} from './site/copies.mjs'
import {collect, findCopies, findSources, nothingKnown} from './site/facts.mjs'

const measured = [
  'shared-paragraph',
  'shared-template',
  'same-title',
  'persona-reuse',
  'broken-internal-link'
]
const rates = [0, 0.02, 0.05, 0.08, 0.1]
const runs = 2

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()

async function main() {
  const {positionals, values} = parseArgs({
    allowPositionals: true,
    options: {
      kind: {type: 'string', default: 'mixed'},
      articles: {type: 'string'},
      doublings: {type: 'string', default: '3'},
      paragraphs: {type: 'string', default: '18'},
      seed: {type: 'string', default: 'site'},
      dist: {type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url))},
      facts: {type: 'string'}
    }
  })
  const [command, ...folders] = positionals
  const number = values.articles ?? (command === 'plant' ? '500' : '2500')
  const chosen = values.kind === 'all' ? kinds : [values.kind]
  const isRight =
    [number, values.paragraphs].every((one) => /^[1-9]\d*$/.test(one)) && /^\d$/.test(values.doublings)
  if (
    !isRight ||
    !/^(?:grow|plant|check)$/.test(command ?? '') ||
    chosen.some((kind) => !kinds.includes(kind))
  ) {
    console.error(
      `usage: npm run site-scale -- grow [--kind ${kinds.join('|')}|all] [--articles N] [--doublings D] [--paragraphs P], or plant [FOLDER…] [--articles N]; both with [--seed S] [--dist FOLDER]`
    )
    process.exitCode = 2
    return
  }
  const project = await load(path.resolve(values.dist))
  const {seed, dist} = values
  const [count = 0, doublings = 0, paragraphs = 0] = [number, values.doublings, values.paragraphs].map(Number)
  if (command === 'check') console.log(JSON.stringify(check(project, values.facts ?? '', count)))
  else if (command === 'plant') plant(project, folders, count, seed)
  else for (const kind of chosen) grow(project, {kind, count, doublings, paragraphs, seed, dist})
}

/**
 * @param {string} dist
 * @returns {Promise<import('./site/facts.mjs').Project & {rules: import('../../src/rule/index.ts').Rule[]}>}
 */
async function load(dist) {
  const read = (/** @type {string} */ file) => import(pathToFileURL(path.join(dist, file)).href)
  const [{createDocument}, {readOptions}, ...modules] = await Promise.all([
    read('src/document/index.js'),
    read('src/rule/options.js'),
    ...measured.map((id) => read(`rules/${id}/rule.js`))
  ])
  const rules = modules.map((module) => module.default)
  return {createDocument, optionsOf: (rule, given) => readOptions(rule.options, given).options, rules}
}

/** @typedef {Awaited<ReturnType<typeof load>>} Build */

/**
 * @param {Build} project
 * @param {{kind: string, count: number, doublings: number, paragraphs: number, seed: string, dist: string}} request
 */
function grow(project, {kind, count, doublings, paragraphs, seed, dist}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-scale-'))
  try {
    const file = path.join(folder, 'facts.ndjson')
    const sink = openSync(file, 'w')
    for (const article of makeArticles(kind, count * 2 ** doublings, seed, paragraphs)) {
      const facts = project.rules.map((rule) => collect(project, rule, [article])[0]?.facts ?? null)
      writeSync(sink, `${JSON.stringify([article.path, facts])}\n`)
    }
    closeSync(sink)
    console.log(`\n${kind}: CPU seconds of checkSite, exponent from the size before\n`)
    console.log(['articles', ...measured, 'all', 'MB', 'findings'].join(' | '))
    /** @type {number[] | undefined} */
    let last
    for (let step = 0; step <= doublings; step++) {
      const size = count * 2 ** step
      const options = ['--expose-gc', fileURLToPath(import.meta.url), 'check', '--facts', file]
      const output = execFileSync(process.execPath, [...options, '--articles', `${size}`, '--dist', dist], {
        encoding: 'utf8'
      })
      /** @type {ReturnType<typeof check>} */
      const {seconds, megabytes, findings} = JSON.parse(output)
      const all = [...seconds, seconds.reduce((sum, one) => sum + one, 0)]
      const cells = all.map((one, index) => {
        const exponent = last === undefined ? undefined : exponentOf(last[index] ?? 0, one)
        return `${one.toFixed(2)}${exponent === undefined ? '' : ` (${exponent.toFixed(2)})`}`
      })
      console.log([size, ...cells, megabytes, findings].join(' | '))
      last = all
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/**
 * How a cost grows with a size that was doubled: 1 is linear.
 * @param {number} before
 * @param {number} after
 */
export function exponentOf(before, after) {
  return Math.log2(after / before)
}

/**
 * @param {Build} project
 * @param {string} file
 * @param {number} count
 */
function check({rules, optionsOf}, file, count) {
  /** @type {[path: string, facts: unknown[]][]} */
  const articles = []
  for (const line of linesOf(file)) {
    if (articles.push(JSON.parse(line)) === count) break
  }
  let findings = 0
  const seconds = rules.map((rule, index) => {
    const facts = articles.flatMap(([path, all]) =>
      all[index] === null ? [] : [{path, facts: /** @type {never} */ (all[index])}]
    )
    const times = Array.from({length: runs}, (_, run) => {
      globalThis.gc?.()
      const start = process.cpuUsage()
      const count = () => {
        if (run === 0) findings++
      }
      rule.checkSite?.(facts, optionsOf(rule), count, nothingKnown)
      const {user, system} = process.cpuUsage(start)
      return (user + system) / 1e6
    })
    return Math.min(...times)
  })
  return {seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1000), findings}
}

/**
 * The lines of a file that may be larger than a string can be, and is not to count as memory.
 * @param {string} file
 */
function* linesOf(file) {
  const source = openSync(file, 'r')
  const chunk = Buffer.alloc(1 << 20)
  let rest = Buffer.alloc(0)
  try {
    for (let size = readSync(source, chunk); size > 0; size = readSync(source, chunk)) {
      const bytes = Buffer.concat([rest, chunk.subarray(0, size)])
      let at = 0
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, at)) {
        yield bytes.toString('utf8', at, end)
        at = end + 1
      }
      rest = Buffer.from(bytes.subarray(at))
    }
  } finally {
    closeSync(source)
  }
}

/**
 * @param {Build} project
 * @param {readonly string[]} folders
 * @param {number} count
 * @param {string} seed
 */
function plant(project, folders, count, seed) {
  const sites = folders.map((folder) =>
    filesOf(folder).map((file) => ({path: path.relative(folder, file), text: readFileSync(file, 'utf8')}))
  )
  if (sites.length === 0) sites.push([...makeArticles('unique', count, seed)])
  console.log('changed | mode | planted | recall | precision')
  for (const rate of rates) {
    for (const mode of rate === 0 ? modes.slice(0, 1) : modes) {
      const totals = {planted: 0, found: 0, named: 0, wrong: 0}
      for (const site of sites) addTo(totals, scoreSite(project, site, rate, mode, seed))
      const {planted, found, named, wrong} = totals
      const [recall, precision] = [found / planted, 1 - wrong / named].map((share) => share.toFixed(4))
      console.log([`${Math.round(rate * 100)} %`, mode, planted, recall, precision].join(' | '))
    }
  }
}

/**
 * @param {import('./site/copies.mjs').Score} totals
 * @param {import('./site/copies.mjs').Score} more
 */
function addTo(totals, more) {
  totals.planted += more.planted
  totals.found += more.found
  totals.named += more.named
  totals.wrong += more.wrong
}

/**
 * Plants a copy of each third paragraph.
 * @param {import('./site/facts.mjs').Project & {rules: readonly import('../../src/rule/index.ts').Rule[]}} project
 * `shared-paragraph` is the first of its rules
 * @param {readonly import('./site/articles.mjs').Article[]} site
 * @param {number} rate
 * @param {string} mode
 * @param {string} seed
 */
export function scoreSite(project, site, rate, mode, seed) {
  const [rule] = project.rules
  if (!rule) throw new Error('no rule given')
  const facts = collect(project, rule, site)
  const before = findCopies(project, rule, facts)
  const sources = findSources(project, site, before).filter((_, index) => index % 3 === 0)
  const random = seeded(`${seed}:${rate}:${mode}`)
  const {articles, planted} = plantCopies(sources, {rate, mode, random})
  const after = findCopies(project, rule, [...facts, ...collect(project, rule, articles)])
  return score(planted, before, after)
}
