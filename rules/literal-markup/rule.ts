import {type Block, defineRule, rangeOf, removeLines} from '../../src/rule/index.ts'
import {findDeadStars, findLooseStars} from './emphasis.ts'
import {findLooseLinks} from './links.ts'
import {findLooseReferences} from './references.ts'
import {findWikiHeading} from './wiki.ts'

/** Who writes about these marks shows them. */
const isAboutMarks = /\bmarkdown\b|\basterisks?\b|\bmediawiki\b|\bwikitext\b/i

export default defineRule({
  id: 'literal-markup',
  summary: 'Flag marks of Markdown that readers see as they are: `**bold **text`, `[text] (address)`.',
  category: 'debris',
  recommended: 'warn',
  fixable: true,
  anyLanguage: true,
  options: {},
  messages: {
    loose: (data: {text: string; words: string}) => ({
      reason: `Unexpected blank inside the asterisks of \`${data.text}\`, expected \`**${data.words}**\``,
      note: 'With a blank at that side the mark is none, and readers see the asterisks',
      expected: [`**${data.words}**`]
    }),
    dead: (data: {text: string}) => ({
      reason: `Unexpected asterisks around \`${data.text}\`, expected bold words`,
      note: 'They are escaped, or stand in HTML: readers see the asterisks'
    }),
    matter: () => ({
      reason: 'Unexpected second front matter, expected one block at the top',
      note: 'A site generator takes the first block away; readers see this one as a rule and a heading'
    }),
    wiki: (data: {text: string; heading: string}) => ({
      reason: `Unexpected mark of a wiki in \`${data.text}\`, expected \`${data.heading}\``,
      note: 'Markdown has another one: readers see the signs, and no heading'
    }),
    undefined: (data: {text: string; label: string}) => ({
      reason: `Unexpected reference \`[${data.label}]\` without a definition, expected \`[${data.label}]: …\` in the article`,
      note: `Readers see the brackets around “${data.text}”, and no link`
    }),
    apart: (data: {text: string}) => ({
      reason: `Unexpected blank between \`[${data.text}]\` and its address, expected \`[${data.text}](…)\``,
      note: 'With the blank it is no link, and readers see the brackets'
    }),
    unclosed: (data: {text: string}) => ({
      reason: `Unexpected open bracket behind \`[${data.text}]\`, expected \`)\` after the address`,
      note: 'Without it there is no link, and readers see the brackets'
    })
  },
  check(document, _options, report) {
    const {blocks, text, format, tree} = document
    const matter = tree.children.find(({type}, index) => type === 'yaml' && index > 0)
    if (matter) {
      const range = rangeOf(matter)
      const edits = [removeLines(text, range)]
      report('matter', {range, suggest: [{title: 'Remove the second front matter', edits}]})
    }
    const found: (() => void)[] = []
    for (const {range, text: words, label} of findLooseReferences(document))
      found.push(() => report('undefined', {range, data: {text: shorten(words), label}}))
    for (const block of blocks) {
      if (!('prose' in block)) continue
      const {prose, node} = block
      const wiki = findWikiHeading(block, document)
      if (wiki) {
        const edits = [{range: block.range, text: wiki.heading}]
        const suggest = [{title: 'Make it a heading', edits}]
        const data = {text: shorten(prose.value), heading: shorten(wiki.heading)}
        found.push(() => report('wiki', {range: block.range, data, suggest}))
      }
      for (const {range, text: words, isApart, suggest} of findLooseLinks(prose, text))
        found.push(() =>
          report(isApart ? 'apart' : 'unclosed', {range, data: {text: shorten(words)}, suggest})
        )
      if (!prose.value.includes('**') || (block.type === 'paragraph' && !block.isProse)) continue
      const isHtml = format === 'html' || node.data?.isHtml === true
      for (const {range, words} of isQuote(block) ? [] : findDeadStars(prose, text, isHtml))
        found.push(() => report('dead', {range, data: {text: shorten(words)}}))
      for (const {range, words, fix} of isHtml ? [] : findLooseStars(prose, text)) {
        const data = {text: shorten(text.slice(...range)), words: shorten(words)}
        found.push(() => report('loose', {range, data, ...fix}))
      }
    }
    if (found.length > 0 && !isAboutMarks.test(text)) for (const say of found) say()
  }
})

/** What somebody wrote elsewhere is shown as it is. */
function isQuote(block: Block): boolean {
  return block.type === 'paragraph' && block.place === 'quote'
}

function shorten(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words
}
