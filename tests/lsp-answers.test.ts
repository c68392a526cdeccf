import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import type {CancellationToken, CodeAction, CodeActionContext} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import type {Message, MessageEdit} from '../src/lint/message.ts'
import {fixAllAction, repairsOf} from '../src/lsp/actions.ts'
import {codeActions, hover} from '../src/lsp/answers.ts'
import {readClient} from '../src/lsp/client.ts'
import {diagnosticsOf} from '../src/lsp/diagnostics.ts'
import {usualSettings} from '../src/lsp/settings.ts'
import {createWorkspace, type Workspace} from '../src/lsp/workspace.ts'
import {makeFolder} from './setup/folder.ts'

const copied = 'The bakers of the old town start at three, long before the first tram leaves the depot.'
const copies = `# Bread\n\n${copied}\n\n## Ovens\n\nThe ovens are warm by four.\n\n${copied}\n\nThen doors open.\n`
const plain = {...readClient({capabilities: {}}), versionsEdits: false, takesSnippets: false}
const never: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({dispose: () => {}})
}

function open(root: string, text: string, {name = 'a.md', language = 'markdown', version = 1} = {}) {
  return TextDocument.create(pathToFileURL(path.join(root, name)).href, language, version, text)
}

function workspaceIn(
  config: unknown,
  folders = true
): {readonly root: string; readonly workspace: Workspace} {
  const root = makeFolder({'.articlelintrc.json': JSON.stringify(config)})
  const workspace = createWorkspace({})
  if (folders) workspace.setFolders([root])
  return {root, workspace}
}

const copyConfig = {extends: [], rules: {'duplicate-paragraph': 'error'}}

async function actionsAt(
  workspace: Workspace,
  document: TextDocument,
  offset: number,
  {
    context = {},
    client = plain,
    token = never
  }: {
    context?: Partial<CodeActionContext>
    client?: ReturnType<typeof readClient>
    token?: CancellationToken
  } = {}
): Promise<CodeAction[]> {
  const position = document.positionAt(offset)
  const range = {start: position, end: position}
  return codeActions(workspace, document, {range, context: {diagnostics: [], ...context}}, client, token)
}

describe('code actions', () => {
  it('repair a finding, and all of them where that is asked for', async () => {
    const {root, workspace} = workspaceIn(copyConfig)
    const document = open(root, copies)
    const at = copies.lastIndexOf(copied) + 3
    const unasked = await actionsAt(workspace, document, at)
    expect(unasked.map(({title}) => title.replace(/`.*`/, ''))).toEqual([
      'Remove  (duplicate-paragraph)',
      'Disable duplicate-paragraph on the next line',
      'Disable duplicate-paragraph in this file'
    ])
    expect(unasked[0]).toMatchObject({kind: 'quickfix', isPreferred: true})
    const all = await actionsAt(workspace, document, 0, {context: {only: ['source.fixAll']}})
    expect(all.map(({kind}) => kind)).toEqual(['source.fixAll.articlelint'])
    const edits = all[0]?.edit?.changes?.[document.uri] ?? []
    expect(TextDocument.applyEdits(document, edits).split(copied)).toHaveLength(2)
    const invoked = await actionsAt(workspace, document, at, {context: {triggerKind: 1}})
    expect(invoked.map(({kind}) => kind)).toEqual([
      ...unasked.map(({kind}) => kind),
      'source.fixAll.articlelint'
    ])
    expect(await actionsAt(workspace, document, at, {context: {only: ['refactor']}})).toEqual([])
    const sound = open(root, '# Bread\n\nThe ovens are warm.\n', {version: 2})
    expect(await actionsAt(workspace, sound, 3, {context: {only: ['']}})).toEqual([])
  })

  it('are none for a request that was taken back, or a text that went on', async () => {
    const {root, workspace} = workspaceIn(copyConfig)
    const document = open(root, copies)
    const at = copies.lastIndexOf(copied) + 3
    const cancelled = {...never, isCancellationRequested: true}
    expect(await actionsAt(workspace, document, at, {token: cancelled})).toEqual([])
    expect(await actionsAt(workspace, document, 3, {token: cancelled})).toEqual([])
    let asked = 0
    const later = {
      ...never,
      get isCancellationRequested() {
        return ++asked > 1
      }
    }
    expect(await actionsAt(workspace, document, at, {token: later})).toEqual([])
  })

  it('number the version, and let the reason be typed over', async () => {
    const {root, workspace} = workspaceIn(copyConfig)
    const document = open(root, copies, {version: 4})
    const client = {...plain, versionsEdits: true, takesSnippets: true}
    const actions = await actionsAt(workspace, document, copies.lastIndexOf(copied) + 3, {client})
    const {uri} = document
    for (const {edit} of actions)
      expect(edit?.documentChanges).toMatchObject([{textDocument: {uri, version: 4}}])
    const snippets = actions.map(({edit}) => JSON.stringify(edit).includes(`-- \${1:reason}`))
    expect(snippets).toEqual([false, true, true])
  })

  it('are only repairs where the text cannot be tried', async () => {
    const {root, workspace} = workspaceIn(copyConfig)
    const document = open(root, copies)
    const at = copies.lastIndexOf(copied) + 3
    const broken: Workspace = {
      ...workspace,
      tryText: async () => {
        throw new Error('gone')
      }
    }
    expect((await actionsAt(broken, document, at)).map(({kind, isPreferred}) => [kind, isPreferred])).toEqual(
      [['quickfix', true]]
    )
    const {root: other, workspace: fresh} = workspaceIn(copyConfig)
    const unread: Workspace = {...fresh, read: async () => undefined}
    expect(await actionsAt(unread, open(other, copies), at)).toHaveLength(1)
  })

  it('offer no comment that brings up a problem', async () => {
    const {root, workspace} = workspaceIn(copyConfig)
    const worse: Workspace = {
      ...workspace,
      tryText: async () => ({messages: [], problems: [{path: 'a.md', reason: 'no longer MDX'}]})
    }
    expect(await actionsAt(worse, open(root, copies), copies.lastIndexOf(copied) + 3)).toHaveLength(1)
  })
})

