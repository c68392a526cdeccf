import {spawn, spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import type {Diagnostic} from 'vscode-languageserver/node'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'
import {type LspClient, startClient, usualCapabilities} from './setup/lsp-client.ts'

beforeAll(() => {
  buildCli()
}, 120_000)

const empty =
  '# A title\n\nThe first paragraph says a thing.\n\n## Left empty\n\n## More\n\nThe second one says another.\n'
const clean = empty.replace('## Left empty\n\n', '')
const copied =
  'The bakers of the old town start at three in the morning, long before the first tram leaves the depot.'
/** A copy with a fix, and the place of the first one. */
const copies = `# Bread\n\n${copied}\n\n## Ovens\n\nThe ovens are warm by four.\n\n${copied}\n\nThen the doors open.\n`

const only = (rule: string, severity = 'error') => ({
  '.articlelintrc.json': JSON.stringify({extends: [], rules: {[rule]: severity}})
})
const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({code}) => code)
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const wait = 450

function marked(
  document: {text(): string; offsetAt(p: Diagnostic['range']['start']): number},
  {range}: Diagnostic
): string {
  return document.text().slice(document.offsetAt(range.start), document.offsetAt(range.end))
}

describe('the conversation', () => {
  it('says what it can, and ends with 0 after shutdown', async () => {
    const client = await startClient({root: makeFolder({})})
    expect(client.initialized.serverInfo?.name).toBe('articlelint')
    expect(client.initialized.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: {openClose: true, change: 2, save: true},
      hoverProvider: true,
      codeActionProvider: {codeActionKinds: ['quickfix', 'source.fixAll.articlelint']}
    })
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined()
    expect(await client.stop()).toBe(0)
    expect(client.stray()).toBe('')
  })

  it('ends with 1 when the editor goes without a word', async () => {
    const client = await startClient({root: makeFolder({})})
    const ended = new Promise((resolve) => client.server.on('exit', resolve))
    client.server.stdin.end()
    expect(await ended).toBe(1)
  })

  it('ends when the process that it serves dies', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const client = await startClient({root: makeFolder({}), params: {processId: parent.pid}})
    const ended = new Promise((resolve) => client.server.on('exit', resolve))
    parent.kill('SIGKILL')
    expect(await ended).toBe(1)
  })

  it('is told how to be started', () => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [buildCli(), 'lsp'], {encoding: 'utf8'})
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('--stdio')
  })

  it('refuses a flag that it does not know', () => {
    const {status, stderr} = spawnSync(process.execPath, [buildCli(), 'lsp', '--stdoi'], {encoding: 'utf8'})
    expect(status).toBe(2)
    expect(stderr).toContain('--stdio')
  })
})

