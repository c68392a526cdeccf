import type {Mark, Paragraph, Sentence} from '../../document/model.ts'

const known = new WeakMap<Paragraph, readonly (readonly Mark[])[]>()

/** The links, emphasis and code of a sentence, those that reach over its ends among them; read once of a paragraph. */
export function marksOf({paragraph, index}: Sentence): readonly Mark[] {
  const marks = known.get(paragraph) ?? divide(paragraph)
  known.set(paragraph, marks)
  return marks[index] ?? []
}

/** In sentences: a mark over more of them is no link and no title. */
const mostSentences = 20

function divide({sentences, prose}: Paragraph): Mark[][] {
  const divided: Mark[][] = sentences.map(() => [])
  let first = 0
  for (const mark of prose.marks) {
    // Marks stand in the order of their starts.
    while ((sentences[first + 1]?.start ?? Number.POSITIVE_INFINITY) <= mark.start) first++
    for (let index = first; index < sentences.length && index < first + mostSentences; index++) {
      if (index > first && (sentences[index]?.start ?? 0) >= mark.end) break
      divided[index]?.push(mark)
    }
  }
  return divided
}
