import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {describe, expect, it, test} from 'vitest'
import {UsageError} from '../src/engine/error.ts'
import {lintFiles} from '../src/engine/index.ts'
import type {FileResult, LintFilesResult} from '../src/engine/result.ts'
import {createSession} from '../src/engine/session.ts'
import type {SuppressionSettings} from '../src/engine/suppressions/suppression-settings.ts'
import {applySuppressions} from '../src/engine/suppressions/suppressions.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

const usual = 'articlelint-suppressions.json'
const empty = '{\n  "version": 1,\n  "suppressions": {}\n}\n'

const only = ['empty-section', 'placeholder-text', 'duplicate-paragraph']

function lint(
  cwd: string,
  suppressions: SuppressionSettings = {},
  files: readonly string[] = ['.'],
  more: object = {}
): Promise<LintFilesResult> {
  return lintFiles(files, {cwd, config: false, only, suppressions, ...more})
}

const found = ({files}: {readonly files: readonly FileResult[]}): readonly string[] =>
  files.flatMap(({path: file, messages}) => messages.map(({ruleId, line}) => `${file}:${line} ${ruleId}`))

function read(
  cwd: string,
  file = usual
): {version: number; suppressions: Record<string, Record<string, object>>} {
  return JSON.parse(readFileSync(path.join(cwd, file), 'utf8'))
}

const old = `# The salt road

The first carts came down the road in spring.

## The inns

## The tolls

A toll was paid at each bridge, says [TODO: name] of the archive.
`
const clean = '# The mills\n\nThe mills stand by the brook.\n'

describe('holding back what is there', () => {
  it('writes what is found, and the next run is silent', async () => {
    const cwd = makeFolder({'posts/a.md': old, 'posts/b.md': clean})
    const first = await lint(cwd, {suppressAll: true})
    expect(found(first)).toEqual([])
    expect(first.files.map(({suppressed}) => suppressed)).toEqual([2, 0])
    expect(first.notes).toHaveLength(1)
    expect(first.notes[0]).toContain('2 findings in 1 file')
    expect(Object.keys(read(cwd).suppressions)).toEqual(['posts/a.md'])
    expect(Object.keys(read(cwd).suppressions['posts/a.md'] ?? {})).toEqual([
      'empty-section',
      'placeholder-text'
    ])

    const next = await lint(cwd)
    expect(found(next)).toEqual([])
    expect(next.notes).toEqual([])
    expect(next.files[0]?.suppressed).toBe(2)
  })

  it('without a file changes nothing', async () => {
    const cwd = makeFolder({'a.md': old})
    const {files, notes} = await lint(cwd)
    expect(files[0]).toMatchObject({suppressed: 0})
    expect(files[0]?.messages).toHaveLength(2)
    expect(notes).toEqual([])
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })

  it('reports what is new', async () => {
    const cwd = makeFolder({'a.md': old})
    await lint(cwd, {suppressAll: true})
    writeFileSync(
      path.join(cwd, 'a.md'),
      old.replace('## The inns', 'A word.\n\n## The guards\n\n## The inns')
    )
    expect(found(await lint(cwd))).toEqual(['a.md:7 empty-section'])
  })

  it('reports another copy of what is held back, the last one', async () => {
    const copied = 'The carts that came down the road in spring carried salt, tar and dried fish.\n'
    const text = `# The road\n\n${copied}\nA word between them.\n\n${copied}`
    const cwd = makeFolder({'a.md': text})
    await lint(cwd, {suppressAll: true})
    expect(Object.values(read(cwd).suppressions['a.md']?.['duplicate-paragraph'] ?? {})).toEqual([1])
    writeFileSync(path.join(cwd, 'a.md'), `${text}\nAnother word.\n\n${copied}`)
    expect(found(await lint(cwd))).toEqual(['a.md:11 duplicate-paragraph'])
    await lint(cwd, {suppressAll: true})
    expect(Object.values(read(cwd).suppressions['a.md']?.['duplicate-paragraph'] ?? {})).toEqual([2])
  })

  it('is not deceived by one mended and one new', async () => {
    const cwd = makeFolder({'a.md': old})
    await lint(cwd, {suppressAll: true})
    const text = old.replace('[TODO: name] of', 'Ida Holm of').replace('in spring.', 'in [TODO: month].')
    writeFileSync(path.join(cwd, 'a.md'), text)
    const {files, notes} = await lint(cwd)
    expect(found({files})).toEqual(['a.md:3 placeholder-text'])
    expect(notes).toHaveLength(1)
  })

  it('takes the severity as it comes', async () => {
    const cwd = makeFolder({'a.md': old})
    const as = (severity: string) => ({rules: {'empty-section': severity}})
    await lint(cwd, {suppressAll: true}, ['.'], as('error'))
    for (const severity of ['error', 'warn', 'info'])
      expect(found(await lint(cwd, {}, ['.'], as(severity)))).toEqual([])
  })

  it('leaves problems alone', async () => {
    const cwd = makeFolder({'a.md': old, 'b.md': Buffer.from([0xff, 0xfe, 0x41, 0])})
    const {problems} = await lint(cwd, {suppressAll: true})
    expect(problems.map(({path: file}) => file)).toEqual(['b.md'])
    expect((await lint(cwd)).problems).toHaveLength(1)
  })

  it('works for what stands in an editor', async () => {
    const cwd = makeFolder({'a.md': old})
    await lint(cwd, {suppressAll: true})
    const session = createSession({cwd, config: false, only, suppressions: {}})
    const text = old.replace('## The tolls', '## The guards\n\n## The tolls')
    const {file} = await session.lint({text, file: path.join(cwd, 'a.md'), name: 'a.md'})
    expect(file?.messages.map(({ruleId, line}) => [ruleId, line])).toEqual([['empty-section', 7]])
    expect(file?.suppressed).toBe(2)
  })
})

