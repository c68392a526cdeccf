import {type Document, defineRule, type Heading, type Paragraph, placeInTitle} from '../../src/rule/index.ts'
import {readLeadIn, readOrdinal, readTitle} from './counts.ts'

const fewestInSeries = 3
/** Blocks after a list among which it may be carried on. */
const mostBetween = 12

export default defineRule({
  id: 'count-mismatch',
  summary: 'Flag a number of items that is not the number the article has: “7 ways” with six.',
  category: 'consistency',
  recommended: false,
  options: {},
  messages: {
    title: (data: {text: string; count: number}) => ({
      reason: `Unexpected \`${data.text}\` in the title, expected ${data.count} as in the numbered parts`,
      note: 'Readers count: a part is missing, or the title is that of an earlier version'
    }),
    gap: (data: {text: string; value: number}) => ({
      reason: `Unexpected \`${data.text}\`, expected number ${data.value} above it`,
      note: 'The parts are numbered and one is not there: it was cut, or the others were not counted anew'
    }),
    list: (data: {text: string; count: number}) => ({
      reason: `Unexpected \`${data.text}\` before a list of ${data.count} items, expected the same number`,
      note: 'An item is missing or one too many, or the number is that of an earlier version'
    })
  },
  check(document, _options, report) {
    const {title} = document
    const promised = title && readTitle(title.text)
    const parts = promised && countParts(document, promised.value)
    if (title && promised && parts !== undefined && parts !== promised.value) {
      const text = title.text.slice(promised.start, promised.end)
      report('title', {range: placeInTitle(document, title, text), data: {text, count: parts}})
    }
    for (const {heading, value} of findGaps(document))
      report('gap', {range: heading.range, data: {text: heading.text, value}})
    for (const paragraph of document.paragraphs) {
      const sentence = paragraph.sentences.at(-1)
      if (paragraph.place !== 'body' || !sentence?.text.endsWith(':')) continue
      const count = readLeadIn(sentence.text)
      const items = count && countItems(document, paragraph)
      if (!count || items === undefined || items === count.value) continue
      const {start, end} = count
      report('list', {
        range: sentence.at(start, end - start),
        data: {text: sentence.text.slice(start, end), count: items}
      })
    }
  }
})

/**
 * The length of the only numbered series among headings of one level, or paragraphs with a bold start. Nothing where
 * there are more of them, or where as many parts as expected have no numbers.
 */
function countParts({headings, paragraphs}: Document, expected: number): number | undefined {
  const groups = [1, 2, 3, 4, 5, 6].map((level) =>
    headings.filter((heading) => heading.level === level).map(({text}) => text)
  )
  const bold = paragraphs.filter(({prose}) =>
    prose.marks.some(({node, start}) => node.type === 'strong' && start === 0)
  )
  groups.push(bold.map(({prose}) => prose.value))
  if (groups.some(({length}) => length === expected)) return undefined
  const series = groups.map(lengthOfSeries).filter((length) => length !== undefined)
  return series.length === 1 ? series[0] : undefined
}

/** How far a series 1, 2, 3 … goes; texts without a number may stand in between. */
function lengthOfSeries(texts: readonly string[]): number | undefined {
  let last = 0
  for (const text of texts) {
    const value = readOrdinal(text)
    if (value !== undefined && value !== last + 1) return undefined
    last = value ?? last
  }
  return last >= fewestInSeries ? last : undefined
}

/** The heading after a missing number, where the headings of a level are numbered from 1 on and one number is not there. */
function findGaps({headings}: Document): {readonly heading: Heading; readonly value: number}[] {
  return [1, 2, 3, 4, 5, 6].flatMap((level) => {
    const own = headings.filter((heading) => heading.level === level)
    const values = own.map(({text}) => readOrdinal(text))
    const numbers = values.filter((value) => value !== undefined)
    const gap = numbers.findIndex((value, index) => value !== index + 1)
    const rest = numbers.slice(gap)
    if (gap < fewestInSeries || numbers.length <= fewestInSeries + 1) return []
    if (rest.some((value, index) => value !== gap + 2 + index)) return []
    const at = values.indexOf(gap + 2)
    const heading = own[at]
    // A heading without its number may be the one.
    return heading && values[at - 1] === gap ? [{heading, value: gap + 1}] : []
  })
}

/** The items of the list that follows a paragraph; nothing where another list may carry it on. */
function countItems({tree: {children}}: Document, {node}: Paragraph): number | undefined {
  const at = children.indexOf(node)
  const list = at < 0 ? undefined : children[at + 1]
  if (list?.type !== 'list') return undefined
  for (const later of children.slice(at + 2, at + 2 + mostBetween)) {
    if (later.type === 'heading') break
    if (later.type === 'list' && (later === children[at + 2] || later.start === list.children.length + 1))
      return undefined
  }
  return list.children.length
}
