/**
 * Lints every article of folders with both parsers of Markdown, remark-parse and satteri, and prints the files in which
 * the findings of the strict preset differ; with `--trees` the kinds of difference between the trees too.
 *
 *     npm run build && node tests/tools/compare-parsers.mjs [--trees] FOLDER…
 */
import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {compareTrees, createReaders} from './parsers/compare.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const withTrees = process.argv.includes('--trees')
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const maxSize = 300_000

/** @param {string} place @returns {string[]} */
function articlesOf(place) {
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, {withFileTypes: true}).flatMap((entry) => {
    const inner = path.join(place, entry.name)
    if (entry.isDirectory()) return articlesOf(inner)
    return entry.isFile() && /\.(?:md|markdown|txt)$/i.test(entry.name) ? [inner] : []
  })
}

const {markdown, satteri, findingsOf} = await createReaders(path.join(root, 'dist'))
/** @type {Map<string, {files: number, first: string}>} */
const kinds = new Map()
let read = 0
let failed = 0
let sameTrees = 0
let differing = 0
let findings = 0
for (const file of folders.flatMap(articlesOf)) {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  if (text.length > maxSize) continue
  read++
  let tree
  try {
    tree = satteri.parse(text)
  } catch (error) {
    failed++
    console.log(`${file}\n  left to remark-parse: ${error instanceof Error ? error.message : error}`)
    continue
  }
  if (withTrees) {
    const found = new Set(compareTrees(markdown.parse(text), tree).map(({kind}) => kind))
    if (found.size === 0) sameTrees++
    for (const kind of found) {
      const known = kinds.get(kind) ?? {files: 0, first: file}
      kinds.set(kind, {...known, files: known.files + 1})
    }
  }
  const [ours, theirs] = [findingsOf(text, markdown), findingsOf(text, satteri)]
  findings += ours.length
  const lost = ours.filter((finding) => !theirs.includes(finding))
  const added = theirs.filter((finding) => !ours.includes(finding))
  if (lost.length + added.length === 0) continue
  differing++
  console.log(file)
  for (const finding of lost) console.log(`  only with remark-parse: ${finding}`)
  for (const finding of added) console.log(`  only with satteri:      ${finding}`)
}
console.log(
  `${read} articles, ${findings} findings: ${differing} articles differ, ${failed} left to remark-parse`
)
if (withTrees) {
  console.log(`${sameTrees} trees are the same, with all places`)
  for (const [kind, {files, first}] of [...kinds].sort((a, b) => b[1].files - a[1].files))
    console.log(`${String(files).padStart(6)}  ${kind}  (${first})`)
}
process.exitCode = differing > 0 ? 1 : 0