describe('holding back some rules', () => {
  it('leaves the findings of the others', async () => {
    const cwd = makeFolder({'a.md': old})
    const result = await lint(cwd, {suppressRules: ['empty-section']})
    expect(found(result)).toEqual(['a.md:9 placeholder-text'])
    expect(Object.keys(read(cwd).suppressions['a.md'] ?? {})).toEqual(['empty-section'])
  })

  it('leaves what is held back of the others', async () => {
    const cwd = makeFolder({'a.md': old})
    await lint(cwd, {suppressRules: ['empty-section']})
    expect(found(await lint(cwd, {suppressRules: ['placeholder-text', 'duplicate-paragraph']}))).toEqual([])
    expect(Object.keys(read(cwd).suppressions['a.md'] ?? {})).toEqual(['empty-section', 'placeholder-text'])
  })

  it('refuses a rule that is none', async () => {
    const cwd = makeFolder({'a.md': old})
    await expect(lint(cwd, {suppressRules: ['empty-sectoin']})).rejects.toThrow(
      'did you mean `empty-section`?'
    )
    await expect(lint(cwd, {suppressAll: true, suppressRules: ['empty-section']})).rejects.toThrow(UsageError)
    expect(existsSync(path.join(cwd, usual))).toBe(false)
  })
})

