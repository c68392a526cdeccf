import {lazy} from '../lazy.ts'
import type {GluedHeading, Paragraph} from '../model.ts'
import {isMarked} from './glued-shapes.ts'
import {isHeadingText, isWholeText} from './heading-text.ts'
import {levelBeside} from './inserted-level.ts'

/** Two words or sentences without a blank between them. Most paragraphs have none, and nothing else is asked of them. */
const joint = /[a-z.!?"”’)][A-Z][a-z’']*\s/

/** The words of a name that two capitals hold together end with none of these: “LinkedIn”, “BuiltWith”. */
const openers = 'The|This|These|There|We|Our|They|Although|Because|Since|Most|Many'
const asks = '(?:What|How|Why|When|Where|Which|Who|Is|Are|Can|Do|Does|Did|Should|Will)'
/** Not one of several that run into each other: those were a list. */
const question = `${asks} [^.!?]{8,110}\\?(?=\\p{Lu}[\\p{L}’']{0,20},? \\p{L})(?!${asks} [^.!?]{3,110}\\?)`
const line = `\\p{Lu}[^.!?:;]{8,90}?(?:\\p{Ll}{2}(?=(?:${openers})(?:[’'][a-z]{1,2})? )|\\p{Lu}\\p{Ll}{2,20}(?=(?:${openers}|When|From|Whether) ))`

/** `What does it cost?The lamp is …`, `Where the lamps are keptThe store lies …` */
const atStart = lazy(() => new RegExp(`^(?:${question}|${line})`, 'u'))
/** `… by hand.How is it lit?A match …`, `… by hand.Where the lamps are keptThe store lies …` */
const inside = lazy(
  () => new RegExp(`(?<=\\p{Ll}[.!]["”’)]?)(?:${question}|(?=\\p{Lu}\\p{Ll}+ )${line})`, 'gu')
)
/** `… to light by hand.Where the lamps are kept` */
const atEnd = /(?<=\s[a-z]{2,20}[.!?]["”’)]?)[A-Z][a-z]{1,20}(?: [^\s.!?:;,]{1,30}){2,12}\??$/

/** `Rye BreadSpelt LoafOat Cakes`: a list lost its blanks, too. */
const names = /[a-z]{2}[A-Z][a-z]{2}/

const fewestWords = 12

/**
 * Headings that lost the line end beside them, and the blank with it, as where the text of elements of a page was put together.
 * A name of two words (“PostgreSQL”) has no sentence behind it that opens with its second part.
 */
export function findJoinedHeadings(paragraph: Paragraph, isAboveText: boolean): GluedHeading[] {
  const {prose, wordCount} = paragraph
  if (!joint.test(prose.value) || wordCount < fewestWords) return []
  const value = prose.value.trimEnd().replace(/\s/g, ' ')
  const found: GluedHeading[] = []
  const add = (at: GluedHeading['at'], start: number, text: string): void => {
    const end = start + text.length
    if (!isHeadingText(text) || !isWholeText(text) || names.test(text) || isMarked(paragraph, start, end + 1))
      return
    found.push({
      text,
      range: prose.at(start, text.length),
      block: paragraph,
      start,
      end,
      at,
      proof: 'shape',
      level: levelBeside(paragraph.section, text)
    })
  }
  const first = atStart().exec(value)?.[0]
  if (first !== undefined) add('start', 0, first)
  for (const {0: text, index} of value.matchAll(inside())) add('inside', index, text)
  const last = isAboveText ? atEnd.exec(value) : null
  if (last) add('end', last.index, last[0])
  return found
}
