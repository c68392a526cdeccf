import path from 'node:path'
import {createDocument} from '../document/index.ts'
import type {Document} from '../document/model.ts'
import {declaredLanguage} from '../document/prose/language.ts'
import {readArticleLayer} from './article.ts'
import {knowRules} from './builtin.ts'
import {readIfThere} from './find.ts'
import {createIgnoreFiles, ownIgnoreFile} from './ignore-files.ts'
import {type Config, createConfigLoader, type RunSettings, refuseUnknownRules, shownPath} from './index.ts'
import type {Layer} from './layer.ts'
import {layersFor, mayRun, settingOf} from './resolve.ts'

/**
 * The config of a file as JSON: every value with where it comes from. The file need not exist. Throws `ConfigError`.
 *
 * @param cwd folder that the path starts from, and that places are named from
 * @param note told what a person should know of the configs, and that changes nothing
 */
export async function describeConfig(
  file: string,
  settings: RunSettings,
  cwd: string,
  note?: (text: string) => void
): Promise<string> {
  const article = path.resolve(cwd, file)
  const shown = shownPath(article, cwd)
  const config = await createConfigLoader(settings, cwd, note)(article)
  refuseUnknownRules([config])
  const text = isMarkup(article) ? undefined : readIfThere(article)
  const document = text === undefined ? undefined : createDocument(text, shown)
  const own = document && readArticleLayer(document, knowRules(config.plugins))
  const layers = layersFor(config, article, own)
  const described = {
    file: shown,
    configs: config.files.map((file) => shownPath(file, cwd)),
    language: languageOf(layers, document),
    ignored: await ignoredBy(article, config, cwd),
    plugins: config.pluginNames,
    rules: rulesOf(layers, config)
  }
  return `${JSON.stringify(described, null, 2)}\n`
}

/** Front matter is for the formats that are text. */
function isMarkup(file: string): boolean {
  return /\.html?$/i.test(file)
}

interface Value {
  readonly value: string | boolean | null
  readonly from: string | null
}

function languageOf(layers: readonly Layer[], document: Document | undefined): Value {
  const set = layers.findLast(({language}) => language)?.language
  if (set) return {value: set.tag, from: set.from}
  const declared = declaredLanguage(document?.frontmatter)
  return declared === undefined
    ? {value: null, from: 'the words of the article'}
    : {value: declared, from: 'front matter'}
}

async function ignoredBy(article: string, config: Config, cwd: string): Promise<Value> {
  const ignores = config.ignores.find((isIgnored) => isIgnored(article))
  if (ignores) return {value: true, from: ignores.from}
  for (const name of [ownIgnoreFile, '.gitignore']) {
    const found = await createIgnoreFiles(name, cwd).find(article)
    if (!found) continue
    const unless = name === '.gitignore' ? ', unless the file is named' : ''
    return {value: true, from: `${shownPath(found.file, cwd)} (${found.pattern}${unless})`}
  }
  return {value: false, from: null}
}

/** The rules that are on, and those that somebody has switched off. */
function rulesOf(layers: readonly Layer[], config: Config): Readonly<Record<string, object>> {
  const entries = knowRules(config.plugins).rules.flatMap((rule): [string, object][] => {
    if (!mayRun(rule, config.asks)) return []
    const {severity, severityFrom, options, optionsFrom} = settingOf(rule, layers, config.only)
    if (severityFrom === undefined || config.only?.has(rule.id) === false) return []
    const isOff = severity === 'off'
    const from = isOff || optionsFrom === undefined || optionsFrom === severityFrom ? {} : {optionsFrom}
    const more = !isOff && Object.keys(options).length > 0 ? {options} : {}
    return [[rule.id, {severity, from: severityFrom, ...more, ...from}]]
  })
  return Object.fromEntries(entries)
}
