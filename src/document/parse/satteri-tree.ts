import type {Nodes, Parents, Root} from 'mdast'
import type {Position} from 'unist'

/** The version of satteri whose trees this reads: the form may change with any other. */
export const wireVersion = '0.10.5'

/** Tables, footnotes, strikethrough, tasks and the rest of GFM, in satteri's bits. */
export const gfmOptions = (1 << 1) | (1 << 2) | (1 << 3) | (1 << 4) | (1 << 11)

/** Where the header has what, in words of 32 bits. */
const header = {
  magic: 0,
  kind: 1,
  nodeSize: 2,
  nodeCount: 3,
  nodes: 4,
  children: 6,
  data: 8,
  poolSize: 9,
  pool: 10
}
/** Where a node has what, in words. */
const field = {type: 1, start: 3, end: 4, startLine: 5, startColumn: 6, endLine: 7, endColumn: 8}
const [firstChild, childCount, dataAt] = [9, 10, 11] as const
const nodeWords = 13
/** `MDAR`, and the kind of a tree of Markdown. */
const [magic, mdast] = [0x5241444d, 1] as const

const references = ['shortcut', 'collapsed', 'full'] as const
const alignments = [null, 'left', 'right', 'center'] as const

/**
 * Reads the tree that satteri's native part hands over. The package's own reader serves many kinds of trees: it takes
 * three times as long.
 *
 * @param restore gives the characters of the source for those of the text that was parsed
 * @throws when it is no such tree
 */
export function readTree(wire: Uint8Array, restore?: (text: string) => string): Root {
  const bytes = wire.byteOffset % 4 === 0 ? wire : wire.slice()
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
  const word = (at: number): number => words[at] ?? 0
  if (word(header.magic) !== magic || word(header.kind) !== mdast || word(header.nodeSize) !== nodeWords * 4)
    throw new Error('Unexpected tree of satteri, expected that of another version')
  const strings = createStrings(
    bytes.subarray(word(header.pool), word(header.pool) + word(header.poolSize)),
    restore
  )
  const data = new DataView(bytes.buffer, bytes.byteOffset + word(header.data))
  const count = word(header.nodeCount)
  const nodesAt = word(header.nodes) >> 2
  const childrenAt = word(header.children) >> 2
  const nodes = new Array<Nodes>(count)
  for (let id = 0, at = nodesAt; id < count; id++, at += nodeWords) nodes[id] = readNode(at)
  for (let id = 0, at = nodesAt; id < count; id++, at += nodeWords) {
    const length = word(at + childCount)
    if (length === 0) continue
    // Of its length at once: an array that grows by the first child has room for seventeen.
    const children = new Array<Nodes>(length)
    const from = childrenAt + word(at + firstChild)
    for (let child = 0; child < length; child++) children[child] = nodes[word(from + child)] as Nodes
    ;(nodes[id] as Parents).children = children as never[]
  }
  return nodes[0] as Root

  /** The place of a node; those that stand for nothing in the source have none. */
  function readPosition(at: number): Position | undefined {
    const line = words[at + field.startLine] as number
    if (line === 0) return undefined
    return {
      start: {
        line,
        column: words[at + field.startColumn] as number,
        offset: words[at + field.start] as number
      },
      end: {
        line: words[at + field.endLine] as number,
        column: words[at + field.endColumn] as number,
        offset: words[at + field.end] as number
      }
    }
  }

  /** The string whose place and length, in bytes of the pool, stand in the data. */
  function string(at: number): string {
    const length = data.getUint32(at + 4, true)
    return length === 0 ? '' : strings(data.getUint32(at, true), length)
  }

  function readNode(at: number): Nodes {
    const position = readPosition(at) as Position
    const from = words[at + dataAt] as number
    switch ((words[at + field.type] as number) & 255) {
      case 10:
        return {type: 'text', value: string(from), position}
      case 0:
        return {type: 'root', children: [], position}
      case 1:
        return {type: 'paragraph', children: [], position}
      case 2:
        return {type: 'heading', depth: data.getUint8(from) as 1, children: [], position}
      case 3:
        return {type: 'thematicBreak', position}
      case 4:
        return {type: 'blockquote', children: [], position}
      case 5: {
        const ordered = data.getUint8(from + 4) !== 0
        const start = ordered ? data.getUint32(from, true) : null
        return {type: 'list', ordered, start, spread: data.getUint8(from + 5) !== 0, children: [], position}
      }
      case 6: {
        const box = data.getUint8(from)
        const checked = box === 2 ? null : box === 1
        return {type: 'listItem', spread: data.getUint8(from + 1) !== 0, checked, children: [], position}
      }
      case 7:
        return {type: 'html', value: string(from), position}
      case 8:
        return {
          type: 'code',
          lang: string(from) || null,
          meta: string(from + 8) || null,
          value: string(from + 16),
          position
        }
      case 9:
        return {
          type: 'definition',
          url: string(from),
          title: string(from + 8) || null,
          identifier: string(from + 16),
          label: string(from + 24),
          position
        }
      case 11:
        return {type: 'emphasis', children: [], position}
      case 12:
        return {type: 'strong', children: [], position}
      case 13:
        return {type: 'inlineCode', value: string(from), position}
      case 14:
        return {type: 'break', position}
      case 15:
        return {type: 'link', url: string(from), title: string(from + 8) || null, children: [], position}
      case 16:
        return {
          type: 'image',
          url: string(from),
          alt: string(from + 8),
          title: string(from + 16) || null,
          position
        }
      case 17:
        return {
          type: 'linkReference',
          identifier: string(from),
          label: string(from + 8),
          referenceType: references[data.getUint8(from + 16)] ?? 'shortcut',
          children: [],
          position
        }
      case 18:
        return {
          type: 'imageReference',
          identifier: string(from),
          label: string(from + 8),
          referenceType: references[data.getUint8(from + 16)] ?? 'shortcut',
          alt: string(from + 20),
          position
        }
      case 19:
        return {
          type: 'footnoteDefinition',
          identifier: string(from),
          label: string(from + 8),
          children: [],
          position
        }
      case 20:
        return {type: 'footnoteReference', identifier: string(from), label: string(from + 8), position}
      case 21:
        return {type: 'table', align: readAlignments(from), children: [], position}
      case 22:
        return {type: 'tableRow', children: [], position}
      case 23:
        return {type: 'tableCell', children: [], position}
      case 24:
        return {type: 'delete', children: [], position}
      default:
        throw new Error('Unexpected kind of node in a tree of satteri')
    }
  }

  function readAlignments(from: number): (typeof alignments)[number][] {
    const columns: (typeof alignments)[number][] = []
    const end = from + 4 + data.getUint32(from, true)
    for (let at = from + 4; at < end; at++) columns.push(alignments[data.getUint8(at)] ?? null)
    return columns
  }
}