describe('the title of a repair', () => {
  const text = 'one  two\n'
  const document = TextDocument.create('file:///w/a.md', 'markdown', 1, text)
  const diagnostic = {range: {start: {line: 0, character: 0}, end: {line: 0, character: 1}}, message: 'x'}

  it.each([
    ['Remove `one`', [{start: 0, end: 3, text: ''}]],
    ['Insert `half`', [{start: 3, end: 3, text: ' half'}]],
    ['Replace with `three`', [{start: 5, end: 8, text: 'three'}]],
    ['Fix the blanks', [{start: 3, end: 5, text: ' '}]],
    [
      'Fix',
      [
        {start: 0, end: 3, text: ''},
        {start: 5, end: 8, text: ''}
      ]
    ],
    ['Fix', [{start: 0, end: 0, text: ''}]],
    [`Insert \`${'🎉'.repeat(39)}…\``, [{start: 0, end: 0, text: '🎉'.repeat(60)}]]
  ] as [string, MessageEdit[]][])('%s', (title, fix) => {
    const message = {
      ruleId: 'some-rule',
      fix,
      suggestions: [{title: 'Other', edits: fix}]
    } as unknown as Message
    const [repair, suggestion, ...more] = repairsOf(document, message, diagnostic, plain)
    expect([repair?.title, suggestion?.title]).toEqual([`${title} (some-rule)`, 'Other (some-rule)'])
    expect(suggestion?.isPreferred).toBeUndefined()
    expect(more).toEqual([])
    expect(fixAllAction(document, fix, plain).edit?.changes?.[document.uri]).toHaveLength(fix.length)
  })

  it('is not needed without a repair', () => {
    expect(repairsOf(document, {ruleId: 'some-rule'} as Message, diagnostic, plain)).toEqual([])
  })
})

describe('a hover', () => {
  it('speaks Markdown where the editor does, and of findings only', async () => {
    const {root, workspace} = workspaceIn(copyConfig)
    const document = open(root, copies)
    const ask = (offset: number, readsMarkdown: boolean) =>
      hover(workspace, document, {position: document.positionAt(offset)}, {readsMarkdown})
    const at = copies.lastIndexOf(copied) + 3
    expect(await ask(at, true)).toMatchObject({contents: {kind: 'markdown'}, range: {start: {line: 8}}})
    expect(await ask(at, false)).toMatchObject({contents: {kind: 'plaintext'}})
    expect(await ask(0, true)).toBeNull()
    const stale = {...workspace, check: async () => workspace.check(open(root, copies, {version: 0}))}
    expect(
      await hover(stale, document, {position: document.positionAt(at)}, {readsMarkdown: true})
    ).toBeNull()
  })
})

