import type {Document, Range} from '../model.ts'
import {titleCaseShare} from '../prose/names.ts'

/** Words from which on a title is hardly the beginning of a longer name: “The Great Wall of China Marathon began …”. */
const surelyWhole = 6
const fewestWords = 4

/** A sentence begins, whatever the words before it are. */
const opening =
  /^(?:The|A|An|As|At|By|For|From|How|If|Imagine|In|It|Meet|My|On|Our|There|These|This|To|We|What|When|While|With|You|Your)\s/

/** A title that shows by its look that it is no sentence of the text: in title case, or with a sign inside. */
const signed = /[:?!|]|\s[-–—&]\s/

/**
 * The title at the beginning of the first paragraph, with nothing between it and the text: feeds that lose their tags
 * leave “The Old Oven in the Tower Nobody has baked in it since May.”.
 */
export function findGluedTitle({
  title,
  headings,
  paragraphs
}: Pick<Document, 'title' | 'headings' | 'paragraphs'>): Range | undefined {
  const first = paragraphs.find(({place}) => place === 'body')
  if (!title || title.from === 'line' || !first) return undefined
  const shown = headings.find(({kind, level}) => kind === 'marked' && level === 1)
  for (const text of new Set([title.text, shown?.text ?? title.text])) {
    const wanted = text.trim()
    if (
      !first.prose.value.startsWith(`${wanted} `) ||
      !isCopy(wanted, first.prose.value.slice(wanted.length + 1))
    )
      continue
    return first.prose.at(0, wanted.length)
  }
  return undefined
}

function isCopy(title: string, rest: string): boolean {
  const words = title.split(/\s+/).length
  if (words < fewestWords || !/^\p{Lu}/u.test(rest)) return false
  const isTitleCase = titleCaseShare(title) >= 0.75
  // “Why does the ferry wait? Because …”: who asks in the title may ask again.
  if (/[.?!…]$/.test(title)) return isTitleCase && !title.endsWith('.')
  if (/[)\]]$/.test(title)) return true
  if (!isTitleCase && !signed.test(title)) return false
  return words >= surelyWhole || opening.test(rest)
}
