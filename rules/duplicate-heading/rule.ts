import type {Nodes} from 'mdast'
import duplicateHeadings from 'remark-lint-no-duplicate-headings-in-section'
import {type Document, defineRule, type Heading, readOutline, runRemarkLint} from '../../src/rule/index.ts'

const farthestBox = 120
/** The line that opens a container, then blanks and the marks of a heading. */
const boxAbove =
  /(?:^|[\r\n])[ \t]{0,3}(?::{3,}[ \t]*[\w{][^\r\n]{0,80}|<div class="[^"<>\r\n]{1,60}">)[\r\n][ \t\r\n]*#{1,6}[ \t]+$/

export default defineRule({
  id: 'duplicate-heading',
  summary: 'Flag a heading that stands twice in the same section.',
  category: 'structure',
  recommended: 'warn',
  anyLanguage: true,
  options: {},
  messages: {
    duplicate: (data: {heading: string}) =>
      `Unexpected second heading \`${data.heading}\` in the same section, expected another name`
  },
  check(document, _options, report) {
    if (document.headings.length < 2 || !isAnyTwice(document.tree)) return
    const {tree, headingOf} = readOutline(document)
    const boxOf = createBoxLookup(document)
    for (const {node, cause} of runRemarkLint(document, duplicateHeadings, {tree})) {
      const heading = headingOf(node)
      const first = headingOf(cause?.node)
      if (
        !heading ||
        !first ||
        !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(heading.text) ||
        isTitleCopy(heading.range, document.title?.copies) ||
        opensBox(document, heading.range[0]) ||
        boxOf(heading) !== boxOf(first)
      )
        continue
      if (heading.text !== first.text && areNames(document, heading.text, first.text)) continue
      report('duplicate', {
        range: heading.range,
        data: {heading: heading.text},
        related: [{range: first.range, reason: 'The first one is here'}]
      })
    }
  }
})

/** Whether two headings of one level are the same: else the package, which takes fifty times as long, finds nothing. */
function isAnyTwice({children}: Document['tree']): boolean {
  const known = new Set<string>()
  return children.some((node) => {
    if (node.type !== 'heading') return false
    const heading = `${node.depth} ${textOf(node).toLowerCase()}`
    return known.size === known.add(heading).size
  })
}

/** `nil` and `Nil`: spelled so in code elsewhere in the article, they name two things. */
function areNames({paragraphs, blocks, text}: Document, ...headings: readonly string[]): boolean {
  return headings.every(
    (heading) =>
      paragraphs.some(({prose: {value, marks}}) =>
        marks.some(({node, start, end}) => node.type === 'inlineCode' && value.slice(start, end) === heading)
      ) || blocks.some(({type, range}) => type === 'code' && holdsName(text.slice(...range), heading))
  )
}

const ofWord = /[\w'"$-]/

function holdsName(code: string, name: string): boolean {
  if (!/^[a-z_]\w*$/i.test(name)) return false
  for (let at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + 1))
    if (!ofWord.test(code.charAt(at - 1)) && !ofWord.test(code.charAt(at + name.length))) return true
  return false
}

/** As the package reads it: with the words of pictures. */
function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  if ('alt' in node && node.alt) return node.alt
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** `::: solution` or `<div class="item yes">` above it: the name of a box, as each box of its kind has. */
function opensBox({text}: Document, at: number): boolean {
  const above = text.slice(Math.max(0, at - farthestBox), at)
  return boxAbove.test(above)
}

/** `::: tabs`, `:::`: lines that open and close a container. */
const boxLine = /^[ \t]*:{3,}[ \t]*(\S?)/

/** Where the innermost container around a heading opens: “PyCharm” and “VS Code” are tabs of each box that has them. */
function createBoxLookup({tree}: Document): (heading: Heading) => number | undefined {
  let changes: readonly BoxChange[] | undefined
  return ({range: [start]}) => {
    changes ??= findBoxes(tree)
    let from = 0
    let to = changes.length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((changes[middle] as BoxChange).at <= start) from = middle + 1
      else to = middle
    }
    return changes[from - 1]?.box
  }
}

/** From there on, the container that is open. */
interface BoxChange {
  readonly at: number
  readonly box: number | undefined
}

function findBoxes({children}: Document['tree']): BoxChange[] {
  const open: number[] = []
  return children.flatMap((node) => {
    const line = node.type === 'html' ? boxLine.exec(node.value) : null
    if (!line) return []
    const at = node.position?.start.offset ?? 0
    if (line[1]) open.push(at)
    else open.pop()
    return {at, box: open.at(-1)}
  })
}

/** The title as a second level-1 heading is what repeated-title reports. */
function isTitleCopy(
  range: readonly [number, number],
  copies: readonly (readonly [number, number])[] = []
): boolean {
  return copies.some(([start, end]) => start <= range[0] && range[1] <= end)
}
