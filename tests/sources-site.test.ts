import path from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {judgeStatement} from '../src/sources/judging/judge.ts'
import {buildCli} from './setup/build.ts'
import {type CheckedSite, checkFixtureSite} from './setup/sources-site.ts'
import {readCases, scoreCases} from './tools/sources/held-out.mjs'
import {verificationRules} from './tools/sources/score.mjs'
import {readClaims} from './tools/sources/site.mjs'

const claims = readClaims()

describe('the fixture site of claims and their sources', () => {
  let site: CheckedSite
  beforeAll(async () => {
    site = await checkFixtureSite(buildCli())
  }, 300_000)

  it('has claims of every kind, each in its article once', () => {
    const count = (...labels: string[]): number => claims.filter(({label}) => labels.includes(label)).length
    expect(claims.length).toBeGreaterThanOrEqual(60)
    expect(count('supported')).toBeGreaterThanOrEqual(40)
    expect(count('contradicted', 'quote-altered')).toBeGreaterThanOrEqual(15)
    expect(count('absent', 'quote-absent')).toBeGreaterThanOrEqual(10)
    expect(new Set(claims.map(({article, quote}) => `${article} ${quote}`)).size).toBe(claims.length)
  })

  it('never takes a figure or a quotation for contradicted that is not', () => {
    expect(site.score.falseContradicted).toEqual([])
  })

  it('names wrong figures and quotations: precision at least .95, recall at least .90', () => {
    const {precision, recall, misses} = site.score
    expect(precision, JSON.stringify(misses, null, 1)).toBeGreaterThanOrEqual(0.95)
    expect(recall, JSON.stringify(misses, null, 1)).toBeGreaterThanOrEqual(0.9)
  })

  it.each(['dead', 'moved', 'anchor-missing', 'elsewhere', 'stale', 'unchecked'])(
    'judges the claims labelled %s as labelled',
    (label) => {
      expect(site.score.misses.filter(({claim}) => claim?.label === label)).toEqual([])
    }
  )

  it('says on stderr which sources were not checked, and fails for what it found', () => {
    expect(site.first.status).toBe(1)
    for (const name of ['members/depot', 'private/ledger']) expect(site.first.stderr).toContain(name)
  })

  it('asks for each page once, by GET, and for none that robots.txt forbids', () => {
    const pages = site.requests.filter((request) => !request.endsWith('/robots.txt'))
    // The old address of the bridge leads to the new one, which is cited as well.
    const once = pages.filter((request) => request !== 'GET /harrow-bridge.html')
    expect(once).toEqual([...new Set(once)])
    expect(pages.filter((request) => !request.startsWith('GET '))).toEqual([])
    expect(pages).not.toContain('GET /private/ledger')
  })

  it('says the same from articlelint.sources.json, without a request', () => {
    expect(site.locked.stdout).toBe(site.first.stdout)
    expect(site.locked.status).toBe(site.first.status)
    expect(site.requestsOfOthers).toEqual([])
  })

  it('keeps of a page only what verdicts need', () => {
    const {sources} = JSON.parse(site.lock) as {sources: readonly {url: string}[]}
    expect(sources.length).toBeGreaterThanOrEqual(20)
    // Sentences of pages that no claim is about.
    expect(site.lock).not.toContain('It has no electricity and a very good stove')
    expect(site.lock).not.toContain('Save 40% on new bathrooms')
    expect(sources.filter(({url}) => /members\/depot|private\/ledger/.test(url))).toEqual([])
  })

  it('leaves the findings of all other rules as they are, online and offline', () => {
    const isOther = ({ruleId}: {ruleId: string}): boolean => !verificationRules.includes(ruleId)
    const others = (stdout: string): unknown =>
      (JSON.parse(stdout) as {files: {path: string; messages: {ruleId: string}[]}[]}).files.map((file) => ({
        path: path.basename(file.path),
        messages: file.messages.filter(isOther)
      }))
    expect(others(site.online.stdout)).toEqual(others(site.offline.stdout))
    expect(
      JSON.parse(site.offline.stdout)
        .files.flatMap(({messages}: {messages: {ruleId: string}[]}) => messages)
        .every(isOther)
    ).toBe(true)
    expect(site.offline.stdout).toBe(site.offlineBefore.stdout)
    expect(site.offline.status).toBe(site.offlineBefore.status)
  })
})

describe('short cases of everyday kind, written without a look at the judges', () => {
  const score = scoreCases(readCases(), judgeStatement)

  it('are never taken for contradicted where they are not', () => {
    expect(score.misses.filter(({got}) => got === 'contradicted')).toEqual([])
  })

  it('are told apart: precision at least .95, recall at least .90', () => {
    expect(score.precision, JSON.stringify(score.misses, null, 1)).toBeGreaterThanOrEqual(0.95)
    expect(score.recall, JSON.stringify(score.misses, null, 1)).toBeGreaterThanOrEqual(0.9)
  })
})
