import {spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test, vi} from 'vitest'
import {LimitFault} from '../src/document/parse/fault.ts'
import {UsageError} from '../src/engine/error.ts'
import {decodeArticle, findFiles, readArticle} from '../src/engine/files.ts'
import {lintFiles, lintInput} from '../src/engine/index.ts'
import {makeFolder} from './setup/folder.ts'

vi.mock('../rules/index.ts', async () => {
  const {defineRule, defineSiteRule} = await import('../src/rule/index.ts')
  const rule = {summary: 'Flag it.', category: 'structure', options: {}} as const
  return {
    rules: [
      defineRule({
        ...rule,
        id: 'bad-word',
        recommended: 'warn',
        messages: {bad: (data: {word: string}) => `Unexpected \`${data.word}\`, expected \`good\``},
        check({text}, _options, report) {
          const at = text.indexOf('bad')
          if (at < 0) return
          const range = [at, at + 3] as const
          report('bad', {range, data: {word: 'bad'}, fix: [{range, text: 'good'}]})
        }
      }),
      defineRule({
        ...rule,
        id: 'broken-rule',
        recommended: 'error',
        messages: {},
        check({text}) {
          if (text.includes('crash')) throw new Error('out of words')
        }
      }),
      defineSiteRule({
        ...rule,
        id: 'same-start',
        category: 'site',
        recommended: 'error',
        messages: {same: (_: {of: string}) => 'Unexpected start, expected one of its own'},
        collect: ({text}) => ({start: text.slice(0, 5)}),
        checkSite(articles, _options, report) {
          for (const {path, facts} of articles) {
            const first = articles.find((article) => article.facts.start === facts.start)
            if (!first || first.path === path) continue
            const related = [{range: [0, 5] as const, reason: 'The first is here', path: first.path}]
            report('same', {path, range: [0, 5], data: {of: first.path}, related})
          }
        }
      })
    ]
  }
})

const article = 'A text of a few words.\n'

async function namesIn(folder: string, ...patterns: string[]): Promise<string[]> {
  const files = await findFiles(patterns, {cwd: folder})
  return files.map((file) => path.relative(folder, file))
}

describe('finding files', () => {
  test('a folder stands for its articles; packages and git folders are left out; sorted', async () => {
    const folder = makeFolder({
      'b.md': article,
      'a/c.TXT': article,
      'a/d.markdown': article,
      'a/e.rst': article,
      'a/node_modules/x/readme.md': article,
      'node_modules/x/readme.md': article,
      '.git/description.md': article
    })
    expect(await namesIn(folder, '.')).toEqual(['a/c.TXT', 'a/d.markdown', 'b.md'])
    expect(await namesIn(folder, 'node_modules/x')).toEqual(['node_modules/x/readme.md'])
  })

  test('what is named is taken as it is, whatever its name', async () => {
    const folder = makeFolder({
      'a[1].md': article,
      'a1.md': article,
      '-x.md': article,
      'n%20#\n.md': article,
      'notes.rst': article,
      'folder.md/inside.md': article
    })
    expect(await namesIn(folder, 'a[1].md')).toEqual(['a[1].md'])
    expect(await namesIn(folder, '-x.md', 'n%20#\n.md', './-x.md')).toEqual(['-x.md', 'n%20#\n.md'])
    expect(await namesIn(folder, 'notes.rst')).toEqual(['notes.rst'])
    // fault 3: a folder that is named like a file
    expect(await namesIn(folder, 'folder.md')).toEqual(['folder.md/inside.md'])
    expect(await namesIn(folder, '*.md')).not.toContain('folder.md')
  })

  test('a glob without an extension matches articles only', async () => {
    const folder = makeFolder({'docs/a.md': article, 'docs/b.png': '', 'docs/c.rst': article})
    expect(await namesIn(folder, 'docs/*')).toEqual(['docs/a.md'])
    expect(await namesIn(folder, 'docs/*.rst', 'docs/**')).toEqual(['docs/a.md', 'docs/c.rst'])
  })

  test('fault 5: link cycles end, and a file with two names is read once, under its own', async () => {
    const folder = makeFolder({'docs/a.md': article})
    symlinkSync('..', path.join(folder, 'docs/up'))
    symlinkSync('.', path.join(folder, 'docs/self'))
    symlinkSync('a.md', path.join(folder, 'docs/0-link.md'))
    expect(await namesIn(folder, 'docs')).toEqual(['docs/a.md'])
    expect(await namesIn(folder, 'docs/0-link.md')).toEqual(['docs/0-link.md'])
    expect(await namesIn(folder, 'docs/0-link.md', 'docs')).toEqual(['docs/a.md'])
  })

  test('faults 1 and 2: what is missing is an error that says what to do', async () => {
    const folder = makeFolder({'empty/notes.rst': article})
    const find = (pattern: string) => findFiles([pattern], {cwd: folder})
    await expect(find('nope.md')).rejects.toThrow('no such file or folder: `nope.md`')
    await expect(find('*.md')).rejects.toThrow('--no-error-on-unmatched-pattern')
    await expect(find('empty')).rejects.toThrow(UsageError)
    await expect(find('')).rejects.toThrow(UsageError)
    expect(await findFiles(['*.md', 'empty'], {cwd: folder, allowUnmatched: true})).toEqual([])
    await expect(findFiles(['nope.md'], {cwd: folder, allowUnmatched: true})).rejects.toThrow(UsageError)
  })
})

