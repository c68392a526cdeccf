import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, vi} from 'vitest'
import {buildCli} from '../setup/build.ts'
import {makeFolder} from '../setup/folder.ts'
import {articlelint, copy, createFaults, interrupted, plugin, repaired} from '../setup/process.ts'
import {isFull} from './row.ts'

const {fault, finish} = createFaults('process faults survived')

const formats = [
  ...['stylish', 'pretty', 'compact', 'html', 'markdown', 'json'],
  ...['sarif', 'github', 'gitlab', 'junit', 'checkstyle']
]
const some = <Item>(all: readonly Item[], few: number): readonly Item[] => (isFull ? all : all.slice(0, few))

/** So many articles, each with one error. */
const articles = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({length: count}, (_, i) => [`${i % 10}/${i}.md`, copy.replace('Mills', `Mill ${i}`)])
  )
const countOf = (stdout: string): number => JSON.parse(stdout).summary.errors

for (const format of some(['json', ...formats], 1)) {
  fault(`fault 24: the reader leaves, ${format}: silent, with the exit code of the lint`, () => {
    const cwd = makeFolder(articles(100))
    const shell = '"$@" > >(head -c 100 >out)'
    const {status, stdout, stderr} = articlelint(['.', '-f', format], {cwd, shell})
    expect([status, stdout, stderr]).toEqual([1, '', ''])
    expect(readFileSync(path.join(cwd, 'out'))).toHaveLength(100)
  })
}

const outputs = [
  ['a.md'],
  ['explain', 'no-sources'],
  ['--help'],
  ['rules'],
  ['claims', 'a.md'],
  ['--version']
]
for (const args of some([...outputs, ...formats.map((format) => ['a.md', '-f', format])], 1)) {
  fault(`fault 25: the disk is full under stdout, ${args.join(' ')}: exit code 2 and a reason`, () => {
    const {status, stderr} = articlelint(args, {cwd: makeFolder({'a.md': copy}), shell: '"$@" >/dev/full'})
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^articlelint: .*ENOSPC.*\n$/)])
  })
}

const redirected = [
  ['all three are closed', '"$@" <&- >&- 2>&-', 1],
  ['the stack is small', 'ulimit -s 256; "$@"', 1],
  ['stderr is full', '"$@" 2>/dev/full', 1],
  ['stdout is closed', '"$@" >&-', 1],
  ['stderr is closed', '"$@" 2>&-', 1],
  ['stdin is closed', '"$@" <&-', 1],
  ['stdout can only be read', '"$@" 1</dev/null', 2],
  ['SIGPIPE is ignored', 'trap "" PIPE; "$@"', 1]
] as const
for (const [what, shell, status] of some(redirected, 3)) {
  fault(`${what}: the exit code of the lint`, () => {
    expect(articlelint(['a.md'], {cwd: makeFolder({'a.md': copy}), shell}).status).toBe(status)
  })
}

fault('standard input is a folder: an error, not an empty article', () => {
  const {status, stdout, stderr} = articlelint(['--stdin'], {cwd: makeFolder({}), shell: '"$@" </'})
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(/^articlelint: .*folder/)])
})

fault('standard input never ends: refused as soon as it is too large', () => {
  const cwd = makeFolder({})
  const args = ['--stdin', '-f', 'compact']
  const {status, stdout, stderr} = articlelint(args, {cwd, shell: 'set -o pipefail; "$@" < <(yes)'})
  expect([status, stdout, stderr]).toEqual([
    1,
    expect.stringMatching(/^<stdin>:1:1: .*article-too-large/),
    ''
  ])
})

fault('hardly any open files allowed, with thousands of articles (EMFILE): all are linted', () => {
  const count = isFull ? 5000 : 400
  const cwd = makeFolder(articles(count))
  // Node opens the modules of the tests' build, which is not bundled, all at once.
  for (const [limit, concurrency] of isFull
    ? ([
        [200, 'off'],
        [400, '2']
      ] as const)
    : ([[200, 'off']] as const)) {
    const shell = `ulimit -n ${limit}; "$@"`
    const {status, stdout, stderr} = articlelint(['.', '-f', 'json', '--concurrency', concurrency], {
      cwd,
      shell
    })
    expect([status, stderr, countOf(stdout)]).toEqual([1, '', count])
  }
})

