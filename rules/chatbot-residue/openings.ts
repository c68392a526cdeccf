const agreement =
  /^(?:certainly|absolutely|of course|sure(?: thing)?|(?:great|good|excellent)(?: (?:question|choice|idea|topic))?|ok(?:ay)?|al(?:l ?)?right|got it|no problem|understood|(?:I['’]d be |I would be )?(?:happy|glad) to help|thank(?:s| you) for [^.!,:]{3,60})(!|\.|,| [—–-])\s+/i
const handover =
  /^(?:here(?:['’]s| is| are)|below (?:is|are)|i(?:['’]ve| have) (?:written|drafted|created|prepared|revised|rewritten|put together))\b/i
/** What was asked for: “a draft”, “your revised text”, not “the story of how we met”. */
const product =
  /^\S+ \S+ (?:[\w'’-]+,? ){0,6}?(?:(?:revised|rewritten|polished|improved|expanded|refined|updated|edited)|article|draft|version|blog posts?|post|rewrite|outline|essay|revision|translation|summary|headlines?|captions?|paragraphs?|introduction|conclusion|keywords?|titles?|hashtags|variations|alternatives|suggestions|bullet points|FAQs?)\b/i
const reworked =
  /^here(?:['’]s| is) (?:an?|the|your) (?:\S+ ){0,3}?(?:revised|rewritten|polished|improved|expanded|refined|reworded|rephrased|humanized|seo-optimized|seo-friendly|\d{3,4}[- ]word)\b/i

/**
 * “Certainly! Here is a draft of the article:”, “Here's a 600-word article on bees:”
 *
 * @param index of the passage: without a word of agreement only the first ones are one
 */
export function isOpening(text: string, index: number): boolean {
  const line = text.slice(0, firstLine(text))
  const agreed = agreement.exec(line)
  if (!agreed) return index < 2 && /^here/i.test(line) && reworked.test(line) && product.test(line)
  const rest = line.slice(agreed[0].length)
  return handover.test(rest) && (product.test(rest) || (agreed[1] === '!' && /:$/.test(rest.trimEnd())))
}

/** Where it ends. */
export function firstLine(text: string): number {
  const end = text.indexOf('\n')
  return end < 0 ? text.length : end
}
