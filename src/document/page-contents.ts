import type {Draft} from './blocks.ts'
import type {Line} from './lines.ts'
import {normaliseLine} from './names.ts'
import type {TailPiece} from './page-tail.ts'

const head =
  /^(?:(?:table of )?contents(?: ?\[ ?(?:hide|show|toggle) ?\])?|(?:in this (?:article|guide|post)|on this page|jump to(?: (?:a )?section)?|quick (?:links|navigation)))\W{0,2}$/i
const numbered = /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]? +(?=\S)/
const fewest = {entries: 3, found: 2}

/** A table of contents that a page made of its headings: without links it is a list of lines that all stand again below. */
export function findContents(lines: readonly Line[], drafts: readonly Draft[]): TailPiece | undefined {
  const at = lines.findIndex((line) => !line.isLinked && head.test(line.text))
  const first = lines[at]
  if (!first) return undefined
  const below = [
    ...lines.slice(at + 1).map(({text}) => text),
    ...drafts.flatMap((draft) => (draft.type === 'heading' ? [draft.prose.value] : []))
  ].map(normaliseLine)
  const entries: Line[] = []
  let found = 0
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index] as Line
    const number = numbered.exec(line.text)?.[0].length ?? 0
    const key = normaliseLine(line.text.slice(number))
    const stands = below.some((text, other) => other + at + 1 !== index && text === key)
    if (line.isLinked || line.text.length > 110 || /[.;,]$/.test(line.text) || !(number > 0 || stands)) break
    // The first entry stands again: the article begins.
    if (entries.some(({text}) => normaliseLine(text) === key)) break
    if (stands) found++
    entries.push(line)
  }
  return entries.length >= fewest.entries && found >= fewest.found ? [first, ...entries] : undefined
}
