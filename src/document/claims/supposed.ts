import type {Tokens} from './tokens.ts'
import {trait} from './traits.ts'
import {word} from './words.ts'

/** A label such as "Example:" or "Quota Example:" in front of a case that is made up. */
const example = /^[^.:!?]{0,60}\bexample(?: \d{1,2})?:\s/i
const labelLength = 80

/** "Say that you owe 4,000 euros at 5 percent." */
const made =
  /^(?:(?:but|now|so) )?(?:(?:let['’]s|let us) (?:say|assume|suppose)\b|(?:assume|suppose|imagine) |say (?:that )?(?:you|your|we|I|an?|someone|somebody) )/i
/** Of one digit many a figure is. */
const figure = /\d[\d.,]{0,15}\d/g

/** Sentences in which a case is worked out. */
const mostBetween = 5

/** "Example: A baker takes 11 weeks off and would lose 300 hours." What has not happened yet has no source. */
export function isSupposed(tokens: Tokens): boolean {
  const {sentence, all, traits} = tokens
  if (all & word.past || traits & (trait.plainPast | trait.year)) return false
  if (isExample(sentence.text) || isExample(sentence.paragraph.prose.value)) return true
  return made.test(sentence.text) || reckonsWithSupposed(tokens)
}

/** The label ends in the first colon of the text: most have none. */
function isExample(text: string): boolean {
  const colon = text.indexOf(':')
  return colon > 0 && colon < labelLength && example.test(text.slice(0, labelLength))
}

/** "5 percent of 4,000 euros are 200 euros": a figure of the case is in it. What is told beside the case without one is a claim. */
function reckonsWithSupposed({sentence: {index, paragraph, text}}: Tokens): boolean {
  const {sentences} = paragraph
  let figures: readonly string[] | undefined
  for (let at = Math.max(0, index - mostBetween); at < index; at++) {
    const before = sentences[at]?.text
    if (before === undefined || !made.test(before)) continue
    figures ??= text.match(figure) ?? []
    const known = before.match(figure)
    if (known?.some((one) => figures?.includes(one))) return true
  }
  return false
}
