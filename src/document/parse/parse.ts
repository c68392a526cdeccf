import type {Root} from 'mdast'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTaskListItemFromMarkdown} from 'mdast-util-gfm-task-list-item'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import remarkParse from 'remark-parse'
import {type Plugin, type Processor, unified} from 'unified'
import type {Parser} from '../model.ts'
import {linkBareUrls} from './bare-urls.ts'

const kinds: ['yaml', 'toml'] = ['yaml', 'toml']

/** GFM, with front matter. Reads any text. */
export const markdown: Parser = {format: 'markdown', parse: createParse()}

/** Reads GFM with front matter, and what more plugins know. */
export function createParse(plugins: readonly Plugin[] = []): (text: string) => Root {
  const processor = unified()
    .use(remarkParse)
    .use(gfmAndFrontmatter)
    .use([...plugins])
    .freeze()
  return (text) => {
    const tree = processor.parse(text)
    linkBareUrls(tree, text)
    return tree
  }
}

/**
 * The syntax of remark-frontmatter and of remark-gfm, but for bare URLs: the tokenizer for them costs a third of the
 * whole parse, and leaves nodes without a position. `linkBareUrls` finds them afterwards. Those packages bring what
 * writes Markdown too, which nothing here does.
 */
export function gfmAndFrontmatter(this: Processor): undefined {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push(
    frontmatter(kinds),
    gfmFootnote(),
    gfmStrikethrough(),
    gfmTable(),
    gfmTaskListItem()
  )
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push(
    frontmatterFromMarkdown(kinds),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown()
  )
}
