/**
 * What the rules' pages and their table say of rules/measured.json.
 *
 * @typedef {import('./measure/figures.mjs').Figures} Figures
 * @typedef {import('./measure/figures.mjs').Labelled} Labelled
 * @typedef {import('./measure/figures.mjs').RuleScore} RuleScore
 */

import {readFences} from './derive-page.mjs'
import {claimKinds} from './measure/figures.mjs'

const notMeasured = 'Not measured yet.'
/** Of the rules of the category `verification`. */
export const noPages =
  'Not measured: the collections of articles have no pages of the sources that they cite.'

/**
 * The page with its section `## Measured` made new. A page without the section stays as it is.
 *
 * @param {string} page
 * @param {string} id of the rule
 * @param {Figures | undefined} figures
 * @param {string} [otherwise] what it says where there are none
 */
export function deriveMeasured(page, id, figures, otherwise) {
  const lines = page.split('\n')
  const fences = readFences(page)
  const isText = (/** @type {number} */ at) => !fences.some(({start, end}) => start <= at && at < end)
  const start = lines.findIndex((line, at) => line === '## Measured' && isText(at))
  if (start < 0) return page
  const next = lines.findIndex((line, at) => at > start && /^##? /.test(line) && isText(at))
  const after = next < 0 ? [] : lines.slice(next)
  return [...lines.slice(0, start + 1), '', measuredSection(id, figures, otherwise), '', ...after].join('\n')
}

/**
 * @param {string} id
 * @param {Figures | undefined} figures
 */
export function measuredSection(id, figures, otherwise = notMeasured) {
  const counts = figures?.rules[id]
  if (!figures || !counts) return otherwise
  const hasMilder = Object.values(counts).some(({milder}) => milder > 0)
  const rows = figures.collections.map(({name, is, articles, words}) => {
    const {articles: hit, findings, milder} = counts[name] ?? {articles: 0, findings: 0, milder: 0}
    const own = [format(hit), format(findings), ...(hasMilder ? [format(milder)] : []), rate(findings, words)]
    return [`${format(articles)} ${is}`, ...own]
  })
  const heads = ['with findings', 'findings', ...(hasMilder ? ['of them milder than the rule'] : [])]
  return [
    table(['Articles', ...heads, 'per 1,000 words'], rows),
    ...figures.planted.flatMap((planted) => plantedPart(id, planted)),
    ...figures.labelled.flatMap((labelled) => labelledPart(id, labelled)),
    'From `npm run measure`, with the default options.'
  ].join('\n\n')
}

/**
 * @param {string} id
 * @param {Figures['planted'][number]} planted
 */
function plantedPart(id, {is, articles, kinds}) {
  const own = Object.entries(kinds).filter(([, {rules}]) => rules.split(' ').includes(id))
  if (own.length === 0) return []
  const rows = own.map(([kind, {rules, planted, found}]) => {
    const others = rules.split(' ').filter((rule) => rule !== id)
    return [
      kind,
      others.map((rule) => `\`${rule}\``).join(', ') || '–',
      format(planted),
      share(found, planted)
    ]
  })
  return [
    `Defects planted into ${format(articles)} ${is}, one at a time:`,
    table(['Kind', 'other rules that may find it', 'planted', 'found'], rows, 2)
  ]
}

/**
 * @param {string} id
 * @param {Labelled} labelled
 */
function labelledPart(id, labelled) {
  const {sentences, is, unsourced, rules} = labelled
  const own = rules[id]
  const {all} = rules
  if (!own || !all) return []
  const needy = Object.values(unsourced).reduce((sum, count) => sum + count, 0)
  const others = Object.keys(rules).filter((rule) => rule !== 'all' && rule !== id)
  const isMain = id === 'unsourced-claim'
  const text = [
    `Of ${format(sentences)} ${is}, ${format(needy)} need a source and have none.`,
    scoreText(own, isMain ? needy : undefined),
    `Together with ${others.map((rule) => `\`${rule}\``).join(' and ')}: precision ${ratio(all.right, all.flagged)}, recall ${ratio(all.right, needy)}.`,
    'The labels were made by a large language model under a guide, not by people.'
  ].join(' ')
  return isMain ? [text, kindTable(own, labelled), ...confidencePart(labelled)] : [text]
}

/**
 * @param {RuleScore} score
 * @param {number | undefined} needy how many could be found, for rules that look for all of them
 */
function scoreText({flagged, right, severe, severeRight, sourced, needless}, needy) {
  if (flagged === 0) return 'The rule flags none of the sentences.'
  const figures = (/** @type {number} */ part, /** @type {number} */ whole) => {
    const recall = needy === undefined ? '' : `, recall ${ratio(part, needy)}`
    return `precision ${ratio(part, whole)}${recall}`
  }
  const parts = [
    `The rule flags ${format(flagged)}, ${format(right)} of them rightly: ${figures(right, flagged)}.`
  ]
  if (right < flagged)
    parts.push(`Of the ${format(flagged - right)} others ${sourced} have a source, ${needless} need none.`)
  if (severe < flagged)
    parts.push(`Those as severe as the rule: ${format(severe)}, ${figures(severeRight, severe)}.`)
  return parts.join(' ')
}

/**
 * @param {RuleScore} own
 * @param {Labelled} labelled
 */
function kindTable({found}, {unsourced, rules}) {
  const rows = Object.entries(claimKinds).flatMap(([letter, kind]) => {
    const count = unsourced[letter] ?? 0
    const byAny = rules.all?.found[letter] ?? 0
    return count > 0 ? [[kind, format(count), share(found[letter] ?? 0, count), share(byAny, count)]] : []
  })
  return table(['Kind of claim', 'without a source', 'found', 'found by any of the rules'], rows)
}

/** @param {Labelled} labelled */
function confidencePart({confidence, calibrationError}) {
  const rows = confidence.flatMap(({said, right, sentences}, decile) =>
    sentences > 0
      ? [
          [
            `${(decile / 10).toFixed(1)}–${((decile + 1) / 10).toFixed(1)}`,
            format(sentences),
            said.toFixed(2),
            ratio(right, sentences)
          ]
        ]
      : []
  )
  if (rows.length === 0) return []
  return [
    `How far its confidence can be believed, with \`minConfidence\` 0 (expected calibration error ${calibrationError.toFixed(3)}):`,
    table(['Confidence', 'sentences', 'said', 'right'], rows)
  ]
}

