import type {Nodes, Parent, Root} from 'mdast'
import {lazy} from './lazy.ts'
import type {Comment} from './model.ts'
import {rangeOf} from './parse/node-range.ts'

/** Whether a node holds comments and blanks, and nothing else. */
function isComment(node: Nodes): boolean {
  const marks = marksOf(node)
  if (!marks || !('value' in node)) return false
  let at = 0
  for (const {start, end} of findMarked(node.value, marks)) {
    if (node.value.slice(at, start).trim() !== '') return false
    at = end
  }
  return at > 0 && node.value.slice(at).trim() === ''
}

/**
 * Takes the comments that speak to articlelint out of a tree, so that what they stand between is as near as without
 * them, and gives all its comments.
 */
export function separateComments(tree: Root, text: string): () => readonly Comment[] {
  const comments = lazy(() => findComments(tree, text))
  // Most articles have none, and their tree is not walked.
  if (!text.includes(html.open) && !text.includes(mdx.open)) return () => none
  if (/articlelint/i.test(text)) {
    comments()
    removeDirectives(tree)
  }
  return comments
}

/** The comments of an article, block or inline: those of HTML, and those in the braces of MDX; none of code. */
function findComments(tree: Root, text: string): Comment[] {
  const comments: Comment[] = []
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (marksOf(node)) for (const comment of commentsOf(node, text)) comments.push(comment)
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Nodes)
  }
  return comments
}

function removeDirectives(tree: Root): void {
  const open: Parent[] = [tree]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    const kept: typeof parent.children = []
    for (const [index, node] of parent.children.entries()) {
      if (isDirective(node)) trimBefore(kept, parent.children[index + 1])
      else kept.push(node)
    }
    parent.children = kept
    for (const node of kept) if ('children' in node) open.push(node)
  }
}

/** Of the blanks on both sides of a comment one is left; none at the end of a block. */
function trimBefore(kept: Nodes[], after: Nodes | undefined): void {
  const before = kept.at(-1)
  if (before?.type !== 'text' || !/[ \t]$/.test(before.value)) return
  if (after && !(after.type === 'text' && /^\s/.test(after.value))) return
  before.value = before.value.slice(0, -1)
  const end = before.position?.end
  if (end?.offset !== undefined) Object.assign(end, {column: end.column - 1, offset: end.offset - 1})
  if (before.value === '') kept.pop()
}

/** A comment to articlelint, or a paragraph of nothing else. */
function isDirective(node: Nodes): boolean {
  if (node.type === 'paragraph') {
    const inner = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
    return inner.length > 0 && inner.every(isDirective)
  }
  return isComment(node) && /^\W*articlelint/i.test('value' in node ? node.value : '')
}

interface Marks {
  readonly open: string
  readonly close: string
}

const html: Marks = {open: '<!--', close: '-->'}
const mdx: Marks = {open: '/*', close: '*/'}
const none: readonly Comment[] = []
const mdxTypes = new Set(['mdxFlowExpression', 'mdxTextExpression'])

function marksOf(node: Nodes): Marks | undefined {
  // The content of these elements is no HTML.
  if (node.type === 'html') return /^\s*<(?:script|style|textarea)\b/i.test(node.value) ? undefined : html
  return mdxTypes.has(node.type) ? mdx : undefined
}

function commentsOf(node: Nodes, text: string): Comment[] {
  const marks = marksOf(node)
  // A string of JavaScript may look like a comment.
  if (!marks || !('value' in node) || (marks === mdx && !isComment(node))) return []
  const found = findMarked(node.value, marks)
  if (found.length === 0) return []
  const whole = rangeOf(node)
  const [from, to] = whole
  // The braces around a single comment of MDX are marks of it; without the comment they would be left over.
  const isWhole = marks === mdx && found.length === 1
  // In a quote or list the value has lost the marks of its lines: places are those in the source.
  const places = isWhole ? [] : findMarked(text.slice(from, to), marks)
  return found.map(({value}, index): Comment => {
    const place = places.length === found.length ? places[index] : undefined
    return {value, range: place ? [from + place.start, from + place.end] : whole}
  })
}

function findMarked(
  text: string,
  {open, close}: Marks
): {readonly start: number; readonly end: number; readonly value: string}[] {
  const found = []
  for (let start = text.indexOf(open); start >= 0; ) {
    // CommonMark ends a comment at `<!-->` too.
    const at = text.indexOf(close, start + 2)
    if (at < 0) break
    const end = at + close.length
    found.push({start, end, value: text.slice(start + open.length, at).trim()})
    start = text.indexOf(open, end)
  }
  return found
}
