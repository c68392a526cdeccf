/**
 * npm run measure -- NAME[:WORDS]=FOLDER… [--labelled [NAME[:WORDS]=]GOLD.jsonl FOLDER]…
 *                    [--planted [NAME[:WORDS]=]FOLDER]… [--out FILE] [--dist FOLDER]
 *
 * Measures every rule with its default options and writes rules/measured.json, which `npm run derive` puts on the
 * rules' pages: findings in collections of articles, how right they are on labelled sentences, how many planted
 * defects are found. NAME is what the figures call a collection (`good` and `sloppy` are in the table of the rules),
 * WORDS what the pages call its articles: "good:well-edited articles=../articles". GOLD has a label on each line,
 * {file, start, end, label, kind}, with `file` from FOLDER. `--dist` takes that build of the project in place of a new one.
 */
import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {ruleIds} from './derive-index.mjs'
import {countCollection, measuredRules} from './measure/collection.mjs'
import {toText} from './measure/figures.mjs'
import {scoreLabels} from './measure/labels.mjs'
import {plants} from './plant.mjs'
import {articles, countPlants} from './plant-report.mjs'

/**
 * @typedef {import('./measure/collection.mjs').Project} Project
 * @typedef {import('./measure/collection.mjs').Source} Source
 * @typedef {import('./measure/figures.mjs').Figures} Figures
 * @typedef {import('./measure/figures.mjs').Planted} Planted
 *
 * @typedef {object} Request
 * @property {Source[]} collections
 * @property {(Source & {file: string})[]} labelled
 * @property {Source[]} planted
 * @property {string} out
 * @property {string | undefined} dist
 */

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * What is measured: pure but for reading the articles; the same articles and rules give the same figures.
 *
 * @param {Project} project
 * @param {Pick<Request, 'collections' | 'labelled' | 'planted'>} request
 * @returns {Promise<Figures>}
 */
export async function measure(project, {collections, labelled, planted}) {
  /** @type {(Awaited<ReturnType<typeof countCollection>> & {source: Source})[]} */
  const counted = []
  for (const source of collections.toSorted(byName))
    counted.push({source, ...(await countCollection(project, source))})
  const scored = []
  for (const source of labelled.toSorted(byName)) scored.push(await scoreLabels(project, source))
  return {
    version: 1,
    collections: counted.map(({source: {name, is}, articles, words}) => ({name, is, articles, words})),
    rules: Object.fromEntries(
      measuredRules(project)
        .map(({id}) => id)
        .sort()
        .map((id) => [
          id,
          Object.fromEntries(
            counted.map(({source, rules}) => [
              source.name,
              rules.get(id) ?? {articles: 0, findings: 0, milder: 0}
            ])
          )
        ])
    ),
    labelled: scored,
    planted: planted.toSorted(byName).map((source) => countPlanted(project, source))
  }
}

/**
 * @param {Project} project
 * @param {Source} source
 * @returns {Planted}
 */
function countPlanted(project, {name, is, folder}) {
  const ruleset = {
    rules: measuredRules(project).map((rule) => ({
      rule,
      severity: project.usualSeverity(rule),
      options: project.readOptions(rule.options, undefined).options
    }))
  }
  const files = articles(folder).map((file) => ({folder, file}))
  const rows = countPlants({kinds: Object.keys(plants), files, seed: '1'}, (text, {path: file}) => ({
    messages: [...project.lintText(text, {path: file, ruleset}).messages]
  }))
  const kinds = rows.flatMap(({kind, ruleIds, planted, found}) =>
    planted > 0 ? [/** @type {const} */ ([kind, {rules: ruleIds.join(' '), planted, found}])] : []
  )
  return {name, is, articles: files.length, kinds: Object.fromEntries(kinds)}
}