/**
 * The columns of figures in the table of the rules: what they are, their heads, and the cells of a rule.
 *
 * @param {Figures | undefined} figures
 */
export function measuredColumns(figures) {
  const shown = [
    {name: 'good', head: 'Good'},
    {name: 'sloppy', head: 'Sloppy'}
  ].flatMap((column) => {
    const collection = figures?.collections.find(({name}) => name === column.name)
    return collection ? [{...column, ...collection}] : []
  })
  const about = shown.map(
    ({head, is, articles, words}) => `“${head}”, on ${format(articles)} ${is} (${format(words)} words)`
  )
  return {
    about: about.length > 0 ? `Findings per 1,000 words: ${about.join('; ')}.` : '',
    heads: shown.map(({head}) => head),
    cells: (/** @type {string} */ id) =>
      shown.map(({name, words}) => {
        const count = figures?.rules[id]?.[name]
        return count ? rate(count.findings, words) : '–'
      })
  }
}

/**
 * @param {readonly string[]} heads
 * @param {readonly (readonly string[])[]} rows
 * @param {number} [texts] how many columns are no numbers
 */
function table(heads, rows, texts = 1) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map((_, at) => (at < texts ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

/** `12,345`, the same on every machine. */
function format(/** @type {number} */ value) {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** @param {number} findings @param {number} words */
function rate(findings, words) {
  return findings === 0 ? '0' : ((findings / words) * 1000).toFixed(3)
}

/** @param {number} part @param {number} whole */
function ratio(part, whole) {
  return whole === 0 ? '–' : (part / whole).toFixed(2)
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return whole === 0 ? '–' : `${format(part)} (${((100 * part) / whole).toFixed(1)} %)`
}
