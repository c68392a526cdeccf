import type {Section} from '../../src/rule/index.ts'
import {lazy} from '../../src/rule/index.ts'

/** In a title or heading: what stands below is meant to be filled in. */
export const formTitle: RegExp =
  /\b(?:templates?|samples?|scripts?|letters?|forms?|agreements?|contracts?|prompts?|worksheets?|examples?|swipe files?|cheat ?sheets?)\b/i

/** In the text: a form letter, a contract, a line to sign on, instructions to fill in. */
const formText =
  /\b(?:(?:letter|e-?mail|message|contract|agreement|reply|outreach|invoice|notice|prompt) templates?|templates? (?:below|above)|sample (?:letter|e-?mail|script|text|message|agreement|contract|clause|prompt)|form letter|fill[- ]in[- ]the[- ]blanks?|fill in the (?:brackets?|blanks?|details)|in (?:square )?brackets|bracketed|swipe file|replace the placeholders|sincerely|(?:kind|best) regards|to whom it may concern|hereinafter|witness whereof)\b|\b(?:dear|hi|hello|hey) \[|\bsubject(?: line)?: |_{4,}/i

/** Whether a section is a form letter or speaks of blanks to fill in. */
export function isFormSection({heading, paragraphs}: Section): boolean {
  if (heading && formTitle.test(heading.text)) return true
  return paragraphs.some((paragraph) => formText.test(paragraph.prose.value))
}

/** A blank of a form: `[Date]`, `[YOUR STATE]`, `[Full Address, Unit #]`. */
const blank = lazy(() => /(?<![\]!\\])\[\p{Lu}[^[\]\n]{1,60}\](?![([:])/gu)

/** How many different blanks a text has. */
export function countBlanks(text: string): number {
  return new Set(text.includes('[') ? text.match(blank()) : []).size
}
