import type {Block, Document, Paragraph} from '../model.ts'

/** “Look at the steps again:”, “We repeat what we did above:” */
const again =
  /\b(?:again|once more|recap|recall|remember|repeat(?:ed|ing|s)?|restated?|reminder|as before|(?:steps|list|rules|points|instructions|questions) (?:from )?(?:above|before|earlier))\b/i

/** Characters at the end of a lead-in in which its last sentence is looked for. */
const longestLead = 160

function saysAgain(lead: string): boolean {
  const last =
    lead
      .trimEnd()
      .slice(-longestLead)
      .split(/[.!?]\s/)
      .at(-1) ?? ''
  return /:["”’)]?$/.test(last) && again.test(last)
}

/** Items of a list that is looked for from one of them. */
const mostItems = 40

/** Whether a paragraph stands in a list whose lead-in says that it comes again. */
export function isRestated({place, index}: Paragraph, {blocks}: Pick<Document, 'blocks'>): boolean {
  if (place !== 'item') return false
  for (let at = index - 1; at >= Math.max(0, index - mostItems); at--) {
    const above = blocks[at] as Block
    if (above.type === 'heading') return false
    if (above.type === 'paragraph' && above.place !== 'item') return saysAgain(above.prose.value)
  }
  return false
}

const opening = /(?:^|[.!?] )Again, /

/** “Again, this should only close the gate.”: who rewords what is above says so. */
export function saysItAgain(one: Paragraph, other: Paragraph): boolean {
  const [first, second] = one.index < other.index ? [one, other] : [other, one]
  return opening.test(second.prose.value) && !opening.test(first.prose.value)
}

/** A formula, which is a paragraph for Markdown. */
const formula = /^(?:\$\$|\\begin\{)/

/** “For a small step this has a solution of the form” and the formula: a text without an end that goes on in it. */
export function goesOnInFormula(
  {index, prose: {value}}: Paragraph,
  {blocks}: Pick<Document, 'blocks'>
): boolean {
  const next = blocks[index + 1]
  if (!next || !/[\p{L}\p{N}$,:)]\s*$/u.test(value)) return false
  return next.type === 'math' || (next.type === 'paragraph' && formula.test(next.prose.value))
}
