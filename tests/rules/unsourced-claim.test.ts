import {describe, expect, it} from 'vitest'
import rule from '../../rules/unsourced-claim/rule.ts'
import {lintText} from '../../src/lint/index.ts'
import {readOptions} from '../../src/rule/options.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const messages = lintRule(rule, text, given)
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const article = `# How Brotfix Bakes Its Bread

Brotfix serves millions of shoppers every week. The company operates its own flour mills and relies on regional farmers for its grain.

However, Brotfix retains separate management for recipes and pricing. Studies show that Brotfix uses refrigerated depots near Leipzig.
`

const serves = 'Brotfix serves millions of shoppers every week.'
const operates = 'The company operates its own flour mills and relies on regional farmers for its grain.'
const retains = 'However, Brotfix retains separate management for recipes and pricing.'

describe('unsourced-claim', () => {
  it('reports each sentence without a source, but not that nobody is named', () => {
    expect(lint(article)).toEqual([
      ['unsourced', serves],
      ['unsourced', operates],
      ['unsourced', retains]
    ])
  })

  it('reports how sure it is, and asks for the number in place of a word of size', () => {
    const {options} = readOptions(rule.options, undefined)
    const {messages} = lintText(article, {ruleset: {rules: [{rule, severity: 'warn', options}]}})
    for (const {confidence} of messages) expect(confidence).toBeGreaterThanOrEqual(0.55)
    expect(messages.map(({note}) => note?.includes('`millions of shoppers`'))).toEqual([true, false, false])
  })

  it('reports more, and less sure, with a lower minConfidence', () => {
    const text = `${article}\nIts ovens are made of brick.\n\nIn Leipzig the bread is cut by hand.\n`
    expect(lint(text, {minConfidence: 0}).length).toBeGreaterThan(lint(text).length)
    expect(lint(text, {minConfidence: 1})).toEqual([])
  })

  it('reports only the kinds it is asked for', () => {
    expect(lint(article, {kinds: ['quantity']})).toEqual([['unsourced', serves]])
  })

  it('takes a source as far as it may stand', () => {
    const near = article.replace('every week. The', 'every week, [it says](https://a.org). The')
    const all = (options: Record<string, unknown>): string[] =>
      lint(near, {minConfidence: 0, ...options}).map(([, at]) => at)
    expect(all({evidence: 'paragraph'})).toContain(operates)
    expect(all({evidence: 'section'})).toEqual([])
    const carried = near
      .replace('The company operates', 'It operates')
      .replace('on regional', 'on the regional')
    expect(
      lint(carried, {minConfidence: 0, evidence: 'sentence'}).map(([, at]) => at.slice(0, 11))
    ).toContain('It operates')
    expect(lint(carried, {minConfidence: 0}).map(([, at]) => at.slice(0, 11))).not.toContain('It operates')
  })

  it('leaves other languages alone', () => {
    expect(lint(`---\nlang: de\n---\n\n${article}`)).toEqual([])
  })

  it('quotes long sentences in part, and never with marks', () => {
    const {options} = readOptions(rule.options, undefined)
    const text = article.replace('own flour mills', '*own* flour `mills`')
    const {messages} = lintText(text, {ruleset: {rules: [{rule, severity: 'warn', options}]}})
    const [, second] = messages
    expect(second?.reason).toMatch(/`The company operates its own flour mills[^`*]*…`/)
  })
})