fault(`fault 13: ${isFull ? '10,000' : '300'} files`, () => {
  const count = isFull ? 10_000 : 300
  const {status, stdout} = articlelint(['.', '-f', 'json'], {cwd: makeFolder(articles(count))})
  expect([status, countOf(stdout)]).toEqual([1, count])
})

for (const format of some(['json', ...formats.filter((name) => name !== 'json')], 1)) {
  fault(`fault 29: ${isFull ? '100,000' : '10,000'} findings, ${format}`, () => {
    const [files, each] = isFull ? [100, 1000] : [10, 1000]
    const check =
      'for (let at = 8; at + 4 < text.length; at += 5) report("here", {range: [at, at + 4], data: {}})'
    const text = `# DUST\n\n${'rye. '.repeat(each)}\n`
    const cwd = makeFolder({
      ...Object.fromEntries(Array.from({length: files}, (_, i) => [`${i}.md`, text])),
      '.articlelintrc.yaml': 'extends: []\nplugins: [./plugin.mjs]',
      'plugin.mjs': plugin([check])
    })
    const {status, signal, stdout, stderr} = articlelint(['.', '-f', format], {cwd})
    expect([status, signal, stderr]).toEqual([0, null, ''])
    expect(stdout.length).toBeGreaterThan(format === 'markdown' || format === 'github' ? 500 : files * each)
  })
}

for (const [what, env] of [
  ['no environment at all', {}],
  [
    'no home, and no folder for temporary files',
    {PATH: process.env.PATH, TMPDIR: '/nowhere', HOME: '/nowhere'}
  ],
  [
    'a megabyte of environment',
    Object.fromEntries(Array.from({length: 16}, (_, i) => [`LARGE_${i}`, 'x'.repeat(64_000)]))
  ]
] as const) {
  fault(`${what}: linted as ever`, () => {
    const cwd = makeFolder({'a.md': copy})
    const {status, stdout, stderr} = articlelint(['a.md', '-f', 'json', '--cache'], {cwd, env})
    expect([status, stderr, countOf(stdout)]).toEqual([1, '', 1])
  })
}

fault('the folder it was started in is gone: a reason, no internal error', () => {
  const cwd = makeFolder({'gone/a.md': copy})
  const shell = 'cd gone; rm -r ../gone; "$@"'
  const {status, stdout, stderr} = articlelint(['.'], {cwd, shell})
  expect([status, stdout, stderr]).toEqual([
    2,
    '',
    expect.stringMatching(/^articlelint: the folder .* is gone/)
  ])
})

fault('the memory of the main thread is used up: no exit code of a lint', () => {
  const cwd = makeFolder({
    'a.md': 'To DUST.\n',
    '.articlelintrc.yaml': 'extends: []\nplugins: [./plugin.mjs]',
    'plugin.mjs': plugin(['const all = []; for (;;) all.push({at: all.length, text: [all.length]})'])
  })
  const env = {...process.env, NODE_OPTIONS: '--max-old-space-size=64'}
  const {status, signal, stdout} = articlelint(['a.md'], {cwd, env, shell: 'ulimit -c 0; "$@"'})
  expect([status === 0 || status === 1, stdout]).toEqual([false, ''])
  expect(signal === 'SIGABRT' || (status ?? 0) > 2).toBe(true)
})

fault(
  'fault 1 and fault 2: a file that is missing, a glob that matches nothing: exit code 2, nothing linted',
  () => {
    const cwd = makeFolder({'a.md': copy})
    for (const name of ['missing.md', '*.mdx', 'missing/**']) {
      const {status, stdout, stderr} = articlelint(['a.md', name], {cwd})
      expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(name)])
    }
  }
)

fault('fault 3, fault 5 and fault 7: folders, links, pipes and sockets that are named like articles', () => {
  const cwd = makeFolder({'a.md': copy, 'folder.md/in.md': copy})
  symlinkSync('.', path.join(cwd, 'loop'))
  symlinkSync('self.md', path.join(cwd, 'self.md'))
  symlinkSync('nowhere.md', path.join(cwd, 'dangling.md'))
  symlinkSync('../folder.md', path.join(cwd, 'folder.md/up'))
  expect(spawnSync('mkfifo', [path.join(cwd, 'pipe.md')]).status).toBe(0)
  const {status, stdout, stderr} = articlelint(['.', '-f', 'json'], {cwd})
  expect([status, stderr]).toEqual([1, ''])
  expect(JSON.parse(stdout).files.map((file: {path: string}) => file.path)).toEqual([
    'a.md',
    'folder.md/in.md'
  ])
  const named = articlelint(['a.md', 'pipe.md', '/dev/zero', 'self.md'], {cwd})
  expect(named.status).toBe(2)
  expect(
    named.stderr
      .split('\n')
      .map((line) => line.split(': ')[1] ?? '')
      .sort()
  ).toEqual(['', '/dev/zero', 'pipe.md', 'self.md'])
})

