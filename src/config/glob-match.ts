import {type Step, toSteps} from './glob-steps.ts'

/** A line in the syntax of .gitignore. */
export interface Glob {
  /** As it is written. */
  readonly pattern: string
  readonly isNegated: boolean
  /** @param path with `/`; a folder ends in it */
  matches(path: string): boolean
}

/** What globs say of a path and of the folders it is in. */
export interface Verdict {
  readonly ignored: boolean
  /** A glob with `!` lets it in. */
  readonly unignored: boolean
  /** The one that holds it out. */
  readonly pattern?: string
}

/** Globs in the syntax of .gitignore, the last one that matches decides. */
export interface GlobList {
  /** Judges a path, by the folders that it is in first. */
  test(path: string): Verdict
}

/** No path is longer, so no glob needs to be. */
const longest = 4096

const neither: Verdict = {ignored: false, unignored: false}

/** @param isFolded whether the case of letters is all the same */
export function createGlobList(lines: readonly string[], isFolded: boolean): GlobList {
  const globs = lines.flatMap((line) => readGlob(line, isFolded) ?? []).reverse()
  const folders = new Map<string, Verdict>()
  const test = (path: string): Verdict => {
    if (!path.endsWith('/')) return judge(path)
    const verdict = folders.get(path) ?? judge(path)
    folders.set(path, verdict)
    return verdict
  }
  const judge = (path: string): Verdict => {
    const parent = path.slice(0, startOfName(path))
    const above = parent === '' ? neither : test(parent)
    if (above.ignored) return above
    const found = globs.find((glob) => glob.matches(path))
    if (!found) return neither
    return found.isNegated
      ? {ignored: false, unignored: true}
      : {ignored: true, unignored: false, pattern: found.pattern}
  }
  return {test}
}

/** Nothing for a blank line, a comment, and a line that stands for no path. */
function readGlob(line: string, isFolded: boolean): Glob | undefined {
  if (line.startsWith('#') || line.length > longest) return undefined
  const isNegated = line.startsWith('!')
  const body = trimEnd(isNegated ? line.slice(1) : line)
  if (body === '' || countEscapes(body, body.length) % 2 === 1) return undefined
  const matches = createMatcher(body, isFolded)
  return matches && {pattern: line, isNegated, matches}
}

/** Without the blanks at its end, but for an escaped one. */
function trimEnd(text: string): string {
  let end = text.length
  while (text[end - 1] === ' ' || text[end - 1] === '\r') end--
  if (end === text.length) return text
  const isEscaped = countEscapes(text, end) % 2 === 1 && text[end] === ' '
  return text.slice(0, isEscaped ? end + 1 : end)
}

/** Backslashes before an offset. */
function countEscapes(text: string, end: number): number {
  let at = end
  while (text[at - 1] === '\\') at--
  return end - at
}

function createMatcher(body: string, isFolded: boolean): Glob['matches'] | undefined {
  const inner = body.indexOf('/')
  const isOfName = inner < 0 || inner === body.length - 1
  const isFolder = body.endsWith('/')
  let rest = /^\/\*{2,}$/.test(body.slice(0, 200)) ? '**' : body.startsWith('/') ? body.slice(1) : body
  let isAnywhere = isOfName || rest === '**'
  for (let ahead = anywhereAt(rest); ahead > 0; ahead = anywhereAt(rest)) {
    isAnywhere = true
    rest = rest.slice(ahead)
  }
  if (rest === '') return body === '/' ? undefined : (path) => path.endsWith('/')
  const simple = /^[^*?[\]\\/]+(\/?)$/.exec(rest)
  if (isOfName && simple) return matchName(rest, isFolder, isFolded)
  const steps = toSteps(rest, isFolded)
  return steps && ((path) => walk(steps, path, {isAnywhere, isFolder, isOfName}))
}

/** Length of a `**` with its slash at the start. */
function anywhereAt(glob: string): number {
  let at = 0
  while (glob[at] === '*') at++
  return at >= 2 && glob[at] === '/' ? at + 1 : 0
}

/** Most lines are the name of a file or folder. */
function matchName(name: string, isFolder: boolean, isFolded: boolean): Glob['matches'] {
  const fold = (text: string): string => (isFolded ? text.toLowerCase() : text)
  const wanted = fold(isFolder ? name.slice(0, -1) : name)
  return (path) => {
    const isPathOfFolder = path.endsWith('/')
    if (isFolder && !isPathOfFolder) return false
    const end = path.length - (isPathOfFolder ? 1 : 0)
    return fold(path.slice(startOfName(path), end)) === wanted
  }
}

function startOfName(path: string): number {
  return path.lastIndexOf('/', path.length - 2) + 1
}

/**
 * Goes through the path once, with all the steps that it may be at: patterns come with the articles, and one that goes
 * back could take for ever.
 */
function walk(
  steps: readonly Step[],
  path: string,
  {isAnywhere, isFolder, isOfName}: {isAnywhere: boolean; isFolder: boolean; isOfName: boolean}
): boolean {
  const {length} = steps
  const last = steps[length - 1]
  const end = path.length - (path.endsWith('/') ? 1 : 0)
  // Most paths end in another letter.
  if (!isFolder && last?.kind === 'character' && !last.is(path[end - 1] ?? '')) return false
  // Behind the places between the steps are those within a folder that a step of folders goes through.
  let now = new Uint8Array(2 * length + 1)
  let next = new Uint8Array(2 * length + 1)
  const enter = (places: Uint8Array, from: number): void => {
    for (let at = from; ; at++) {
      places[at] = 1
      const kind = steps[at]?.kind
      if (kind !== 'star' && kind !== 'folders') return
    }
  }
  enter(now, 0)
  for (let at = isOfName ? startOfName(path) : 0; at < path.length; at++) {
    const character = path[at] ?? ''
    const isSlash = character === '/'
    if (now[length] && !isFolder && isSlash && at === path.length - 1) return true
    next.fill(0)
    for (let place = 0; place < length; place++) {
      const step = steps[place]
      if (step?.kind === 'folders' && now[length + 1 + place] && !isSlash) {
        next[length + 1 + place] = 1
        enter(next, place)
      }
      if (!now[place] || !step) continue
      if (step.kind === 'rest') return true
      if (step.kind === 'star') {
        if (!isSlash) enter(next, place)
      } else if (step.kind === 'folders') {
        if (isSlash) next[length + 1 + place] = 1
      } else if (step.is(character)) enter(next, place + 1)
    }
    if (isAnywhere && isSlash) enter(next, 0)
    ;[now, next] = [next, now]
  }
  return now[length] === 1
}
