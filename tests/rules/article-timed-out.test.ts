import {spawnSync} from 'node:child_process'
import path from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {LimitFault} from '../../src/document/parse/fault.ts'
import {createTimeLimit} from '../../src/engine/time-limit.ts'
import {buildCli} from '../setup/build.ts'
import {makeFolder} from '../setup/folder.ts'

const head = '# The bridge\n\n'
const ordinary = `${head}The bridge over the river is old.\n`

describe('fault 27: an article that takes too long', () => {
  let cli: string
  beforeAll(() => {
    cli = buildCli()
  })

  /** A plugin's rule that never ends on articles that say so. */
  function site(): string {
    return makeFolder({
      '.articlelintrc.yaml': 'extends: articlelint:recommended\nplugins: [./plugin.mjs]',
      'plugin.mjs': `export default [{
        id: 'house/endless', summary: 'Flag nothing.', category: 'style', recommended: 'warn', anyLanguage: true, options: {},
        messages: {never: () => 'Unexpected tale'},
        check({text}) { if (text.includes('endless')) for (;;); }
      }]`,
      'a.md': ordinary,
      'b.md': `${head}An endless tale.\n`,
      'c.md': ordinary,
      'd.md': `${head}One more endless tale.\n`,
      'e.md': ordinary
    })
  }

  it.each(['off', '1', '2'])(
    'is a finding that names the rule; the others are linted (%s)',
    (concurrency) => {
      const cwd = site()
      const args = [cli, '.', '-f', 'json', '--timeout', '1', '--concurrency', concurrency]
      const {stdout, stderr, status} = spawnSync(process.execPath, args, {cwd, encoding: 'utf8'})
      expect(stderr).toBe('')
      const {files} = JSON.parse(stdout) as {
        files: {path: string; messages: {ruleId: string; reason: string}[]}[]
      }
      expect(
        files.map((file) => [path.basename(file.path), file.messages.map(({ruleId}) => ruleId)])
      ).toEqual([
        ['a.md', []],
        ['b.md', ['article-timed-out']],
        ['c.md', []],
        ['d.md', ['article-timed-out']],
        ['e.md', []]
      ])
      expect(files[1]?.messages[0]).toMatchObject({messageId: 'slow', start: 0})
      expect(files[1]?.messages[0]?.reason).toContain('house/endless')
      expect(status).toBe(1)
    }
  )

  it('gives back what ran in time, and throws what that threw', () => {
    const within = createTimeLimit(0, 1)
    expect(within(() => 42)).toBe(42)
    expect(() =>
      within(() => {
        throw new TypeError('no')
      })
    ).toThrow(TypeError)
  })

  it('counts the time of all parts together', () => {
    const within = createTimeLimit(0, 0.2)
    const spin = (ms: number): void => {
      for (const end = performance.now() + ms; performance.now() < end; );
    }
    // 0.2 is made a whole second.
    within(() => spin(900))
    expect(() => within(() => spin(5000))).toThrow(LimitFault)
  })
})