describe('a part of the site', () => {
  const site = {'a.md': old, 'b.md': old}

  it('leaves the entries of other files', async () => {
    const cwd = makeFolder(site)
    await lint(cwd, {suppressAll: true})
    const before = read(cwd)
    writeFileSync(path.join(cwd, 'a.md'), clean)
    const {notes} = await lint(cwd, {suppressAll: true}, ['a.md'])
    expect(notes[0]).toContain('0 findings in 0 files')
    expect(read(cwd).suppressions).toEqual({'b.md': before.suppressions['b.md']})
    writeFileSync(path.join(cwd, 'b.md'), clean)
    expect((await lint(cwd, {}, ['a.md'])).notes).toEqual([])
    await lint(cwd, {prune: true}, ['a.md'])
    expect(Object.keys(read(cwd).suppressions)).toEqual(['b.md'])
  })

  it('leaves the entries of rules that did not run', async () => {
    const cwd = makeFolder(site)
    await lint(cwd, {suppressAll: true})
    const before = read(cwd)
    const narrow = {only: ['placeholder-text']}
    expect((await lint(cwd, {}, ['.'], narrow)).notes).toEqual([])
    await lint(cwd, {suppressAll: true, prune: true}, ['.'], narrow)
    expect(read(cwd)).toEqual(before)
  })

  it('leaves the entries of rules that compare articles, unless all are there', async () => {
    const cwd = makeFolder(site)
    const {files} = await lintFiles(['.'], {cwd, config: false, only})
    const rulesOf = new Map(
      files.map((file) => [file.path, only.map((id) => ({id, checkSite: () => undefined}))])
    )
    await applySuppressions(files, {suppressAll: true}, cwd, rulesOf)
    const {suppressions} = read(cwd)
    const silent = files.map((file) => ({...file, messages: []}))
    for (const one of silent) {
      expect((await applySuppressions([one], {}, cwd, rulesOf)).notes).toEqual([])
      await applySuppressions([one], {prune: true, suppressAll: true}, cwd, rulesOf)
    }
    expect(read(cwd).suppressions).toEqual(suppressions)
    rmSync(path.join(cwd, 'b.md'))
    await applySuppressions(silent.slice(0, 1), {prune: true}, cwd, rulesOf)
    expect(read(cwd).suppressions).toEqual({'a.md': suppressions['a.md']})
    await applySuppressions(silent, {prune: true}, cwd, rulesOf)
    expect(read(cwd).suppressions).toEqual({})
  })
})

describe('what is not needed any more', () => {
  it('is said, counted and removed', async () => {
    const cwd = makeFolder({'a.md': old, 'b.md': old, 'c.md': old})
    await lint(cwd, {suppressAll: true})
    const all = read(cwd).suppressions
    writeFileSync(path.join(cwd, 'a.md'), old.replace('## The inns\n\n', ''))
    rmSync(path.join(cwd, 'b.md'))
    const result = await lint(cwd)
    expect(found(result)).toEqual([])
    expect(result.notes).toHaveLength(1)
    expect(result.notes[0]).toMatch(/^3 suppressions .*--prune-suppressions/)
    const pruned = await lint(cwd, {prune: true})
    expect(found(pruned)).toEqual([])
    expect(pruned.notes[0]).toContain('removed 3 suppressions')
    const {'empty-section': _, ...rest} = all['a.md'] ?? {}
    expect(read(cwd).suppressions).toEqual({'a.md': rest, 'c.md': all['c.md']})
    expect((await lint(cwd)).notes).toEqual([])
  })

  it('is removed one of several', async () => {
    const text = '# Salt\n\nA [TODO: name] came.\n\nA word.\n\nA [TODO: name] came.\n'
    const cwd = makeFolder({'a.md': text})
    await lint(cwd, {suppressAll: true})
    writeFileSync(path.join(cwd, 'a.md'), text.replace('A word.\n\nA [TODO: name] came.\n', ''))
    expect((await lint(cwd, {prune: true})).notes[0]).toContain('removed 1 suppression ')
    expect(Object.values(read(cwd).suppressions['a.md']?.['placeholder-text'] ?? {})).toEqual([1])
  })

  it('never adds what is new', async () => {
    const cwd = makeFolder({'a.md': clean})
    await lint(cwd, {suppressAll: true})
    writeFileSync(path.join(cwd, 'a.md'), old)
    expect((await lint(cwd, {prune: true})).files[0]?.messages).toHaveLength(2)
    expect(readFileSync(path.join(cwd, usual), 'utf8')).toBe(empty)
  })
})

