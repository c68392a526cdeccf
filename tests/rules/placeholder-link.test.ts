import {describe, expect, it} from 'vitest'
import rule from '../../rules/placeholder-link/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const messages = lintRule(rule, text, given)
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

describe('placeholder-link', () => {
  it.each([
    '[x](#)',
    '[x]()',
    '[x](url)',
    '[x](TODO)',
    '[x](link)',
    '[x](link-here)',
    '[x](https://)',
    '[x](https://...)',
    '[x](<insert link here>)',
    '[x](your-url)',
    '[x](your-page.html)',
    '[x](insert-link)',
    '[x](<insert link.md here>)',
    '[x](<[link]>)',
    '[x](???)',
    '[x](…)',
    '[x](https://www.yourwebsite.com/template)',
    '[x](http://your-site.org)',
    '[x](https://example.com/your-affiliate-link)'
  ])('reports %s whole', (link) => {
    expect(lint(`---\nlang: de\n---\n\nGebaut ${link} 1890.\n`)).toEqual([['link', link]])
  })

  it.each([
    '[citation needed]',
    '[Source?]',
    '[TODO: add link]',
    '[source needed]',
    '[link here]',
    '[insert link]',
    '[add a source]',
    '[needs citation]'
  ])('reports %s', (note) => {
    expect(lint(`Built in 1890 ${note}, sold *twice*.\n`)).toEqual([['note', note]])
  })

  it('looks into headings and lists', () => {
    expect(lint('# Mill [x](#)\n\n- Sold [source?]\n')).toEqual([
      ['link', '[x](#)'],
      ['note', '[source?]']
    ])
  })

  it.each([
    [
      'links',
      '[a](https://a.org) [b](/b) [c](b.md) [d](#part) [e](mailto:a@b.org) [f](links) [g](source.md) [h](https://example.com/url)'
    ],
    [
      'pages whose names tell what to do',
      '[a](add-yourself.md) [b](replace-the-lamp.html#oil) [c](insert-coins.MDX?a=b) [d](Enter-the-tower.pdf)'
    ],
    [
      'the address that a reader will have',
      '[yoursite.com](https://yoursite.com/) [your site](https://yoursite.com/admin) [x](https://yourkshire.com) [x](https://example.com/yours)'
    ],
    ['the way to the top', '[Back to top](#) [↑](#)'],
    ['code', '`[x](#)` and `[citation needed]`'],
    ['a link whose text is a note', '[citation needed](https://xkcd.com/285/)'],
    ['other brackets', 'He said [sic] that [the] todo list and link [1] were there.'],
    ['an escape that is none', '[x](https://a.org/100%)'],
    ['images', '![x](#)']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(`${text}\n`)).toEqual([])
  })
})
