/**
 * @typedef {import('./properties.mjs').Try} Try
 * @typedef {import('../../../src/lint/index.ts').LintResult} LintResult
 */

/** @param {Try} attempt @param {LintResult} result */
export function* rangesAreValid({article: {text}}, {messages, directives}) {
  const pointOf = pointsOf(text)
  let last = 0
  for (const message of messages) {
    const {ruleId, messageId, start, end, fix = [], suggestions = [], related = []} = message
    const name = `${ruleId}/${messageId} ${start}-${end}`
    if (start < last) yield `${name}: not in the order of the text`
    last = start
    for (const place of [message, ...fix, ...suggestions.flatMap(({edits}) => edits), ...related]) {
      const wrong = faultOf(text, place)
      if (wrong) yield `${name}: ${wrong} at ${place.start}-${place.end}`
    }
    for (const place of [message, ...related]) {
      const point = pointOf(place.start)
      if (place.line !== point.line || place.column !== point.column)
        yield `${name}: is at ${place.line}:${place.column}, expected ${point.line}:${point.column}`
    }
    const point = pointOf(end)
    if (message.endLine !== point.line || message.endColumn !== point.column)
      yield `${name}: ends at ${message.endLine}:${message.endColumn}, expected ${point.line}:${point.column}`
    if (message.actual !== undefined && message.actual !== text.slice(start, end))
      yield `${name}: \`actual\` is ${JSON.stringify(message.actual)}`
    for (const edits of [fix, ...suggestions.map(({edits}) => edits)]) {
      const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
      if (sorted.some((edit, index) => index > 0 && edit.start < (sorted[index - 1]?.end ?? 0)))
        yield `${name}: edits overlap`
    }
  }
  for (const {start, end} of directives) {
    const wrong = faultOf(text, {start, end})
    if (wrong) yield `directive: ${wrong} at ${start}-${end}`
  }
}

/** @param {string} text @param {{start: number, end: number}} place */
function faultOf(text, {start, end}) {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'no number'
  if (start < 0 || start > end || end > text.length) return `out of the text of ${text.length}`
  for (const at of [start, end]) {
    if (at === 0 || at === text.length) continue
    if ((text.codePointAt(at - 1) ?? 0) > 0xffff) return 'splits a surrogate pair'
    if (text[at - 1] === '\r' && text[at] === '\n') return 'splits a line end'
  }
  return undefined
}

/**
 * Lines and columns without the byte order mark, counted another way than in the linter.
 *
 * @param {string} source
 * @returns {(offset: number) => {line: number, column: number}}
 */
function pointsOf(source) {
  const shift = source.startsWith('\uFEFF') ? 1 : 0
  let offset = shift
  const ends = source
    .slice(shift)
    .split(/(?<=\r\n|\r(?!\n)|\n)/)
    .map(({length}) => (offset += length))
  return (at) => {
    const before = ends.filter(
      (end, index) => end <= at && (index < ends.length - 1 || /[\r\n]$/.test(source))
    )
    return {line: before.length + 1, column: at - (before.at(-1) ?? shift) + 1}
  }
}
