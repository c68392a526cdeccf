import {execFileSync, type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {createIgnoreFiles} from '../src/config/ignore-files.ts'
import {chooseFiles, type FileSettings} from '../src/engine/choose.ts'
import {UsageError} from '../src/engine/error.ts'
import {makeFolder} from './setup/folder.ts'

const text = 'A text.\n'
const articles = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text]))

function git(cwd: string, args: readonly string[], input?: string): SpawnSyncReturns<string> {
  const env = {...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', HOME: cwd}
  return spawnSync('git', args, {cwd, env, encoding: 'utf8', ...(input === undefined ? {} : {input})})
}

function makeRepository(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder(files)
  execFileSync('git', ['init', '-q', '-b', 'main', folder])
  return folder
}

async function namesOf(
  cwd: string,
  patterns: readonly string[],
  settings: FileSettings = {}
): Promise<string[]> {
  const chosen = await chooseFiles(patterns, {cwd, ...settings})
  return chosen.map(({file}) => path.relative(cwd, file).split(path.sep).join('/'))
}

describe('what git ignores', () => {
  const files = {
    ...articles(
      'a.md',
      'Draft.md',
      'drafts/b.md',
      'posts/c.md',
      'posts/notes/d.md',
      'posts/notes/keep.md',
      'posts/old/e.md',
      'posts/old/deep/f.md',
      'posts/old/kept/g.md',
      'site/build/h.md',
      'site/build/i.md',
      'site/out/j.md',
      'site/out/deep/k.md',
      'wild/1.md',
      'wild/22.md',
      'wild/x y.md',
      'trail/#hash.md',
      'trail/!bang.md'
    ),
    '.gitignore':
      '\uFEFF# comment\n/drafts/\nbuild/\ndraft.md\n**/out/*\n!**/out/j.md\nwild/?.md\nwild/x\\ y.md\n\n\\#hash.md\r\n',
    'posts/.gitignore': 'notes/*\n!notes/keep.md\nold\n',
    'posts/old/.gitignore': '!kept/\n!kept/g.md\n',
    'site/.gitignore': '!build/\n',
    'site/build/.gitignore': 'i.md\n',
    'trail/.gitignore': '\\!bang.md\n'
  }

  test('is what `git check-ignore` says, file by file', async () => {
    const folder = makeRepository(files)
    const names = Object.keys(files).filter((name) => name.endsWith('.md'))
    const said = git(folder, ['check-ignore', '--stdin', '--no-index', '-z'], names.join('\0'))
    const ignored = said.stdout.split('\0').filter((name) => name !== '')
    expect(ignored.length).toBeGreaterThan(8)
    const ignores = createIgnoreFiles('.gitignore', folder)
    const ours: string[] = []
    for (const name of names) if (await ignores.find(path.join(folder, name))) ours.push(name)
    expect(ours.sort()).toEqual(ignored.sort())
  })

  test('is left out of folders and globs, from wherever one stands', async () => {
    const folder = makeRepository(files)
    const all = Object.keys(files).filter((name) => name.endsWith('.md'))
    const ignores = createIgnoreFiles('.gitignore', folder)
    const left: string[] = []
    for (const name of all) if (!(await ignores.find(path.join(folder, name)))) left.push(name)
    left.sort()
    expect(await namesOf(folder, ['.'])).toEqual(left)
    expect(await namesOf(folder, ['**/*.md'])).toEqual(left)
    const inPosts = left.filter((name) => name.startsWith('posts/')).map((name) => name.slice(6))
    expect(await namesOf(path.join(folder, 'posts'), ['.'])).toEqual(inPosts)
    expect(await namesOf(folder, ['.'], {ignore: false})).toEqual(all.sort())
  })

  test('is linted when it is named, a folder too, but not what its own patterns hold out', async () => {
    const folder = makeRepository({...files, 'drafts/.gitignore': 'private/', 'drafts/private/x.md': text})
    expect(await namesOf(folder, ['drafts/b.md'])).toEqual(['drafts/b.md'])
    expect(await namesOf(folder, ['drafts'])).toEqual(['drafts/b.md'])
    await expect(namesOf(folder, ['drafts/*.md'])).rejects.toThrow('.gitignore')
  })

  test('ends at the root of a repository inside, and holds without git below the folder one stands in', async () => {
    const folder = makeFolder({
      '.gitignore': '*.md\n',
      'inner/a.md': text,
      'inner/.gitignore': 'b.md\n',
      'inner/b.md': text
    })
    await expect(namesOf(folder, ['.'])).rejects.toThrow(UsageError)
    expect(await namesOf(path.join(folder, 'inner'), ['.'])).toEqual(['a.md'])
    mkdirSync(path.join(folder, 'inner/.git'))
    expect(await namesOf(folder, ['.'])).toEqual(['inner/a.md'])
  })

  test('a folder that is left out is not looked into', async () => {
    const folder = makeRepository({'a.md': text, '.gitignore': 'big/\n', 'big/b.md': text})
    // A loop of links would be followed in a folder that is walked.
    symlinkSync('..', path.join(folder, 'big/up'))
    const asked: string[] = []
    const {findFiles} = await import('../src/engine/files.ts')
    const ignores = createIgnoreFiles('.gitignore', folder)
    await findFiles(['.'], {
      cwd: folder,
      isIgnored: async (file) => {
        asked.push(path.relative(folder, file))
        return (await ignores.find(file)) !== undefined
      }
    })
    expect(asked.sort()).toEqual(['a.md', 'big'])
  })
})

describe('.articlelintignore', () => {
  const files = {
    ...articles('a.md', 'archive/b.md', 'posts/c.md', 'posts/d.md', 'posts/deep/e.md'),
    '.articlelintignore': '# old ones\narchive/\n',
    'posts/.articlelintignore': 'd.md\n!/deep/e.md\n'
  }

  test('holds out files of folders, globs and by name, from wherever one stands', async () => {
    const folder = makeRepository(files)
    const left = ['a.md', 'posts/c.md', 'posts/deep/e.md']
    expect(await namesOf(folder, ['.'])).toEqual(left)
    expect(await namesOf(folder, ['**/*.md'])).toEqual(left)
    expect(await namesOf(folder, ['a.md', 'archive/b.md', 'posts/d.md'])).toEqual(['a.md'])
    expect(await namesOf(path.join(folder, 'posts'), ['.', '../archive', '../a.md'])).toEqual([
      '../a.md',
      'c.md',
      'deep/e.md'
    ])
    expect(await namesOf(folder, ['archive/b.md'], {ignore: false})).toEqual(['archive/b.md'])
  })

  test('says so when nothing is left', async () => {
    const folder = makeRepository(files)
    await expect(namesOf(folder, ['archive/b.md'])).rejects.toThrow('.articlelintignore')
    await expect(namesOf(folder, ['archive'])).rejects.toThrow('--no-ignore')
    expect(await namesOf(folder, ['archive'], {allowUnmatched: true})).toEqual([])
  })

  test('is joined by --ignore-pattern and --ignore-path', async () => {
    const folder = makeRepository({...files, 'more.list': 'posts/c.md\n'})
    expect(await namesOf(folder, ['.'], {ignorePatterns: ['a.md'], ignorePath: 'more.list'})).toEqual([
      'posts/deep/e.md'
    ])
  })

  test('a pattern that would match nothing is an error', async () => {
    const folder = makeRepository(files)
    await expect(namesOf(folder, ['.'], {ignorePatterns: ['./archive/']})).rejects.toThrow('`/archive/`')
    expect(await namesOf(folder, ['.'], {ignorePatterns: ['\\{a,b}.md', '/posts/']})).toEqual(['a.md'])
  })

  test('that is a folder, or not to be read, is none', async () => {
    const folder = makeRepository(articles('a.md'))
    mkdirSync(path.join(folder, '.articlelintignore'))
    writeFileSync(path.join(folder, '.gitignore'), Buffer.from([0xff, 0x0a, 0x00]))
    expect(await namesOf(folder, ['.'])).toEqual(['a.md'])
  })
})

describe('what folders and globs stand for', () => {
  const files = articles('a.md', 'b.markdown', 'c.mdx', 'd.txt', 'e.html', 'f.htm', 'g.rst', '.h.md')

  test('folders and globs without an extension: Markdown, MDX and plain text', async () => {
    const folder = makeFolder(files)
    expect(await namesOf(folder, ['.'])).toEqual(['a.md', 'b.markdown', 'c.mdx', 'd.txt'])
    expect(await namesOf(folder, ['*'])).toEqual(['a.md', 'b.markdown', 'c.mdx', 'd.txt'])
  })

  test('HTML is read when it is named, or a glob has the extension', async () => {
    const folder = makeFolder(files)
    expect(await namesOf(folder, ['*.htm*'])).toEqual(['e.html', 'f.htm'])
    expect(await namesOf(folder, ['e.html', '.h.md'])).toEqual(['.h.md', 'e.html'])
  })

  test('a folder behind a link has its own name where it has one', async () => {
    const folder = makeFolder(articles('z/a.md', 'other/b.md'))
    symlinkSync('z', path.join(folder, 'a-link'))
    const outside = makeFolder(articles('c.md'))
    symlinkSync(outside, path.join(folder, 'out'))
    expect(existsSync(path.join(folder, 'a-link/a.md'))).toBe(true)
    expect(await namesOf(folder, ['.'])).toEqual(['other/b.md', 'out/c.md', 'z/a.md'])
  })
})
