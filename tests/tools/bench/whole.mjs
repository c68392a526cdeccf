/** The whole benchmark: makes the corpora, finds the peers, measures the start, the ratios and the growth. */
import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs'
import path from 'node:path'
import {writeCorpus} from './corpus.mjs'
import {median} from './figures.mjs'
import {factors, folderName, makeGrowingArticle, makeGrowingSite, measureGrowth} from './growth.mjs'
import {findPeer, peers} from './peers.mjs'
import {firstLine, measureRatios, runRow} from './ratios.mjs'
import {articlelintRows, peerRow, yardstick} from './rows.mjs'
import {measureStart} from './start.mjs'

/**
 * @typedef {import('./corpus.mjs').Corpus} Corpus
 * @typedef {import('./ratios.mjs').Measured} Measured
 * @typedef {import('./rows.mjs').Row} Row
 * @typedef {import('./run.mjs').Cost} Cost
 *
 * @typedef {object} Plan
 * @property {string} cli
 * @property {string} root of the project
 * @property {string} cache folder where peers stay, and corpora while they are measured
 * @property {string | undefined} folder of real texts, in place of the packages'
 * @property {number} corpus articles of the table of tools
 * @property {number} articles of the first step of growth
 * @property {number} paragraphs of the first step of growth
 * @property {number} pairs
 * @property {number} minutes
 * @property {boolean} withPeers
 * @property {readonly string[]} parts `start`, `tools`, `growth`
 * @property {(text: string) => void} say
 *
 * @typedef {{corpus: Corpus, articles: number, bytes: number, measured: Measured[], yardsticks: Cost[]}} Table
 *
 * @typedef {object} Results
 * @property {import('./start.mjs').Start & {bytes: number} | undefined} start
 * @property {Table | undefined} tools on the whole corpus
 * @property {Table | undefined} slow tools on a part of it
 * @property {{corpus: Corpus, rows: import('./growth.mjs').Growth[]} | undefined} site
 * @property {import('./growth.mjs').Growth[] | undefined} article
 * @property {number} seconds
 */

/** A tool that would take longer for the corpus runs on a sample of `sampled` articles. */
const slow = 60
const sampled = 100

/**
 * @param {Plan} plan
 * @returns {Results}
 */
export function measureWhole(plan) {
  const begin = Date.now()
  const end = begin + plan.minutes * 60_000
  mkdirSync(plan.cache, {recursive: true, mode: 0o700})
  // It may stand where everyone can write, and programs are run from it.
  if (process.getuid && statSync(plan.cache).uid !== process.getuid()) {
    throw new Error(`${plan.cache} belongs to somebody else: name another folder with --cache`)
  }
  const scratch = mkdtempSync(path.join(plan.cache, 'run-'))
  try {
    const rows = articlelintRows(plan.cli, path.join(scratch, 'articlelint'))
    /** @type {Results} */
    const results = {
      start: undefined,
      tools: undefined,
      slow: undefined,
      site: undefined,
      article: undefined,
      seconds: 0
    }
    if (plan.parts.includes('start')) {
      plan.say('start: one article')
      const short = path.join(plan.root, 'fixtures/articles/good-news.md')
      results.start = {
        ...measureStart(plan.cli, short, Math.max(plan.pairs, 15)),
        bytes: statSync(short).size
      }
    }
    const one = path.join(scratch, 'one')
    writeCorpus(one, {count: 1, root: plan.root})
    if (plan.parts.includes('tools')) {
      // Growth needs the rest.
      const share = plan.parts.includes('growth') ? 0.65 : 1
      Object.assign(
        results,
        measureTools(plan, rows.all, path.join(scratch, 'tools'), begin + share * (end - begin))
      )
    }
    if (plan.parts.includes('growth')) {
      const floors = [rows.recommended, rows.strict].map((row) =>
        median([1, 2, 3].map(() => runRow(row, one, ['part-0']).cpu))
      )
      Object.assign(results, measureBothGrowths(plan, [rows.recommended, rows.strict], floors, scratch, end))
    }
    results.seconds = (Date.now() - begin) / 1000
    return results
  } finally {
    rmSync(scratch, {recursive: true, force: true})
  }
}

