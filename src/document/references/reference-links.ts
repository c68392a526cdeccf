import type {Prose} from '../model.ts'

/** `[text][label]`, `[text][]` and `[text]` that the parser left as text, `[start, end)` in the prose. */
export interface ReferenceLink {
  readonly start: number
  readonly end: number
  /** Nothing when the address stands in a file that the site's generator puts in. */
  readonly url: string | undefined
}

const reference = /\[([^[\]]{1,200})\](?:\[([^[\]]{0,100})\])?/g

/** `[label]: address` on a line of its own, in whatever block. */
const definition = /^ {0,3}\[([^[\]\r\n]{1,200})\]:[ \t]{1,8}<?([^\s<>]{1,2000})/gm

/**
 * Reads references whose definitions the parser does not see: they stand right below a tag of a template, as in
 * `{% include links.md %}`, which leaves the page before it is read as Markdown, or in the file that the tag names.
 */
export function createReferenceLinks(source: string): (prose: Prose) => readonly ReferenceLink[] {
  let known:
    | {readonly urls: ReadonlyMap<string, string | undefined>; readonly isTemplated: boolean}
    | undefined
  return (prose) => {
    const {value} = prose
    if (!value.includes('[')) return []
    known ??= {urls: readDefinitions(source), isTemplated: tag.test(source)}
    const {urls, isTemplated} = known
    if (!isTemplated && urls.size === 0) return []
    const found: ReferenceLink[] = []
    for (const match of value.matchAll(reference)) {
      const {0: all, 1: text = '', 2: given, index} = match
      const end = index + all.length
      // `lines[0][1]`, `[text](address)`, and the definition itself.
      if (/[\p{L}\p{N}_\])]/u.test(value.charAt(index - 1))) continue
      if (value.charAt(end) === '(' || (given === undefined && value.charAt(end) === ':')) continue
      const key = keyOf(given || text)
      // Brackets alone are a link only where somebody says so.
      if (!urls.has(key) && (given === undefined || !isTemplated || !/\p{L}/u.test(text))) continue
      found.push({start: index, end, url: urls.get(key)})
    }
    return found
  }
}

/** A file that is put in; not a value, which is in every second layout. */
const tag = /\{%-?\s*include|\{\{[<%]\s*(?:include|readfile|snippet)|^--8<--|^!INCLUDE/m

/** Addresses by label; one that a tag makes, as in `[report]: {% link report.md %}`, is not known. */
function readDefinitions(source: string): Map<string, string | undefined> {
  const urls = new Map<string, string | undefined>()
  if (!source.includes(']:')) return urls
  for (const [, label = '', url = ''] of source.matchAll(definition)) {
    const key = keyOf(label)
    if (!key.startsWith('^') && !urls.has(key)) urls.set(key, url.startsWith('{') ? undefined : url)
  }
  return urls
}

function keyOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}
