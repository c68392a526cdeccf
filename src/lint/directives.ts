import type {Document, Range} from '../document/model.ts'
import {type DirectiveKind, isDay, isDisabling} from '../rule/directives.ts'
import {isDirective, parseDirective} from './directive-syntax.ts'
import {createLocator, type Place} from './message.ts'
import {createLineFinder} from './next-lines.ts'

export type {DirectiveKind} from '../rule/directives.ts'

/** An `articlelint-…` comment, as JSON; all places are those in the file. */
export interface Directive extends Place {
  readonly kind: DirectiveKind
  /** The word after `articlelint-`, also where it is no known kind. */
  readonly name: string
  /** Rule ids as written; none means all rules. */
  readonly rules: readonly string[]
  readonly reason?: string
  /** What is written in `(until …)`, where it was meant as a date. */
  readonly until?: string
  /** Where its words stand. */
  readonly ranges: {readonly name: Range; readonly rules: readonly Range[]; readonly until?: Range}
  /** `until` is past: it silences nothing. */
  readonly isExpired?: true
  /** For `disable-next-line`: offsets into the file between which a message has to start. */
  readonly covers?: Range
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
 * Reads the directives of an article: comments, block or inline, never code or front matter.
 *
 * `disable` holds from its place on, until an `enable` that names the rule or none; the last of both decides.
 * `disable-next-line` covers messages that start on the next line that is not blank; where that line belongs to a
 * paragraph or heading that goes on (hard-wrapped text), to the end of that block.
 *
 * @param settings `shift`: characters of the file before the document's text (a byte order mark); `today`: those whose
 * last day is before it silence nothing
 */
export function readDirectives(
  document: Document,
  settings: {readonly shift?: number; readonly today?: string | undefined} = {}
): Directives {
  const {shift = 0, today} = settings
  const {text} = document
  // Most articles have none: their tree is not walked for comments.
  const comments = /articlelint/i.test(text) ? document.comments.filter(({value}) => isDirective(value)) : []
  if (comments.length === 0) return createDirectives([])
  const locator = createLocator(text, shift)
  const nextLines = createLineFinder(document)
  const shifted = ([start, end]: Range): Range => [start + shift, end + shift]
  return createDirectives(
    comments.map(({value, range}): Directive => {
      const {ranges, ...parsed} = parseDirective(value, text, range)
      const {kind, until} = parsed
      const covers = kind === 'disable-next-line' ? nextLines(range[1]) : undefined
      const isPast = until !== undefined && today !== undefined && isDay(until) && until < today
      return {
        ...parsed,
        ...locator.place(range),
        ranges: {
          name: shifted(ranges.name),
          rules: ranges.rules.map(shifted),
          ...(ranges.until ? {until: shifted(ranges.until)} : {})
        },
        ...(covers ? {covers: shifted(covers)} : {}),
        ...(isPast && isDisabling(parsed) ? {isExpired: true} : {}),
        used: []
      }
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
    const naming = entries.filter((entry) => names(entry, ruleId) && !entry.directive.isExpired)
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
