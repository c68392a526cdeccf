import type {Draft} from '../prose/blocks.ts'
import {normaliseLine} from '../prose/names.ts'
import {isText, type Line} from './lines.ts'
import type {TailPiece} from './page-tail.ts'

const head =
  /^(?:(?:table of )?contents(?: ?\[ ?(?:hide|show|toggle) ?\])?|(?:in this (?:article|guide|post)|on this page|jump to(?: (?:a )?section)?|quick (?:links|navigation)))\W{0,2}$/i
const numbered = /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]? +(?=\S)/
/** `Early life[edit]`: behind each heading of a wiki. */
export const editLink: RegExp = /\s?\[ ?edit(?: source)? ?\]$/i
const fewest = {entries: 3, found: 2}

/** `Table of Contents` right above the text or its first heading: its list was made by the page. */
function isLost(line: Line, next: Line | undefined, drafts: readonly Draft[]): boolean {
  if (!line.alone || !/^table of contents$/i.test(line.text)) return false
  const below = drafts[line.draft + 1]
  return (
    below?.type === 'heading' || (next?.draft === line.draft + 1 && isText(next) && /[.!?]$/.test(next.text))
  )
}

/** A table of contents that a page made of its headings: without links it is a list of lines that all stand again below. */
export function findContents(lines: readonly Line[], drafts: readonly Draft[]): TailPiece | undefined {
  const at = lines.findIndex((line) => !line.isLinked && head.test(line.text))
  const first = lines[at]
  if (!first) return undefined
  // The button that opens it, where only that came along.
  const button = lines[at + 1]
  if (button && /^(?:toggle|show|hide)$/i.test(button.text)) return [first, button]
  if (isLost(first, button, drafts)) return [first]
  const times = new Map<string, number>()
  const count = (text: string): void => {
    const key = normaliseLine(text.replace(editLink, ''))
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  for (const {text} of lines.slice(at + 1)) count(text)
  for (const draft of drafts) if (draft.type === 'heading') count(draft.prose.value)
  const entries: Line[] = []
  const keys = new Set<string>()
  let found = 0
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index] as Line
    if (line.isLinked || line.text.length > 110 || /[.;,]$/.test(line.text)) break
    const number = numbered.exec(line.text)?.[0].length ?? 0
    const key = normaliseLine(line.text.slice(number))
    // A line without a number is counted itself.
    const stands = (times.get(key) ?? 0) > (number > 0 && normaliseLine(line.text) !== key ? 0 : 1)
    // The first entry stands again: the article begins.
    if (!(number > 0 || stands) || keys.has(key)) break
    if (stands) found++
    entries.push(line)
    keys.add(key)
  }
  return entries.length >= fewest.entries && found >= fewest.found ? [first, ...entries] : undefined
}
