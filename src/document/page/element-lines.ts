import type {Draft} from '../prose/blocks.ts'
import type {Line} from './lines.ts'

const copyButton = /^(?:copy|copied!?)$/i
const ofBrowser = /^(?:sorry, )?your browser /i
const noFilm =
  /^(?:sorry, )?your browser (?:does not|doesn[’']t) support (?:the |html5? |embedded ){0,3}(?:video|audio)s?\b[^.]{0,40}\.?$/i

/** The button of a code block, and what browsers say in the place of a film, whose element is gone. */
export function isOfElement({text, draft, prose}: Line, drafts: readonly Draft[]): boolean {
  const [before, after] = [drafts[draft - 1], drafts[draft + 1]]
  const isOf = (other: Draft | undefined, as: string): boolean => other?.type === 'other' && other.as === as
  if (copyButton.test(text)) return isOf(before, 'code') || isOf(after, 'code')
  const isNotice = ofBrowser.test(text) && noFilm.test(text)
  return isNotice && prose.marks.length === 0 && !isOf(before, 'html') && !isOf(after, 'html')
}
