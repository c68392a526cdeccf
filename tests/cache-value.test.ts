import {describe, expect, it} from 'vitest'
import {type CachedValue, fits, readValue} from '../src/engine/cache/cache-value.ts'
import type {Ruleset} from '../src/lint/document.ts'
import type {Message} from '../src/lint/message.ts'
import {defineRule} from '../src/rule/index.ts'

const place = {line: 1, column: 1, endLine: 1, endColumn: 2, start: 0, end: 1}
const message: Message = {
  ...place,
  ruleId: 'a',
  messageId: 'm',
  severity: 'warn',
  reason: 'Unexpected x',
  url: 'https://example.org/',
  fingerprint: '0'
}
const whole: Record<string, unknown> = {
  messages: [message],
  facts: {a: 1},
  directives: [
    {...place, kind: 'disable', name: 'disable', rules: [], ranges: {name: [0, 1], rules: []}, used: ['a']}
  ],
  hasSource: true,
  ruleset: {rules: [['a', 'warn', {}]]},
  claims: {sentences: []},
  rendering: {html: ''}
}
const read = (value: unknown) => readValue(JSON.stringify(value))

describe('a value of the cache', () => {
  it('is read as it is, with or without what it may lack', () => {
    expect(read(whole)).toEqual(whole)
    for (const key of ['ruleset', 'claims', 'rendering']) {
      const {[key]: _, ...rest} = whole
      expect(read(rest)).toEqual(rest)
    }
    expect(read({...whole, hasSource: false, messages: [], directives: [], facts: {}})).toBeDefined()
  })

  it.each(['messages', 'facts', 'directives', 'hasSource'])('is none without its %s', (key) => {
    const {[key]: _, ...rest} = whole
    expect(read(rest)).toBeUndefined()
  })

  it.each([
    ['messages', {}],
    ['messages', [{...message, severity: 'loud'}]],
    ['messages', [{...message, start: -1}]],
    ['messages', [{...message, more: 1}]],
    ['facts', []],
    ['facts', null],
    ['directives', [{}]],
    ['directives', 'x'],
    ['hasSource', 1],
    ['hasSource', 'true'],
    ['hasSource', null],
    ['ruleset', {rules: ['a']}],
    ['ruleset', null],
    ['claims', 'x'],
    ['claims', []],
    ['rendering', 1],
    ['rendering', null],
    ['more', 1]
  ])('is none with other %s: %j', (key, value) => {
    expect(read({...whole, [key]: value})).toBeUndefined()
  })

  it.each(['', '{', 'null', '[]', '1', '"x"', '{"messages": []'])('is none in %j', (json) => {
    expect(readValue(json)).toBeUndefined()
  })
})

describe('a value', () => {
  const base = {
    summary: 'Flag it.',
    category: 'structure',
    recommended: 'warn',
    options: {},
    messages: {}
  } as const
  const check = (): void => {}
  const rules = [
    defineRule({...base, id: 'a', check, collect: () => 1, compare: () => {}} as never),
    defineRule({...base, id: 'b', check})
  ]
  const ruleset = {
    rules: rules.map((rule) => ({rule, severity: 'warn', options: {}})),
    known: undefined
  } as unknown as Ruleset
  const value = (facts: object, ruleIds: readonly string[]) =>
    ({
      facts,
      messages: ruleIds.map((ruleId) => ({...message, ruleId})),
      directives: [],
      hasSource: false
    }) as CachedValue

  it.each([
    [{}, [], true],
    [{a: 1}, ['a', 'b'], true],
    [{}, ['b'], true],
    [{b: 1}, ['b'], false],
    [{a: 1, c: 1}, [], false],
    [{a: 1}, ['a', 'c'], false],
    [{c: 1}, ['a'], false]
  ])('with facts %j and messages of %j fits rules that are on: %s', (facts, ids, does) => {
    expect(fits(value(facts, ids), ruleset)).toBe(does)
  })
})
