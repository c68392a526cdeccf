import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

interface Message {
  readonly ruleId: string
  readonly messageId: string
  readonly start: number
  readonly end: number
  readonly reason: string
}
interface Plant {
  readonly text: string
  readonly ruleIds: readonly string[]
  readonly all?: true
  readonly start: number
  readonly end: number
  readonly also?: readonly [number, number]
}
type Judge = (
  original: string,
  plant: Plant,
  before: readonly Message[],
  after: readonly Message[]
) => {found: boolean; hits: number; extra: Message[]}

const tool = new URL('./tools/plant.mjs', import.meta.url)
const {judge} = (await import(tool.href)) as {judge: Judge}

describe('judge', () => {
  const original = 'one\n\ntwo\n\nthree\n'
  const text = 'one\n\ntwo\n\nPLANT\n\nthree\n'
  const plant: Plant = {text, ruleIds: ['copy', 'glue'], start: 10, end: 15}
  const message = (ruleId: string, start: number, end: number): Message => ({
    ruleId,
    messageId: 'm',
    start,
    end,
    reason: ''
  })

  it('finds a message of the rule at the place', () => {
    expect(judge(original, plant, [], [message('copy', 8, 11)])).toEqual({found: true, hits: 1, extra: []})
    expect(judge(original, plant, [], [message('copy', 10, 10)]).found).toBe(true)
  })

  it('misses a message beside the place or of another rule, and counts it as extra', () => {
    const beside = message('copy', 5, 8)
    const other = message('claim', 10, 15)
    expect(judge(original, plant, [], [beside, other])).toEqual({
      found: false,
      hits: 0,
      extra: [beside, other]
    })
  })

  it('takes the other copy for the place', () => {
    expect(judge(original, {...plant, also: [5, 8]}, [], [message('copy', 5, 8)]).found).toBe(true)
  })

  it('asks for each rule where all have to speak', () => {
    const all: Plant = {...plant, all: true}
    expect(judge(original, all, [], [message('copy', 10, 15)]).found).toBe(false)
    expect(judge(original, all, [], [message('copy', 10, 15), message('glue', 10, 12)]).found).toBe(true)
  })

  it('knows the messages of before again, also those that moved with their text', () => {
    const before = [message('claim', 0, 3), message('copy', 10, 15)]
    const after = [message('claim', 0, 3), message('copy', 17, 22)]
    expect(judge(original, plant, before, after)).toEqual({found: false, hits: 0, extra: []})
  })

  it('does not count a message that stands elsewhere now as one more', () => {
    expect(judge(original, plant, [message('claim', 0, 3)], [message('claim', 5, 8)]).extra).toEqual([])
    const two = [message('claim', 5, 8), message('claim', 17, 22)]
    expect(judge(original, plant, [message('claim', 0, 3)], two).extra).toHaveLength(1)
  })
})

describe('plant-report', () => {
  const runner = fileURLToPath(new URL('./tools/plant-report.mjs', import.meta.url))
  let folder = ''
  const run = (...args: string[]): {status: number | null; stdout: string; stderr: string} =>
    spawnSync(process.execPath, [runner, ...args, '--lib', path.join(folder, 'linter.mjs')], {
      encoding: 'utf8'
    })

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'plant-'))
    mkdirSync(path.join(folder, 'articles'))
    for (const name of ['Ferry', 'Harbour', 'Island']) {
      const text = `---\ntitle: The Old ${name} Road\n---\n\nThe road runs along the water and ends at a gate. It is closed in winter.\n`
      writeFileSync(path.join(folder, 'articles', `${name}.md`), text)
    }
    // A linter that knows bylines and takes each for a claim as well, in one article only.
    writeFileSync(
      path.join(folder, 'linter.mjs'),
      `export function lintText(text) {
        const at = text.search(/^by /im)
        if (at < 0) return {messages: []}
        const say = (ruleId) => ({ruleId, messageId: 'm', severity: 'error', reason: 'Unexpected ' + ruleId, start: at, end: at + 9})
        return {messages: text.includes('Ferry') ? [say('byline-counter'), say('unsourced-claim')] : [say('byline-counter')]}
      }`
    )
  })
  afterAll(() => rmSync(folder, {recursive: true}))

  it('counts what is found and what else is said', () => {
    const {status, stdout} = run(path.join(folder, 'articles'), '--kind', 'byline-counter', '-v')
    expect(stdout).toMatch(/3 articles, seed 1/)
    expect(stdout).toMatch(/byline-counter +3 +3 +100\.0 % +1\.00 +0\.33\n/)
    expect(stdout.match(/^extra .*Ferry\.md {2}unsourced-claim/gm)).toHaveLength(1)
    expect(status).toBe(1)
  })

  it('shows each miss with the planted text', () => {
    const {status, stdout} = run(path.join(folder, 'articles'), '--kind', 'author-box', '--limit', '2', '-v')
    expect(stdout.match(/^missed {2}author-box .*\n +.*closed in winter\.⏎⏎⟦.*by .*⟧/gm)).toHaveLength(2)
    expect(status).toBe(1)
  })

  it('keeps the kinds that are not promised out of the verdict', () => {
    const {status, stdout} = run(path.join(folder, 'articles'), '--kind', 'section-label')
    expect(stdout).toMatch(/not promised\n.*\nsection-label +3 +0 +0\.0 %/)
    expect(status).toBe(0)
  })

  it('prints the same twice', () => {
    expect(run(path.join(folder, 'articles'), '-v').stdout).toBe(
      run(path.join(folder, 'articles'), '-v').stdout
    )
  })

  it('ends with 2 on wrong usage', () => {
    for (const args of [
      [],
      ['/nowhere'],
      [folder, '--kind', 'nothing'],
      [folder, '--limit', '0'],
      [folder, '--what']
    ]) {
      const {status, stdout, stderr} = run(...args)
      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).not.toBe('')
    }
  })
})
