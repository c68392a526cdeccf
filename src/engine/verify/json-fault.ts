const value = '{["0'

/** Where a text stops to be JSON: what `JSON.parse` says of it has no place. Marks and their order are all it looks at. */
export function findJsonFault(text: string): number {
  const open: string[] = []
  let expected = value
  let isKey = false
  for (let at = 0; at < text.length; ) {
    const start = skipBlanks(text, at)
    const kind = kindAt(text, start)
    if (kind === undefined || !expected.includes(kind)) return start
    // No regular expression: in a string of millions of characters it would have no memory to go back in.
    const end = kind === '"' ? endOfString(text, start) : kind === '0' ? endOfWord(text, start) : start + 1
    if (end === undefined) return start
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
    at = end
  }
  return text.length
}

/** A mark, `"` for a string, `0` for a number or word. */
function kindAt(text: string, at: number): string | undefined {
  const character = text.charAt(at)
  if (character !== '' && '{}[],:"'.includes(character)) return character
  return isOfWord(character) ? '0' : undefined
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
  return at
}

function endOfWord(text: string, from: number): number {
  let at = from
  while (isOfWord(text.charAt(at))) at++
  return at
}

function isOfWord(character: string): boolean {
  return /[-\w.+]/.test(character)
}

function endOfString(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++
    else if (text.charAt(at) === '"') return at + 1
  }
  return undefined
}
