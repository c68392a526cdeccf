import {Ajv} from 'ajv'
import {describe, expect, test} from 'vitest'
import type {ReportedFile} from '../src/reporters/index.ts'
import {createMessage, expectValidXml, readElements, readSchema, report} from './setup/report.ts'

const related = [{path: 'b.md', line: 9, column: 1, start: 80, end: 90, reason: 'The first is here'}]
const error = createMessage({
  severity: 'error',
  ruleId: 'rule-a',
  reason: 'Bad "a" & <b>',
  note: 'Because',
  related
})
const warning = createMessage({line: 4, endLine: 6, column: 1, endColumn: 3})
const info = createMessage({severity: 'info', ruleId: 'rule-c', reason: 'By the way'})

const files: readonly ReportedFile[] = [
  {path: 'posts/a.md', messages: [info, warning, error]},
  {path: 'clean.md', messages: []},
  {path: 'posts/c.md', messages: [warning, error]}
]
const problems = [
  {path: 'posts/c.md', reason: 'rule `x` failed:\nError: y'},
  {path: 'bad.mdx', reason: 'Unexpected `}`', line: 7, column: 2}
]

describe('compact', () => {
  test('is a line a message, as editors read it, and the summary', async () => {
    expect((await report('compact', files, {hidden: 1, suppressed: 2})).split('\n')).toEqual([
      'posts/a.md:2:3: info By the way [rule-c]',
      'posts/a.md:4:1: warning Unexpected `x` [some-rule]',
      'posts/a.md:2:3: error Bad "a" & <b> [rule-a]',
      'posts/c.md:4:1: warning Unexpected `x` [some-rule]',
      'posts/c.md:2:3: error Bad "a" & <b> [rule-a]',
      '2 errors, 2 warnings, 1 info in 3 files, 1 less severe not shown, 2 held back by suppressions'
    ])
  })
})

describe('github', () => {
  test('writes problems first, then the most severe', async () => {
    const lines = (await report('github', files, {problems})).split('\n')
    expect(lines.map((line) => /^::(\w+) file=([^,]+)/.exec(line)?.slice(1))).toEqual([
      ['error', 'posts/c.md'],
      ['error', 'bad.mdx'],
      ['error', 'posts/a.md'],
      ['error', 'posts/c.md'],
      ['warning', 'posts/a.md'],
      ['warning', 'posts/c.md'],
      ['notice', 'posts/a.md'],
      undefined
    ])
    expect(lines.at(-1)).toBe('2 errors, 2 warnings, 1 info in 3 files')
  })

  test('gives columns in one line only, the other place, why and the page', async () => {
    const [first, second] = (await report('github', [{path: 'a,b:c.md', messages: [error, warning]}])).split(
      '\n'
    )
    expect(first).toBe(
      '::error file=a%2Cb%3Ac.md,line=2,endLine=2,col=3,endColumn=7,title=rule-a::Bad "a" & <b>%0AThe first is here: b.md:9:1%0ABecause%0Ahttps://example.org/rule'
    )
    expect(second).toMatch(/^::warning file=a%2Cb%3Ac\.md,line=4,endLine=6,title=some-rule::/)
  })

  test('gives problems their place, if they have one', async () => {
    const lines = (await report('github', [], {problems})).split('\n')
    expect(lines.slice(0, 2)).toEqual([
      '::error file=posts/c.md,title=articlelint::posts/c.md: rule `x` failed:%0AError: y',
      '::error file=bad.mdx,line=7,col=2,title=articlelint::bad.mdx: Unexpected `}`'
    ])
  })

  test('says when there are more than GitHub shows', async () => {
    const many = (count: number) => [{path: 'a.md', messages: Array.from({length: count}, () => warning)}]
    expect((await report('github', many(10))).split('\n')).toHaveLength(11)
    expect((await report('github', many(11))).split('\n')).toHaveLength(13)
  })
})

