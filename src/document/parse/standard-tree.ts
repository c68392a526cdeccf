import type {Root} from 'mdast'
import {gfmAutolinkLiteralFromMarkdown} from 'mdast-util-gfm-autolink-literal'
import {gfmAutolinkLiteral} from 'micromark-extension-gfm-autolink-literal'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import type {Document} from '../model.ts'
import {gfmAndFrontmatter} from './parse.ts'
import {coverTemplates, placeTemplates} from './templates.ts'

const processor = unified().use(remarkParse).use(gfmAndFrontmatter).use(autolinks).freeze()

/** The tree that remark plugins know; nothing for an article that is no Markdown. */
export function readStandardTree({format, text, tree}: Document): Root | undefined {
  // The model's own tree leaves out what costs most and is of no use to it; that of MDX does not.
  if (format === 'mdx') return tree
  if (format !== 'markdown') return undefined
  const covered = coverTemplates(text)
  const standard = processor.parse(covered?.text ?? text)
  if (covered) placeTemplates(standard, text, covered.blocks)
  return standard
}

/** What remark-gfm has beside the syntax that the model's own tree is made with. */
function autolinks(this: Processor): undefined {
  const data = this.data()
  data.micromarkExtensions?.push(gfmAutolinkLiteral())
  data.fromMarkdownExtensions?.push(gfmAutolinkLiteralFromMarkdown())
}
