import {spawn, spawnSync} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {lintFiles} from '../../src/engine/index.ts'
import {writeNew, writeReport, writeWhole} from '../../src/engine/output-files.ts'
import {writeFileAtomic} from '../../src/engine/write.ts'
import {bundleCli} from '../setup/bundle.ts'
import {makeFolder} from '../setup/folder.ts'

const before =
  '# Does Rain Rust a Bell in an Open Tower?\n\ndoes rain rust a bell in a tower\n\nBronze turns green and stops there.\n'
const after = before.replace('does rain rust a bell in a tower\n\n', '')
const isRoot = process.getuid?.() === 0

let cli = ''
beforeAll(() => {
  cli = bundleCli()
}, 120_000)

const read = (...names: readonly string[]): string => readFileSync(path.join(...names), 'utf8')

describe('a link that leads out of the folder', () => {
  const makeTree = () => {
    const folder = makeFolder({'repo/.git/HEAD': '', 'repo/posts/a.md': before, 'home/profile': before})
    mkdirSync(path.join(folder, 'home/notes'))
    writeFileSync(path.join(folder, 'home/notes/b.md'), before)
    symlinkSync('../../home/profile', path.join(folder, 'repo/posts/out.md'))
    symlinkSync('../../home/notes', path.join(folder, 'repo/posts/notes'))
    symlinkSync('posts/a.md', path.join(folder, 'repo/inside.md'))
    return folder
  }

  test.each([
    ['the folder', ['.']],
    ['the link', ['posts/out.md', 'posts/notes/../a.md']],
    ['a glob', ['**/*.md']]
  ])('fault 18: is not written through when %s is named', async (_, patterns) => {
    const folder = makeTree()
    const cwd = path.join(folder, 'repo')
    const {problems, files} = await lintFiles(patterns, {cwd, fix: 'write'})
    expect(read(folder, 'home/profile')).toBe(before)
    expect(read(folder, 'home/notes/b.md')).toBe(before)
    expect(read(cwd, 'posts/a.md')).toBe(after)
    const out = files.find((file) => file.path === 'posts/out.md')
    expect([out?.fixed, out?.messages.length]).toEqual([0, 1])
    expect(problems.find((problem) => problem.path === 'posts/out.md')?.reason).toContain(
      path.join(folder, 'home/profile')
    )
    expect(lstatSync(path.join(cwd, 'posts/out.md')).isSymbolicLink()).toBe(true)
  })

  test('fault 18: is written through when what it leads to is named, or is in the same repository', async () => {
    const folder = makeTree()
    const cwd = path.join(folder, 'repo')
    const {problems} = await lintFiles(['posts/notes'], {cwd, fix: 'write'})
    expect(problems).toEqual([])
    expect(read(folder, 'home/notes/b.md')).toBe(after)
    const inside = await lintFiles(['inside.md'], {cwd: path.join(cwd), fix: 'write'})
    expect(inside.problems).toEqual([])
    expect(read(cwd, 'posts/a.md')).toBe(after)
  })

  test('fault 18: the same in worker threads', () => {
    const folder = makeTree()
    const cwd = path.join(folder, 'repo')
    const args = [cli, '--fix', '.', '--concurrency', '2']
    const {status, stderr} = spawnSync(process.execPath, args, {cwd, encoding: 'utf8'})
    expect(status).toBe(2)
    expect(stderr).toContain('posts/out.md')
    expect(read(folder, 'home/profile')).toBe(before)
    expect(read(cwd, 'posts/a.md')).toBe(after)
  })
})

test('a hard link becomes a file of its own; the other name keeps the old text', async () => {
  const cwd = makeFolder({'a.md': before})
  linkSync(path.join(cwd, 'a.md'), path.join(cwd, 'kept'))
  await writeFileAtomic(path.join(cwd, 'a.md'), after, {expected: before})
  expect([read(cwd, 'a.md'), read(cwd, 'kept')]).toEqual([after, before])
})

describe.runIf(isRoot)('as another user', () => {
  const nobody = 65534
  let open = ''
  // The project may lie in a folder that only its owner enters, as `mktemp -d` makes them.
  beforeAll(() => {
    open = mkdtempSync(path.join(tmpdir(), 'articlelint-'))
    cpSync(path.dirname(path.dirname(cli)), open, {recursive: true})
    chmodSync(open, 0o755)
  })
  afterAll(() => rmSync(open, {recursive: true, force: true}))
  const fix = (cwd: string) => run(cwd, '--fix', '.')
  const run = (cwd: string, ...args: string[]) =>
    spawnSync(process.execPath, [path.join(open, 'cli/articlelint.cjs'), ...args], {
      cwd,
      encoding: 'utf8',
      uid: nobody,
      gid: nobody
    })

  test('fault 14: a file without the right to write, in a folder with it, is left alone', () => {
    const cwd = makeFolder({'a.md': before, 'b.md': before, 'c.md': before})
    for (const name of ['.', 'a.md', 'b.md']) chownSync(path.join(cwd, name), nobody, nobody)
    chmodSync(path.join(cwd, 'a.md'), 0o444)
    const {status, stderr} = fix(cwd)
    expect([read(cwd, 'a.md'), read(cwd, 'b.md'), read(cwd, 'c.md')]).toEqual([before, after, before])
    expect(status).toBe(2)
    expect(stderr.match(/permission denied/g)).toHaveLength(2)
    expect(readdirSync(cwd)).toHaveLength(3)
  })

  test('fault 14: a read-only folder, and the file of another in a sticky one', () => {
    for (const mode of [0o555, 0o1777]) {
      const cwd = makeFolder({'a.md': before})
      chmodSync(path.join(cwd, 'a.md'), 0o666)
      chmodSync(cwd, mode)
      const {status, stderr} = fix(cwd)
      expect(stderr).toContain('permission denied')
      expect(status).toBe(2)
      expect(read(cwd, 'a.md')).toBe(before)
      expect(readdirSync(cwd)).toEqual(['a.md'])
    }
  })

  test('a folder in which nothing may be written: what was to be there, and what to do', () => {
    const cwd = makeFolder({'a.md': before})
    chmodSync(cwd, 0o555)
    for (const args of [
      ['init'],
      ['.', '--suppress-all'],
      ['.', '-f', 'html:out.html'],
      ['.', '--shard', '1/2']
    ]) {
      const {status, stderr} = run(cwd, ...args)
      expect(stderr, args.join(' ')).toContain("can't be written: permission denied, change the rights")
      expect(stderr, args.join(' ')).not.toMatch(/EACCES|\.tmp/)
      expect(status, args.join(' ')).toBe(2)
    }
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })
})

