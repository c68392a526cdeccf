/** Where something may be put into an article, and how. */

/**
 * @typedef {import('./article.mjs').Article} Article
 * @typedef {import('./article.mjs').Block} Block
 *
 * @typedef {object} Inserted
 * @property {string} text
 * @property {number} start Of the content.
 * @property {number} end
 */

/**
 * Puts a block of its own at a place between two blocks, at the end of a line.
 * @param {Article} article
 * @param {number} at
 * @param {string} content With `\n` line endings.
 * @returns {Inserted}
 */
export function insertAt(article, at, content) {
  const {text, eol} = article
  const blanks = /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0
  const head = text.slice(0, at + blanks)
  const tail = text.slice(at + blanks)
  const block = content.replace(/\r?\n/g, eol)
  if (head.trim() === '')
    return {text: head + block + eol + eol + tail, start: head.length, end: head.length + block.length}
  const start = head.length + 2 * eol.length
  const isApart = tail.trim() === '' || /^\r?\n[ \t]*\r?\n/.test(tail)
  return {text: head + eol + eol + block + (isApart ? '' : eol) + tail, start, end: start + block.length}
}

/**
 * @param {Article} article
 * @param {string} content
 * @returns {Inserted}
 */
export function insertOnTop(article, content) {
  return insertAt(article, article.top, content)
}

/**
 * @param {Article} article
 * @param {string} content
 * @returns {Inserted}
 */
export function insertBelowTitle(article, content) {
  return insertAt(article, article.titleHeading?.end ?? article.top, content)
}

/**
 * @param {Article} article
 * @param {string} content
 * @returns {Inserted}
 */
export function insertAtEnd(article, content) {
  return insertAt(article, article.text.trimEnd().length, content)
}

/**
 * The body paragraphs after which a new paragraph breaks nothing up: no list, code or quote belongs to them.
 * @param {Article} article
 * @returns {Block[]}
 */
export function seams(article) {
  return article.blocks.filter((block) => {
    const next = article.blocks[block.index + 1]
    return block.isProse && block.words >= 8 && (!next || next.node.type === 'heading' || next.isProse)
  })
}

/**
 * The paragraphs worth a copy.
 * @param {Article} article
 * @param {number} words At least.
 * @returns {Block[]}
 */
export function copyable(article, words) {
  return article.blocks.filter(
    (b) =>
      b.isProse && b.words >= words && article.text.indexOf(b.source) === article.text.lastIndexOf(b.source)
  )
}

/**
 * The headings written with `#` that stand between blank lines, level 2 and lower.
 * @param {Article} article
 * @returns {(Block & {depth: number})[]}
 */
export function markedHeadings(article) {
  return article.blocks.flatMap((block) => {
    if (
      block.node.type !== 'heading' ||
      block.node.depth < 2 ||
      !block.isBody ||
      !/^#+[ \t]/.test(block.source)
    )
      return []
    if (!/\n[ \t]*\r?\n$/.test(article.text.slice(0, block.start)) && block.start > 0) return []
    if (!/^[ \t]*\r?\n[ \t]*\r?\n/.test(article.text.slice(block.end))) return []
    return [{...block, depth: block.node.depth}]
  })
}

/**
 * The level of the nearest heading before (`-1`) or after (`1`) a block, 0 where there is none.
 * @param {Article} article
 * @param {Block} block
 * @param {1 | -1} step
 */
export function headingLevel(article, block, step) {
  for (let i = block.index + step; i >= 0 && i < article.blocks.length; i += step) {
    const node = article.blocks[i]?.node
    if (node?.type === 'heading') return node.depth
  }
  return 0
}

/**
 * The offsets after the last letter of sentences that end in running text.
 * @param {Article} article
 */
export function sentenceEnds(article) {
  return article.blocks.flatMap((block) => {
    if (!block.isProse || block.node.type !== 'paragraph') return []
    return block.node.children.flatMap((child) => {
      if (child.type !== 'text') return []
      const start = child.position?.start.offset ?? 0
      const end = child.position?.end.offset ?? start
      const ends = [...article.text.slice(start, end).matchAll(/\p{Ll}{2}[.!?](?=\s+[“"]?\p{Lu}|\s*$)/gu)]
      // At the end of the node a link or emphasis may follow without a blank: that is no end.
      return ends.map((m) => start + m.index + 2).filter((at) => at + 1 < end || at + 1 === block.end)
    })
  })
}
