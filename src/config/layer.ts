import type {Rule} from '../rule/index.ts'
import {isOnline, type presets, rules, usualSeverity} from './builtin.ts'
import type {PathMatcher} from './paths.ts'
import type {RuleSettings} from './schema.ts'

/** Settings of one origin; of several layers the last one wins. */
export interface Layer {
  /** The articles it is for; all when left out. */
  readonly matches?: PathMatcher
  readonly rules: RuleSettings
  /** BCP 47 tag and where it was set. */
  readonly language?: {readonly tag: string; readonly from: string} | undefined
  /** Where a setting of the layer stands, for people: `.articlelintrc.json:4:5`, `--rule`. */
  placeOf(at?: number): string
}

/** A preset gives severities: options set before it stay. */
const layerOf = (name: string, isIn: (rule: Rule) => boolean): Layer => ({
  rules: new Map(rules.filter(isIn).map((rule) => [rule.id, {severity: usualSeverity(rule)}])),
  placeOf: () => `articlelint:${name}`
})

/** The presets as layers. What asks the network is in them too: it runs where the run is online. */
export const presetLayers: Readonly<Record<keyof typeof presets, Layer>> = {
  recommended: layerOf('recommended', ({recommended}) => recommended !== false),
  strict: layerOf('strict', (rule) => !isOnline(rule) || rule.recommended !== false),
  all: layerOf('all', () => true)
}
