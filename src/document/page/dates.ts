import type {Block, Document} from '../model.ts'
import {isDateLine} from './bylines.ts'

const year = /(?<![\d.,$€£])(?:19|20)\d\d(?![\d%]|[.,]\d)/
const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** `March 3, 2021`, `3 March 2021`, `March 2021`, `2021-03-03`, `3.3.2021`. */
const day = `(?:(?:${months})\\.? (?:\\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d?-\\d\\d?|\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d)\\b`
const date = new RegExp(`\\b${day}`, 'i')
/** Words that date the text itself: "updated May 2023", "as of 2021", "© 2020". */
const stamp = new RegExp(
  `\\b(?:updated|posted|revised|modified|published|reviewed|written|created)(?: on|:)? ${day}|\\b(?:as of|copyright|\\(c\\)|©)(?: (?:${months})\\.?)?(?: \\d{1,2},)? (?:19|20)\\d\\d\\b|© ?(?:19|20)\\d\\d`,
  'i'
)

/** Blocks at the top and at the end among which a date line stands. */
const topBlocks = 6
const endBlocks = 4
/** A line longer than this is text, whose years are those of its story. */
const lineLength = 90
/** A dateline stands at the start of a paragraph: `LONDON, March 3, 2021 –`. */
const datelineLength = 60

const opening = new RegExp(
  `^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:${day}|\\d{1,2}(?:st|nd|rd|th)?\\.? (?:${months})\\.?,? (?:19|20)\\d\\d\\b)(?:$|[:)\\]]| ?[-–—([])`,
  'i'
)

/** “May 3rd, 2021”, “2021-05-03: the oven”; a year may be that of a story. */
export function startsWithDay(text: string): boolean {
  return opening.test(text)
}

/**
 * Whether a reader can tell when the article was written: its front matter, title or file name has a year, or a
 * byline, a date line, a dateline or a note such as “updated May 2023” has one.
 */
export function isDated(document: Document): boolean {
  const {text, path, title, frontmatter, furniture, blocks} = document
  if (frontmatter && year.test(text.slice(...frontmatter.range))) return true
  if (title && year.test(title.text)) return true
  if (path !== undefined && year.test(path.split(/[\\/]/).slice(-3).join('/').replaceAll('-', ' ')))
    return true
  if (furniture.some((item) => year.test(item.text) || isDateLine(item.text))) return true
  if (blocks.slice(0, topBlocks).some((block) => isDateBlock(block, text, true))) return true
  if (blocks.slice(-endBlocks).some((block) => isDateBlock(block, text, false))) return true
  return stamp.test(text) || /<time\b/i.test(text)
}

function isDateBlock({type, range}: Block, text: string, isTop: boolean): boolean {
  // Line ends of two characters make no line longer.
  const source = text.slice(...range).replaceAll('\r\n', '\n')
  if (type !== 'paragraph') {
    // An import or a comment of a site generator may hold it; links at the end have years of their own.
    return isTop && (type === 'html' || type === 'definition' || type === 'image') && year.test(source)
  }
  if (date.test(source.slice(0, datelineLength))) return true
  return source.length <= lineLength && !/[.!?]$/.test(source) && year.test(source)
}
