import type {Document} from '../document/model.ts'
import type {Ruleset} from '../lint/index.ts'
import {type KnownRules, knowRules} from './builtin.ts'
import {ConfigError} from './error.ts'
import type {Config} from './index.ts'
import type {Layer} from './layer.ts'
import {Fault} from './node.ts'
import {lineAndColumn} from './places.ts'
import {mergeRules} from './resolve.ts'
import {entriesOf, type RuleSettings, readRules} from './schema.ts'
import {isNamed, parseKey} from './yaml.ts'

/**
 * The ruleset with what the `articlelint` block of the article's front matter sets. What the run itself sets stays.
 * Throws `ConfigError` with the place in the article.
 */
export function withArticleConfig(
  ruleset: Ruleset,
  document: Document,
  config: Pick<Config, 'plugins' | 'run' | 'only' | 'asks'>
): Ruleset {
  if (!mayHaveBlock(document)) return ruleset
  const layer = readArticleLayer(document, knowRules(config.plugins))
  if (!layer) return ruleset
  const before: Layer = {
    rules: new Map(ruleset.rules.map(({rule, ...setting}) => [rule.id, setting])),
    placeOf: () => ''
  }
  return {...ruleset, rules: mergeRules([before, layer, ...config.run], config)}
}

/** More than any block that a person writes; the model reads no larger one either. */
const maxSize = 64 * 1024

/** A fault above the block can take it along, so that it is no key any more. */
function mayHaveBlock({frontmatter, text}: Document): boolean {
  if (frontmatter?.type !== 'yaml') return false
  if (frontmatter.get('articlelint') !== undefined) return true
  const [start, end] = frontmatter.range
  return end - start <= maxSize && isNamed(text.slice(start, end), 'articlelint')
}

/** The settings of an article's own front matter. Throws `ConfigError` with the place in the article. */
export function readArticleLayer(document: Document, known: KnownRules): Layer | undefined {
  const {frontmatter, path, text} = document
  if (frontmatter?.type !== 'yaml' || !mayHaveBlock(document)) return undefined
  // YAML knows no line end of a carriage return alone.
  const source = text.slice(...frontmatter.range).replace(/\r(?!\n)/g, '\n')
  const start = source.indexOf('\n') + 1
  const end = source.search(/\r?\n[^\n]*$/)
  const offset = frontmatter.range[0] + start
  const placeOf = (at: number) => lineAndColumn(text, offset + at)
  try {
    const rules = readBlock(source.slice(start, Math.max(start, end)), known)
    return rules && {rules, placeOf: (at = 0) => ['front matter', ...Object.values(placeOf(at))].join(':')}
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw new ConfigError(error.message, {...(path === undefined ? {} : {path}), ...placeOf(error.at)})
  }
}

function readBlock(block: string, known: KnownRules): RuleSettings | undefined {
  const node = parseKey(block, 'articlelint')
  return node && readRules(entriesOf(node, '`articlelint`', ['rules'])('rules'), known)
}
