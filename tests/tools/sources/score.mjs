/**
 * Compares what the rules of the category verification say of the articles with what a person says of them.
 *
 * @typedef {'supported' | 'contradicted' | 'absent' | 'quote-altered' | 'quote-absent' | 'elsewhere' | 'stale' | 'dead' | 'moved' | 'anchor-missing' | 'unchecked'} Label
 *
 * @typedef {object} Claim
 * @property {string} article
 * @property {string} quote Source of the article that stands in it once.
 * @property {string} [part] Of the quote: the very words that are wrong.
 * @property {Label} label
 * @property {string} why
 *
 * @typedef {object} Message
 * @property {string} ruleId
 * @property {string} messageId
 * @property {number} start
 * @property {number} end
 * @property {string} reason
 *
 * @typedef {object} Miss
 * @property {Claim} [claim] Nothing where a message is about no claim.
 * @property {string} article
 * @property {string} got
 * @property {readonly string[]} reasons
 *
 * @typedef {object} Score
 * @property {number} claims
 * @property {number} right
 * @property {number} precision Of what is said of figures and quotations: how much is about a wrong one.
 * @property {number} recall Of figures and quotations that are wrong: how many are named.
 * @property {number} flagged
 * @property {number} wrong Figures and quotations that are.
 * @property {Miss[]} falseContradicted
 * @property {Miss[]} misses Claims with another label than theirs, and messages about no claim.
 */

export const verificationRules = [
  'dead-source',
  'figure-not-in-source',
  'quote-not-in-source',
  'redirected-source',
  'source-mismatch',
  'stale-source'
]

const wrongLabels = ['contradicted', 'absent', 'quote-altered', 'quote-absent']
const contradictions = ['contradicted', 'quote-altered']

/**
 * @param {readonly Claim[]} claims
 * @param {Readonly<Record<string, {text: string, messages: readonly Message[]}>>} articles As they were linted, by name.
 * @param {(source: string) => string} place Puts the addresses that the articles were linted with into the quotes.
 * @returns {Score}
 */
export function scoreClaims(claims, articles, place) {
  const placed = claims.map((claim) => ({claim, ...placeOf(claim, articles[claim.article]?.text, place)}))
  const said = Object.entries(articles).flatMap(([article, {messages}]) =>
    messages
      .filter(({ruleId}) => verificationRules.includes(ruleId))
      .map((message) => ({article, message, label: labelOf(message)}))
  )
  /** @type {Miss[]} */
  const misses = []
  let right = 0
  for (const {claim, whole, part} of placed) {
    const own = said.filter(({article, message}) => article === claim.article && touches(message, whole))
    const labels = [...new Set(own.map(({label}) => label))]
    const isSilent = claim.label === 'supported' || claim.label === 'unchecked'
    const isRight = isSilent
      ? own.length === 0
      : labels.join() === claim.label && own.some(({message}) => touches(message, part))
    if (isRight) right++
    else misses.push(miss(claim.article, labels.join(' ') || 'nothing', own, claim))
  }
  const parts = said.filter(({label}) => wrongLabels.includes(label))
  const wrong = placed.filter(({claim}) => wrongLabels.includes(claim.label))
  const isAbout = (/** @type {typeof said[number]} */ one, /** @type {typeof placed[number]} */ other) =>
    one.article === other.claim.article && touches(one.message, other.part)
  const falseContradicted = parts
    .filter(({label}) => contradictions.includes(label))
    .filter(
      (one) => !placed.some((other) => contradictions.includes(other.claim.label) && isAbout(one, other))
    )
  const stray = said.filter(
    ({article, message}) =>
      !placed.some(({claim, whole}) => claim.article === article && touches(message, whole))
  )
  misses.push(...stray.map((one) => miss(one.article, `stray ${one.label}`, [one])))
  const justified = parts.filter((one) => wrong.some((other) => isAbout(one, other)))
  const found = wrong.filter((other) => parts.some((one) => isAbout(one, other)))
  return {
    claims: claims.length,
    right,
    precision: parts.length === 0 ? 1 : justified.length / parts.length,
    recall: found.length / wrong.length,
    flagged: parts.length,
    wrong: wrong.length,
    falseContradicted: falseContradicted.map((one) => miss(one.article, one.label, [one])),
    misses
  }
}

/**
 * A table of what went wrong, for a terminal.
 *
 * @param {Score} score
 */
export function showScore({claims, right, precision, recall, flagged, wrong, falseContradicted, misses}) {
  const rows = misses.map(({article, claim, got, reasons}) => {
    const expected = claim ? `${claim.label} (${claim.why})` : 'nothing'
    const quote = claim ? `  ${claim.quote}\n` : ''
    return `${article}\n${quote}  expected: ${expected}\n  got: ${got}${reasons.map((reason) => `\n    ${reason}`).join('')}`
  })
  return [
    ...rows,
    `${right} of ${claims} claims judged right`,
    `figures and quotations: ${wrong} are wrong, ${flagged} messages; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${falseContradicted.length} false “contradicted”`
  ].join('\n\n')
}

/**
 * @param {string} article
 * @param {string} got
 * @param {readonly {message: Message}[]} own
 * @param {Claim} [claim]
 * @returns {Miss}
 */
function miss(article, got, own, claim) {
  const reasons = own.map(({message}) => `${message.ruleId}/${message.messageId}: ${message.reason}`)
  return {article, got, reasons, ...(claim ? {claim} : {})}
}

/**
 * @param {Claim} claim
 * @param {string | undefined} text
 * @param {(source: string) => string} place
 */
function placeOf(claim, text, place) {
  const quote = place(claim.quote)
  const start = text?.indexOf(quote) ?? -1
  if (start < 0) throw new Error(`${claim.article} has no \`${quote}\``)
  const inner = claim.part === undefined ? 0 : quote.indexOf(claim.part)
  if (inner < 0) throw new Error(`\`${quote}\` has no \`${claim.part}\``)
  const length = claim.part?.length ?? quote.length
  return {
    whole: {start, end: start + quote.length},
    part: {start: start + inner, end: start + inner + length}
  }
}

/**
 * @param {{start: number, end: number}} one
 * @param {{start: number, end: number}} other
 */
function touches(one, other) {
  return one.start < other.end && other.start < one.end
}

/**
 * @param {Message} message
 * @returns {Label}
 */
function labelOf({ruleId, messageId}) {
  if (ruleId === 'figure-not-in-source') return messageId === 'contradicted' ? 'contradicted' : 'absent'
  if (ruleId === 'quote-not-in-source') return messageId === 'altered' ? 'quote-altered' : 'quote-absent'
  if (ruleId === 'source-mismatch') return 'elsewhere'
  if (ruleId === 'stale-source') return 'stale'
  if (ruleId === 'redirected-source') return 'moved'
  return /anchor/i.test(messageId) ? 'anchor-missing' : 'dead'
}
