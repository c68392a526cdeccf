/** What holds for every article, whatever stands in it. */
import {isDeepStrictEqual} from 'node:util'
import {findAdded, names} from './added.mjs'
import {findLosses} from './losses.mjs'
import {rangesAreValid} from './places.mjs'

/**
 * @typedef {import('./articles.mjs').Article} Article
 * @typedef {import('./articles.mjs').Format} Format
 * @typedef {import('../../../src/document/model.ts').Parser} Parser
 * @typedef {import('../../../src/lint/message.ts').Message} Message
 * @typedef {import('../../../src/lint/index.ts').LintResult} LintResult
 * @typedef {import('../../../src/lint/index.ts').Ruleset} Ruleset
 *
 * @typedef {object} Linter The parts of the linter that are tried, from the sources or a build.
 * @property {typeof import('../../../src/lint/index.ts').lintText} lintText
 * @property {typeof import('../../../src/lint/fix.ts').fixText} fixText
 * @property {typeof import('../../../src/lint/fix.ts').applyEdits} applyEdits
 * @property {typeof import('../../../src/document/create.ts').createDocument} createDocument
 * @property {Readonly<Record<'recommended' | 'all', Ruleset>>} presets
 * @property {Readonly<Record<Format, Parser>>} parsers
 * @property {Parser | undefined} satteri
 *
 * @typedef {'recommended' | 'all'} Preset
 * @typedef {{property: string, detail: string}} Found
 * @typedef {Found & {preset: Preset}} Violation
 *
 * @typedef {object} Try
 * @property {Linter} linter
 * @property {Article} article
 * @property {Ruleset} ruleset
 * @property {(text: string, parser?: Parser) => LintResult} lint
 */

/** Linted in between, so that what a rule keeps from one article to the next shows. */
const other =
  'The Mill\n\nBy Ada Lund 20 Views\n\n## Stones\n\nStudies show that 40 percent of mills stand still.\n'

/**
 * The properties that an article violates.
 *
 * @param {Linter} linter
 * @param {Article} article
 * @param {{readonly preset?: Preset, readonly property?: string}} [only] what is checked, where not all is
 * @returns {Violation[]}
 */
export function findViolations(linter, article, only = {}) {
  return presets.flatMap((preset) =>
    only.preset === undefined || only.preset === preset
      ? findWith(linter, article, preset, only.property).map((found) => ({...found, preset}))
      : []
  )
}

/** @type {readonly Preset[]} */
const presets = ['recommended', 'all']

/** @param {Linter} linter @param {Article} article @param {Preset} preset @param {string} [only] */
function findWith(linter, article, preset, only) {
  const ruleset = linter.presets[preset]
  const path = names[article.format]
  const own = linter.parsers[article.format]
  /** @type {Try['lint']} */
  const lint = (text, parser = own) => linter.lintText(text, {path, ruleset, parser, today: '2027-06-15'})
  const attempt = {linter, article, ruleset, lint}
  /** @type {LintResult} */
  let result
  try {
    result = lint(article.text)
  } catch (error) {
    if (isFault(error, article)) return []
    return [{property: 'no crash', detail: stackOf(error)}]
  }
  /** @type {Found[]} */
  const found = []
  for (const [property, check] of Object.entries(properties)) {
    if (only !== undefined && only !== property) continue
    // Each rule speaks for itself: what all rules say of a text holds for some.
    if (preset === 'recommended' && ofAllRules.has(property)) continue
    try {
      for (const detail of check(attempt, result)) found.push({property, detail})
    } catch (error) {
      found.push({property, detail: `threw ${stackOf(error)}`})
    }
  }
  return found
}

/** Text that is not MDX is told as such, with its place. @param {unknown} error @param {Article} article */
function isFault(error, {format, text}) {
  if (format !== 'mdx' || !(error instanceof Error) || error.name !== 'ParseFault') return false
  const {line, column} = /** @type {Error & {line: number, column: number}} */ (error)
  return line >= 1 && line <= text.split(/\r\n?|\n/).length && column >= 1
}

/** @type {Readonly<Record<string, (attempt: Try, result: LintResult) => Iterable<string>>>} */
const properties = {
  'no crash': (_attempt, {crashes}) => crashes.map(({ruleId, reason}) => `${ruleId}: ${reason}`),
  'ranges are valid': rangesAreValid,
  'results are JSON': (_attempt, {messages, facts, directives}) => {
    const values = {messages, facts, directives}
    return isDeepStrictEqual(JSON.parse(JSON.stringify(values)), values) ? [] : ['changed by JSON']
  },
  'the same twice': ({lint, article}, result) => {
    lint(other, undefined)
    return differences(result, lint(article.text))
  },
  'satteri and remark-parse agree': sameWithBothParsers,
  'a byte order mark moves by one': movedByMark,
  'line ends move only': movedByLineEnds,
  'fixes settle, apply and lose nothing': fixesAreSound
}

const ofAllRules = new Set([
  'results are JSON',
  'satteri and remark-parse agree',
  'a byte order mark moves by one',
  'line ends move only'
])

