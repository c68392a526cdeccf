import type {Nodes} from 'mdast'
import {type Document, type Edit, type Range, rangeOf} from '../../src/rule/index.ts'

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
export function findSources({tree, text, format}: Document): Source[] {
  if (!text.includes('utm_source=')) return []
  const found: Source[] = []
  visit(tree)
  return found

  function visit(node: Nodes): void {
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') read(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }

  /** A link in HTML, in an article that is Markdown. */
  function isTag(node: Nodes): boolean {
    const [from] = rangeOf(node)
    return /^<a\s/i.test(text.slice(from, from + 3))
  }

  function read(node: Nodes): void {
    const [start, end] = addressOf(node, format === 'html' || isTag(node))
    const slice = text.slice(start, end)
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

/** Where the address of a link stands: behind its words in Markdown, in the tag before them in HTML. */
function addressOf(node: Nodes, isHtml: boolean): Range {
  const [from, to] = rangeOf(node)
  const children = 'children' in node ? node.children : []
  const [first, last] = [children[0], children.at(-1)]
  // A bare address is its own words.
  if (last?.type === 'text' && last.value.includes('utm_source=')) return [from, to]
  if (isHtml) return [from, first?.position?.start.offset ?? to]
  return [last?.position?.end.offset ?? from, to]
}
