import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {beforeEach, describe, expect, it, test, vi} from 'vitest'
import {UsageError} from '../src/engine/error.ts'
import {type ChangedLines, type ChangeQuery, readChanges} from '../src/engine/git/changes.ts'
import {lintFiles} from '../src/engine/index.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

beforeEach(() => {
  // Whatever the person who runs the tests has set.
  const home = makeFolder({'.gitconfig': '[user]\n\tname = Ida Holm\n\temail = ida@harrow.example\n'})
  vi.stubEnv('HOME', home)
  vi.stubEnv('XDG_CONFIG_HOME', home)
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1')
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']) vi.stubEnv(name, undefined)
  return () => {
    vi.unstubAllEnvs()
  }
})

function git(cwd: string, ...args: string[]): string {
  const {status, stdout, stderr} = spawnSync('git', ['-c', 'commit.gpgsign=false', ...args], {
    cwd,
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(`git ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout.trim()
}

function commit(cwd: string, message = 'A change'): void {
  git(cwd, 'add', '--all')
  git(cwd, 'commit', '--quiet', '--allow-empty', '--message', message)
}

/** A repository on `main` with these files in its first commit. */
function makeRepository(files: Readonly<Record<string, string | Buffer>>): string {
  const cwd = makeFolder(files)
  git(cwd, 'init', '--quiet', '--initial-branch', 'main')
  commit(cwd, 'The first')
  return cwd
}

function write(cwd: string, file: string, text: string | Buffer): void {
  mkdirSync(path.dirname(path.join(cwd, file)), {recursive: true})
  writeFileSync(path.join(cwd, file), text)
}

async function linesOf(
  cwd: string,
  file: string,
  query: ChangeQuery = {since: 'main'}
): Promise<ChangedLines | undefined> {
  return (await readChanges(query, cwd)).linesOf(path.join(cwd, file))
}

const all = [[1, Number.POSITIVE_INFINITY]]
const tenLines = Array.from({length: 10}, (_, at) => `Line ${at + 1}.\n`)
const ten = tenLines.join('')

/** The ten lines with some of them replaced, by number; an empty text deletes one. */
function edited(changes: Readonly<Record<number, string>>): string {
  return tenLines.map((line, at) => changes[at + 1] ?? line).join('')
}

describe('the lines that changed', () => {
  const cases: [title: string, now: string, lines: unknown, before?: string][] = [
    ['nothing', ten, undefined],
    ['a line', edited({4: 'New.\n'}), [[4, 4]]],
    [
      'lines far apart',
      edited({1: 'New.\n', 10: 'New.\n'}),
      [
        [1, 1],
        [10, 10]
      ]
    ],
    [
      'lines near each other',
      edited({4: 'New.\n', 6: 'New.\n'}),
      [
        [4, 4],
        [6, 6]
      ]
    ],
    ['a line that is added', edited({4: 'Line 4.\nNew.\n'}), [[5, 5]]],
    [
      'lines added at the start and the end',
      `New.\n${ten}New.\n`,
      [
        [1, 1],
        [12, 12]
      ]
    ],
    ['a line that is gone', edited({4: ''}), [[3, 4]]],
    ['the first line gone', edited({1: ''}), [[1, 1]]],
    ['the last line gone', edited({10: ''}), [[9, 10]]],
    ['everything gone', '', [[1, 1]]],
    [
      'a text that goes, with the blank line before it',
      '## A\n\n## B\n',
      [[1, 3]],
      '## A\n\nText.\n\n## B\n'
    ],
    ['the last text that goes', '## A\n', [[1, 2]], '## A\n\nText.\n'],
    ['a text that becomes a blank line', 'A\n\nC\n', [[1, 3]], 'A\nB\nC\n'],
    ['two paragraphs that become one', 'A\nB\n', [[1, 2]], 'A\n\nB\n'],
    ['one of two blank lines', 'A\n\nB\n', [], 'A\n\n\nB\n'],
    ['line ends of Windows', ten.replaceAll('\n', '\r\n'), undefined],
    ['a line and the line ends', edited({4: 'New.\n'}).replaceAll('\n', '\r\n'), [[4, 4]]],
    ['text behind a last line without end', 'A\nB\nC\n', [[3, 3]], 'A\nB'],
    ['the last line end', 'A\nB', undefined, 'A\nB\n'],
    [
      'lines that look like a patch',
      '-- a\n++ b\n@@ -1 +1 @@\n+++ b/x.md\ndiff --git a/b b/b\n',
      [
        [2, 2],
        [4, 5]
      ],
      '-- a\n@@ -1 +1 @@\n--- a\n'
    ],
    ['lines that end as of old', 'A\rB\rC\n', all, 'A\rB\n'],
    ['a line with a separator', 'A\u2028b\nC\n', [[1, 1]], 'A\u2028B\nC\n']
  ]
  test.each(cases)('%s', async (_, now, lines, before = ten) => {
    const cwd = makeRepository({'a.md': before})
    write(cwd, 'a.md', now)
    expect(await linesOf(cwd, 'a.md')).toEqual(lines)
    git(cwd, 'add', 'a.md')
    expect(await linesOf(cwd, 'a.md', {staged: true})).toEqual(lines)
  })

  it('since a branch: committed, staged, in the working tree and untracked, not what the branch got since', async () => {
    const files = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.md`, ten]))
    const cwd = makeRepository({...files, '.gitignore': 'ignored.md\n'})
    git(cwd, 'checkout', '--quiet', '-b', 'draft')
    write(cwd, 'a.md', edited({1: 'New.\n'}))
    commit(cwd)
    git(cwd, 'checkout', '--quiet', 'main')
    write(cwd, 'd.md', edited({9: 'Theirs.\n'}))
    commit(cwd)
    git(cwd, 'checkout', '--quiet', 'draft')
    write(cwd, 'b.md', edited({2: 'New.\n'}))
    git(cwd, 'add', 'b.md')
    write(cwd, 'b.md', edited({2: 'New.\n', 8: 'New.\n'}))
    write(cwd, 'c.md', edited({3: 'New.\n'}))
    write(cwd, 'x/new.md', ten)
    write(cwd, 'ignored.md', ten)
    const changes = await readChanges({since: 'main'}, cwd)
    const lines = (file: string) => changes.linesOf(path.join(cwd, file))
    expect(lines('a.md')).toEqual([[1, 1]])
    expect(lines('b.md')).toEqual([
      [2, 2],
      [8, 8]
    ])
    expect(lines('c.md')).toEqual([[3, 3]])
    expect(lines('d.md')).toBeUndefined()
    expect(lines('e.md')).toBeUndefined()
    expect(lines('x/new.md')).toEqual(all)
    expect(lines('ignored.md')).toBeUndefined()
    expect(changes.read(path.join(cwd, 'b.md'))).toBeUndefined()
  })

  it('staged: as it is in the index', async () => {
    const cwd = makeRepository({'a.md': ten, 'b.md': ten})
    const text = edited({2: 'Grüße.\n'})
    write(cwd, 'a.md', text)
    write(cwd, 'new.md', `\uFEFF${ten}`)
    write(cwd, 'bin.md', Buffer.from([0, 1, 2]))
    write(cwd, 'big.md', Buffer.alloc(3 * 1024 * 1024, 'word\n'))
    write(cwd, 'empty.md', '')
    git(cwd, 'add', '--all')
    write(cwd, 'a.md', edited({7: 'Not yet.\n'}))
    write(cwd, 'b.md', edited({7: 'Not yet.\n'}))
    rmSync(path.join(cwd, 'new.md'))
    const changes = await readChanges({staged: true}, cwd)
    const lines = (file: string) => changes.linesOf(path.join(cwd, file))
    const content = (file: string) => changes.read(path.join(cwd, file))
    expect(lines('a.md')).toEqual([[2, 2]])
    expect(content('a.md')).toEqual({text})
    expect(lines('b.md')).toBeUndefined()
    expect(content('b.md')).toBeUndefined()
    expect(lines('new.md')).toEqual(all)
    expect(content('new.md')).toEqual({text: `\uFEFF${ten}`})
    expect(content('bin.md')).toHaveProperty('reason')
    expect(content('big.md')).toHaveProperty('reason')
    expect(content('empty.md')).toEqual({text: ''})
  })

  it('staged before the first commit', async () => {
    const cwd = makeFolder({'a.md': ten})
    git(cwd, 'init', '--quiet')
    git(cwd, 'add', '--all')
    expect(await linesOf(cwd, 'a.md', {staged: true})).toEqual(all)
    await expect(readChanges({since: 'HEAD'}, cwd)).rejects.toThrow(/--staged/)
  })

  it('of a file that moved are those that changed', async () => {
    const cwd = makeRepository({'a.md': ten, 'b.md': ten.replaceAll('Line', 'Row')})
    mkdirSync(path.join(cwd, 'x y'))
    git(cwd, 'mv', 'a.md', 'x y/ä "1".md')
    git(cwd, 'mv', 'b.md', 'c.md')
    write(cwd, 'x y/ä "1".md', edited({5: 'New.\n'}))
    git(cwd, 'add', '--all')
    for (const query of [{since: 'HEAD'}, {staged: true}] as const) {
      expect(await linesOf(cwd, 'x y/ä "1".md', query)).toEqual([[5, 5]])
      expect(await linesOf(cwd, 'c.md', query)).toBeUndefined()
      expect(await linesOf(cwd, 'a.md', query)).toBeUndefined()
    }
  })

  it('are found under any name', async () => {
    const names = [
      'a b.md',
      'ä.md',
      '日本.md',
      'q"q.md',
      "q'q.md",
      '-x.md',
      ':(top)x.md',
      '#%&$.md',
      ' .md',
      '*.md'
    ]
    if (path.sep === '/') names.push('new\nline.md', 'tab\tx.md', 'back\\slash.md', 'b b/a b.md')
    const cwd = makeRepository({'.gitkeep': '', ...Object.fromEntries(names.map((name) => [name, ten]))})
    for (const name of names) write(cwd, name, edited({3: 'New.\n'}))
    write(cwd, 'neu\n ü.md', ten)
    const changes = await readChanges({since: 'main'}, cwd)
    for (const name of names) expect(changes.linesOf(path.join(cwd, name)), name).toEqual([[3, 3]])
    expect(changes.linesOf(path.join(cwd, 'neu\n ü.md'))).toEqual(all)
    git(cwd, 'add', '--all')
    const staged = await readChanges({staged: true}, cwd)
    for (const name of names)
      expect(staged.read(path.join(cwd, name)), name).toEqual({text: edited({3: 'New.\n'})})
  })

  it('are none for a mode, a deletion, a submodule', async () => {
    const cwd = makeRepository({'mode.md': ten, 'gone.md': ten})
    const inner = makeRepository({'in.md': ten})
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'sub')
    commit(cwd)
    chmodSync(path.join(cwd, 'mode.md'), 0o755)
    unlinkSync(path.join(cwd, 'gone.md'))
    write(cwd, 'sub/in.md', edited({3: 'New.\n'}))
    write(cwd, 'a.md', ten)
    const changes = await readChanges({since: 'HEAD'}, cwd)
    const lines = (file: string) => changes.linesOf(path.join(cwd, file))
    expect(['mode.md', 'gone.md', 'sub', 'sub/in.md', 'a.md'].map(lines)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      all
    ])
  })

  it('are all for what has no text patch', async () => {
    const cwd = makeRepository({
      'a.md': ten,
      'b b/ü.md': ten,
      '.gitattributes': '*.md -diff\n',
      'link.md': ten
    })
    write(cwd, 'a.md', edited({3: 'New.\n'}))
    write(cwd, 'b b/ü.md', edited({3: 'New.\n'}))
    expect(await linesOf(cwd, 'a.md')).toEqual(all)
    expect(await linesOf(cwd, 'b b/ü.md')).toEqual(all)
    git(cwd, 'rm', '--quiet', '--cached', 'link.md')
    rmSync(path.join(cwd, 'link.md'))
    symlinkSync('a.md', path.join(cwd, 'link.md'))
    git(cwd, 'add', '--all')
    expect(await linesOf(cwd, 'link.md', {staged: true})).toEqual(all)
  })

  it('are all in the middle of a merge', async () => {
    const cwd = makeRepository({'a.md': ten})
    git(cwd, 'checkout', '--quiet', '-b', 'draft')
    write(cwd, 'a.md', edited({3: 'Ours.\n'}))
    commit(cwd)
    git(cwd, 'checkout', '--quiet', 'main')
    write(cwd, 'a.md', edited({3: 'Theirs.\n'}))
    commit(cwd)
    expect(() => git(cwd, 'merge', '--quiet', 'draft')).toThrow()
    expect(await linesOf(cwd, 'a.md', {staged: true})).toEqual(all)
  })

  it('do not depend on settings of git', async () => {
    const cwd = makeRepository({'a b/ü.md': ten, 'b.md': ten})
    const settings = {
      'diff.noprefix': 'true',
      'diff.mnemonicPrefix': 'true',
      'diff.external': 'false',
      'diff.context': '0',
      'diff.interHunkContext': '9',
      'diff.renames': 'copies',
      'diff.relative': 'true',
      'diff.submodule': 'diff',
      'diff.wordRegex': '.',
      'diff.colorMoved': 'zebra',
      'diff.algorithm': 'patience',
      'diff.orderFile': 'none',
      'color.ui': 'always',
      'color.diff': 'always',
      'core.quotePath': 'true',
      'core.pager': 'false',
      'core.fsmonitor': 'touch fsmonitor-ran',
      'pager.diff': 'true',
      'alias.diff': 'status',
      'diff.upper.textconv': 'tr a-z A-Z <'
    }
    for (const [name, value] of Object.entries(settings)) git(cwd, 'config', name, value)
    write(cwd, '.git/info/attributes', '*.md diff=upper\n')
    write(cwd, 'a b/ü.md', edited({3: 'New.\n', 6: 'New.\n'}))
    git(cwd, 'add', '--all')
    vi.stubEnv('GIT_EXTERNAL_DIFF', 'false')
    vi.stubEnv('GIT_DIFF_OPTS', '-u1')
    vi.stubEnv('GIT_PAGER', 'false')
    rmSync(path.join(cwd, 'fsmonitor-ran'), {force: true})
    const inner = path.join(cwd, 'a b')
    for (const query of [{since: 'main'}, {staged: true}] as const) {
      expect(await linesOf(inner, 'ü.md', query)).toEqual([
        [3, 3],
        [6, 6]
      ])
    }
    expect(existsSync(path.join(cwd, 'fsmonitor-ran'))).toBe(false)
  })

  it('are found from a subfolder, a linked folder and another working tree', async () => {
    const cwd = makeRepository({'in/a.md': ten, 'b.md': ten})
    write(cwd, 'in/a.md', edited({3: 'New.\n'}))
    write(cwd, 'b.md', edited({4: 'New.\n'}))
    expect(await linesOf(path.join(cwd, 'in'), 'a.md')).toEqual([[3, 3]])
    expect(await linesOf(path.join(cwd, 'in'), '../b.md')).toEqual([[4, 4]])
    const link = path.join(makeFolder({}), 'link')
    symlinkSync(path.join(cwd, 'in'), link)
    expect(await linesOf(link, 'a.md')).toEqual([[3, 3]])
    const tree = path.join(makeFolder({}), 'tree')
    git(cwd, 'worktree', 'add', '--quiet', '-b', 'draft', tree)
    write(tree, 'b.md', edited({9: 'New.\n'}))
    expect(await linesOf(tree, 'b.md')).toEqual([[9, 9]])
    expect(await linesOf(tree, 'in/a.md')).toBeUndefined()
  })

  it('of thousands of files are read', async () => {
    const names = Array.from({length: 1000}, (_, at) => `posts/${at}.md`)
    const cwd = makeRepository(Object.fromEntries(names.map((name) => [name, ten])))
    const long = `${'word '.repeat(400)}\n`
    for (const name of names) write(cwd, name, edited({3: long}))
    git(cwd, 'add', '--all')
    const since = await readChanges({since: 'main'}, cwd)
    const staged = await readChanges({staged: true}, cwd)
    for (const name of names) {
      expect(since.linesOf(path.join(cwd, name))).toEqual([[3, 3]])
      expect(staged.read(path.join(cwd, name))).toEqual({text: edited({3: long})})
    }
  })
})

