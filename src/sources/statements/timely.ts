/** In lower case: words that hold a statement to the day it was written. */
const always =
  /\b(?:currently|at present|at the moment|right now|to date|so far|as of (?:today|now|this (?:year|month|writing)|(?:(?:early|mid|late)[- ])?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:\d{1,2}, )?20\d\d)|the latest (?:figures?|data|numbers?|estimates?|count|survey|statistics))\b/g

/** The same in a sentence with a figure; without one they tell of an event: “Today, the council announced”. */
const counting = /\b(?:now|today|this year|this month)\b/g

/** “From now on”, “until now”, “earlier this year”, “March of this year”. */
const before = /(?:from|until|till|by|up to|for|even|just|thus|of|in|earlier|later|since|and)\s$/
/** “Today’s world”, “so far as”, “so far away”. */
const after = /^(?:['’]s\b| on\b| as\b| away\b| apart\b| from\b| that\b| (?:known|called|defunct|famous)\b|-)/

/**
 * The first words of a text that hold it to a day, `[start, end)`; none between quotation marks.
 *
 * @param isCounting it has a figure
 */
export function findTimely(
  text: string,
  isQuoted: (start: number, end: number) => boolean,
  isCounting: boolean
): readonly [start: number, end: number] | undefined {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return undefined
  for (const pattern of isCounting ? [always, counting] : [always]) {
    for (const {index, 0: found} of lower.matchAll(pattern)) {
      const end = index + found.length
      const isBound =
        before.test(lower.slice(Math.max(0, index - 9), index)) || after.test(lower.slice(end, end + 9))
      if (!isBound && !isQuoted(index, end)) return [index, end]
    }
  }
  return undefined
}
