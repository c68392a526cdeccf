import {lazy} from '../lazy.ts'

/** What GitHub leaves out of the anchor of a heading. */
const dropped = lazy(() => /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu)

/** Gives the headings of one article, in their order, the anchors that GitHub gives them: a second `usage` is `usage-1`. */
export function createSlugger(): (heading: string) => string {
  const used = new Map<string, number>()
  return (heading) => {
    const base = heading.trim().toLowerCase().replace(dropped(), '').replaceAll(' ', '-')
    let slug = base
    while (used.has(slug)) {
      const count = (used.get(base) ?? 0) + 1
      used.set(base, count)
      slug = `${base}-${count}`
    }
    used.set(slug, 0)
    return slug
  }
}
