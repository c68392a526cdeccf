import type {Block, Heading, Paragraph, Section} from '../model.ts'
import {toLowerCase} from '../prose/words.ts'

type Mutable<T> = {-readonly [K in keyof T]: T[K]}
export type OpenSection = Mutable<Omit<Section, 'children' | 'blocks' | 'paragraphs'>> & {
  children: OpenSection[]
  blocks: Block[]
  paragraphs: Paragraph[]
}

const beforeList = /^\W*(?:\d{1,2}\W+)?(?:list of |selected |select )?/
const list =
  /^(?:sources?(?: (?:cited|consulted|used))?|references?(?: (?:cited|list))?|works? (?:cited|consulted)|bibliography|citations?|(?:further|suggested|recommended|additional) reading|foot ?notes|end ?notes|notes|literature(?: cited)?|quellen|literatur|fuentes|referencias|références)$/

/** "References", "7. Works Cited:", "Selected bibliography", "Sources and further reading". */
function isReferenceHeading(text: string): boolean {
  const name = toLowerCase(text)
    .replace(beforeList, '')
    .replace(/\W{1,20}$/, '')
  const [first = '', second, ...rest] = name.split(/ (?:and|&) /)
  if (rest.length > 0 || !list.test(first)) return false
  return second === undefined || second === 'links' || list.test(second)
}

/** Opens sections as headings come by; `finish` closes their ranges and judges which are empty. */
export function createOutline(): {
  open(heading: Heading | undefined, level: number): OpenSection
  finish(end: number): Section[]
} {
  const sections: OpenSection[] = []
  return {
    open(heading, level) {
      const parent = findParent(sections, level)
      const start = heading?.range[0] ?? 0
      const section: OpenSection = {
        level,
        range: [start, start],
        children: [],
        blocks: [],
        paragraphs: [],
        isEmpty: false,
        isReferences: heading !== undefined && isReferenceHeading(heading.text)
      }
      if (heading) section.heading = heading
      if (parent) {
        section.parent = parent
        parent.children.push(section)
      }
      sections.push(section)
      return section
    },
    finish(end) {
      // Backwards: `ends[level]` is where the nearest later section of that level, or a higher one, starts.
      const ends: number[] = Array.from({length: 7}, () => end)
      for (let index = sections.length - 1; index >= 0; index--) {
        const section = sections[index] as OpenSection
        section.range = [section.range[0], ends[section.level] as number]
        section.isEmpty =
          section.children.length === 0 &&
          !section.blocks.some(holdsText) &&
          !contentsHeading.test(section.heading?.text ?? '')
        ends.fill(section.range[0], section.level)
      }
      return sections
    }
  }
}

function findParent(sections: readonly OpenSection[], level: number): OpenSection | undefined {
  let candidate = sections.at(-1)
  while (candidate && candidate.level >= level) candidate = candidate.parent as OpenSection | undefined
  return candidate && candidate.level > 0 ? candidate : undefined
}

/** A table of contents, which a plugin fills when the page is built. */
const contentsHeading: RegExp = /^\W*(?:table of contents|contents|toc|on this page|in this article)\W*$/i

/** An HTML comment or a link definition shows nothing to the reader. */
export function holdsText(block: Block): boolean {
  if (block.type === 'definition') return false
  if (block.type === 'html')
    return !/^\s*<!--[\s\S]*-->\s*$/.test('value' in block.node ? block.node.value : '')
  return true
}
