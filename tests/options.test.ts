import {describe, expect, it} from 'vitest'
import {type OptionSpec, readOptions, toJsonSchema} from '../src/rule/options.ts'

const description = 'How many.'
const specs: Record<string, OptionSpec> = {
  any: {type: 'number', default: 1, description},
  least: {type: 'number', default: 2, minimum: 2, description},
  most: {type: 'number', default: 3, maximum: 9, description},
  both: {type: 'number', default: 4, minimum: 0, maximum: 5, description},
  flag: {type: 'boolean', default: false, description},
  kind: {type: 'choice', choices: ['rye', 'oats'], default: 'rye', description},
  words: {type: 'strings', default: ['mill'], description}
}
const defaults = {any: 1, least: 2, most: 3, both: 4, flag: false, kind: 'rye', words: ['mill']}

describe('options', () => {
  it('are completed with the defaults', () => {
    expect({...readOptions(specs, undefined).options}).toEqual(defaults)
    const given = {any: -7.5, least: 2, most: -100, both: 5, flag: true, kind: 'oats', words: []}
    const {options, problems} = readOptions(specs, given)
    expect(problems).toEqual([])
    expect({...options}).toEqual(given)
  })

  const wrong: [name: string, value: unknown, expected: string][] = [
    ['any', '1', 'a number'],
    ['any', Number.NaN, 'a number'],
    ['least', 1, 'a number of at least 2'],
    ['most', 10, 'a number of at most 9'],
    ['both', 6, 'a number from 0 to 5'],
    ['both', -1, 'a number from 0 to 5'],
    ['flag', 'true', '`true` or `false`'],
    ['kind', 'wheat', '`rye`, `oats`'],
    ['kind', 1, '`rye`, `oats`'],
    ['words', 'mill', 'a list of strings'],
    ['words', ['mill', 1], 'a list of strings']
  ]
  it.each(wrong)(
    '%s: %j is a problem that says what fits, and the default stays',
    (name, value, expected) => {
      const {options, problems} = readOptions(specs, {[name]: value})
      expect(problems).toHaveLength(1)
      expect(problems[0]?.name).toBe(name)
      expect(problems[0]?.reason.endsWith(expected), problems[0]?.reason).toBe(true)
      expect({...options}).toEqual(defaults)
    }
  )

  it.each([null, [], 'words', 3])('%j are no options', (given) => {
    const {options, problems} = readOptions(specs, given)
    expect(problems.map(({name}) => name)).toEqual([undefined])
    expect({...options}).toEqual(defaults)
  })

  it.each(['ways', '__proto__', 'constructor'])('%s is unknown, whatever objects inherit', (name) => {
    for (const declared of [specs, {}]) {
      const {options, problems} = readOptions(declared, JSON.parse(`{"${name}": 1}`))
      expect(problems.map((problem) => problem.name)).toEqual([name])
      expect(Object.hasOwn(options, name)).toBe(false)
      expect(Object.getPrototypeOf(options)).toBe(null)
    }
  })

  it('have a JSON schema with the same bounds', () => {
    expect(toJsonSchema(specs)).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: {
        any: {type: 'number', default: 1, description},
        least: {type: 'number', default: 2, minimum: 2, description},
        most: {type: 'number', default: 3, maximum: 9, description},
        both: {type: 'number', default: 4, minimum: 0, maximum: 5, description},
        flag: {type: 'boolean', default: false, description},
        kind: {enum: ['rye', 'oats'], default: 'rye', description},
        words: {type: 'array', items: {type: 'string'}, default: ['mill'], description}
      }
    })
  })
})