describe('diagnostics', () => {
  it('come on opening, for the version that was opened', async () => {
    const client = await startClient({root: makeFolder(only('empty-section'))})
    const document = client.open('a.md', empty)
    const [found, ...others] = await document.diagnostics()
    expect(others).toEqual([])
    expect(found).toMatchObject({
      code: 'empty-section',
      severity: 1,
      source: 'articlelint',
      codeDescription: {href: expect.stringMatching(/^https:.*empty-section/)},
      data: {messageId: expect.any(String), fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/)}
    })
    expect(marked(document, found as Diagnostic)).toBe('Left empty')
  })

  it('wait for a pause in typing, and are about the last text', async () => {
    const client = await startClient({root: makeFolder(only('empty-section'))})
    const document = client.open('a.md', clean)
    expect(await document.diagnostics()).toEqual([])
    const before = client.published.length
    for (const [index, letter] of [...'## Void\n\n'].entries()) {
      const line = clean.split('\n').indexOf('## More')
      const done = '## Void\n\n'.slice(0, index)
      const position = {
        line: line + done.split('\n').length - 1,
        character: done.length - (done.lastIndexOf('\n') + 1)
      }
      document.change({range: {start: position, end: position}, text: letter})
      await pause(25)
    }
    const found = await document.diagnostics()
    expect(document.text()).toContain('## Void\n\n## More')
    expect(found.map((one) => marked(document, one))).toEqual(['Void'])
    await pause(wait)
    expect(client.published.length - before).toBe(1)
  })

  it('are taken back when a document is closed, also while it waits', async () => {
    const client = await startClient({root: makeFolder(only('empty-section'))})
    const document = client.open('a.md', empty)
    await document.diagnostics()
    document.replace(`${empty}\nMore.\n`)
    document.close()
    await pause(wait)
    expect(client.published.at(-1)).toEqual({uri: document.uri, diagnostics: []})
    expect(client.published.length).toBe(2)
  })

  it.each([
    ['a severity of a warning', 'warn', 2],
    ['a severity of a hint', 'info', 3]
  ])('have %s', async (_, severity, expected) => {
    const client = await startClient({root: makeFolder(only('empty-section', severity))})
    expect((await client.open('a.md', empty).diagnostics())[0]?.severity).toBe(expected)
  })

  it('name the other place of a copy, and show what a fix takes out as faded', async () => {
    const client = await startClient({root: makeFolder(only('duplicate-paragraph'))})
    const document = client.open('a.md', copies)
    const [found] = await document.diagnostics()
    expect(found).toMatchObject({code: 'duplicate-paragraph', tags: [1]})
    const [related] = found?.relatedInformation ?? []
    expect(related?.location.uri).toBe(document.uri)
    const {start, end} = related?.location.range ?? {
      start: {line: 0, character: 0},
      end: {line: 0, character: 0}
    }
    expect(document.text().slice(document.offsetAt(start), document.offsetAt(end))).toBe(copied)
    expect(start.line).toBe(2)
  })

  it('leave out what the editor does not know', async () => {
    const client = await startClient({root: makeFolder(only('duplicate-paragraph')), capabilities: {}})
    const [found] = await client.open('a.md', copies).diagnostics()
    expect(found?.code).toBe('duplicate-paragraph')
    expect(found).not.toHaveProperty('tags')
    expect(found).not.toHaveProperty('relatedInformation')
  })

  it.each([
    ['CRLF', empty.replaceAll('\n', '\r\n')],
    ['emoji and combining marks', empty.replace('## Left', '👩‍👩‍👧 and é before.\n\n## 🎉 Left')],
    ['lone CR', empty.replaceAll('\n', '\r')]
  ])('have the right place in a text with %s', async (_, text) => {
    const client = await startClient({root: makeFolder(only('empty-section'))})
    const document = client.open('a.md', text)
    const [found] = await document.diagnostics()
    expect(marked(document, found as Diagnostic)).toMatch(/^(?:🎉 )?Left empty$/u)
  })

  it('are for articles: other files and views stay silent', async () => {
    const client = await startClient({root: makeFolder(only('empty-section'))})
    client.open('a.ts', empty, 'typescript')
    client.open('a.log', empty, 'plaintext')
    client.open('git:/a.md', empty)
    const unsaved = client.open('untitled:Untitled-1', empty)
    expect(codes(await unsaved.diagnostics())).toEqual(['empty-section'])
    const named = client.open('notes.qmd', empty)
    expect(codes(await named.diagnostics())).toEqual(['empty-section'])
    expect(client.published.map(({uri}) => uri)).toEqual([unsaved.uri, named.uri])
  })

  it('find the config of a file whose path is encoded', async () => {
    const name = 'ä b%25/é #1.md'
    const client = await startClient({root: makeFolder(only('empty-section'))})
    const document = client.open(name, empty)
    expect(document.uri).toContain('%23')
    expect(codes(await document.diagnostics())).toEqual(['empty-section'])
  })

  it('say why a huge text is not linted', async () => {
    const client = await startClient({root: makeFolder({})})
    const [found] = await client.open('a.md', 'word '.repeat(600_000)).diagnostics()
    expect(found).toMatchObject({severity: 1, message: expect.stringContaining('MB')})
  })
})

describe('an editor that asks', () => {
  const capabilities = {
    ...usualCapabilities,
    workspace: {...usualCapabilities.workspace, diagnostics: {refreshSupport: true}},
    textDocument: {...usualCapabilities.textDocument, diagnostic: {}}
  }

  it('gets answers and is sent nothing', async () => {
    const client = await startClient({root: makeFolder(only('empty-section')), capabilities})
    expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({interFileDependencies: false})
    const document = client.open('a.md', empty)
    const first = await document.pull()
    expect(first).toMatchObject({kind: 'full', items: [{code: 'empty-section'}]})
    expect(await document.pull(first.resultId)).toEqual({kind: 'unchanged', resultId: first.resultId})
    document.replace(clean)
    expect(await document.pull(first.resultId)).toMatchObject({kind: 'full', items: []})
    expect(client.published).toEqual([])
  })

  it('is told that an answer is out of date, and asked to ask again', async () => {
    const client = await startClient({root: makeFolder(only('empty-section')), capabilities})
    const document = client.open('a.md', empty)
    await document.pull()
    document.replace(`${empty}\nM`)
    const stale = document.pull().catch((error: unknown) => error)
    document.replace(`${empty}\nMo`)
    expect(await stale).toMatchObject({code: -32802, data: {retriggerRequest: true}})
    expect(await document.pull()).toMatchObject({kind: 'full', items: [{code: 'empty-section'}]})
  })

  it('is asked to ask again when a config changes', async () => {
    const root = makeFolder(only('empty-section'))
    const client = await startClient({root, capabilities})
    const document = client.open('a.md', empty)
    const {resultId} = await document.pull()
    writeFileSync(path.join(root, '.articlelintrc.json'), '{"rules": {"empty-section": "off"}}')
    const before = refreshes(client)
    client.notify('workspace/didChangeWatchedFiles', {changes: []})
    expect(await document.pull(resultId)).toMatchObject({kind: 'full', items: []})
    expect(refreshes(client)).toBe(before + 1)
  })
})

function refreshes(client: LspClient): number {
  return client.received.filter(({method}) => method === 'workspace/diagnostic/refresh').length
}
