/** A small grammar: sentences and paragraphs that read like English and say nothing. */
import {inventName, pick} from '../plant/words.mjs'
import {adjectives, names, nouns, verbs, zipf} from './vocabulary.mjs'

/** @typedef {import('../plant/words.mjs').Random} Random */

const prepositions = [
  'near',
  'behind',
  'along',
  'beside',
  'above',
  'across from',
  'next to',
  'within sight of'
]
const joints = ['and', 'but', 'while', 'because', 'so', 'although', 'before', 'after']
const times = ['the spring of', 'the autumn of', 'the last weeks of', 'the summer of', 'March', 'October']
const soft = [
  'Studies show that',
  'Experts believe that',
  'It is important to note that',
  'Many people say that',
  'It is widely known that'
]

/** @param {Random} random */
const noun = (random) => zipf(nouns, random)
/** @param {Random} random */
const plural = (random) => `${noun(random)}s`.replace(/([^aeo])ys$/, '$1ies').replace(/(ch|s|x|sh)s$/, '$1es')
/** @param {Random} random */
const verb = (random) => zipf(verbs, random)
/** @param {Random} random */
const year = (random) => String(1880 + Math.floor(random() * 145))
/** @param {Random} random */
const number = (random) => {
  const value = Math.floor(3 * 4000 ** random())
  return value > 999 ? value.toLocaleString('en-GB') : String(value)
}

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)

/** @param {Random} random */
export function address(random) {
  return `https://${zipf(names, random).toLowerCase()}.example/${noun(random)}/${noun(random)}-${year(random)}`
}

/**
 * A noun phrase.
 *
 * @param {Random} random
 */
export function thing(random) {
  const adjective = random() < 0.45 ? `${zipf(adjectives, random)} ` : ''
  const kind = random()
  if (kind < 0.45) return `the ${adjective}${noun(random)}`
  if (kind < 0.6) return `the ${noun(random)} ${noun(random)}`
  if (kind < 0.75) return `the ${adjective}${noun(random)} of ${zipf(names, random)}`
  if (kind < 0.9) return `${zipf(names, random)}'s ${adjective}${noun(random)}`
  return `every ${adjective}${noun(random)}`
}

/** @type {((random: Random) => string)[]} */
const plain = [
  (r) => `${thing(r)} ${verb(r)} ${thing(r)} ${pick(prepositions, r)} ${thing(r)}`,
  (r) =>
    `in ${pick(times, r)} ${year(r)} ${thing(r)} ${verb(r)} ${thing(r)}, ${pick(joints, r)} ${thing(r)} ${verb(r)} ${thing(r)}`,
  (r) => `${inventName(r)} ${verb(r)} ${thing(r)} and ${verb(r)} ${thing(r)} for ${number(r)} days`,
  (r) => `when ${thing(r)} ${verb(r)} ${thing(r)}, nobody in ${zipf(names, r)} ${verb(r)} ${thing(r)}`,
  (r) => `${thing(r)} is not ${thing(r)}, ${pick(joints, r)} it ${verb(r)} ${thing(r)} in ${year(r)}`,
  (r) => `its ${noun(r)} ${verb(r)} **${number(r)} ${plural(r)}** ${pick(prepositions, r)} ${thing(r)}`,
  (r) => `from ${zipf(names, r)} to ${zipf(names, r)} one can see ${thing(r)}, ${thing(r)} and ${thing(r)}`,
  (r) =>
    `${thing(r)} holds ${number(r)} ${plural(r)}, *${number(r)}* of them ${pick(prepositions, r)} ${thing(r)}`,
  (r) => `“We ${verb(r)} ${thing(r)},” says ${inventName(r)}, who ${verb(r)} ${thing(r)} in ${year(r)}`
]

/** @type {((random: Random) => string)[]} */
const linked = [
  (r) =>
    `according to [${thing(r)}](${address(r)}), ${thing(r)} ${verb(r)} ${number(r)} ${plural(r)} in ${year(r)}`,
  (r) =>
    `${thing(r)} ${verb(r)} ${thing(r)}, as [${inventName(r)} reported](${address(r)} "${capital(noun(r))}")`,
  (r) => `the setting \`${noun(r)}.${noun(r)}\` [${verb(r)}](${address(r)}) ${thing(r)}`,
  (r) =>
    `run \`${noun(r)} --${noun(r)}\`, then _${noun(r)}_ and \`${noun(r)}\`, until ${thing(r)} has **${verb(r)}** ${thing(r)}`
]

/** @param {Random} random */
export function sentence(random) {
  const kind = random()
  if (kind < 0.2) return `${capital(pick(linked, random)(random))}.`
  if (kind < 0.22) return `${pick(soft, random)} ${pick(plain, random)(random)}.`
  return `${capital(pick(plain, random)(random))}.`
}

/**
 * Two to five sentences: about 300 bytes, as in real articles (9.8 MB of them had 34,240 paragraphs).
 *
 * @param {Random} random
 */
export function paragraph(random) {
  return Array.from({length: 2 + Math.floor(random() * 4)}, () => sentence(random)).join(' ')
}

/**
 * A heading or title, without the mark.
 *
 * @param {Random} random
 */
export function heading(random) {
  const about = `${zipf(adjectives, random)} ${noun(random)}`
  return capital(
    random() < 0.5
      ? `${about} of ${zipf(names, random)}`
      : `how ${zipf(names, random)} ${verb(random)} ${/^[aeiou]/.test(about) ? 'an' : 'a'} ${about}`
  )
}
