import type {Nodes, Root} from 'mdast'
import type {Plugin} from 'unified'
import {unified} from 'unified'
import type {VFileMessage} from 'vfile-message'
import {rangeOf} from '../document/parse/node-range.ts'
import type {Category, Document, Heading, Rule, Severity, Wording} from './index.ts'
import {type PluginFinding, runTransform, type Transform} from './transform.ts'

// biome-ignore lint/suspicious/noExplicitAny: remark-lint rules differ in the types of their configuration and tree
export type RemarkLintPlugin = Plugin<any[], any, any>

/** A rule is given a processor as `this`; making one costs more than most rules. */
const context = unified()

/** What a remark-lint rule found. */
export interface RemarkFinding extends PluginFinding {
  readonly node: Nodes | undefined
  readonly cause: (PluginFinding['cause'] & {readonly node: Nodes | undefined}) | undefined
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
  return runTransform(transform as Transform, tree, document, plugin.name) as RemarkFinding[]
}

/** The marked headings of an article, for rules about its outline: not those in lists and quotes, nor copies of the title. */
export interface Outline {
  readonly tree: Root
  headingOf(node: Nodes | undefined): Heading | undefined
}

/** @param settings `html`: with the HTML between the headings, which may hold headings too */
export function readOutline(document: Document, settings: {readonly html?: boolean} = {}): Outline {
  const {html = false} = settings
  const headings = new Map(document.headings.map((heading) => [heading.node, heading]))
  const copies = new Set(document.title?.copies.map(([start]) => start))
  const children = document.tree.children.filter((node) =>
    node.type === 'heading' ? !copies.has(rangeOf(node)[0]) : html && node.type === 'html'
  )
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
