/** Where an offset of a text is; both from 1. */
export function lineAndColumn(text: string, at: number): {line: number; column: number} {
  const before = text.slice(0, at)
  const line = before.split(/\r\n?|\n/).length
  return {line, column: at - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))}
}
