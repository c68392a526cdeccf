/**
 * @typedef {import('./articles.mjs').Article} Article
 * @typedef {import('./articles.mjs').Format} Format
 * @typedef {import('./properties.mjs').Linter} Linter
 * @typedef {import('./properties.mjs').Try} Try
 * @typedef {import('../../../src/lint/index.ts').LintResult} LintResult
 */

/** @type {Readonly<Record<Format, string>>} */
export const names = {markdown: 'a.md', mdx: 'a.mdx', html: 'a.html', text: 'a.txt'}

/**
 * What a fix adds: findings on a paragraph that was judged before, and found good. Words that were hidden by a defect that
 * is repaired (a line of debris, a second copy, a heading that ran into a paragraph) may be judged for the first time.
 *
 * @param {Try} attempt @param {LintResult} before @param {{text: string, result: LintResult}} after
 */
export function* findAdded({article, linter}, before, after) {
  const [old, now] = [readUnits(linter, article), readUnits(linter, {...article, text: after.text})]
  const known = new Set(before.messages.map((message) => `${message.ruleId} ${old.unitAt(message)}`))
  for (const message of after.result.messages) {
    const unit = now.unitAt(message)
    if (message.isOfArticle || unit === undefined || known.has(`${message.ruleId} ${unit}`)) continue
    const units = [unit, ...(message.related ?? []).map((place) => now.unitAt(place))]
    if (units.every((one) => one !== undefined && old.holds(one, now.count(one))))
      yield `adds ${message.ruleId}: ${message.reason} in ${JSON.stringify(after.text)}`
  }
}

/**
 * Paragraphs as words, under the headings they stand below; headings after those before them.
 *
 * @param {Linter} linter @param {Article} article
 */
function readUnits({createDocument, parsers}, {format, text}) {
  const document = createDocument(text, names[format], {parser: parsers[format]})
  const shift = text.length - document.text.length
  const {blocks, headings, copies} = document
  const outline = headings.flatMap(({kind, text}) => (kind === 'marked' ? text : [])).join('\n')
  const repeated = new Set(copies.flatMap(({paragraph, original}) => [paragraph.range, original.range]))
  const units = blocks.map((block) => {
    const words = document.text
      .slice(...block.range)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    const above = block.type === 'heading' ? outline : (block.section.heading?.text ?? '')
    return {range: block.range, unit: `${words}\n${above}`}
  })
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const {range, unit} of units) if (!repeated.has(range)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return {
    /** How many paragraphs are those words below that heading. @param {string} unit */
    count: (unit) => counts.get(unit) ?? 0,
    /** Whether it has as many as later: a repair may set free a second one. @param {string} unit @param {number} later */
    holds: (unit, later) => counts.has(unit) && /** @type {number} */ (counts.get(unit)) >= later,
    /** @param {{start: number}} place */
    unitAt: ({start}) =>
      units.find(({range: [from, to]}) => from <= start - shift && start - shift < to)?.unit
  }
}
