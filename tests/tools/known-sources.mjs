/**
 * What is known of sources, from their records: as the engine gives it to site rules, without files.
 *
 * @typedef {import('../../src/sources/model.ts').SourceRecord} SourceRecord
 * @typedef {import('../../src/sources/model.ts').Sources} Sources
 *
 * @param {readonly SourceRecord[]} records
 * @returns {Sources}
 */
export function knownSources(records) {
  const byUrl = new Map(records.map((record) => [addressOf(record.url), record]))
  const recordOf = (/** @type {string} */ url) => byUrl.get(addressOf(url))
  return {
    recordOf,
    verdictOf: (url, {text}) => recordOf(url)?.statements.find((statement) => statement.text === text)
  }
}

/** @param {string} url */
function addressOf(url) {
  const {href, hash} = new URL(url)
  return href.slice(0, href.length - hash.length)
}
