import {describe, expect, it} from 'vitest'
import rule from '../../rules/literal-markup/rule.ts'
import {html} from '../../src/document/html/html.ts'
import {applyEdits} from '../../src/lint/fix.ts'
import {lintText} from '../../src/lint/index.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (text: string): [id: string, at: string][] =>
  lintRule(rule, text).map(({messageId, start, end}) => [messageId, text.slice(start, end)])
const fix = (text: string): string | undefined => {
  const [message] = lintRule(rule, text)
  const edits = message?.fix ?? message?.suggestions?.[0]?.edits
  return edits && applyEdits(text, [edits]).text
}

describe('literal-markup', () => {
  it.each([
    ['behind', 'Ask the **guard **of it.', 'Ask the **guard** of it.'],
    ['behind, before a mark', 'Ask the **guard **, please.', 'Ask the **guard**, please.'],
    ['behind, at the end', '**What is it? **', '**What is it?**'],
    ['behind, before a blank', '**Guard: ** Anna.', '**Guard:** Anna.'],
    ['that does not break', '**Guard:\u00A0**Anna.', '**Guard:**\u00A0Anna.'],
    ['before', 'Ask the ** guard** of it.', 'Ask the **guard** of it.'],
    ['at both sides', '** The guard ** Ask him.', '**The guard** Ask him.'],
    [
      'around a link',
      '**[The guard](https://a.example) **is here.',
      '**[The guard](https://a.example)** is here.'
    ],
    ['in a quote without its blank', '>**Guard: **Anna.', '>**Guard:** Anna.']
  ])('moves a blank out: %s', (_name, text, fixed) => {
    expect(fix(text)).toBe(fixed)
    expect(lint(fixed)).toEqual([])
  })

  it('leaves what it can not see through to the writer', () => {
    expect(lintRule(rule, '**Guard:&nbsp;**Anna.').map(({messageId, fix}) => [messageId, fix])).toEqual([
      ['loose', undefined]
    ])
  })

  it.each([
    ['apart', 'See [the list] (https://a.example/b).', 'See [the list](https://a.example/b).'],
    [
      'unclosed',
      'See [the list](https://a.example/b, or ask.',
      'See [the list](https://a.example/b), or ask.'
    ],
    ['unclosed', 'See [the list](https://a.example/b_(c)', 'See [the list](https://a.example/b_(c))']
  ])('suggests what a link lacks: %s', (id, text, fixed) => {
    expect(lint(text).map(([found]) => found)).toEqual([id])
    expect(fix(text)).toBe(fixed)
    expect(lint(fixed)).toEqual([])
  })

  it('reports asterisks in an article in HTML', () => {
    const text = '<h1>The gate</h1><p>The guard has the **only key** of it.</p>'
    const ruleset = {rules: [{rule, severity: 'warn' as const, options: {}}]}
    expect(lintText(text, {ruleset, parser: html}).messages.map(({messageId}) => messageId)).toEqual(['dead'])
  })

  it('reports references of several lines', () => {
    const text = 'See [the\nlist of boats][1] and [the list of guards][2].'
    expect(lint(text)).toEqual([
      ['undefined', '[the\nlist of boats][1]'],
      ['undefined', '[the list of guards][2]']
    ])
  })

  it.each([
    ['powers', 'It is x ** y ** z, or 2 ** the power of it ** 3.'],
    ['notes', 'The ticket** is six, with a child** seven.'],
    ['code', 'It calls (**args) with `**a **b` and **args.'],
    ['code that lost its mark', 'Say def f(*a, **rest): g(**rest) of it.'],
    ['one mark', 'The **guard is here.'],
    ['no words', 'It is ** 3** of it.'],
    ['a mark between words', 'The file a**b **c is.'],
    ['emphasis that crosses', 'The _**guard_ is **here.'],
    ['more asterisks', 'What the **** is ***this** here.'],
    ['escaped marks of notes', 'Anna Berg\\*\\*, Ola Lind and Eva Holm\\*\\*'],
    ['escaped words that open a sentence', '\\*\\*Guards\\*\\* are here.'],
    ['a quote', '> \\*\\*Guards:\\*\\* are here.'],
    ['a remark in brackets', 'The guard said so [sic] (https://a.example/b).'],
    ['numbers in brackets', 'The guard said so [12] (https://a.example/b).'],
    ['escaped brackets', 'See \\[the list\\] (https://a.example/b).'],
    ['a link in code', 'See `[the list] (https://a.example/b)`.'],
    ['a title with quotation marks', 'See [the list](https://a.example/b "of "all" of them").'],
    ['a blank in an address', 'See [the list](https://a.example/b c.pdf).'],
    ['an address with a tag', 'See [the list](https://a.example/{{ page }}/b).'],
    ['an address that goes on', 'See [the list] (https://a.example/b'],
    ['brackets in the text', `See ]the list](https://a.example/b`],
    ['one reference', 'See [the list of boats][1] first.'],
    ['arrays', 'It is [a][b], rows [i][1] and [1][2], or [a b][i] in x[a b][i].'],
    [
      'a known reference',
      '{% include links.md %}\n\nSee [the list of boats][1] and [the list of guards][2]. [The old list][]: it is kept. [The new list][]: it is read.'
    ],
    ['an article about Markdown', 'In Markdown **this **is not bold.'],
    ['an article about asterisks', 'Two asterisks make it bold, **this **does not.']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })
})
