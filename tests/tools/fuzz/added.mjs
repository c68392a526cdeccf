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
 * What a fix adds, and a fix may add nothing:
 *
 * - a finding on words that a rule has judged before, and found good: a paragraph, heading or item of the same words, of the same
 *   kind, under the same heading, with no neighbour that is new. What a repair sets free (an item whose mark is no longer a
 *   heading's underline, a paragraph that was no copy's) is judged for the first time, and so is what stands beside it;
 * - of rules that weigh more than a paragraph (claims, the words of time, filler, the closing section, what stands above the
 *   title), a finding where the article is the same but for what was taken out: its language and title, all its blocks, the years
 *   in its debris;
 * - running text out of the title, or out of what it leaves of a byline. A name alone, of “Ann Holt · 20 views”, may be text.
 *
 * @param {Try} attempt @param {LintResult} before @param {{text: string, result: LintResult}} after
 */
export function* findAdded({article, linter}, before, after) {
  const [old, now] = [readUnits(linter, article), readUnits(linter, {...article, text: after.text})]
  // Where repaired marks of emphasis are the first ones, a plain text becomes Markdown, whose lines are read otherwise.
  if (old.layout !== now.layout) return
  for (const words of now.texts)
    if (old.hidden.has(words) && !old.texts.has(words)) yield `makes text of debris: ${JSON.stringify(words)}`
  if (old.language !== now.language) return
  const isSame = old.title === now.title && old.year === now.year && now.all.every(old.holds)
  const known = new Set(before.messages.map((message) => `${message.ruleId} ${old.unitAt(message)?.name}`))
  for (const message of after.result.messages) {
    const unit = now.unitAt(message)
    if (message.isOfArticle || !unit || known.has(`${message.ruleId} ${unit.name}`)) continue
    if (!isSame && (message.confidence !== undefined || ofMore.has(message.ruleId))) continue
    const units = [unit, ...(message.related ?? []).map((place) => now.unitAt(place))]
    if (units.every((one) => one && old.holds(one) && [one.before, one.after].every(old.knows)))
      yield `adds ${message.ruleId}: ${message.reason} in ${JSON.stringify(after.text)}`
  }
}

const ofMore = new Set(['undated-time', 'generic-closing', 'multiple-titles', 'filler-phrase'])

/**
 * @typedef {object} Unit A block with the words of a text.
 * @property {readonly [number, number]} range
 * @property {string} name Its kind and words, and the heading it stands under; of a heading, all headings.
 * @property {number} count How many have the name, copies among them.
 * @property {Unit | undefined} before
 * @property {Unit | undefined} after
 */

/** @param {Linter} linter @param {Article} article */
function readUnits({createDocument, parsers}, {format, text}) {
  const document = createDocument(text, names[format], {parser: parsers[format]})
  const shift = text.length - document.text.length
  const {blocks, headings, copies, furniture, title, language, layout} = document
  const outline = headings.flatMap(({kind, text}) => (kind === 'marked' ? text : [])).join('\n')
  const repeated = new Set(copies.flatMap(({paragraph, original}) => [paragraph.range, original.range]))
  const all = blocks.map((block) => {
    const above = block.type === 'heading' ? outline : (block.section.heading?.text ?? '')
    const kind = block.type === 'paragraph' ? block.place : block.type
    const name = `${kind}: ${wordsOf(document.text.slice(...block.range))}\n${above}`
    return /** @type {Unit} */ ({range: block.range, name, count: 0, before: undefined, after: undefined})
  })
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const {range, name} of all) if (!repeated.has(range)) counts.set(name, (counts.get(name) ?? 0) + 1)
  /** @type {Map<string, number>} */
  const total = new Map()
  for (const {name} of all) total.set(name, (total.get(name) ?? 0) + 1)
  for (const [at, unit] of all.entries()) {
    unit.count = total.get(unit.name) ?? 0
    unit.before = all[at - 1]
    unit.after = all[at + 1]
  }
  const known = new Set(all.map(({name}) => name))
  const left = furniture.flatMap(({text, range: [start], debris}) => {
    const rest = debris ? text.slice(0, debris[0] - start) + text.slice(debris[1] - start) : ''
    return /^\W*(?:\w+ )?by\b/i.test(rest) ? rest : []
  })
  return {
    all,
    language,
    layout,
    title: title?.text,
    /** Those that date it. */
    year: furniture.flatMap(({text}) => text.match(/\b(?:19|20)\d\d\b/g) ?? []).join(),
    /** The words that a repair leaves of a line of debris, and those of the title where it is no heading. */
    hidden: new Set([...left, ...(title?.from === 'line' ? [title.text] : [])].map(wordsOf)),
    /** The words of its paragraphs, but of items: a title under the mark of one was none. */
    texts: new Set(
      blocks.flatMap((block) =>
        block.type === 'paragraph' && block.place !== 'item'
          ? wordsOf(document.text.slice(...block.range))
          : []
      )
    ),
    /** Whether it has as many of them as later: a repair may set free a second one. @param {Unit} later */
    holds: ({name, count}) => counts.has(name) && /** @type {number} */ (counts.get(name)) >= count,
    /** Whether it has one, judged or not. @param {Unit | undefined} later */
    knows: (later) => later === undefined || known.has(later.name),
    /** @param {{start: number}} place */
    unitAt: ({start}) => all.find(({range: [from, to]}) => from <= start - shift && start - shift < to)
  }
}

/** @param {string} text */
function wordsOf(text) {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
