import type {Document, Paragraph} from '../model.ts'
import {isQuoted} from './guard.ts'
import {isRecord} from './record.ts'

/** An author who heard a thing once may tell of it in passing. */
const fewest = {answers: 3, own: 2, seen: 2, works: 3}

/** "We also heard that the mill would close": the author was there. */
const seen =
  /\b(?:I|we) (?:\w+ly |also |even |then |first |later )?(?:heard|learne[dt]|saw|watched|met|visited|attended|were (?:told|shown)|was (?:told|shown)|(?:spoke|talked|sat down) (?:to|with))\b/gi

/** Who was asked speaks of what is theirs; what is quoted from a book seldom does. */
const ownWord = /\b(?:I|my|we|our|us)\b/i

/** In a lead-in, words that were spoken: "Mises writes:" would lead to a book. */
const spoken =
  /\b(?:told|tells|asked|recall(?:s|ed)|remember(?:s|ed)|respond(?:s|ed)|repl(?:ies|ied)|add(?:s|ed)|shared?)\b/i
const leadLength = 140

/** "Head Baker (HB)", a title that is the name of a post. */
const post =
  /^(?:\S+ ){1,5}(?:manager|engineer|director|lead|officer|specialist|coordinator|co-ordinator|administrator|analyst|developer|representative|designer|architect|assistant|technician|recruiter|producer|editor|baker)s?(?: \([A-Z]{2,6}s?\))?$/i
const duties =
  /\b(?:responsible for|responsibilit(?:y|ies)|reports? to|works? closely with|accountable for)\b/i

/** "Book Review: The Mill": what it says of the book stands in the book. */
const review = /\breviews?\b/i
/** “The Mill by Ann Lee”: the title of a book; not “The mill was sold by Ann Lee”. */
const ofBook = /^(?!.* (?:is|was|are|were) )["“*_]?\p{Lu}[^.?!]{1,80} by(?: \p{Lu}[\p{L}.'’-]*){2,4}$/u
/** `categories: [theatre]`: what a paper files below it speaks of works, where it speaks of one again and again. */
const arts =
  /^(?:albums?|arts?|art and design|books?|concerts?|culture|dance|exhibitions?|films?|games?|gaming|literature|movies?|music|opera|reviews?|stage|television|theat(?:re|er)|tv)$/i
const work =
  /\b(?:the|this) (?:album|book|cast|concert|documentary|exhibition|film|game|memoir|movie|novel|performance|play|production|series|show|track)\b/gi

/** Of posts that follow each other: headings, and words that differ in them. */
const fewestGrades = {headings: 3, words: 2}
const grade = /\b(?:junior|senior|lead|principal|staff|associate|intern|mid-?level)\b/i

/**
 * Whether an article tells what its author has from those it is about: an interview in prose, a report by somebody who was
 * there, the review of a book or a film, the record of what was said, or the description of a post, or of several grades of one, by
 * those who fill them. Where it comes from stands in the article, though not beside each sentence.
 */
export function isOwnAccount(
  document: Pick<Document, 'text' | 'frontmatter' | 'paragraphs' | 'blocks' | 'headings' | 'title'>
): boolean {
  const {paragraphs, blocks, headings, title, frontmatter} = document
  if (isLadder(headings) || isRecord(document)) return true
  const isOfWork = title !== undefined && (review.test(title.text) || ofBook.test(title.text.trim()))
  const isReview = isOfWork || isFiledWithArts(frontmatter)
  const isPost = title !== undefined && post.test(title.text.trim())
  const counts = {answers: 0, own: 0, seen: 0, works: 0}
  for (const paragraph of paragraphs) {
    const {prose, place} = paragraph
    if (isAnswer(paragraph, blocks)) {
      counts.answers++
      if (ownWord.test(prose.value)) counts.own++
    } else if (place !== 'quote') counts.seen += prose.value.match(seen)?.length ?? 0
    if (isReview) counts.works += prose.value.match(work)?.length ?? 0
    if (counts.works >= fewest.works) return true
    if (counts.seen >= fewest.seen || (isPost && duties.test(prose.value))) return true
  }
  const {answers, own} = counts
  return answers >= fewest.answers && own >= fewest.own && own * 2 >= answers
}

function isFiledWithArts(frontmatter: Document['frontmatter']): boolean {
  if (!frontmatter) return false
  return ['category', 'categories', 'section', 'tags'].some((key) => {
    const value = frontmatter.get(key)
    const names: readonly unknown[] = Array.isArray(value) ? value : [value]
    return names.some((name) => typeof name === 'string' && arts.test(name))
  })
}

/** "Junior Baker", "Senior Baker", "Lead Baker": what each of them does. */
function isLadder(headings: Document['headings']): boolean {
  const grades = headings.flatMap(({text}) => grade.exec(text)?.[0].toLowerCase() ?? [])
  return grades.length >= fewestGrades.headings && new Set(grades).size >= fewestGrades.words
}

/** "Lee remembers the first oven:", and then the words of Lee in a paragraph of their own. */
function isAnswer(paragraph: Paragraph, blocks: Document['blocks']): boolean {
  if (paragraph.place !== 'quote') return isQuoted(paragraph, blocks)
  const above = blocks[paragraph.index - 1]
  if (above?.type !== 'paragraph' || above.place === 'quote') return false
  const lead = above.prose.value.trimEnd()
  return lead.endsWith(':') && spoken.test(lead.slice(-leadLength))
}