/** @param {Try} attempt @param {LintResult} result */
function* sameWithBothParsers({article, linter, lint}, result) {
  // remark-parse takes a line end between brackets after an empty item for the box of a task, and drops it.
  if (!linter.satteri || article.format !== 'markdown' || /\[[\r\n]+\]/.test(article.text)) return
  try {
    yield* differences(result, lint(article.text, linter.satteri))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ParserFailure') throw error
  }
}

/** @param {Try} attempt @param {LintResult} result */
function movedByMark({article: {text}, lint}, result) {
  if (text.startsWith('\uFEFF')) return []
  return differences(
    moved(result, (offset) => offset + 1),
    lint(`\uFEFF${text}`)
  )
}

/**
 * Of a text whose lines end with `\n`. Where CR stands in it before, the lines are others.
 *
 * @param {Try} attempt
 * @param {LintResult} result
 */
function* movedByLineEnds({article, lint}, result) {
  const {text} = article
  if (text.includes('\r')) return
  yield* differences(
    outline(result, text),
    outline(lint(text.replaceAll('\n', '\r')), text.replaceAll('\n', '\r')),
    'with CR: '
  )
  const ends = [...text.matchAll(/\n/g)].map(({index}) => index)
  const windows = text.replaceAll('\n', '\r\n')
  const offsetOf = (/** @type {number} */ offset) => offset + countBefore(ends, offset)
  yield* differences(
    outline(moved(result, offsetOf), windows),
    outline(lint(windows), windows),
    'with CRLF: '
  )
}

/** @param {readonly number[]} sorted @param {number} limit */
function countBefore(sorted, limit) {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (/** @type {number} */ (sorted[middle]) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * What does not depend on how the lines end: a message quotes the text with its line ends.
 *
 * @param {LintResult} result
 * @param {string} text
 */
function outline(result, text) {
  const plain = (/** @type {unknown} */ value) =>
    JSON.parse(JSON.stringify(value).replaceAll(/\\r\\n|\\r/g, '\\n'))
  const known = text.includes('\r') ? plain(result) : result
  return {...known, facts: Object.keys(known.facts), crashes: [], directives: known.directives.length}
}

/** @param {LintResult} result @param {(offset: number) => number} offsetOf */
function moved(result, offsetOf) {
  const moveAll = (/** @type {number[]} */ range) => range.map(offsetOf)
  /** @type {(value: any) => any} */
  const change = (value) => {
    if (Array.isArray(value)) return value.map(change)
    if (typeof value !== 'object' || value === null) return value
    /** @type {any} */
    const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]))
    if (value.covers) copy.covers = moveAll(value.covers)
    if (value.ranges)
      copy.ranges = {
        name: value.ranges.name.map(offsetOf),
        rules: value.ranges.rules.map(moveAll),
        ...(value.ranges.until ? {until: value.ranges.until.map(offsetOf)} : {})
      }
    if (typeof value.start === 'number' && typeof value.end === 'number') {
      copy.start = offsetOf(value.start)
      copy.end = offsetOf(value.end)
    }
    return copy
  }
  return {...result, messages: change(result.messages), directives: change(result.directives)}
}

/** @param {Try} attempt @param {LintResult} result */
function* fixesAreSound(attempt, result) {
  const {linter, lint, article} = attempt
  const {text} = article
  const {messages} = result
  for (const {ruleId, fix, suggestions = []} of messages) {
    for (const edits of [...(fix ? [fix] : []), ...suggestions.map((suggestion) => suggestion.edits)]) {
      const {applied, text: changed} = linter.applyEdits(text, [edits])
      if (applied !== 1) yield `${ruleId}: an edit changes nothing`
      if (edits === fix) yield* findLosses(attempt, changed, ruleId, edits)
    }
  }
  if (!messages.some(({fix}) => fix)) return
  const fixed = linter.fixText(text, lint)
  if (fixed.isLoop) yield 'fixes undo each other'
  for (const {ruleId, reason} of fixed.result.crashes) yield `after a fix ${ruleId} crashes: ${reason}`
  const again = linter.fixText(fixed.text, lint)
  if (again.text !== fixed.text)
    yield `a second fix changes ${JSON.stringify(fixed.text)} to ${JSON.stringify(again.text)}`
  // Known gap: of two lines of debris at the start of a text, whose fixes overlap, the second stays and is text then.
  const fixes = messages.flatMap(({fix}) => (fix ? [fix] : []))
  if (linter.applyEdits(text, fixes).applied === fixes.length) yield* findAdded(attempt, result, fixed)
}

/**
 * @param {unknown} expected
 * @param {unknown} found
 * @param {string} [prefix]
 */
function* differences(expected, found, prefix = '') {
  if (isDeepStrictEqual(expected, found)) return
  const [ours, theirs] = [pathsOf(expected), pathsOf(found)]
  for (const line of [...ours].filter((one) => !theirs.has(one)).slice(0, 2)) yield `${prefix}lost ${line}`
  for (const line of [...theirs].filter((one) => !ours.has(one)).slice(0, 2)) yield `${prefix}added ${line}`
}

/** @param {any} result @returns {Set<string>} */
function pathsOf(result) {
  const lines = Object.entries(result).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((one) => `${name}: ${JSON.stringify(one)}`)
      : [`${name}: ${JSON.stringify(value)}`]
  )
  return new Set(lines)
}

/** @param {unknown} error */
function stackOf(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
