import type {Document, Range, Repair} from '../model.ts'

/** What is repaired in an article whose title has no mark, the most telling first. */
export type TitleCarrier = 'bare' | 'glued' | 'copy'

/**
 * The `# ` of a title that stands as a plain line. It goes with one repair of the article, the first of its kind,
 * so that an article has both marked headings and a marked title, or neither.
 */
export function titleMark(document: Document, by: TitleCarrier): Repair {
  const {title, headings, gluedHeadings, tightLines} = document
  if (title?.from !== 'line' || tightLines.length > 0) return []
  let carrier: TitleCarrier = 'copy'
  if (headings.some(({kind}) => kind === 'bare')) carrier = 'bare'
  else if (gluedHeadings.some(({repair}) => repair !== undefined)) carrier = 'glued'
  const at = carrier === by ? lineStart(document.text, title.range) : undefined
  return at === undefined ? [] : [{range: [at, at], text: '# '}]
}

/** Whether an article has its title without its debris too: as a mark, or as the only line above the text. */
export function keepsTitle({text, title}: Document): boolean {
  return !title?.needsDebris || lineStart(text, title.range) !== undefined
}

/** Before the signs of emphasis that hold the whole title; nowhere where something else stands before it in its line. */
function lineStart(text: string, [start, end]: Range): number | undefined {
  let at = start
  while (/[*_~]/.test(text.charAt(at - 1))) at--
  const signs = [...text.slice(at, start)].reverse().join('')
  let before = at
  while (/[ \t]/.test(text.charAt(before - 1))) before--
  return /^[\r\n]?$/.test(text.charAt(before - 1)) && text.startsWith(signs, end) ? at : undefined
}
