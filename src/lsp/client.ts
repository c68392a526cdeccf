import type {ClientCapabilities, InitializeParams} from 'vscode-languageserver/node'

/** What the editor can do, as far as the server asks for it. */
export interface Client {
  /** It asks for diagnostics by itself, and can be told to ask again. */
  readonly pulls: boolean
  /** Its settings can be asked for. */
  readonly configures: boolean
  /** It can be asked to tell when its settings change. */
  readonly tellsSettings: boolean
  /** It can be asked to tell when files change. */
  readonly watches: boolean
  readonly hasFolders: boolean
  readonly showsRelated: boolean
  readonly fades: boolean
  /** Edits can name the version of the document they are for. */
  readonly versionsEdits: boolean
  readonly takesSnippets: boolean
  readonly readsMarkdown: boolean
  readonly takesKinds: boolean
}

export function readClient({capabilities}: Pick<InitializeParams, 'capabilities'>): Client {
  const {workspace = {}, textDocument = {}} = capabilities as ClientCapabilities
  const {publishDiagnostics = {}, diagnostic, hover, codeAction} = textDocument
  const tags = diagnostic?.tagSupport?.valueSet ?? publishDiagnostics.tagSupport?.valueSet ?? []
  return {
    pulls: diagnostic !== undefined && workspace.diagnostics?.refreshSupport === true,
    configures: workspace.configuration === true,
    tellsSettings: workspace.didChangeConfiguration?.dynamicRegistration === true,
    watches: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace.workspaceFolders === true,
    showsRelated: publishDiagnostics.relatedInformation === true || diagnostic?.relatedInformation === true,
    fades: tags.includes(1),
    versionsEdits: workspace.workspaceEdit?.documentChanges === true,
    takesSnippets:
      workspace.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.snippetEditSupport === true,
    readsMarkdown: hover?.contentFormat?.includes('markdown') ?? true,
    takesKinds: codeAction?.codeActionLiteralSupport !== undefined
  }
}
