import {describe, expect, it} from 'vitest'
import rule from '../../rules/missing-date/rule.ts'
import {lintText} from '../../src/lint/index.ts'
import {readOptions} from '../../src/rule/options.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  return lintRule(rule, text, given).map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const claims = `Parcelo serves millions of shoppers every week. The company operates three depots near Utrecht.

Parcelo employs 4,200 people in twelve countries. It is the largest carrier in the Netherlands, and moved there in 1998.
`
const title = 'How Parcelo Sorts Its Parcels'
const undated = [['undated', title]]

describe('missing-date', () => {
  it.each([
    ['an author in the front matter', `---\ntitle: ${title}\nauthor: Ann Lee\n---\n\n${claims}`],
    ['authors that are keys', `---\ntitle: ${title}\nauthors: [ann-lee]\n---\n\n${claims}`],
    ['a byline', `# ${title}\n\nBy Ann Lee\n\n${claims}`],
    ['an author box', `# ${title}\n\n${claims}\nWritten by Ann Lee\n`],
    ['a page with its debris', `News\n\n${title}\n\nBy Ann Lee 42 Views\nhow parcelo sorts\n\n${claims}`]
  ])('reports an article with %s', (_name, text) => {
    expect(lint(text)).toEqual(undated)
  })

  const written = `# ${title}\n\nBy Ann Lee\n\n`

  it.each([
    ['the front matter', `---\ntitle: ${title}\nauthor: Ann Lee\npubDate: 2024-05-01\n---\n\n${claims}`],
    [
      'the front matter, nested',
      `---\ntitle: ${title}\nauthor: Ann Lee\ndate:\n  created: 2024-05-01\n---\n\n${claims}`
    ],
    ['the title', `# ${title} in 2024\n\nBy Ann Lee\n\n${claims}`],
    ['the byline', `# ${title}\n\nBy Ann Lee, May 3, 2024\n\n${claims}`],
    ['a line at the top', `${written}May 2024\n\n${claims}`],
    ['a line at the end', `${written}${claims}\nUtrecht, 3 May 2024\n`],
    ['a dateline', `${written}UTRECHT, May 3, 2024 – ${claims}`],
    [
      'a note in the text',
      `${written}${claims}\nThis page was last updated on May 3, 2024, by the desk of the paper, which keeps it.\n\n${claims.repeat(2)}`
    ],
    ['an import at the top', `[#]: date: "2024"\n\n${written}${claims}`],
    ['a time element', `${written}${claims}\nSeen <time datetime="today">today</time>.\n`]
  ])('takes a date in %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('takes a date in the name of the file', () => {
    const {options} = readOptions(rule.options, undefined)
    const findings = (path: string): number =>
      lintText(`${written}${claims}`, {path, ruleset: {rules: [{rule, severity: 'warn', options}]}}).messages
        .length
    expect(findings('posts/2024-05-01-parcelo.md')).toBe(0)
    expect(findings('posts/2024/parcelo.md')).toBe(0)
    expect(findings('posts/parcelo.md')).toBe(1)
    expect(findings('posts/parcelo-19990.md')).toBe(1)
  })

  it('does not take years of the story, nor of links and other numbers', () => {
    const long = `${written}${claims}\n${claims}\nThe mill was sold for $2014 in 1926.\n\n[1]: https://a.org/2014/05/mill\n`
    expect(lint(long)).toEqual(undated)
  })

  it('leaves alone what names no writer, or states little', () => {
    expect(lint(`# ${title}\n\n${claims}`)).toEqual([])
    expect(lint(`${written}The plot behind our house was full of nettles.\n`)).toEqual([])
    expect(lint(`${written}${claims}`, {minClaims: 20})).toEqual([])
    expect(lint(`${written}${claims}`, {minConfidence: 1})).toEqual([])
  })
})
