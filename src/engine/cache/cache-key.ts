import {hash} from 'node:crypto'
import {readdirSync, statSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {findRule} from '../../config/builtin.ts'
import {type Config, resolveLanguage, resolveRuleset} from '../../config/index.ts'
import type {Ruleset} from '../../lint/document.ts'
import type {JobSettings} from '../jobs.ts'
import {packRuleset} from '../packed.ts'

/** Gives what an article is linted with, as 64 hex digits; nothing where it can't be told. */
export type SettingsKey = (config: Config, file: string) => string | undefined

/** All that the outcome of an article depends on, but for its text, its path and the version of the linter. */
export function createSettingsKey({
  parser = 'auto',
  inlineConfig = true,
  keep = {}
}: JobSettings): SettingsKey {
  const known = new WeakMap<Ruleset, Map<string | undefined, string>>()
  const run = [parser, inlineConfig, keep.claims === true, keep.rendering === true]
  return (config, file) => {
    const ruleset = resolveRuleset(config, file)
    // What the code of a plugin does can't be known.
    if (!isBuiltin(ruleset)) return undefined
    const language = resolveLanguage(config, file)
    const keys = known.get(ruleset) ?? new Map<string | undefined, string>()
    known.set(ruleset, keys)
    const key =
      keys.get(language) ??
      hash('sha256', JSON.stringify([run, language, rulesetKey(ruleset), ownKey(config)]))
    keys.set(language, key)
    return key
  }
}

const builtin = new WeakMap<Ruleset, boolean>()

/** Whether all rules come with the linter. */
export function isBuiltin(ruleset: Ruleset): boolean {
  const is = builtin.get(ruleset) ?? ruleset.rules.every(({rule}) => findRule(rule.id) === rule)
  builtin.set(ruleset, is)
  return is
}

const rulesets = new WeakMap<Ruleset, string>()

/** Two rulesets with the same key are the same. */
export function rulesetKey(ruleset: Ruleset): string {
  const key = rulesets.get(ruleset) ?? JSON.stringify(packRuleset(ruleset))
  rulesets.set(ruleset, key)
  return key
}

/** What the front matter of an article is merged with, beside the ruleset. */
function ownKey({run, only, asks}: Config): unknown {
  return [
    ...(asks === undefined ? [] : [asks]),
    run.map(({rules}) => [...rules].map(([id, {severity, options}]) => [id, severity, options])),
    only && [...only].sort()
  ]
}

/** What the outcomes of all articles depend on: our code, and that of Node and its tables of characters and words. */
export function environmentKey(): string {
  const {node, icu, unicode} = process.versions
  const require = createRequire(import.meta.url)
  const {version}: {version: string} = require('articlelint/package.json')
  const engine = [node.split('.', 1)[0], icu, unicode]
  return hash('sha256', JSON.stringify([version, engine, satteriVersion(require), stampOf(import.meta.url)]))
}

/** Nothing where that parser is not installed. */
function satteriVersion(require: NodeJS.Require): string | undefined {
  try {
    // It does not export its package.json.
    return require(path.join(path.dirname(require.resolve('satteri')), '../package.json')).version
  } catch {
    return undefined
  }
}

/** Who works on the linter changes its code without a new version. */
function stampOf(module: string): string | undefined {
  const folder = path.dirname(fileURLToPath(module))
  if (folder.split(path.sep).includes('node_modules')) return undefined
  // The bundle is one folder; otherwise this is `src/engine/cache`.
  const isBundle = path.basename(folder) !== 'cache'
  const folders = isBundle ? [folder] : ['src', 'rules'].map((name) => path.join(folder, '../../..', name))
  const stamps = folders.flatMap((root) =>
    readdirSync(root, {recursive: true, encoding: 'utf8'})
      .filter((name) => /\.[cm]?[jt]s$/.test(name))
      .sort()
      .map((name) => {
        const {mtimeMs, size} = statSync(path.join(root, name))
        return [name, mtimeMs, size]
      })
  )
  return JSON.stringify(stamps)
}
