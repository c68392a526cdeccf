interface RobotsRule {
  /** As `normalised` spells it. */
  readonly pattern: string
  readonly isAllowing: boolean
}

/** What a robots.txt says to one reader. */
export interface Robots {
  readonly rules: readonly RobotsRule[]
  /** Milliseconds. */
  readonly crawlDelay?: number
}

/** Forbids nothing. */
export const openRobots: Robots = {rules: []}

/** Reads a robots.txt (RFC 9309) for the reader of that name, in lower case: its groups, or else those for all (`*`). */
export function readRobots(text: string, reader: string): Robots {
  const groups = {own: emptyGroup(), all: emptyGroup()}
  let isOfOwn = false
  let isOfAll = false
  let isInNames = false
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [content = ''] = line.split('#', 1)
    const colon = content.indexOf(':')
    if (colon < 0) continue
    const key = content.slice(0, colon).trim().toLowerCase()
    const value = content.slice(colon + 1).trim()
    if (key === 'user-agent') {
      if (!isInNames) isOfOwn = isOfAll = false
      isInNames = true
      const [name] = /^[a-z_-]+|^\*/.exec(value.toLowerCase()) ?? []
      if (name === reader) {
        isOfOwn = true
        groups.own.isThere = true
      }
      if (name === '*') isOfAll = true
      continue
    }
    if (key !== 'allow' && key !== 'disallow' && key !== 'crawl-delay') continue
    isInNames = false
    if (isOfOwn) addTo(groups.own, key, value)
    if (isOfAll) addTo(groups.all, key, value)
  }
  const {rules, crawlDelay} = groups.own.isThere ? groups.own : groups.all
  return crawlDelay === undefined ? {rules} : {rules, crawlDelay}
}

interface Group {
  isThere: boolean
  readonly rules: RobotsRule[]
  crawlDelay?: number
}

function emptyGroup(): Group {
  return {isThere: false, rules: []}
}

function addTo(group: Group, key: string, value: string): void {
  if (key === 'crawl-delay') {
    if (/^\d{1,6}(?:\.\d{1,6})?$/.test(value)) group.crawlDelay = Number(value) * 1000
    return
  }
  // An empty one forbids nothing.
  if (value === '') return
  const pattern = normalised(/^[/*]/.test(value) ? value : `/${value}`)
  group.rules.push({pattern, isAllowing: key === 'allow'})
}

/** Whether a path, with its query, may be asked for: the longest pattern decides, of two as long the one that allows. */
export function isAllowed({rules}: Robots, path: string): boolean {
  const spelled = normalised(path)
  let length = -1
  let allows = true
  for (const {pattern, isAllowing} of rules) {
    if (pattern.length < length || (pattern.length === length && allows)) continue
    if (!matches(pattern, spelled)) continue
    length = pattern.length
    allows = isAllowing
  }
  return allows
}

/** One spelling: what needs no escape has none, all else that is not ASCII has one, in capitals. */
function normalised(path: string): string {
  return path
    .replace(/%[0-9a-f]{2}/gi, (code) => {
      const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
      return /[A-Za-z0-9._~-]/.test(character) ? character : code.toUpperCase()
    })
    .replace(/[\u0080-\u{10ffff}]/gu, (character) => encodeURIComponent(character))
}

/** `*` stands for anything, `$` at the end for the end. Takes time by the lengths of both, whatever they are. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const [start = '', ...rest] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(start)) return false
  const last = isAnchored ? rest.pop() : undefined
  if (isAnchored && last === undefined) return path === start
  let at = start.length
  for (const piece of rest) {
    at = endOf(piece, path, at)
    if (at < 0) return false
  }
  return last === undefined || (path.endsWith(last) && path.length - last.length >= at)
}

/** Where the first occurrence of a piece ends, from there on; -1: nowhere (Knuth, Morris, Pratt). */
function endOf(piece: string, path: string, from: number): number {
  if (piece.length > path.length - from) return -1
  if (piece.length < 8) {
    const found = path.indexOf(piece, from)
    return found < 0 ? -1 : found + piece.length
  }
  const borders = bordersOf(piece)
  let length = 0
  for (let at = from; at < path.length; at += 1) {
    while (length > 0 && piece[length] !== path[at]) length = borders[length - 1] ?? 0
    if (piece[length] === path[at]) length += 1
    if (length === piece.length) return at + 1
  }
  return -1
}

/** How long the longest proper beginning of each beginning is that is its end, too. */
function bordersOf(piece: string): readonly number[] {
  const borders = [0]
  let length = 0
  for (let at = 1; at < piece.length; at += 1) {
    while (length > 0 && piece[length] !== piece[at]) length = borders[length - 1] ?? 0
    if (piece[length] === piece[at]) length += 1
    borders.push(length)
  }
  return borders
}
