import type {Document, Range} from '../document/model.ts'
import {createLocator, type Place} from './message.ts'

export type DirectiveKind = 'disable' | 'enable' | 'disable-next-line' | 'disable-file' | 'unknown'

/** An `<!-- articlelint-… -->` comment, as JSON; its place is that of the comment in the file. */
export interface Directive extends Place {
  readonly kind: DirectiveKind
  /** The word after `articlelint-`, also where it is no known kind. */
  readonly name: string
  /** Rule ids as written; none means all rules. */
  readonly rules: readonly string[]
  readonly reason?: string
  /** `YYYY-MM-DD`, as written; whether it is past is not judged here. */
  readonly until?: string
  /** For `disable-next-line`: offsets into the file between which a message has to start. */
  readonly covers?: readonly [start: number, end: number]
  /** Ids of the rules that had a message silenced by it. */
  readonly used: readonly string[]
}

/** The part of a message that decides whether it is silenced. */
export interface Silenceable {
  readonly ruleId: string
  /** Offset into the file. */
  readonly start: number
}

export interface Directives {
  /** The directives in the order of the text, with what they silenced so far. */
  list(): Directive[]
  /** Whether a message is silenced; marks the directive that did it as used. */
  silences(message: Silenceable): boolean
}

/**
 * Reads the directives of an article: HTML comments, block or inline, never code or front matter.
 *
 * `disable` holds from its place on, until an `enable` that names the rule or none; the last of both decides.
 * `disable-next-line` covers messages that start on the next line that is not blank; where that line belongs to a
 * paragraph or heading that goes on (hard-wrapped text), to the end of that block.
 *
 * @param shift characters of the file before the document's text (a byte order mark)
 */
export function readDirectives(document: Document, shift = 0): Directives {
  const comments = document.comments.filter(({value}) => value.startsWith(prefix))
  if (comments.length === 0) return createDirectives([])
  const locator = createLocator(document.text, shift)
  const nextLines = createLineFinder(document)
  return createDirectives(
    comments.map(({value, range}) => {
      const parsed = parseDirective(value)
      const covers = parsed.kind === 'disable-next-line' ? nextLines(range[1]) : undefined
      const shifted = covers ? {covers: [covers[0] + shift, covers[1] + shift] as const} : {}
      return {...parsed, ...locator.place(range), ...shifted, used: []}
    })
  )
}

/** Directives from their JSON, so that messages that come later (of site rules) can be silenced too. */
export function createDirectives(directives: readonly Directive[]): Directives {
  const entries = directives.map((directive) => ({
    directive,
    rules: new Set(directive.rules),
    used: new Set(directive.used)
  }))
  type Entry = (typeof entries)[number]
  const names = (entry: Entry, ruleId: string): boolean => entry.rules.size === 0 || entry.rules.has(ruleId)
  const byRule = new Map<string, ReturnType<typeof forRule>>()

  function forRule(ruleId: string): {file: Entry | undefined; switches: Entry[]; lines: Entry[]} {
    const naming = entries.filter((entry) => names(entry, ruleId))
    const ofKind = (...kinds: DirectiveKind[]): Entry[] =>
      naming.filter(({directive}) => kinds.includes(directive.kind))
    const lines = ofKind('disable-next-line').filter(({directive}) => directive.covers)
    return {file: ofKind('disable-file')[0], switches: ofKind('disable', 'enable'), lines}
  }

  return {
    list: () => entries.map(({directive, used}) => ({...directive, used: [...used].sort()})),
    silences({ruleId, start}) {
      let own = byRule.get(ruleId)
      if (!own) {
        own = forRule(ruleId)
        byRule.set(ruleId, own)
      }
      const {file, switches, lines} = own
      const line = lastBefore(lines, start, (entry) => entry.directive.covers?.[0] ?? 0)
      const isCovered = line?.directive.covers !== undefined && start < line.directive.covers[1]
      const toggle = lastBefore(switches, start, (entry) => entry.directive.start)
      const found = isCovered ? line : toggle?.directive.kind === 'disable' ? toggle : file
      found?.used.add(ruleId)
      return found !== undefined
    }
  }
}

/** The last entry whose offset is not past `start`; entries are in the order of the text. */
function lastBefore<Entry>(
  entries: readonly Entry[],
  start: number,
  offset: (entry: Entry) => number
): Entry | undefined {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offset(entries[middle] as Entry) <= start) low = middle + 1
    else high = middle
  }
  return entries[low - 1]
}

const prefix = 'articlelint-'
const kinds: ReadonlySet<string> = new Set(['disable', 'enable', 'disable-next-line', 'disable-file'])

/** `articlelint-disable rule-a, rule-b -- a reason (until 2027-03-01)`, trimmed. */
function parseDirective(body: string): Pick<Directive, 'kind' | 'name' | 'rules' | 'reason' | 'until'> {
  const dated = /\(until (\d{4}-\d{2}-\d{2})\)/.exec(body)
  const until = dated?.[1]
  const rest = dated ? `${body.slice(0, dated.index)} ${body.slice(dated.index + dated[0].length)}` : body
  const words = rest.split(/\s+/).filter((word) => word !== '')
  const dashes = words.findIndex((word) => isDashes(word))
  const named = dashes < 0 ? words : words.slice(0, dashes)
  const reason = dashes < 0 ? '' : words.slice(dashes + 1).join(' ')
  const name = (named[0] ?? '').slice(prefix.length)
  const rules = named
    .slice(1)
    .join(' ')
    .split(/[\s,]/)
    .filter((rule) => rule !== '')
  return {
    kind: kinds.has(name) ? (name as DirectiveKind) : 'unknown',
    name,
    rules: [...new Set(rules)],
    ...(reason === '' ? {} : {reason}),
    ...(until === undefined ? {} : {until})
  }
}

function isDashes(word: string): boolean {
  if (word.length < 2) return false
  for (const character of word) if (character !== '-') return false
  return true
}

/**
 * Finds, for offsets that grow, the next line that is not blank: from its start to its end, or to the end of the
 * block that stands on it.
 */
function createLineFinder(document: Document): (after: number) => Range | undefined {
  const {text} = document
  // Of a thousand comments one below the other each one would have to step over all that follow.
  let found: {readonly after: number; readonly lines: Range | undefined} | undefined
  return (after) => {
    const isSame = found && after >= found.after && (!found.lines || after < found.lines[0])
    if (!found || !isSame) found = {after, lines: nextLines(after)}
    return found.lines
  }

  function nextLines(after: number): Range | undefined {
    let start = after
    let end = lineEnd(text, after)
    do {
      if (end >= text.length) return undefined
      start = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
      end = lineEnd(text, start)
    } while (isBlank(text.slice(start, end)))
    const block = firstBlockAfter(document, start)
    return [start, Math.max(end, block && block.range[0] < end ? block.range[1] : end)]
  }
}

function lineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** Blank, but for the marks of a quote; or a comment: directives for one line may stand one below the other. */
function isBlank(line: string): boolean {
  const text = line.replace(/^[\s>]+/, '').trimEnd()
  return text === '' || (text.startsWith('<!--') && text.endsWith('-->'))
}

/** The first paragraph or heading that ends after an offset. */
function firstBlockAfter({blocks}: Document, offset: number): Document['blocks'][number] | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.range[1] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  const block = blocks[low]
  return block?.type === 'paragraph' || block?.type === 'heading' ? block : undefined
}
