import type {Page} from '../model.ts'
import {type Folded, foldText} from '../statements/folded.ts'

const folded = new WeakMap<Page, Folded>()

/** The words of a page, its title first, read once. */
export function readPageWords(page: Page): Folded {
  const known = folded.get(page) ?? foldText([page.title ?? '', ...page.blocks].join('\n'))
  folded.set(page, known)
  return known
}
