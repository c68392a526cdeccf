import type {Section} from '../model.ts'

type Place = Pick<Section, 'heading' | 'level' | 'parent'>

const questions = /^\W*(?:frequently asked questions|faqs?|common questions)\b/i

const deepest = 6

/**
 * The level of a heading that lost its mark: beside the headings around it, 2 below the title. A question stands below a
 * heading for questions, and what is none beside that heading.
 */
export function levelBeside({heading, level, parent}: Place, text: string): number {
  const isQuestion = text.trimEnd().endsWith('?')
  if (isQuestion && heading && questions.test(heading.text)) return within(level + 1)
  const isAfterLast =
    !isQuestion && heading?.text.endsWith('?') && questions.test(parent?.heading?.text ?? '')
  return within(isAfterLast && parent ? parent.level : level)
}

/** The level of a line that was set in bold for a heading: it is a part of the section that it stands in. */
export function levelBelow({level}: Place): number {
  return within(level + 1)
}

function within(level: number): number {
  return Math.min(Math.max(level, 2), deepest)
}
