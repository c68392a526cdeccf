interface Place {
  readonly start: number
  readonly end: number
}

/** Where one clause may end and another begin. */
const joint =
  /[;:()—“”"]|,(?=\s)|\s[–-]\s|\b(?:while|whereas|although|though|but|which|who|when|because|whilst|as well as|compared (?:with|to))\b|\band(?= (?:it|they|he|she|its|their|this|that|the|a|an|another|in|on|at|of|by|from|up)\b)/gi

/** Where the clause around a place of a sentence begins and ends. */
export function clausePlace(text: string, {start, end}: Place): Place {
  let from = 0
  let to = text.length
  for (const match of text.matchAll(joint)) {
    const at = match.index
    if (match[0] === ',' && isWithin(text, from, at)) continue
    if (at + match[0].length <= start) from = at + match[0].length
    else if (at >= end) {
      to = at
      break
    }
  }
  return {start: from, end: to}
}

const opening =
  /^\s*(?:in|of|among|amongst|for|at|on|during|by|after|before|since|between|with|without|from|under|over|until|within|across|outside|inside|throughout|per|excluding|including|compared|not|mainly|mostly|especially|once|if|as|when|where)\b/i

/** “Of drivers over 70, 8 percent failed”: a comma that parts no clauses. */
function isWithin(text: string, from: number, at: number): boolean {
  return opening.test(text.slice(from, Math.min(at, from + 40))) || opening.test(text.slice(at + 1, at + 40))
}

/** The clause around a place of a sentence. */
export function clauseAt(text: string, place: Place): string {
  const {start, end} = clausePlace(text, place)
  return text.slice(start, end)
}
