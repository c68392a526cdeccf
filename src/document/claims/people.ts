import {lazy} from '../lazy.ts'
import type {Document, Paragraph, Section} from '../model.ts'

/** Two sections named after people may be a comparison. */
const fewest = 3

const person = lazy(() => /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u)

/** Asked first: most headings go on in lower case, and their words are many. */
const mayBePerson = /^\S+(?: [^a-z\s]\S*){1,3}$/

/** "Our bakers", "our growing community", "we are happy to introduce them": a house that speaks of those who belong to it. */
const house =
  /\bour (?:[\w-]+ ){0,3}(?:team|community|communities|subcommunity|committee|council|board|panel|members|staff|colleagues|volunteers|fellows|speakers|instructors|organi[sz]ation|company|network|program|programme)\b|\bwe(?: are|['’]re) (?:\w+ ){0,2}(?:delighted|excited|happy|pleased|proud|thrilled) to (?:announce|introduce|present|welcome)\b/i

/** Over those who will speak at an event: what is said of them there, they say themselves. */
const roster =
  /^(?:about |meet |our |the |your |guest |keynote |featured )*(?:facilitators?|instructors?|moderators?|panell?ists?|presenters?|speakers?|trainers?)(?: bio(?:graphie)?s)?:?$/i

/**
 * Tells the paragraphs in which a house introduces its own people, each under the name as a heading, or behind it in bold:
 * award winners, a new board; and the speakers of an event. The house knows who they are. A list of famous people looks so, too, but is
 * not of one house.
 */
export function findIntroduced({
  sections,
  paragraphs
}: Pick<Document, 'sections' | 'paragraphs'>): (paragraph: Paragraph) => boolean {
  const speakers = new Set(sections.filter(isRoster))
  const isSpeaker = ({section}: Paragraph): boolean => speakers.has(section)
  const found = findNamedSections(sections, paragraphs)
  const bold = new Set(paragraphs.filter(opensWithPerson))
  const isIntroduced = (paragraph: Paragraph): boolean =>
    isSpeaker(paragraph) ||
    (found.size >= fewest && found.has(paragraph.section)) ||
    (bold.size >= fewest && bold.has(paragraph))
  if (Math.max(found.size, bold.size) < fewest) return isSpeaker
  const speaks = paragraphs.some((paragraph) => house.test(paragraph.prose.value) && !isIntroduced(paragraph))
  return speaks ? isIntroduced : isSpeaker
}

/** `## Speakers`, and `### Ann Lee` below it. */
function isRoster({heading, parent}: Section): boolean {
  const isOf = (text = ''): boolean => roster.test(text.trim())
  return isOf(heading?.text) || (isOf(parent?.heading?.text) && isPerson(heading?.text.trim() ?? ''))
}

/** Those with a person's name over a text that opens with it. */
function findNamedSections(
  sections: Document['sections'],
  paragraphs: readonly Paragraph[]
): ReadonlySet<Section> {
  const named = new Set(sections.filter(({heading}) => heading && isPerson(heading.text.trim())))
  const found = new Set<Section>()
  if (named.size < fewest) return found
  const opened = new Set<Section>()
  for (const paragraph of paragraphs) {
    const {section} = paragraph
    if (opened.has(section)) continue
    opened.add(section)
    if (named.has(section) && opensWith(paragraph, section)) found.add(section)
  }
  return found
}

/** "**Ann Lee**, from York, keeps the ovens." */
function opensWithPerson({prose: {value, marks}, wordCount}: Paragraph): boolean {
  const [first] = marks
  if (first?.node.type !== 'strong' || first.start > 0 || wordCount < fewestWords) return false
  return isPerson(value.slice(0, first.end).replace(/[.,:]$/, ''))
}

/** A name with less is a line of a list. */
const fewestWords = 6

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
