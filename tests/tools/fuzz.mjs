/**
 * node tests/tools/fuzz.mjs [--minutes N] [--documents N] [--seed N] [--only TEXT] [--shrink N]
 *
 * Lints and fixes articles made at random, checks what holds for every article (tests/tools/fuzz/properties.mjs), and prints each
 * kind of violation once, with the smallest article that shows it, ready to paste into a test. Needs a build: `npm run build`.
 * Goes on for 5 minutes, or as told; the seed is a fresh one unless it is given (or `FUZZ_SEED` is). Exit code 1 when
 * something was violated.
 */
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {sampleArticles} from './fuzz/articles.mjs'
import {loadLinter} from './fuzz/linter.mjs'
import {findViolations} from './fuzz/properties.mjs'
import {readFixtures, readRuleExamples} from './fuzz/texts.mjs'

const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '5'},
    documents: {type: 'string'},
    seed: {type: 'string', default: process.env.FUZZ_SEED ?? String(Date.now() % 2 ** 31)},
    only: {type: 'string', default: ''},
    shrink: {type: 'string', default: '400'}
  }
})
const seed = Number(values.seed)
const documents = values.documents === undefined ? Number.POSITIVE_INFINITY : Number(values.documents)
const end =
  values.documents === undefined ? Date.now() + Number(values.minutes) * 60_000 : Number.POSITIVE_INFINITY
const linter = await loadLinter(path.join(fileURLToPath(new URL('../../', import.meta.url)), 'dist'))
console.log(`seed ${seed}`)

/** @type {Map<string, {count: number, article: import('./fuzz/articles.mjs').Article, detail: string}>} */
const kinds = new Map()
const started = Date.now()
let tried = 0
let violating = 0
for (const article of sampleArticles([...readFixtures(), ...readRuleExamples()], seed)) {
  if (tried === documents || Date.now() > end) break
  tried++
  const found = violationsOf(article)
  if (found.length > 0) violating++
  for (const violation of found) {
    const kind = kindOf(violation)
    const known = kinds.get(kind)
    if (known) known.count++
    else kinds.set(kind, {count: 1, ...smallest(article, kind, violation)})
  }
}
const seconds = (Date.now() - started) / 1000
for (const [kind, {count, article, detail}] of [...kinds].sort((a, b) => b[1].count - a[1].count)) {
  console.log(`\n${count} × ${kind}\n  ${detail.slice(0, 900)}`)
  console.log(`  {format: '${article.format}', text: ${JSON.stringify(article.text)}}`)
}
console.log(
  `\n${tried} documents, ${(tried / seconds).toFixed(1)} a second, ${violating} with a violation, ${kinds.size} kinds; seed ${seed}`
)
process.exitCode = kinds.size > 0 ? 1 : 0

/** @param {import('./fuzz/articles.mjs').Article} article */
function violationsOf(article) {
  const all = findViolations(linter, article)
  return values.only === '' ? all : all.filter((violation) => kindOf(violation).includes(values.only))
}

/** @param {import('./fuzz/properties.mjs').Violation} violation */
function kindOf({property, detail}) {
  const added = /^adds [\w-]+/.exec(detail)
  if (added) return `${property}: ${added[0]}`
  const words = detail.replace(/(?:"(?:[^"\\]|\\.)*"|`[^`]*`)/g, '…').replace(/\d+/g, 'N')
  return `${property}: ${/^.*?"ruleId":…/.exec(detail) ? ruleOf(detail) : words.split(/[:\n]/).slice(0, 2).join(':').slice(0, 80)}`
}

/** @param {string} detail */
function ruleOf(detail) {
  const how = /(with \w+: )?(lost|added) \w+/.exec(detail)?.[0] ?? ''
  return `${how} ${/"ruleId":"([^"]+)"/.exec(detail)?.[1] ?? ''}`
}

/**
 * The article without what the violation does not need: lines, then sentences, words and characters are left out.
 *
 * @param {import('./fuzz/articles.mjs').Article} article @param {string} kind @param {import('./fuzz/properties.mjs').Violation} violation
 */
function smallest(article, kind, {property, preset, detail}) {
  let {text} = article
  let tries = 0
  const show = (/** @type {string} */ shorter) =>
    findViolations(linter, {...article, text: shorter}, {preset, property}).find(
      (violation) => kindOf(violation) === kind
    )
  for (const splitter of [/(?<=\n\n)/, /(?<=\n)/, /(?<=[.!?] )/, /(?<= )/, /(?:)/u]) {
    let parts = text.split(splitter)
    for (
      let size = Math.ceil(parts.length / 2);
      size >= 1 && tries < Number(values.shrink);
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      for (let at = 0; at < parts.length && tries < Number(values.shrink); ) {
        const rest = [...parts.slice(0, at), ...parts.slice(at + size)]
        tries++
        const found = rest.length > 0 ? show(rest.join('')) : undefined
        if (found) {
          parts = rest
          detail = found.detail
        } else at += size
      }
    }
    text = parts.join('')
  }
  return {article: {...article, text}, detail}
}
