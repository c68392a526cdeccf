import type {Nodes} from 'mdast'
import {describe, expect, it} from 'vitest'
import {markdown} from '../src/document/parse/parse.ts'

const {parse} = markdown

/** Targets of the links, with the source at their places. */
function links(source: string): [string, string][] {
  const found: [string, string][] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'link') {
      const {start, end} = node.position ?? {}
      found.push([node.url, source.slice(start?.offset, end?.offset)])
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(parse(source))
  return found
}

describe('bare URLs', () => {
  it.each([
    ['at the end', 'See https://a.example/x.', 'https://a.example/x', 'https://a.example/x'],
    [
      'in brackets',
      'Rye (see https://a.example/x_(y)) is old.',
      'https://a.example/x_(y)',
      'https://a.example/x_(y)'
    ],
    ['without a scheme', 'At www.a.example, they bake.', 'http://www.a.example', 'www.a.example'],
    ['after an escape', '\\*Note\\* https://a.example/x', 'https://a.example/x', 'https://a.example/x'],
    [
      'with a reference',
      'R&amp;D: https://a.example/?a=1&amp;b=2 ok',
      'https://a.example/?a=1&b=2',
      'https://a.example/?a=1&amp;b=2'
    ],
    [
      'in a quote that is wrapped',
      '> one\n> two http://a.example/y\n> three',
      'http://a.example/y',
      'http://a.example/y'
    ],
    ['in emphasis', 'It is *https://a.example* there', 'https://a.example', 'https://a.example']
  ])('%s', (_name, source, url, spelled) => {
    expect(links(source)).toEqual([[url, spelled]])
  })

  it.each([
    'a `https://a.example` b',
    'xhttps://a.example',
    'https://',
    'www.',
    'ftp://a.example',
    '```\nhttps://a.example\n```'
  ])('none in %j', (source) => {
    expect(links(source)).toEqual([])
  })

  it('are not found inside links', () => {
    expect(links('[https://a.example](https://b.example) <https://c.example>').map(([url]) => url)).toEqual([
      'https://b.example',
      'https://c.example'
    ])
  })

  it('have lines and columns', () => {
    const paragraph = parse('one\ntwo https://a.example three').children[0]
    const link = paragraph && 'children' in paragraph ? paragraph.children[1] : undefined
    expect(link?.position).toEqual({
      start: {line: 2, column: 5, offset: 8},
      end: {line: 2, column: 22, offset: 25}
    })
  })
})
