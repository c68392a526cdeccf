import type {Nodes, Root} from 'mdast'
import type {Plugin} from 'unified'
import {unified} from 'unified'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Category, Document, Heading, Range, Rule, Severity, Wording} from './index.ts'

// biome-ignore lint/suspicious/noExplicitAny: remark-lint rules differ in the types of their configuration and tree
export type RemarkLintPlugin = Plugin<any[], any, any>

/** A rule is given a processor as `this`; making one costs more than most rules. */
const context = unified()

/** What a remark-lint rule found. */
export interface RemarkFinding {
  readonly message: VFileMessage
  readonly range: Range
  /** The node the message is about: the last of its ancestors. */
  readonly node: Nodes | undefined
  /** The other place, where the message names one. */
  readonly cause:
    | {readonly reason: string; readonly range: Range; readonly node: Nodes | undefined}
    | undefined
}

/**
 * Runs a remark-lint rule over an article.
 *
 * @param settings `options` of that rule; `tree` in place of the article's whole tree, made of its nodes
 * @throws when the rule throws, or does not finish synchronously
 */
export function runRemarkLint(
  document: Document,
  plugin: RemarkLintPlugin,
  settings: {readonly options?: unknown; readonly tree?: Root} = {}
): RemarkFinding[] {
  const {options, tree = document.tree} = settings
  const transform = plugin.call(context, ...(options === undefined ? [] : [[true, options]]))
  if (typeof transform !== 'function') return []
  const file = new VFile({
    value: document.text,
    ...(document.path === undefined ? {} : {path: document.path})
  })
  let isDone = transform.length < 3
  let failure: unknown
  const result: unknown = transform(tree, file, (error) => {
    isDone = true
    failure = error
  })
  if (result instanceof Promise) {
    isDone = false
    result.catch(() => {})
  }
  if (failure) throw failure
  if (!isDone) {
    throw new Error(
      `Unexpected asynchronous remark-lint rule \`${plugin.name}\`, expected one that finishes at once`
    )
  }
  return file.messages.map(toFinding)
}

function toFinding(message: VFileMessage): RemarkFinding {
  const {cause} = message
  // `unified-lint-rule` turns an error that a rule throws into a message.
  if (cause instanceof Error && !isMessage(cause)) throw cause
  return {
    message,
    range: rangeOf(message),
    node: nodeOf(message),
    cause: isMessage(cause) ? {reason: cause.reason, range: rangeOf(cause), node: nodeOf(cause)} : undefined
  }
}

/** By shape: a package may bring a `vfile-message` of its own. */
function isMessage(value: unknown): value is VFileMessage {
  return value instanceof Error && 'reason' in value && 'ancestors' in value
}

function nodeOf(message: VFileMessage): Nodes | undefined {
  return message.ancestors?.at(-1) as Nodes | undefined
}

/** A message without a place is about the whole article: it stands at the top. */
function rangeOf({place}: VFileMessage): Range {
  if (!place) return [0, 0]
  const [start, end] =
    'start' in place ? [place.start.offset, place.end.offset] : [place.offset, place.offset]
  return [start ?? 0, end ?? start ?? 0]
}

/** The marked headings of an article, for rules about its outline: not those in lists and quotes. */
export interface Outline {
  readonly tree: Root
  headingOf(node: Nodes | undefined): Heading | undefined
}

/** @param settings `html`: with the HTML between the headings, which may hold headings too */
export function readOutline(document: Document, settings: {readonly html?: boolean} = {}): Outline {
  const {html = false} = settings
  const headings = new Map(document.headings.map((heading) => [heading.node, heading]))
  const children = document.tree.children.filter(({type}) => type === 'heading' || (html && type === 'html'))
  return {
    tree: {type: 'root', children},
    headingOf: (node) => (node?.type === 'heading' ? headings.get(node) : undefined)
  }
}

export interface RemarkLintRule {
  readonly id: string
  readonly summary: string
  readonly category: Category
  readonly recommended: Severity | false
  readonly plugin: RemarkLintPlugin
  /** Of the remark-lint rule. */
  readonly options?: unknown
  /** Our words for a message of the remark-lint rule; its own `ruleId`, `source` and `url` are not ours. */
  readonly message: (reason: string, message: VFileMessage) => Wording
}

/** A remark-lint rule as one of ours: every message of it is a finding, with messageId `found`. */
export function fromRemarkLint(definition: RemarkLintRule): Rule {
  const {id, summary, category, recommended, plugin, options, message: word} = definition
  return {
    id,
    summary,
    category,
    recommended,
    anyLanguage: true,
    options: {},
    messages: {found: (message: VFileMessage) => word(message.reason, message)},
    check(document, _options, report) {
      for (const {message, range, cause} of runRemarkLint(document, plugin, {options})) {
        const related = cause ? {related: [{range: cause.range, reason: cause.reason}]} : {}
        report('found', {range, data: message, ...related})
      }
    }
  }
}
