import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** Markdown (GFM, with front matter) to mdast. Offsets are those of `text`, which must not start with a byte order mark. */
export function parse(text: string): Root {
  return processor.parse(text)
}
