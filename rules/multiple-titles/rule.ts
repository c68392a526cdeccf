import multipleTopLevelHeadings from 'remark-lint-no-multiple-toplevel-headings'
import {type Document, defineRule, type Heading, readOutline, runRemarkLint} from '../../src/rule/index.ts'

export default defineRule({
  id: 'multiple-titles',
  summary: 'Flag a second level-1 heading below the title.',
  category: 'structure',
  recommended: 'warn',
  anyLanguage: true,
  options: {},
  messages: {
    multiple: (data: {heading: string; title: string; others: number}) => ({
      reason: `Unexpected second level-1 heading \`${data.heading}\` in \`${data.title}\`, expected level 2`,
      ...(data.others === 0 ? {} : {note: `The same goes for ${data.others} more level-1 headings`})
    })
  },
  check(document, _options, report) {
    if (document.headings.filter(({level}) => level === 1).length < 2) return
    const {tree, headingOf} = readOutline(document)
    const named = tree.children.filter((node) => headingOf(node)?.text !== '')
    const found = runRemarkLint(document, multipleTopLevelHeadings, {tree: {...tree, children: named}})
    const first = headingOf(found[0]?.cause?.node)
    if (!first || !isTitle(first) || !isNamed(document, first)) return
    const more = found.flatMap(({node}) => headingOf(node) ?? []).filter((heading) => !isTitle(heading))
    const [heading, ...others] = more
    if (!heading) return
    report('multiple', {
      range: heading.range,
      data: {heading: heading.text, title: first.text, others: others.length},
      related: [{range: first.range, reason: 'The title is here'}]
    })

    // Under a title in front matter, or on a line above, level-1 headings are the sections of an article.
    function isTitle({text}: Heading): boolean {
      return comparable(text) === comparable(document.title?.text ?? first?.text ?? '')
    }
  }
})

/** Words of a paragraph that is text of the article: a note above the title is shorter. */
const minTextWords = 20

/**
 * Whether the first level-1 heading names the article. Where text comes first, or front matter in which no title was found,
 * the page has its name from somewhere else, and level-1 headings are its sections.
 */
function isNamed({title, frontmatter, text, blocks}: Document, first: Heading): boolean {
  if (title?.from === 'frontmatter') return true
  if (frontmatter?.type === 'toml') {
    return comparable(text.slice(...frontmatter.range)).includes(comparable(first.text))
  }
  return !blocks
    .slice(0, first.index)
    .some((block) => block.type === 'paragraph' && block.isProse && block.wordCount >= minTextWords)
}

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
