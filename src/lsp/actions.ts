import type {CodeAction, Diagnostic, TextEdit} from 'vscode-languageserver/node'
import {CodeActionKind} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {Message, MessageEdit} from '../lint/message.ts'
import {escapeLine} from '../reporters/escape.ts'
import type {Client} from './client.ts'
import {rangeOf} from './diagnostics.ts'
import {type Disabling, reasonMark} from './disabling.ts'

/** Fix on save: editors ask for it, or for `source.fixAll`, by name. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.articlelint`

/** Whether an editor that asks for some kinds wants this one; it wants all that are usual if it names none. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`))
}

/** The findings that touch a selection. */
export function findingsIn(
  messages: readonly Message[],
  {start, end}: {readonly start: number; readonly end: number}
): readonly Message[] {
  return messages.filter((message) => message.start <= end && start <= message.end)
}

type Editing = Pick<Client, 'versionsEdits' | 'takesSnippets'>

/** The repair of a finding, and what it suggests. */
export function repairsOf(
  document: TextDocument,
  {ruleId, fix, suggestions = []}: Message,
  diagnostic: Diagnostic,
  client: Editing
): CodeAction[] {
  const action = (title: string, edits: readonly MessageEdit[]): CodeAction => ({
    title: escapeLine(title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(document, edits, client)
  })
  return [
    ...(fix ? [{...action(`${describe(document, fix)} (${ruleId})`, fix), isPreferred: true}] : []),
    ...suggestions.map(({title, edits}) => action(`${title} (${ruleId})`, edits))
  ]
}

/** A comment that silences a finding. */
export function disableAction(
  document: TextDocument,
  ruleId: string,
  {scope, edits}: Disabling,
  diagnostic: Diagnostic,
  client: Editing
): CodeAction {
  const where = {'next-line': 'on the next line', block: 'around this block', file: 'in this file'}[scope]
  return {
    title: `Disable ${ruleId} ${where}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(document, edits, client, reasonMark)
  }
}

/** All that is sure, repaired at once. */
export function fixAllAction(
  document: TextDocument,
  edits: readonly MessageEdit[],
  client: Editing
): CodeAction {
  return {
    title: 'Fix all that articlelint is sure of',
    kind: fixAllKind,
    edit: workspaceEdit(document, edits, client)
  }
}

type WorkspaceEdit = NonNullable<CodeAction['edit']>

/** @param placeholder a word of the first edit to be typed over, where the editor can do that */
function workspaceEdit(
  document: TextDocument,
  edits: readonly MessageEdit[],
  {versionsEdits, takesSnippets}: Editing,
  placeholder?: string
): WorkspaceEdit {
  const textEdits = edits.map((edit): TextEdit => ({range: rangeOf(document, edit), newText: edit.text}))
  if (!versionsEdits) return {changes: {[document.uri]: textEdits}}
  const {uri, version} = document
  const shown = textEdits.map(({range, newText}, index) =>
    takesSnippets && placeholder !== undefined && index === 0
      ? {range, snippet: {kind: 'snippet' as const, value: snippet(newText, placeholder)}}
      : {range, newText}
  )
  return {documentChanges: [{textDocument: {uri, version}, edits: shown}]}
}

function snippet(text: string, placeholder: string): string {
  return text
    .replace(/[\\$}]/g, '\\$&')
    .replace(`-- ${placeholder}`, (found) => found.replace(placeholder, `\${1:${placeholder}}`))
}

/** What a fix does, in a few words. */
function describe(document: TextDocument, fix: readonly MessageEdit[]): string {
  const changes = fix.filter(({start, end, text}) => start < end || text !== '')
  const [only] = changes
  if (!only || changes.length > 1) return 'Fix'
  const {start, end, text} = only
  const before = short(document.getText().slice(start, end))
  const after = short(text)
  if (after === '' && before === '') return 'Fix the blanks'
  if (after === '') return `Remove \`${before}\``
  return before === '' ? `Insert \`${after}\`` : `Replace with \`${after}\``
}

function short(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  const characters = [...words]
  return characters.length > 40 ? `${characters.slice(0, 39).join('').trimEnd()}…` : words
}
