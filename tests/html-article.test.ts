import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import {loadParser} from '../src/engine/parsers/parsers.ts'
import {lintDocument} from '../src/lint/index.ts'
import type {Message} from '../src/lint/message.ts'
import {renderArticle} from '../src/lint/rendering.ts'
import {html} from '../src/reporters/html/index.ts'

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
