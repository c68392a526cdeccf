import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import type {Diagnostic} from 'vscode-languageserver/node'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'
import {startClient} from './setup/lsp-client.ts'

beforeAll(() => {
  buildCli()
}, 120_000)

const empty =
  '# A title\n\nThe first paragraph says a thing.\n\n## Left empty\n\n## More\n\nThe second one says another.\n'
const clean = empty.replace('## Left empty\n\n', '')

const only = (rule: string, severity = 'error') => ({
  '.articlelintrc.json': JSON.stringify({extends: [], rules: {[rule]: severity}})
})
const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({code}) => code)
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const wait = 450

describe('configs and settings', () => {
  it('watches what decides about findings', async () => {
    const client = await startClient({root: makeFolder(only('empty-section'))})
    await client.open('a.md', empty).diagnostics()
    const registrations = client.received
      .filter(({method}) => method === 'client/registerCapability')
      .flatMap(
        ({params}) => (params as {registrations: {method: string; registerOptions: unknown}[]}).registrations
      )
    expect(registrations.map(({method}) => method).sort()).toEqual([
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles'
    ])
    const globs = JSON.stringify(registrations)
    for (const name of [
      '.articlelintrc.',
      'articlelint.config.',
      '.articlelintignore',
      'articlelint-suppressions.json'
    ])
      expect(globs).toContain(name)
  })

  it('reads a config anew when it changes', async () => {
    const root = makeFolder(only('empty-section'))
    const client = await startClient({root})
    const document = client.open('a.md', empty)
    expect(await document.diagnostics()).toHaveLength(1)
    writeFileSync(path.join(root, '.articlelintrc.json'), '{"rules": {"empty-section": "off"}}')
    client.notify('workspace/didChangeWatchedFiles', {changes: []})
    expect(codes(await document.diagnostics())).not.toContain('empty-section')
    rmSync(path.join(root, '.articlelintrc.json'))
    document.save()
    expect(codes(await document.diagnostics())).toContain('empty-section')
  })

  it('says of a broken config what and where, once, and recovers', async () => {
    const root = makeFolder(only('empty-section'))
    const client = await startClient({root})
    const document = client.open('a.md', empty)
    await document.diagnostics()
    const config = path.join(root, '.articlelintrc.json')
    writeFileSync(config, '{\n  "rules": {"empty-sektion": "error"}\n}\n')
    client.notify('workspace/didChangeWatchedFiles', {changes: []})
    const [broken, ...others] = await document.diagnostics()
    expect(others).toEqual([])
    expect(broken).toMatchObject({
      severity: 1,
      range: {start: {line: 0, character: 0}, end: {line: 0, character: '# A title'.length}},
      message: expect.stringContaining('.articlelintrc.json:2:13'),
      relatedInformation: [
        {location: {uri: pathToFileURL(config).href, range: {start: {line: 1, character: 12}}}}
      ]
    })
    document.change({text: `${empty}\nA.\n`})
    expect(await document.diagnostics()).toHaveLength(1)
    document.change({text: empty})
    expect(await document.diagnostics()).toHaveLength(1)
    const logged = client.received.filter(
      ({method, params}) => method === 'window/logMessage' && JSON.stringify(params).includes('empty-sektion')
    )
    expect(logged).toHaveLength(1)
    expect(client.received.map(({method}) => method)).not.toContain('window/showMessage')
    writeFileSync(config, only('empty-section')['.articlelintrc.json'])
    client.notify('workspace/didChangeWatchedFiles', {changes: []})
    expect(codes(await document.diagnostics())).toEqual(['empty-section'])
  })

  it('obeys the settings of the editor', async () => {
    const root = makeFolder({...only('empty-section'), 'other.json': '{"rules": {"empty-section": "warn"}}'})
    const client = await startClient({root, settings: {enable: false}})
    const document = client.open('a.md', empty)
    expect(await document.diagnostics()).toEqual([])
    client.configure({configFile: 'other.json'})
    expect((await document.diagnostics()).map(({severity}) => severity)).toEqual([2])
    client.configure({onlyOnSave: true})
    await document.diagnostics()
    const before = client.published.length
    document.replace(clean)
    await pause(wait)
    expect(client.published.length).toBe(before)
    document.save()
    expect(await document.diagnostics()).toEqual([])
    client.configure({onlyOnSafe: true, enable: 'no'})
    await document.diagnostics()
    const warnings = client.received.filter(
      ({method, params}) => method === 'window/logMessage' && /onlyOnSafe|enable/.test(JSON.stringify(params))
    )
    expect(warnings).toHaveLength(2)
  })

  it('takes settings from an editor that cannot be asked', async () => {
    const client = await startClient({
      root: makeFolder(only('empty-section')),
      capabilities: {},
      params: {initializationOptions: {articlelint: {enable: false}}}
    })
    const document = client.open('a.md', empty)
    expect(await document.diagnostics()).toEqual([])
    client.notify('workspace/didChangeConfiguration', {settings: {articlelint: {enable: true}}})
    expect(await document.diagnostics()).toHaveLength(1)
    expect(client.received.map(({method}) => method)).not.toContain('client/registerCapability')
  })

  it('asks for settings, and not to be told, where the editor offers no more', async () => {
    const client = await startClient({
      root: makeFolder(only('empty-section')),
      capabilities: {workspace: {configuration: true}},
      settings: {enable: false}
    })
    expect(await client.open('a.md', empty).diagnostics()).toEqual([])
    expect(client.received.map(({method}) => method)).not.toContain('client/registerCapability')
  })

  it('uses the config of the command line', async () => {
    const root = makeFolder({...only('empty-section'), 'other.json': '{"rules": {"empty-section": "warn"}}'})
    const client = await startClient({root, args: ['--stdio', '--config', 'other.json']})
    expect((await client.open('a.md', empty).diagnostics()).map(({severity}) => severity)).toEqual([2])
  })

  it('uses the config nearest to the file, in every folder of the workspace', async () => {
    const root = makeFolder({
      'one/.articlelintrc.json': only('empty-section', 'warn')['.articlelintrc.json'],
      'two/.articlelintrc.json': only('empty-section', 'info')['.articlelintrc.json']
    })
    const folders = ['one', 'two'].map((name) => ({uri: pathToFileURL(path.join(root, name)).href, name}))
    const client = await startClient({root, params: {workspaceFolders: folders.slice(0, 1)}})
    const severityOf = async (name: string): Promise<unknown> =>
      (await client.open(name, empty).diagnostics())[0]?.severity
    expect(await severityOf('one/a.md')).toBe(2)
    expect(await severityOf('two/a.md')).toBe(3)
    const event = {added: folders.slice(1), removed: folders.slice(0, 1)}
    const before = client.published.length
    client.notify('workspace/didChangeWorkspaceFolders', {event})
    mkdirSync(path.join(root, 'two/more'))
    expect(await severityOf('two/more/a.md')).toBe(3)
    expect(client.published.length).toBeGreaterThan(before)
  })

  it('leaves alone what the config ignores', async () => {
    const root = makeFolder({
      '.articlelintrc.json': '{"ignores": ["drafts/"], "rules": {"empty-section": "warn"}}'
    })
    const client = await startClient({root})
    expect(await client.open('drafts/a.md', empty).diagnostics()).toEqual([])
    expect(codes(await client.open('a.md', empty).diagnostics())).toContain('empty-section')
  })

  it('keeps what a config prints out of the conversation', async () => {
    const root = makeFolder({
      'articlelint.config.mjs': `console.log('Content-Length: 3')\nexport default {extends: [], rules: {'empty-section': 'warn'}}\n`
    })
    const client = await startClient({root})
    let printed = ''
    client.server.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    expect(codes(await client.open('a.md', empty).diagnostics())).toEqual(['empty-section'])
    expect(await client.stop()).toBe(0)
    expect(client.stray()).toBe('')
    expect(printed).toContain('Content-Length: 3')
  })

  it('refuses a config that is code where it was told to', async () => {
    const root = makeFolder({'articlelint.config.mjs': 'export default {}\n'})
    const client = await startClient({root, args: ['--stdio', '--no-code-config']})
    const [found, ...others] = await client.open('a.md', empty).diagnostics()
    expect(others).toEqual([])
    expect(found).toMatchObject({severity: 1, message: expect.stringContaining('articlelint.config.mjs')})
  })

  it('points at what MDX cannot be read for', async () => {
    const client = await startClient({root: makeFolder({})})
    const text = '# A\n\nText.\n\nMore {\n'
    const [found, ...others] = await client.open('a.mdx', text, 'mdx').diagnostics()
    expect(others).toEqual([])
    expect(found).toMatchObject({severity: 1, source: 'articlelint'})
    expect(found?.range.start.line).toBeGreaterThan(3)
  })

  it('holds back what is suppressed, unless it is asked to show it', async () => {
    const root = makeFolder({...only('empty-section', 'warn'), 'a.md': empty})
    const {lintFiles} = await import('../src/engine/index.ts')
    await lintFiles(['a.md'], {cwd: root, suppressions: {suppressAll: true}})
    const client = await startClient({root})
    const document = client.open('a.md', empty)
    expect(await document.diagnostics()).toEqual([])
    client.configure({reportSuppressed: true})
    expect(codes(await document.diagnostics())).toEqual(['empty-section'])
  })
})
