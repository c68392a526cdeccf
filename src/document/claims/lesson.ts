import type {Document} from '../model.ts'

/** “By the end of this section, you will be able to:”. Guides to what one should buy promise what one will know. */
const objectives =
  /\b(?:section|chapter|lesson|module|unit|course|lecture|workshop|session|episode|tutorial)\b[^.!?]{0,60}\byou (?:will|should) be able to\b/i
/** A heading or a line that the objectives stand below. */
const objectivesHead = /^learning (?:objectives|outcomes|goals)\b/i

/** Parts that a lesson has for its pupils; a page for readers may have one of them by chance. */
const parts =
  /^(?:(?:chapter|unit|lesson|module|section) (?:review|summary|quiz)|(?:review|critical thinking|discussion|practice|study|self-check) questions|check your (?:understanding|knowledge)|self-?check|key terms|exercises?|problem set|homework)[.:]?$/i
const fewestParts = 2

/**
 * Whether an article is a lesson or a chapter of a textbook: it says what its reader will have learned, or has parts to
 * practise it. It teaches what is established, and names a source where something is not.
 */
export function isLesson({text, headings}: Pick<Document, 'text' | 'headings'>): boolean {
  const found = new Set<string>()
  for (const heading of headings) {
    const name = heading.text.trim()
    if (objectivesHead.test(name)) return true
    if (parts.test(name)) found.add(name.toLowerCase())
  }
  // They may stand in HTML, which no paragraph has.
  return found.size >= fewestParts || (text.includes('be able to') && objectives.test(text))
}
