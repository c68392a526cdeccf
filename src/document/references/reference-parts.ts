import type {Heading, Paragraph, Section} from '../model.ts'
import {startsWithDay} from '../page/dates.ts'

/**
 * Whether two paragraphs stand in a reference, each below the name of a function, command or option, or one of them in the
 * guide beside it, or as what an item says of a name in code, or in a log of changes, or below two releases or dates.
 * Readers look one of them up, so it says what the other one says.
 */
export function areReferenceParts(here: Paragraph, there: Paragraph): boolean {
  if (isLogEntry(here) && isLogEntry(there)) return true
  const [code, other] = [codeOf(here), codeOf(there)]
  if (code !== undefined && other !== undefined && code !== other) return true
  if (here.section === there.section) return false
  if (areEditions(here.section, there.section)) return true
  if (code !== undefined && other !== undefined) return true
  const [entry, next] = [entryOf(here.section), entryOf(there.section)]
  if (entry === next) return false
  // What the entry says the guide of the same page says too, where it comes to it.
  return (
    (entry !== undefined && next !== undefined) || Math.max(here.wordCount, there.wordCount) <= longestSaid
  )
}

/** In words. */
const longestSaid = 60

/** `[5e526b96ce] - deps: upgrade npm`, “Upgrade npm (#412)”: summed up above, and listed with all others below. */
function isLogEntry({place, prose: {value}}: Paragraph): boolean {
  return (
    place === 'item' &&
    (/^\W{0,3}(?=[a-f]{0,40}\d)[\da-f]{7,40}\b/.test(value) || /#\d{1,7}\W{0,3}$/.test(value))
  )
}

/** “Thanks to all who sent patches.” below `## 2.1.0` and `## 2.0.0`, “Welcome back.” below two days: each went out alone. */
function areEditions(here: Section, there: Section): boolean {
  const edition = editionOf(here)
  return edition !== undefined && ![undefined, edition].includes(editionOf(there))
}

/** The nearest section around that has a release or a day for its heading. */
function editionOf(section: Section): Section | undefined {
  let at: Section | undefined = section
  while (at && !(at.heading && isEdition(at.heading.text))) at = at.parent
  return at
}

const release =
  /^\[?(v|version|release)?[ .]?\d{1,4}(?:\.\d{1,6}){0,3}(?:[-+.]?(?:alpha|beta|rc|pre|dev|final)[\w.-]{0,20})?\]?(?![\w.])/i

/** `2.1.0`, `[2.1] - 2020-05-03`, “Version 3 (May 2020)”, “Release 4: the oven”; “2.1: the oven” is a part of the text. */
function isEdition(heading: string): boolean {
  const text = heading.trim()
  const [number, word] = release.exec(text) ?? []
  if (startsWithDay(text)) return true
  if (number === undefined) return false
  const rest = text.slice(number.length)
  if (rest === '') return word !== undefined || number.includes('.')
  return (
    startsWithDay(rest.replace(/^[-–—:,([ ]+/, '')) || (word !== undefined && /^(?::| ?[-–—([])/.test(rest))
  )
}

/** The code that an item begins with, such as the name of an option. */
function codeOf({place, prose: {value, marks}}: Paragraph): string | undefined {
  const [first] = marks
  if (place !== 'item' || first?.node.type !== 'inlineCode' || first.start > 0) return undefined
  return value.slice(0, first.end)
}

/** The nearest section around that has the name of something in code for its heading. */
function entryOf(section: Section): Section | undefined {
  let at: Section | undefined = section
  while (at && !(at.heading && isNameInCode(at.heading))) at = at.parent
  return at
}

/** `mockReset`, `server.port`, `--watch`; a heading in words starts with a capital. */
const identifier = /^-{0,2}[a-z_$][\w$]*(?:[.:#-][\w$]+)*$/
const brand = /^(?:e|i|mac)[A-Z]/

/** `run(options)`, with or without marks of code; “Event: `close`”, but not “How we got rid of `eval`”. */
function isNameInCode({text, prose: {value, marks}}: Heading): boolean {
  if (/^[\w.$#:]+\([^()]*\)$/.test(text) || (identifier.test(text) && !brand.test(text))) return true
  let rest = value
  for (const {node, start, end} of marks.toReversed()) {
    if (node.type === 'inlineCode') rest = rest.slice(0, start) + rest.slice(end)
  }
  return rest !== value && (rest.match(/[\p{L}\p{N}]+/gu) ?? []).length <= mostOtherWords
}

/** Beside the name, as in “Static method: `from()`”. */
const mostOtherWords = 2
