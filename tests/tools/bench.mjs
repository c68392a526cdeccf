/**
 * node tests/tools/bench.mjs FOLDER… [--pairs N] [--cli FILE]   (npm run bench -- FOLDER…; after a build)
 *
 * What linting costs beside parsing: the CPU time of the whole process of the CLI over the .md and .txt files of the
 * folders, against that of a small process which only parses the same files (unified, remark-parse, GFM, front matter).
 * The two run in turn, so that a busy machine harms both alike; the ratio is what to read.
 *
 * node tests/tools/bench.mjs --start FILE [--pairs N]
 *
 * The same for a cold run over one article against `node -e 0`, timed by bash from outside.
 */
import {spawnSync} from 'node:child_process'
import {closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

const self = fileURLToPath(import.meta.url)

/** Writes the CPU time of the process, its threads among it, into a file as it ends. */
const meter = `data:text/javascript,${encodeURIComponent(`
  import {writeFileSync} from 'node:fs'
  import {isMainThread} from 'node:worker_threads'
  if (isMainThread) process.on('exit', () => {
    const {user, system} = process.cpuUsage()
    writeFileSync(process.env.BENCH_CPU, String((user + system) / 1e6))
  })
`)}`

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {
    pairs: {type: 'string', default: '5'},
    cli: {type: 'string', default: fileURLToPath(new URL('../../dist/cli/articlelint.cjs', import.meta.url))},
    parse: {type: 'boolean', default: false},
    start: {type: 'string'}
  }
})

if (values.parse) await parseOnly(positionals)
else if (values.start !== undefined) compareStart(path.resolve(values.start), Number(values.pairs) || 5)
else if (positionals.length === 0 || !/^[1-9]\d*$/.test(values.pairs)) {
  console.error('usage: npm run bench -- FOLDER… [--pairs N] [--cli FILE], or --start FILE')
  process.exitCode = 2
} else compare(positionals.flatMap(articles), Number(values.pairs))

/** @param {string[]} files */
async function parseOnly(files) {
  const [{unified}, {default: remarkParse}, {default: remarkGfm}, {default: remarkFrontmatter}] =
    await Promise.all([
      import('unified'),
      import('remark-parse'),
      import('remark-gfm'),
      import('remark-frontmatter')
    ])
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .freeze()
  let blocks = 0
  for (const file of files) blocks += processor.parse(readFileSync(file, 'utf8')).children.length
  console.log(blocks)
}

/**
 * @param {string[]} files
 * @param {number} pairs
 */
function compare(files, pairs) {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  console.log(
    `${files.length} files, ${(bytes / 1e6).toFixed(2)} MB, ${pairs} pairs, Node ${process.version}`
  )
  const folder = mkdtempSync(path.join(tmpdir(), 'articlelint-bench-'))
  try {
    /** @type {number[]} */
    const lint = []
    /** @type {number[]} */
    const parse = []
    for (let pair = 0; pair < pairs; pair++) {
      lint.push(cpuOf(folder, [values.cli, '--format', 'json', '--no-config', '--', ...files], [0, 1]))
      parse.push(cpuOf(folder, [self, '--parse', '--', ...files], [0]))
    }
    const ratios = lint.map((seconds, pair) => seconds / (parse[pair] ?? Number.NaN))
    console.log(
      `lint    ${show(lint)} CPU s, median ${median(lint).toFixed(3)}, ${(bytes / 1e6 / median(lint)).toFixed(2)} MB/s`
    )
    console.log(`parse   ${show(parse)} CPU s, median ${median(parse).toFixed(3)}`)
    console.log(`ratio   ${show(ratios)}, median ${median(ratios).toFixed(2)}`)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/**
 * @param {string} file
 * @param {number} pairs
 */
function compareStart(file, pairs) {
  /** @type {number[]} */
  const lint = []
  /** @type {number[]} */
  const bare = []
  for (let pair = 0; pair < pairs; pair++) {
    lint.push(cpuFromOutside([values.cli, '--no-config', '--', file]))
    bare.push(cpuFromOutside(['-e', '0']))
  }
  console.log(`lint        ${show(lint)} CPU s, median ${median(lint).toFixed(3)}`)
  console.log(`node -e 0   ${show(bare)} CPU s, median ${median(bare).toFixed(3)}`)
  console.log(`ratio of the medians ${(median(lint) / median(bare)).toFixed(2)}, Node ${process.version}`)
}

/** @param {string[]} args */
function cpuFromOutside(args) {
  const timed = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1'
  const {stderr} = spawnSync('bash', ['-c', timed, 'bash', process.execPath, ...args], {encoding: 'utf8'})
  return stderr
    .trim()
    .split(/\s+/)
    .reduce((sum, seconds) => sum + Number(seconds.replace(',', '.')), 0)
}

/**
 * CPU seconds of a process, from its start to its end. Its output goes into a file.
 *
 * @param {string} folder for the files
 * @param {string[]} args
 * @param {number[]} accepted exit codes
 */
function cpuOf(folder, args, accepted) {
  const measured = path.join(folder, 'cpu')
  const output = openSync(path.join(folder, 'output'), 'w')
  const {status, stderr} = spawnSync(process.execPath, ['--import', meter, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', output, 'pipe'],
    env: {...process.env, BENCH_CPU: measured}
  })
  closeSync(output)
  if (!accepted.includes(status ?? -1)) throw new Error(`${args[0]} ended with ${status}:\n${stderr}`)
  return Number(readFileSync(measured, 'utf8'))
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function articles(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name)
      if (statSync(file).isDirectory()) return articles(file)
      return /\.(?:md|txt)$/.test(name) ? [path.resolve(file)] : []
    })
}

/** @param {number[]} list */
function median(list) {
  const sorted = list.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** @param {number[]} list */
function show(list) {
  return list.map((value) => value.toFixed(2)).join(' ')
}
