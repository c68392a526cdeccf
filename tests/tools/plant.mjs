/**
 * Plants one defect in a good article, the way such defects look in the wild.
 *
 * A planter returns the new text, the planted place in it, and the rules that may name it; `undefined` where the
 * article has no place for the defect. The same text and the same row of random numbers give the same result.
 */
import * as copies from './plant/copies.mjs'
import * as debris from './plant/debris.mjs'
import * as structure from './plant/structure.mjs'

export {seeded} from './plant/words.mjs'

/**
 * @typedef {import('./plant/words.mjs').Random} Random
 *
 * @typedef {object} Plant
 * @property {string} text The article with the defect.
 * @property {string[]} ruleIds The rules that may name it; one of them is enough.
 * @property {true} [all] Each of the rules has to name it.
 * @property {number} start
 * @property {number} end
 * @property {[start: number, end: number]} [also] A place equally right for the report: the other copy.
 *
 * @typedef {((text: string, random: Random) => Plant | undefined) & {extra?: boolean}} Planter
 * `extra`: not in the list of kinds the project promises to find.
 *
 * @typedef {object} Message What the judge reads of a message of design.md, section 5.
 * @property {string} ruleId
 * @property {string} messageId
 * @property {number} start
 * @property {number} end
 * @property {string} reason
 *
 * @typedef {object} Verdict
 * @property {boolean} found
 * @property {number} hits Messages about the planted defect.
 * @property {Message[]} extra Messages about anything else that were not there before.
 */

/**
 * @param {(text: string, random: Random) => Plant | undefined} planter
 * @returns {Planter}
 */
const extra = (planter) => Object.assign(planter, {extra: true})

/**
 * The planters by kind of defect, in the order of the report.
 * @type {Readonly<Record<string, Planter>>}
 */
export const plants = {
  'copied-paragraph': copies.copiedParagraph,
  'reworded-paragraph': copies.rewordedParagraph,
  'glued-paragraph': copies.gluedParagraph,
  'pulled-mark': structure.pulledMark,
  'repeated-title': debris.repeatedTitle,
  'byline-counter': debris.bylineCounter,
  'flattened-list': structure.flattenedList,
  'author-box': debris.authorBox,
  'skipped-level': structure.skippedLevel,
  'empty-section': structure.emptySection,
  'undefined-footnote': structure.undefinedFootnote,
  'chatbot-residue': debris.chatbotResidue,
  'keyword-line': extra(debris.keywordLine),
  'section-label': extra(debris.sectionLabel),
  placeholder: extra(debris.placeholder),
  'bare-heading': extra(structure.bareHeading),
  'heading-run-on': extra(structure.headingRunOn)
}

/**
 * Holds the messages after the planting against those before it.
 * @param {string} original
 * @param {Plant} plant
 * @param {readonly Message[]} before
 * @param {readonly Message[]} after
 * @returns {Verdict}
 */
export function judge(original, plant, before, after) {
  const fresh = freshMessages(original, plant, before, after)
  const places = [[plant.start, plant.end], ...(plant.also ? [plant.also] : [])]
  const hits = fresh.filter(
    (m) =>
      plant.ruleIds.includes(m.ruleId) &&
      places.some(([s = 0, e = 0]) => m.start < e && Math.max(m.end, m.start + 1) > s)
  )
  const isNamed = (/** @type {string} */ id) => hits.some((m) => m.ruleId === id)
  const others = fresh.filter((m) => !hits.includes(m))
  const extra = [...new Set(others.map((m) => m.ruleId))].flatMap((id) => {
    const count = (/** @type {readonly Message[]} */ list) => list.filter((m) => m.ruleId === id).length
    // A message that only moved to another place is fresh, but not one more.
    const surplus = count(after) - count(before) - count(hits)
    return surplus > 0 ? others.filter((m) => m.ruleId === id).slice(0, surplus) : []
  })
  return {
    found: plant.all ? plant.ruleIds.every(isNamed) : plant.ruleIds.some(isNamed),
    hits: hits.length,
    extra
  }
}

/**
 * The messages after the planting that did not stand at the same place before.
 * @param {string} original
 * @param {Plant} plant
 * @param {readonly Message[]} before
 * @param {readonly Message[]} after
 */
function freshMessages(original, plant, before, after) {
  const {text, start, end} = plant
  const shift = text.length - original.length
  let head = 0
  while (head < start && head < original.length && text[head] === original[head]) head++
  let tail = original.length
  while (tail > head && tail + shift > end && text[tail + shift - 1] === original[tail - 1]) tail--
  const key = (/** @type {Message} */ m, by = 0) => `${m.ruleId} ${m.messageId} ${m.start + by} ${m.end + by}`
  /** @type {Map<string, number>} */
  const known = new Map()
  for (const m of before) {
    const moved = m.end <= head ? key(m) : m.start >= tail ? key(m, shift) : undefined
    if (moved !== undefined) known.set(moved, (known.get(moved) ?? 0) + 1)
  }
  return after.filter((m) => {
    const left = known.get(key(m)) ?? 0
    known.set(key(m), left - 1)
    return left <= 0
  })
}
