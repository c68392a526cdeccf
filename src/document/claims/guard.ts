import {lazy} from '../lazy.ts'
import type {Document, Paragraph, Section} from '../model.ts'
import {findSpeakers, speakerOf} from '../prose/transcripts.ts'
import {historyOfChanges, isChangeLog} from './change-log.ts'
import {isMatchReport} from './match.ts'
import {findIntroduced} from './people.ts'

/** Tells the paragraphs that state things in the author's own voice: no quotations, sources, speakers, people introduced. */
export function createGuard(document: Document): (paragraph: Paragraph) => boolean {
  const {references, referenceEntries, blocks, sections} = document
  const speakers = findSpeakers(document)
  const isIntroduced = findIntroduced(document)
  const isOfItself = isChangeLog(document) || isMatchReport(document)
  const isTest = exercises.test(document.title?.text ?? '')
  const isRecipe = isNamed(sections, ingredients) && isNamed(sections, steps)
  return (paragraph) => {
    const {place, section} = paragraph
    if (place === 'footnote' || place === 'quote' || section.isReferences) return false
    if (isOfItself || isIntroduced(paragraph) || isBelow(section, historyOfChanges)) return false
    if (isRecipe && (isBelow(section, steps) || isBelow(section, keeping) || isMeasured(paragraph)))
      return false
    if (paragraph.prose.value.trimEnd().endsWith('?') && (isTest || isBelow(section, exercises))) return false
    if (references.has(paragraph) || referenceEntries.has(paragraph)) return false
    if (isQuoted(paragraph, blocks) || isAboutAuthor(paragraph, blocks)) return false
    return speakers.size === 0 || !speakers.has(speakerOf(paragraph) ?? '')
  }
}

/** “A train leaves Kiel at 8:15 and travels at 90 kilometres an hour. When does it arrive?”: nobody says that it did. */
const exercises =
  /^(?:[\w-]+ )?(?:exercises?|problems?|problem sets?|questions|quiz|quizzes|worksheet|homework)(?: \d{1,2})?[.:]?$/i

/** What a recipe takes, "Ingredients (for the dough)", and what is to be done with it. */
const ingredients = /^(?:the )?ingredients?[.:]?(?: \(|$| for\b)/i
const steps =
  /^(?:the )?(?:directions?|instructions?|method|preparation|procedure|steps?|cooking|baking)[.:]?(?: \(|$| for\b)/i
/** "It keeps for four days.": the cook's own, as the steps are. */
const keeping =
  /^(?:(?:how )?to (?:freeze|keep|reheat|serve|store)|freezing|keeping|leftovers|make[- ]ahead|reheating|serving|storage|storing)\b/i

function isNamed(sections: readonly Section[], name: RegExp): boolean {
  return sections.some(({heading}) => heading && name.test(heading.text.trim()))
}

/** "2 pounds of flour", "A loaf of 2 pounds": nobody's findings. */
function isMeasured({place, prose: {value}}: Paragraph): boolean {
  return place === 'item' && /^(?:[~≈]?\d|[¼½¾⅓⅔⅛]|(?:an?|one|half|about|some) )/i.test(value)
}

function isBelow(section: Section, named: RegExp): boolean {
  let at: Section | undefined = section
  while (at && !(at.heading && named.test(at.heading.text.trim()))) at = at.parent
  return at !== undefined
}

/** The last words of the article, in italics, that begin with a name: "*Ann Lee has kept the ovens since 2016.*" */
function isAboutAuthor({prose: {value, marks}, index}: Paragraph, blocks: Document['blocks']): boolean {
  const outer = marks.at(-1)
  if (outer?.node.type !== 'emphasis' || outer.start > 0 || outer.end < value.trimEnd().length) return false
  return startsWithName().test(value) && blocks.findLast(({type}) => type === 'paragraph')?.index === index
}

const startsWithName = lazy(
  () =>
    /^(?:About the author: )?\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3},? (?:is|was|has|works|writes|serves|leads|lives|teaches|covers)\b/u
)

/** "The manual says:" and then a paragraph in quotation marks: what a block quotation would hold. */
export function isQuoted({prose: {value}, index}: Paragraph, blocks: Document['blocks']): boolean {
  if (!/^["“„«]/.test(value) || !/["”“»][.,]?\s*$/.test(value)) return false
  const above = blocks[index - 1]
  return above?.type === 'paragraph' && /:\s*$/.test(above.prose.value)
}
