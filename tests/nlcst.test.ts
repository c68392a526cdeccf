import type {Nodes} from 'nlcst'
import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import {createNlcst, readNlcst} from '../src/document/prose/nlcst.ts'

/** Words of a tree with the source at their places. */
function wordsOf(source: string): [string, string][] {
  const document = createDocument(source)
  const words: [string, string][] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'WordNode') {
      const text = node.children.map((child) => ('value' in child ? child.value : '')).join('')
      words.push([text, document.text.slice(node.position?.start.offset, node.position?.end.offset)])
    } else if ('children' in node) for (const child of node.children) walk(child)
  }
  const toNlcst = createNlcst(document)
  for (const paragraph of document.paragraphs) walk(toNlcst(paragraph))
  return words
}

describe('nlcst', () => {
  it('is placed in the source', () => {
    const words = wordsOf('> Salt &amp; pepper\n> and \\*rye\\* bread\n\n- One item\n  goes *on* here\n')
    expect(words.map(([text]) => text)).toEqual([
      'Salt',
      'pepper',
      'and',
      'rye',
      'bread',
      'One',
      'item',
      'goes',
      'on',
      'here'
    ])
    for (const [text, source] of words) expect(source).toBe(text)
  })

  it('gives lines and columns', () => {
    const document = createDocument('# Bread\r\n\r\nRye &lt; wheat.\r\n')
    const [paragraph] = document.paragraphs
    const tree = paragraph && createNlcst(document)(paragraph)
    const first = tree?.children[0]
    expect(first?.position).toMatchObject({
      start: {line: 3, column: 1, offset: 11},
      end: {line: 3, column: 16, offset: 26}
    })
  })

  it('falls back to Latin rules in other languages', () => {
    expect(wordsOf('---\nlang: de\n---\n\nDas Brot ist z. B. dunkel.\n').map(([text]) => text)).toContain(
      'dunkel'
    )
  })

  it('keeps code and addresses apart from words', () => {
    const source =
      'Run `npm start`, see https://example.org/a_b, <https://b.org> and [b.org](https://b.org/) or me@b.org.\n'
    const document = createDocument(source)
    const sources: string[] = []
    const walk = (node: Nodes): void => {
      if (node.type === 'SourceNode') {
        sources.push(node.value)
        expect(source.slice(node.position?.start.offset, node.position?.end.offset)).toBe(node.value)
      } else if ('children' in node) for (const child of node.children) walk(child)
    }
    walk(readNlcst(document))
    expect(sources.slice(0, 3)).toEqual(['npm start', 'https://example.org/a_b', 'https://b.org'])
    expect(sources).not.toContain('b.org')
    expect(wordsOf(source).map(([text]) => text)).toEqual(expect.arrayContaining(['Run', 'see', 'b.org']))
  })

  it('is one tree of headings and prose, in the order of the text', () => {
    const tree = readNlcst(
      createDocument(
        '---\ntitle: No\n---\n\n# Bread\n\nIt is *good*.\n\n| no |\n| - |\n| no |\n\n    no\n\n- An item\n\n> A quote\n'
      )
    )
    const texts = tree.children.map((child) => (child.type === 'ParagraphNode' ? textOf(child) : child.type))
    expect(texts).toEqual([
      'Bread',
      'WhiteSpaceNode',
      'It is good.',
      'WhiteSpaceNode',
      'An item',
      'WhiteSpaceNode',
      'A quote'
    ])
    expect(readNlcst(createDocument('')).children).toEqual([])
  })
})

function textOf(node: Nodes): string {
  return 'children' in node ? node.children.map(textOf).join('') : node.value
}
