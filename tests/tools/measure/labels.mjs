import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {lintAll, milderThanRule} from './collection.mjs'
import {claimKinds} from './figures.mjs'

/**
 * @typedef {import('./collection.mjs').Project} Project
 * @typedef {import('../../../src/index.ts').Message} Message
 * @typedef {import('./figures.mjs').Labelled} Labelled
 * @typedef {import('./figures.mjs').RuleScore} RuleScore
 * @typedef {import('./figures.mjs').Decile} Decile
 *
 * @typedef {object} Label A sentence, by its UTF-16 offsets into the file.
 * @property {string} file From the folder of the articles.
 * @property {number} start
 * @property {number} end
 * @property {'U' | 'C' | 'N' | 'B'} label Needs a source and has none; needs one and has it; needs none; on the border.
 * @property {string | null} [kind] A letter of `claimKinds`.
 */

/** The rules that speak of single sentences' evidence. */
const evidenceRules = ['unsourced-claim', 'weasel-attribution', 'unlinked-attribution']

/**
 * Holds what the rules say against labelled sentences. Sentences on the border are not scored.
 *
 * @param {Project} project
 * @param {{name: string, is: string, file: string, folder: string}} source `file` has a JSON label on each line
 * @returns {Promise<Labelled>}
 */
export async function scoreLabels(project, {name, is, file, folder}) {
  const labels = readLabels(file).filter(({label}) => label !== 'B')
  const wholePath = (/** @type {Label} */ label) => path.resolve(folder, label.file)
  const files = [...new Set(labels.map(wholePath))].sort()
  const missing = files.find((article) => !existsSync(article))
  if (missing !== undefined) throw new Error(`Expected the labelled article ${missing}`)
  const spoken = await lintAll(project, folder, files)
  const open = await lintAll(project, folder, files, {'unsourced-claim': {minConfidence: 0}})
  const hitsOf = (/** @type {typeof spoken} */ messages, /** @type {Label} */ label) =>
    (messages.get(wholePath(label)) ?? []).filter(
      (message) => evidenceRules.includes(message.ruleId) && covers(message, label)
    )
  const hits = labels.map((label) => hitsOf(spoken, label))
  const isMilder = milderThanRule(project)
  const scoreOf = (/** @type {(ruleId: string) => boolean} */ isAsked) => {
    const own = hits.map((list) => list.filter(({ruleId}) => isAsked(ruleId)))
    return scoreRule(
      labels.filter((_, at) => own[at]?.length),
      labels.filter((_, at) => own[at]?.some((message) => !isMilder(message)))
    )
  }
  const known = evidenceRules.filter((id) => project.rules.some((rule) => rule.id === id)).sort()
  const deciles = toDeciles(
    labels.flatMap((label) => {
      const sure = hitsOf(open, label).flatMap(({ruleId, confidence}) =>
        ruleId === 'unsourced-claim' && confidence !== undefined ? [confidence] : []
      )
      return sure.length > 0 ? [{confidence: Math.max(...sure), isRight: label.label === 'U'}] : []
    })
  )
  return {
    name,
    is,
    sentences: labels.length,
    unsourced: countKinds(labels),
    rules: {
      all: scoreOf(() => true),
      ...Object.fromEntries(known.map((id) => [id, scoreOf((ruleId) => ruleId === id)]))
    },
    ...deciles
  }
}

/**
 * @param {string} file
 * @returns {Label[]}
 */
function readLabels(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
}

/** Whether they share at least half of the shorter one. */
function covers(/** @type {Message} */ message, /** @type {Label} */ label) {
  const overlap = Math.min(message.end, label.end) - Math.max(message.start, label.start)
  const shorter = Math.min(message.end - message.start, label.end - label.start)
  return overlap > 0 && overlap >= 0.5 * shorter
}

/**
 * @param {readonly Label[]} flagged
 * @param {readonly Label[]} severe those flagged as severely as the rule does
 * @returns {RuleScore}
 */
function scoreRule(flagged, severe) {
  const count = (/** @type {readonly Label[]} */ list, /** @type {string} */ name) =>
    list.filter(({label}) => label === name).length
  return {
    flagged: flagged.length,
    right: count(flagged, 'U'),
    severe: severe.length,
    severeRight: count(severe, 'U'),
    sourced: count(flagged, 'C'),
    needless: count(flagged, 'N'),
    found: countKinds(flagged)
  }
}

/**
 * Those that need a source and have none, by kind.
 *
 * @param {readonly Label[]} labels
 */
function countKinds(labels) {
  return Object.fromEntries(
    Object.keys(claimKinds).map((kind) => [
      kind,
      labels.filter((label) => label.label === 'U' && label.kind === kind).length
    ])
  )
}

/**
 * @param {readonly {confidence: number, isRight: boolean}[]} scored
 * @returns {{confidence: Decile[], calibrationError: number}}
 */
export function toDeciles(scored) {
  let error = 0
  const confidence = Array.from({length: 10}, (_, decile) => {
    const own = scored.filter((one) => Math.min(9, Math.floor(one.confidence * 10)) === decile)
    const sum = own.reduce((total, one) => total + one.confidence, 0)
    const right = own.filter(({isRight}) => isRight).length
    error += Math.abs(sum - right)
    return {said: round(own.length > 0 ? sum / own.length : 0), right, sentences: own.length}
  })
  return {confidence, calibrationError: round(scored.length > 0 ? error / scored.length : 0)}
}

/** Enough to read, and the same on every machine. */
function round(/** @type {number} */ value) {
  return Math.round(value * 1000) / 1000
}
