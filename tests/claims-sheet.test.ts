import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {stripVTControlCharacters} from 'node:util'
import {beforeAll, describe, expect, it, test} from 'vitest'
import {type Claim, createDocument, listClaims} from '../src/index.ts'
import {
  type ClaimSheet,
  type ClaimSheetSettings,
  createClaimSheet,
  type ListedClaim,
  type ListedSource
} from '../src/lint/claim-sheet.ts'
import {claimsCsv} from '../src/reporters/claims-csv.ts'
import {claimsJson} from '../src/reporters/claims-json.ts'
import {claimsTable} from '../src/reporters/claims-table.ts'
import {claimFormats, loadClaimReporter} from '../src/reporters/index.ts'
import {wrap} from '../src/reporters/wrap.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

/** So that the tests hold however sure the model is of their sentences. */
const all = {minConfidence: 0}

const article = `# How Brotfix *Bakes* Its Bread

Brotfix sold [41 percent of its loaves](https://brotfix.example/2023.pdf) at night in 2023. It bought **nine** flour
mills near Leipzig in 2019.

Brotfix serves 2.4 million shoppers every week.[^1] Its rival Kornhof moved to Hanover in 1998, as Rossi wrote [2].

## Ovens

In 2021 Brotfix moved all its ovens from Leipzig to Hanover.

[^1]: Brotfix, *Annual Report 2024*, page 12.

## References

1. Lee, A. (2011). Bread in the North. Mill Press.
2. Rossi, B. (2004). The Ovens of Saxony. https://press.example/ovens
`

/**
 * The sheet of an article each of whose sentences is a claim, whatever the model thinks of it, from the last to the
 * first; the source is the last of the paragraph up to the sentence.
 */
function sheetOfAll(text: string, settings: ClaimSheetSettings = {}): ClaimSheet {
  const document = createDocument(text, 'a.md')
  const {citations, sentences} = document
  const claims = sentences.toReversed().map((sentence): Claim => {
    const citation = citations.findLast(
      (one) => one.paragraph === sentence.paragraph && one.sentence <= sentence.index
    )
    const reach = citation?.sentence === sentence.index ? 'sentence' : 'paragraph'
    const need = sentence.index === 0 ? 0.9 : 0.2
    return {
      kind: 'fact',
      sentence,
      range: sentence.range,
      confidence: need / 2,
      need,
      ...(citation && {citation, reach})
    }
  })
  return createClaimSheet(
    Object.create(document, {claims: {value: claims}}),
    {...all, ...settings},
    text.length - document.text.length
  )
}