test('fault 23: two runs that repair the same files at once leave each whole', async () => {
  const names = Array.from({length: 12}, (_, index) => `${index}.md`)
  const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, before])))
  const run = () =>
    new Promise<number | null>((resolve) => {
      spawn(process.execPath, [cli, '--fix', '.'], {cwd, stdio: 'ignore'}).on('exit', resolve)
    })
  const codes = await Promise.all([run(), run()])
  for (const code of codes) expect([0, 2]).toContain(code)
  expect(names.map((name) => read(cwd, name))).toEqual(names.map(() => after))
  expect(readdirSync(cwd)).toHaveLength(names.length)
})

describe('files that are not articles', () => {
  test('fault 14: a report that does not fit on the disk leaves the old one', () => {
    const cwd = makeFolder({'a.md': before})
    const whole = spawnSync(process.execPath, [cli, '.', '-f', 'html', '-o', 'report.html'], {cwd})
    expect(whole.status).toBe(1)
    const old = read(cwd, 'report.html')
    expect(old.length).toBeGreaterThan(2048)
    // No file may grow past one block.
    const limited = `trap '' XFSZ; ulimit -f 1; exec "$@"`
    const args = ['-c', limited, 'sh', process.execPath, cli, '.', '-f', 'html', '-o', 'report.html']
    const {status, stderr} = spawnSync('sh', args, {cwd, encoding: 'utf8'})
    expect(status).toBe(2)
    expect(stderr).toContain('report.html')
    expect(read(cwd, 'report.html')).toBe(old)
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'report.html'])
  })

  test('a report keeps the mode and the link of the old one, and goes into what is no file', async () => {
    const cwd = makeFolder({'old.txt': 'old'})
    chmodSync(path.join(cwd, 'old.txt'), 0o640)
    symlinkSync('old.txt', path.join(cwd, 'link.txt'))
    symlinkSync('nowhere.txt', path.join(cwd, 'dangling.txt'))
    await writeReport(path.join(cwd, 'link.txt'), 'new')
    await writeReport(path.join(cwd, 'dangling.txt'), 'new')
    await writeReport(path.join(cwd, 'sub/deep/new.txt'), 'new')
    expect(['old.txt', 'nowhere.txt', 'sub/deep/new.txt'].map((name) => read(cwd, name))).toEqual([
      'new',
      'new',
      'new'
    ])
    expect(statSync(path.join(cwd, 'old.txt')).mode & 0o777).toBe(0o640)
    expect(lstatSync(path.join(cwd, 'link.txt')).isSymbolicLink()).toBe(true)
    const args = [
      '-c',
      '"$@" | cat',
      'sh',
      process.execPath,
      cli,
      '--stdin',
      '-f',
      'json',
      '-o',
      '/dev/stdout'
    ]
    const {stdout} = spawnSync('sh', args, {cwd, input: before, encoding: 'utf8'})
    expect(JSON.parse(stdout)).toBeTypeOf('object')
    expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('what must not exist yet is never overwritten, and is whole or not there', async () => {
    const cwd = makeFolder({'taken.json': 'mine'})
    await expect(writeNew(path.join(cwd, 'taken.json'), 'new')).rejects.toThrow(/taken\.json/)
    await expect(writeWhole(path.join(cwd, 'taken.json'), 'new')).rejects.toThrow(/EEXIST/)
    const both = [1, 2].map((run) => writeWhole(path.join(cwd, 'new.json'), `run ${run}`))
    const done = await Promise.allSettled(both)
    expect(done.map(({status}) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(read(cwd, 'taken.json')).toBe('mine')
    expect(read(cwd, 'new.json')).toMatch(/^run [12]$/)
    expect(readdirSync(cwd).sort()).toEqual(['new.json', 'taken.json'])
  })

  test('what a living run is writing, and what is young, stays', async () => {
    const cwd = makeFolder({
      'a.md': before,
      '.articlelint-1-0123456789ab.tmp': '',
      'articlelint-1-0123456789ab.tmp': ''
    })
    await writeFileAtomic(path.join(cwd, 'a.md'), after, {expected: before})
    expect(existsSync(path.join(cwd, '.articlelint-1-0123456789ab.tmp'))).toBe(true)
    expect(existsSync(path.join(cwd, 'articlelint-1-0123456789ab.tmp'))).toBe(true)
  })
})
