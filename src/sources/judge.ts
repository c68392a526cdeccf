import {isEnglish, languageOf} from '../document/language.ts'
import {isElsewhere} from './elsewhere.ts'
import {judgeFigure} from './judge-figure.ts'
import {judgeQuotation} from './judge-quotation.ts'
import type {Page, PartVerdict, Statement, StatementVerdict} from './model.ts'

/** Compares a statement of an article with a page that it cites. */
export function judgeStatement(statement: Statement, page: Page): StatementVerdict {
  const figures = statement.figures.map(({text}) => judgeFigure(text, statement, page))
  const quotations = statement.quotations.map(({text}) => judgeQuotation(text, page, statement.text))
  const {text} = statement
  // What such a page does not show may stand there all the same.
  if (!isTelling(page))
    return {text, figures: figures.filter(isSupported), quotations: quotations.filter(isSupported)}
  const isOff = isElsewhere(statement, page, [...figures, ...quotations])
  return {text, figures, quotations, ...(isOff && {isElsewhere: true})}
}

function isSupported({verdict}: PartVerdict): boolean {
  return verdict === 'supported'
}

/** In characters: so much tells the language of a page. */
const sample = 20_000

const languages = new WeakMap<Page, string>()

/** Whether what a page does not say is not said: it shows its text, and in the language of the articles that are checked. */
function isTelling(page: Page): boolean {
  if (page.isThin || page.isEmpty) return false
  const known = languages.get(page) ?? languageOf(takeSample(page.blocks))
  languages.set(page, known)
  return isEnglish(known)
}

function takeSample(blocks: readonly string[]): string {
  let text = ''
  for (const block of blocks) {
    text += `${block.slice(0, sample)}\n`
    if (text.length > sample) break
  }
  return text
}
