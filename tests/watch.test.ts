import {spawn} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 120_000)

const clean = '# A title\n\nThe first paragraph says a thing.\n'
const warned = `${clean}\n## Left empty\n\n## More\n\nThe second one says another.\n`

/** A run with `--watch`: `next` gives what a round printed on stdout, once it is over. */
function startWatching(cwd: string, ...args: string[]) {
  const child = spawn(
    process.execPath,
    [cli, '--watch', '--only', 'empty-section', '-f', 'compact', ...args],
    {cwd}
  )
  let stdout = ''
  let stderr = ''
  let complaints = ''
  let tell = (): void => {}
  child.stdout.on('data', (data) => {
    stdout += data
  })
  child.stderr.on('data', (data) => {
    stderr += data
    complaints += data
    tell()
  })
  const next = async (): Promise<string> => {
    while (!stderr.includes('watching for changes')) {
      await new Promise<void>((resolve) => {
        tell = resolve
      })
    }
    stderr = stderr.slice(stderr.lastIndexOf('watching for changes') + 'watching for changes'.length)
    const printed = stdout
    stdout = ''
    return printed
  }
  return {child, next, complaints: () => complaints}
}

test('lints again when a file that is named changes', async () => {
  const cwd = makeFolder({'a.md': clean})
  const {child, next, complaints} = startWatching(cwd, 'a.md')
  try {
    expect(await next()).not.toContain('[empty-section]')
    writeFileSync(path.join(cwd, 'a.md'), warned)
    expect(await next()).toContain('a.md:5:')
    // More events of the same change may still come.
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(complaints()).not.toContain('failed')
  } finally {
    child.kill()
  }
})

test('lints again when an article changes, comes in a new folder, or the config changes', async () => {
  const cwd = makeFolder({'posts/a.md': clean})
  const {child, next} = startWatching(cwd, '-f', 'markdown:report.md', '.')
  try {
    expect(await next()).not.toContain('[empty-section]')
    writeFileSync(path.join(cwd, 'posts/a.md'), warned)
    expect(await next()).toContain('posts/a.md:5:')
    mkdirSync(path.join(cwd, 'new'))
    await next()
    writeFileSync(path.join(cwd, 'new/b.md'), warned)
    expect(await next()).toContain('new/b.md:5:')
    writeFileSync(path.join(cwd, '.articlelintrc.json'), '{"ignores": ["posts/"]}')
    expect(await next()).not.toContain('posts/a.md')
    writeFileSync(path.join(cwd, '.articlelintrc.json'), '{"ignores": [')
    expect(await next()).toBe('')
    writeFileSync(path.join(cwd, '.articlelintrc.json'), '{}')
    expect(await next()).toContain('posts/a.md:5:')
  } finally {
    child.kill()
  }
})