describe('what git can not tell', () => {
  test.each([
    ['no such branch', 'nope', /`nope`.*fetch/],
    ['a flag', '--output=x', /Unexpected ref/],
    ['nothing', '', /Unexpected ref/],
    ['a file', 'a.md', /`a\.md`/],
    ['a range', 'main..HEAD', /`main\.\.HEAD`/],
    ['a tree', 'HEAD^{tree}', /HEAD/]
  ])('%s', async (_, since, reason) => {
    const cwd = makeRepository({'a.md': ten})
    const error = await readChanges({since}, cwd).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(UsageError)
    expect(String(error)).toMatch(reason)
  })

  it('no repository, no git, no working tree', async () => {
    const cwd = makeFolder({'a.md': ten})
    for (const query of [{since: 'main'}, {staged: true}] as const) {
      await expect(readChanges(query, cwd)).rejects.toThrow(UsageError)
    }
    git(cwd, 'init', '--quiet', '--bare', 'bare.git')
    await expect(readChanges({since: 'main'}, path.join(cwd, 'bare.git'))).rejects.toThrow(UsageError)
    vi.stubEnv('PATH', cwd)
    await expect(readChanges({since: 'main'}, cwd)).rejects.toThrow(/install git/)
  })

  it('no commit in common, in a whole and in a shallow clone', async () => {
    const cwd = makeRepository({'a.md': ten})
    write(cwd, 'a.md', edited({3: 'New.\n'}))
    commit(cwd)
    git(cwd, 'checkout', '--quiet', '--orphan', 'other')
    commit(cwd)
    await expect(readChanges({since: 'main'}, cwd)).rejects.toThrow(/no commit in common/)
    git(cwd, 'checkout', '--quiet', 'main')
    git(cwd, 'checkout', '--quiet', '-b', 'draft')
    commit(cwd)
    const shallow = path.join(makeFolder({}), 'shallow')
    git(cwd, 'clone', '--quiet', '--depth', '1', '--branch', 'draft', `file://${cwd}`, shallow)
    await expect(readChanges({since: 'origin/main'}, shallow)).rejects.toThrow(/fetch-depth: 0/)
    git(shallow, 'fetch', '--quiet', '--depth', '1', 'origin', 'other:refs/remotes/origin/other')
    await expect(readChanges({since: 'origin/other'}, shallow)).rejects.toThrow(/fetch-depth: 0/)
  })
})

