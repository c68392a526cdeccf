import {type SpawnSyncReturns, spawn, spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {rules} from '../rules/index.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 120_000)

const clean = '# A title\n\nThe first paragraph says a thing.\n\n## More\n\nThe second one says another.\n'
const warned =
  '# A title\n\nThe first paragraph says a thing.\n\n## Left empty\n\n## More\n\nThe second one says another.\n'
/** The rule set to error, so that the tests hold whatever the preset becomes. */
const asError = ['--only', 'empty-section', '--rule', 'empty-section:error']
const asWarning = ['--only', 'empty-section', '--rule', 'empty-section:warn']

const files = {'clean.md': clean, 'warned.md': warned}

interface RunOptions {
  readonly cwd?: string
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
}

function run(
  args: readonly string[],
  {cwd = makeFolder(files), input, env = {}}: RunOptions = {}
): SpawnSyncReturns<string> {
  const {NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, ...inherited} = process.env
  return spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: {...inherited, ...env},
    ...(input === undefined ? {} : {input})
  })
}

describe('exit codes', () => {
  const cases: [title: string, status: number, args: readonly string[], stderr?: string][] = [
    ['nothing found', 0, ['clean.md']],
    ['warnings only', 0, [...asWarning, 'warned.md']],
    ['as many warnings as accepted', 0, [...asWarning, '--max-warnings', '1', 'warned.md']],
    ['too many warnings', 1, [...asWarning, '--max-warnings', '0', 'warned.md'], '--max-warnings'],
    [
      'too many warnings that are not shown',
      1,
      [...asWarning, '-q', '--max-warnings', '0', 'warned.md'],
      '--max-warnings'
    ],
    ['errors', 1, [...asError, 'warned.md']],
    ['errors in one of two files', 1, [...asError, 'clean.md', 'warned.md']],
    ['a rule that is skipped', 0, [...asError, '--skip', 'empty-section', 'warned.md']],
    ['an empty glob that is accepted', 0, ['--no-error-on-unmatched-pattern', 'x/*.md']],
    ['version', 0, ['--version']],
    ['help', 0, ['--help']],
    ['no files', 2, [], 'name files'],
    ['a missing file', 2, ['nope.md'], '`nope.md`'],
    ['a missing file beside one that is there', 2, ['clean.md', 'nope.md'], '`nope.md`'],
    ['a command that is none', 2, ['clams', 'clean.md'], '`articlelint --help` lists the commands'],
    ['a glob of what to leave out', 2, ['*.md', '!clean.md'], "--ignore-pattern 'clean.md'"],
    [
      'one file, which is ignored',
      2,
      ['clean.md', '--ignore-pattern', '*.md'],
      '`clean.md` is ignored: see `ignores`'
    ],
    ['an empty glob', 2, ['x/*.md'], '--no-error-on-unmatched-pattern'],
    ['an unknown flag', 2, ['--fxi', 'clean.md'], 'did you mean --fix?'],
    ['an unknown format', 2, ['-f', 'xml', 'clean.md'], 'stylish, pretty'],
    ['a count that is none', 2, ['--max-warnings', '-1', 'clean.md'], '--max-warnings'],
    ['a severity that is none', 2, ['--min-severity', 'fatal', 'clean.md'], 'info, warn, error'],
    ['fix and dry run', 2, ['--fix', '--fix-dry-run', 'clean.md'], '--fix-dry-run'],
    ['input and files', 2, ['--stdin', 'clean.md'], 'standard input'],
    ['a name for input that is not read', 2, ['--stdin-filename', 'a.md', 'clean.md'], '--stdin'],
    ['an unknown rule', 2, ['--rule', 'empty-sectoin:error', 'clean.md'], 'did you mean `empty-section`?'],
    ['an unknown severity', 2, ['--rule', 'empty-section:eror', 'clean.md'], 'did you mean `error`?'],
    ['an unknown option', 2, ['--rule', 'empty-section:error:{"x":1}', 'clean.md'], '`x`'],
    ['options that are no JSON', 2, ['--rule', 'empty-section:error:{x', 'clean.md'], 'JSON'],
    ['a rule without severity', 2, ['--rule', 'empty-section', 'clean.md'], 'id:severity'],
    ['only an unknown rule', 2, ['--only', 'empty-sectoin', 'clean.md'], 'did you mean `empty-section`?'],
    ['a missing config', 2, ['-c', 'nope.json', 'clean.md'], 'nope.json'],
    ['a report that can not be written', 2, ['-o', 'clean.md/report.txt', 'clean.md'], 'report']
  ]
  test.each(cases)('%s: %i', (_, status, args, stderr) => {
    const result = run(args)
    expect(result.status, result.stderr).toBe(status)
    if (stderr === undefined) expect(result.stderr).toBe('')
    else expect(result.stderr).toMatch(/^articlelint: /)
    expect(result.stderr).toContain(stderr ?? '')
    if (status === 2) expect(result.stdout).toBe('')
  })

  test('a config that can not be used names file, line and column', () => {
    const cwd = makeFolder({...files, '.articlelintrc.yaml': 'rules:\n  empty-sectoin: off\n'})
    const result = run(['clean.md'], {cwd})
    expect([result.status, result.stdout]).toEqual([2, ''])
    expect(result.stderr).toBe(
      'articlelint: .articlelintrc.yaml:2:3: Unexpected rule `empty-sectoin`, did you mean `empty-section`?\n'
    )
    expect(run(['--no-config', 'clean.md'], {cwd}).status).toBe(0)
  })

  test('a plugin that is no valid module says what shows the place', () => {
    const cwd = makeFolder({
      ...files,
      '.articlelintrc.json': '{"plugins": ["./tone.mjs"]}',
      'tone.mjs': 'export default (\n'
    })
    const {status, stderr} = run(['clean.md'], {cwd})
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /^articlelint: \.articlelintrc\.json:1:14: .*\(`node --check \.\/tone\.mjs` shows where\)\n$/
    )
  })

  test('faults 4 and 9: an unreadable file is named, the others are linted', () => {
    const cwd = makeFolder({...files, 'bad.md': Buffer.from([0x63, 0xff]), 'zero.md': 'a\0b'})
    const result = run([...asError, '-f', 'json', '.'], {cwd})
    expect(result.status).toBe(2)
    expect(result.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^articlelint: bad\.md: .*UTF-8/),
      expect.stringMatching(/^articlelint: zero\.md: .*NUL/)
    ])
    const {files: linted} = JSON.parse(result.stdout)
    expect(
      linted.map((file: {path: string; messages: unknown[]}) => [file.path, file.messages.length])
    ).toEqual([
      ['clean.md', 0],
      ['warned.md', 1]
    ])
  })
})

