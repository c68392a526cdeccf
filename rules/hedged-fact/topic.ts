import {type Document, splitWords} from '../../src/rule/index.ts'

/** Somebody's house and what is in it, where the name is not repeated. */
export const house =
  /\b(?:the|its|their|this) (?:\p{Ll}+ ){0,2}(?:company|platform|service|firm|app|site|startup|provider|retailer|bank|brand|organi[sz]ation|manufacturer|implementation|infrastructure|architecture|backend|back-end|stack|deployment|system)\b/iu

const ours = new Set(['we', 'our', 'ours', 'us', "we're", "we've", "we'll"])
/** As often in mid-sentence with a capital, a word of the title is a name. */
const leastUses = 2
/** From this share of sentences on, the article speaks of its own house. */
const ownShare = 0.1

/** The names that the title is about, in lower case; none where the writer speaks of his own house. */
export function findTopic({title, sentences}: Document): ReadonlySet<string> {
  const names = new Map<string, {capital: number; small: number}>()
  for (const {text} of splitWords(title?.text ?? '')) {
    if (/\p{Lu}/u.test(text)) names.set(stem(text), {capital: 0, small: 0})
  }
  let own = 0
  for (const {words} of sentences) {
    if (words.some(({key}) => ours.has(key))) own++
    words.forEach(({text}, index) => {
      const uses = names.get(stem(text))
      if (!uses) return
      if (!/\p{Lu}/u.test(text)) uses.small++
      else if (index > 0) uses.capital++
    })
  }
  if (own > sentences.length * ownShare) return new Set()
  return new Set(
    [...names].filter(([, {capital, small}]) => capital >= leastUses && small === 0).map(([name]) => name)
  )
}

/** `Parcelo's` is `parcelo`. */
export function stem(word: string): string {
  return word.replace(/['’]s?$/, '').toLowerCase()
}
