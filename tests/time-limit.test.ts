import {describe, expect, it} from 'vitest'
import {LimitFault} from '../src/document/parse/fault.ts'
import {createTimeLimit} from '../src/engine/time-limit.ts'

const endless = (): never => {
  for (;;);
}

function faultOf(run: () => unknown): LimitFault {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(LimitFault)
    return error as LimitFault
  }
  return expect.fail('expected a LimitFault')
}

describe('fault 27: a limit of time', () => {
  it('gives what the function gives, and throws what it throws', () => {
    const within = createTimeLimit(0, 60)
    expect(within(() => 'value')).toBe('value')
    expect(within(() => undefined)).toBeUndefined()
    const error = new Error('own')
    expect(() => within(() => expect.fail('own'))).toThrow('own')
    expect(() =>
      within(() => {
        throw error
      })
    ).toThrow(error)
    // One that looks like ours, of a script the function runs itself.
    const other = Object.assign(new Error('other'), {code: 'ERR_SCRIPT_EXECUTION_TIMEOUT'})
    expect(() =>
      within(() => {
        throw other
      })
    ).toThrow(other)
    expect(within(() => 2)).toBe(2)
  })

  it('breaks off what takes longer, and names what was running', () => {
    const within = createTimeLimit(0, 0.2)
    const fault = faultOf(() => within(endless, () => 'some-rule'))
    expect(fault).toMatchObject({
      ruleId: 'article-timed-out',
      data: {seconds: 1, running: 'some-rule'},
      offset: 0
    })
    // The time of the article is over: little is left for more of it.
    const times = [1, 2, 3].map(() => {
      const start = performance.now()
      expect(faultOf(() => within(endless)).data).toEqual({seconds: 1})
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(900)
    expect(faultOf(() => within(endless, () => undefined)).data).toEqual({seconds: 1})
  })

  it('is for each MB of the text, and for what is less than one', () => {
    const start = performance.now()
    const fault = faultOf(() => createTimeLimit(1024 * 1024, 0.75)(endless))
    expect(fault.data).toEqual({seconds: 2})
    expect(performance.now() - start).toBeGreaterThan(1900)
  })

  it('keeps nothing of what it ran', () => {
    createTimeLimit(0, 60)(() => 'value')
    const slot = Symbol.for('articlelint: within the time limit')
    expect((globalThis as {[key: symbol]: unknown})[slot]).toBeUndefined()
  })
})
