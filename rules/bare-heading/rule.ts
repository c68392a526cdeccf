import {defineRule, type Edit, separateLines, titleMark} from '../../src/rule/index.ts'

const inWords = /^H([1-6]): ?(?=\S)/

const behind = /^(?:#{1,6}|[ \t]?\[ ?edit(?: source)? ?\])/i

export default defineRule({
  id: 'bare-heading',
  summary: 'Flag a heading that lost its mark and stands as a line of text.',
  category: 'structure',
  recommended: 'warn',
  fixable: true,
  options: {},
  messages: {
    bare: (data: {text: string; level: number}) => ({
      reason: `Unexpected heading \`${data.text}\` without a mark, expected \`${'#'.repeat(data.level)} ${data.text}\``,
      note: 'Without the mark readers and search engines see a short paragraph, and the article has no outline'
    }),
    tight: (data: {text: string; level: number}) => ({
      reason: `Unexpected mark without a blank before the heading \`${data.text}\`, expected \`${'#'.repeat(data.level)} ${data.text}\``,
      note: 'Without the blank the mark is text, and the line is shown as a paragraph that starts with it'
    })
  },
  check(document, _options, report) {
    // Text without markup has no other headings.
    if (document.format === 'text') return
    const separate = separateLines(document)
    let title = titleMark(document, 'bare')
    for (const heading of document.headings) {
      if (heading.kind !== 'bare') continue
      const {text, level, range} = heading
      const isTight = document.text[range[0] - 1] === '#'
      // “H2: The oven”: the mark in words, as a brief has it.
      const [words = '', number] = isTight ? [] : (inWords.exec(text) ?? [])
      const depth = number === undefined ? level : Math.max(2, Number(number))
      const mark: Edit = {
        range: [range[0], range[0] + words.length],
        text: isTight ? ' ' : `${'#'.repeat(depth)} `
      }
      // `##Events##`: without its blank the closing mark is text as well.
      // So is the button of a wiki, `Early life[edit]`.
      const [closing = ''] = behind.exec(document.text.slice(range[1], range[1] + 20)) ?? []
      const end: Edit[] = closing ? [{range: [range[1], range[1] + closing.length], text: ''}] : []
      const fix = separate ?? [...title, mark, ...end]
      title = []
      report(isTight ? 'tight' : 'bare', {range, data: {text: text.slice(words.length), level: depth}, fix})
    }
  }
})
