import path from 'node:path'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {ConfigError} from '../config/error.ts'
import type {Document} from '../document/model.ts'
import {UsageError} from '../engine/error.ts'
import type {Problem} from '../engine/result.ts'
import {createSession, type Session, type SessionArticle, type SessionSettings} from '../engine/session.ts'
import type {Message, MessageEdit} from '../lint/message.ts'
import {articleOf, folderOf} from './articles.ts'
import {type EditorSettings, usualSettings} from './settings.ts'

/** What there is to say of one version of a document. */
export interface Checked {
  /** The version as it was linted: the editor's document goes on changing. */
  readonly document: TextDocument
  /** Folder that paths in messages start from. */
  readonly cwd: string
  /** The article, as messages name it. */
  readonly path: string | undefined
  readonly messages: readonly Message[]
  readonly problems: readonly Problem[]
  /** Why nothing could be linted: a config or a suppressions file that can't be used. */
  readonly fault: {readonly reason: string; readonly place?: Problem} | undefined
}

/** The open articles and what they are linted with. */
export interface Workspace {
  /** Lints a document; from memory where this version was linted already. */
  check(document: TextDocument): Promise<Checked>
  /** What would be said if the text of a document were another one. */
  tryText(document: TextDocument, text: string): Promise<Pick<Checked, 'messages' | 'problems'>>
  fix(document: TextDocument): Promise<readonly MessageEdit[]>
  read(document: TextDocument): Promise<Document | undefined>
  isArticle(document: Pick<TextDocument, 'uri' | 'languageId'>): boolean
  /** Grows with every reload: what was said before may be out of date. */
  readonly epoch: number
  setFolders(folders: readonly string[]): void
  setSettings(settings: EditorSettings): void
  readonly settings: EditorSettings
  /** Reads configs and suppressions anew. */
  reload(): void
  forget(uri: string): void
}

/** @param base what the command line sets; the settings of the editor win */
export function createWorkspace(base: SessionSettings): Workspace {
  const sessions = new Map<string | undefined, Session>()
  const known = new Map<string, {readonly version: number; readonly checked: Promise<Checked>}>()
  let folders: readonly string[] = []
  let settings = usualSettings
  let epoch = 0

  const cwdOf = ({file}: SessionArticle): string | undefined =>
    file === undefined ? folders[0] : (folderOf(file, folders) ?? path.dirname(file))

  function sessionOf(article: SessionArticle): Session {
    const cwd = cwdOf(article)
    const session =
      sessions.get(cwd) ??
      createSession({
        ...base,
        cwd,
        config: settings.configFile ?? base.config,
        suppressions: settings.reportSuppressed ? undefined : {}
      })
    sessions.set(cwd, session)
    return session
  }

  const asArticle = (document: TextDocument, text = document.getText()): SessionArticle | undefined =>
    articleOf(document.uri, document.languageId, text)

  async function lint(document: TextDocument): Promise<Checked> {
    const nothing = {document, cwd: '', path: undefined, messages: [], problems: [], fault: undefined}
    const article = asArticle(document)
    if (!article || !settings.enable) return nothing
    const cwd = path.resolve(cwdOf(article) ?? '')
    try {
      const {file, problems} = await sessionOf(article).lint(article)
      return {...nothing, cwd, path: file?.path, messages: file?.messages ?? [], problems}
    } catch (error) {
      return {...nothing, cwd, fault: faultOf(error)}
    }
  }

  function renew(): void {
    epoch++
    known.clear()
  }

  return {
    check(document) {
      const {uri, languageId, version} = document
      const before = known.get(uri)
      if (before?.version === version) return before.checked
      const checked = lint(TextDocument.create(uri, languageId, version, document.getText()))
      known.set(uri, {version, checked})
      return checked
    },
    async tryText(document, text) {
      const article = asArticle(document, text)
      if (!article) return {messages: [], problems: []}
      const {file, problems} = await sessionOf(article).lint(article)
      return {messages: file?.messages ?? [], problems}
    },
    async fix(document) {
      const article = asArticle(document)
      return article && settings.enable ? sessionOf(article).fix(article) : []
    },
    async read(document) {
      const article = asArticle(document)
      return article && sessionOf(article).read(article)
    },
    isArticle: ({uri, languageId}) => articleOf(uri, languageId, '') !== undefined,
    get epoch() {
      return epoch
    },
    setFolders(given) {
      folders = given
      sessions.clear()
      renew()
    },
    setSettings(given) {
      settings = given
      sessions.clear()
      renew()
    },
    get settings() {
      return settings
    },
    reload() {
      for (const session of sessions.values()) session.reload()
      renew()
    },
    forget(uri) {
      known.delete(uri)
    }
  }
}

function faultOf(error: unknown): NonNullable<Checked['fault']> {
  if (error instanceof ConfigError) {
    const {path, line, column, message, reason} = error
    if (path === undefined) return {reason: message}
    return {
      reason: message,
      place: {path, reason, ...(line === undefined ? {} : {line}), ...(column === undefined ? {} : {column})}
    }
  }
  if (error instanceof UsageError) return {reason: error.message}
  return {
    reason: `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}
