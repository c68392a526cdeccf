const token = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\]|\\.)*")|(?:[-\w.+]+))/y

const value = '{["0'

/** Where a text stops to be JSON: what `JSON.parse` says of it has no place. Marks and their order are all it looks at. */
export function findJsonFault(text: string): number {
  const open: string[] = []
  let expected = value
  let isKey = false
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at
    const [found, mark, quoted] = token.exec(text) ?? []
    if (found === undefined) return at + (/^[ \t\r\n]*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0)
    const kind = mark ?? (quoted === undefined ? '0' : '"')
    if (!expected.includes(kind)) return token.lastIndex - found.trimStart().length
    if (kind === '{' || kind === '[') open.push(kind)
    if (kind === '}' || kind === ']') open.pop()
    const isInObject = open.at(-1) === '{'
    if (kind === '{') expected = '"}'
    else if (kind === '[') expected = `${value}]`
    else if (kind === ',') expected = isInObject ? '"' : value
    else if (kind === ':') expected = value
    else if (kind === '"' && isKey) expected = ':'
    else expected = open.length === 0 ? '' : isInObject ? ',}' : ',]'
    isKey = kind === '{' || (kind === ',' && isInObject)
  }
  return text.length
}
