import type {Nodes, Paragraph, Root} from 'nlcst'
import {retext} from 'retext'
import retextEnglish from 'retext-english'
import type {Document, Mark, Prose} from '../model.ts'
import {createPoints} from '../parse/points.ts'
import {isEnglish} from './language.ts'

const english = retext().use(retextEnglish).freeze()
const latin = retext().freeze()

/** Stands in for a character that is no prose; the parser makes one symbol of a run of them. */
const placeholder = '\uE000'

/**
 * Gives the prose of a block as an nlcst tree for retext plugins, placed in the source by the block's own map. Code and
 * bare URLs are `SourceNode`s.
 *
 * Use it instead of `remark-retext`, whose places drift at escapes, character references and wrapped lines.
 */
export function createNlcst({
  text,
  language
}: Pick<Document, 'text' | 'language'>): (block: {readonly prose: Prose}) => Root {
  const parser = isEnglish(language) ? english : latin
  const pointOf = createPoints(text)
  return ({prose}) => {
    const tree = parser.parse(withoutSource(prose)) as Root
    place(tree, prose)
    return tree
  }

  // The parser shares position objects between nodes, so they are replaced and not changed.
  function place(node: Nodes, prose: Prose): void {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start !== undefined && end !== undefined) {
      const [from, to] = prose.at(start, end - start)
      node.position = {start: pointOf(from), end: pointOf(to)}
      if (node.type === 'SymbolNode' && node.value.startsWith(placeholder))
        Object.assign(node, {type: 'SourceNode', value: prose.value.slice(start, end)})
    }
    if ('children' in node) for (const child of node.children) place(child, prose)
  }
}

/**
 * The prose of an article as one nlcst tree, for retext plugins: its headings and paragraphs, but for tables, captions
 * and debris of the page around it.
 */
export function readNlcst(document: Document): Root {
  const parse = createNlcst(document)
  const children: Root['children'] = []
  for (const block of document.blocks) {
    const isRead = block.type === 'heading' || (block.type === 'paragraph' && block.isProse)
    if (!isRead || block.prose.value.trim() === '') continue
    if (children.length > 0) children.push({type: 'WhiteSpaceNode', value: '\n\n'})
    children.push(...(parse(block).children as Paragraph[]))
  }
  const start = {line: 1, column: 1, offset: 0}
  const end = createPoints(document.text)(document.text.length)
  return {type: 'RootNode', children, position: {start, end}}
}

/** The prose with placeholders for what is not read as words. */
function withoutSource({value, marks}: Prose): string {
  let text = ''
  for (const mark of marks) {
    if (mark.start < text.length || !isSource(mark, value)) continue
    text += value.slice(text.length, mark.start) + placeholder.repeat(mark.end - mark.start)
  }
  return text + value.slice(text.length)
}

function isSource({node, start, end}: Mark, value: string): boolean {
  if (node.type === 'inlineCode') return true
  if (node.type !== 'link') return false
  const shown = value.slice(start, end)
  return node.url === shown || node.url === `http://${shown}` || node.url === `mailto:${shown}`
}
