import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {formats} from '../../src/reporters/index.ts'
import {buildCli} from '../setup/build.ts'
import {makeFolder} from '../setup/folder.ts'
import {commandIn, harmOf, uncolored} from '../setup/injection.ts'
import {isFull, record} from './row.ts'

/** Names that a file system of POSIX takes. */
const names = [
  'a\nb.md',
  'a\narticlelint: nothing to report.md',
  '::error::x.md',
  ' \u00A0::error::x.md',
  'x ##[group]y.md',
  '##vso[task.complete]x.md',
  '\u001B]0;pwned\u0007.md',
  '\u009B2Jx.md',
  'a\u202Edm.exe.md',
  'a\u2028b.md',
  'a\rb.md',
  '100%0A.md',
  'a#b?c.md',
  '\'"<b>.md',
  '-f.md',
  '--version.md',
  '$(id) `id`;id.md',
  'a\\b.md',
  'folder\u001B[8m/\u202Ex\n.md',
  'pass\u200Bword.md',
  '@org |x|.md',
  '=cmd|x.md'
]
const text = '# A title\n\n## Left empty\n\n## More\n\nWords \u001B[2J and \u202E more \u009B words.\n'
const invalid = Buffer.from([0x23, 0x20, 0xff, 0x0a])
const logs = {GITHUB_ACTIONS: 'true', TF_BUILD: 'True', TEAMCITY_VERSION: '1'}

function run(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {}
): SpawnSyncReturns<string> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:NO_COLOR|FORCE_COLOR|GITHUB_|CI$)/.test(name))
  )
  const all = {...inherited, ...env}
  return spawnSync(process.execPath, [buildCli(), ...args], {cwd, encoding: 'utf8', env: all})
}

function faultOf({stdout, stderr}: SpawnSyncReturns<string>, isGithub: boolean): string | undefined {
  const [report, said] = [uncolored(stdout).replace(/^\uFEFF/, ''), uncolored(stderr)]
  const own = isGithub ? '' : report
  const strange = said
    .split('\n')
    .find((line) => line !== '' && !/^(?:articlelint: |Usage: | {2}|---|\+\+\+|[@+ -])/.test(line))
  return harmOf(report) ?? harmOf(said) ?? commandIn(own) ?? commandIn(said) ?? strange
}

test.skipIf(process.platform === 'win32')(
  'faults 11 and 53: names of files and folders, in every report and every word on stderr',
  {timeout: 600_000},
  (context) => {
    const failed: string[] = []
    let of = 0
    const judge = (name: string, result: SpawnSyncReturns<string>, isGithub = false): void => {
      of++
      const fault = faultOf(result, isGithub)
      if (fault !== undefined) failed.push(`${name}: ${JSON.stringify(fault)}`)
    }
    const good = makeFolder(Object.fromEntries(names.map((name) => [name, text])))
    const bad = makeFolder(Object.fromEntries(names.map((name) => [name, invalid])))
    for (const format of isFull ? formats : (['stylish', 'github'] as const)) {
      const found = run(['.', '--only', 'empty-section', '-f', format, '--concurrency', '1'], good, logs)
      expect([0, 1]).toContain(found.status)
      judge(`${format}, found`, found, format === 'github')
      const unread = run(['.', '-f', format, '--concurrency', '1'], bad, logs)
      expect(unread.status).toBe(2)
      judge(`${format}, unread`, unread, format === 'github')
    }
    judge('colours', run(['.', '--color', '--concurrency', '1'], good, logs))
    judge('a diff', run(['.', '--fix-dry-run', '--concurrency', '1'], good, logs))
    for (const format of isFull ? ['table', 'csv', 'json'] : ['table'])
      judge(`claims, ${format}`, run(['claims', '.', '-f', format], good, logs))
    for (const name of isFull ? names : ['a\nb.md']) {
      judge(`no file ${JSON.stringify(name)}`, run(['--', `no/${name}`], good, logs))
      judge(`config of ${JSON.stringify(name)}`, run(['--print-config', `./${name}`], good, logs))
      if (!isFull) continue
      judge(`no rule ${JSON.stringify(name)}`, run(['explain', '--', name], good, logs))
      judge(`no option ${JSON.stringify(name)}`, run([`--x${name}`], good, logs))
      judge(`no config ${JSON.stringify(name)}`, run(['-c', name, '.'], makeFolder({'a.md': text}), logs))
      judge(`no part ${JSON.stringify(name)}`, run(['merge', '--', name], good, logs))
      judge(`no git name ${JSON.stringify(name)}`, run(['.', `--since=${name}`], good, logs))
    }
    record(context, {
      row: 'runs of the command line over hostile names, every word on stdout and stderr harmless',
      passed: of - failed.length,
      of
    })
    expect(failed).toEqual([])
  }
)

