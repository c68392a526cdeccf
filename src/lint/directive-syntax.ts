import type {Range} from '../document/model.ts'
import {directiveKinds} from '../rule/directives.ts'
import type {Directive, DirectiveKind} from './directives.ts'

const prefix = 'articlelint-'
/** Near misses too, so that somebody can say that they are none: `articlelint disable`, `Articlelint-disable`. */
const opening = /^articlelint(?:-|[\s:]+(?=(?:dis|en)able))([^\s,]*)/i
const kinds: ReadonlySet<string> = new Set(directiveKinds)

/** `articlelint-disable rule-a, rule-b -- a reason (until 2027-03-01)`, trimmed, and where its words stand. */
export function parseDirective(
  body: string,
  text: string,
  range: Range
): Pick<Directive, 'kind' | 'name' | 'rules' | 'reason' | 'until' | 'ranges'> {
  const [head = '', name = ''] = opening.exec(body) ?? []
  const {until, rest} = splitDate(body.slice(head.length))
  const words = rest.split(/\s+/).filter((word) => word !== '')
  const dashes = words.findIndex((word) => isDashes(word))
  const named = dashes < 0 ? words : words.slice(0, dashes)
  const reason = dashes < 0 ? '' : words.slice(dashes + 1).join(' ')
  const find = createFinder(text, range)
  const nameStart = find(head.slice(0, prefix.length - 1))[0]
  const nameRange: Range = [nameStart, find(name)[1]]
  const rules = new Map<string, Range>()
  for (const word of named) {
    for (const id of word.split(',').filter((id) => id !== '')) {
      const place = find(id)
      if (!rules.has(id)) rules.set(id, place)
    }
  }
  const untilRange = until === undefined ? undefined : createFinder(text, range)(until)
  return {
    kind: head === prefix + name && kinds.has(name) ? (name as DirectiveKind) : 'unknown',
    name,
    rules: [...rules.keys()],
    ...(reason === '' ? {} : {reason}),
    ...(until === undefined ? {} : {until}),
    ranges: {name: nameRange, rules: [...rules.values()], ...(untilRange ? {until: untilRange} : {})}
  }
}

/** Finds words one after the other: in a quote the lines have marks between them, but none within. */
function createFinder(text: string, [start, end]: Range): (word: string) => Range {
  const written = text.slice(start, end)
  let from = 0
  return (word) => {
    const at = written.indexOf(word, from)
    from = at < 0 ? written.length : at + word.length
    return at < 0 ? [start, end] : [start + at, start + from]
  }
}

/** The first `(until …)` that has a number where a date has one, and the comment without it. */
function splitDate(body: string): {until?: string; rest: string} {
  for (const match of body.matchAll(/\(until[\s:]([^()]*)\)/gi)) {
    const until = (match[1] as string).trim()
    if (!/^\d|\b\d{4}\b/.test(until)) continue
    return {until, rest: `${body.slice(0, match.index)} ${body.slice(match.index + match[0].length)}`}
  }
  return {rest: body}
}

/** `--` or more of them; editors make a dash of it. */
function isDashes(word: string): boolean {
  if (word === '—' || word === '–') return true
  if (word.length < 2) return false
  for (const character of word) if (character !== '-') return false
  return true
}

/** Whether the text of a comment starts as a directive does, known or not. */
export function isDirective(body: string): boolean {
  return opening.test(body)
}