/** @param {{name: string}} a @param {{name: string}} b */
function byName(a, b) {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

/**
 * @param {readonly string[]} args
 * @returns {Request}
 */
export function readArguments(args) {
  /** @type {Request} */
  const request = {
    collections: [],
    labelled: [],
    planted: [],
    out: path.join(root, 'rules/measured.json'),
    dist: undefined
  }
  const rest = [...args]
  const next = (/** @type {string} */ flag) => {
    const value = rest.shift()
    if (value === undefined || value.startsWith('--')) throw new Error(`Expected a value after ${flag}`)
    return value
  }
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--labelled') {
      const {folder: file, ...named} = readSource(next(arg), 'labelled')
      request.labelled.push({...named, file, folder: next(arg)})
    } else if (arg === '--planted') request.planted.push(readSource(next(arg), 'planted'))
    else if (arg === '--out') request.out = path.resolve(next(arg))
    else if (arg === '--dist') request.dist = path.resolve(next(arg))
    else if (arg.startsWith('-') || !arg.includes('='))
      throw new Error(`Unexpected \`${arg}\`, expected NAME[:WORDS]=FOLDER`)
    else request.collections.push(readSource(arg, ''))
  }
  if (request.collections.length === 0) throw new Error('Expected a collection: NAME[:WORDS]=FOLDER')
  for (const sources of [request.collections, request.labelled, request.planted]) {
    const names = sources.map(({name}) => name)
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    if (twice !== undefined)
      throw new Error(`Unexpected second collection \`${twice}\`, expected another name`)
    const folders = sources.map(({folder}) => folder)
    const places = [...request.labelled.map(({file}) => file), ...folders]
    const lost = places.find((place) => !existsSync(place))
    if (lost !== undefined) throw new Error(`Expected ${lost}, found no such file or folder`)
  }
  return request
}

/** What the pages call the articles of the usual collections. */
const usual = {
  good: 'well-edited articles',
  mixed: 'articles of mixed quality',
  sloppy: 'template and machine-made articles',
  labelled: 'labelled sentences',
  planted: 'well-edited articles'
}

/**
 * @param {string} value `NAME:WORDS=FOLDER`, or without what stands before the folder
 * @param {string} fallback its name then
 * @returns {Source}
 */
function readSource(value, fallback) {
  const at = value.indexOf('=')
  const [name = '', ...words] = at < 0 ? [fallback] : value.slice(0, at).split(':')
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(`Unexpected name \`${name}\`, expected lower case letters, digits and hyphens`)
  const is = words.join(':') || new Map(Object.entries(usual)).get(name) || `articles of “${name}”`
  return {name, is, folder: path.resolve(value.slice(at + 1))}
}

/**
 * @param {string} dist
 * @returns {Promise<Project>}
 */
async function load(dist) {
  const parts = ['src/engine/index', 'src/lint/index', 'src/config/builtin', 'src/rule/options']
  const modules = await Promise.all(
    parts.map((part) => import(pathToFileURL(path.join(dist, `${part}.js`)).href))
  )
  return Object.assign({}, ...modules)
}

async function main() {
  /** @type {Request} */
  let request
  try {
    request = readArguments(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
    return
  }
  if (request.dist === undefined) {
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {cwd: root, stdio: 'inherit'})
  }
  const project = await load(request.dist ?? path.join(root, 'dist'))
  const lost = ruleIds().find((id) => !project.rules.some((rule) => rule.id === id))
  if (lost !== undefined) {
    console.error(`The rule \`${lost}\` is not in rules/index.ts: run npm run derive first`)
    process.exitCode = 2
    return
  }
  const figures = await measure(project, request)
  const text = toText(figures)
  const isNew = !existsSync(request.out) || readFileSync(request.out, 'utf8') !== text
  if (isNew) writeFileSync(request.out, text)
  for (const {name, articles, words} of figures.collections)
    console.log(`${name}: ${articles} articles, ${words} words`)
  console.log(
    `${isNew ? 'wrote' : 'unchanged:'} ${path.relative(process.cwd(), request.out)}; next: npm run derive`
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
