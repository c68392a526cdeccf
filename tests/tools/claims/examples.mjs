/**
 * Labelled sentences as the linter sees them: with their features, and with the label that overlaps them.
 */

/**
 * @typedef {import('../../../src/document/claims/features.ts').Candidate} Candidate
 * @typedef {import('./labelled.mjs').LabelledArticle} LabelledArticle
 * @typedef {import('./labelled.mjs').Label} Label
 *
 * @typedef {object} Example
 * @property {string} source
 * @property {string} article
 * @property {Label} label
 * @property {string | undefined} kind
 * @property {Candidate & {row: Float64Array} | undefined} candidate With its features worked out; nothing where the linter
 *   never makes a claim of it.
 *
 * @typedef {object} Linter
 * @property {typeof import('../../../src/document/index.ts').createDocument} createDocument
 * @property {typeof import('../../../src/document/claims/index.ts').collectCandidates} collectCandidates
 * @property {typeof import('../../../src/document/claims/features.ts').readFeatures} readFeatures
 */

/**
 * @param {Linter} linter
 * @param {readonly LabelledArticle[]} articles
 * @returns {Example[]} in the order of the labels; borderline sentences are left out
 */
export function readExamples({createDocument, collectCandidates, readFeatures}, articles) {
  return articles.flatMap(({source, name, text, sentences}) => {
    const shift = text.startsWith('\uFEFF') ? 1 : 0
    const {candidates: found} = collectCandidates(createDocument(text, name))
    const candidates = found.map((candidate) => ({...candidate, row: readFeatures(candidate)}))
    return sentences
      .filter(({label}) => label !== 'B')
      .map(({start, end, label, kind}) => {
        let candidate
        let most = 0
        for (const other of candidates) {
          const {range} = other.tokens.sentence
          const [from, to] = [range[0] + shift, range[1] + shift]
          const overlap = Math.min(to, end) - Math.max(from, start)
          if (overlap > most && overlap >= 0.5 * Math.min(to - from, end - start)) {
            most = overlap
            candidate = other
          }
        }
        return {source, article: name, label, kind, candidate}
      })
  })
}
