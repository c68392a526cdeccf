import type {Document, Paragraph} from '../model.ts'

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
  for (const question of questions) {
    const key = wordsOf(question)
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return [...times.values()].filter((count) => count > 1).length
}

/** “Which ovens have you used? Check all that apply.” counts in bold or italics. */
function isQuestion(paragraph: Paragraph): boolean {
  const {value} = paragraph.prose
  return /\?["”’]?$/.test(value.trimEnd().slice(-2)) || (/\?["”’]?\s/.test(value) && isMarked(paragraph))
}

/** In paragraphs: an answer is not looked for further below its question. */
const mostAnswers = 12
/** Of a form that each of several people fills in. */
const fewestForms = 3
/** Words of an answer that a form holds ready. */
const longestAnswer = 60

/** Tells answers to one question of a form, in bold or italics, that three sections or more ask: they may be the same. */
export function createAnswerCheck({
  blocks,
  paragraphs
}: Pick<Document, 'blocks' | 'paragraphs'>): (copy: Paragraph, original: Paragraph) => boolean {
  let asked: ReadonlyMap<string, ReadonlySet<Paragraph['section']>> | undefined
  return (copy, original) => {
    if (copy.section === original.section || Math.max(copy.wordCount, original.wordCount) > longestAnswer)
      return false
    const question = questionAbove(copy)
    if (question === undefined || question !== questionAbove(original)) return false
    asked ??= findAsked(paragraphs)
    return (asked.get(question)?.size ?? 0) >= fewestForms
  }

  function questionAbove({index}: Paragraph): string | undefined {
    for (let at = index - 1; at >= Math.max(0, index - mostAnswers); at--) {
      const above = blocks[at]
      if (above?.type === 'heading') return undefined
      if (above?.type === 'paragraph' && isMarked(above))
        return isQuestion(above) ? wordsOf(above) : undefined
    }
    return undefined
  }
}

function findAsked(paragraphs: readonly Paragraph[]): ReadonlyMap<string, ReadonlySet<Paragraph['section']>> {
  const asked = new Map<string, Set<Paragraph['section']>>()
  for (const paragraph of paragraphs) {
    if (!isQuestion(paragraph) || !isMarked(paragraph)) continue
    const key = wordsOf(paragraph)
    asked.set(key, (asked.get(key) ?? new Set()).add(paragraph.section))
  }
  return asked
}

function wordsOf({words}: Paragraph): string {
  return words.map(({key}) => key).join(' ')
}

/** All of it in bold or italics. */
export function isMarked({prose: {value, marks}}: Paragraph): boolean {
  const outer = marks.at(-1)
  if (outer === undefined || outer.start > 0 || outer.end < value.trimEnd().length) return false
  return outer.node.type === 'strong' || outer.node.type === 'emphasis'
}