describe('an article that was moved', () => {
  it('takes its suppressions with it', async () => {
    const cwd = makeFolder({'a.md': old, 'b.md': clean})
    await lint(cwd, {suppressAll: true})
    const {suppressions} = read(cwd)
    renameSync(path.join(cwd, 'a.md'), path.join(cwd, 'c.md'))
    writeFileSync(path.join(cwd, 'c.md'), `${old}\n## The end\n`)
    const {files, notes} = await lint(cwd)
    expect(found({files})).toEqual(['c.md:11 empty-section'])
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatch(/`a\.md`.*`c\.md`.*--prune-suppressions/)
    expect(read(cwd).suppressions).toEqual(suppressions)
    expect(found(await lint(cwd, {prune: true}))).toEqual(['c.md:11 empty-section'])
    expect(read(cwd).suppressions).toEqual({'c.md': suppressions['a.md']})
    expect((await lint(cwd)).notes).toEqual([])
  })

  const other = '# Tar\n\nA word on tar.\n\n## The inns\n'
  test.each<[title: string, before: Record<string, string>, gone: string[], after: Record<string, string>]>([
    ['it is still there', {'a.md': old}, [], {'c.md': old}],
    ['two could be it', {'a.md': old}, ['a.md'], {'c.md': old, 'd.md': old}],
    ['it could be two', {'a.md': old, 'b.md': old}, ['a.md', 'b.md'], {'c.md': old}],
    ['only a part is there', {'a.md': old}, ['a.md'], {'c.md': other}]
  ])('is not followed where %s', async (_, before, gone, after) => {
    const cwd = makeFolder(before)
    await lint(cwd, {suppressAll: true})
    const {suppressions} = read(cwd)
    for (const file of gone) rmSync(path.join(cwd, file))
    for (const [file, text] of Object.entries(after)) writeFileSync(path.join(cwd, file), text)
    const result = await lint(cwd)
    expect(result.files.filter(({path: file}) => file in after).map(({suppressed}) => suppressed)).toEqual(
      Object.keys(after).map(() => 0)
    )
    expect(read(cwd).suppressions).toEqual(suppressions)
  })

  it('is not followed by what any article may have', async () => {
    const claim = (name: string) =>
      `# ${name}\n\n${name} sales grew by 9 percent in 1950, and 12 million people bought it.\n`
    const cwd = makeFolder({'a.md': claim('Salt'), 'b.md': claim('Wool')})
    const options = {minClaims: 1, minWords: 0, density: 0, minConfidence: 0}
    const ofArticle = {only: ['no-sources'], rules: {'no-sources': ['error', options]}}
    await lint(cwd, {suppressAll: true}, ['.'], ofArticle)
    const {suppressions} = read(cwd)
    expect(Object.keys(suppressions)).toEqual(['a.md', 'b.md'])
    rmSync(path.join(cwd, 'a.md'))
    writeFileSync(path.join(cwd, 'c.md'), claim('Tar'))
    expect(found(await lint(cwd, {}, ['.'], ofArticle))).toEqual(['c.md:1 no-sources'])
  })
})