const old = `# The salt road

The first carts came down the road in spring.

## The inns

## The tolls

A toll was paid at each bridge, says [TODO: name] of the archive.
`
const copied =
  'The carts that came down the road in spring carried salt, tar and dried fish to the inland towns.\n'
const only = ['empty-section', 'placeholder-text', 'duplicate-paragraph']

function run(
  cwd: string,
  args: readonly string[],
  rules: readonly string[] = only
): SpawnSyncReturns<string> {
  const {FORCE_COLOR: _, GITHUB_ACTIONS: __, ...env} = process.env
  const flags = ['--no-config', ...rules.flatMap((rule) => ['--only', rule])]
  return spawnSync(process.execPath, [buildCli(), ...flags, ...args], {cwd, encoding: 'utf8', env})
}

/** What the command line reports, as `path:line ruleId`. */
function reported(cwd: string, args: readonly string[], rules?: readonly string[]): readonly string[] {
  const {stdout, stderr} = run(cwd, [...args, '-f', 'json'], rules)
  if (stdout === '') throw new Error(stderr)
  const {files}: {files: {path: string; messages: {line: number; ruleId: string}[]}[]} = JSON.parse(stdout)
  return files.flatMap(({path: file, messages}) =>
    messages.length === 0 ? [file] : messages.map(({line, ruleId}) => `${file}:${line} ${ruleId}`)
  )
}

