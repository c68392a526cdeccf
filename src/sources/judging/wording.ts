/**
 * Words of a page or an address as a message may hold them: on one line, without marks of control and direction,
 * without the mark that ends code, and cut at a word to so many characters.
 */
export function quotePage(text: string, limit: number): string {
  // More than is shown is not looked at: a page may be all blanks.
  const line = text
    .slice(0, 4 * limit)
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replaceAll('`', '’')
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= limit) return line
  const cut = line.slice(0, limit - 1)
  const blank = cut.lastIndexOf(' ')
  const kept = blank > limit / 2 ? cut.slice(0, blank) : cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/[\s,;:.–—-]{1,4}$/, '')}…`
}

/**
 * An address as a message may hold it: like words of a page, with its host as punycode. `аррӏе.example` in Cyrillic letters
 * looks like a name that everybody knows.
 */
export function quoteAddress(url: string, limit: number): string {
  // A host is looked for where addresses have it; all else stays as the article spells it.
  const [, start = '', authority = ''] = /^((?:https?:)?\/\/)([^/?#\\]{1,300})/i.exec(url) ?? []
  if (/^[\u0020-\u007e]*$/.test(authority)) return quotePage(url, limit)
  const host = hostOf(`https://${authority}`)
  return quotePage(
    host === undefined ? url : start + host + url.slice(start.length + authority.length),
    limit
  )
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined
}