describe('the file', () => {
  it('is sorted, a line for each entry, whatever the order of finding', async () => {
    const cwd = makeFolder({'b/z.md': old, 'a.md': old, 'B.md': old})
    await lint(cwd, {suppressAll: true})
    const text = readFileSync(path.join(cwd, usual), 'utf8')
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
    expect(Object.keys(read(cwd).suppressions)).toEqual(['B.md', 'a.md', 'b/z.md'])
    await lint(cwd, {suppressAll: true}, ['b', 'B.md', 'a.md'])
    expect(readFileSync(path.join(cwd, usual), 'utf8')).toBe(text)
  })

  it('names articles from its own folder', async () => {
    const cwd = makeFolder({'site/posts/a.md': old, 'other/b.md': old})
    const location = 'site/lint/known.json'
    await lint(cwd, {suppressAll: true, location})
    expect(Object.keys(read(cwd, location).suppressions)).toEqual(['../../other/b.md', '../posts/a.md'])
    const posts = path.join(cwd, 'site/posts')
    expect(found(await lint(posts, {location: '../lint/known.json'}))).toEqual([])
    expect(found(await lint(posts, {location: path.join(cwd, location)}, [path.join(cwd, 'other')]))).toEqual(
      []
    )
  })

  it('takes odd names', async () => {
    const names = ['é "q".md', '#%.md', '__proto__.md', ...(path.sep === '/' ? ['a\nb.md', 'a\\b.md'] : [])]
    const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, old])))
    await lint(cwd, {suppressAll: true})
    expect(Object.keys(read(cwd).suppressions).sort()).toEqual([...names].sort())
    expect(found(await lint(cwd))).toEqual([])
  })

  it('is not written again when nothing changes, and keeps its mode', async () => {
    const cwd = makeFolder({'a.md': old})
    await lint(cwd, {suppressAll: true})
    const file = path.join(cwd, usual)
    chmodSync(file, 0o640)
    const {ino, mtimeMs} = statSync(file)
    await lint(cwd, {suppressAll: true})
    await lint(cwd, {prune: true})
    expect(statSync(file)).toMatchObject({ino, mtimeMs})
    writeFileSync(path.join(cwd, 'a.md'), clean)
    await lint(cwd, {prune: true})
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readFileSync(file, 'utf8')).toBe(empty)
    expect(readdirSync(cwd).sort()).toEqual(['a.md', usual])
  })

  it('that is named has to be there', async () => {
    const cwd = makeFolder({'a.md': old})
    await expect(lint(cwd, {location: 'known.json'})).rejects.toThrow(/known\.json.*--suppress-all/)
    await expect(lint(cwd, {prune: true})).rejects.toThrow(/--suppress-all/)
    await expect(lint(cwd, {location: '.'})).rejects.toThrow(UsageError)
    await expect(lint(cwd, {location: 'a.md/known.json', suppressAll: true})).rejects.toThrow(UsageError)
  })

  it('may be read after a merge that kept both sides', async () => {
    const cwd = makeFolder({'a.md': old})
    await lint(cwd, {suppressAll: true})
    const file = path.join(cwd, usual)
    const one = readFileSync(file, 'utf8')
    const entry = /\n {4}"a\.md": \{[\s\S]*\n {4}\}/.exec(one)?.[0] ?? ''
    writeFileSync(
      file,
      `\uFEFF${one.replace(entry, `${entry.replace(/1$/gm, '2')},${entry}`)}`.replaceAll('\n', '\r\n')
    )
    expect(found(await lint(cwd))).toEqual([])
    expect((await lint(cwd, {prune: true})).notes[0]).toContain('removed 2')
    expect(readFileSync(file, 'utf8')).toBe(one)
  })

  const fingerprint = '0123456789abcdef'
  test.each([
    ['no JSON', 'version: 1', ':1:1: '],
    ['nothing', '', ':1:1: '],
    ['a list', '[]', ':1:1: '],
    ['null', 'null', ':1:1: '],
    ['no version', '{"suppressions": {}}', ':1:1: '],
    ['another version', '{\n  "version": 2}', ':2:14: '],
    ['a version as text', '{"version": "1"}', ':1:13: '],
    ['an unknown key', '{"version": 1,\n"files": {}}', ':2:1: '],
    ['a prototype', '{"version": 1, "__proto__": {}}', ':1:16: '],
    ['a prototype for a rule', '{"suppressions": {"a.md": {"__proto__": {}}}}', ':1:28: '],
    ['a prototype for a fingerprint', '{"suppressions": {"a.md": {"x": {"__proto__": 1}}}}', ':1:34: '],
    ['no paths', '{"version": 1, "suppressions": []}', ':1:32: '],
    ['no rules', '{"suppressions": {"a.md": 1}}', ':1:27: '],
    ['no fingerprint', '{"suppressions": {"a.md": {"x": {"abc": 1}}}}', ':1:34: '],
    ['a count of none', `{"suppressions": {"a.md": {"x": {"${fingerprint}": 0}}}}`, ':1:54: '],
    ['a count below none', `{"suppressions": {"a.md": {"x": {"${fingerprint}": -1}}}}`, ':1:54: '],
    ['half a count', `{"suppressions": {"a.md": {"x": {"${fingerprint}": 1.5}}}}`, ':1:54: '],
    ['a huge count', `{"suppressions": {"a.md": {"x": {"${fingerprint}": 1e99}}}}`, ':1:54: '],
    ['a comma too many', `{"suppressions": {"a.md": {"x": {"${fingerprint}": 1,}}}}`, ':1:56: '],
    ['a comma too few', '{\n"suppressions": {}\n"version": 1}', ':3:1: '],
    ['an open end', '{"version": 1, "suppressions": {"a', ':1:33: '],
    ['an open string', '{"version": 1, "suppressions": {"a\n": {}}}', ':1:33: '],
    ['more behind it', `${empty}{}`, ':5:1: '],
    ['a conflict', `{\n  "version": 1,\n<<<<<<< HEAD\n  "suppressions": {}\n=======\n>>>>>>> x\n}`, ':3:1: '],
    ['brackets without end', `{"suppressions": ${'{"a": '.repeat(50_000)}`, ':']
  ])('with %s is refused, and stays as it is', async (_, text, place) => {
    const cwd = makeFolder({'a.md': old, [usual]: text})
    for (const settings of [{}, {suppressAll: true}, {prune: true}]) {
      const error = await lint(cwd, settings).catch((error: unknown) => error)
      expect(error).toBeInstanceOf(UsageError)
      expect(String(error)).toContain(`${usual}${place}`)
      expect(String(error).length).toBeLessThan(400)
    }
    expect(readFileSync(path.join(cwd, usual), 'utf8')).toBe(text)
  })

  it('of a site with 200,000 findings is read and written in a moment', async () => {
    const hex = (value: number): string => value.toString(16).padStart(16, '0')
    const entries = Array.from({length: 20_000}, (_, file) => {
      const counts = Array.from({length: 10}, (_, at) => [hex(file * 10 + at), 1])
      return [`posts/${hex(file)}.md`, {'empty-section': Object.fromEntries(counts)}]
    })
    const text = `${JSON.stringify({version: 1, suppressions: Object.fromEntries(entries)}, null, 2)}\n`
    const cwd = makeFolder({'a.md': old, [usual]: text})
    const start = performance.now()
    await lint(cwd, {suppressRules: ['placeholder-text']})
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(Object.keys(read(cwd).suppressions)).toHaveLength(20_001)
  })
})

