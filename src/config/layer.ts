import type {Ruleset} from '../lint/index.ts'
import {presets} from './builtin.ts'
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
const layerOf = (name: string, preset: Ruleset): Layer => ({
  rules: new Map(preset.rules.map(({rule, severity}) => [rule.id, {severity}])),
  placeOf: () => `articlelint:${name}`
})

/** The presets as layers. */
export const presetLayers: Readonly<Record<keyof typeof presets, Layer>> = {
  recommended: layerOf('recommended', presets.recommended),
  strict: layerOf('strict', presets.strict),
  all: layerOf('all', presets.all)
}