describe('a workspace', () => {
  it('lints a version once, anew after a reload, and nothing where it is off', async () => {
    const {root, workspace} = workspaceIn(copyConfig)
    const document = open(root, copies)
    const [first, second] = [workspace.check(document), workspace.check(document)]
    expect(second).toBe(first)
    expect((await first).messages).toHaveLength(1)
    const {epoch} = workspace
    writeFileSync(path.join(root, '.articlelintrc.json'), JSON.stringify({extends: [], rules: {}}))
    workspace.reload()
    expect(workspace.epoch).toBe(epoch + 1)
    expect((await workspace.check(document)).messages).toEqual([])
    workspace.forget(document.uri)
    workspace.setSettings({...usualSettings, enable: false})
    expect(workspace.settings.enable).toBe(false)
    expect(await workspace.check(document)).toMatchObject({cwd: '', path: undefined, messages: []})
    expect(await workspace.fix(document)).toEqual([])
  })

  it('knows nothing of what is no article', async () => {
    const {root, workspace} = workspaceIn(copyConfig)
    const code = open(root, copies, {name: 'a.ts', language: 'typescript'})
    expect(workspace.isArticle(code)).toBe(false)
    expect(workspace.isArticle(open(root, ''))).toBe(true)
    expect(await workspace.check(code)).toMatchObject({messages: [], problems: [], fault: undefined})
    expect(await workspace.tryText(code, copies)).toEqual({messages: [], problems: []})
    expect(await workspace.fix(code)).toEqual([])
    expect(await workspace.read(code)).toBeUndefined()
  })

  it('takes the folder of the file where none is open, and the config of the settings', async () => {
    const {root, workspace} = workspaceIn(copyConfig, false)
    const document = open(root, copies)
    expect(await workspace.check(document)).toMatchObject({cwd: root, path: 'a.md', messages: [{line: 9}]})
    const config = path.join(makeFolder({'other.json': '{"extends": [], "rules": {}}'}), 'other.json')
    workspace.setSettings({...usualSettings, configFile: config, reportSuppressed: true})
    expect((await workspace.check(document)).messages).toEqual([])
    const untitled = TextDocument.create('untitled:Untitled-1', 'markdown', 1, copies)
    expect(await workspace.check(untitled)).toMatchObject({cwd: process.cwd(), path: 'untitled.md'})
  })

  it('says why nothing can be linted, and where', async () => {
    const {root, workspace} = workspaceIn({rules: {'duplicate-paragraf': 'warn'}})
    const document = open(root, copies)
    const checked = await workspace.check(document)
    expect(checked.fault?.place).toMatchObject({path: '.articlelintrc.json', line: 1, column: 11})
    const shown = {showsRelated: true, fades: false}
    const [diagnostic] = diagnosticsOf(checked, shown)
    expect(diagnostic?.relatedInformation).toMatchObject([
      {
        location: {
          uri: pathToFileURL(path.join(root, '.articlelintrc.json')).href,
          range: {start: {line: 0, character: 10}}
        }
      }
    ])
    expect(diagnosticsOf(checked, {...shown, showsRelated: false})[0]?.relatedInformation).toBeUndefined()
    writeFileSync(path.join(root, '.articlelintrc.json'), '{}')
    writeFileSync(path.join(root, 'articlelint-suppressions.json'), '{"version": 1,')
    workspace.setSettings({...usualSettings, configFile: path.join(root, 'none.json')})
    const missing = await workspace.check(document)
    expect(missing.fault?.place).toMatchObject({path: 'none.json'})
    expect(missing.fault?.place?.line).toBeUndefined()
    expect(diagnosticsOf(missing, shown)[0]?.relatedInformation?.[0]?.location.range.start).toEqual({
      line: 0,
      character: 0
    })
    workspace.setSettings(usualSettings)
    const damaged = await workspace.check(document)
    expect(damaged.fault).toEqual({reason: expect.stringContaining('articlelint-suppressions.json')})
    expect(diagnosticsOf(damaged, shown)[0]?.relatedInformation).toBeUndefined()
  })
})
