import type {Blockquote, Paragraph, Root} from 'mdast'
import {describe, expect, it} from 'vitest'
import {LimitFault} from '../src/document/parse/fault.ts'
import {maxDepth, refuseDeepText, refuseDeepTree, tooDeep} from '../src/document/parse/limits.ts'

/** Where it is refused; nothing where it is not. */
function refusedAt(run: () => void): number | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(LimitFault)
    expect(error).toMatchObject({ruleId: 'article-too-deep', data: {most: 100}})
    return (error as LimitFault).offset
  }
}

describe('a line with more marks than an article may be deep', () => {
  it.each([
    ['quotes', '>'.repeat(101), 0],
    ['quotes with blanks', '> '.repeat(101), 0],
    ['quotes with tabs', '>\t'.repeat(101), 0],
    ['quotes in a second line', `Text.\n${'>'.repeat(101)}`, 6],
    ['quotes in a line after another with many', `${'>'.repeat(100)} a\n${'>'.repeat(101)}`, 103],
    ['bullets', `${'- '.repeat(101)}a`, 0],
    ['pluses', `${'+ '.repeat(101)}a`, 0],
    ['stars', `${'* '.repeat(101)}a`, 0],
    ['numbers', `${'1. '.repeat(101)}a`, 0],
    ['long numbers', `${'123456789) '.repeat(101)}a`, 0],
    ['items in quotes', `${'> - '.repeat(51)}a`, 0],
    ['quotes around a line across the page', `${'> '.repeat(101)}---`, 0],
    ['pluses, of which no line across the page is made', '+ '.repeat(101), 0],
    ['dashes with words after them', `${'- '.repeat(101)}a`, 0],
    ['dashes before one that is none', `${'- '.repeat(100)}1. - `, 0]
  ])('is refused where it starts: %s', (_, text, at) => {
    expect(refusedAt(() => refuseDeepText(text))).toBe(at)
  })

  it.each([
    ['100 quotes', '>'.repeat(100)],
    ['100 bullets', `${'- '.repeat(100)}a`],
    ['a line across the page', '-'.repeat(200)],
    ['a line across the page with blanks', '- '.repeat(200)],
    ['a line across the page that ends in a carriage return', `${'* '.repeat(200)}\r\nText.`],
    ['a line across the page before text', `${'* '.repeat(200)}\nText.`],
    ['a line across the page in a quote', `> ${'* '.repeat(200)}\n`],
    ['a line across the page in a quote, at the end', `> ${'- '.repeat(120)}`],
    ['an indented line across the page', `   ${'* '.repeat(200)}\n`],
    ['dashes with nothing between them', `${'-'.repeat(200)}a`],
    ['blanks', `${' '.repeat(300)}a`],
    ['digits', '1234567890'.repeat(20)],
    ['numbers too long for items', `${'1234567890. '.repeat(101)}a`],
    ['marks behind words', `a ${'> '.repeat(200)}`],
    ['many lines of few', '> > a\n'.repeat(200)]
  ])('is not %s', (_, text) => {
    expect(refusedAt(() => refuseDeepText(text))).toBeUndefined()
  })
})

describe('a tree', () => {
  function nested(depth: number): Root {
    let inner: Paragraph | Blockquote = {
      type: 'paragraph',
      children: [{type: 'text', value: 'x'}],
      position: {start: {line: 1, column: 1, offset: 7}, end: {line: 1, column: 2, offset: 8}}
    }
    for (let level = 1; level < depth; level++) inner = {type: 'blockquote', children: [inner]}
    return {type: 'root', children: [{type: 'thematicBreak'}, inner]}
  }

  it('is refused past the depth that is allowed, where that begins', () => {
    expect(refusedAt(() => refuseDeepTree(nested(maxDepth)))).toBeUndefined()
    expect(refusedAt(() => refuseDeepTree(nested(maxDepth + 1)))).toBe(7)
    expect(refusedAt(() => refuseDeepTree(nested(maxDepth + 2)))).toBe(0)
  })

  it('is refused at the start where nobody knows better', () => {
    expect(tooDeep().offset).toBe(0)
    expect(tooDeep(3).offset).toBe(3)
  })
})
