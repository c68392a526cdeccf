import type {ConfiguredRule, Ruleset} from '../lint/index.ts'
import type {Rule} from '../rule/index.ts'
import {readOptions} from '../rule/options.ts'
import {idsFor, isOnline, rules, usualSeverity} from './builtin.ts'
import type {Config} from './index.ts'
import type {Layer} from './layer.ts'
import type {RuleSetting} from './schema.ts'

const resolved = new WeakMap<Config, Map<string, Ruleset>>()

/**
 * The rules that run on an article, with their severities and options.
 *
 * @param file absolute path of the article, for the overrides; none apply without it
 */
export function resolveRuleset(config: Config, file?: string): Ruleset {
  const layers = layersFor(config, file)
  const key = config.layers.map((layer) => Number(layers.includes(layer))).join('')
  const known = resolved.get(config) ?? new Map<string, Ruleset>()
  resolved.set(config, known)
  const ruleset = known.get(key) ?? {
    rules: mergeRules(layers, config),
    ...idsFor([...rules, ...config.plugins])
  }
  known.set(key, ruleset)
  return ruleset
}

/** BCP 47 tag of an article, where the run or a config says it. */
export function resolveLanguage(config: Config, file?: string): string | undefined {
  return layersFor(config, file).findLast(({language}) => language)?.language?.tag
}

/** The layers that hold for an article, the last one winning; those of the run come after its own front matter. */
export function layersFor(config: Config, file: string | undefined, own?: Layer): readonly Layer[] {
  const layers = config.layers.filter(({matches}) => !matches || (file !== undefined && matches(file)))
  return [...layers, ...(own ? [own] : []), ...config.run]
}

/** The rules that layers switch on, in the order of all rules. */
export function mergeRules(
  layers: readonly Layer[],
  {plugins, only, asks}: Pick<Config, 'plugins' | 'only' | 'asks'>
): readonly ConfiguredRule[] {
  return [...rules, ...plugins].flatMap((rule): ConfiguredRule[] => {
    if (!mayRun(rule, asks)) return []
    const {severity, options} = settingOf(rule, layers, only)
    return severity === 'off' ? [] : [{rule, severity, options}]
  })
}

/** Whether the run has a place for a rule, however it is set. */
export function mayRun(rule: Rule, asks: Config['asks']): boolean {
  return isOnline(rule) ? asks !== undefined : asks !== 'only'
}

/** What layers come to for one rule, and where each part was set. */
export interface ResolvedSetting {
  readonly severity: RuleSetting['severity']
  readonly severityFrom: string | undefined
  readonly options: Readonly<Record<string, unknown>>
  /** Nothing when they are the usual ones. */
  readonly optionsFrom: string | undefined
}

export function settingOf(rule: Rule, layers: readonly Layer[], only: Config['only']): ResolvedSetting {
  let severity: RuleSetting['severity'] = 'off'
  let options: RuleSetting['options']
  let severityLayer: Layer | undefined
  let optionsLayer: Layer | undefined
  for (const layer of layers) {
    const setting = layer.rules.get(rule.id)
    if (!setting) continue
    severity = setting.severity
    severityLayer = layer
    if (!setting.options) continue
    // A severity alone keeps the options that were set before.
    options = setting.options
    optionsLayer = layer
  }
  const place = (layer: Layer | undefined): string | undefined => layer?.placeOf(layer.rules.get(rule.id)?.at)
  const isOnly = only?.has(rule.id)
  const isSwitched = only !== undefined && isOnly !== (severity !== 'off')
  return {
    severity: !isSwitched ? severity : isOnly ? usualSeverity(rule) : 'off',
    get severityFrom() {
      return isSwitched ? '--only' : place(severityLayer)
    },
    options: options ?? readOptions(rule.options, undefined).options,
    get optionsFrom() {
      return place(optionsLayer)
    }
  }
}