describe('the command line', () => {
  const flags = ['--no-config', ...only.flatMap((rule) => ['--only', rule])]

  function run(cwd: string, ...args: string[]): SpawnSyncReturns<string> {
    const {FORCE_COLOR: _, GITHUB_ACTIONS: __, ...env} = process.env
    return spawnSync(process.execPath, [buildCli(), ...flags, ...args], {cwd, encoding: 'utf8', env})
  }

  it('fails for the new only', () => {
    const cwd = makeFolder({'posts/a.md': old})
    expect(run(cwd, 'posts').status).toBe(1)
    const made = run(cwd, 'posts', '--suppress-all')
    expect(made).toMatchObject({status: 0})
    expect(made.stderr).toContain('suppressed 2 findings')
    expect(run(cwd, 'posts', '--max-warnings', '0')).toMatchObject({status: 0, stderr: ''})

    renameSync(path.join(cwd, usual), path.join(cwd, 'known.json'))
    expect(run(cwd, 'posts').status).toBe(1)
    expect(run(cwd, 'posts', '--suppressions-location', 'known.json').status).toBe(0)
    const missing = run(cwd, 'posts', '--suppressions-location', 'missing.json')
    expect(missing).toMatchObject({status: 2, stdout: ''})
    expect(missing.stderr).toContain('missing.json')

    writeFileSync(path.join(cwd, 'posts/a.md'), clean)
    const stale = run(cwd, 'posts', '--suppressions-location', 'known.json')
    expect(stale.status).toBe(0)
    expect(stale.stderr).toContain('--prune-suppressions')
    expect(run(cwd, 'posts', '--suppressions-location', 'known.json', '--prune-suppressions').status).toBe(0)
    expect(readFileSync(path.join(cwd, 'known.json'), 'utf8')).toBe(empty)
  })
})
