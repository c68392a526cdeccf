import {
  type Connection,
  type DiagnosticServerCancellationData,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments
} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {Client} from './client.ts'
import {diagnosticsOf} from './diagnostics.ts'
import {createPending} from './pending.ts'
import type {Checked, Workspace} from './workspace.ts'

/** Brings diagnostics to the editor: sends them, or answers where the editor asks by itself; never both. */
export interface Publisher {
  opened(document: TextDocument): void
  changed(document: TextDocument): void
  saved(document: TextDocument): void
  closed(document: TextDocument): void
  /** Everything is judged anew. Before it is called for the first time nothing is: settings are on their way. */
  refresh(): void
}

/** Milliseconds without a change after which a text that is being typed is linted. */
const pause = 200

export function createPublisher(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  client: Client
): Publisher {
  const publish = client.pulls ? answering : sending
  return publish(connection, documents, workspace, client)
}

function sending(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  client: Client
): Publisher {
  const pending = createPending()
  const openedAs = new Map<string, number>()
  const log = createFaultLog(connection)
  let isStarted = false

  async function send(uri: string): Promise<void> {
    const document = documents.get(uri)
    if (!document || !workspace.isArticle(document)) return
    const {version} = document
    const {epoch} = workspace
    const checked = await workspace.check(document)
    // Typed on, closed or configured anew while it was linted: another turn is on its way.
    if (documents.get(uri)?.version !== version || workspace.epoch !== epoch) return
    log(checked)
    await connection.sendDiagnostics({uri, version, diagnostics: diagnosticsOf(checked, client)})
  }

  const soon = (uri: string, delay: number): void => {
    if (!isStarted) return
    pending.after(delay, uri, () => {
      send(uri).catch((error: unknown) => connection.console.error(String(error)))
    })
  }

  return {
    opened({uri, version}) {
      openedAs.set(uri, version)
      soon(uri, 0)
    },
    changed({uri, version}) {
      // Opening is told as a change too.
      const isOpening = openedAs.get(uri) === version
      if (!isOpening && !workspace.settings.onlyOnSave) soon(uri, pause)
    },
    saved({uri}) {
      workspace.reload()
      soon(uri, 0)
    },
    closed(document) {
      const {uri} = document
      pending.cancel(uri)
      openedAs.delete(uri)
      workspace.forget(uri)
      if (workspace.isArticle(document)) void connection.sendDiagnostics({uri, diagnostics: []})
    },
    refresh() {
      isStarted = true
      for (const uri of documents.keys()) soon(uri, 0)
    }
  }
}

function answering(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  client: Client
): Publisher {
  const typed = new Map<string, boolean>()
  const log = createFaultLog(connection)
  let start = (): void => {}
  const started = new Promise<void>((resolve) => {
    start = resolve
  })

  connection.languages.diagnostics.on(async ({textDocument: {uri}, previousResultId}, token) => {
    await started
    const document = documents.get(uri)
    if (!document || !workspace.isArticle(document)) return {kind: 'full', items: []}
    const {version} = document
    const isTyped = typed.get(uri) === true
    if (isTyped && workspace.settings.onlyOnSave && previousResultId !== undefined) {
      return {kind: 'unchanged', resultId: previousResultId}
    }
    // Editors ask after each key; the answer to all but the last would be thrown away.
    if (isTyped) await new Promise((resolve) => setTimeout(resolve, pause))
    const stopIfStale = (): void => {
      const isStale = documents.get(uri)?.version !== version
      if (isStale || token.isCancellationRequested) throw cancelled(isStale)
    }
    stopIfStale()
    const {epoch} = workspace
    const checked = await workspace.check(document)
    stopIfStale()
    if (workspace.epoch !== epoch) throw cancelled(true)
    log(checked)
    const resultId = `${epoch}.${version}`
    if (resultId === previousResultId) return {kind: 'unchanged', resultId}
    return {kind: 'full', resultId, items: diagnosticsOf(checked, client)}
  })

  const askAgain = (): void => {
    connection.languages.diagnostics.refresh().catch((error: unknown) => {
      connection.console.warn(`The editor did not ask again: ${String(error)}`)
    })
  }

  return {
    opened({uri}) {
      typed.delete(uri)
    },
    changed({uri}) {
      // Opening is told as a change too, after it was told as opening.
      typed.set(uri, typed.has(uri))
    },
    saved({uri}) {
      typed.set(uri, false)
      workspace.reload()
      askAgain()
    },
    closed({uri}) {
      typed.delete(uri)
      workspace.forget(uri)
    },
    refresh() {
      start()
      askAgain()
    }
  }
}

function cancelled(retriggerRequest: boolean): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'out of date', {retriggerRequest})
}

/** Logs why nothing can be linted, once for each reason, not with every key. */
function createFaultLog(connection: Connection): (checked: Checked) => void {
  let last: string | undefined
  return ({fault}) => {
    if (fault && fault.reason !== last) connection.console.error(`articlelint: not linted: ${fault.reason}`)
    last = fault?.reason
  }
}