const words = ['\u001B[2J\u009B\u202E', 'x\n::error::y', '##vso[task.complete]z', 'a\u2028\u2066b']

test('fault 53: words of configs, front matter, comments and suppressions on their way to the terminal', {
  timeout: 600_000
}, (context) => {
  const failed: string[] = []
  let of = 0
  for (const word of isFull ? words : [words.join('')]) {
    const json = JSON.stringify(word)
    const yaml = json.replace(
      /[\u007f-\uffff]/g,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`
    )
    const all: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
      ['rule of a config', {'.articlelintrc.json': `{"rules": {${json}: "warn"}}`}, []],
      ['severity', {'.articlelintrc.json': `{"rules": {"empty-section": ${json}}}`}, []],
      ['key', {'.articlelintrc.json': `{${json}: 1}`}, []],
      ['extends', {'.articlelintrc.json': `{"extends": ${json}}`}, []],
      ['plugin', {'.articlelintrc.json': `{"plugins": [${json}]}`}, []],
      ['language', {'.articlelintrc.json': `{"language": ${json}}`}, []],
      ['ignores', {'.articlelintrc.json': `{"ignores": [${json}]}`}, ['--print-config', 'a.md']],
      ['no JSON', {'.articlelintrc.json': `{${word}`}, []],
      ['no YAML', {'.articlelintrc.yaml': `a: [${word}`}, []],
      ['thrown by a config', {'articlelint.config.mjs': `throw new Error(${json})`}, []],
      ['front matter', {'a.md': `---\narticlelint:\n  ${yaml}: off\n---\n\n${text}`}, []],
      ['comment', {'a.md': `<!-- articlelint-disable ${word} -- ${word} -->\n\n${text}`}, []],
      ['suppressions', {'articlelint-suppressions.json': `{"version": 1, ${json}: {}}`}, []],
      [
        'suppressed path',
        {'articlelint-suppressions.json': `{${json}: {"empty-section": {"count": 1}}}`},
        []
      ],
      ['part', {'p.json': json}, ['merge', 'p.json']],
      ['options', {'.articlelintrc.json': `{"rules": {"empty-section": ["warn", {${json}: ${json}}]}}`}, []]
    ]
    for (const [name, files, args] of isFull ? all : all.filter((_, index) => index % 3 === 0)) {
      of++
      const cwd = makeFolder({'a.md': text, ...files})
      const result = run(args.length > 0 ? args : ['a.md', '--concurrency', '1'], cwd, logs)
      const {stdout, stderr} = result
      const fault = harmOf(stdout) ?? harmOf(stderr) ?? commandIn(stdout) ?? commandIn(stderr)
      if (fault !== undefined) failed.push(`${name}: ${JSON.stringify(fault)}\n${stderr}`)
    }
  }
  record(context, {
    row: 'runs with hostile words in configs, comments and files of ours, every word on the terminal harmless',
    passed: of - failed.length,
    of
  })
  expect(failed).toEqual([])
})

test('a part that was written with a hostile name is named harmlessly', () => {
  const cwd = makeFolder({'a.md': text})
  const result = run(['.', '--shard', '1/1', '-o', 'p\n::x::\u001B.json'], cwd, logs)
  expect([result.status, faultOf(result, false)]).toEqual([0, undefined])
  expect(JSON.parse(readFileSync(path.join(cwd, 'p\n::x::\u001B.json'), 'utf8')).format).toBe(
    'articlelint-part'
  )
})
