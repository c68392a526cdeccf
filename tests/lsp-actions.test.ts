import {beforeAll, describe, expect, it} from 'vitest'
import type {CodeAction, Hover, MarkupContent} from 'vscode-languageserver/node'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'
import {editsOf, startClient, usualCapabilities} from './setup/lsp-client.ts'

beforeAll(() => {
  buildCli()
}, 120_000)

const empty =
  '# A title\n\nThe first paragraph says a thing.\n\n## Left empty\n\n## More\n\nThe second one says another.\n'
const copied =
  'The bakers of the old town start at three in the morning, long before the first tram leaves the depot.'
/** A copy with a fix, and the place of the first one. */
const copies = `# Bread\n\n${copied}\n\n## Ovens\n\nThe ovens are warm by four.\n\n${copied}\n\nThen the doors open.\n`

const only = (rule: string, severity = 'error') => ({
  '.articlelintrc.json': JSON.stringify({extends: [], rules: {[rule]: severity}})
})

describe('code actions', () => {
  const find = (actions: readonly CodeAction[], title: RegExp): CodeAction => {
    const found = actions.find((action) => title.test(action.title))
    expect(found, `one of ${actions.map((action) => action.title).join(' | ')}`).toBeDefined()
    return found as CodeAction
  }

  it('repair a finding, for the version that is open', async () => {
    const client = await startClient({root: makeFolder(only('duplicate-paragraph'))})
    const document = client.open('a.md', copies)
    await document.diagnostics()
    const fix = find(await document.actions({start: copies.lastIndexOf(copied) + 3}), /^Remove/)
    expect(fix).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{code: 'duplicate-paragraph'}]
    })
    expect(fix.edit?.documentChanges?.[0]).toMatchObject({textDocument: {uri: document.uri, version: 1}})
    document.apply(editsOf(fix, document.uri))
    expect(document.text().split(copied)).toHaveLength(2)
    expect(await document.diagnostics()).toEqual([])
  })

  it('are none where nothing was found', async () => {
    const client = await startClient({root: makeFolder(only('empty-section'))})
    const document = client.open('a.md', empty)
    expect(await document.actions({start: 3})).toEqual([])
  })

  it('are changes without version for an editor that knows no more', async () => {
    const client = await startClient({
      root: makeFolder(only('empty-section')),
      capabilities: {textDocument: {codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: []}}}}}
    })
    const document = client.open('a.md', empty)
    const action = find(await document.actions({start: empty.indexOf('Left')}), /in this file/)
    expect(action.edit).toEqual({
      changes: {[document.uri]: [expect.objectContaining({newText: expect.any(String)})]}
    })
  })

  it('repair all at once, also on save', async () => {
    const client = await startClient({root: makeFolder(only('duplicate-paragraph'))})
    const document = client.open('a.md', copies)
    for (const asked of ['source.fixAll', 'source.fixAll.articlelint', 'source']) {
      const [action, ...others] = await document.actions({start: 0, end: copies.length}, {only: [asked]})
      expect(others).toEqual([])
      expect(action).toMatchObject({kind: 'source.fixAll.articlelint'})
      expect(editsOf(action as CodeAction, document.uri).length).toBe(1)
    }
    const [action] = await document.actions({start: 0}, {only: ['source.fixAll']})
    document.apply(editsOf(action as CodeAction, document.uri))
    expect(document.text()).toBe(copies.replace(/(by four\.\n\n)The bakers.*\n\n/, '$1'))
    expect(await document.actions({start: 0}, {only: ['source.fixAll']})).toEqual([])
  })

  it('respect the kinds that are asked for', async () => {
    const client = await startClient({root: makeFolder(only('duplicate-paragraph'))})
    const document = client.open('a.md', copies)
    const at = {start: copies.lastIndexOf(copied) + 3}
    const kinds = async (context: object): Promise<unknown[]> => [
      ...new Set((await document.actions(at, context)).map(({kind}) => kind))
    ]
    expect(await kinds({only: ['quickfix']})).toEqual(['quickfix'])
    expect(await kinds({only: ['refactor']})).toEqual([])
    expect(await kinds({only: ['source.organizeImports']})).toEqual([])
    expect(await kinds({triggerKind: 2})).toEqual(['quickfix'])
    expect(await kinds({triggerKind: 1})).toEqual(['quickfix', 'source.fixAll.articlelint'])
  })

  it('disable a rule on the next line', async () => {
    const client = await startClient({root: makeFolder(only('empty-section'))})
    const document = client.open('a.md', empty)
    await document.diagnostics()
    const action = find(await document.actions({start: empty.indexOf('Left')}), /on the next line/)
    document.apply(editsOf(action, document.uri))
    expect(document.text()).toBe(
      empty.replace('## Left', '<!-- articlelint-disable-next-line empty-section -- reason -->\n## Left')
    )
    expect(await document.diagnostics()).toEqual([])
  })

  it('give the reason to be typed over, where the editor can do that', async () => {
    const {workspace} = usualCapabilities
    const client = await startClient({
      root: makeFolder(only('empty-section')),
      capabilities: {
        ...usualCapabilities,
        workspace: {...workspace, workspaceEdit: {documentChanges: true, snippetEditSupport: true}}
      }
    })
    const document = client.open('a.md', empty)
    const action = find(await document.actions({start: empty.indexOf('Left')}), /on the next line/)
    expect(editsOf(action, document.uri)).toEqual([
      expect.objectContaining({
        snippet: {
          kind: 'snippet',
          value: expect.stringMatching(
            /^<!-- articlelint-disable-next-line empty-section -- \$\{1:reason\} -->\n$/
          )
        }
      })
    ])
  })
})

describe('the hover', () => {
  it('tells what, why and where to read more', async () => {
    const client = await startClient({root: makeFolder(only('empty-section'))})
    const document = client.open('a.md', empty)
    const hover = await document.hover(empty.indexOf('Left') + 2)
    const {kind, value} = (hover as Hover).contents as MarkupContent
    expect(kind).toBe('markdown')
    expect(value).toMatch(/^\*\*empty-section\*\* \(error\)\n\n.+\n\n/)
    expect(value).toContain('**Why** ')
    expect(value).toMatch(/\]\(https:[^)]*empty-section\/README\.md\)$/)
    expect(value).not.toContain('## ')
    expect(await document.hover(2)).toBeNull()
  })
})
