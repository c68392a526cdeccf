/**
 * A name for a finding that stays when other parts of the article change, when lines are wrapped anew and when the
 * text moves: 16 hex digits made of the rule, the message and the sentence (or line, or longer text) it is about.
 * Findings that say the same of the same words have the same.
 *
 * @param source the article
 * @param range what the finding is about; nothing for a finding about the article as a whole
 */
export function fingerprintOf(
  ruleId: string,
  messageId: string,
  source: string,
  range: readonly [start: number, end: number] | undefined
): string {
  return hash([ruleId, messageId, range ? wordsAt(source, range) : ''].join('\0'))
}

/** The words at a place, as one line without the marks of the quote, item or heading they stand in. */
function wordsAt(source: string, range: readonly [start: number, end: number]): string {
  return source
    .slice(...wholeSentence(source, range))
    .replace(/[\r\n][\s>]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:> ?|[-*+•] |#{1,6} |\d{1,3}[.)] )+/, '')
}

/** Sentences are shorter: this bounds the work in a text without punctuation. */
const farthest = 300

/**
 * Widens a place to the sentence it stands in, as “some say” alone may stand anywhere. Cut coarsely and by the text
 * alone: another splitter or parser must not give all findings of a site new names.
 */
function wholeSentence(source: string, [start, end]: readonly [number, number]): [number, number] {
  if (isLineEdge(source, start, -1) && isLineEdge(source, end, 1)) return [start, end]
  let from = start
  for (let left = farthest; from > 0 && left > 0 && !isBreak(source, from); left--)
    from -= isPair(source, from - 2) ? 2 : 1
  let to = end
  for (let left = farthest; to < source.length && left > 0 && !(to > start && isBreak(source, to)); left--)
    to += isPair(source, to) ? 2 : 1
  return [from, to]
}

/** CR LF counts as one character: line ends give a finding no other name. */
function isPair(source: string, at: number): boolean {
  return source.charCodeAt(at) === 13 && source.charCodeAt(at + 1) === 10
}

/** Whether only blanks and marks of a heading, list or quote stand between a place and the edge of its line. */
function isLineEdge(source: string, offset: number, step: -1 | 1): boolean {
  for (let at = step < 0 ? offset - 1 : offset; at >= 0 && at < source.length; at += step) {
    const character = source[at] as string
    if (character === '\n' || character === '\r') return true
    if (!' \t#>*+-•_'.includes(character)) return false
  }
  return true
}

/** Whether a sentence ends before a place: after its full stop, at a blank line, at a heading, item, row or tag. */
function isBreak(source: string, at: number): boolean {
  // At most places: after no blank, and at no tag.
  const code = at > 0 ? source.charCodeAt(at - 1) : 10
  const isBlank = code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0
  if (!isBlank && code !== 62 && source.charCodeAt(at) !== 60) return false
  const before = source[at - 1] ?? '\n'
  const after = source[at] ?? '\n'
  if (after === '<' && blockTag.test(source.slice(at, at + 14))) return true
  if (before === '>' && endsBlockTag(source.slice(Math.max(0, at - 200), at))) return true
  if (!isSpace(before) || isSpace(after)) return false
  let last = at - 1
  let lines = 0
  while (isSpace(source.charAt(last)) || source[last] === '>') {
    if (source[last] === '\n' || (source[last] === '\r' && source[last + 1] !== '\n')) lines++
    last--
  }
  if (last < 0 || lines > 1) return true
  // A comment for the linter is no part of the sentence below it.
  if (source.startsWith('-->', last - 1) || source.startsWith('*/}', last - 2)) return true
  if (lines === 1 && (block.test(source.slice(at, at + 7)) || isHeadingOrRow(source, last))) return true
  while (closing.includes(source[last] ?? ' ')) last--
  return '.!?'.includes(source[last] ?? '.')
}

const closing = '"\'”’»)]*_'
const block = /^(?:[-*+•]\s|#{1,6}\s|\d{1,3}[.)]\s|\|)/
const blockTag = /^<\/?(?:p|h[1-6]|li|[uo]l|d[lt]|dd|div|t[rdh]|table|blockquote|section|article|main|br)\b/i

/** Whether a text ends with a tag: a `>` further on is the mark of a quote. */
function endsBlockTag(text: string): boolean {
  const tag = text.slice(Math.max(0, text.lastIndexOf('<')))
  return tag.indexOf('>') === tag.length - 1 && blockTag.test(tag)
}

function isHeadingOrRow(source: string, last: number): boolean {
  const first = Math.max(0, last - farthest)
  let start = last
  while (start > first && !'\r\n'.includes(source[start - 1] as string)) start--
  return source[start] === '#' || source[start] === '|'
}

function isSpace(character: string): boolean {
  return character !== '' && ' \n\t\r\u00A0'.includes(character)
}

/** Two hashes of 32 bits in the manner of FNV-1a: no crypto, as it runs in browsers too. */
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