fault(
  'fault 6: deleted, replaced by a folder or a pipe once it was found: named, and the others are linted',
  () => {
    // A config that is code runs between finding and reading.
    const config = `
    import fs from 'node:fs'
    import {execFileSync} from 'node:child_process'
    for (const name of ['b.md', 'c.md', 'd.md']) if (fs.existsSync(name)) fs.rmSync(name)
    fs.mkdirSync('c.md')
    execFileSync('mkfifo', ['d.md'])
    export default {}`
    const cwd = makeFolder({
      'a.md': copy,
      'b.md': copy,
      'c.md': copy,
      'd.md': copy,
      'articlelint.config.mjs': config
    })
    const {status, stdout, stderr} = articlelint(['.', '-f', 'json'], {cwd})
    expect([status, countOf(stdout)]).toEqual([2, 1])
    expect(stderr.split('\n').map((line) => line.split(': ')[1])).toEqual(['b.md', 'c.md', 'd.md', undefined])
  }
)

fault('fault 4: a folder that may not be read is named; the rest is linted, exit code 2', () => {
  const engine = pathToFileURL(path.join(path.dirname(buildCli()), 'engine/index.js')).href
  // Root may read anything: the program gives that up, once all modules are loaded.
  const program = `
    import {lintFiles} from ${JSON.stringify(engine)}
    await lintFiles(['.'])
    if (process.getuid() === 0) process.seteuid(65534)
    const {files, problems} = await lintFiles(['.'])
    console.log(JSON.stringify([files.map(({path}) => path), problems]))`
  const cwd = makeFolder({'a.md': copy, 'locked/b.md': copy, 'program.mjs': program})
  chmodSync(cwd, 0o755)
  chmodSync(path.join(cwd, 'locked'), 0o300)
  const {stdout, stderr} = spawnSync(process.execPath, ['program.mjs'], {cwd, encoding: 'utf8'})
  chmodSync(path.join(cwd, 'locked'), 0o700)
  expect(JSON.parse(stdout || stderr)).toEqual([
    ['a.md'],
    [{path: 'locked', reason: expect.stringContaining('permissions')}]
  ])
})

fault('fault 11: names with blanks, line ends, percent signs, hashes, quotes, dashes', () => {
  const names = [
    '-x.md',
    '--fix.md',
    'a b.md',
    'c\nd.md',
    '50%.md',
    '#1.md',
    `it's "so".md`,
    '$(id).md',
    '[a].md',
    '{b}.md',
    '!c.md'
  ]
  const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, copy])))
  const paths = (args: readonly string[]): string[] =>
    JSON.parse(articlelint(['-f', 'json', ...args], {cwd}).stdout).files.map(
      (file: {path: string}) => file.path
    )
  expect(paths(['--', ...names])).toEqual([...names].sort())
  expect(paths(['.'])).toEqual([...names].sort())
  const {status, stderr} = articlelint(['--fix', '--', ...names], {cwd})
  expect([status, stderr]).toEqual([0, ''])
  for (const name of names) expect(readFileSync(path.join(cwd, name), 'utf8')).toBe(repaired)
})

fault('fault 12: Windows paths are shown with slashes, matched by globs and become URIs', async () => {
  vi.resetModules()
  vi.doMock('node:path', () => ({...path.win32, default: path.win32}))
  const {shownPath, createPathMatcher} = await import('../../src/config/paths.ts')
  vi.doUnmock('node:path')
  vi.resetModules()
  const {toUri} = await import('../../src/reporters/uri.ts')
  expect(shownPath('C:\\site\\posts\\a.md', 'C:\\site')).toBe('posts/a.md')
  expect(shownPath('D:\\b.md', 'C:\\site')).toBe('D:/b.md')
  expect(shownPath('C:\\sites\\a.md', 'C:\\site')).toBe('C:/sites/a.md')
  expect(shownPath('\\\\server\\share\\a.md', 'C:\\site')).toBe('//server/share/a.md')
  const matches = await createPathMatcher(['posts/**/*.md'], 'C:\\site')
  expect([matches('C:\\site\\posts\\a.md'), matches('D:\\posts\\a.md'), matches('C:\\posts\\a.md')]).toEqual([
    true,
    false,
    false
  ])
  expect(toUri('D:/a b#1.md')).toEqual({uri: 'file:///D:/a%20b%231.md', isRelative: false})
  expect(toUri('posts/50%.md')).toEqual({uri: 'posts/50%25.md', isRelative: true})
})

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const spinning =
  'console.error("spinning"); for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)'
