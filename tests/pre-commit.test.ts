import {spawnSync} from 'node:child_process'
import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {Ajv} from 'ajv'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

const root = path.resolve(fileURLToPath(import.meta.url), '..', '..')
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')

interface Hook {
  readonly id: string
  readonly entry: string
  readonly language: string
  readonly args?: readonly string[]
  readonly types_or: readonly string[]
}

const hooks: readonly Hook[] = parse(read('.pre-commit-hooks.yaml'))
const manifest: {readonly bin: Readonly<Record<string, string>>} = JSON.parse(read('package.json'))

describe('.pre-commit-hooks.yaml', () => {
  it('follows the schema of pre-commit', () => {
    const validate = new Ajv({strict: false, validateFormats: false}).compile(
      JSON.parse(read('tests/schemas/pre-commit-hooks.json'))
    )
    validate(hooks)
    expect(validate.errors).toBeNull()
    expect(validate([{id: 'a'}])).toBe(false)
    expect(hooks.map(({id}) => id)).toEqual(['articlelint'])
  })

  it('runs the program of the package that the project has installed', () => {
    expect(hooks.map(({entry, language}) => [entry, language])).toEqual([
      ['npx --no-install articlelint', 'system']
    ])
    expect(Object.keys(manifest.bin)).toEqual(['articlelint'])
  })

  /** As pre-commit does it: the entry, split into words, the arguments, the names of the files. */
  function runHook(folder: string, files: readonly string[], args = hooks[0]?.args ?? []): number | null {
    const [program = '', ...words] = (hooks[0]?.entry ?? '').split(' ')
    const env = {...process.env, npm_config_update_notifier: 'false'}
    return spawnSync(program, [...words, ...args, ...files], {cwd: folder, env}).status
  }

  it('runs on the files that pre-commit names, and stops the commit by its exit code', () => {
    const folder = makeFolder({
      'package.json': '{"private": true}',
      'a.md': '# Bees\n\n## Hive\n\n## Place\n\nUnder the tree.\n',
      'b c.md': '# Bees\n\nThe roof is warm.\n',
      '.articlelintrc.json': '{"extends": [], "rules": {"empty-section": "error"}}'
    })
    mkdirSync(path.join(folder, 'node_modules/.bin'), {recursive: true})
    const bin = path.join(folder, 'node_modules/.bin/articlelint')
    writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${buildCli()}" "$@"\n`)
    chmodSync(bin, 0o755)
    expect(runHook(folder, ['a.md', 'b c.md'])).toBe(1)
    expect(runHook(folder, ['b c.md'])).toBe(0)
    expect(runHook(folder, ['gone.md'])).toBe(2)
    spawnSync('git', ['init', '--quiet'], {cwd: folder})
    spawnSync('git', ['add', 'b c.md'], {cwd: folder})
    expect(runHook(folder, ['a.md', 'b c.md'], ['--staged'])).toBe(0)
    spawnSync('git', ['add', 'a.md'], {cwd: folder})
    expect(runHook(folder, ['a.md', 'b c.md'], ['--staged'])).toBe(1)
  })
})
