/** One setting of a rule, declared once: its type, default, bounds and JSON schema come from here. */
export type OptionSpec =
  | {
      readonly type: 'number'
      readonly default: number
      readonly minimum?: number
      readonly maximum?: number
      readonly description: string
    }
  | {readonly type: 'boolean'; readonly default: boolean; readonly description: string}
  | {
      readonly type: 'choice'
      readonly choices: readonly string[]
      readonly default: string
      readonly description: string
    }
  | {readonly type: 'strings'; readonly default: readonly string[]; readonly description: string}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>

type ValueOf<Spec extends OptionSpec> = Spec extends {type: 'number'}
  ? number
  : Spec extends {type: 'boolean'}
    ? boolean
    : Spec extends {type: 'choice'; choices: readonly (infer Choice)[]}
      ? Choice
      : readonly string[]

export type OptionsOf<Specs extends OptionSpecs> = {readonly [Name in keyof Specs]: ValueOf<Specs[Name]>}

/** A setting that can't be used: where it is in the options, and why. */
export interface OptionProblem {
  readonly name: string | undefined
  readonly reason: string
}

/** Options as a user gave them, completed with the defaults; what is wrong with them goes into `problems`. */
export function readOptions(
  specs: OptionSpecs,
  given: unknown
): {options: Record<string, unknown>; problems: OptionProblem[]} {
  const problems: OptionProblem[] = []
  const options: Record<string, unknown> = Object.create(null)
  for (const [name, spec] of Object.entries(specs)) options[name] = spec.default
  if (given === undefined) return {options, problems}
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    problems.push({
      name: undefined,
      reason: `Unexpected options ${JSON.stringify(given)}, expected an object`
    })
    return {options, problems}
  }
  for (const [name, value] of Object.entries(given)) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
    if (!spec) {
      const known = Object.keys(specs)
      const expected = known.length > 0 ? `one of ${known.map((id) => `\`${id}\``).join(', ')}` : 'no options'
      problems.push({name, reason: `Unexpected option \`${name}\`, expected ${expected}`})
      continue
    }
    const expected = mismatch(spec, value)
    if (expected)
      problems.push({
        name,
        reason: `Unexpected value ${typeof value === 'number' ? value : JSON.stringify(value)} of option \`${name}\`, expected ${expected}`
      })
    else options[name] = value
  }
  return {options, problems}
}

/** What was expected, or nothing when the value fits. */
function mismatch(spec: OptionSpec, value: unknown): string | undefined {
  switch (spec.type) {
    case 'number': {
      const {minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY} = spec
      // JSON, by which options reach other threads, has no word for the infinite.
      if (Number.isFinite(value) && (value as number) >= minimum && (value as number) <= maximum)
        return undefined
      if (spec.minimum !== undefined && spec.maximum !== undefined)
        return `a number from ${minimum} to ${maximum}`
      if (spec.minimum !== undefined) return `a number of at least ${minimum}`
      return spec.maximum === undefined ? 'a number' : `a number of at most ${maximum}`
    }
    case 'boolean':
      return typeof value === 'boolean' ? undefined : '`true` or `false`'
    case 'choice':
      return typeof value === 'string' && spec.choices.includes(value)
        ? undefined
        : `one of ${spec.choices.map((choice) => `\`${choice}\``).join(', ')}`
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? undefined
        : 'a list of strings'
  }
}

/** The JSON schema of a rule's options. */
export function toJsonSchema(specs: OptionSpecs): Record<string, unknown> {
  const properties = Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const {description} = spec
      if (spec.type === 'choice') return [name, {enum: spec.choices, default: spec.default, description}]
      if (spec.type === 'strings')
        return [name, {type: 'array', items: {type: 'string'}, default: spec.default, description}]
      if (spec.type === 'boolean') return [name, {type: 'boolean', default: spec.default, description}]
      const {minimum, maximum} = spec
      return [name, {type: 'number', default: spec.default, minimum, maximum, description}]
    })
  )
  return {type: 'object', properties, additionalProperties: false}
}
