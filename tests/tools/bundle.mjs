/**
 * Bundles the command line of a build: one file for what every run needs, one for each part that is loaded on demand.
 * Reading hundreds of modules takes longer than linting an article.
 *
 *     node tests/tools/bundle.mjs [dist]
 */
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = path.resolve(process.argv[2] ?? path.join(root, 'dist'))
const out = path.join(dist, 'cli')

rmSync(out, {recursive: true, force: true})
const bundle = await rolldown({
  input: {articlelint: path.join(dist, 'src/cli.js')},
  platform: 'node',
  external: /^node:/
})
const {output} = await bundle.write({
  dir: out,
  format: 'esm',
  // Names stay, for stacks that people can report.
  minify: {compress: true, mangle: false, codegen: {removeWhitespace: true}},
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js'
})
await bundle.close()

const packages = new Set(
  output.flatMap((chunk) => ('moduleIds' in chunk ? chunk.moduleIds.flatMap(packageOf) : []))
)
writeFileSync(path.join(out, 'third-party-licenses.txt'), [...packages].sort().map(licenceOf).join('\n\n'))

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
