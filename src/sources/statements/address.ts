/** An address without its fragment, spelled as URLs are: by it a source is known. Nothing for what is no web address. */
export function sourceAddress(url: string): string | undefined {
  const parsed = parse(url)
  if (!parsed) return undefined
  parsed.hash = ''
  return parsed.href
}

/** The fragment of an address, decoded, without `#`; nothing where it has none, or one that only selects text. */
export function fragmentOf(url: string): string | undefined {
  const hash = parse(url)?.hash.slice(1) ?? ''
  const [fragment = ''] = hash.split(':~:')
  if (fragment === '') return undefined
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function parse(url: string): URL | undefined {
  if (!/^(?:https?:)?\/\//i.test(url)) return undefined
  try {
    const parsed = new URL(url.startsWith('//') ? `https:${url}` : url)
    return parsed.hostname === '' ? undefined : parsed
  } catch {
    return undefined
  }
}
