import type {Nodes, Root} from 'nlcst'
import {retext} from 'retext'
import retextEnglish from 'retext-english'
import type {Document, Prose} from './model.ts'
import {createPoints} from './points.ts'

const english = retext().use(retextEnglish).freeze()
const latin = retext().freeze()

/**
 * Gives the prose of a block as an nlcst tree for retext plugins, placed in the source by the block's own map.
 *
 * Use it instead of `remark-retext`, whose places drift at escapes, character references and wrapped lines.
 */
export function createNlcst({
  text,
  language
}: Pick<Document, 'text' | 'language'>): (block: {readonly prose: Prose}) => Root {
  const parser = /^en\b/i.test(language) ? english : latin
  const pointOf = createPoints(text)
  return ({prose}) => {
    const tree = parser.parse(prose.value) as Root
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
    }
    if ('children' in node) for (const child of node.children) place(child, prose)
  }
}
