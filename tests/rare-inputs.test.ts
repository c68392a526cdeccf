import {describe, expect, it} from 'vitest'
import {toSteps} from '../src/config/glob-steps.ts'
import {toNode, toPlain} from '../src/config/node.ts'
import {parseConfig, parseKey} from '../src/config/yaml.ts'
import {createDocument} from '../src/document/index.ts'
import {refuseDeepText} from '../src/document/limits.ts'
import {loadParser} from '../src/engine/parsers.ts'
import {toCrash, wordsOf} from '../src/lint/crash.ts'
import {lintDocument} from '../src/lint/index.ts'
import type {Message} from '../src/lint/message.ts'
import {renderArticle} from '../src/lint/rendering.ts'
import {html} from '../src/reporters/html/index.ts'

describe('a config', () => {
  it.each([
    ['{"a": "x\\"//y", /* one\n two */ "b": 1} // end', {a: 'x"//y', b: 1}],
    ['{"a": "x/y", "b": null}\n// end', {a: 'x/y', b: null}],
    ['{} /* never closed', {}]
  ])('may have comments in JSON: %s', (text, value) => {
    expect(toPlain(parseConfig(text, true))).toEqual(value)
  })

  it.each([
    ['a: *b', 3],
    ['? [a]\n: b', 2],
    ['? \n: b', 2],
    ['a: &b 1\nc: *b', 11]
  ])('refuses what is no plain name or value: %s', (text, at) => {
    let fault: unknown
    try {
      parseConfig(text, false)
    } catch (error) {
      fault = error
    }
    expect(fault).toMatchObject({name: 'Fault', at})
  })

  it('in front matter is one key of it, whatever the others are', () => {
    expect(parseKey('title: A\narticlelint:\n', 'articlelint')).toEqual({
      at: expect.any(Number),
      value: null
    })
    expect(parseKey('title: [A\n', 'articlelint')).toBeUndefined()
    expect(parseKey('- articlelint\n', 'articlelint')).toBeUndefined()
    expect(parseKey(`a: ${'['.repeat(300)}`, 'articlelint')).toBeUndefined()
    expect(() => parseKey('articlelint: {}\narticlelint: {}\n', 'articlelint')).toThrow('second')
    expect(() => parseKey('articlelint: {a: [1\n', 'articlelint')).toThrow('Unreadable YAML')
    expect(parseKey('? articlelint\n', 'articlelint')?.value).toBeNull()
  })

  it('of code holds only what JSON has a word for', () => {
    expect(toPlain(toNode({a: [1, null, true], b: undefined}))).toEqual({a: [1, null, true]})
    for (const [value, name] of [
      [() => {}, 'function'],
      [new Date(0), 'Date'],
      [Object.create(Object.create({constructor: undefined})), 'object'],
      [1n, 'bigint']
    ] as const)
      expect(() => toNode({a: value})).toThrow(`Unexpected ${name}`)
    let deep: unknown = 1
    for (let depth = 0; depth < 70; depth++) deep = [deep]
    expect(() => toNode(deep)).toThrow('64 levels')
  })
})

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

describe('marks at the start of a line', () => {
  it.each([
    ['quotes', '> '.repeat(120)],
    ['items', `${'- '.repeat(120)}x`],
    ['numbers', `${'1. '.repeat(120)}x`],
    ['quotes before a line across the page', `${'> '.repeat(120)}* * *`]
  ])('are refused where they go too deep: %s', (_name, text) => {
    expect(() => refuseDeepText(`# A\n\n${text}\n`)).toThrow('100')
  })

  it.each([
    ['a line across the page', '* '.repeat(120)],
    ['one in a quote', `> ${'- '.repeat(120)}`],
    ['stars', '*'.repeat(400)],
    ['digits', '1'.repeat(400)]
  ])('are counted only where they nest: %s', (_name, text) => {
    for (const end of ['', '\n', '\r\n']) expect(() => refuseDeepText(`A\n\n${text}${end}`)).not.toThrow()
  })
})

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

describe('the page of an article', () => {
  async function page(text: string, file: string, messages: readonly Message[] = []): Promise<string> {
    const document = createDocument(text, file, {parser: await loadParser('remark', file)})
    const rendering = renderArticle(document, 0)
    const {messages: found} = lintDocument(document, {rules: []}, 0)
    return html([{path: file, text, messages: [...found, ...messages], rendering} as never], {} as never)
  }
  const message = (text: string, words: string): Message => {
    const start = text.indexOf(words)
    return {
      ruleId: 'some-rule',
      messageId: 'some',
      severity: 'warn',
      reason: 'Unexpected words',
      url: 'https://example.org/',
      fingerprint: '0123456789abcdef',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      start,
      end: start + words.length
    }
  }

  it('shows elements of MDX, with their name where they have one', async () => {
    const text =
      '<Note>\n  # Oven\n\n  Warm.\n</Note>\n\n<>\n  Bread.\n</>\n\n<Empty />\n\n{1 + 1}\n\nA <Hint>hot</Hint> one.\n'
    const shown = await page(text, 'a.mdx', [message(text, 'Warm')])
    expect(shown).toContain('<p class="label">Note</p>')
    expect(shown).toContain('<p class="label">element</p>')
    expect(shown).toMatch(/<pre class="source">.*&lt;Empty \/&gt;/s)
    expect(shown).toMatch(/<a class="mark"[^>]*>Warm<\/a>/)
  })

  it('shows tasks, tables, notes, images and links without address', async () => {
    const text =
      '- [x] baked\n- [ ] sold\n\n3. three\n\n| a | b |\n|:-:|---|\n| 1 | 2 |\n\nSee[^n] ![](a/b.png?x#y) ![c][img] [d](javascript:x) [e][ref] ~~f~~ [g]().\n\n[^n]: Note.\n\n[img]: i.png\n[ref]: https://r.example/\n\n---\n\n+++\n'
    const shown = await page(text, 'a.md', [message(text, '---')])
    expect(shown).toContain('aria-label="done"')
    expect(shown).toContain('aria-label="to do"')
    expect(shown).toContain('<ol start="3">')
    expect(shown).toMatch(/<th class="center">/)
    expect(shown).toContain('no description')
    expect(shown).toContain('b.png')
    expect(shown).toContain('i.png')
    expect(shown).toContain('<span class="target">javascript:x</span>')
    expect(shown).toContain('href="https://r.example/"')
    expect(shown).toContain('no address')
    expect(shown).toContain('<p class="label">Note n</p>')
    expect(shown).toContain('<hr>')
  })

  it('shows the cells of a table of HTML, also where tags are missing', async () => {
    const text = '<table>stray<tr><td>one</td><td>two</td></tr><td>three</td></table>\n'
    const shown = await page(`# A\n\n${text}`, 'a.html')
    for (const words of ['one', 'two', 'three']) expect(shown).toContain(words)
  })
})
