import {describe, expect, it} from 'vitest'
import {toCrash, wordsOf} from '../src/lint/crash.ts'

describe('a crash', () => {
  it('has words, whatever was thrown', () => {
    expect(wordsOf('x'.repeat(3000))).toBe(`${'x'.repeat(2000)} …`)
    expect(wordsOf(Object.create(null))).toContain('without words')
    const error = new Error('broken')
    expect(toCrash('some-rule', error)).toEqual({ruleId: 'some-rule', reason: error.stack})
    Object.defineProperty(error, 'stack', {value: undefined})
    expect(toCrash('some-rule', error).reason).toBe('broken')
  })
})
