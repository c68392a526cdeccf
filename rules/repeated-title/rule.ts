import {
  type Document,
  defineRule,
  findGluedTitle,
  keepsTitle,
  ownsLines,
  type Range,
  removeLines,
  titleMark,
  wholeLines
} from '../../src/rule/index.ts'

const note = 'Pages show the title above the text already; the copy is left from a template or a converter'

export default defineRule({
  id: 'repeated-title',
  summary: 'Flag the title standing again as a line, a paragraph or a second level-1 heading.',
  category: 'repetition',
  recommended: 'error',
  fixable: true,
  anyLanguage: true,
  options: {},
  messages: {
    repeated: (data: {title: string}) => ({
      reason: `Unexpected second copy of the title \`${data.title}\`, expected it once`,
      note
    }),
    glued: (data: {title: string}) => ({
      reason: `Unexpected title \`${data.title}\` run into the text of a paragraph, expected only the text`,
      note
    })
  },
  check(document, _options, report) {
    const {title} = document
    if (!title) return
    const isSure = keepsTitle(document)
    let mark = titleMark(document, 'copy')
    for (const range of title.copies) {
      // A comment in its line may silence a rule for the next one.
      const hasComment = /<!--|\{\/\*/.test(document.text.slice(...range))
      const isLine = ownsLines(document.text, range) && !opensPart(document, range)
      const canFix = isSure && !hasComment && isLine
      const fix = canFix ? [...mark, removeLines(document.text, range)] : undefined
      mark = []
      report('repeated', {
        range,
        data: {title: title.text},
        related: [{range: title.range, reason: 'The title is here'}],
        ...(fix ? {fix} : {})
      })
    }
    const range = findGluedTitle(document)
    if (!range) return
    const text = document.text.slice(...range)
    const [gap = ''] = /^\s*/.exec(document.text.slice(range[1], range[1] + 10)) ?? []
    const fix = [{range: [range[0], range[1] + gap.length] as const, text: ''}]
    report('glued', {
      range,
      data: {title: text},
      related: [{range: title.range, reason: 'The title is here'}],
      ...(isSure && !/[*_`<>[\]]/.test(text) ? {fix} : {})
    })
  }
})

/** A heading below text of the article, and above more of it: without it the two would run together. */
function opensPart({text, blocks, title}: Document, range: Range): boolean {
  const [from] = range
  const isHeading = /^ {0,3}#/.test(text.slice(wholeLines(text, range)[0], from + 1))
  const start = title?.from === 'frontmatter' ? 0 : (title?.range[1] ?? 0)
  return (
    isHeading && blocks.some(({type, range: [at, end]}) => type === 'paragraph' && at >= start && end <= from)
  )
}
