import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'
import {expectValidXml} from './setup/report.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 120_000)

const clean = '# A title\n\nThe first paragraph says a thing.\n\n## More\n\nThe second one says another.\n'
const found =
  '# A title\n\nThe first paragraph says a thing.\n\n## Left empty\n\n## More\n\nThe second one says another.\n'
const rule = ['--only', 'empty-section', '--rule', 'empty-section:error']
const files = {'clean.md': clean, 'posts/a b.md': found}

function run(
  args: readonly string[],
  cwd: string = makeFolder(files),
  env: Readonly<Record<string, string>> = {}
): SpawnSyncReturns<string> {
  const {NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, ...inherited} = process.env
  return spawnSync(process.execPath, [cli, ...rule, ...args], {
    cwd,
    encoding: 'utf8',
    env: {...inherited, ...env}
  })
}

describe('several reports of one run', () => {
  test('one on standard output, the others in files, in one go', async () => {
    const cwd = makeFolder(files)
    const targets = ['compact', 'sarif:out.sarif', 'junit:out/junit.xml', 'json:out.json', 'markdown:out.md']
    const {status, stdout, stderr} = run(['.', ...targets.flatMap((target) => ['-f', target])], cwd)
    expect([status, stderr]).toEqual([1, ''])
    expect(stdout).toBe(
      'posts/a b.md:5:4: error Unexpected empty section under `Left empty`, expected text [empty-section]\n1 error in 2 files\n'
    )
    const read = (name: string): string => readFileSync(path.join(cwd, name), 'utf8')
    const {runs} = JSON.parse(read('out.sarif'))
    expect(runs[0].results).toHaveLength(1)
    const {artifactLocation, region} = runs[0].results[0].locations[0].physicalLocation
    expect([artifactLocation.uri, region.snippet.text]).toEqual(['posts/a%20b.md', 'Left empty'])
    const {rules, version} = runs[0].tool.driver
    expect(rules[runs[0].results[0].ruleIndex]).toMatchObject({
      id: 'empty-section',
      properties: {category: 'structure'}
    })
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
    await expectValidXml(read('out/junit.xml'), 'junit.xsd')
    expect(JSON.parse(read('out.json')).summary).toMatchObject({files: 2, errors: 1, suppressed: 0})
    expect(read('out.md')).toContain('articlelint: 1 error in 1 of 2 files')
  })

  test('all into files leaves standard output empty', () => {
    const cwd = makeFolder(files)
    const {status, stdout, stderr} = run(['.', '-f', 'gitlab:gl.json', '-f', 'checkstyle:c.xml'], cwd)
    expect([status, stdout, stderr]).toEqual([1, '', ''])
    expect(readdirSync(cwd).sort()).toEqual(['c.xml', 'clean.md', 'gl.json', 'posts'])
  })

  test.each([
    ['two on standard output', ['-f', 'compact', '-f', 'json']],
    ['an unknown one with a file', ['-f', 'xml:out.xml']],
    ['a colon without a file', ['-f', 'sarif:']],
    ['a file for standard output, and nothing there', ['-f', 'json:out.json', '-o', 'out.txt']]
  ])('%s is wrong usage, and nothing is written', (_, args) => {
    const cwd = makeFolder(files)
    const {status, stdout, stderr} = run(['.', ...args], cwd)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^articlelint: /)
    expect(readdirSync(cwd).sort()).toEqual(['clean.md', 'posts'])
  })

  test('one that can not be written is named, and the others are written', () => {
    const cwd = makeFolder(files)
    const {status, stdout, stderr} = run(
      ['.', '-f', 'json:clean.md/bad.json', '-f', 'compact', '-f', 'json:out.json'],
      cwd
    )
    expect([status, stdout.split('\n').length]).toEqual([2, 3])
    expect(stderr).toMatch(/^articlelint: .*bad\.json/)
    expect(JSON.parse(readFileSync(path.join(cwd, 'out.json'), 'utf8')).summary.errors).toBe(1)
  })
})

test('pretty quotes the article, coloured where asked to', () => {
  const {stdout} = run(['posts', '-f', 'pretty'])
  expect(stdout.split('\n').slice(0, 5)).toEqual([
    'posts/a b.md:5:4  error  empty-section',
    'Unexpected empty section under `Left empty`, expected text',
    '',
    '  5 │ ## Left empty',
    '    │    ^^^^^^^^^^'
  ])
  expect(stdout).not.toContain('\u001B')
  expect(run(['posts', '-f', 'pretty', '--color']).stdout).toContain('\u001B[1;31merror\u001B[0m')
})

test.each(['compact', 'pretty'])('fault 54: %s gives no command to GitHub Actions', (format) => {
  const cwd = makeFolder({'::error::x.md': found})
  expect(run(['.', '-f', format], cwd).stdout).toMatch(/^::error/m)
  expect(run(['.', '-f', format], cwd, {GITHUB_ACTIONS: 'true'}).stdout).not.toMatch(/^\s*::/m)
})

test('an article that can not be read is in the reports for machines', () => {
  const cwd = makeFolder({...files, 'bad.md': Buffer.from([0x63, 0xff])})
  const github = run(['.', '-f', 'github', '-f', 'sarif:out.sarif', '-f', 'junit:out.xml'], cwd)
  expect(github.status).toBe(2)
  expect(github.stdout).toMatch(/^::error file=bad\.md,title=articlelint::bad\.md: .*UTF-8/)
  const {invocations} = JSON.parse(readFileSync(path.join(cwd, 'out.sarif'), 'utf8')).runs[0]
  expect(invocations[0]).toMatchObject({executionSuccessful: false})
  expect(invocations[0].toolExecutionNotifications).toHaveLength(1)
  expect(readFileSync(path.join(cwd, 'out.xml'), 'utf8')).toContain('tests="3" failures="1" errors="1"')
})

test('what is held from view is counted', () => {
  const {stdout} = run(['.', '-f', 'compact', '--rule', 'empty-section:warn', '-q'])
  expect(stdout).toBe('nothing to report in 2 files, 1 less severe not shown\n')
})
