import {
  defineRule,
  type Edit,
  type FlattenedList,
  isAboveIndented,
  labelEnd,
  type Paragraph,
  separateLines
} from '../../src/rule/index.ts'
import {findInlineList} from './inline.ts'

export default defineRule({
  id: 'flattened-list',
  summary: 'Flag neighbouring paragraphs that were the items of a list.',
  category: 'structure',
  recommended: 'warn',
  fixable: true,
  options: {},
  messages: {
    flattened: (data: {count: number; first: string; areLines: boolean}) => ({
      reason: `Unexpected ${data.count} ${data.areLines ? 'lines in one paragraph' : 'paragraphs of one line each'} from \`${data.first}\` on, expected a list`,
      note: 'The list marks were lost; as paragraphs the items read like statements that follow each other'
    }),
    inline: (data: {count: number; first: string}) => ({
      reason: `Unexpected ${data.count} items behind each other from \`${data.first}\` on, expected a list with a line for each`,
      note: 'The line ends were lost; in running text the marks of the items read like dashes and numbers'
    })
  },
  check(document, _options, report) {
    const separate = separateLines(document)
    for (const list of document.flattenedLists) {
      const [first] = list.items
      if (!first) continue
      const data = {
        count: list.items.length,
        first: first.prose.value.split(/\s+/).slice(0, 5).join(' '),
        areLines: list.items[1]?.index === first.index
      }
      const canMark = !isAboveIndented(document.text, list.range[1]) && !(data.areLines && isTorn(list))
      const fix = separate ?? (canMark ? marks(list, document.text) : undefined)
      report('flattened', {range: list.range, data, ...(fix && {fix})})
    }
    for (const paragraph of document.paragraphs) {
      const list = findInlineList(paragraph, document)
      if (!list) continue
      const {start, end, items} = list
      const first = (items[0] ?? '').split(/\s+/).slice(0, 5).join(' ')
      report('inline', {range: paragraph.prose.at(start, end - start), data: {count: items.length, first}})
    }
  }
})

/** “Cons:” between two lines would become part of the item above it. */
function isTorn({items}: FlattenedList): boolean {
  return items.some(
    ({range: [from]}, at) => at > 0 && from - (items[at - 1] as Paragraph).range[1] > widestGap
  )
}

/** A line end, with blanks or asterisks on both sides of it. */
const widestGap = 5

/** `- ` before each item; a label becomes bold. */
function marks({items, shape}: FlattenedList, text: string): Edit[] {
  return items.flatMap((item): Edit[] => {
    const start =
      item.range[0] -
      (/[*_]{1,3}$/.exec(text.slice(Math.max(0, item.range[0] - 3), item.range[0]))?.[0].length ?? 0)
    const end = shape === 'label' ? labelEnd(item) : undefined
    if (end === undefined || item.prose.marks.some((mark) => mark.start <= end))
      return [{range: [start, start], text: '- '}]
    // The colon belongs to the label, a dash does not.
    const isColon = item.prose.value[end] === ':'
    const [, after] = item.prose.at(isColon ? end : end - 1, 1)
    return [
      {range: [start, start], text: '- **'},
      {range: [after, after], text: '**'}
    ]
  })
}
