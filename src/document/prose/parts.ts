import type {Document, GluedHeading, Paragraph, Section} from '../model.ts'

/**
 * Gives the section a paragraph is in, or the heading glued into a paragraph above it where a repair will give that
 * heading its own line: what is read of an article must not change with the repair.
 */
export function createParts({
  gluedHeadings,
  copyOf
}: Document): (paragraph: Paragraph) => Section | GluedHeading {
  const starts = gluedHeadings
    .filter(({repair}) => repair !== undefined)
    .map((heading) => {
      const {block, at} = heading
      // The copy goes and its clean original stays: a heading at the copy's end will stand below that one.
      const original = block.type === 'paragraph' ? copyOf(block)?.original.index : undefined
      return {heading, above: at === 'end' ? Math.max(block.index, original ?? 0) : block.index}
    })
  if (starts.length === 0) return ({section}) => section
  return ({section, index}) =>
    starts.findLast(({heading, above}) => heading.block.section === section && above < index)?.heading ??
    section
}
