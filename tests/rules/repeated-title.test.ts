import {describe, expect, it} from 'vitest'
import rule from '../../rules/repeated-title/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

describe('repeated-title', () => {
  it.each(['\n', '\r\n', '\r'])('keeps a copy that parts two texts, whatever ends the lines (%j)', (end) => {
    const text = [
      '# Sharpening a scythe',
      'It takes an hour.',
      '# Sharpening a scythe',
      'It is whetted often.'
    ]
      .join('\n\n')
      .replaceAll('\n', end)
    const [copy, ...others] = lintRule(rule, text)
    expect(others).toEqual([])
    expect(copy).toMatchObject({ruleId: 'repeated-title', messageId: 'repeated'})
    expect(copy && text.slice(copy.start, copy.end)).toBe('# Sharpening a scythe')
    expect(copy?.fix).toBeUndefined()
  })
})
