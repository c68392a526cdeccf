/**
 * The figures of rules/measured.json: numbers and the names of collections, nothing of what was measured.
 *
 * @typedef {object} Collection
 * @property {string} name
 * @property {string} is What its articles are, as the pages say it.
 * @property {number} articles
 * @property {number} words What blanks part.
 *
 * @typedef {object} Count
 * @property {number} articles With a finding.
 * @property {number} findings
 * @property {number} milder Those among them that are less severe than the rule.
 *
 * @typedef {object} RuleScore Labelled sentences that a rule speaks of.
 * @property {number} flagged
 * @property {number} right They need a source and have none.
 * @property {number} severe Flagged as severely as the rule does.
 * @property {number} severeRight
 * @property {number} sourced They have a source.
 * @property {number} needless They need none.
 * @property {Readonly<Record<string, number>>} found By kind of claim, those that need a source and have none.
 *
 * @typedef {object} Decile
 * @property {number} said The mean confidence.
 * @property {number} right
 * @property {number} sentences
 *
 * @typedef {object} Labelled Sentences that somebody labelled.
 * @property {string} name
 * @property {string} is
 * @property {number} sentences Those on the border between two labels are left out.
 * @property {Readonly<Record<string, number>>} unsourced By kind of claim, those that need a source and have none.
 * @property {Readonly<Record<string, RuleScore>>} rules By rule, and `all` for the rules together.
 * @property {readonly Decile[]} confidence Of `unsourced-claim` when it reports all it can: ten steps of 0.1.
 * @property {number} calibrationError The mean difference between said and right, by sentences.
 *
 * @typedef {object} PlantedKind
 * @property {string} rules The rules that may find it, parted by blanks.
 * @property {number} planted
 * @property {number} found
 *
 * @typedef {object} Planted Defects planted into good articles, one at a time.
 * @property {string} name
 * @property {string} is
 * @property {number} articles
 * @property {Readonly<Record<string, PlantedKind>>} kinds
 *
 * @typedef {object} Figures
 * @property {1} version
 * @property {readonly Collection[]} collections
 * @property {Readonly<Record<string, Readonly<Record<string, Count>>>>} rules By rule and collection.
 * @property {readonly Labelled[]} labelled
 * @property {readonly Planted[]} planted
 */

/** The letters of the labelling guide, in its order, as the pages call them. */
export const claimKinds = {
  Q: 'figure or date',
  S: 'study or authority',
  R: 'rank or superlative',
  E: 'effect or cause',
  F: 'fact about a named party',
  P: 'forecast or plan',
  D: 'quotation'
}

/**
 * The text of rules/measured.json: what holds no other object is one line.
 *
 * @param {Figures} figures
 */
export function toText(figures) {
  return `${write(figures, '')}\n`
}

/**
 * @param {unknown} value
 * @param {string} indent
 * @returns {string}
 */
function write(value, indent) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  const entries = Object.entries(value)
  if (entries.length === 0) return open + close
  const inner = `${indent}  `
  const parts = entries.map(
    ([key, item]) => `${isList ? '' : `${JSON.stringify(key)}: `}${write(item, inner)}`
  )
  const line = `${open} ${parts.join(', ')} ${close}`
  const isFlat = entries.every(([, item]) => typeof item !== 'object')
  if (isFlat && !isList && indent.length + line.length < 80) return line
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`
}
