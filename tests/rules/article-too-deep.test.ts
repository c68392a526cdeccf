import {describe, expect, it} from 'vitest'
import {recommended} from '../../src/config/builtin.ts'
import {createDocument} from '../../src/document/index.ts'
import {LimitFault} from '../../src/document/parse/fault.ts'
import {lintFiles} from '../../src/engine/index.ts'
import {lintText} from '../../src/lint/index.ts'
import {makeFolder} from '../setup/folder.ts'

const head = '# The bridge\n\n'
const deep = `${head}${'>'.repeat(101)} The railing.\n`

describe('fault 48: an article that is nested too deep', () => {
  const list = Array.from({length: 60}, (_, index) => `${'  '.repeat(index)}* a\n`).join('')
  it.each([
    ['quotes', deep, '>'.repeat(80)],
    ['a byte order mark before them', `\uFEFF${deep}`, '>'.repeat(80)],
    ['lists on one line', `${head}${'- '.repeat(101)}a\n`, '- '.repeat(40)],
    ['lists, each in an item of the other', `${head}${list}`, 'a'],
    ['emphasis', `${head}${'*a **a '.repeat(60)}b${' a** a*'.repeat(60)}\n`, undefined]
  ])('%s', (_, text, marks) => {
    const {messages} = lintText(text, {ruleset: recommended})
    expect(messages).toMatchObject([
      {ruleId: 'article-too-deep', messageId: 'deep', line: expect.any(Number)}
    ])
    const [{start, end} = {start: 0, end: 0}] = messages
    if (marks !== undefined) expect(text.slice(start, end)).toBe(marks)
  })

  it.each([
    ['100 levels', `${head}${'>'.repeat(98)} The railing.\n`],
    ['a line across the page', `${head}${'- '.repeat(120)}\n\n${'* '.repeat(120)}`],
    ['a line of them in words', `${head}Look: ${'>'.repeat(120)}\n`],
    ['numbers in columns', `${head}${'1 '.repeat(120)}\n`]
  ])('but not %s', (_, text) => {
    const {messages} = lintText(text, {ruleset: recommended})
    expect(messages.filter(({ruleId}) => ruleId === 'article-too-deep')).toEqual([])
  })

  it.each([
    ['a.html', `<h1>The bridge</h1>${'<div>'.repeat(20_000)}a`],
    ['a.mdx', `${head}${'<A>'.repeat(200)}${'</A>'.repeat(200)}\n`]
  ])('in %s', async (name, text) => {
    const cwd = makeFolder({[name]: text})
    const {files} = await lintFiles([name], {cwd})
    expect(files[0]?.messages).toMatchObject([{ruleId: 'article-too-deep'}])
  })

  it('throws where no rule speaks of it', () => {
    expect(() => createDocument(deep)).toThrow(LimitFault)
    expect(() => lintText(deep, {ruleset: {rules: []}})).toThrow(LimitFault)
  })
})
