import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterEach} from 'vitest'
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
  TextEdit
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {buildCli} from './build.ts'

interface Wire {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: {readonly code: number; readonly message: string; readonly data?: unknown}
}

export interface LspClient {
  readonly server: ChildProcessWithoutNullStreams
  /** What the server answered to `initialize`. */
  readonly initialized: InitializeResult
  /** All notifications and requests of the server, as they came. */
  readonly received: readonly Wire[]
  readonly published: readonly PublishDiagnosticsParams[]
  /** The bytes on stdout that belong to no message. */
  readonly stray: () => string
  request<Result>(method: string, params?: unknown): Promise<Result>
  notify(method: string, params?: unknown): void
  /** Settings that the server is given when it asks. */
  configure(settings: unknown): void
  open(name: string, text: string, languageId?: string): OpenDocument
  /** Sends `shutdown` and `exit`, and gives the exit code. */
  stop(): Promise<number | null>
}

export interface OpenDocument {
  readonly uri: string
  text(): string
  offsetAt(position: Position): number
  change(...changes: TextDocumentContentChangeEvent[]): void
  replace(text: string): void
  apply(edits: readonly TextEdit[]): void
  save(): void
  close(): void
  /** The next diagnostics for the text as it stands now. */
  diagnostics(): Promise<readonly Diagnostic[]>
  pull(previousResultId?: string): Promise<DocumentDiagnosticReport>
  actions(at: {start: number; end?: number}, context?: object): Promise<readonly CodeAction[]>
  hover(offset: number): Promise<Hover | null>
}

export interface ClientSetup {
  readonly root?: string
  readonly capabilities?: ClientCapabilities
  readonly args?: readonly string[]
  readonly params?: Readonly<Record<string, unknown>>
  readonly settings?: unknown
}

const started: ChildProcessWithoutNullStreams[] = []

afterEach(async () => {
  for (const server of started.splice(0)) {
    await leave(server)
    server.kill('SIGKILL')
  }
})

/** What a killed server ran nobody knows: for `npm run coverage` it ends by itself. */
async function leave(server: ChildProcessWithoutNullStreams): Promise<void> {
  if (process.env.NODE_V8_COVERAGE === undefined || server.exitCode !== null) return
  const ended = new Promise((resolve) => server.on('exit', resolve))
  const late = new Promise((resolve) => setTimeout(resolve, 20_000))
  server.stdin.on('error', () => {}).end()
  await Promise.race([ended, late])
}

export const usualCapabilities: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeWatchedFiles: {dynamicRegistration: true},
    didChangeConfiguration: {dynamicRegistration: true},
    workspaceEdit: {documentChanges: true}
  },
  textDocument: {
    publishDiagnostics: {relatedInformation: true, versionSupport: true, tagSupport: {valueSet: [1, 2]}},
    codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['', 'quickfix', 'source']}}},
    hover: {contentFormat: ['markdown', 'plaintext']}
  }
}

