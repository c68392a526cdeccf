import {rmSync, utimesSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {createSession, type SessionArticle} from '../src/engine/session.ts'
import {applyEdits} from '../src/lint/fix.ts'
import {makeFolder} from './setup/folder.ts'

const empty =
  '# A title\n\nThe first paragraph says a thing.\n\n## Left empty\n\n## More\n\nThe second one.\n'
const rules = (severity: string): string => JSON.stringify({extends: [], rules: {'empty-section': severity}})

function articleIn(root: string, name: string, text = empty): SessionArticle {
  const file = path.join(root, name)
  return {text, file, name: file}
}

describe('a session', () => {
  it('reads a config once, until it is told to read it anew', async () => {
    const root = makeFolder({'.articlelintrc.json': rules('warn')})
    const session = createSession({cwd: root})
    const article = articleIn(root, 'a.md')
    const severity = async () =>
      (await session.lint(article)).file?.messages.map((message) => message.severity)
    expect(await severity()).toEqual(['warn'])
    writeFileSync(path.join(root, '.articlelintrc.json'), rules('error'))
    expect(await severity()).toEqual(['warn'])
    session.reload()
    expect(await severity()).toEqual(['error'])
  })

  it('runs a changed code config anew, and refuses it where code is refused', async () => {
    const config = (severity: string): string => `export default ${rules(severity)}\n`
    const root = makeFolder({'articlelint.config.mjs': config('warn')})
    const file = path.join(root, 'articlelint.config.mjs')
    const session = createSession({cwd: root})
    const article = articleIn(root, 'a.md')
    expect((await session.lint(article)).file?.messages[0]?.severity).toBe('warn')
    writeFileSync(file, config('info'))
    utimesSync(file, new Date(), new Date(Date.now() + 5000))
    session.reload()
    expect((await session.lint(article)).file?.messages[0]?.severity).toBe('info')
    await expect(createSession({cwd: root, codeConfig: false}).lint(article)).rejects.toMatchObject({
      name: 'ConfigError',
      path: 'articlelint.config.mjs'
    })
  })

  it('holds back what the suppressions file names, also after that file changed', async () => {
    const root = makeFolder({'.articlelintrc.json': rules('warn'), 'posts/a.md': empty})
    const session = createSession({cwd: root, suppressions: {}})
    const article = articleIn(root, 'posts/a.md')
    const counts = async () => {
      const {file} = await session.lint(article)
      return [file?.messages.length, file?.suppressed]
    }
    expect(await counts()).toEqual([1, 0])
    const {lintFiles} = await import('../src/engine/index.ts')
    await lintFiles(['posts'], {cwd: root, suppressions: {suppressAll: true}})
    expect(await counts()).toEqual([0, 1])
    expect((await createSession({cwd: root}).lint(article)).file?.messages).toHaveLength(1)
    rmSync(path.join(root, 'articlelint-suppressions.json'))
    expect(await counts()).toEqual([1, 0])
    writeFileSync(path.join(root, 'articlelint-suppressions.json'), '{"version": 1,')
    await expect(session.lint(article)).rejects.toMatchObject({name: 'UsageError'})
  })

  it('leaves alone what a config or an ignore file holds out', async () => {
    const root = makeFolder({
      '.articlelintrc.json': JSON.stringify({ignores: ['drafts/'], rules: {'empty-section': 'warn'}}),
      '.articlelintignore': 'old/\n'
    })
    const session = createSession({cwd: root})
    for (const name of ['drafts/a.md', 'old/a.md']) {
      expect(await session.lint(articleIn(root, name))).toEqual({file: undefined, problems: []})
      expect(await session.fix(articleIn(root, name))).toEqual([])
    }
    expect((await session.lint(articleIn(root, 'a.md'))).file?.path).toBe('a.md')
    writeFileSync(path.join(root, '.articlelintignore'), 'a.md\n')
    session.reload()
    expect((await session.lint(articleIn(root, 'a.md'))).file).toBeUndefined()
  })

  it('names the place of what cannot be parsed', async () => {
    const root = makeFolder({})
    const session = createSession({cwd: root})
    const {file, problems} = await session.lint(
      articleIn(root, 'a.mdx', '# A\n\nText.\n\n<Note>\n\nMore {\n')
    )
    expect(file).toBeUndefined()
    expect(problems).toEqual([
      {path: 'a.mdx', reason: expect.any(String), line: expect.any(Number), column: expect.any(Number)}
    ])
    expect(await session.fix(articleIn(root, 'a.mdx', 'More {\n'))).toEqual([])
  })

  it('names the place of a wrong setting in front matter', async () => {
    const root = makeFolder({})
    const text = `---\ntitle: A\narticlelint:\n  rules:\n    empty-sektion: warn\n---\n\n${empty}`
    const {problems} = await createSession({cwd: root}).lint(articleIn(root, 'a.md', text))
    expect(problems).toEqual([
      {path: 'a.md', reason: expect.stringContaining('empty-sektion'), line: 5, column: 5}
    ])
  })

  it('gives an article without file the config of its folder, and a format by its name', async () => {
    const root = makeFolder({'.articlelintrc.json': rules('info')})
    const session = createSession({cwd: root})
    const {file} = await session.lint({text: empty, file: undefined, name: 'untitled.md'})
    expect(file).toMatchObject({path: 'untitled.md', messages: [{severity: 'info'}]})
    const html =
      '<h1>A</h1><p>The first paragraph says a thing.</p><h2>Left empty</h2><h2>More</h2><p>Two.</p>'
    const page = await session.lint({text: html, file: undefined, name: 'untitled.html'})
    expect(page.file?.messages.map(({start, end}) => html.slice(start, end))).toEqual(['Left empty'])
  })

  it('asks for the day with each article', async () => {
    const days = ['2026-01-01', '2026-03-01']
    const root = makeFolder({'.articlelintrc.json': rules('warn')})
    const session = createSession({cwd: root, today: () => days.shift() ?? ''})
    const text = empty.replace(
      '## Left',
      '<!-- articlelint-disable-next-line -- x (until 2026-02-01) -->\n\n## Left'
    )
    expect((await session.lint(articleIn(root, 'a.md', text))).file?.messages).toEqual([])
    expect((await session.lint(articleIn(root, 'a.md', text))).file?.messages).toHaveLength(1)
    expect(days).toEqual([])
  })

  it('repairs as --fix does, byte order mark and line ends kept', async () => {
    const copied = 'The bakers of the old town start at three, long before the first tram leaves the depot.'
    const text = `\uFEFF# Bread\n\n${copied}\n\n## Ovens\n\nThe ovens are warm by four.\n\n${copied}\n\nThen doors open.\n`
    const crlf = text.replaceAll('\n', '\r\n')
    const root = makeFolder({'a.md': crlf})
    const edits = await createSession({cwd: root}).fix(articleIn(root, 'a.md', crlf))
    const {lintFiles} = await import('../src/engine/index.ts')
    await lintFiles(['a.md'], {cwd: root, fix: 'write'})
    const {readFileSync} = await import('node:fs')
    expect(edits.length).toBeGreaterThan(0)
    expect(applyEdits(crlf, [edits]).text).toBe(readFileSync(path.join(root, 'a.md'), 'utf8'))
  })
})
