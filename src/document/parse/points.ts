import type {Point} from 'unist'

/** From UTF-16 offsets to unist points: 1-based lines and columns. `\n`, `\r\n` and `\r` end a line. */
export function createPoints(text: string): (offset: number) => Required<Point> {
  const starts = text.includes('\r') ? startsBesideReturns(text) : startsOfLines(text)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (starts[low] as number) + 1, offset}
  }
}

/** Of a text whose lines end in `\n` alone: its search is native. */
function startsOfLines(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function startsBesideReturns(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}