describe('reading', () => {
  const read = async (folder: string, name: string) => readArticle(path.join(folder, name))

  test('fault 9: only UTF-8 is read; a byte order mark and line ends stay', async () => {
    const folder = makeFolder({
      'utf8.md': '\uFEFFäöü 😀\r\nb\rc',
      'latin1.md': Buffer.from('caf\xe9', 'latin1'),
      'utf16.md': Buffer.from('\uFEFFabc', 'utf16le'),
      'utf16-bare.md': Buffer.from('abc', 'utf16le'),
      'cut.md': Buffer.from('ä').subarray(0, 1)
    })
    expect(await read(folder, 'utf8.md')).toEqual({text: '\uFEFFäöü 😀\r\nb\rc'})
    expect(await read(folder, 'latin1.md')).toEqual({reason: expect.stringContaining('not valid UTF-8')})
    expect(await read(folder, 'cut.md')).toEqual({reason: expect.stringContaining('not valid UTF-8')})
    expect(await read(folder, 'utf16.md')).toEqual({reason: expect.stringContaining('UTF-16')})
    expect(await read(folder, 'utf16-bare.md')).toEqual({reason: expect.stringContaining('NUL')})
  })

  test.skipIf(process.platform === 'win32')('fault 7: a pipe is refused without being opened', async () => {
    const folder = makeFolder({})
    expect(spawnSync('mkfifo', [path.join(folder, 'pipe.md')]).status).toBe(0)
    expect(await read(folder, 'pipe.md')).toEqual({reason: expect.stringContaining('not a regular file')})
    expect(readArticle('/dev/zero')).toEqual({reason: expect.stringContaining('not a regular file')})
  })

  test('fault 8: an article over the size limit is not read', async () => {
    const folder = makeFolder({'big.md': 'word '.repeat(500_000)})
    const refused = {reason: expect.stringContaining('2.4 MB'), limit: expect.any(LimitFault)}
    expect(await read(folder, 'big.md')).toEqual(refused)
    expect(decodeArticle(Buffer.alloc(2_500_000, 'a'))).toEqual(refused)
  })

  test('fault 6: a file that is gone by now', async () => {
    const folder = makeFolder({'a.md': article})
    rmSync(path.join(folder, 'a.md'))
    expect(await read(folder, 'a.md')).toEqual({reason: expect.stringContaining('is gone')})
  })
})

