import {type Claim, type Document, endOfNoun, lazy, type Range} from '../../src/rule/index.ts'

/** Longer words are cut in a message. */
const longest = 60
/** More than a quotation needs, with its marks. */
const mostRead = 400
/** A clause that ends before this says too little to stand for its sentence. */
const shortestClause = 28

/** The words that make a sentence a claim, where they say enough without it: without marks, on one line. */
export function readPart(document: Document, {range, sentence, kind}: Claim): string | undefined {
  if (range[0] === sentence.range[0] && range[1] === sentence.range[1]) return undefined
  const part = readRange(document, range)
  if (kind !== 'quantity') return part
  const figure = growFigure(plain(sentence.text), part)
  return /^[\d.,]+$/.test(figure) ? undefined : figure
}

/** The words at a range of the source, without marks, on one line. */
export function readRange(document: Document, [start, end]: Range): string {
  return plain(
    document.text
      .slice(start, Math.min(end, start + mostRead))
      .replace(/\]\([^)]*\)?/g, '')
      // `\$634 a loaf`: the backslash is a mark as well.
      .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
      .replace(/[*_]+|(?<!\d)\[|\](?!\d)/g, '')
  )
}

function plain(text: string): string {
  return text.replaceAll('`', '').replace(/\s+/g, ' ').trim()
}

/** "6 to " before "12 months", "more than " before "40 users". */
const beforeFigure = lazy(
  () =>
    /(?<![\p{L}\d])(?:(?:about|around|nearly|almost|over|under|roughly|some|up to|at least|at most|(?:more|less|fewer) than) )?(?:[$€£]?\d(?:[\d.,]*\d)? ?%? ?(?:to |–|-|and |or ) ?)?$/iu
)

/** " of its buses", " per day", " a year" after a figure. */
const afterFigure = lazy(
  () =>
    /^ (?:(?:of|per) (?:(?:the|its|their|all|his|her|our) )?|an? )(?:[\p{L}\p{N}-]+['’]s )?(?:(?:\p{Lu}\.){2,}|[\p{L}\p{N}-]+)/u
)

/** "+ combined points" after a number that counts something. */
const afterNumber = lazy(
  () => /^\+?(?: \p{Ll}[\p{L}'’-]*)? (?!is\b|was\b|has\b|as\b|this\b|its\b)\p{Ll}[\p{L}'’-]*(?<!s)s\b/u
)

/** A figure with what it is a figure of: "32 %" becomes "32 % of bakers". */
function growFigure(sentence: string, figure: string): string {
  const at = sentence.indexOf(figure)
  if (at < 0) return figure
  const start = beforeFigure().exec(sentence.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  const rest = sentence.slice(at + figure.length)
  const grown =
    figure +
    (afterFigure().exec(rest)?.[0] ??
      (/^[\d.,]+$/.test(figure) ? afterNumber().exec(rest)?.[0] : undefined) ??
      '')
  const counts = grown.lastIndexOf(' of ', grown.length - 5)
  const isOpen =
    counts >= 0
      ? /^\P{N}+$/u.test(grown.slice(counts + 4))
      : /^[$€£]?[\d.,]+ \p{Ll}+(?: \p{Ll}+)?$/u.test(grown)
  const end = at + grown.length
  const noun = isOpen ? sentence.slice(end, endOfNoun(sentence, grown, end)) : ''
  return start + withoutOpenEnd(grown + noun)
}

/** "As the chain grows, ", "However, ": what comes before the statement. */
const leadIn = lazy(
  () =>
    /^(?:(?:as|while|although|though|because|since|if|when|whenever|after|before|despite|whereas|by|with|to|once|unlike|given|for|in|on|at|during)\b[^,;:]{0,110}|\p{L}+ly|\p{L}+(?:ever|more|over|fore|while)|(?:in|by|as an?|for) (?:addition|contrast|result|example|instance)|overall|still|plus|thus|also|next|finally), (?!and\b|or\b)/iu
)

/** The text if it is short; else its statement's beginning, or the clause that holds the character at `anchor`. */
export function quote(text: string, anchor?: number): string {
  const line = plain(text)
  if (line.length <= longest) return withoutStop(line)
  const start = startOf(line, anchor)
  const words = cut(line.slice(start), anchor === undefined ? 0 : anchor - start)
  return start === 0 ? words : `…${words}`
}

/** Where a clause begins; a bare comma may stand in a list. */
const clauseStart =
  /(?:[;:]| [–—]|,(?= (?:and|but|which|who|while|where|when|although|though|because|so|as|it|this|they|he|she|we|the)\b)) /g

/** Where to begin a quotation of a long text. */
function startOf(line: string, anchor = 0): number {
  const opening = leadIn().exec(line)?.[0].length ?? 0
  const start = line.length - opening < shortestClause || (opening > anchor && anchor > 0) ? 0 : opening
  if (anchor - start < longest - 15) return start
  const clauses = [...line.matchAll(clauseStart)].map(({index, 0: mark}) => index + mark.length)
  const clause = clauses.findLast((at) => at <= anchor)
  if (clause !== undefined && anchor - clause < longest - 15) return clause
  return line.indexOf(' ', anchor - longest / 2) + 1
}

/** The beginning of a text: up to the end of a clause after `least`, else between two words. */
function cut(text: string, least = 0): string {
  if (text.length <= longest) return withoutStop(text)
  const head = text.slice(0, longest + 1)
  const clause = [...head.matchAll(/[,;:](?= )| [–—(]/g)].findLast(
    ({index}) => index >= Math.max(shortestClause, least)
  )
  const words = head.slice(0, clause?.index ?? head.lastIndexOf(' '))
  return `${withoutOpenEnd(words || head.slice(0, longest))}…`
}

function withoutStop(text: string): string {
  return text.replace(/(?<![.!,;:])[.!,;:]+$/, '')
}

/** Words that point at what was cut off. */
const openEnd =
  / (?:an?|the|of|to|and|or|but|in|on|for|with|by|its|their|that|which|who|as|at|from|is|are|was|were|than|has|have|had)$/i

function withoutOpenEnd(words: string): string {
  let kept = words
  for (;;) {
    const next = kept.replace(/(?<![\s,;:([“"‘–—-])[\s,;:([“"‘–—-]+$/, '').replace(openEnd, '')
    if (next === kept) return kept
    kept = next
  }
}