describe('gitlab', () => {
  const validate = new Ajv().compile(JSON.parse(readSchema('gitlab-code-quality.json')))

  test('is a Code Quality report', async () => {
    const issues = JSON.parse(await report('gitlab', files, {problems}))
    expect(validate(issues), JSON.stringify(validate.errors)).toBe(true)
    expect(issues.map((issue: {severity: string}) => issue.severity)).toEqual([
      'critical',
      'critical',
      'info',
      'minor',
      'major',
      'minor',
      'major'
    ])
    expect(issues[1]).toMatchObject({
      check_name: 'articlelint',
      location: {path: 'bad.mdx', lines: {begin: 7}}
    })
    expect(issues[3]).toMatchObject({
      description: 'Unexpected `x`',
      check_name: 'some-rule',
      location: {path: 'posts/a.md', lines: {begin: 4, end: 6}}
    })
    expect(JSON.parse(await report('gitlab', []))).toEqual([])
  })

  test('fingerprints are unique, and stay when lines move', async () => {
    const fingerprints = async (line: number): Promise<string[]> => {
      const moved = [warning, warning, error].map((message) => ({...message, line, endLine: line}))
      const all = [
        {path: 'a.md', messages: moved},
        {path: 'b.md', messages: moved}
      ]
      return JSON.parse(await report('gitlab', all)).map((issue: {fingerprint: string}) => issue.fingerprint)
    }
    const before = await fingerprints(3)
    expect(new Set(before).size).toBe(6)
    expect(await fingerprints(40)).toEqual(before)
  })
})

describe('junit', () => {
  test('is a suite an article, with exact counts, which passes when nothing is found', async () => {
    const xml = await report('junit', files, {problems})
    await expectValidXml(xml, 'junit.xsd')
    const elements = readElements(xml)
    const of = (name: string) => elements.filter((element) => element.name === name)
    expect(of('testsuites')[0]?.attributes).toEqual({
      name: 'articlelint',
      tests: '8',
      failures: '4',
      errors: '2'
    })
    expect(
      of('testsuite').map(({attributes: {name, tests, failures, errors}}) => [name, tests, failures, errors])
    ).toEqual([
      ['posts/a.md', '3', '2', '0'],
      ['clean.md', '1', '0', '0'],
      ['posts/c.md', '3', '2', '1'],
      ['bad.mdx', '1', '0', '1']
    ])
    expect([of('testcase').length, of('failure').length, of('error').length]).toEqual([8, 4, 2])
    expect(of('failure')[1]?.attributes).toEqual({type: 'error', message: 'Bad "a" & <b>'})
    expect(of('failure')[1]?.text).toBe(
      'posts/a.md:2:3\nThe first is here: b.md:9:1\nBecause\nhttps://example.org/rule'
    )
    expect(of('error').map(({attributes, text}) => [attributes.message, text])).toEqual([
      ['rule `x` failed:\nError: y', 'posts/c.md'],
      ['Unexpected `}`', 'bad.mdx:7:2']
    ])
    expect(of('system-out')[0]?.text).toMatch(/^By the way\nposts\/a\.md:2:3\n/)
  })

  test('tests have names of their own, which stay when lines move', async () => {
    const names = async (line: number): Promise<(string | undefined)[]> => {
      const messages = [warning, warning, error].map((message) => ({...message, line, endLine: line}))
      const xml = await report('junit', [{path: 'posts/a.md', messages}])
      await expectValidXml(xml, 'junit.xsd')
      return readElements(xml)
        .filter(({name}) => name === 'testcase')
        .map(({attributes}) => attributes.name)
    }
    const before = await names(3)
    expect(before).toEqual([
      'some-rule: Unexpected `x`',
      'some-rule: Unexpected `x` (2)',
      'rule-a: Bad "a" & <b>'
    ])
    expect(await names(40)).toEqual(before)
  })
})

describe('checkstyle', () => {
  test('lists every article, clean ones too, with what is found and what is not linted', async () => {
    const xml = await report('checkstyle', files, {problems})
    await expectValidXml(xml, 'checkstyle.xsd')
    const elements = readElements(xml).slice(1)
    expect(elements.map(({name, attributes}) => attributes.name ?? [name, attributes.severity])).toEqual([
      'posts/a.md',
      ['error', 'info'],
      ['error', 'warning'],
      ['error', 'error'],
      'clean.md',
      'posts/c.md',
      ['error', 'warning'],
      ['error', 'error'],
      ['error', 'error'],
      'bad.mdx',
      ['error', 'error']
    ])
    expect(elements[3]?.attributes).toEqual({
      line: '2',
      column: '3',
      severity: 'error',
      message: 'Bad "a" & <b>',
      source: 'articlelint.rule-a'
    })
  })
})

test.each(['junit', 'checkstyle'] as const)('%s without articles is valid too', async (format) => {
  await expectValidXml(await report(format, []), `${format}.xsd`)
})
