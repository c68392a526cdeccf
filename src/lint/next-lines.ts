import type {Document, Range} from '../document/model.ts'

/**
 * Finds, for offsets that grow, the next line that is not blank: from its start to its end, or to the end of the
 * block that stands on it. In HTML, where lines mean nothing, it is the block.
 */
export function createLineFinder(document: Document): (after: number) => Range | undefined {
  const {text, format} = document
  if (format === 'html') {
    return (after) => {
      const block = firstBlockAfter(document, after)
      return block && [after, block.range[1]]
    }
  }
  // Of a thousand comments one below the other each one would have to step over all that follow.
  let found: {readonly after: number; readonly lines: Range | undefined} | undefined
  return (after) => {
    const isSame = found && after >= found.after && (!found.lines || after < found.lines[0])
    if (!found || !isSame) found = {after, lines: nextLines(after)}
    return found.lines
  }

  function nextLines(after: number): Range | undefined {
    let start = after
    let end = lineEnd(text, after)
    do {
      if (end >= text.length) return undefined
      start = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
      end = lineEnd(text, start)
    } while (isBlank(text.slice(start, end)))
    const block = firstBlockAfter(document, start)
    const isText = block?.type === 'paragraph' || block?.type === 'heading'
    return [start, isText && block.range[0] < end ? Math.max(end, block.range[1]) : end]
  }
}

function lineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** Blank, but for the marks of a quote; or a comment: directives for one line may stand one below the other. */
function isBlank(line: string): boolean {
  const text = line.replace(/^[\s>]+/, '').trimEnd()
  const isBetween = (open: string, close: string): boolean => text.startsWith(open) && text.endsWith(close)
  return text === '' || isBetween('<!--', '-->') || isBetween('{/*', '*/}')
}

/** The first block that ends after an offset. */
function firstBlockAfter({blocks}: Document, offset: number): Document['blocks'][number] | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as Document['blocks'][number]).range[1] > offset) high = middle
    else low = middle + 1
  }
  return blocks[low]
}
