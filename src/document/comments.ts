import type {Nodes, Root} from 'mdast'
import type {Comment, Range} from './model.ts'

/** The HTML comments of an article, block or inline; none of code or front matter. */
export function findComments(tree: Root, text: string): Comment[] {
  return htmlNodes(tree).flatMap((node) => commentsOf(node, text))
}

type Html = Nodes & {type: 'html'}

/** The HTML nodes in document order, without elements whose content is not HTML. */
function htmlNodes(tree: Nodes): Html[] {
  const found: Html[] = []
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'html' && !/^\s*<(?:script|style|textarea)\b/i.test(node.value)) found.push(node)
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Nodes)
  }
  return found
}

function commentsOf(node: Html, text: string): Comment[] {
  const {value} = node
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? from
  // In a quote or list the value has lost the prefixes of its lines: then the comment stands where its node does.
  const isVerbatim = text.startsWith(value, from)
  const comments: Comment[] = []
  for (let open = value.indexOf('<!--'); open >= 0; ) {
    const close = value.indexOf('-->', open + 2)
    if (close < 0) break
    const end = close + 3
    const range: Range = isVerbatim ? [from + open, from + end] : [from, to]
    comments.push({value: value.slice(open + 4, close).trim(), range})
    open = value.indexOf('<!--', end)
  }
  return comments
}