/**
 * @param {Plan} plan
 * @param {Row[]} own
 * @param {string} scratch
 * @param {number} deadline
 */
function measureTools(plan, own, scratch, deadline) {
  plan.say(`corpus: ${plan.corpus} articles`)
  const whole = path.join(scratch, 'whole')
  const part = path.join(scratch, 'part')
  const {folder, root, corpus: count} = plan
  const corpus = writeCorpus(whole, {count, root, ...(folder === undefined ? {} : {folder})})
  const step = Math.max(1, Math.floor(count / sampled))
  const sample = corpus.files.filter((_, index) => index % step === 0).slice(0, sampled)
  mkdirSync(path.join(part, 'part-0'), {recursive: true})
  for (const file of sample) copyFileSync(file, path.join(part, 'part-0', path.basename(file)))

  /** @type {Row[]} */
  const quick = [...own]
  /** @type {Row[]} */
  const slowOnes = []
  for (const peer of plan.withPeers ? peers : []) {
    plan.say(`peer: ${peer.name}`)
    const row = peerRow(findPeer(peer, plan.cache))
    try {
      const cost = row.missing === undefined ? runRow(row, part, ['part-0']).wall : 0
      const isSlow = count > sampled && (cost / sample.length) * count > slow
      ;(isSlow ? slowOnes : quick).push(row)
    } catch (error) {
      quick.push({
        ...row,
        missing: firstLine(error)
      })
    }
  }
  const {pairs: rounds, say} = plan
  /** @type {(cwd: string, rows: Row[], deadline: number) => Table} */
  const measure = (cwd, rows, until) => {
    const folders = readdirSync(cwd).sort()
    const files = cwd === whole ? corpus.files : sample
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
    const figures = measureRatios(rows, yardstick, {cwd, folders, rounds, deadline: until, say})
    return {corpus, articles: files.length, bytes, ...figures}
  }
  const half =
    slowOnes.length > 0 ? measure(part, slowOnes, Date.now() + (deadline - Date.now()) / 3) : undefined
  return {slow: half, tools: measure(whole, quick, deadline)}
}

/**
 * @param {Plan} plan
 * @param {Row[]} rows
 * @param {number[]} floors CPU seconds of a run over one article, for each row
 * @param {string} scratch
 * @param {number} end
 */
function measureBothGrowths(plan, rows, floors, scratch, end) {
  const {articles, paragraphs, folder, root, say} = plan
  const long = path.join(scratch, 'long')
  const site = path.join(scratch, 'site')
  makeGrowingArticle(long, paragraphs)
  say(`growth: ${articles * 8} articles`)
  const corpus = makeGrowingSite(site, articles, {root, ...(folder === undefined ? {} : {folder})})
  /** @type {(cwd: string, least: number, isSite: boolean) => import('./growth.mjs').Growth[]} */
  const measure = (cwd, least, isSite) => {
    const sizes = new Map(
      factors.map((factor) => [folderName(factor), bytesIn(path.join(cwd, folderName(factor)))])
    )
    const bytesOf = (/** @type {string[]} */ folders) =>
      folders.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0)
    return rows.map((row, index) => {
      say(`growth: ${row.title}`)
      const deadline = Date.now() + (end - Date.now()) / (rows.length - index)
      return measureGrowth(row, {cwd, least, isSite, bytesOf, floor: floors[index] ?? 0, deadline})
    })
  }
  const article = measure(long, paragraphs, false)
  return {article, site: {corpus, rows: measure(site, articles, true)}}
}

/** @param {string} folder */
function bytesIn(folder) {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
}