describe('the command line', () => {
  it('is silent about what is old', () => {
    const cwd = makeRepository({'a.md': old, 'b.md': old})
    const {status, stdout, stderr} = run(cwd, ['--since', 'main', '-f', 'json'])
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(JSON.parse(stdout)).toMatchObject({summary: {files: 0, errors: 0, warnings: 0}, files: []})
    expect(reported(cwd, ['--staged'])).toEqual([])

    write(cwd, 'a.md', old.replace('## The inns', 'A word.\n\n## The guards\n\n## The inns'))
    write(cwd, 'c.md', '# Tar\n\nTar came from [TODO: town].\n')
    expect(reported(cwd, ['--since', 'main'])).toEqual(['a.md:7 empty-section', 'c.md:3 placeholder-text'])
    expect(reported(cwd, ['--since', 'main', 'a.md'])).toEqual(['a.md:7 empty-section'])
    expect(reported(cwd, ['--staged'])).toEqual([])
    expect(run(cwd, ['--since', 'main']).status).toBe(1)
    expect(run(cwd, ['--since', 'nope'])).toMatchObject({status: 2, stdout: ''})
  })

  it('reads what is staged, not what stands in the file', () => {
    const cwd = makeRepository({'in/a.md': old})
    const staged = old.replace('in spring.', 'in [TODO: month].')
    write(cwd, 'in/a.md', staged)
    git(cwd, 'add', '--all')
    write(cwd, 'in/a.md', `${old.replace('## The tolls', '## The guards\n\n## The tolls')}`)
    expect(reported(path.join(cwd, 'in'), ['--staged'])).toEqual(['a.md:3 placeholder-text'])
    expect(reported(cwd, ['--since', 'HEAD'])).toEqual(['in/a.md:7 empty-section'])
    expect(reported(cwd, ['--staged', '--fix-dry-run'])).toEqual(['in/a.md:3 placeholder-text'])
  })

  it('runs as a hook of git', () => {
    const cwd = makeRepository({'in/a.md': old})
    const flags = only.map((rule) => `--only ${rule}`).join(' ')
    const hook = path.join(cwd, '.git/hooks/pre-commit')
    writeFileSync(
      hook,
      `#!/bin/sh\ncd in && "${process.execPath}" "${buildCli()}" --no-config ${flags} --staged\n`
    )
    chmodSync(hook, 0o755)
    write(cwd, 'in/a.md', `${old}\nA word.\n`)
    commit(cwd)
    write(cwd, 'in/a.md', `${old}\nA word of [TODO: name].\n`)
    expect(() => commit(cwd)).toThrow(/placeholder-text/)
    git(cwd, 'reset', '--quiet')
    expect(() => git(cwd, 'commit', '--quiet', '--all', '--message', 'A change')).toThrow(/placeholder-text/)
    expect(() => git(cwd, 'commit', '--quiet', '--message', 'A change', 'in/a.md')).toThrow(
      /placeholder-text/
    )
  })

  it('follows a file that moved', () => {
    const cwd = makeRepository({'a.md': old})
    git(cwd, 'mv', 'a.md', 'b.md')
    expect(reported(cwd, ['--since', 'main'])).toEqual([])
    write(cwd, 'b.md', old.replace('in spring.', 'in [TODO: month].'))
    git(cwd, 'add', '--all')
    expect(reported(cwd, ['--since', 'main'])).toEqual(['b.md:3 placeholder-text'])
    expect(reported(cwd, ['--staged'])).toEqual(['b.md:3 placeholder-text'])
  })

  it('finds a section that lost its text, and a copy above an old paragraph', () => {
    const text = `# The road\n\n## The inns\n\nAn inn stood at each ford.\n\n## The carts\n\n${copied}`
    const cwd = makeRepository({'a.md': text})
    write(cwd, 'a.md', text.replace('An inn stood at each ford.\n\n', ''))
    expect(reported(cwd, ['--since', 'main'])).toEqual(['a.md:3 empty-section'])
    write(cwd, 'a.md', text.replace('An inn', `${copied}\nAn inn`))
    const [copy] = reported(cwd, ['--since', 'main'])
    expect(copy).toBe('a.md:11 duplicate-paragraph')
  })

  it('judges a changed article as a whole', () => {
    const claims = Array.from(
      {length: 24},
      (_, at) =>
        `Sales of salt grew by ${at + 3} percent in ${1950 + at}, and ${at + 12} million people bought it.\n`
    )
    const article = `# The salt trade\n\n${claims.join('\n')}`
    const cwd = makeRepository({'a.md': article, 'b.md': article})
    write(
      cwd,
      'a.md',
      article.replace('## Sales', '## Trade').replace('Sales of salt grew by 9 ', 'Sales grew by 9 ')
    )
    expect(reported(cwd, ['--since', 'main'], ['no-sources'])).toEqual(['a.md:1 no-sources'])
  })

  it('works together with suppressions', async () => {
    const cwd = makeRepository({'a.md': old, 'b.md': old})
    await lintFiles(['.'], {cwd, config: false, only, suppressions: {suppressAll: true}})
    commit(cwd)
    git(cwd, 'checkout', '--quiet', '-b', 'draft')
    write(
      cwd,
      'a.md',
      old.replace('A toll', 'A small toll').replace('## The inns', '## The inns\n\n## The guards')
    )
    // The sentence was touched, so it is new; the section was not.
    expect(reported(cwd, ['--since', 'main'])).toEqual(['a.md:7 empty-section', 'a.md:11 placeholder-text'])
    await lintFiles(['a.md'], {cwd, config: false, only, suppressions: {suppressAll: true}})
    expect(reported(cwd, ['--since', 'main'])).toEqual(['a.md'])
    const {stderr} = run(cwd, ['--since', 'main', '--prune-suppressions'])
    expect(stderr).toContain('--since')
    expect(readFileSync(path.join(cwd, 'articlelint-suppressions.json'), 'utf8')).toContain('b.md')
  })

  it('leaves out a file that is gone', () => {
    const cwd = makeRepository({'a.md': old, 'b.md': old})
    renameSync(path.join(cwd, 'a.md'), path.join(cwd, 'c.md'))
    // Git does not know yet that it is the same file.
    expect(reported(cwd, ['--since', 'main'])).toEqual(['c.md:5 empty-section', 'c.md:9 placeholder-text'])
    git(cwd, 'add', '--all')
    expect(reported(cwd, ['--since', 'main'])).toEqual([])
  })
})