describe('linting files', () => {
  test('fault 4: what can not be read is a problem of its own; the other files are linted', async () => {
    const cwd = makeFolder({'a.md': 'A bad text.', 'b.md': Buffer.from([0xff]), 'c.md': 'Another bad text.'})
    const {files, problems} = await lintFiles(['.'], {cwd})
    expect(files.map((file) => [file.path, file.messages.length])).toEqual([
      ['a.md', 1],
      ['c.md', 1]
    ])
    expect(problems).toEqual([{path: 'b.md', reason: expect.stringContaining('UTF-8')}])
  })

  test('fault 26: a rule that throws is a problem with its id; the other rules run', async () => {
    const cwd = makeFolder({'a.md': 'A bad crash.', 'b.md': 'A bad text.'})
    const {files, problems} = await lintFiles(['.'], {cwd, rules: {'same-start': 'off'}})
    expect(files.map((file) => file.messages.map((message) => message.ruleId))).toEqual([
      ['bad-word'],
      ['bad-word']
    ])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toEqual({
      path: 'a.md',
      reason: expect.stringMatching(/`broken-rule` failed: .*out of words/)
    })
  })

  test('a config under a wrong name is told of, once', async () => {
    const cwd = makeFolder({'articlelint.config.yaml': 'rules: {}', 'a.md': '', 'b.md': ''})
    const note = '`articlelint.config.yaml` is not read: name it `.articlelintrc.yaml`'
    expect((await lintFiles(['.'], {cwd})).notes).toEqual([note])
    expect((await lintInput(Buffer.from(''), {cwd})).notes).toEqual([note])
    expect((await lintFiles(['.'], {cwd, config: 'articlelint.config.yaml'})).notes).toEqual([])
  })

  test('paths start from the folder one stands in, and are whole outside it', async () => {
    const folder = makeFolder({'in/a.md': article, 'out/b.md': article})
    const {files} = await lintFiles(['a.md', '../out/b.md'], {cwd: path.join(folder, 'in')})
    // Sorted by what is shown.
    expect(files.map((file) => file.path)).toEqual([path.join(folder, 'out/b.md'), 'a.md'])
  })

  test('each file has the config nearest to it', async () => {
    const cwd = makeFolder({
      'a.md': 'A bad text.',
      'sub/b.md': 'The bad text.',
      'sub/.articlelintrc.yaml': 'rules: {bad-word: error}'
    })
    const {files} = await lintFiles(['.'], {cwd})
    expect(files.flatMap((file) => file.messages.map(({severity}) => [file.path, severity]))).toEqual([
      ['a.md', 'warn'],
      ['sub/b.md', 'error']
    ])
  })

  test('files are left out by config, by pattern and by file; nothing left is an error', async () => {
    const cwd = makeFolder({
      'a.md': article,
      'drafts/b.md': article,
      'old/c.md': article,
      'notes/d.md': article,
      'notes/.ignore': '# these\nd.md\n',
      '.articlelintrc.yaml': 'ignores: [drafts/]'
    })
    const pathsOf = async (settings: Parameters<typeof lintFiles>[1]) =>
      (await lintFiles(['.'], {cwd, ...settings})).files.map((file) => file.path)
    const all = ['a.md', 'drafts/b.md', 'notes/d.md', 'old/c.md']
    expect(await pathsOf({})).toEqual(['a.md', 'notes/d.md', 'old/c.md'])
    expect(await pathsOf({ignorePatterns: ['old', '!old/c.md'], ignorePath: 'notes/.ignore'})).toEqual([
      'a.md'
    ])
    expect(await pathsOf({ignore: false, ignorePatterns: ['old']})).toEqual(all)
    await expect(lintFiles(['drafts/b.md'], {cwd})).rejects.toThrow('--no-ignore')
    await expect(lintFiles(['a.md'], {cwd, ignorePath: 'nope'})).rejects.toThrow('`nope`')
    await expect(lintFiles([], {cwd})).rejects.toThrow(UsageError)
  })

  test('a site rule speaks about files together, in the order of the text, and can be silenced', async () => {
    const cwd = makeFolder({
      'a.md': 'Alike is bad.',
      'b.md': '\uFEFFAlike is bad too.',
      'c.md': 'Alike.\n',
      'd.md': 'Alike.\n\n<!-- articlelint-disable-file same-start -- on purpose -->\n'
    })
    writeFileSync(
      path.join(cwd, '.articlelintrc.yaml'),
      'overrides:\n  - files: c.md\n    rules: {same-start: info}\n'
    )
    const {files} = await lintFiles(['.'], {cwd})
    const found = files.map((file) =>
      file.messages.map(({ruleId, severity, start, end}) => [ruleId, severity, start, end])
    )
    expect(found).toEqual([
      [['bad-word', 'warn', 9, 12]],
      [
        ['same-start', 'error', 1, 6],
        ['bad-word', 'warn', 10, 13]
      ],
      [['same-start', 'info', 0, 5]],
      []
    ])
    expect(files[1]?.messages[0]?.related).toEqual([
      {path: 'a.md', line: 1, column: 1, start: 0, end: 5, reason: 'The first is here'}
    ])
  })

  test('progress is told as files are done', async () => {
    const cwd = makeFolder({'a.md': article, 'b.md': article})
    const onProgress = vi.fn()
    await lintFiles(['.'], {cwd, onProgress})
    expect(onProgress.mock.calls).toEqual([
      [0, 2],
      [1, 2],
      [2, 2]
    ])
  })
})

test('a run over many articles lets the event loop turn: native memory is freed there', async () => {
  const files = Object.fromEntries(Array.from({length: 80}, (_, index) => [`${index}.md`, article]))
  const cwd = makeFolder(files)
  let turns = 0
  let isOver = false
  const turn = (): void => {
    turns++
    if (!isOver) setImmediate(turn)
  }
  const onProgress = (done: number): void => {
    if (done === 1) setImmediate(turn)
    if (done === 80) isOver = true
  }
  await lintFiles(['.'], {cwd, onProgress})
  expect(turns).toBeGreaterThanOrEqual(2)
})

