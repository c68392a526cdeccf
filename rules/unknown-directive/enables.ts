import type {DirectiveComment} from '../../src/rule/index.ts'

/** An `enable`, or a name in one, that ends no `disable`. */
export interface LooseEnable {
  readonly directive: DirectiveComment
  /** Position of the name; nothing when the whole comment is loose. */
  readonly index?: number
}

export function findLooseEnables(
  directives: readonly DirectiveComment[],
  isKnown: (id: string) => boolean
): LooseEnable[] {
  const open = new Set<string>()
  let isAllOpen = false
  return directives.flatMap((directive): LooseEnable[] => {
    const {kind, rules} = directive
    if (kind === 'enable') {
      const loose = rules.flatMap(({id}, index) => (isAllOpen || open.has(id) || !isKnown(id) ? [] : [index]))
      const isLoose = rules.length === 0 ? !isAllOpen && open.size === 0 : loose.length === rules.length
      for (const {id} of rules) open.delete(id)
      if (rules.length === 0) {
        open.clear()
        isAllOpen = false
      }
      return isLoose ? [{directive}] : loose.map((index) => ({directive, index}))
    }
    // What is misspelt was meant to disable something: that it does not is reported where it stands.
    const isMisspelt = kind === 'unknown' || rules.some(({id}) => !isKnown(id))
    if (isMisspelt || (kind === 'disable' && rules.length === 0)) isAllOpen = true
    if (kind === 'disable') for (const {id} of rules) open.add(id)
    return []
  })
}
