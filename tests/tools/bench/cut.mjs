/** Real texts made into articles of one size: long ones cut between blocks, short ones put together. */

/**
 * The pieces are between half the size and a little more than it, unless a block is longer. What is left over is dropped.
 *
 * @param {readonly string[]} texts
 * @param {number} size in characters
 * @returns {string[]}
 */
export function cut(texts, size) {
  /** @type {string[]} */
  const pieces = []
  /** @type {string[]} */
  let blocks = []
  let length = 0
  const definitions = new Map()
  const flush = () => {
    if (length >= size / 2) pieces.push(withDefinitions(blocks, definitions))
    blocks = []
    length = 0
    definitions.clear()
  }
  for (const text of texts) {
    const all = readBlocks(text)
    for (const [label, line] of all.definitions) definitions.set(label, line)
    for (const block of all.blocks) {
      if (length + block.length > size * 1.1 && length >= size / 2) {
        flush()
        for (const [label, line] of all.definitions) definitions.set(label, line)
      }
      blocks.push(block)
      length += block.length + 2
    }
    if (length >= size) flush()
  }
  flush()
  return pieces
}

/**
 * What stands between blank lines, code blocks whole, without front matter; link definitions by their label.
 *
 * @param {string} text
 */
function readBlocks(text) {
  /** @type {string[]} */
  const blocks = []
  /** @type {Map<string, string>} */
  const definitions = new Map()
  /** @type {string[]} */
  let lines = []
  let fence = ''
  const body = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
  for (const line of [...body.split('\n'), '']) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence !== '') {
      if (mark.startsWith(fence)) fence = ''
    } else if (mark !== '') fence = mark
    const definition = fence === '' ? /^ {0,3}\[([^\]^]+)\]:\s/.exec(line)?.[1] : undefined
    if (definition !== undefined) definitions.set(definition.toLowerCase(), line)
    else if (line.trim() !== '' || fence !== '') lines.push(line)
    else if (lines.length > 0) {
      blocks.push(lines.join('\n'))
      lines = []
    }
  }
  return {blocks, definitions}
}

/**
 * @param {readonly string[]} blocks
 * @param {ReadonlyMap<string, string>} definitions
 */
function withDefinitions(blocks, definitions) {
  const body = blocks.join('\n\n')
  const used = new Set(
    Array.from(body.matchAll(/\[([^\][]+)\]/g), ([, label]) => (label ?? '').toLowerCase())
  )
  const lines = [...definitions].flatMap(([label, line]) => (used.has(label) ? [line] : []))
  return lines.length > 0 ? `${body}\n\n${lines.join('\n')}\n` : `${body}\n`
}
