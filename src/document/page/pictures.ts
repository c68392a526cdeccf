import {isText, type Line} from './lines.ts'
import type {TailPiece} from './page-tail.ts'

const label = /^(?:image|media) caption$/i
/** A page of news puts `Photo` over words that close with a credit. */
const photo = /^photo$/i
const credit = /\bCredit:? ?[A-Z]/
/** In characters: a paragraph is longer. */
const longestCaption = 200

/** “The oven in winter.Image copyrightVALLEY POST”: who has the rights to a picture ran into its words. */
const owner = /[Ii]mage copyright[A-Z]{2}[^.!?]{0,60}$/

/** `Image caption` and the words of the picture, which stood below it: the picture is gone, and they are no heading. */
export function findCaptions(lines: readonly Line[]): TailPiece[] {
  return lines.flatMap((line, at): TailPiece[] => {
    const next = lines[at + 1]
    if (line.alone && line.text.length <= longestCaption && owner.test(line.text)) return [[line]]
    if (line.text.length > 'media caption'.length || !next || next.text.length > longestCaption) return []
    if (!(label.test(line.text) || (photo.test(line.text) && credit.test(next.text)))) return []
    return line.isLinked || next.isLinked || next.draft - line.draft > 1 ? [] : [[line, next]]
  })
}

/** Behind a title how long a film is. */
const length = / [0-5]?\d:[0-5]\d$/
/** “The gates open at 7:30”, “What to learn from John 3:16”: the hour or the verse. */
const timeOrVerse =
  /\b(?:after|around|at|before|by|from|in|is|of|past|till|to|until|was|daily|noon|opens?|closes?|starts?|ends?|kick-?off|doors|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|acts|amos|chronicles|colossians|corinthians|daniel|deuteronomy|ecclesiastes|ephesians|exodus|ezekiel|galatians|genesis|hebrews|isaiah|james|jeremiah|job|john|joshua|judges|kings|leviticus|luke|mark|matthew|micah|numbers|peter|philippians|proverbs|psalms?|qur['’]?an|revelation|romans|samuel|s[uū]rah?|thessalonians|timothy) \S+$/i
/** In words. */
const fewest = 5

/** `Could the mill be sold next year? 5:26` between paragraphs: the title of a film that was shown there. */
export function findFilms(lines: readonly Line[]): TailPiece[] {
  return lines.flatMap((line, at): TailPiece[] => {
    const {text, alone, isLinked, block} = line
    const [above, below] = [lines[at - 1], lines[at + 1]]
    if (
      !alone ||
      text.charCodeAt(text.length - 3) !== 58 ||
      !length.test(text) ||
      timeOrVerse.test(text) ||
      isLinked
    )
      return []
    if (block.prose.marks.length > 0 || text.split(' ').length <= fewest) return []
    return above && below && isText(above) && isText(below) ? [[line]] : []
  })
}

const readMore = /^read more$/i

/** “Miller to Sell His Wheel, Council Says” over `Read more`: the title of another article, whose link is lost. */
export function findTeasers(lines: readonly Line[]): TailPiece[] {
  return lines.flatMap((line, at): TailPiece[] => {
    const above = lines[at - 1]
    if (!above || !line.alone || line.text.length > 9 || !readMore.test(line.text) || line.isLinked) return []
    const {text, alone, isLinked, block} = above
    if (!alone || isLinked || block.prose.marks.length > 0 || isText(above) || /[.:;,]$/.test(text)) return []
    return at > 1 && text.split(' ').length > fewest ? [[above, line]] : []
  })
}
