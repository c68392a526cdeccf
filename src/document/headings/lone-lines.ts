import type {Block, Document, Range} from '../model.ts'
import {wholeLines} from '../page/source-lines.ts'

/** `<details>`, `</summary>`, `:::note`, `{{< note >}}`, `{% note %}`: what begins here, or has its label here. */
const opening = /^(?:<[A-Za-z][^<>]*(?<!\/)>$|<summary\b|:{3,}\s?[^\s:]|\{[{%][^{}/]*[}%]\}$)/

/** `</details>`, `:::`, `{{< /note >}}`, `{% endnote %}`. */
const closing = /^(?:<\/|:{3,}$|\{[{%][%<]?-?\s?(?:\/|end))/

/** Whether lines are all that stands below a heading or in an element: without them it would stand there empty. */
export function areAlone({text, blocks}: Pick<Document, 'text' | 'blocks'>, range: Range): boolean {
  const [from, to] = wholeLines(text, range)
  const before = lastLine(text.slice(Math.max(0, from - longest), from))
  const after = firstLine(text.slice(to, to + longest))
  if (opening.test(before) && closing.test(after)) return true
  const [above, below] = neighbours(blocks, range)
  if (above?.type !== 'heading') return false
  return below === undefined || (below.type === 'heading' && below.level <= above.level)
}

/** The block that ends before a range, and the one that starts behind it. */
export function neighbours(
  blocks: readonly Block[],
  [start, end]: Range
): [above: Block | undefined, below: Block | undefined] {
  let at = firstFrom(blocks, start) - 1
  while (at >= 0 && (blocks[at] as Block).range[1] > start) at--
  return [blocks[at], blocks[firstFrom(blocks, end)]]
}

/** Index of the first block that starts there or later: they stand in order. */
function firstFrom(blocks: readonly Block[], offset: number): number {
  let from = 0
  let to = blocks.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((blocks[middle] as Block).range[0] < offset) from = middle + 1
    else to = middle
  }
  return from
}

/** In characters: how far a line is looked for. */
const longest = 300

function lastLine(text: string): string {
  const trimmed = text.trimEnd()
  return trimmed.slice(Math.max(trimmed.lastIndexOf('\n'), trimmed.lastIndexOf('\r')) + 1).trimStart()
}

function firstLine(text: string): string {
  return /\S[^\r\n]*/.exec(text)?.[0].trimEnd() ?? ''
}
