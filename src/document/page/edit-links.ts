import type {Furniture} from '../model.ts'
import type {Draft, TextDraft} from '../prose/blocks.ts'

/** `[edit]`, `[edit source]`, `[ edit | edit source ]`: a wiki shows it beside each heading. */
const editLink = /(?<=\p{L}{2}[\p{L}\p{N}.,:?!)"”’' ]{0,20})\[ ?edit(?: source)?(?: ?\| ?edit source)? ?\]$/iu

/** In characters. */
const longestHeading = 120

/** One alone may be the name of a button. */
const fewest = 2

export interface EditLinks {
  /** The article's, without the links. */
  readonly drafts: Draft[]
  readonly furniture: readonly Furniture[]
  /** The lines that had one, and so are headings that lost their marks. */
  readonly headings: ReadonlySet<TextDraft>
}

/** Takes the links to the editor of a wiki from its headings, which may have lost their own marks. */
export function separateEditLinks(drafts: Draft[]): EditLinks {
  const furniture: Furniture[] = []
  const headings = new Set<TextDraft>()
  const separated = drafts.map((draft) => {
    if (draft.type === 'other' || draft.place !== 'body') return draft
    const {prose} = draft
    if (!prose.value.endsWith(']') || prose.value.length > longestHeading) return draft
    const link = prose.value.includes('\n') ? null : editLink.exec(prose.value)
    if (!link) return draft
    const debris = prose.at(link.index, link[0].length)
    furniture.push({kind: 'edit-link', range: prose.range, text: prose.value, debris})
    const heading = {...draft, prose: prose.slice(0, prose.value.slice(0, link.index).trimEnd().length)}
    if (heading.type === 'text') headings.add(heading)
    return heading
  })
  return furniture.length < fewest
    ? {drafts, furniture: [], headings: new Set()}
    : {drafts: separated, furniture, headings}
}
