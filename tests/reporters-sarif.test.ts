import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type {Fix, Log, Region, Result, Run} from 'sarif'
import {describe, expect, test} from 'vitest'
import type {ReportedFile, ReporterOptions} from '../src/reporters/index.ts'
import {createMessageAt, readSchema, report} from './setup/report.ts'

const ajv = new Ajv2020({strict: false, allErrors: true})
addFormats.default(ajv)
const validate = ajv.compile(JSON.parse(readSchema('sarif-2.1.0.json')))

/** The run of a report that is valid, and has all that GitHub code scanning demands beyond the schema. */
async function run(files: readonly ReportedFile[], options: ReporterOptions = {}): Promise<Run> {
  const log: Log = JSON.parse(await report('sarif', files, {version: '1.2.3', rules, ...options}))
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
  expect([log.version, log.$schema, log.runs.length]).toEqual([
    '2.1.0',
    'https://json.schemastore.org/sarif-2.1.0.json',
    1
  ])
  const [one] = log.runs
  if (!one) throw new Error('Expected a run')
  const {rules: described = []} = one.tool.driver
  expect(new Set(described.map(({id}) => id)).size).toBe(described.length)
  for (const {shortDescription, fullDescription, help} of described) {
    for (const text of [shortDescription?.text, fullDescription?.text]) {
      expect(text?.length).toBeGreaterThan(0)
      expect(text?.length).toBeLessThanOrEqual(1024)
    }
    expect(help?.text).not.toBe('')
  }
  for (const {ruleId, ruleIndex = -1, message, locations = [], relatedLocations = []} of one.results ?? []) {
    expect(described[ruleIndex]?.id).toBe(ruleId)
    expect(message.text).not.toBe('')
    expect(locations).toHaveLength(1)
    const {startLine, startColumn, endLine, endColumn} = locations[0]?.physicalLocation?.region ?? {}
    for (const value of [startLine, startColumn, endLine, endColumn]) expect(value).toBeGreaterThanOrEqual(1)
    expect(relatedLocations.map(({id}) => id)).toEqual(relatedLocations.map((_, index) => index))
  }
  return one
}

function results(one: Run): readonly Result[] {
  return one.results ?? []
}

/** What a viewer finds in the text by lines and columns, and by offsets. */
function read(text: string, region: Region | undefined): readonly string[] {
  const {
    startLine = 0,
    startColumn = 0,
    endLine = 0,
    endColumn = 0,
    charOffset = 0,
    charLength = 0
  } = region ?? {}
  const body = text.replace(/^\uFEFF/, '')
  const lines = body.split(/(?<=\n|\r(?!\n))/)
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).join('').length + column - 1
  return [
    body.slice(offset(startLine, startColumn), offset(endLine, endColumn)),
    body.slice(charOffset, charOffset + charLength)
  ]
}

const rules = [
  {id: 'rule-a', summary: 'Flag [it].', category: 'debris', url: 'https://example.org/a', severity: 'error'},
  {id: 'rule-b', summary: 'x'.repeat(2000), category: 'style', url: 'https://example.org/b', severity: 'info'}
] as const

const text = 'One line.\r\nThe 💣 mill stands here.\r\nThe 💣 mill stands here.\r\n'

test('the schema tells a wrong report', () => {
  expect(validate({version: '2.1.0', runs: [{tool: {driver: {}}, results: []}]})).toBe(false)
})

test('names the tool, its rules with help, and how columns are counted', async () => {
  const one = await run([])
  const {driver} = one.tool
  expect([driver.name, driver.version, driver.semanticVersion]).toEqual(['articlelint', '1.2.3', '1.2.3'])
  expect(driver.informationUri).toMatch(/^https:/)
  expect(one.columnKind).toBe('utf16CodeUnits')
  expect(one.invocations?.[0]?.executionSuccessful).toBe(true)
  expect(driver.rules?.[0]).toEqual({
    id: 'rule-a',
    shortDescription: {text: 'Flag [it].'},
    fullDescription: {text: 'Flag [it].'},
    helpUri: 'https://example.org/a',
    help: {
      text: 'Flag [it]. https://example.org/a',
      markdown: 'Flag \\[it\\]. [Why, examples and options](https://example.org/a)'
    },
    defaultConfiguration: {level: 'error'},
    properties: {category: 'debris', tags: ['debris'], 'problem.severity': 'error'}
  })
  expect(driver.rules?.[1]?.defaultConfiguration?.level).toBe('note')
  expect(driver.rules?.[1]?.properties?.['problem.severity']).toBe('recommendation')
})