describe('fixing', () => {
  test('writes the repaired text and tells what is left', async () => {
    const cwd = makeFolder({'a.md': '\uFEFFbad and bad\r\n', 'b.md': article})
    const {files, problems} = await lintFiles(['.'], {cwd, fix: 'write'})
    expect(problems).toEqual([])
    expect(files.map((file) => [file.path, file.fixed, file.messages.length])).toEqual([
      ['a.md', 2, 0],
      ['b.md', 0, 0]
    ])
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe('\uFEFFgood and good\r\n')
  })

  test('fault 22: a dry run gives a diff and writes nothing', async () => {
    const cwd = makeFolder({'a.md': 'bad\n'})
    const {files} = await lintFiles(['a.md'], {cwd, fix: 'dry-run'})
    expect(files[0]?.diff).toContain('-bad\n+good\n')
    expect(files[0]?.messages).toEqual([])
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe('bad\n')
  })

  test('fault 9: a file that is not UTF-8 is not touched', async () => {
    const bytes = Buffer.from('bad caf\xe9', 'latin1')
    const cwd = makeFolder({'a.md': bytes})
    const {files, problems} = await lintFiles(['a.md'], {cwd, fix: 'write'})
    expect([files.length, problems.length]).toEqual([0, 1])
    expect(readFileSync(path.join(cwd, 'a.md')).equals(bytes)).toBe(true)
  })

  test('fault 19: a file that changed meanwhile stays, is named, and keeps its messages', async () => {
    const cwd = makeFolder({'a.md': 'bad\n', 'b.md': 'bad too\n'})
    const write = await import('../src/engine/write.ts')
    const spy = vi.spyOn(write, 'writeFileAtomic').mockRejectedValueOnce(new Error('it changed'))
    const {files, problems} = await lintFiles(['.'], {cwd, fix: 'write'})
    spy.mockRestore()
    expect(problems).toEqual([{path: 'a.md', reason: 'it changed'}])
    expect(files.map((file) => [file.fixed, file.messages.length])).toEqual([
      [0, 1],
      [1, 0]
    ])
  })

  test('no file in a language that no parser knows, unless it is said how to read it', async () => {
    const text = '== Stones\n\nThe mill naÃ¯vely has two.\n'
    const cwd = makeFolder({'a.adoc': text, 'b.RST': text, 'c.foo': text})
    const names = ['a.adoc', 'b.RST', 'c.foo']
    const {files, problems} = await lintFiles(names, {cwd, fix: 'write'})
    expect(files.map(({path}) => path)).toEqual(['c.foo'])
    expect(problems).toEqual([
      {path: 'a.adoc', reason: expect.stringMatching(/AsciiDoc.*--parser text/)},
      {path: 'b.RST', reason: expect.stringMatching(/reStructuredText.*--parser text/)}
    ])
    expect(readFileSync(path.join(cwd, 'a.adoc'), 'utf8')).toBe(text)
    expect((await lintFiles(names, {cwd, parser: 'text'})).problems).toEqual([])
  })
})

describe('linting input', () => {
  test('has the config of the file it is called', async () => {
    const cwd = makeFolder({'sub/.articlelintrc.yaml': 'rules: {bad-word: error}'})
    const bytes = Buffer.from('bad')
    const plain = await lintInput(bytes, {cwd})
    const named = await lintInput(bytes, {cwd, filename: 'sub/new/a.md'})
    expect(plain.files).toMatchObject([{path: '<stdin>', messages: [{severity: 'warn'}]}])
    expect(named.files).toMatchObject([{path: 'sub/new/a.md', messages: [{severity: 'error'}]}])
  })

  test('gives the repaired text and writes no file', async () => {
    const cwd = makeFolder({'a.md': 'bad on disk'})
    const {text, files} = await lintInput(Buffer.from('bad'), {cwd, filename: 'a.md', fix: 'write'})
    expect([text, files[0]?.messages]).toEqual(['good', []])
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe('bad on disk')
    expect(await lintInput(Buffer.from([0xff]), {cwd})).toMatchObject({
      text: undefined,
      problems: [{path: '<stdin>'}]
    })
  })
})

test('fault 13: a thousand files in folders of folders', async () => {
  const cwd = makeFolder({})
  for (let i = 0; i < 1000; i++) {
    const folder = path.join(cwd, `${i % 10}/${i % 7}`)
    mkdirSync(folder, {recursive: true})
    writeFileSync(path.join(folder, `${i}.md`), `${String(i).padStart(5, '0')} a text\n`)
  }
  const {files, problems} = await lintFiles(['.'], {cwd})
  expect([files.length, problems.length]).toEqual([1000, 0])
})
