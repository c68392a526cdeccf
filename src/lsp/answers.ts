import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  Hover,
  HoverParams
} from 'vscode-languageserver/node'
import {CodeActionKind, CodeActionTriggerKind} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {readPage} from '../engine/pages.ts'
import {applyEdits} from '../lint/fix.ts'
import type {Message} from '../lint/message.ts'
import {disableAction, findingsIn, fixAllAction, fixAllKind, isWanted, repairsOf} from './actions.ts'
import type {Client} from './client.ts'
import {toDiagnostic} from './diagnostics.ts'
import {type Disabling, waysToDisableHere, wayToDisableInFile} from './disabling.ts'
import {hoverOf} from './hover.ts'
import type {Checked, Workspace} from './workspace.ts'

/** More findings in one selection get their repairs, and no offers to disable them: each is tried by linting. */
const maxDisabled = 5

/** What the editor may offer in a place: repairs, suggestions, comments that disable, and the repair of all. */
export async function codeActions(
  workspace: Workspace,
  document: TextDocument,
  {range, context}: Pick<CodeActionParams, 'range' | 'context'>,
  client: Client,
  token: CancellationToken
): Promise<CodeAction[]> {
  const {only, triggerKind} = context
  const actions: CodeAction[] = []
  const checked = await workspace.check(document)
  const isCurrent = (): boolean =>
    !token.isCancellationRequested && document.version === checked.document.version
  if (isWanted(CodeActionKind.QuickFix, only)) {
    const selection = {start: document.offsetAt(range.start), end: document.offsetAt(range.end)}
    const found = findingsIn(checked.messages, selection)
    for (const message of found) {
      if (!isCurrent()) return []
      const diagnostic = toDiagnostic(message, checked, client)
      actions.push(...repairsOf(checked.document, message, diagnostic, client))
    }
    for (const message of found.slice(0, maxDisabled)) {
      if (!isCurrent()) return []
      const diagnostic = toDiagnostic(message, checked, client)
      // Where the attempt fails, the repairs are still worth having.
      const ways = await waysToDisable(workspace, checked, message).catch(() => [])
      for (const way of ways) {
        actions.push(disableAction(checked.document, message.ruleId, way, diagnostic, client))
      }
    }
  }
  // Unasked, while the cursor moves, nobody wants the whole article repaired.
  const asksForAll = only
    ? isWanted(fixAllKind, only)
    : triggerKind === CodeActionTriggerKind.Invoked && checked.messages.some(({fix}) => fix)
  if (asksForAll) {
    const edits = await workspace.fix(document)
    if (edits.length > 0) actions.push(fixAllAction(checked.document, edits, client))
  }
  return isCurrent() ? actions : []
}

const tried = new WeakMap<Message, Promise<readonly Disabling[]>>()

/** The comments that silence a finding, and nothing else where that can be: found out by linting with them. */
function waysToDisable(
  workspace: Workspace,
  checked: Checked,
  message: Message
): Promise<readonly Disabling[]> {
  const ways = tried.get(message) ?? tryWays(workspace, checked, message)
  tried.set(message, ways)
  return ways
}

async function tryWays(
  workspace: Workspace,
  checked: Checked,
  message: Message
): Promise<readonly Disabling[]> {
  const text = checked.document.getText()
  const article = await workspace.read(checked.document)
  if (!article) return []
  const before = {text, messages: checked.messages}
  const effect = async ({edits}: Disabling): Promise<Effect> => {
    const next = applyEdits(text, [edits]).text
    const {messages, problems} = await workspace.tryText(checked.document, next)
    return problems.length > checked.problems.length
      ? 'none'
      : effectOn(message, before, {text: next, messages})
  }
  let here: Disabling | undefined
  for (const way of waysToDisableHere(article, text, message)) {
    const found = await effect(way)
    if (found === 'exact' || found === 'more') here = found === 'exact' ? way : (here ?? way)
    if (found === 'exact') break
  }
  const whole = wayToDisableInFile(article, text, message)
  const isHelpful = (await effect(whole)) !== 'none'
  return [...(here ? [here] : []), ...(isHelpful ? [whole] : [])]
}

/** What a comment does: silences the finding and at most its like, other rules too, or makes new findings as well. */
export type Effect = 'none' | 'exact' | 'more' | 'new'

interface Found {
  readonly text: string
  readonly messages: readonly Message[]
}

/** Compares what is found before and after a comment that is to silence a finding. */
export function effectOn(target: Message, before: Found, after: Found): Effect {
  const counts = new Map<string, number>()
  const count = ({text, messages}: Found, step: number): void => {
    for (const message of messages) {
      const key = keyOf(message, text)
      counts.set(key, (counts.get(key) ?? 0) + step)
    }
  }
  count(before, 1)
  count(after, -1)
  const changed = [...counts].filter(([, difference]) => difference !== 0)
  if (!changed.some(([key, difference]) => key === keyOf(target, before.text) && difference > 0))
    return 'none'
  if (changed.some(([, difference]) => difference < 0)) return 'new'
  return changed.every(([key]) => key.startsWith(`${target.ruleId}\0`)) ? 'exact' : 'more'
}

/** The same finding, wherever it stands: the fingerprint takes in words around it, and so the comment. */
function keyOf({ruleId, messageId, start, end}: Message, text: string): string {
  return [ruleId, messageId, text.slice(start, end).replace(/\s+/g, ' ')].join('\0')
}

/** Why the findings under the cursor are findings. */
export async function hover(
  workspace: Workspace,
  document: TextDocument,
  {position}: Pick<HoverParams, 'position'>,
  {readsMarkdown}: Pick<Client, 'readsMarkdown'>
): Promise<Hover | null> {
  const checked = await workspace.check(document)
  if (document.version !== checked.document.version) return null
  const found = await hoverOf(checked, document.offsetAt(position), readPage)
  if (!found) return null
  return {
    contents: {kind: readsMarkdown ? 'markdown' : 'plaintext', value: found.markdown},
    ...(found.range ? {range: found.range} : {})
  }
}