describe('input', () => {
  test.each([['--stdin'], ['-']])('%s lints standard input', (flag) => {
    const result = run([...asError, flag, '-f', 'json'], {input: warned})
    expect(result.status).toBe(1)
    expect(JSON.parse(result.stdout).files).toMatchObject([
      {path: '<stdin>', messages: [{ruleId: 'empty-section'}]}
    ])
  })

  test('has the name and config it is given', () => {
    const cwd = makeFolder({
      'sub/.articlelintrc.json': '{"extends": [], "rules": {"empty-section": "error"}}'
    })
    const result = run(['--stdin', '--stdin-filename', 'sub/draft.md', '-f', 'json'], {cwd, input: warned})
    expect(result.status).toBe(1)
    expect(JSON.parse(result.stdout).files).toMatchObject([
      {path: 'sub/draft.md', messages: [{severity: 'error'}]}
    ])
  })

  test('fault 9: input that is not UTF-8', () => {
    const result = run(['--stdin'], {input: Buffer.from([0xff, 0xfe, 0x41])})
    expect([result.status, result.stderr]).toEqual([
      2,
      expect.stringMatching(/^articlelint: <stdin>: .*UTF-16/)
    ])
  })

  test('fault 11: names with a leading dash, blanks and a line end', () => {
    const cwd = makeFolder({'-x.md': warned, 'a b.md': warned, 'c\nd.md': warned})
    const result = run([...asError, '-f', 'json', '--', '-x.md', 'a b.md', 'c\nd.md'], {cwd})
    expect(JSON.parse(result.stdout).files.map((file: {path: string}) => file.path)).toEqual([
      '-x.md',
      'a b.md',
      'c\nd.md'
    ])
    expect(run([...asError, '.'], {cwd}).stdout).toContain('\nc\\u{a}d.md\n')
  })

  test('patterns and files of patterns leave articles out', () => {
    const cwd = makeFolder({...files, list: 'warned.md\n'})
    const paths = (...args: string[]) =>
      JSON.parse(run([...args, '-f', 'json', '.'], {cwd}).stdout).files.map(
        (file: {path: string}) => file.path
      )
    expect(paths('--ignore-pattern', 'warned.md')).toEqual(['clean.md'])
    expect(paths('--ignore-path', 'list')).toEqual(['clean.md'])
    expect(paths('--ignore-path', 'list', '--no-ignore')).toEqual(['clean.md', 'warned.md'])
  })
})

