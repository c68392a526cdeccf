import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {presets, recommended, rules} from '../src/config/builtin.ts'
import {severities} from '../src/config/schema.ts'
import {createDocument} from '../src/document/index.ts'
import {createClaimSheet} from '../src/lint/claim-sheet.ts'
import {fixText} from '../src/lint/fix.ts'
import {lintText} from '../src/lint/index.ts'
import {ruleUrl} from '../src/lint/message.ts'
import {checkSite} from '../src/lint/site.ts'
import {claimsTable} from '../src/reporters/claims-table.ts'
import {stylish} from '../src/reporters/stylish.ts'
import {readOptions, toJsonSchema} from '../src/rule/options.ts'
import {sourceReader} from '../src/sources/statements/reader.ts'
import {derivedFiles} from './tools/derive.mjs'
import {derivePage, readExamples, readSections} from './tools/derive-page.mjs'

const files = derivedFiles({
  rules,
  presets,
  severities,
  toJsonSchema,
  ruleUrl,
  lintText,
  checkSite,
  fixText,
  readOptions,
  recommended,
  sourceReader,
  stylish,
  createDocument,
  createClaimSheet,
  claimsTable
})

it.each([...files])('%s is fresh (else: npm run derive)', (file, text) => {
  const url = new URL(`../${file}`, import.meta.url)
  expect(existsSync(url) ? readFileSync(url, 'utf8') : undefined).toBe(text)
})

it('every rule is in every list', () => {
  const schema = JSON.parse(files.get('schema.json') ?? '')
  expect(Object.keys(schema.definitions.rules.properties)).toEqual(rules.map(({id}) => id))
  const rows = files.get('rules/README.md')?.match(/^\| \[[a-z-]+\]/gm)
  expect(rows).toEqual(rules.map(({id}) => `| [${id}]`))
})

describe('a page', () => {
  const page = [
    '# bad-thing',
    '',
    '## Examples',
    '',
    '```md bad {"min": 2}',
    'one',
    '```',
    '```text report',
    'stale',
    '```',
    '',
    'Words between.',
    '',
    '````md bad',
    '# A heading in code is none',
    '```',
    'inner',
    '```',
    '````',
    '',
    '```md good',
    'two',
    '```',
    '',
    '```md bad a.md',
    'first',
    '```',
    '',
    '```md bad b.md',
    'second',
    '```',
    '',
    '## Options',
    ''
  ].join('\n')

  it('has examples', () => {
    expect(readExamples(page)).toMatchObject([
      {kind: 'bad', articles: [{path: undefined, text: 'one\n'}], options: {min: 2}, line: 5},
      {kind: 'bad', articles: [{text: '# A heading in code is none\n```\ninner\n```\n'}], options: undefined},
      {kind: 'good', articles: [{text: 'two\n'}]},
      {
        kind: 'bad',
        articles: [
          {path: 'a.md', text: 'first\n'},
          {path: 'b.md', text: 'second\n'}
        ]
      }
    ])
  })

  it('has the sources of an example behind its articles', () => {
    const sources = [
      {url: 'https://example.org/a', state: 'alive', fetched: '2026-11-20', statements: []}
    ] as const
    const block = `\n\`\`\`json sources\n${JSON.stringify(sources)}\n\`\`\`\n`
    const article = (kind: string, name: string) => `\n\`\`\`md ${kind} ${name}\ntext\n\`\`\`\n`
    const given = `# a\n${article('bad', 'a.md')}${article('bad', 'b.md')}${block}${article('bad', 'c.md')}`
    expect(readExamples(given)).toMatchObject([
      {articles: [{path: 'a.md'}, {path: 'b.md'}], sources},
      {articles: [{path: 'c.md'}]}
    ])
    const derived = derivePage(given, ({articles}) => ({
      report: `${articles.length}\n`,
      fixed: undefined
    }))
    expect(derived).toContain(`${block}\n\`\`\`text report\n2\n\`\`\`\n${article('bad', 'c.md')}`)
    expect(() => readExamples(`# a\n${block}`)).toThrow('sources')
    expect(() => readExamples(`# a\n${article('good', 'a.md')}${block}${block}`)).toThrow('sources')
    expect(() => readExamples(`# a\n${article('good', 'a.md')}\nWords.\n${block}`)).toThrow('sources')
  })

  it('has sections', () => {
    expect(readSections(page).map(({level, title}) => [level, title])).toEqual([
      [1, 'bad-thing'],
      [2, 'Examples'],
      [2, 'Options']
    ])
  })

  it('gets a report behind each bad example, and the fixed text in a fence that holds it', () => {
    const derived = derivePage(page, ({articles}) => ({
      report: `1:1-1:4 error found: ${articles.length}\n`,
      fixed: articles[0]?.text === 'one\n' ? '```\ncode\n```\n' : undefined
    }))
    expect(derived).toContain(
      'one\n```\n\n```text report\n1:1-1:4 error found: 1\n```\n\n````md fixed\n```\ncode\n```\n````\n\nWords between.'
    )
    expect(derived).toContain('second\n```\n\n```text report\n1:1-1:4 error found: 2\n```\n\n## Options\n')
    expect(derived).not.toContain('stale')
    expect(
      derivePage(derived, ({articles}) => ({
        report: `1:1-1:4 error found: ${articles.length}\n`,
        fixed: articles[0]?.text === 'one\n' ? '```\ncode\n```\n' : undefined
      }))
    ).toBe(derived)
  })

  it.each([
    ['an open fence', '```md bad\none\n'],
    ['a report without an example', '```text report\n```\n'],
    ['a report behind a good example', '```md good\none\n```\n\n```text report\n```\n'],
    ['another kind of example', '```md worse\none\n```\n'],
    ['options that are no JSON', '```md bad {min: 2}\none\n```\n']
  ])('must not have %s', (_name, text) => {
    expect(() => readExamples(text)).toThrow()
  })
})
