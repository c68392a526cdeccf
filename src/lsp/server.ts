import {
  type Connection,
  createConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import type {SessionSettings} from '../engine/session.ts'
import {fixAllKind} from './actions.ts'
import {codeActions, hover} from './answers.ts'
import {fileOf} from './articles.ts'
import {type Client, readClient} from './client.ts'
import {createGate} from './gate.ts'
import {createPublisher, type Publisher} from './publisher.ts'
import {readSettings, sectionOf} from './settings.ts'
import {createWorkspace} from './workspace.ts'

export interface ServerOptions {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly version: string
  readonly settings: SessionSettings
  /** Is called when the editor is gone; the code is that of the protocol. */
  readonly onGone: (exitCode: 0 | 1) => void
}

/** Files that decide what is found; what they name (a config that is extended) is read anew when an article is saved. */
const watched = [
  '**/.articlelintrc.{json,jsonc,yaml,yml}',
  '**/articlelint.config.{js,mjs,ts}',
  '**/package.json',
  '**/.articlelintignore',
  '**/articlelint-suppressions.json'
]

/** Serves one editor until it goes: the process ends with the connection, by the protocol's exit codes. */
export function startServer({input, output, version, settings: base, onGone}: ServerOptions): void {
  const reader = new StreamMessageReader(input)
  const writer = new StreamMessageWriter(output)
  const gate = createGate(writer)
  reader.onError((error) => gate.refuseUnread(error))
  for (const end of ['end', 'close']) input.on(end, () => onGone(gate.isEnding ? 0 : 1))
  const connection: Connection = createConnection(reader, writer, {messageStrategy: gate})
  const documents = new TextDocuments(TextDocument)
  const workspace = createWorkspace(base)
  let client: Client = readClient({capabilities: {}})
  let publisher: Publisher | undefined
  let folders: readonly string[] = []
  let initial: unknown

  connection.onInitialize((params): InitializeResult => {
    client = readClient(params)
    initial = sectionOf(params.initializationOptions)
    folders = foldersOf(params)
    workspace.setFolders(folders)
    publisher = createPublisher(connection, documents, workspace, client)
    return {
      serverInfo: {name: 'articlelint', version},
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: true},
        hoverProvider: true,
        ...(client.takesKinds ? {codeActionProvider: {codeActionKinds: ['quickfix', fixAllKind]}} : {}),
        ...(client.pulls
          ? {
              diagnosticProvider: {
                identifier: 'articlelint',
                interFileDependencies: false,
                workspaceDiagnostics: false
              }
            }
          : {}),
        workspace: {workspaceFolders: {supported: true, changeNotifications: true}}
      }
    }
  })

  connection.onInitialized(async () => {
    if (client.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({added, removed}) => {
        const gone = pathsOf(removed)
        folders = [...folders.filter((folder) => !gone.includes(folder)), ...pathsOf(added)]
        workspace.setFolders(folders)
        publisher?.refresh()
      })
    }
    const watchers = watched.map((globPattern) => ({globPattern}))
    const {client: editor} = connection
    if (client.watches) await accepted(editor.register(DidChangeWatchedFilesNotification.type, {watchers}))
    if (client.tellsSettings)
      await accepted(editor.register(DidChangeConfigurationNotification.type, {section: 'articlelint'}))
    await configure(undefined)
  })

  /** An editor that refuses a registration is served without. */
  async function accepted(registration: Promise<unknown>): Promise<void> {
    await registration.catch((error: unknown) => {
      connection.console.warn(`The editor does not tell of changes: ${String(error)}`)
    })
  }

  /** @param pushed settings that came with a notification, for editors that can't be asked */
  async function configure(pushed: unknown): Promise<void> {
    const asked: unknown = client.configures
      ? await connection.workspace.getConfiguration('articlelint').catch(() => undefined)
      : undefined
    const {settings, problems} = readSettings(asked ?? sectionOf(pushed) ?? initial)
    for (const problem of problems) connection.console.warn(problem)
    workspace.setSettings(settings)
    publisher?.refresh()
  }

  connection.onDidChangeConfiguration(({settings}) => configure(settings))
  connection.onDidChangeWatchedFiles(() => {
    workspace.reload()
    publisher?.refresh()
  })

  connection.onHover((params) => {
    const document = documents.get(params.textDocument.uri)
    return document ? hover(workspace, document, params, client) : null
  })
  connection.onCodeAction((params, token) => {
    const document = documents.get(params.textDocument.uri)
    return document ? codeActions(workspace, document, params, client, token) : []
  })

  documents.onDidOpen(({document}) => publisher?.opened(document))
  documents.onDidChangeContent(({document}) => publisher?.changed(document))
  documents.onDidSave(({document}) => publisher?.saved(document))
  documents.onDidClose(({document}) => publisher?.closed(document))

  documents.listen(connection)
  connection.listen()
}

function foldersOf({workspaceFolders, rootUri, rootPath}: InitializeParams): readonly string[] {
  if (workspaceFolders) return pathsOf(workspaceFolders)
  if (rootUri) return pathsOf([{uri: rootUri}])
  return rootPath ? [rootPath] : []
}

function pathsOf(folders: readonly {readonly uri: string}[]): readonly string[] {
  return folders.flatMap(({uri}) => fileOf(uri) ?? [])
}
