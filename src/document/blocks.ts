import type {Paragraph as MdastParagraph, Nodes, Root} from 'mdast'
import type {OtherBlock, ParagraphPlace, Prose, Range} from './model.ts'
import {createProse} from './text.ts'

/** A Markdown paragraph before lines of page furniture are taken out of it. */
export interface TextDraft {
  readonly type: 'text'
  readonly node: MdastParagraph
  readonly place: ParagraphPlace
  readonly prose: Prose
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

/** The leaf blocks of a tree, in document order. */
export function collectDrafts(tree: Root, source: string): Draft[] {
  const drafts: Draft[] = []
  collect(tree.children, 'body')
  return drafts

  function collect(nodes: readonly Nodes[], place: ParagraphPlace): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') drafts.push(paragraphDraft(node, place, source))
      else if (node.type === 'heading')
        drafts.push({type: 'heading', node, place, prose: createProse(node, source)})
      else if (node.type === 'blockquote') collect(node.children, 'quote')
      else if (node.type === 'footnoteDefinition') collect(node.children, 'footnote')
      else if (node.type === 'list' || node.type === 'listItem')
        collect(node.children, place === 'body' ? 'item' : place)
      else if (node.type !== 'yaml' && (node.type as string) !== 'toml') {
        drafts.push({type: 'other', as: kinds[node.type] ?? 'other', node, range: rangeOf(node)})
      }
    }
  }
}

function paragraphDraft(node: MdastParagraph, place: ParagraphPlace, source: string): Draft {
  const onlyImages = node.children.every(
    (child) =>
      child.type === 'image' ||
      child.type === 'imageReference' ||
      (child.type === 'link' && child.children.every((inner) => inner.type === 'image')) ||
      (child.type === 'text' && child.value.trim() === '')
  )
  if (onlyImages) return {type: 'other', as: 'image', node, range: rangeOf(node)}
  return {type: 'text', node, place, prose: createProse(node, source)}
}

export function rangeOf(node: Nodes): Range {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}
