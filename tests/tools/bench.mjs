/**
 * What linting costs: beside parsing, beside other tools, and as articles grow in number and length. After a build.
 *
 * npm run bench                            a quick look, 5 minutes at most
 * npm run bench -- --write                 the full run, 15 minutes at most; writes BENCHMARKS.md
 *   --only start,tools,growth              these parts
 *   --corpus N                             articles of the table of tools (100; 1,000 with --write)
 *   --articles N, --paragraphs N           the first of four sizes, each twice the last (250, 500)
 *   --folder FOLDER                        real texts from there, in place of the packages' Markdown
 *   --pairs N, --minutes N, --no-peers     how often, how long, without other tools
 *   --cache FOLDER                         where the other tools are installed; by default in the folder for temporary files
 * npm run bench -- --make FOLDER [--corpus N] [--folder FOLDER]      only makes the articles
 * npm run bench -- FOLDER… [--pairs N]     linting these files against parsing them
 * npm run bench -- --start FILE [--pairs N]                          a cold run over one article against `node -e 0`
 *
 * `--cli FILE` measures another build. All is timed from outside, by bash; the runs take turns, so that a busy machine harms all
 * alike: the ratio is what to read.
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir, userInfo} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {writeCorpus} from './bench/corpus.mjs'
import {compareFiles} from './bench/folders.mjs'
import {describeMachine, writeReport} from './bench/report.mjs'
import {listFiles} from './bench/sources.mjs'
import {measureStart, printStart} from './bench/start.mjs'
import {measureWhole} from './bench/whole.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const parts = ['start', 'tools', 'growth']

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

function main() {
  const {positionals, values} = readFlags()
  if (values.help) return console.log(readHead())
  const count = whole('corpus', values.corpus ?? (values.write ? '1000' : '100'))
  const pairs = whole('pairs', values.pairs)
  const source = values.folder === undefined ? {} : {folder: path.resolve(values.folder)}
  if (values.make !== undefined) return make(path.resolve(values.make), {count, root, ...source})
  const cli = path.resolve(values.cli)
  if (!existsSync(cli)) throw new Error(`There is no ${cli}: run npm run build first`)
  if (values.start !== undefined) return printStart(measureStart(cli, values.start, pairs))
  if (positionals.length > 0) {
    const files = positionals.flatMap((folder) => listFiles(path.resolve(folder), /\.(?:md|txt)$/))
    if (files.length === 0) throw new Error(`No .md or .txt file is in ${positionals.join(', ')}`)
    return compareFiles(cli, files, pairs)
  }
  const only = values.only.split(',')
  const wrong = only.find((part) => !parts.includes(part))
  if (wrong !== undefined) throw new Error(`Unexpected --only ${wrong}, expected some of ${parts.join(', ')}`)
  const results = measureWhole({
    cli,
    root,
    cache: path.resolve(values.cache),
    folder: source.folder,
    corpus: count,
    articles: whole('articles', values.articles),
    paragraphs: whole('paragraphs', values.paragraphs),
    pairs,
    minutes: whole('minutes', values.minutes ?? (values.write ? '14' : '5')),
    withPeers: values.peers,
    parts: only,
    say: (text) => console.error(text)
  })
  const report = writeReport(results, {
    date: new Date().toISOString().slice(0, 10),
    version: JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version,
    command: ['npm run bench --', ...process.argv.slice(2)].join(' '),
    machine: describeMachine(),
    folder: source.folder
  })
  console.log(report)
  if (values.write) writeFileSync(path.join(root, 'BENCHMARKS.md'), report)
  console.error(`${results.seconds.toFixed(0)} s in all`)
}

/**
 * @param {string} into
 * @param {import('./bench/corpus.mjs').Order} order
 */
function make(into, order) {
  if (existsSync(into) && readdirSync(into).length > 0)
    throw new Error(`${into} is not empty: name a new folder`)
  const {files, bytes, real, hash} = writeCorpus(into, order)
  console.log(
    `${files.length} articles (${real} of real text), ${(bytes / 1e6).toFixed(2)} MB, SHA-256 ${hash}…`
  )
}

/**
 * @param {string} flag
 * @param {string} value
 */
function whole(flag, value) {
  if (!/^[1-9]\d*$/.test(value))
    throw new Error(`Unexpected --${flag} ${value}, expected a whole number above 0`)
  return Number(value)
}

/** What stands above: the uses. */
function readHead() {
  const [head = ''] = readFileSync(import.meta.filename, 'utf8').split('*/', 1)
  return head.replace(/^\/?[ *]*\*(?: |$)/gm, '').trim()
}

/** @throws `TypeError` for a flag that is not there */
function readFlags() {
  return parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      articles: {type: 'string', default: '250'},
      cache: {type: 'string', default: path.join(tmpdir(), `articlelint-bench-${userInfo().username}`)},
      cli: {type: 'string', default: path.join(root, 'dist/cli/articlelint.cjs')},
      corpus: {type: 'string'},
      folder: {type: 'string'},
      help: {type: 'boolean', short: 'h', default: false},
      make: {type: 'string'},
      minutes: {type: 'string'},
      only: {type: 'string', default: parts.join(',')},
      pairs: {type: 'string', default: '5'},
      paragraphs: {type: 'string', default: '500'},
      peers: {type: 'boolean', default: true},
      start: {type: 'string'},
      write: {type: 'boolean', default: false}
    }
  })
}
