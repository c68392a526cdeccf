import type {Document, Paragraph} from './model.ts'

/**
 * Tells questions that stand again above another answer: from a list of them, or in bold, in italics or above a block
 * quotation where several people are asked the same. Those are questions of two sections, or two that both come again.
 */
export function createQuestionCheck({
  blocks,
  paragraphs
}: Pick<Document, 'blocks' | 'paragraphs'>): (copy: Paragraph, original: Paragraph) => boolean {
  let again: number | undefined
  return (copy, original) => {
    if (!isQuestion(copy) || !isAnswered(copy)) return false
    if (original.place === 'item') return true
    if (!isPut(copy) || !isPut(original) || !isAnswered(original)) return false
    if (textBelow(copy) === textBelow(original)) return false
    if (copy.section !== original.section) return true
    again ??= countRepeated(paragraphs.filter((paragraph) => isQuestion(paragraph) && isPut(paragraph)))
    return again >= fewestAgain
  }

  /** In bold or italics, or above an answer that is quoted. */
  function isPut(paragraph: Paragraph): boolean {
    const answer = blocks[paragraph.index + 1]
    return isMarked(paragraph) || (answer?.type === 'paragraph' && answer.place === 'quote')
  }

  function isAnswered({index, section}: Paragraph): boolean {
    const answer = blocks[index + 1]
    return answer?.type === 'paragraph' && answer.section === section && !isQuestion(answer)
  }

  function textBelow({index}: Paragraph): string | undefined {
    const answer = blocks[index + 1]
    return answer?.type === 'paragraph' ? answer.prose.value : undefined
  }
}

const fewestAgain = 2

function countRepeated(questions: readonly Paragraph[]): number {
  const times = new Map<string, number>()
  for (const {words} of questions) {
    const key = words.map((word) => word.key).join(' ')
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return [...times.values()].filter((count) => count > 1).length
}

function isQuestion({prose}: Paragraph): boolean {
  return /\?["”’]?$/.test(prose.value.trimEnd().slice(-2))
}

/** All of it in bold or italics. */
export function isMarked({prose: {value, marks}}: Paragraph): boolean {
  const outer = marks.at(-1)
  if (outer === undefined || outer.start > 0 || outer.end < value.trimEnd().length) return false
  return outer.node.type === 'strong' || outer.node.type === 'emphasis'
}