describe('a result', () => {
  test('has level, message, place with its words, fingerprint and confidence', async () => {
    const message = createMessageAt(text, '💣 mill', {
      ruleId: 'rule-b',
      severity: 'warn',
      note: 'Because',
      confidence: 0.75
    })
    const [result] = results(await run([{path: 'a.md', text, messages: [message]}]))
    expect(result).toEqual({
      ruleId: 'rule-b',
      ruleIndex: 1,
      level: 'warning',
      message: {text: 'Unexpected `x`.\nBecause'},
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: 'a.md', uriBaseId: '%SRCROOT%'},
            region: {
              startLine: 2,
              startColumn: 5,
              endLine: 2,
              endColumn: 12,
              charOffset: 15,
              charLength: 7,
              snippet: {text: '💣 mill'}
            }
          }
        }
      ],
      partialFingerprints: {'articlelintFingerprint/v1': '0123456789abcdef:1'},
      properties: {confidence: 0.75}
    })
  })

  test('of a rule that is not listed, such as a plugin’s, adds the rule once', async () => {
    const messages = ['mill', 'here'].map((words) =>
      createMessageAt(text, words, {ruleId: 'acme/own', url: 'no url'})
    )
    const one = await run([{path: 'a.md', text, messages}])
    expect(one.tool.driver.rules?.slice(2)).toEqual([
      {
        id: 'acme/own',
        shortDescription: {text: 'The rule acme/own.'},
        fullDescription: {text: 'The rule acme/own.'},
        help: {text: 'The rule acme/own.'},
        defaultConfiguration: {level: 'warning'},
        properties: {'problem.severity': 'warning'}
      }
    ])
  })

  test('shares no fingerprint with another of its article', async () => {
    const messages = [createMessageAt(text, 'mill'), createMessageAt(text, 'here')]
    const files = [
      {path: 'a.md', text, messages},
      {path: 'b.md', text, messages}
    ]
    expect(results(await run(files)).map(({partialFingerprints}) => partialFingerprints)).toEqual(
      [1, 2, 1, 2].map((number) => ({'articlelintFingerprint/v1': `0123456789abcdef:${number}`}))
    )
  })

  test('links to the other places from its message', async () => {
    const start = text.lastIndexOf('mill')
    const place = {path: 'b.md', line: 3, column: 8, start, end: start + 4}
    const related = [
      {...place, reason: 'The first is here'},
      {...place, reason: 'And [this] one'}
    ]
    const files = [
      {path: 'a.md', text, messages: [createMessageAt(text, 'mill', {related})]},
      {path: 'b.md', text, messages: []}
    ]
    const [result] = results(await run(files))
    expect(result?.message.text).toBe('Unexpected `x`.\n[The first is here](0)\n[And \\[this\\] one](1)')
    const [first] = result?.relatedLocations ?? []
    expect(first?.physicalLocation?.artifactLocation?.uri).toBe('b.md')
    expect(first?.message?.text).toBe('The first is here')
    expect(read(text, first?.physicalLocation?.region)).toEqual(['mill', 'mill'])
  })

  test('holds no link and no placeholder of the article', async () => {
    const message = createMessageAt(text, 'mill', {
      reason: 'Unexpected [x](http://evil) {0} {a}',
      note: '[y](0)'
    })
    const [result] = results(await run([{path: 'a.md', text, messages: [message]}]))
    expect(result?.message.text).toBe('Unexpected [x] (http://evil) {{0}} {a}.\n[y] (0)')
  })

  test.each([
    ['posts/a b#?%.md', 'posts/a%20b%23%3F%25.md'],
    ['ö/ü.md', '%C3%B6/%C3%BC.md'],
    ['a:b.md', 'a%3Ab.md'],
    ['<stdin>', '%3Cstdin%3E'],
    ['\uD800.md', '%EF%BF%BD.md'],
    ['/tmp/a b.md', 'file:///tmp/a%20b.md'],
    ['C:/a b.md', 'file:///C:/a%20b.md']
  ])('is in %j as %s', async (path, uri) => {
    const [result] = results(await run([{path, text, messages: [createMessageAt(text, 'mill')]}]))
    const location = result?.locations?.[0]?.physicalLocation?.artifactLocation
    expect(location?.uri).toBe(uri)
    expect(location?.uriBaseId).toBe(uri.startsWith('file:') ? undefined : '%SRCROOT%')
  })

  test('finds its words behind a byte order mark, and without the text has its place', async () => {
    const marked = `\uFEFF${text}`
    const plain = createMessageAt(text, 'One')
    const shifted = {...plain, start: 1, end: 4, fix: [{start: 1, end: 4, text: 'Two'}]}
    const [first] = results(await run([{path: 'a.md', text: marked, messages: [shifted]}]))
    expect(read(marked, first?.locations?.[0]?.physicalLocation?.region)).toEqual(['One', 'One'])
    const [second] = results(await run([{path: 'a.md', messages: [plain]}]))
    expect(second?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 4,
      charOffset: 0,
      charLength: 3
    })
  })
})

