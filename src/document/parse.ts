import type {Root} from 'mdast'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTaskListItemFromMarkdown} from 'mdast-util-gfm-task-list-item'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {type Plugin, type Processor, unified} from 'unified'
import {linkBareUrls} from './bare-urls.ts'
import type {Parser} from './model.ts'

/** GFM, with front matter. Reads any text. */
export const markdown: Parser = {format: 'markdown', parse: createParse()}

/** Reads GFM with front matter, and what more plugins know. */
export function createParse(plugins: readonly Plugin[] = []): (text: string) => Root {
  const processor = unified()
    .use(remarkParse)
    .use(gfmWithoutAutolinks)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use([...plugins])
    .freeze()
  return (text) => {
    const tree = processor.parse(text)
    linkBareUrls(tree, text)
    return tree
  }
}

/**
 * GFM as remark-gfm has it, but for bare URLs: its tokenizer for them costs a third of the whole parse, and leaves
 * nodes without a position. `linkBareUrls` finds them afterwards.
 */
function gfmWithoutAutolinks(this: Processor): undefined {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push(gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem())
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push(
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown()
  )
}
