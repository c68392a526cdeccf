import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {fixText} from '../src/lint/fix.ts'
import {lintText} from '../src/lint/index.ts'
import {ruleUrl} from '../src/lint/message.ts'
import {checkSite} from '../src/lint/site.ts'
import type {Rule} from '../src/rule/index.ts'
import {readOptions} from '../src/rule/options.ts'
import {sourceReader} from '../src/sources/statements/reader.ts'
import {ruleIds} from './tools/derive-index.mjs'
import {type Example, judge, readExamples, readFences, readSections} from './tools/derive-page.mjs'

const linter = {lintText, checkSite, fixText, readOptions, recommended, sourceReader}
const folder = new URL('../rules/', import.meta.url)
const ids = ruleIds()

const headings = ['Why', 'Examples', 'Options', 'When not to use it', 'Measured', 'Prior art']
const parts = [
  'id',
  'summary',
  'category',
  'recommended',
  'fixable',
  'isOfArticle',
  'anyLanguage',
  'options',
  'messages',
  'check',
  'collect',
  'filesOf',
  'sourcesOf',
  'checkSite',
  'checkDirectives'
]

/** `npm run mutate` has the tests of some rules only. */
const chosen = process.env.ARTICLELINT_RULES?.split(',') ?? ids

describe.each(chosen)('%s', async (id) => {
  const {default: rule} = (await import(`../rules/${id}/rule.ts`)) as {default: Rule}
  const pageFile = new URL(`${id}/README.md`, folder)
  const page = existsSync(pageFile) ? readFileSync(pageFile, 'utf8') : ''
  const sections = readSections(page)
  const sectionOf = (title: string): string =>
    sections.find((section) => section.title === title)?.text.trim() ?? ''
  const examples = readExamples(page)

  it('is named after its folder, and says what it flags', () => {
    expect(rule.id).toBe(id)
    // `no-sources` names what is missing; a rule is not named by what it forbids.
    expect(id).toMatch(/^(?!no-(?!sources$))[a-z]+(?:-[a-z]+)*$/)
    expect(rule.summary).toMatch(/^Flag [^\n]+[^.]\.$/)
  })

  it('has its parts in order', () => {
    const keys = Object.keys(rule)
    expect(keys).toEqual(parts.filter((part) => keys.includes(part)))
  })

  it('has options with a description and a usable default', () => {
    const given = Object.fromEntries(Object.entries(rule.options).map(([name, spec]) => [name, spec.default]))
    expect(readOptions(rule.options, given).problems).toEqual([])
    for (const [name, {description}] of Object.entries(rule.options)) {
      expect(description, name).toMatch(/\S/)
      expect(name).toMatch(/^(?!no[A-Z]|ignore|skip|disable)[a-z][A-Za-z]+$/)
    }
  })

  it('has a page with its sections in order, none empty', () => {
    const [title, ...rest] = sections
    expect(title).toMatchObject({level: 1, title: id})
    expect(title?.text.trim()).toBe(rule.summary)
    expect(rest.filter(({level}) => level <= 2).map((section) => section.title)).toEqual(headings)
    for (const heading of headings) expect(sectionOf(heading), heading).not.toBe('')
  })

  it('has a page that lists its options', () => {
    const text = sectionOf('Options')
    const rows = text.split('\n').filter((line) => line.startsWith('| `'))
    expect(rows.map((row) => /^\| `([^`]+)`/.exec(row)?.[1])).toEqual(Object.keys(rule.options))
    if (rows.length === 0) expect(text).toBe('None.')
    for (const [index, spec] of Object.values(rule.options).entries()) {
      expect(rows[index]).toContain(
        `\`${typeof spec.default === 'string' ? spec.default : JSON.stringify(spec.default)}\``
      )
    }
  })

  it('has bad and good examples, bad first', () => {
    const kinds = examples.map(({kind}) => kind)
    // No page holds an article of 2 MB, or one that takes 10 seconds: their tests do.
    if (rule.category === 'limits' && kinds.length === 0) return
    expect(kinds[0]).toBe('bad')
    expect(kinds).toContain('good')
    expect(page.slice(0, page.indexOf('\n## Examples\n'))).not.toMatch(/^`{3,}md/m)
  })

  it.each(examples.filter(({kind}) => kind === 'bad'))(
    'speaks in the bad example of line $line',
    (example) => {
      const {messages, report, fixed, isSettled} = judge(linter, rule, example)
      expect(messages).not.toEqual([])
      expect(derivedBlocks(page, example)).toEqual({report, ...(fixed === undefined ? {} : {fixed})})
      expect(isSettled).toBe(true)
      for (const message of messages) {
        expect(message).toMatchObject({ruleId: id, url: ruleUrl(id)})
        expect(message.reason).toMatch(/^[^\n]*[^.\n]$/)
        expect(message.note ?? 'none').toMatch(/[^.\s]$/)
      }
    }
  )

  it.each(examples.filter(({kind}) => kind === 'good'))(
    'is silent in the good example of line $line',
    (example) => {
      expect(judge(linter, rule, example).report).toBe('')
    }
  )

  it('says whether it repairs', () => {
    const repairs = examples.filter(({kind}) => kind === 'bad').map((one) => judge(linter, rule, one).fixed)
    expect(rule.fixable ?? false).toBe(repairs.some((fixed) => fixed !== undefined))
  })

  it('uses every message, on its page or in its own test', () => {
    const bad = examples.filter(({kind}) => kind === 'bad')
    const seen = new Set(
      bad.flatMap((example) => judge(linter, rule, example).messages.map(({messageId}) => messageId))
    )
    const testFile = new URL(`rules/${id}.test.ts`, import.meta.url)
    const test = existsSync(testFile) ? readFileSync(testFile, 'utf8') : ''
    const unused = Object.keys(rule.messages).filter((name) => !seen.has(name) && !test.includes(`'${name}'`))
    expect(unused).toEqual([])
  })
})

it('every folder among the rules is a rule', () => {
  const folders = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory())
  expect(folders.map(({name}) => name).sort()).toEqual(ids)
})

it('every test of a rule has its rule', () => {
  const tests = new URL('rules/', import.meta.url)
  const files = existsSync(tests) ? readdirSync(tests).filter((name) => name.endsWith('.test.ts')) : []
  // A rule may have several: `ID-statements.test.ts`.
  const isOfRule = (file: string): boolean =>
    ids.some((id) => file === `${id}.test.ts` || file.startsWith(`${id}-`))
  expect(files.filter((file) => !isOfRule(file))).toEqual([])
})

/** The blocks behind a bad example, as they stand on the page. */
function derivedBlocks(page: string, {end, derivedEnd}: Example): {report?: string; fixed?: string} {
  const blocks = readFences(page).filter((fence) => fence.start >= end && fence.end <= derivedEnd)
  const textOf = (info: string): string | undefined => blocks.find((block) => block.info === info)?.text
  const [report, fixed] = [textOf('text report'), textOf('md fixed')]
  return {...(report === undefined ? {} : {report}), ...(fixed === undefined ? {} : {fixed})}
}
