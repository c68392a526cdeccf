/**
 * A name for a finding that stays when lines are added, removed or wrapped anew elsewhere in the article: 16 hex digits
 * made of the rule, the message and the text it is about. Two findings of one article may have the same.
 *
 * @param text what stands at the finding's place
 * @param reason stands in for a text that is empty
 */
export function fingerprintOf(ruleId: string, messageId: string, text: string, reason: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return hash([ruleId, messageId, words === '' ? reason : words].join('\0'))
}

/** Two FNV-1a hashes of 32 bits with bases of their own: no crypto, as it runs in browsers too. */
function hash(text: string): string {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x85ebca6b)
  }
  return hex(high ^ (high >>> 15)) + hex(low ^ (low >>> 15))
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
