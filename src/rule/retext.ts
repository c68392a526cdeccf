import {readNlcst} from '../document/prose/nlcst.ts'
import {createPluginAdapter} from './plugin.ts'

/**
 * A retext plugin as a rule: it reads the prose of the article, with exact places. The plugins know English, so it runs
 * on English articles only.
 */
export const fromRetext = createPluginAdapter({
  category: 'style',
  anyLanguage: false,
  readTree: readNlcst
})
