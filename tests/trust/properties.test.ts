import {beforeAll, expect, it, type TestContext} from 'vitest'
import {presets} from '../../src/config/builtin.ts'
import {createDocument} from '../../src/document/create.ts'
import {loadParser} from '../../src/engine/parsers/parsers.ts'
import {applyEdits, fixText} from '../../src/lint/fix.ts'
import {lintText} from '../../src/lint/index.ts'
import {type Article, sampleArticles} from '../tools/fuzz/articles.mjs'
import {loadParsers} from '../tools/fuzz/linter.mjs'
import {findViolations, type Linter} from '../tools/fuzz/properties.mjs'
import {readFixtures, readRuleExamples, readSpecExamples} from '../tools/fuzz/texts.mjs'
import {isFull, record} from './row.ts'

let linter: Linter
beforeAll(async () => {
  const {recommended, all} = presets
  linter = {
    lintText,
    fixText,
    applyEdits,
    createDocument,
    presets: {recommended, all},
    ...(await loadParsers(loadParser))
  }
})

const seed = Number(process.env.FUZZ_SEED ?? 20_261_121)

/** Puts the row into the table, and fails with the articles that violate something. */
function judge(context: TestContext, row: string, tried: readonly Article[], note?: string): void {
  const wrong = tried.flatMap((article) => {
    const found = findViolations(linter, article)
    return found.length > 0 ? [{found, article}] : []
  })
  record(context, {row, passed: tried.length - wrong.length, of: tried.length, ...(note ? {note} : {})})
  expect(wrong.slice(0, 5), note).toEqual([])
}

it('fault 10, fault 21: random documents through lint and fix', {timeout: 7_200_000}, (context) => {
  const all = sampleArticles([...readFixtures(), ...readRuleExamples()], seed)
  const tried = Array.from({length: isFull ? 20_000 : 90}, () => all.next().value)
  judge(context, 'random documents through lint and fix without violation', tried, `seed ${seed}`)
})

it('fault 21: prefixes of fixtures', {timeout: 7_200_000}, (context) => {
  const texts = [...readFixtures(['articles']), ...readRuleExamples()]
  const whole = texts.reduce((sum, {text}) => sum + text.length, 0)
  // Coprime to the lengths of lines and words, so that cuts fall at every kind of place.
  const stride = isFull ? 11 : Math.floor(whole / 40)
  let at = seed % stride
  const cuts: Article[] = []
  for (const {format, text} of texts) {
    for (; at < text.length; at += stride) cuts.push({format, text: text.slice(0, at)})
    at -= text.length
  }
  judge(context, 'prefixes of fixtures', cuts, `every ${stride} characters`)
})

it('fault 47: examples of the specs', {timeout: 7_200_000}, (context) => {
  const examples = readSpecExamples()
  expect(examples.length).toBeGreaterThanOrEqual(652 + 673)
  const tried = isFull ? examples : examples.filter((_, index) => index % 25 === seed % 25)
  judge(context, 'spec examples 652 + 673 without crash and in range', tried)
})