describe('report', () => {
  test('json has the shape of version 1', () => {
    const {stdout} = run([...asError, '-f', 'json', 'warned.md'])
    const report = JSON.parse(stdout)
    expect(Object.keys(report)).toEqual(['version', 'summary', 'files'])
    expect(report.summary).toEqual({files: 1, errors: 1, warnings: 0, infos: 0, fixable: 0, suppressed: 0})
    expect(report.files[0].messages).toMatchObject([
      {
        ruleId: 'empty-section',
        messageId: 'empty',
        severity: 'error',
        line: 5,
        column: 4,
        endLine: 5,
        endColumn: 14
      }
    ])
    const [{start, end}] = report.files[0].messages
    expect(warned.slice(start, end)).toBe('Left empty')
  })

  test('stylish is the default: file, line, rule, summary', () => {
    const {stdout} = run([...asError, 'clean.md', 'warned.md'])
    expect(stdout).toMatch(/^warned\.md\n5:4-5:14 error .+ {2}empty-section\n/)
    expect(stdout).toMatch(/\n\n1 error in 2 files\n$/)
  })

  test('quiet and the least severity hold messages back', () => {
    const ids = (...args: string[]) =>
      JSON.parse(run([...asWarning, ...args, '-f', 'json', 'warned.md']).stdout).files[0].messages.length
    expect([ids(), ids('-q'), ids('--min-severity', 'warn'), ids('--min-severity', 'error')]).toEqual([
      1, 0, 1, 0
    ])
  })

  test('goes into a file, in folders that need not exist', () => {
    const cwd = makeFolder(files)
    const result = run([...asError, '-f', 'json', '-o', 'out/deep/report.json', 'warned.md'], {cwd})
    expect([result.status, result.stdout, result.stderr]).toEqual([1, '', ''])
    expect(JSON.parse(readFileSync(path.join(cwd, 'out/deep/report.json'), 'utf8')).summary.errors).toBe(1)
  })

  test('fault 30: colours follow flag, FORCE_COLOR, NO_COLOR and the terminal', () => {
    const isColored = (args: readonly string[], env?: Record<string, string>) =>
      run([...asError, ...args, 'warned.md'], env ? {env} : {}).stdout.includes('\u001B[')
    expect(isColored([])).toBe(false)
    expect(isColored(['--color'])).toBe(true)
    expect(isColored([], {FORCE_COLOR: '1'})).toBe(true)
    expect(isColored(['--no-color'], {FORCE_COLOR: '1'})).toBe(false)
    expect(isColored(['--color'], {NO_COLOR: '1'})).toBe(true)
    expect(isColored(['--color', '-f', 'json'])).toBe(false)
  })

  test('faults 53 and 54: an article can not steer the terminal or the CI', () => {
    const title = 'Left \u001B[31m empty \u202E ##[error]x'
    const cwd = makeFolder({'::error::a.md': `# A title\n\nText.\n\n## ${title}\n\n## More\n\nText.\n`})
    const {stdout} = run([...asError, '.'], {cwd, env: {GITHUB_ACTIONS: 'true'}})
    expect(stdout).toContain('\\u{1b}[31m')
    expect(stdout).not.toMatch(/[^\n\P{Cc}]|\u202E|##\[|^\s*::/mu)
    const missing = run(['\u001B[31m\n::error::x.md'], {cwd, env: {GITHUB_ACTIONS: 'true'}})
    expect(missing.stderr).not.toMatch(/[^\n\P{Cc}]|^\s*::/mu)
  })

  test('fault 31: the same bytes whatever the language and time zone', () => {
    const cwd = makeFolder({...files, 'Änderung.md': warned, 'zebra.md': warned, 'ch/a.md': warned})
    const reports = [{LANG: 'C'}, {LANG: 'cs_CZ.UTF-8', LC_ALL: 'cs_CZ.UTF-8', TZ: 'Asia/Tokyo'}].flatMap(
      (env) => ['stylish', 'json'].map((format) => run(['-f', format, '.'], {cwd, env}).stdout)
    )
    expect(reports[2]).toBe(reports[0])
    expect(reports[3]).toBe(reports[1])
    expect(reports[0]).toContain('ch/a.md')
  })

  test('fault 24: a reader that leaves early is no fault', async () => {
    const cwd = makeFolder(Object.fromEntries(Array.from({length: 300}, (_, i) => [`${i}.md`, warned])))
    const child = spawn(process.execPath, [cli, ...asError, '-f', 'json', '.'], {cwd})
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect([status, stderr]).toEqual([1, ''])
  })

  test.skipIf(!existsSync('/dev/full'))('fault 25: a full disk under stdout', () => {
    const result = spawnSync('sh', ['-c', '"$0" "$1" clean.md > /dev/full', process.execPath, cli], {
      cwd: makeFolder(files),
      encoding: 'utf8'
    })
    expect([result.status, result.stderr]).toEqual([2, expect.stringMatching(/^articlelint: .*ENOSPC/)])
  })
})

describe('fixing', () => {
  // A second copy of a paragraph is the safest repair there is.
  const paragraph =
    'The night ferry leaves the old harbour at nine and reaches the island shortly before the bakery opens its door.'
  const twice = `# Crossing\n\n${paragraph}\n\nTickets are sold on board.\n\n${paragraph}\n`
  const only = ['--only', 'duplicate-paragraph']

  test('--fix writes the file and reports what is left', () => {
    const cwd = makeFolder({'a.md': twice})
    expect(run([...only, 'a.md'], {cwd}).stdout).toMatch(/1 fixable with --fix\n$/)
    const result = run([...only, '--fix', 'a.md'], {cwd})
    expect([result.status, result.stderr]).toEqual([0, ''])
    expect(result.stdout).toBe('nothing to report in 1 file, 1 repaired\n')
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8').split(paragraph)).toHaveLength(2)
  })

  test('--fix-dry-run shows the diff before the report, and writes nothing', () => {
    const cwd = makeFolder({'a.md': twice})
    const result = run([...only, '--fix-dry-run', 'a.md'], {cwd})
    expect(result.status).toBe(0)
    expect(result.stdout).toMatch(/^--- a\/a\.md\n\+\+\+ b\/a\.md\n@@/)
    expect(result.stdout).toMatch(/nothing to report in 1 file, 1 to be repaired\n$/)
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(twice)
    const json = run([...only, '--fix-dry-run', '-f', 'json', 'a.md'], {cwd})
    expect(JSON.parse(json.stdout).summary.errors).toBe(0)
    expect(json.stderr).toContain(`-${paragraph}`)
  })

  test('--stdin --fix is a filter: the text on stdout, the report on stderr', () => {
    const result = run([...only, '--stdin', '--fix'], {input: `\uFEFF${twice}`})
    expect(result.status).toBe(0)
    expect(result.stdout.startsWith('\uFEFF# Crossing\n')).toBe(true)
    expect(result.stdout.split(paragraph)).toHaveLength(2)
    expect(result.stderr).toBe('nothing to report in 1 file, 1 repaired\n')
  })
})

test('help names every flag of the contract, examples and exit codes; the version is that of the package', () => {
  const {stdout} = run(['--help'])
  const flags =
    '--fix --fix-dry-run --format --output-file --quiet --max-warnings --min-severity --stdin --stdin-filename --config --no-config --rule --only --skip --ignore-path --ignore-pattern --no-ignore --no-error-on-unmatched-pattern --no-inline-config --color --no-color --parser --language --since --staged --suppress-all --suppress-rule --prune-suppressions --suppressions-location --print-config --report-unused-disable-directives --no-code-config --watch'
  for (const flag of flags.split(' ')) expect(stdout).toContain(`${flag} `)
  expect(stdout).toMatch(/Examples:[\s\S]+Exit codes:/)
  const {version} = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8'))
  expect(run(['--version']).stdout).toBe(`${version}\n`)
})

describe('explain and rules', () => {
  test('explain prints the page of a rule, whole', () => {
    const page = readFileSync(path.resolve(import.meta.dirname, '../rules/empty-section/README.md'), 'utf8')
    const {status, stdout, stderr} = run(['explain', 'empty-section'])
    expect([status, stdout, stderr]).toEqual([0, page, ''])
  })

  test('explain gives addresses for links to other pages, and leaves those of examples', () => {
    const {stdout} = run(['explain', 'stale-source'])
    expect(stdout).toMatch(/\[undated-time\]\(https:\/\/\S+\/rules\/undated-time\/README\.md\)/)
    expect(stdout).not.toContain('](../')
    expect(run(['explain', 'broken-internal-link']).stdout).toContain('](./index.md#the-way-here)')
  })

  test('rules are listed by category, what an article may have wrong first', () => {
    const heads = run(['rules'])
      .stdout.split('\n')
      .filter((line) => /^[a-z]+$/.test(line))
    expect(heads[0]).toBe('evidence')
    expect(heads.slice(-2)).toEqual(['directive', 'limits'])
    expect(new Set(heads)).toEqual(new Set(rules.map(({category}) => category)))
  })

  test.each([
    [['explain', 'empty-sectoin'], 'did you mean `empty-section`?'],
    [['explain'], 'rule'],
    [['explain', 'zzz'], 'expected one that `articlelint rules` lists'],
    [['explain', 'acme/tone'], 'see the page that the plugin has for it'],
    [['rules', 'more'], 'articlelint rules'],
    [['rules', '--jsno'], 'did you mean --json?']
  ])('%j is wrong usage', (args, words) => {
    const {status, stdout, stderr} = run(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
  })

  test('rules lists all with severity and whether they repair', () => {
    const listed = JSON.parse(run(['rules', '--json']).stdout) as {
      id: string
      recommended: string
      fixable: boolean
    }[]
    expect(listed.map(({id}) => id).sort()).toEqual(rules.map(({id}) => id).sort())
    expect(listed).toContainEqual(
      expect.objectContaining({
        id: 'glued-heading',
        category: 'structure',
        recommended: 'error',
        fixable: true
      })
    )
    expect(listed).toContainEqual(
      expect.objectContaining({id: 'overclaim', recommended: 'off', fixable: false})
    )
    const table = run(['rules']).stdout
    for (const {id, summary} of rules)
      expect(table).toMatch(new RegExp(`^ {2}${id} .*${summary.slice(0, 12)}`, 'm'))
  })
})
