import type {Paragraph, Sentence} from '../model.ts'
import {isEnglish, languageOf} from '../prose/language.ts'

/** One of them is in most English sentences, and none is a word of another language. */
const plainlyEnglish = /\b(?:the|and|that|with|which|from|their|this)\b/i

/**
 * Tells the sentences of paragraphs in another language, as a page in two languages has them: what an English article needs a
 * source for says nothing of them.
 */
export function createForeignCheck(): (sentence: Sentence) => boolean {
  const known = new Map<Paragraph, boolean>()
  return ({text, paragraph}) => {
    if (plainlyEnglish.test(text)) return false
    const isForeign = known.get(paragraph) ?? !isEnglish(languageOf(paragraph.prose.value))
    known.set(paragraph, isForeign)
    return isForeign
  }
}
