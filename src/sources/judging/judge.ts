import {isEnglish, languageOf} from '../../document/prose/language.ts'
import type {Page, PartVerdict, Statement, StatementVerdict} from '../model.ts'
import {isElsewhere} from './elsewhere.ts'
import {judgeFigure} from './judge-figure.ts'
import {judgeQuotation} from './judge-quotation.ts'
import {isUnheard} from './unheard.ts'

/** Compares a statement of an article with a page that it cites. */
export function judgeStatement(statement: Statement, page: Page): StatementVerdict {
  const judged = statement.figures.map((part) => ({part, verdict: judgeFigure(part.text, statement, page)}))
  const figures = judged.flatMap(({part, verdict}) => {
    const isSaid =
      verdict !== undefined &&
      (!part.isWeak || verdict.verdict !== 'absent' || isUnheard(part.text, statement, page))
    return isSaid ? [verdict] : []
  })
  const strong = figures.filter(({text}) => !judged.some(({part}) => part.isWeak && part.text === text))
  const quotations = statement.quotations.map(({text}) => judgeQuotation(text, page, statement.text))
  const {text} = statement
  // What such a page does not show may stand there all the same.
  if (!isTelling(page))
    return {text, figures: figures.filter(isSupported), quotations: quotations.filter(isSupported)}
  const unclear = statement.figures
    .map((part) => part.text)
    .filter((spelled) => !figures.some((one) => one.text === spelled))
  const isOff = isElsewhere(statement, page, [...strong, ...quotations])
  return {
    text,
    figures,
    quotations,
    ...(unclear.length > 0 && {unclear}),
    ...(isOff && {isElsewhere: true})
  }
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
