/**
 * Bundles the command line of a build: one file for what every run needs, one for each part that is loaded on demand.
 * Reading hundreds of modules takes longer than linting an article. The files are CommonJS, as Node takes only such code
 * from a cache; the caches are made by running it once.
 *
 *     node tests/tools/bundle.mjs [dist]
 */
import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = path.resolve(process.argv[2] ?? path.join(root, 'dist'))
const out = path.join(dist, 'cli')

rmSync(out, {recursive: true, force: true})

/** @type {import('rolldown').OutputOptions['minify']} Names stay, for stacks that people can report. */
const minify = {compress: true, mangle: false, codegen: {removeWhitespace: true}}

const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

/** What a dependency loads for something that the command line never asks of it. */
const unused = [
  // vfile-reporter: whether the terminal has colours, where nobody says so.
  {
    id: 'supports-color',
    importer: /[\\/]vfile-reporter[\\/]/,
    code: 'export default {stderr: {hasBasic: false}}'
  },
  // vfile-reporter: the columns of cells it pads; all that `stylish` gives it but the last are ASCII.
  {id: 'string-width', importer: /[\\/]vfile-reporter[\\/]/, code: 'export default (text) => text.length'}
]

/** What every run loads, as it starts and once it is to lint; each becomes one file. */
const usual = {
  start: new Set([path.join(dist, 'src/cli/lint.js')]),
  lint: new Set(
    ['engine/index', 'engine/jobs', 'reporters/stylish'].map((name) => path.join(dist, `src/${name}.js`))
  ),
  // What reads Markdown: one or the other.
  satteri: new Set([path.join(dist, 'src/engine/parsers/satteri.js')]),
  remark: new Set([path.join(dist, 'src/document/parse/parse.js')])
}

const bundle = await rolldown({
  input: {
    main: path.join(dist, 'src/cli.js'),
    'worker-main': path.join(dist, 'src/engine/workers/worker.js'),
    'page-worker': path.join(dist, 'src/engine/verify/page-worker.js')
  },
  platform: 'node',
  // What is loaded on demand as modules is in the one file of the bundle that every run loads.
  checks: {ineffectiveDynamicImport: false},
  // A native module that may be missing, and optional peers.
  external: /^node:|^(?:satteri|hyparquet-writer|unpdf)$/,
  plugins: [
    {
      name: 'leave-out',
      resolveId(id, importer) {
        const found = unused.find(
          (one) => one.id === id && importer !== undefined && one.importer.test(importer)
        )
        return found && {id: `\0${found.id}`, moduleSideEffects: false}
      },
      load(id) {
        if (id === path.join(dist, 'src/cli/version.js'))
          return `export const version = ${JSON.stringify(version)}`
        if (id === path.join(dist, 'src/engine/workers/worker-file.js'))
          return `import path from 'node:path'; export const workerFile = path.join(import.meta.dirname, 'worker.cjs')`
        if (id === path.join(dist, 'src/engine/verify/page-worker-file.js'))
          return `import path from 'node:path'; export const pageWorkerFile = path.join(import.meta.dirname, 'page-worker.cjs')`
        return unused.find((one) => `\0${one.id}` === id)?.code
      },
      transform(code, id) {
        // What only subcommands that are programs of their own need; a `require` of Node's own can't be resolved away.
        return /[\\/]commander[\\/]/.test(id)
          ? code.replace(/= require\('(?:node:)?child_process'\)/, '= undefined')
          : null
      },
      buildEnd() {
        // A set that grows while it is walked: the modules come after those that import them.
        for (const modules of Object.values(usual))
          for (const id of modules)
            for (const imported of this.getModuleInfo(id)?.importedIds ?? []) modules.add(imported)
      }
    }
  ]
})
const {output} = await bundle.write({
  dir: out,
  format: 'cjs',
  codeSplitting: {
    groups: [
      {name: 'start', test: (id) => usual.start.has(id), priority: 4},
      {name: 'lint', test: (id) => usual.lint.has(id), priority: 3},
      {name: 'satteri', test: (id) => usual.satteri.has(id), priority: 2},
      {name: 'remark', test: (id) => usual.remark.has(id), priority: 1}
    ]
  },
  minify,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs'
})
await bundle.close()
for (const chunk of output) {
  if (chunk.type !== 'chunk') continue
  const file = path.join(out, chunk.fileName)
  writeFileSync(file, toAscii(readFileSync(file, 'utf8')))
}

const entry = path.join(out, 'articlelint.cjs')
const worker = path.join(out, 'worker.cjs')
for (const {module, file} of [
  {module: 'bundled', file: entry},
  {module: 'bundled-worker', file: worker}
]) {
  const start = await rolldown({
    input: path.join(dist, `src/cli/${module}.js`),
    platform: 'node',
    external: /^node:/
  })
  await start.write({file, format: 'cjs', minify})
  await start.close()
}

const article = path.join(root, 'fixtures/articles/sloppy-scraped-page.md')
// Once to make the caches, once to see that they are taken; the last run makes those of what all runs share.
for (const parser of ['remark', 'auto', 'auto']) {
  const {status, stderr} = spawnSync(process.execPath, [entry, '--no-config', '--parser', parser, article], {
    encoding: 'utf8',
    env: {...process.env, ARTICLELINT_WRITE_CODE_CACHE: '1'}
  })
  if (status !== 1) throw new Error(`The bundle does not lint:\n${stderr}`)
}

const packages = new Set(
  output.flatMap((chunk) => ('moduleIds' in chunk ? chunk.moduleIds.flatMap(packageOf) : []))
)
writeFileSync(path.join(out, 'third-party-licenses.txt'), [...packages].sort().map(licenceOf).join('\n\n'))

/**
 * Code with escapes for all characters beyond ASCII: a text of one byte a character is read and compiled faster.
 *
 * @param {string} code
 */
function toAscii(code) {
  // `String.raw` is for sources of expressions, where an escape means the same. Behind a backslash it would not.
  const [found] = /(?<!\\)(?:\\\\)*\\[^\0-\x7f].{0,20}/.exec(code) ?? []
  if (found !== undefined)
    throw new Error(`Unexpected \`${found}\`, expected no character beyond ASCII there`)
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * The folder of the package that a module belongs to, when it is not ours.
 *
 * @param {string} module
 */
function packageOf(module) {
  const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module)
  return found ? [found[0]] : []
}

/**
 * Its name and the text of its licence, which has to go where its code goes.
 *
 * @param {string} folder
 */
function licenceOf(folder) {
  const {name, version, license, author, repository} = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8')
  )
  const files = readdirSync(folder).filter((entry) => /^licen[cs]e/i.test(entry))
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
  // Some packages name their licence, and have no file of it.
  const origin = [author?.name ?? author, repository?.url ?? repository].filter(Boolean).join(', ')
  const text = texts.length > 0 ? texts.join('\n\n') : origin
  return `${name} ${version} (${license ?? 'MIT, says its readme'})\n${'-'.repeat(40)}\n${text}\n`
}
