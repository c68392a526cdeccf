import {
  createPhraseMatcher,
  type Document,
  defineRule,
  findQuoted,
  type Mark,
  type Paragraph
} from '../../src/rule/index.ts'
import {phrases} from './phrases.ts'

/** A closing shorter than this is a farewell; longer, it says something beside the phrases. */
const minWords = 20
const maxWords = 160
/** The same where others stand below it. */
const mostBelow = 80
/** Paragraphs and items below which an article has no closing: it is one note. */
const minParagraphs = 4
/** Paragraphs at the end among which the closing is. */
const lastParagraphs = 3

/** One of these is in each of the next, which takes V8 half a millisecond: few headings hold one. */
const conclusionHint = /conclu|final|closing|parting|last|verdict|takeaway|wrap|bottom|summ|road|path|way/i
const conclusion =
  /^[\W\d]*(?:(?:in )?conclusions?|concluding (?:remarks|thoughts)|(?:(?:my|our|some) )?(?:final|closing|parting|last) (?:thoughts?|words?|remarks|takeaways?|verdict)|(?:the |our |my )?(?:verdict|takeaways?)(?= ?$)|wrapping up|wrap[- ]up|(?:the )?bottom line|in summary|summing up|(?:key )?takeaways?|(?:the )?(?:road|path|way) (?:ahead|forward))\b/i

/** "The third part of this series fires the oven": where the reader goes on. */
const nextPart =
  /\b(?:next|second|third|fourth|fifth|final|last|following|upcoming) (?:part|post|article|instal?lment|tutorial|chapter) (?:of|in) (?:this|the|our) (?:\w+ )?series\b|\bin (?:the|my|our) next (?:part|post|article|instal?lment|tutorial)\b/i

const matcher = createPhraseMatcher(phrases)

export default defineRule({
  id: 'generic-closing',
  summary: 'Flag a last paragraph that would close any article.',
  category: 'style',
  recommended: 'warn',
  options: {
    minPhrases: {
      type: 'number',
      default: 2,
      minimum: 1,
      description: 'Closing phrases the last paragraph must have'
    }
  },
  messages: {
    closing: (data: {phrases: readonly string[]}) => ({
      reason: `Unexpected closing without a fact (\`${data.phrases.slice(0, 2).join('`, `')}\`), expected a result, a figure or no closing`,
      note: 'Nothing in the paragraph belongs to this article alone; without it the article ends where its last fact stands'
    })
  },
  check(document, options, report) {
    for (const paragraph of findClosings(document)) {
      if (saysSomething(document, paragraph)) continue
      // “You can make a start, you can find help”: the same words twice show no more than once.
      const found = new Map<number, string>()
      for (const {text, words} of paragraph.sentences) {
        for (const {phrase, start, end} of matcher.match(words, text))
          if (!found.has(phrase)) found.set(phrase, text.slice(start, end).replace(/\s+/g, ' '))
      }
      if (found.size < options.minPhrases) continue
      report('closing', {range: paragraph.range, data: {phrases: [...found.values()]}})
      return
    }
  }
})

/**
 * The paragraphs of a section that is called a conclusion, whatever of the page stands below them; else the last one of
 * the article: no biography, no source, no note, no list.
 */
function findClosings({paragraphs, author}: Document): readonly Paragraph[] {
  const body = paragraphs.filter(
    ({place, isProse, section}) => place === 'body' && isProse && !section.isReferences
  )
  const items = paragraphs.filter(({place}) => place === 'item').length
  if (body.length + items < minParagraphs) return []
  const isLong = ({wordCount, prose, sentences}: Paragraph): boolean =>
    wordCount >= minWords &&
    !(author && prose.value.includes(author)) &&
    !(sentences.length === 1 && prose.value.endsWith('?'))
  const named = body.filter(({section}) => section.heading && isConclusion(section.heading.text))
  if (named.length > 0) {
    const long = named.filter(isLong)
    // Of the page are the last ones, perhaps; a longer first one leads on to more.
    const isFirst = (paragraph: Paragraph, index: number): boolean =>
      index === 0 && long.length <= lastParagraphs && paragraph.wordCount <= mostBelow
    return [...long.slice(-1), ...long.filter(isFirst)]
  }
  // A line such as “Share this with a friend” may stand below the closing; one with a link or a day is what the article
  // leads to.
  const last = body
    .slice(-lastParagraphs)
    .reverse()
    .find(({wordCount, prose}, index, all) =>
      wordCount >= minWords
        ? isLong(all[index] as Paragraph)
        : prose.marks.some(isLink) || (/\d/.test(prose.value) && /[.!]$/.test(prose.value))
    )
  return last ? [last] : []
}

function isConclusion(heading: string): boolean {
  return conclusionHint.test(heading) && conclusion.test(heading)
}

function saysSomething(document: Document, paragraph: Paragraph): boolean {
  const {prose, wordCount} = paragraph
  if (wordCount > maxWords || document.copyOf(paragraph)) return true
  if (/\d/.test(prose.value) || /\b(?:I|my|me)\b/.test(prose.value)) return true
  if (prose.marks.some(isLink) || nextPart.test(prose.value)) return true
  if (findQuoted(prose).overlaps(0, prose.value.length)) return true
  return (
    document.citations.some((citation) => citation.paragraph === paragraph) || hasNewName(document, paragraph)
  )
}

function isLink({node}: Mark): boolean {
  return node.type === 'link' || node.type === 'linkReference' || node.type === 'footnoteReference'
}

/** Whether the paragraph names somebody or something that the title and the article's other paragraphs are not about. */
function hasNewName({title, paragraphs}: Document, paragraph: Paragraph): boolean {
  const known = title?.text.toLowerCase() ?? ''
  for (const {words} of paragraph.sentences) {
    for (const {text} of words.slice(1)) {
      if (!/^\p{Lu}/u.test(text) || known.includes(stem(text))) continue
      const uses = paragraphs.reduce(
        (sum, other) => sum + (other !== paragraph && other.prose.value.includes(text) ? 1 : 0),
        0
      )
      if (uses < 2) return true
    }
  }
  return false
}

/** `Parcelo's` is `parcelo`. */
function stem(name: string): string {
  return name.replace(/['’]s?$/, '').toLowerCase()
}
