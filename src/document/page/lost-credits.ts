import type {Frontmatter} from '../model.ts'
import type {Draft} from '../prose/blocks.ts'
import {createLineCheck} from './line-patterns.ts'
import type {Line} from './lines.ts'

/** Whose pictures they are: archives, agencies and sites that ask for their names. */
const houses =
  '(?:unsplash|pexels|pixabay|flickr|getty(?: images)?|shutterstock|i ?stock(?:photo)?|alamy|depositphotos|freepik|wikimedia(?: commons)?|reuters|afp)'

/** `Image credit: Ann Lee`, `Photo by Ann Lee on Unsplash`, `Ann Lee / Getty Images` */
const isCredit = createLineCheck([
  /^(?:image|photo|picture|cover|featured image|header image) (?:credits?|source|courtesy(?: of)?) ?: ?\S[^!?]{1,80}$/i,
  new RegExp(
    `^(?:photo|image|picture|photograph|illustration)(?:graph)? by [^.!?]{2,60} (?:on|via|from|at|/) ${houses}$`,
    'i'
  ),
  /^getty images$/i,
  /^[^.!?:;,]{3,50} ?\/ ?(?:getty images|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|reuters|afp)$/i
])

/** Who made a picture, in an article that has none: it was left behind on the page. */
export function findLostCredits(
  lines: readonly Line[],
  drafts: readonly Draft[],
  frontmatter: Frontmatter | undefined
): [Line][] {
  const found = lines.filter(
    (line) => line.alone && line.text.length <= 100 && isCredit(line.text) && !line.isLinked
  )
  if (found.length === 0 || hasPicture(drafts, frontmatter)) return []
  return found.map((line) => [line])
}

/** An element may hold one; from front matter a template takes it. */
function hasPicture(drafts: readonly Draft[], frontmatter: Frontmatter | undefined): boolean {
  if (frontmatter) return true
  return drafts.some((draft) =>
    draft.type === 'other'
      ? draft.as === 'image' || draft.as === 'html'
      : draft.prose.marks.some(({node}) => node.type === 'image' || node.type === 'imageReference')
  )
}
