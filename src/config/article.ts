import type {Document} from '../document/model.ts'
import type {Ruleset} from '../lint/index.ts'
import type {Rule} from '../rule/index.ts'

/** The ruleset with what the `articlelint` block of the article's front matter sets. Throws `ConfigError`. */
export function withArticleConfig(
  ruleset: Ruleset,
  document: Document,
  _plugins: readonly Rule[] = []
): Ruleset {
  if (document.frontmatter?.get('articlelint') === undefined) return ruleset
  return ruleset
}
