/**
 * @typedef {import('mdast').Nodes} Nodes
 * @typedef {import('./properties.mjs').Try} Try
 * @typedef {import('../../../src/lint/message.ts').MessageEdit} MessageEdit
 */

/** Blocks and spans whose characters no fix may change. */
const kept = new Set([
  'code',
  'inlineCode',
  'yaml',
  'toml',
  'math',
  'inlineMath',
  'mdxjsEsm',
  'mdxFlowExpression'
])
/** Those that don't go with a paragraph or line that is taken out. */
const alwaysKept = new Set(['code', 'yaml', 'toml', 'math', 'mdxjsEsm'])

/**
 * What a fix breaks: it changes a word, code, an address, front matter or a comment, or makes prose of code or code of prose.
 *
 * @param {Try} attempt
 * @param {string} changed the text after the fix
 * @param {string} ruleId
 * @param {readonly MessageEdit[]} edits
 * @returns {Generator<string>}
 */
export function* findLosses({article: {text, format}, linter}, changed, ruleId, edits) {
  const shift = text.startsWith('\uFEFF') ? 1 : 0
  const parser = linter.parsers[format]
  const read = (/** @type {string} */ source) => {
    const body = source.slice(shift)
    return contentOf((parser.choose?.(body) ?? parser).parse(body))
  }
  const [before, after] = [read(text), read(changed)]
  for (const {type, start, end} of before.places) {
    const cut = edits.find(
      (edit) =>
        edit.start < end + shift &&
        edit.end > start + shift &&
        !(edit.start <= start + shift && edit.end >= end + shift)
    )
    const inside = edits.some(
      (edit) => edit.start === edit.end && edit.start > start + shift && edit.start < end + shift
    )
    if ((cut && !(type === 'address' && ruleId === 'chatbot-residue')) || inside)
      yield `${ruleId}: cuts ${type} at ${start}`
  }
  for (const [type, values] of before.values) {
    const left = [...(after.values.get(type) ?? [])]
    const gone = values.filter((value) => {
      const at = left.indexOf(value)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    if (gone.length > 0 && alwaysKept.has(type)) yield `${ruleId}: loses ${type} ${JSON.stringify(gone[0])}`
    if (left.length > 0 && type !== 'address') yield `${ruleId}: makes ${type} ${JSON.stringify(left[0])}`
  }
  for (const type of after.values.keys())
    if (!before.values.has(type))
      yield `${ruleId}: makes ${type} ${JSON.stringify(after.values.get(type)?.[0])}`
  if (ruleId !== 'mojibake') {
    const words = new Set(wordsOf(text))
    const added = wordsOf(changed).find((word) => !words.has(word))
    if (added && !edits.some(({start, end}) => end > start)) yield `${ruleId}: adds the word ${added}`
    for (const {text: inserted} of edits) {
      const own = wordsOf(inserted).find((word) => !words.has(word))
      if (own) yield `${ruleId}: adds the word ${own}`
    }
  }
}

/** @param {string} text */
function wordsOf(text) {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** @param {Nodes} tree */
function contentOf(tree) {
  /** @type {Map<string, string[]>} */
  const values = new Map()
  /** @type {{type: string, start: number, end: number}[]} */
  const places = []
  /** @param {string} type @param {string} value */
  const add = (type, value) => values.set(type, [...(values.get(type) ?? []), value])
  /** @param {Nodes} node */
  const visit = (node) => {
    const isComment = node.type === 'html' && node.value.startsWith('<!--')
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    if (kept.has(node.type) && 'value' in node) add(node.type, node.value)
    if (isComment) add('comment', node.value)
    if ('url' in node) add('address', node.url)
    if ((kept.has(node.type) || isComment) && start !== undefined && end !== undefined)
      places.push({type: isComment ? 'comment' : node.type, start, end})
    if ('url' in node && node.type !== 'definition' && start !== undefined && end !== undefined) {
      const inner = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined
      places.push({type: 'address', start: inner ?? start, end})
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return {values, places}
}
