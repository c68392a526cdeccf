import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Document} from './model.ts'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** The tree that remark plugins know; nothing for an article that is no Markdown. */
export function readStandardTree({format, text, tree}: Document): Root | undefined {
  // The model's own tree leaves out what costs most and is of no use to it; that of MDX does not.
  if (format === 'mdx') return tree
  return format === 'markdown' ? processor.parse(text) : undefined
}