describe('fixes', () => {
  /** The text after a fix of a result. */
  function apply(before: string, fix: Fix | undefined): string {
    const [change] = fix?.artifactChanges ?? []
    return [...(change?.replacements ?? [])].reverse().reduce((body, {deletedRegion, insertedContent}) => {
      const [byLines, byOffsets] = read(before, deletedRegion)
      expect(byLines).toBe(byOffsets)
      const {charOffset = 0, charLength = 0} = deletedRegion
      return body.slice(0, charOffset) + (insertedContent?.text ?? '') + body.slice(charOffset + charLength)
    }, before)
  }

  test('are the repair and each suggestion, by lines and by offsets', async () => {
    const [one, two] = [text.indexOf('mill'), text.lastIndexOf('mill')]
    const message = createMessageAt(text, 'mill', {
      fix: [
        {start: one, end: one + 4, text: 'bridge'},
        {start: two, end: two + 4, text: 'ford'}
      ],
      suggestions: [
        {title: 'Join the lines', edits: [{start: 9, end: 11, text: ' '}]},
        {title: 'Do nothing', edits: []},
        {title: 'Add an end', edits: [{start: text.length, end: text.length, text: 'End'}]}
      ]
    })
    const [result] = results(await run([{path: 'a.md', text, messages: [message]}]))
    expect(result?.fixes?.map(({description}) => description?.text)).toEqual([
      'Repair, as --fix does',
      'Join the lines',
      'Add an end'
    ])
    expect(result?.fixes?.map((fix) => apply(text, fix))).toEqual([
      'One line.\r\nThe 💣 bridge stands here.\r\nThe 💣 ford stands here.\r\n',
      text.replace('\r\n', ' '),
      `${text}End`
    ])
  })
})

test('problems are notifications, and the run was no success', async () => {
  const problems = [
    {path: 'bad.mdx', reason: 'Unexpected `}`', line: 7, column: 2},
    {path: 'worse.mdx', reason: 'is binary'}
  ]
  const [invocation] = (await run([], {problems})).invocations ?? []
  expect(invocation).toEqual({
    executionSuccessful: false,
    toolExecutionNotifications: [
      {
        level: 'error',
        message: {text: 'Unexpected `}`'},
        locations: [
          {
            physicalLocation: {
              artifactLocation: {uri: 'bad.mdx', uriBaseId: '%SRCROOT%'},
              region: {startLine: 7, startColumn: 2}
            }
          }
        ]
      },
      {
        level: 'error',
        message: {text: 'is binary'},
        locations: [{physicalLocation: {artifactLocation: {uri: 'worse.mdx', uriBaseId: '%SRCROOT%'}}}]
      }
    ]
  })
})
