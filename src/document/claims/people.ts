import {lazy} from '../lazy.ts'
import type {Document, Paragraph, Section} from '../model.ts'

/** Two sections named after people may be a comparison. */
const fewest = 3

const person = lazy(() => /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u)

/** Asked first: most headings go on in lower case, and their words are many. */
const mayBePerson = /^\S+(?: [^a-z\s]\S*){1,3}$/

/** "Our bakers", "our growing community": a house that speaks of those who belong to it. */
const house =
  /\bour (?:[\w-]+ ){0,3}(?:team|community|communities|subcommunity|committee|council|board|panel|members|staff|colleagues|volunteers|fellows|speakers|instructors|organi[sz]ation|company|network|program|programme)\b/i

/**
 * The sections in which a house introduces its own people, each under the name as a heading: award winners, a new board.
 * The house knows who they are. A list of famous people has such headings too, but is not of one house.
 */
export function findIntroduced({
  sections,
  paragraphs
}: Pick<Document, 'sections' | 'paragraphs'>): ReadonlySet<Section> {
  const named = sections.filter(({heading}) => heading && isPerson(heading.text.trim()))
  if (named.length < fewest) return new Set()
  const found = new Set<Section>()
  const opened = new Set<Section>()
  for (const paragraph of paragraphs) {
    const {section} = paragraph
    if (opened.has(section)) continue
    opened.add(section)
    if (named.includes(section) && opensWith(paragraph, section)) found.add(section)
  }
  if (found.size < fewest) return new Set()
  const speaks = paragraphs.some(({section, prose}) => !found.has(section) && house.test(prose.value))
  return speaks ? found : new Set()
}

function isPerson(text: string): boolean {
  return mayBePerson.test(text) && person().test(text)
}

/** "Ann Lee", and then "Ann has kept the ovens since 2016" or "I am Ann Lee". */
function opensWith({prose}: Paragraph, {heading}: Section): boolean {
  const first = heading?.text.trim().split(/\s+/)[0] ?? ''
  // Three letters are enough: who is "Trisha" above is "Trish" below.
  return (
    /^I(?:['’]m)?\s/.test(prose.value) ||
    prose.value.startsWith(first.slice(0, Math.max(3, first.length - 2)))
  )
}
