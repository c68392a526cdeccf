import type {Nodes} from 'nlcst'
import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import {createNlcst} from '../src/document/nlcst.ts'

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
})
