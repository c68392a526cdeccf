import type {Passage} from './passages.ts'

/** Passages at either end among which a field of a brief stands. */
const endPassages = 4

/** A field of the order for the text, or of what was to be entered beside it. */
const brief =
  /^\W{0,3}(?:meta (?:description|title)|seo title|title tag|(?:url )?slug|focus key(?:word|phrase)s?|(?:primary|secondary|target|long-?tail) keywords?|keywords? (?:used|density|targeted|targets?)|word count|readability(?: score)?|plagiarism(?: check| score)?|search intent|(?:internal|external) links?|(?:suggested|recommended) (?:meta description|tags|titles?|headlines?|images?|(?:internal )?links?)|(?:title|headline) (?:suggestions?|options|ideas)|image (?:suggestions?|ideas?|prompts?))\W{0,3}:\W{0,3}\S/i

/** A field and the mark of a heading have their colon here: most passages have none. */
const early = /^[^:]{0,59}:/

/** Which heading a line was to become: `H2: The oven`. */
const level = /^\W{0,3}H[1-6]\s?:\s*\S/
/** How long a part was to be: “Introduction (150–200 words):” */
const size =
  /^[a-z][^\n.,:;!?()]{2,60} \((?:about |approx\.? |~)?\d{2,4}(?: ?[-–] ?\d{2,4})? words\)\W{0,3}$/i
/** “Short message (~50 words)”, “Long message (~450 words)”: the same said at several lengths, for others to copy. */
const variant = /^(?:short|medium|long|brief|full|(?:one|single)[ -](?:line|sentence|paragraph))\b/i
/** In characters, a little more than what `size` matches. */
const longestSize = 120

const searchTopic =
  /\bSEO\b|\b(?:meta|keywords?|search engines?|search results|word counts?|title tags?|headings?|outlines?|briefs?|templates?|essays?|writing)\b/i

/**
 * Fields of a brief among the first and last passages, “Meta description: …”; and its marks of headings and lengths.
 *
 * @param spoken what a chatbot said stands around the article, and so do other fields
 */
export function findBrief(
  passages: readonly Passage[],
  spoken: ReadonlySet<Passage>,
  title: string | undefined,
  topic: RegExp
): Passage[] {
  if (title !== undefined && (searchTopic.test(title) || topic.test(title))) return []
  const fields: Passage[] = []
  const levels: Passage[] = []
  const sizes: Passage[] = []
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at] as Passage
    const {value} = passage.prose
    if (early.test(value)) {
      if (brief.test(value) || isForm(value)) fields.push(passage)
      if (passage.isLine && level.test(value)) levels.push(passage)
    }
    if (!passage.isLine) continue
    const line = value.trim()
    if (line.length < longestSize && line.includes(' words)') && size.test(line)) sizes.push(passage)
  }
  if (fields.length + levels.length + sizes.length === 0) return []
  const around = new Set([...fields, ...spoken])
  const own = passages.filter((passage) => !around.has(passage))
  const [first, last] = [own[endPassages - 1], own.at(-endPassages)]
  // Elsewhere, too: who shows such fields writes about them.
  const isBetween = (passage: Passage): boolean =>
    first !== undefined && last !== undefined && isBehind(passage, first) && isBehind(last, passage)
  const found = fields.every((passage) => passage.isLine && !isBetween(passage)) ? fields : []
  // One defect, one finding: who left a mark left them all.
  const wanted = new Set([
    ...found,
    ...(levels.length > 1 ? levels.slice(0, 1) : []),
    ...(isChoice(sizes) ? [] : sizes)
  ])
  return passages.filter((passage) => wanted.has(passage))
}

function isChoice(sizes: readonly Passage[]): boolean {
  return sizes.length > 1 && sizes.every(({prose}) => variant.test(prose.value.trim()))
}

const field = /^\W{0,3}[A-Z][\w ]{2,30}\W{0,3}:/

/** `Title: …` and `Meta description: …` on the lines of one paragraph. */
function isForm(value: string): boolean {
  if (!value.includes('\n')) return false
  const lines = value.split('\n')
  return lines.every((line) => field.test(line)) && lines.some((line) => brief.test(line))
}

function isBehind({prose: {range}}: Passage, other: Passage): boolean {
  return range[0] > other.prose.range[0]
}
