import type {Paragraph as MdastParagraph, Nodes, Parents, Root} from 'mdast'
import type {OtherBlock, ParagraphPlace, Prose, Range, Spelling} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'
import {createProse} from './text.ts'

/** A Markdown paragraph before lines of page furniture are taken out of it. */
export interface TextDraft {
  readonly type: 'text'
  readonly node: MdastParagraph
  readonly place: ParagraphPlace
  readonly prose: Prose
  /** All that an element of MDX holds. */
  readonly isBoxed?: true
}

export interface HeadingDraft {
  readonly type: 'heading'
  readonly node: Nodes & {type: 'heading'}
  readonly place: ParagraphPlace
  readonly prose: Prose
}

export interface OtherDraft {
  readonly type: 'other'
  readonly as: OtherBlock['type']
  readonly node: Nodes
  readonly range: Range
}

export type Draft = TextDraft | HeadingDraft | OtherDraft

const kinds: Readonly<Record<string, OtherBlock['type']>> = {
  code: 'code',
  table: 'table',
  html: 'html',
  thematicBreak: 'thematicBreak',
  definition: 'definition',
  math: 'math'
}

/** Elements of MDX whose content is no running text, or not the article's. */
const opaqueElement =
  /^(?:table|figcaption|caption|pre|svg|math|style|script|iframe|video|audio|object|form|button|select|nav|summary)$/

/** The leaf blocks of a tree, in document order. */
export function collectDrafts(tree: Root, source: string, spelling?: Spelling): Draft[] {
  const drafts: Draft[] = []
  collect(tree.children, 'body')
  return drafts

  function collect(nodes: readonly Nodes[], place: ParagraphPlace): void {
    const isQuoted = place === 'body' || place === 'item' ? createQuoteGuard(nodes) : undefined
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index] as Nodes
      if (isQuoted?.(node, index)) {
        collect([node], 'quote')
        continue
      }
      if (node.type === 'paragraph') drafts.push(paragraphDraft(node, place, source, spelling))
      else if (node.type === 'heading')
        drafts.push({type: 'heading', node, place, prose: createProse(node, source, spelling)})
      else if (node.type === 'blockquote') collect(node.children, 'quote')
      else if (node.type === 'footnoteDefinition') collect(node.children, 'footnote')
      else if (node.type === 'list' || node.type === 'listItem')
        collect(node.children, place === 'body' ? 'item' : place)
      else if (isElement(node)) {
        if (isOpaque(node)) drafts.push({type: 'other', as: 'html', node, range: rangeOf(node)})
        else collect(node.children, place)
        const last = drafts.at(-1)
        if (node.children.length === 1 && last?.type === 'text' && last.node === node.children[0])
          drafts[drafts.length - 1] = {...last, isBoxed: true}
      } else if (!isSilent(node)) {
        drafts.push({type: 'other', as: kinds[node.type] ?? 'other', node, range: rangeOf(node)})
      }
    }
  }
}

/** Tells the blocks between the tags `<blockquote>` and `</blockquote>`, which stand in blocks of HTML around them. */
function createQuoteGuard(nodes: readonly Nodes[]): ((node: Nodes, index: number) => boolean) | undefined {
  const last = nodes.findLastIndex((node) => node.type === 'html' && /<\/blockquote\b/i.test(node.value))
  if (last < 0) return undefined
  let depth = 0
  return (node, index) => {
    if (node.type !== 'html') return depth > 0 && index < last
    for (const [, end] of node.value.matchAll(/<(\/?)blockquote\b/gi))
      depth = end ? Math.max(0, depth - 1) : depth + 1
    return false
  }
}

/** A JSX element of MDX that stands on lines of its own. */
function isElement(node: Nodes): node is Extract<Nodes, Parents> {
  return (node.type as string) === 'mdxJsxFlowElement'
}

/** A JSX element without running text in it. */
function isOpaque(node: Nodes): boolean {
  if (!/^mdxJsx(?:Flow|Text)Element$/.test(node.type) || !('children' in node)) return false
  return node.children.length === 0 || opaqueElement.test('name' in node ? String(node.name) : '')
}

/** Front matter, imports and comments of MDX: nothing of them is on the page. */
function isSilent(node: Nodes): boolean {
  const type: string = node.type
  if (type === 'mdxFlowExpression') return 'value' in node && /^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value)
  return type === 'yaml' || type === 'toml' || type === 'mdxjsEsm'
}

function paragraphDraft(
  node: MdastParagraph,
  place: ParagraphPlace,
  source: string,
  spelling: Spelling | undefined
): Draft {
  // Nearly all begin with words: no image and no element, whatever follows.
  const first = node.children[0]
  if (first?.type === 'text' && /\S/.test(first.value)) return textDraft(node, place, source, spelling)
  const seen = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const onlyImages = seen.every(
    (child) =>
      child.type === 'image' ||
      child.type === 'imageReference' ||
      (child.type === 'link' && child.children.every((inner) => inner.type === 'image'))
  )
  if (onlyImages) return {type: 'other', as: 'image', node, range: rangeOf(node)}
  if (seen.every(isOpaque)) return {type: 'other', as: 'html', node, range: rangeOf(node)}
  return textDraft(node, place, source, spelling)
}

function textDraft(
  node: MdastParagraph,
  place: ParagraphPlace,
  source: string,
  spelling: Spelling | undefined
): TextDraft {
  return {type: 'text', node, place, prose: createProse(node, source, spelling)}
}