describe('a claim sheet', () => {
  const sheet = sheetOfAll(article)
  const find = (start: string, {claims} = sheet): ListedClaim => {
    const claim = claims.find(({text}) => text.startsWith(start))
    if (!claim) throw new Error(`no claim starts with ${start}`)
    return claim
  }

  it('knows its article', () => {
    const {claims: _, ...head} = sheet
    expect(head).toEqual({
      path: 'a.md',
      title: 'How Brotfix Bakes Its Bread',
      language: 'en',
      hasReferenceList: true
    })
    expect(listClaims('Bread.\n')).toEqual({
      path: '<stdin>',
      language: 'en',
      hasReferenceList: false,
      claims: []
    })
  })

  it('has each claim as a reader sees it, with the place of its sentence in the file', () => {
    const bought = find('It bought')
    expect(bought.text).toBe('It bought nine flour mills near Leipzig in 2019.')
    expect(article.slice(bought.start, bought.end)).toBe(
      'It bought **nine** flour\nmills near Leipzig in 2019.'
    )
    expect([bought.line, bought.endLine]).toEqual([3, 4])
    for (const {confidence} of sheet.claims) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
    const starts = sheet.claims.map(({start}) => start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  it('has places of the file when that starts with a byte order mark', () => {
    const {claims} = sheetOfAll(`\uFEFF${article}`)
    expect(claims.map(({start}) => start - 1)).toEqual(sheet.claims.map(({start}) => start))
    expect(claims.map(({source}) => source && source.start - 1)).toEqual(
      sheet.claims.map(({source}) => source?.start)
    )
    expect(claims.map(({line, column}) => [line, column])).toEqual(
      sheet.claims.map(({line, column}) => [line, column])
    )
  })

  it('has the source of a claim: how far it reaches, where it stands, what it says', () => {
    expect(find('Brotfix sold').source).toMatchObject({
      reach: 'sentence',
      kind: 'link',
      distance: 0,
      url: 'https://brotfix.example/2023.pdf',
      text: '41 percent of its loaves'
    })
    expect(find('It bought').source).toMatchObject({reach: 'paragraph', distance: -1, line: 3})
    expect(find('In 2021').source).toBeUndefined()
    for (const {source} of sheet.claims) {
      if (source?.kind !== 'link') continue
      expect(article.slice(source.start, source.end)).toContain(source.text)
    }
  })

  it('has what a footnote or an entry of the references says', () => {
    expect(find('Brotfix serves').source).toMatchObject({
      kind: 'footnote',
      text: '[^1] Brotfix, Annual Report 2024, page 12.'
    })
    expect(find('Its rival').source).toMatchObject({
      kind: 'note-number',
      text: '[2] Rossi, B. (2004). The Ovens of Saxony. https://press.example/ovens',
      url: 'https://press.example/ovens'
    })
    const named = article.replace('as Rossi wrote [2]', 'as others wrote (Rossi, 2004)')
    expect(
      listClaims(named, all).claims.find(({text}) => text.startsWith('Its rival'))?.source
    ).toMatchObject({
      kind: 'author-year',
      url: 'https://press.example/ovens'
    })
  })

  it('has every link, note and reference of the sentence, the most findable first', () => {
    const text = article.replace(
      'near Leipzig in 2019.',
      'near Leipzig in 2019, [a page](https://b.example) says.[^1]'
    )
    const {source} = find('It bought', sheetOfAll(text))
    expect([source?.url, source?.also?.map(({kind}) => kind)]).toEqual(['https://b.example', ['footnote']])
    const named = article.replace('in 2019.', 'in 2019, according to Ann Lee.')
    expect(find('It bought', sheetOfAll(named)).source).toMatchObject({
      reach: 'sentence',
      kind: 'attribution'
    })
  })

  it('leaves out the claims that are less sure', () => {
    const sure = sheet.claims.filter(({confidence}) => confidence > 0.5)
    expect(sure.length).toBeLessThan(sheet.claims.length)
    expect(sheetOfAll(article, {minConfidence: 0.5}).claims).toEqual(sure)
    expect(sheetOfAll(article, {minConfidence: undefined}).claims).toEqual(sure)
    expect(listClaims(article, {minConfidence: 1}).claims).toEqual([])
  })

  it('is JSON', () => {
    expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet)
  })
})

const place = {line: 3, column: 1, endLine: 3, endColumn: 40, start: 20, end: 60}

function source(fields: Partial<ListedSource> = {}): ListedSource {
  return {kind: 'link', text: 'a page', url: 'https://a.example/page', ...place, ...fields}
}

function claim(fields: Partial<ListedClaim> = {}): ListedClaim {
  return {kind: 'fact', confidence: 0.8, text: 'The mill ground the grain.', ...place, ...fields}
}

function sheetOf(claims: readonly ListedClaim[], fields: Partial<ClaimSheet> = {}): ClaimSheet {
  return {path: 'a.md', title: 'A title', language: 'en', hasReferenceList: false, ...fields, claims}
}

const reached = [
  claim({source: {reach: 'sentence', ...source({distance: 0})}}),
  claim({source: {reach: 'paragraph', ...source({distance: -2})}}),
  claim({source: {reach: 'section', ...source({distance: 1})}}),
  claim({source: {reach: 'section', ...source()}}),
  claim({nearest: source({distance: 1})}),
  claim()
]

const hostile = '\u001B[2J\u001B]0;x\u0007\r\n\u009B1m\u007F\u202E\u2066\u2028\uFEFFx'
const attack = sheetOf(
  [
    claim({
      text: `=1+1${hostile}`,
      source: {reach: 'sentence', ...source({text: `@x${hostile}`, url: `https://a.example/${hostile}`})}
    })
  ],
  {path: `a${hostile}.md`, title: `-1${hostile}`}
)

describe('the table', () => {
  it('says of each claim where its source stands', () => {
    const lines = claimsTable([sheetOf(reached)], {}).split('\n')
    const where = lines.filter((line) => line.includes('→')).map((line) => line.split('→ ')[1])
    expect(where.slice(1)).toEqual([
      'in the sentence: https://a.example/page',
      '2 sentences above: https://a.example/page',
      'in this section, 1 sentence below: https://a.example/page',
      'in this section: https://a.example/page',
      'none; the nearest is 1 sentence below: https://a.example/page',
      'none'
    ])
    expect(lines.filter((line) => line.startsWith('[ ]'))).toHaveLength(reached.length)
  })

  it('counts', () => {
    const lines = claimsTable(
      [sheetOf(reached), sheetOf([claim()], {path: 'b.md', hasReferenceList: true})],
      {}
    ).split('\n')
    expect(lines.slice(0, 3)).toEqual([
      'a.md',
      'A title',
      '6 claims: 2 with a source, 2 with one only nearby, 2 without'
    ])
    expect(lines).toContain('1 claim: 0 with a source, 1 without; the article lists its sources')
    expect(lines.at(-1)).toBe('2 articles, 7 claims: 2 with a source, 2 with one only nearby, 3 without')
  })

  it('says so when there is nothing to list', () => {
    expect(claimsTable([sheetOf([])], {})).toContain('no claims found')
    expect(claimsTable([sheetOf([], {language: 'de'})], {})).toMatch(/`de`.*English only/)
  })

  it.each([50, 80, 100, 120])('fits %i columns, whatever the length of words and addresses', (width) => {
    const url = `https://a.example/${'path/'.repeat(20)}?q=${'x'.repeat(300)}`
    const text = `${'word '.repeat(60)}${'w'.repeat(300)}.`
    const sheet = sheetOf([claim({text, source: {reach: 'sentence', ...source({url})}})], {
      path: `${'folder/'.repeat(40)}a.md`,
      title: text
    })
    const table = claimsTable([sheet, sheetOf(reached)], {width})
    for (const line of table.split('\n')) expect(line.length).toBeLessThanOrEqual(width)
    expect(table).toContain('https://a.example/path/')
    expect(table.replace(/\s/g, '')).toContain('w'.repeat(300))
  })

  it('takes two columns for a wide character', () => {
    expect(wrap('面包 面包 面包', 9)).toEqual(['面包 面包', '面包'])
    expect(wrap('a '.repeat(3).trim(), 3)).toEqual(['a a', 'a'])
    expect(wrap('', 10)).toEqual([''])
  })

  it('has colours only when asked to', () => {
    expect(claimsTable([sheetOf(reached)], {})).not.toContain('\u001B')
    const plain = stripVTControlCharacters(claimsTable([sheetOf(reached)], {color: true}))
    expect(plain).toBe(claimsTable([sheetOf(reached)], {}))
  })

  it('fault 53: nothing of the text reaches the terminal', () => {
    const table = claimsTable([attack], {})
    expect(table.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\uFEFF]/u)
    expect(table).toContain('\\u{1b}[2J')
  })

  it('fault 54: no line is a command to GitHub Actions', () => {
    const sheets = [sheetOf([claim({text: '##[error]x'})], {path: '::error::x.md', title: '::warning::y'})]
    for (const format of [claimsTable, claimsCsv]) {
      const text = format(sheets, {githubActions: true})
      expect(text).not.toMatch(/^\s*::/m)
      expect(text).not.toContain('##[')
    }
    expect(claimsJson(sheets, {githubActions: true})).not.toContain('##[')
  })
})

/** The cells of a CSV, as a spreadsheet reads them. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let rest = text.replace(/^\uFEFF/, '')
  while (rest !== '') {
    const [match, quoted, bare = '', end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/.exec(rest) ?? []
    if (match === undefined) throw new Error(`no CSV: ${rest.slice(0, 40)}`)
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare)
    rest = rest.slice(match.length)
    if (end === '\r\n') rows.push([])
  }
  return rows
}

describe('CSV', () => {
  it('has a row for each claim', () => {
    const text = 'He said: “a; b”, and "c, d".'
    const sheets = [sheetOf([claim({text}), ...reached]), sheetOf([], {path: 'b.md'})]
    const [head = [], ...rows] = readCsv(claimsCsv(sheets, {})).slice(0, -1)
    expect(rows).toHaveLength(reached.length + 1)
    for (const row of rows) expect(row).toHaveLength(head.length)
    expect(rows[0]?.slice(0, 8)).toEqual(['a.md', 'A title', '3', '1', 'fact', '80', text, 'none'])
    expect(rows[2]?.slice(-3)).toEqual([
      '2 sentences above',
      'https://a.example/page',
      'https://a.example/page'
    ])
  })

  it('begins with the mark by which Excel knows UTF-8', () => {
    expect(claimsCsv([], {}).charCodeAt(0)).toBe(0xfeff)
  })

  it('runs no formula of an article', () => {
    const cells = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1', '=cmd|’ /C calc’!A0', 'a=1', '1-1']
    const rows = readCsv(claimsCsv([sheetOf(cells.map((text) => claim({text})))], {})).slice(1, -1)
    const texts = rows.map((row) => row[6] ?? '')
    expect(texts.filter((text) => /^\s*[=+\-@＝＋－＠]/.test(text))).toEqual([])
    expect(texts.slice(0, 2)).toEqual(["'=1+1", "'+1"])
    expect(texts.slice(-2)).toEqual(['a=1', '1-1'])
    for (const row of readCsv(claimsCsv([attack], {})).slice(1)) {
      expect(row.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([])
    }
  })

  it('holds nothing that a terminal acts on', () => {
    const text = claimsCsv([attack], {}).replace(/^\uFEFF|\r\n/g, '')
    expect(text).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\uFEFF]/u)
  })
})

describe('JSON', () => {
  it('has the shape of version 1', () => {
    const report = JSON.parse(claimsJson([sheetOf(reached)], {}))
    const counts = {claims: 6, sourced: 2, nearby: 2, unsourced: 2}
    expect(report).toEqual({
      version: 1,
      summary: {files: 1, ...counts},
      files: [
        {
          path: 'a.md',
          title: 'A title',
          language: 'en',
          hasReferenceList: false,
          summary: counts,
          claims: reached.map((claim) => ({...claim, source: claim.source ?? null}))
        }
      ]
    })
    expect(Object.keys(report.files[0].claims[0])).toEqual([
      'line',
      'column',
      'endLine',
      'endColumn',
      'start',
      'end',
      'kind',
      'confidence',
      'text',
      'source'
    ])
  })

  it('holds nothing that a terminal acts on, and gives the text back', () => {
    const text = claimsJson([attack], {})
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u)
    expect(JSON.parse(text).files[0].claims[0].text).toBe(attack.claims[0]?.text)
  })
})

test('every format has a reporter', async () => {
  expect(claimFormats).toEqual(['table', 'json', 'csv'])
  for (const format of claimFormats) expect(typeof (await loadClaimReporter(format))([], {})).toBe('string')
})

describe('articlelint claims', () => {
  let cli = ''
  beforeAll(() => {
    cli = buildCli()
  }, 120_000)

  const files = {'a.md': article, 'b.md': '# Short\n\nBread.\n', 'notes.rst': 'Bread'}

  function run(
    args: readonly string[],
    {cwd = makeFolder(files), input}: {cwd?: string; input?: string | Buffer} = {}
  ): SpawnSyncReturns<string> {
    const {NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, ...env} = process.env
    return spawnSync(process.execPath, [cli, ...args], {
      cwd,
      env,
      encoding: 'utf8',
      ...(input === undefined ? {} : {input})
    })
  }

  const cases: [title: string, status: number, args: readonly string[], stderr?: string][] = [
    ['a file', 0, ['claims', 'a.md']],
    ['a folder', 0, ['claims', '.']],
    ['help', 0, ['claims', '--help']],
    ['no files', 2, ['claims'], 'name files'],
    ['a missing file', 2, ['claims', 'nope.md'], '`nope.md`'],
    ['an empty glob', 2, ['claims', 'x/*.md'], '--no-error-on-unmatched-pattern'],
    ['an empty glob that is accepted', 0, ['claims', '--no-error-on-unmatched-pattern', 'x/*.md']],
    ['all files left out', 2, ['claims', '--ignore-pattern', '*.md', 'a.md'], '--no-ignore'],
    ['an unknown flag', 2, ['claims', '--formt', 'json', 'a.md'], 'did you mean --format?'],
    ['a flag of the linter', 2, ['claims', '--fix', 'a.md'], '--fix'],
    ['an unknown format', 2, ['claims', '-f', 'stylish', 'a.md'], 'table, json, csv'],
    ['a confidence over 1', 2, ['claims', '--min-confidence', '25', 'a.md'], '--min-confidence'],
    ['a confidence that is none', 2, ['claims', '--min-confidence', 'high', 'a.md'], '--min-confidence'],
    ['input and files', 2, ['claims', '--stdin', 'a.md'], 'standard input'],
    ['a missing config', 2, ['claims', '-c', 'nope.json', 'a.md'], 'nope.json'],
    ['a sheet that can not be written', 2, ['claims', '-o', 'a.md/sheet.csv', 'a.md'], 'written'],
    ['a file of that name that is missing', 2, ['./claims'], '`./claims`']
  ]
  test.each(cases)('%s: %i', (_, status, args, stderr) => {
    const result = run(args)
    expect(result.status, result.stderr).toBe(status)
    if (stderr === undefined) expect(result.stderr).toBe('')
    else expect(result.stderr).toMatch(/^articlelint: /)
    expect(result.stderr).toContain(stderr ?? '')
    if (status === 2) expect(result.stdout).toBe('')
  })

  test('prints what the library gives', () => {
    const {stdout} = run(['claims', '-f', 'json', '--min-confidence', '0', 'a.md', 'b.md'])
    const sheets = [
      listClaims(article, {path: 'a.md', ...all}),
      listClaims(files['b.md'], {path: 'b.md', ...all})
    ]
    expect(stdout).toBe(`${claimsJson(sheets, {})}\n`)
    expect(JSON.parse(stdout).files[0].claims.length).toBeGreaterThan(0)
  })

  test('is a table by default, 100 columns wide when nobody looks', () => {
    const {stdout} = run(['claims', '--min-confidence', '0', 'a.md'])
    expect(stdout).toBe(`${claimsTable([listClaims(article, {path: 'a.md', ...all})], {width: 100})}\n`)
    expect(run(['claims', '--color', 'a.md']).stdout).toContain('\u001B[')
  })

  test.each([['--stdin'], ['-']])('%s reads standard input', (flag) => {
    const result = run(['claims', flag, '-f', 'json', '--min-confidence', '0'], {input: article})
    expect(result.status, result.stderr).toBe(0)
    const [sheet] = JSON.parse(result.stdout).files
    expect([sheet.path, sheet.claims.length > 0]).toEqual(['<stdin>', true])
    const named = run(['claims', flag, '--stdin-filename', 'sub/draft.md', '-f', 'json'], {input: article})
    expect(JSON.parse(named.stdout).files[0].path).toBe('sub/draft.md')
  })

  test('goes into a file, in folders that need not exist', () => {
    const cwd = makeFolder(files)
    const result = run(['claims', '-f', 'csv', '-o', 'out/sheet.csv', '--min-confidence', '0', 'a.md'], {cwd})
    expect([result.status, result.stdout, result.stderr]).toEqual([0, '', ''])
    const rows = readCsv(readFileSync(path.join(cwd, 'out/sheet.csv'), 'utf8'))
    expect(rows[1]?.[0]).toBe('a.md')
    expect(rows.at(-1)).toEqual([])
  })

  test('an unreadable file is named, the others are listed', () => {
    const cwd = makeFolder({...files, 'bad.md': Buffer.from([0x63, 0xff])})
    const result = run(['claims', '-f', 'json', '.'], {cwd})
    expect(result.status).toBe(2)
    expect(result.stderr).toMatch(/^articlelint: bad\.md: .*UTF-8/)
    expect(JSON.parse(result.stdout).files.map((file: {path: string}) => file.path)).toEqual(['a.md', 'b.md'])
    const input = run(['claims', '--stdin'], {input: Buffer.from([0xff, 0xfe, 0x41])})
    expect([input.status, input.stderr]).toEqual([2, expect.stringContaining('UTF-16')])
  })

  test('leaves out what the config ignores, unless told otherwise', () => {
    const cwd = makeFolder({...files, '.articlelintrc.json': '{"ignores": ["b.md"]}'})
    const paths = (...args: string[]) =>
      JSON.parse(run(['claims', '-f', 'json', ...args, '.'], {cwd}).stdout).files.map(
        (file: {path: string}) => file.path
      )
    expect([paths(), paths('--no-config'), paths('--no-ignore')]).toEqual([
      ['a.md'],
      ['a.md', 'b.md'],
      ['a.md', 'b.md']
    ])
  })

  test('says of an article in another language that nothing was listed', () => {
    const cwd = makeFolder({...files, '.articlelintrc.json': '{"language": "de"}'})
    const sheetOf = (...args: string[]) =>
      JSON.parse(run(['claims', '-f', 'json', ...args], {cwd, input: article}).stdout).files[0]
    expect(sheetOf('a.md')).toMatchObject({language: 'de', claims: []})
    expect(sheetOf('--stdin')).toMatchObject({language: 'de', claims: []})
    expect(sheetOf('--language', 'en-GB', 'a.md').language).toBe('en-GB')
    expect(sheetOf('--no-config', 'a.md').language).toBe('en')
    expect(run(['claims', '--language', 'fr', 'a.md'], {cwd}).stdout).toMatch(/`fr`.*English only/)
    expect(run(['claims', '--language', '?', 'a.md'], {cwd}).status).toBe(2)
  })

  test('a file named like the command is linted by its path', () => {
    const cwd = makeFolder({claims: '# A title\n\n## Left empty\n\n## More\n\nText.\n'})
    const args = ['--only', 'empty-section', '-f', 'json']
    for (const name of ['./claims', path.join(cwd, 'claims')]) {
      const {stdout} = run([...args, name], {cwd})
      expect(JSON.parse(stdout).files[0].messages).toHaveLength(1)
    }
    expect(JSON.parse(run(['claims', './claims', '-f', 'json'], {cwd}).stdout).files[0].path).toBe('claims')
  })

  test('the help of the linter names it', () => {
    expect(run(['--help']).stdout).toMatch(/Commands:\n +claims /)
    expect(run(['claims', '--help']).stdout).toMatch(
      /--format [\s\S]+--output-file [\s\S]+--min-confidence [\s\S]+Exit codes:/
    )
  })
})
