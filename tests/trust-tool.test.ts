import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'

const tool = fileURLToPath(new URL('tools/trust.mjs', import.meta.url))

function run(...args: string[]): {status: number | null; stdout: string; stderr: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, [tool, ...args], {encoding: 'utf8'})
  return {status, stdout, stderr}
}

describe('npm run trust', () => {
  it.each(['--help', '-h'])('says what it does: %s', (flag) => {
    const {status, stdout, stderr} = run(flag)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^node tests\/tools\/trust\.mjs .*\n\nRuns the tests of tests\/trust/)
    expect(stdout).toMatch(/\n\nNAME: .*\bkills\b.*\bchecklist\b/)
  })

  it.each([
    [['--hlep'], "Unknown option '--hlep'"],
    [['nothing'], 'no rows `nothing`, only'],
    [['--write', '--quick'], '--write keeps the figures of all cases']
  ])('refuses %j', (args, reason) => {
    const {status, stdout, stderr} = run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(reason)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
