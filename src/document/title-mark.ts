import type {Document, Repair} from './model.ts'

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
  return carrier === by ? [{range: [title.range[0], title.range[0]], text: '# '}] : []
}
