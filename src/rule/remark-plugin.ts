import {readStandardTree} from '../document/parse/standard-tree.ts'
import {createPluginAdapter} from './plugin.ts'

/** A remark plugin as a rule: it reads the tree that remark makes of Markdown with GFM and front matter. */
export const fromRemark = createPluginAdapter({
  category: 'structure',
  anyLanguage: true,
  readTree: readStandardTree
})
