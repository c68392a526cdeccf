/** The arithmetic of the tables. */

/** @param {readonly number[]} list not empty */
export function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * The power of the size by which a cost grows: the slope of the straight line nearest to the points, both on a logarithmic scale.
 * 1 is linear, 2 quadratic. Points without a cost are left out; NaN when less than two are left.
 *
 * @param {readonly (readonly [size: number, cost: number])[]} points
 */
export function exponent(points) {
  const logs = points
    .filter(([size, cost]) => size > 0 && cost > 0)
    .map(([size, cost]) => /** @type {const} */ ([Math.log(size), Math.log(cost)]))
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length
  const above = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  const below = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  return above / below
}

/**
 * Each cost beside the mean of what the yardstick cost right before and after it.
 *
 * @param {readonly {cost: number, before: number, after: number}[]} pairs
 */
export function ratios(pairs) {
  const all = pairs.map(({cost, before, after}) => cost / ((before + after) / 2))
  return {min: Math.min(...all), median: median(all), max: Math.max(...all)}
}

/**
 * A number with three digits that count, as a table shows it; `–` when there is none.
 *
 * @param {number | undefined} value
 */
export function show(value) {
  if (value === undefined || !Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 100) return value.toFixed(0)
  const digits = Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 || value === 0 ? 2 : 3
  return value.toFixed(digits)
}

/**
 * A Markdown table; all columns but the first are numbers, or as `left` says.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @param {readonly number[]} [left] columns of words
 */
export function table(head, rows, left = [0]) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`
  const plain = (/** @type {string} */ cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')
  const marks = head.map((_, column) => (left.includes(column) ? '---' : '---:'))
  return [head, marks, ...rows.map((row) => row.map(plain))].map(line).join('\n')
}
