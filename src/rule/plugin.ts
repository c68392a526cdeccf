import type {Node} from 'unist'
import type {VFileMessage} from 'vfile-message'
import type {Category, Document, Range, Related, Rule, Suggestion, Wording} from './index.ts'
import {freezeTree, runTransform, type Transform} from './transform.ts'

/** A remark or retext plugin that reports. */
export interface Plugin {
  /** As a config names the rule: `remark-lint/no-undefined-references`. */
  readonly id: string
  /** Of the package or file, for error messages. */
  readonly name: string
  /** Its page, for messages that name none. */
  readonly url: string
  readonly transform: Transform
}

interface Reader {
  readonly category: Category
  readonly anyLanguage: boolean
  /** The tree the plugin reads; nothing where there is none for the article. */
  readonly readTree: (document: Document) => Node | undefined
}

/**
 * Makes rules of plugins that read the same tree. It is made once per article, and frozen: what one plugin changed,
 * the others would report wrong.
 */
export function createPluginAdapter({category, anyLanguage, readTree}: Reader): (plugin: Plugin) => Rule {
  const trees = new WeakMap<Document, {readonly tree: Node | undefined}>()
  const treeOf = (document: Document): Node | undefined => {
    let known = trees.get(document)
    if (!known) {
      const tree = readTree(document)
      known = {tree: tree && freezeTree(tree)}
      trees.set(document, known)
    }
    return known.tree
  }
  return ({id, name, url, transform}) => ({
    id,
    summary: `Report what \`${name}\` finds.`,
    url,
    category,
    recommended: false,
    anyLanguage,
    options: {},
    messages,
    check(document, _options, report) {
      const tree = treeOf(document)
      if (!tree) return
      for (const {message, range, cause} of runTransform(transform, tree, document, name)) {
        const related: Related[] = cause ? [{range: cause.range, reason: cause.reason}] : []
        const suggest = suggestionsOf(message, range, document.text)
        // Neither `fatal` nor its absence raise what the config says; a mere hint stays one.
        const bound = typeof message.fatal === 'boolean' ? {} : {atMost: 'info' as const}
        report(messageIdOf(message, id), {range, data: message, related, suggest, ...bound})
      }
    }
  })
}

/** The words are the plugin's own, whatever id they have. */
const messages: Rule['messages'] = new Proxy({}, {get: () => word})

function word({reason, note, expected, url}: VFileMessage): Wording {
  return {
    reason,
    ...(note ? {note} : {}),
    ...(expected && expected.length > 0 ? {expected} : {}),
    ...(url && /^https?:\/\//i.test(url) ? {url} : {})
  }
}

/** retext plugins name the word or phrase in `ruleId`; lint rules name themselves. */
function messageIdOf({ruleId}: VFileMessage, id: string): string {
  const isOwn = ruleId === undefined || id.endsWith(`/${ruleId}`)
  return !isOwn && /^[\p{L}\p{N}_.-]{1,80}$/u.test(ruleId) ? ruleId : 'found'
}

/** What a person may choose: only where the text is just what the plugin read, without marks in between. */
function suggestionsOf({actual, expected}: VFileMessage, range: Range, text: string): Suggestion[] {
  const found = text.slice(...range)
  if (!actual || !expected || found === '' || squeeze(found) !== squeeze(actual)) return []
  return expected.map((replacement) => ({
    title: replacement === '' ? `Remove \`${squeeze(found)}\`` : `Replace with \`${replacement}\``,
    edits: [{range, text: replacement}]
  }))
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ')
}