for (const signal of some(signals, 1)) {
  for (const [what, args] of [
    ['a rule that never ends', []],
    ['a fix with such a rule', ['--fix']],
    ['workers that never end', ['--concurrency', '2']],
    ['a fix in workers that never end', ['--concurrency', '2', '--fix']]
  ] as const) {
    fault(`fault 17: ${signal} ends ${what}`, async () => {
      const cwd = makeFolder({
        'a.md': 'To DUST.\n',
        'b.md': copy,
        '.articlelintrc.yaml': 'extends: []\nplugins: [./plugin.mjs]',
        'plugin.mjs': plugin([spinning])
      })
      const ended = await interrupted(
        ['.', ...args],
        cwd,
        (printed) => printed.includes('spinning'),
        (child) => child.kill(signal)
      )
      expect(ended).toMatchObject({signal, status: null, stdout: ''})
    })
  }
  for (const [what, args, ready] of [
    ['--watch', ['--watch', 'a.md'], 'watching for changes'],
    ['a server without an editor', ['lsp', '--stdio'], '']
  ] as const) {
    fault(`fault 17: ${signal} ends ${what}`, async () => {
      const cwd = makeFolder({'a.md': copy})
      const ended = await interrupted(
        [...args],
        cwd,
        (printed) => printed.includes(ready),
        (child) => child.kill(signal)
      )
      expect([ended.signal ?? ended.status]).not.toEqual(['SIGKILL'])
      expect(ended.stderr).not.toContain('Error')
    })
  }
}

/** Turns of the event loop from the last look at an article to the signal: each falls into another step of the write. */
for (const turns of isFull ? Array.from({length: 40}, (_, i) => i) : [4, 9]) {
  const signal = signals[turns % 3] ?? 'SIGINT'
  fault(
    `fault 17: ${signal} in a fix, ${turns} turns on: the file in hand is whole, no other is left`,
    () => {
      for (const concurrency of isFull ? ['off', '2'] : [turns === 4 ? 'off' : '2']) {
        const names = Array.from({length: 12}, (_, i) => `${i}.md`)
        const check = `
        let turns = ${turns}
        const tick = () => turns-- > 0 ? setImmediate(tick) : process.kill(process.pid, '${signal}')
        tick()`
        const cwd = makeFolder({
          ...Object.fromEntries(names.map((name) => [name, name === '5.md' ? `${copy}\nTo DUST.\n` : copy])),
          '.articlelintrc.yaml': 'extends: articlelint:recommended\nplugins: [./plugin.mjs]',
          'plugin.mjs': plugin([check])
        })
        const ended = articlelint(['.', '--fix', '--concurrency', concurrency], {cwd})
        expect([ended.signal, ended.stderr]).toEqual([signal, ''])
        expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([])
        for (const name of names) {
          const text = readFileSync(path.join(cwd, name), 'utf8')
          expect([copy, repaired, `${copy}\nTo DUST.\n`, `${repaired}\nTo DUST.\n`]).toContain(text)
        }
      }
    }
  )
}

fault('a report that can not be written, of several: the others are, exit code 2', () => {
  const cwd = makeFolder({'a.md': copy, file: ''})
  mkdirSync(path.join(cwd, 'folder.json'))
  writeFileSync(path.join(cwd, 'old.json'), '{}')
  const formats = ['json:file/a.json', 'json:folder.json', 'json:/dev/full', 'json:new.json', 'json:old.json']
  const {status, stderr} = articlelint(['a.md', ...formats.flatMap((format) => ['-f', format])], {cwd})
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^articlelint: the report /)])
  for (const name of ['new.json', 'old.json'])
    expect(countOf(readFileSync(path.join(cwd, name), 'utf8'))).toBe(1)
  expect(existsSync(path.join(cwd, 'file/a.json'))).toBe(false)
})

finish()
