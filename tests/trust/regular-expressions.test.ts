import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {checkSync, type Diagnostics, type VulnerableDiagnostics} from 'recheck'
import {expect, test, vi} from 'vitest'
import {judge, readExamples} from '../tools/derive-page.mjs'
import {cpuTime} from './cpu-time.ts'
import {type Expression, readExpressions, recordBuilt, sourceFiles} from './expressions.ts'
import {isFull, record} from './row.ts'

/**
 * Why an expression is safe that recheck takes for polynomial, at least in some of its random searches. `bounded`: each of its repeats that can overlap ends after a
 * fixed number of characters, so that its time is a multiple of the length, and recheck's own attack shows it.
 */
const allowed: Readonly<Record<string, 'bounded' | `at most ${number} characters are read`>> = {
  'src/document/references/attribution-words.ts officeOwns': 'at most 90 characters are read',
  'src/document/references/attribution-words.ts role': 'bounded',
  'src/document/references/attributions.ts more': 'at most 90 characters are read',
  'src/document/page/bylines.ts day': 'bounded',
  'src/document/references/citations.ts embedded': 'bounded',
  'src/document/claims/kinds.ts research': 'bounded',
  'src/document/claims/weasels.ts askedByNobody': 'bounded',
  'src/document/references/reference-entries.ts anyAddress': 'bounded',
  'src/document/references/source-notes.ts note': 'bounded',
  'src/document/references/text-citations.ts citationKey': 'bounded',
  'src/document/references/text-citations.ts legal': 'bounded',
  'src/document/references/text-citations.ts narrative': 'bounded',
  'src/document/references/text-citations.ts templateLink': 'bounded',
  'rules/broken-internal-link/anchors.ts heading': 'bounded',
  'rules/broken-internal-link/anchors.ts mark': 'bounded',
  'rules/chatbot-residue/rule.ts mark': 'bounded',
  'rules/count-mismatch/counts.ts announced': 'bounded',
  'rules/question-title-unsourced/rule.ts question': 'bounded',
  'rules/unsourced-claim/kinds.ts fits': 'bounded',
  'rules/unsourced-claim/quote.ts beforeFigure': 'at most 40 characters are read'
}

/** Hashes of the expressions that the last full run found safe, so that `npm test` checks those that are new. */
const provenFile = path.join(import.meta.dirname, 'proven-expressions.json')
/** Those that take recheck no time are checked always. */
const shortest = 30
const timeout = 120_000

test('fault 45: no regular expression of our own can be made slow', {timeout: 1_800_000}, async (context) => {
  const {literals, built} = readExpressions()
  vi.resetModules()
  const seen = await recordBuilt(async () => {
    for (const file of sourceFiles) if (!runsAlone(file)) await import(/* @vite-ignore */ path.resolve(file))
    await lintExamples()
    const {disguiseUrls} = await import('../../src/document/parse/literal-links.ts')
    disguiseUrls('https://mill.example')
  })
  const missed = [...built.keys()].filter((at) => !seen.some((one) => one.at === at))
  expect(missed).toEqual([])
  const all = new Map<string, Expression>()
  for (const one of literals) all.set(`/${one.source}/${one.flags}`, one)
  for (const {at, expression} of seen) {
    const {source, flags} = expression
    all.set(String(expression), {source, flags, place: built.get(at) ?? at})
  }
  const proven = new Set(JSON.parse(readFileSync(provenFile, 'utf8')) as string[])
  const failed: string[] = []
  const used = new Set<string>()
  const safe: string[] = []
  for (const [text, {source, flags, place}] of all) {
    const hash = hashOf(text)
    if (!isFull && proven.has(hash) && source.length > shortest) {
      safe.push(hash)
      continue
    }
    const verdict = checkSync(source, flags, {timeout, randomSeed: 1})
    const reason = verdict.status === 'vulnerable' ? allowed[place] : undefined
    const isSafe =
      verdict.status === 'safe' ||
      (verdict.status === 'vulnerable' &&
        (reason?.startsWith('at most') || (reason === 'bounded' && growsEvenly(source, flags, verdict))))
    if (isSafe && reason !== undefined) used.add(place)
    if (isSafe) safe.push(hash)
    else failed.push(`${place} ${text}: ${describe(verdict)}`)
  }
  if (isFull) writeFileSync(provenFile, `${JSON.stringify([...new Set(safe)].sort(), undefined, 2)}\n`)
  record(context, {
    row: 'regular expressions safe',
    passed: safe.length,
    of: all.size,
    note: isFull
      ? `${all.size - used.size} by recheck, ${used.size} of bounded length, measured`
      : 'new and short ones checked'
  })
  expect(failed).toEqual([])
})

/** Runs what is built only when a rule finds something. */
async function lintExamples(): Promise<void> {
  const {rules} = await import('../../rules/index.ts')
  const linter = {
    ...(await import('../../src/lint/index.ts')),
    ...(await import('../../src/lint/site.ts')),
    ...(await import('../../src/lint/fix.ts')),
    ...(await import('../../src/sources/statements/reader.ts')),
    ...(await import('../../src/rule/options.ts')),
    ...(await import('../../src/config/builtin.ts'))
  }
  for (const rule of rules) {
    const page = readFileSync(`rules/${rule.id}/README.md`, 'utf8')
    for (const example of readExamples(page)) judge(linter, rule, example)
  }
  linter.lintText(others, {ruleset: linter.presets.strict})
}

/** Sources that are told as such, and a sentence that goes on from one: no example has them. */
const others = `# The mill

In 2019 the survey found that 40 % of the mills [stood idle](https://mill.example). This means that 20 % of them were sold.

A study followed 300 bakers. After ten weeks, the researchers counted 40 % more loaves, says the [Oven](https://oven.example).

- Rossi, A. (2019). Bread in the north. Mill Press.
- The mill at night, 5 May 2019, https://mill.example/night
`

function describe(verdict: Diagnostics): string {
  if (verdict.status !== 'vulnerable') return JSON.stringify(verdict)
  const {complexity, attack} = verdict
  return `${complexity.summary}, ${JSON.stringify(attack.pumps)} ${JSON.stringify(attack.suffix)}`
}

/** Whether the attack of recheck takes a time that grows no faster than its length. */
function growsEvenly(source: string, flags: string, {attack}: VulnerableDiagnostics): boolean {
  const attackOf = (times: number): string =>
    attack.pumps.map(({prefix, pump}) => prefix + pump.repeat(times)).join('') + attack.suffix
  const length = attack.pumps.reduce((sum, {pump}) => sum + pump.length, 0)
  const few = Math.ceil(20_000 / length)
  const expression = new RegExp(source, flags)
  for (let attempt = 0; attempt < 5; attempt++) {
    const [long, short] = [attackOf(few * 4), attackOf(few)]
    const time = cpuTime(() => long.replace(expression, ''), 5)
    if (time <= 5 * cpuTime(() => short.replace(expression, ''), 5) + 1) return true
  }
  return false
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** Modules that start something when they are loaded. */
function runsAlone(file: string): boolean {
  return /^src\/(?:cli|cli\/bundled.*|engine\/workers\/worker|engine\/verify\/page-worker)\.ts$/.test(file)
}
