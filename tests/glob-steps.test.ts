import {describe, expect, it} from 'vitest'
import {toSteps} from '../src/config/glob-steps.ts'

describe('a glob', () => {
  it.each(['a\\', 'a\\/', '[a', '[', '[\\', '[[:alpha'])('that can match nothing: %s', (glob) => {
    expect(toSteps(glob, false)).toBeUndefined()
  })

  it.each([
    ['[a-\\c]', ['a', 'b', 'c'], ['d', '-']],
    ['[\\]x]', [']', 'x'], ['\\']],
    ['[a-]', ['a', '-'], ['b']],
    ['[[:digit:]_]', ['7', '_'], ['a', ':']],
    ['[A-C]', ['B'], ['b']]
  ] as [string, string[], string[]][])('has sets of characters: %s', (glob, inside, outside) => {
    const steps = toSteps(glob, false)
    expect(steps).toHaveLength(1)
    const [step] = steps ?? []
    const has = (character: string): boolean => step?.kind === 'character' && step.is(character)
    for (const character of inside) expect(has(character), character).toBe(true)
    for (const character of outside) expect(has(character), character).toBe(false)
  })

  it('has one star for many, and a slash that was escaped', () => {
    expect(toSteps('a**b', false)?.map(({kind}) => kind)).toEqual(['character', 'star', 'character'])
    expect(toSteps('a\\/b', false)).toEqual(toSteps('a/b', false)?.map(() => expect.anything()))
    expect(toSteps('a/**/**/b', false)?.filter(({kind}) => kind === 'folders')).toHaveLength(1)
  })
})
