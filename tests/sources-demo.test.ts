import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {buildCli} from './setup/build.ts'

const root = path.join(import.meta.dirname, '..')
let cli: string
beforeAll(() => {
  cli = buildCli()
}, 240_000)

it('the README shows what the lock file of the shipped draft says', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
  const [, shown] = /<!-- sources -->\n\n```text\n([\s\S]*?)```/.exec(readme) ?? []
  const {status, stdout} = spawnSync(process.execPath, [cli, 'verify', 'draft.md', '--locked'], {
    cwd: path.join(root, 'fixtures/sources-demo'),
    encoding: 'utf8'
  })
  expect(status).toBe(1)
  expect(stdout).toBe(shown)
})
