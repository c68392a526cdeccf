/** `../setup.md?raw#linux`, read. */
export interface Address {
  readonly path: string
  readonly anchor: string
}

/** Nothing for an address that cannot be decoded. */
export function readAddress(url: string): Address | undefined {
  const [, path = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? []
  try {
    const decoded = decodeURIComponent(path)
    if (/[\\\0]/.test(decoded)) return undefined
    return {path: decoded, anchor: decodeURIComponent(anchor)}
  } catch {
    return undefined
  }
}

export function folderOf(path: string): string {
  const at = path.lastIndexOf('/')
  return at < 0 ? '' : at === 0 ? '/' : path.slice(0, at)
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A relative address from a folder; nothing when it leaves the root that paths start from. */
export function resolveIn(folder: string, relative: string): string | undefined {
  const isAbsolute = folder.startsWith('/')
  const parts: string[] = []
  for (const part of [...folder.split('/'), ...relative.split('/')]) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return `${isAbsolute ? '/' : ''}${parts.join('/')}`
}

const article = /\.(?:md|mdx|markdown)$/i

/** The address names an article's file. */
export function isArticleFile(path: string): boolean {
  return article.test(path)
}

/**
 * The files that a relative address of an article's file may mean: beside the article that has the link, else from a
 * folder above, as some generators read it. None outside the root, nor where the root is not known.
 */
export function findCandidates(from: string, address: string): string[] {
  if (!isArticleFile(address) || address.startsWith('/') || from.startsWith('/')) return []
  const files = new Set<string>()
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const file = resolveIn(folder, address)
    if (file !== undefined) files.add(file)
    if (folder === '') return [...files]
  }
}

/** Files that an address without the extension of an article may mean, as generators of sites serve them. */
function filesOf(path: string): string[] {
  const stem = path.replace(/\.html?$/i, '').replace(/\/index$/, '')
  const folder = stem === '' ? '' : `${stem}/`
  const extensions = ['md', 'mdx', 'markdown', 'html']
  const names = ['index', '_index', 'README', 'readme']
  return [
    ...extensions.map((extension) => `${stem}.${extension}`),
    ...names.flatMap((name) => extensions.map((extension) => `${folder}${name}.${extension}`))
  ]
}

/** Folders that sites are served from. */
const roots = [
  '',
  'content',
  'docs',
  'src',
  'pages',
  'src/pages',
  'src/content',
  'src/docs',
  'website',
  'site',
  'doc',
  'posts'
]

/** The one article that a link without the name of a file means; nothing when there are several, or none. */
export function findServed(from: string, path: string, has: (file: string) => boolean): string | undefined {
  const isOfRoot = path.startsWith('/')
  const isIndex = /(?:^|\/)(?:_?index|readme)\.[^/]+$/i.test(from)
  // An article is a file to one generator, and a folder to the next.
  const relative = isIndex ? [folderOf(from)] : [folderOf(from), from.replace(/\.[^./]+$/, '')]
  const found = new Set<string>()
  for (const folder of isOfRoot ? roots : relative) {
    const file = resolveIn(folder, path)
    if (file === undefined) continue
    for (const name of filesOf(file)) if (has(name)) found.add(name)
  }
  return found.size === 1 ? [...found][0] : undefined
}
