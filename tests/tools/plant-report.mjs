/**
 * node tests/tools/plant-report.mjs FOLDER… [--kind K]… [--limit N] [--seed S] [--lib FILE] [-v]   (after a build)
 *
 * Plants one defect at a time in the articles of the folders and prints, per kind, how many the linter found and what
 * else it said because of it. `-v` prints every miss and every extra message. Exit code 1 when a promised kind is
 * found in less than 95 % or adds more than 0.1 other findings, 2 on wrong usage.
 */
import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {judge, plants, seeded} from './plant.mjs'

const wantedShare = 0.95
const allowedExtra = 0.1

/**
 * @typedef {import('./plant.mjs').Message} Message
 * @typedef {(text: string, options: {path: string}) => {messages: Message[]}} LintText
 *
 * @callback Tell Called for each planted defect.
 * @param {string} kind
 * @param {string} file
 * @param {import('./plant.mjs').Plant} plant
 * @param {import('./plant.mjs').Verdict} verdict
 * @returns {void}
 *
 * @typedef {object} Row
 * @property {string} kind
 * @property {string[]} ruleIds The rules that may name it, sorted.
 * @property {number} planted
 * @property {number} found
 * @property {number} hits
 * @property {number} extra
 */

/**
 * The .md, .markdown and .txt files below a folder, sorted folder by folder.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function articles(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name)
      if (statSync(file).isDirectory()) return articles(file)
      return /\.(?:md|markdown|txt)$/.test(name) ? [file] : []
    })
}

/**
 * `limit` of a list, spread over all of it.
 * @template T
 * @param {T[]} list
 * @param {number} limit
 */
function spread(list, limit) {
  if (limit >= list.length) return list
  return Array.from({length: limit}, (_, i) => /** @type {T} */ (list[Math.floor((i * list.length) / limit)]))
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function around(text, start, end) {
  const show = (/** @type {string} */ part) => part.replace(/\r?\n/g, '⏎')
  const inside =
    end - start > 400
      ? `${text.slice(start, start + 200)} … ${text.slice(end - 200, end)}`
      : text.slice(start, end)
  return `${show(text.slice(Math.max(0, start - 80), start))}⟦${show(inside)}⟧${show(text.slice(end, end + 80))}`
}

/** @param {Row[]} rows */
function table(rows) {
  const head = ['kind', 'planted', 'found', 'share', 'hits each', 'extra each']
  const lines = rows.map((r) => {
    const per = (/** @type {number} */ n) => (r.planted === 0 ? '-' : (n / r.planted).toFixed(2))
    const share = r.planted === 0 ? '-' : `${((100 * r.found) / r.planted).toFixed(1)} %`
    return [r.kind, String(r.planted), String(r.found), share, per(r.hits), per(r.extra)]
  })
  const format = (/** @type {string[]} */ cells) =>
    cells.map((c, i) => (i === 0 ? c.padEnd(20) : c.padStart(11))).join('')
  return [head, ...lines].map(format).join('\n')
}

/** @param {string[]} argv */
function readArguments(argv) {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      kind: {type: 'string', multiple: true},
      limit: {type: 'string'},
      seed: {type: 'string', default: '1'},
      lib: {type: 'string'},
      verbose: {type: 'boolean', short: 'v', default: false}
    }
  })
  const kinds = values.kind ?? Object.keys(plants)
  const unknown = kinds.find((k) => !Object.hasOwn(plants, k))
  if (unknown !== undefined)
    throw new Error(`Unknown kind \`${unknown}\`, expected one of: ${Object.keys(plants).join(', ')}`)
  const limit = Math.floor(Number(values.limit ?? Number.POSITIVE_INFINITY))
  if (!(limit >= 1)) throw new Error(`Unexpected limit \`${values.limit}\`, expected a number from 1`)
  if (positionals.length === 0) throw new Error('Expected a folder of articles')
  const files = spread(
    positionals.flatMap((folder) => articles(folder).map((file) => ({folder, file}))),
    limit
  )
  if (files.length === 0) throw new Error(`Expected articles in ${positionals.join(', ')}, found none`)
  const lib = values.lib ? path.resolve(values.lib) : new URL('../../dist/src/index.js', import.meta.url).href
  return {kinds, files, seed: values.seed, lib, verbose: values.verbose}
}

/**
 * Plants one defect at a time and counts what the linter says of it. Throws when the linter fails on an article.
 *
 * @param {{kinds: readonly string[], files: readonly {folder: string, file: string}[], seed: string}} options
 * @param {LintText} lintText
 * @param {Tell} [tell]
 * @returns {Row[]}
 */
export function countPlants({kinds, files, seed}, lintText, tell) {
  /** @type {(text: string, file: string, kind?: string) => Message[]} */
  const lint = (text, file, kind = 'nothing planted') => {
    try {
      return lintText(text, {path: file}).messages
    } catch (cause) {
      throw new Error(`The linter failed on ${file} (${kind})`, {cause})
    }
  }
  const rows = new Map(
    kinds.map((kind) => [
      kind,
      {kind, ruleIds: /** @type {string[]} */ ([]), planted: 0, found: 0, hits: 0, extra: 0}
    ])
  )
  for (const {folder, file} of files) {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    const before = lint(text, file)
    for (const [kind, row] of rows) {
      // The folder's own path is no part of the seed, so that another machine plants the same.
      const plant = plants[kind]?.(text, seeded(`${seed}:${path.relative(folder, file)}:${kind}`))
      if (!plant) continue
      const after = lint(plant.text, file, kind)
      const verdict = judge(text, plant, before, after)
      const {found, hits, extra} = verdict
      row.ruleIds = [...new Set([...row.ruleIds, ...plant.ruleIds])].sort()
      row.planted++
      row.found += Number(found)
      row.hits += hits
      row.extra += extra.length
      tell?.(kind, file, plant, verdict)
    }
  }
  return [...rows.values()]
}

/**
 * @param {ReturnType<typeof readArguments>} options
 * @param {LintText} lintText
 */
function report({kinds, files, seed, verbose}, lintText) {
  const all = countPlants({kinds, files, seed}, lintText, (kind, file, plant, {found, extra}) => {
    if (!verbose) return
    if (!found) console.log(`missed  ${kind}  ${file}\n        ${around(plant.text, plant.start, plant.end)}`)
    for (const m of extra) {
      console.log(
        `extra   ${kind}  ${file}  ${m.ruleId}: ${m.reason}\n        ${around(plant.text, m.start, m.end)}`
      )
    }
  })
  const promised = all.filter((r) => !plants[r.kind]?.extra)
  const later = all.filter((r) => plants[r.kind]?.extra)
  console.log(`${files.length} articles, seed ${seed}`)
  if (promised.length > 0) console.log(`\n${table(promised)}`)
  if (later.length > 0) console.log(`\nnot promised\n${table(later)}`)
  return promised.every((r) => r.found >= r.planted * wantedShare && r.extra <= r.planted * allowedExtra)
}

async function main() {
  try {
    const options = readArguments(process.argv.slice(2))
    /** @type {{lintText: LintText}} */
    const {lintText} = await import(options.lib)
    process.exitCode = report(options, lintText) ? 0 : 1
  } catch (error) {
    console.error(error instanceof Error && error.cause === undefined ? error.message : error)
    process.exitCode = 2
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
