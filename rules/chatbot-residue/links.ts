import type {Nodes} from 'mdast'
import type {Document, Edit, Range} from '../../src/rule/index.ts'

/** A tracking parameter by which a chatbot marks the links it gives. */
export interface Source {
  readonly range: Range
  readonly parameter: string
  /** Takes the parameter out of the address and leaves the others. */
  readonly edit: Edit
}

const parameter =
  /([?&]|&amp;)(utm_source=(?:chatgpt\.com|chatgpt|chat\.openai\.com|openai\.com|openai|copilot\.com|copilot|perplexity\.ai|perplexity|claude\.ai|gemini))(?=([&#)>\]\s"']|$))(&amp;|&)?/g

/** The parameters in the addresses of links and link definitions; not in code, nor in the words of a link. */
export function findSources({tree, text}: Document): Source[] {
  if (!text.includes('utm_source=')) return []
  const found: Source[] = []
  visit(tree)
  return found

  function visit(node: Nodes): void {
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') read(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }

  function read(node: Nodes): void {
    const last = 'children' in node ? node.children.at(-1) : undefined
    // A bare address is its own words.
    const isBare = last?.type === 'text' && last.value.includes('utm_source=')
    const start =
      (isBare ? node.position?.start.offset : last?.position?.end.offset) ?? node.position?.start.offset ?? 0
    const slice = text.slice(start, node.position?.end.offset ?? start)
    for (const {index, 0: whole, 1: before = '', 2: words = '', 4: after = ''} of slice.matchAll(parameter)) {
      const at = start + index
      const range: Range = [at + before.length, at + before.length + words.length]
      // "?utm_source=x&page=2" keeps its question mark, "?page=2&utm_source=x" loses its ampersand.
      const from = before === '?' && after !== '' ? at + before.length : at
      const to = before === '?' ? at + whole.length : at + before.length + words.length
      found.push({range, parameter: words, edit: {range: [from, to], text: ''}})
    }
  }
}
