/** A path, with `/`, as a URI reference: relative ones stay relative. */
export function toUri(path: string): {readonly uri: string; readonly isRelative: boolean} {
  const isDrive = /^[A-Za-z]:\//.test(path)
  const isRelative = !isDrive && !path.startsWith('/')
  const parts = wellFormed(path).split('/')
  const uri = parts.map((part, index) => (isDrive && index === 0 ? part : encodeURIComponent(part))).join('/')
  return {uri: isRelative ? uri : `file://${isDrive ? '/' : ''}${uri}`, isRelative}
}

/** `encodeURIComponent` throws at a lone surrogate. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}

/** Whether an address can be shown as a link. */
export function isWebUrl(url: string): boolean {
  return /^https?:\/\/[\w.~:/?#@!$&'()*+,;=%[\]-]+$/.test(url) && URL.canParse(url)
}
