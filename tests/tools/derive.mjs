/**
 * node tests/tools/derive.mjs [--dist FOLDER]   (npm run derive)
 *
 * Writes what is derived from the rules: rules/index.ts, the report and fixed text behind each bad example of the
 * rules' pages and their figures (of rules/measured.json), rules/README.md and schema.json; and, from their sources,
 * the script and style of the HTML report. `--dist` takes that build of the project in place of a new one.
 */
import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {htmlAssets} from './derive-html.mjs'
import {indexSource, ruleIds} from './derive-index.mjs'
import {configSchema, rulesTable} from './derive-lists.mjs'
import {deriveMeasured, noPages} from './derive-measured.mjs'
import {derivePage, judge} from './derive-page.mjs'

/**
 * @typedef {import('./derive-page.mjs').Linter & {
 *   rules: readonly import('../../src/rule/index.ts').Rule[]
 *   presets: Readonly<Record<string, unknown>>
 *   severities: readonly string[]
 *   recommended: import('../../src/lint/index.ts').Ruleset
 *   stylish: import('../../src/reporters/index.ts').Reporter
 *   toJsonSchema: typeof import('../../src/rule/options.ts').toJsonSchema
 *   ruleUrl: typeof import('../../src/lint/message.ts').ruleUrl
 *   createDocument: typeof import('../../src/document/index.ts').createDocument
 *   createClaimSheet: typeof import('../../src/lint/claim-sheet.ts').createClaimSheet
 *   claimsTable: import('../../src/reporters/claims.ts').ClaimReporter
 * }} Project
 */

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where a rule's page is, from the project's root. */
const pageOf = (/** @type {string} */ id) => `rules/${id}/README.md`

/**
 * The texts of the derived files, by path from the project's root. Pages that are not written yet are left out.
 *
 * @param {Project} project
 * @returns {Map<string, string>}
 */
export function derivedFiles(project) {
  const {rules, presets, severities, toJsonSchema, ruleUrl} = project
  const files = new Map([['rules/index.ts', indexSource(ruleIds())], ...htmlAssets()])
  const measured = read('rules/measured.json')
  const figures = measured === undefined ? undefined : JSON.parse(measured)
  for (const rule of rules) {
    const file = path.join(root, pageOf(rule.id))
    if (!existsSync(file)) continue
    const text = within(pageOf(rule.id), () =>
      derivePage(readFileSync(file, 'utf8'), (example) => judge(project, rule, example))
    )
    const otherwise = rule.category === 'verification' ? noPages : undefined
    files.set(pageOf(rule.id), deriveMeasured(text, rule.id, figures, otherwise))
  }
  files.set('rules/README.md', rulesTable(rules, figures))
  for (const [page, derive] of /** @type {const} */ ([
    ['README.md', withDemo],
    ['docs/fact-check.md', withClaims]
  ])) {
    const text = read(page)
    if (text !== undefined) files.set(page, derive(text, project))
  }
  files.set('schema.json', configSchema(rules, Object.keys(presets), severities, toJsonSchema, ruleUrl))
  return files
}

const demo = 'fixtures/articles/sloppy-scraped-page.md'

/**
 * The README with the report of the demo as it is printed now.
 *
 * @param {string} readme
 * @param {Project} project
 */
function withDemo(readme, {lintText, recommended, stylish}) {
  const {messages} = lintText(read(demo) ?? '', {path: demo, ruleset: recommended})
  const report = stylish([{path: demo, messages}], {color: false})
  return between(readme, 'demo', report)
}

const sheet = 'fixtures/articles/sloppy-health.md'

/**
 * The page about the sheet with one as it is printed now.
 *
 * @param {string} page
 * @param {Project} project
 */
function withClaims(page, {createDocument, createClaimSheet, claimsTable}) {
  const document = createDocument(read(sheet) ?? '', sheet)
  return between(page, 'claims', claimsTable([createClaimSheet(document)], {}))
}

/**
 * The text with an output between its `<!-- name -->` and `<!-- /name -->`.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} output
 */
function between(text, name, output) {
  return text.replace(
    new RegExp(`(<!-- ${name}[^>]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
    (_, before, after) => `${before}\n\`\`\`text\n${output.trim()}\n\`\`\`\n\n${after}`
  )
}

/**
 * @template T
 * @param {string} file
 * @param {() => T} run
 */
function within(file, run) {
  try {
    return run()
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`, {cause: error})
  }
}

/** @param {string} file from the project's root */
function read(file) {
  return existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : undefined
}

/** @param {string} dist */
async function load(dist) {
  const parts = [
    'lint/index',
    'lint/site',
    'sources/statements/reader',
    'lint/fix',
    'lint/message',
    'rule/options',
    'config/builtin',
    'config/schema',
    'reporters/stylish',
    'reporters/claims-table',
    'lint/claim-sheet',
    'document/index'
  ]
  const modules = await Promise.all(
    parts.map((part) => import(pathToFileURL(path.join(dist, 'src', `${part}.js`)).href))
  )
  return /** @type {Project} */ (Object.assign({}, ...modules))
}

/** @param {string} file @param {string} text */
function write(file, text) {
  if (read(file) === text) return false
  writeFileSync(path.join(root, file), text)
  console.log(`derived ${file}`)
  return true
}

async function main() {
  const {values} = parseArgs({options: {dist: {type: 'string'}}})
  write('rules/index.ts', indexSource(ruleIds()))
  if (values.dist === undefined) {
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {cwd: root, stdio: 'inherit'})
  }
  for (const [file, text] of derivedFiles(await load(path.resolve(values.dist ?? path.join(root, 'dist')))))
    write(file, text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