/** An editor as a script: starts the built server on a folder and speaks to it through stdio. */
export async function startClient(setup: ClientSetup = {}): Promise<LspClient> {
  const {root, capabilities = usualCapabilities, args = ['--stdio'], params = {}} = setup
  let {settings = null} = setup
  const server = spawn(process.execPath, [buildCli(), 'lsp', ...args], {
    cwd: root ?? path.parse(import.meta.dirname).root
  })
  started.push(server)
  const received: Wire[] = []
  const published: PublishDiagnosticsParams[] = []
  const waiting = new Map<number, {resolve(value: unknown): void; reject(error: unknown): void}>()
  const listeners = new Set<() => void>()
  let stray = ''
  let lastId = 0

  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}))
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    server.stdin.write(body)
  }
  readMessages(
    server,
    (text) => {
      stray += text
    },
    (message) => {
      const {id, method} = message
      if (method === undefined) {
        const {resolve, reject} = waiting.get(id as number) ?? {}
        waiting.delete(id as number)
        if (message.error) reject?.(Object.assign(new Error(message.error.message), message.error))
        else resolve?.(message.result)
        return
      }
      received.push(message)
      if (method === 'textDocument/publishDiagnostics')
        published.push(message.params as PublishDiagnosticsParams)
      if (id !== undefined) {
        send({id, result: method === 'workspace/configuration' ? [settings] : null})
      }
      for (const listener of listeners) listener()
    }
  )

  const request = <Result>(method: string, params: unknown): Promise<Result> => {
    const id = ++lastId
    return new Promise<Result>((resolve, reject) => {
      waiting.set(id, {resolve: resolve as (value: unknown) => void, reject})
      send({id, method, params})
    })
  }
  const notify = (method: string, params: unknown): void => send({method, params})

  const folder = root === undefined ? null : [{uri: pathToFileURL(root).href, name: 'test'}]
  const initialized = await request<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: folder?.[0]?.uri ?? null,
    workspaceFolders: folder,
    capabilities,
    ...params
  })
  notify('initialized', {})

  /** Resolves when a condition holds, at once or after one of the next messages. */
  const until = async <Value>(find: () => Value | undefined): Promise<Value> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const value = find()
        if (value === undefined) return
        clearTimeout(timer)
        listeners.delete(look)
        resolve(value)
      }
      const timer = setTimeout(() => {
        listeners.delete(look)
        reject(new Error(`The server did not answer:\n${JSON.stringify(received.slice(-5), undefined, 1)}`))
      }, 8000)
      listeners.add(look)
      look()
    })

  const open = (name: string, text: string, languageId = 'markdown'): OpenDocument => {
    const uri = name.includes(':') ? name : pathToFileURL(path.join(root ?? '/', name)).href
    let document = TextDocument.create(uri, languageId, 1, text)
    let seen = published.length
    const textDocument = {uri}
    notify('textDocument/didOpen', {textDocument: {uri, languageId, version: 1, text}})
    const change = (...contentChanges: TextDocumentContentChangeEvent[]): void => {
      document = TextDocument.update(document, contentChanges, document.version + 1)
      notify('textDocument/didChange', {textDocument: {uri, version: document.version}, contentChanges})
    }
    return {
      uri,
      text: () => document.getText(),
      offsetAt: (position) => document.offsetAt(position),
      change,
      replace: (text) => change({text}),
      apply: (edits) => change({text: TextDocument.applyEdits(document, [...edits])}),
      save: () => notify('textDocument/didSave', {textDocument}),
      close: () => notify('textDocument/didClose', {textDocument}),
      async diagnostics() {
        const {version} = document
        const index = await until(() => {
          const found = published.findIndex(
            (params, at) => at >= seen && params.uri === uri && params.version === version
          )
          return found < 0 ? undefined : found
        })
        seen = index + 1
        return published[index]?.diagnostics ?? []
      },
      pull: (previousResultId) =>
        request('textDocument/diagnostic', {
          textDocument,
          ...(previousResultId === undefined ? {} : {previousResultId})
        }),
      actions: async ({start, end = start}, context = {}) =>
        (await request<CodeAction[] | null>('textDocument/codeAction', {
          textDocument,
          range: {start: document.positionAt(start), end: document.positionAt(end)},
          context: {diagnostics: [], ...context}
        })) ?? [],
      hover: (offset) => request('textDocument/hover', {textDocument, position: document.positionAt(offset)})
    }
  }

  return {
    server,
    initialized,
    received,
    published,
    stray: () => stray,
    request,
    notify,
    configure(given) {
      settings = given
      notify('workspace/didChangeConfiguration', {settings: null})
    },
    open,
    async stop() {
      const ended = new Promise<number | null>((resolve) => server.on('exit', resolve))
      await request('shutdown', undefined)
      notify('exit', undefined)
      return ended
    }
  }
}

function readMessages(
  server: ChildProcessWithoutNullStreams,
  onStray: (text: string) => void,
  onMessage: (message: Wire) => void
): void {
  let buffer = Buffer.alloc(0)
  server.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const head = /Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n/.exec(buffer.toString('latin1'))
      if (!head) return
      const start = head.index + head[0].length
      const end = start + Number(head[1])
      if (buffer.length < end) return
      if (head.index > 0) onStray(buffer.subarray(0, head.index).toString())
      const message = JSON.parse(buffer.subarray(start, end).toString()) as Wire
      buffer = buffer.subarray(end)
      onMessage(message)
    }
  })
}

/** The edits of an action for a document, in either form. */
export function editsOf({edit}: CodeAction, uri: string): readonly TextEdit[] {
  const changes = edit?.documentChanges?.flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? change.edits : []
  )
  return (changes as TextEdit[] | undefined) ?? edit?.changes?.[uri] ?? []
}
