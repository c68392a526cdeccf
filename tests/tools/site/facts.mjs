/** The facts of articles, and what the site rules say of them. */

/**
 * @typedef {import('./articles.mjs').Article} Article
 * @typedef {import('./copies.mjs').Finding} Finding
 * @typedef {import('./copies.mjs').Paragraph} Paragraph
 * @typedef {import('../../../src/rule/index.ts').Rule} Rule
 * @typedef {{path: string, facts: unknown}} ArticleFacts
 *
 * @typedef {object} Project What is measured, of a build or of the sources.
 * @property {(text: string, path: string) => import('../../../src/document/model.ts').Document} createDocument
 * @property {(rule: Rule, given?: Record<string, unknown>) => unknown} optionsOf
 */

/**
 * @param {Project} project
 * @param {Rule} rule
 * @param {Iterable<Article>} articles
 * @returns {ArticleFacts[]} as they come out of a cache
 */
export function collect({createDocument, optionsOf}, rule, articles) {
  const options = optionsOf(rule)
  return [...articles].flatMap(({path, text}) => {
    const facts = rule.collect?.(createDocument(text, path), options)
    return facts === undefined ? [] : [{path, facts: JSON.parse(JSON.stringify(facts))}]
  })
}

/** @type {import('../../../src/rule/index.ts').SiteContext} */
export const nothingKnown = {
  exists: () => undefined,
  sources: {recordOf: () => undefined, verdictOf: () => undefined}
}

/** A paragraph that stands in so many articles is named as their boilerplate. */
const boilerplateArticles = 1_000_000

/**
 * Every copy that `shared-paragraph` sees, also those which are too little to be named by default.
 * @param {Project} project
 * @param {Rule} rule
 * @param {readonly ArticleFacts[]} facts
 * @returns {Finding[]}
 */
export function findCopies({optionsOf}, rule, facts) {
  /** @type {Finding[]} */
  const findings = []
  const options = optionsOf(rule, {minParagraphs: 1, boilerplateArticles})
  /** @type {Parameters<NonNullable<Rule['checkSite']>>[2]} */
  const report = (_, {path, range, related}) => {
    const [other] = related ?? []
    if (other?.path === undefined) return
    const {path: otherPath, range: otherRange} = other
    findings.push({path, range: [...range], otherPath, otherRange: [...otherRange]})
  }
  rule.checkSite?.(/** @type {never[]} */ (facts), options, report, nothingKnown)
  return findings
}

const leastWords = 22
const mostWords = 400

/**
 * Paragraphs of articles that copies can be made of: plain words, of which no other copy is there.
 * @param {Project} project
 * @param {readonly Article[]} articles
 * @param {readonly Finding[]} before
 * @returns {Paragraph[]}
 */
export function findSources({createDocument}, articles, before) {
  const shared = new Set(before.flatMap(({path, otherPath}) => [path, otherPath]))
  return articles.flatMap(({path, text}) => {
    if (shared.has(path)) return []
    const document = createDocument(text, path)
    return document.paragraphs.flatMap(({isProse, place, wordCount, range, section}) => {
      const source = document.text.slice(...range)
      const isPlain = /^\p{Lu}[\p{L}\p{N}\s,;.’'()-]+\.$/u.test(source)
      if (!isProse || place !== 'body' || section.isReferences || !isPlain) return []
      if (wordCount < leastWords || wordCount > mostWords) return []
      /** @type {[number, number]} */
      const at = [range[0], range[1]]
      return [{path, range: at, text: source.replace(/\s+/g, ' ')}]
    })
  })
}