const decoder = new TextDecoder('utf-8', {ignoreBOM: true})

/** Strings by their place and length in bytes of UTF-8, out of a text that is decoded once. */
function createStrings(
  bytes: Uint8Array,
  restore: ((text: string) => string) | undefined
): (start: number, length: number) => string {
  const decoded = decoder.decode(bytes)
  const text = restore ? restore(decoded) : decoded
  if (text.length === bytes.length) return (start, length) => text.slice(start, start + length)
  // Where characters begin that are no ASCII, in bytes, and how many bytes more than units the text has up to their end.
  const starts: number[] = []
  const extras: number[] = []
  let extra = 0
  const wide = /[^\0-\x7F]+/g
  for (let found = wide.exec(text); found; found = wide.exec(text)) {
    for (let at = found.index; at < wide.lastIndex; at++) {
      const code = text.charCodeAt(at)
      starts.push(at + extra)
      // Either half of a pair stands for two of its four bytes.
      extra += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2
      extras.push(extra)
    }
  }
  let last = 0
  /** From a place in bytes to that in the text. Most are asked for in the order of the text. */
  const unitAt = (byte: number): number => {
    if (last > 0 && (starts[last - 1] as number) >= byte) last = 0
    // Strings that are no part of the source stand behind it.
    if (last + 8 < starts.length && (starts[last + 8] as number) < byte) {
      let high = starts.length
      while (last < high) {
        const middle = (last + high) >> 1
        if ((starts[middle] as number) < byte) last = middle + 1
        else high = middle
      }
    } else while (last < starts.length && (starts[last] as number) < byte) last++
    return byte - (last === 0 ? 0 : (extras[last - 1] as number))
  }
  return (start, length) => text.slice(unitAt(start), unitAt(start + length))
}
