import type {Nodes} from 'mdast'
import {
  type Block,
  type Document,
  defineRule,
  findQuoted,
  lazy,
  type Paragraph,
  type Range
} from '../../src/rule/index.ts'

/** The first look: whether there may be a gap at all. */
const suspicious =
  /[ \u00A0\n\r][,.](?:[\s”"’)]|$)|(?:according to|courtesy of|as [a-z]{5,9} (?:by|in))[,.;]/i
/** Words that need another one after them. */
const open =
  'according to|thanks to|due to|such as|the|an?|our|their|its|his|her|my|your|of|from|by|with|at|in|on|for|to|via|about|into|per|called|named|see|and|or|including'
const before = `(?<![\\p{L}\\p{N}_./’'-])(?:${open})`
/** They stand before a comma or full stop with a blank between them only when something is missing there. */
const blankGap = lazy(() => new RegExp(`${before}[ \\u00A0\\n]+[,.](?=[\\s”"’)]|$)`, 'giu'))
/** Without the blank, only what cannot end a clause: “the paper it was printed in,” can. */
const closedGap = lazy(
  () =>
    /(?<![\p{L}\p{N}_-])(?:according to|courtesy of|as (?:reported|noted|described|stated|mentioned|published|explained) (?:by|in))(?=[,.;](?:\s|$))/giu
)
/** Any other word before such a blank: the text has them everywhere. */
const otherGap = lazy(() => new RegExp(`(?<!${before})[ \\u00A0][,.](?=\\s)`, 'giu'))

export default defineRule({
  id: 'lost-link-text',
  summary: 'Flag a place where the words of a link went missing: “according to , prices rose”.',
  category: 'debris',
  recommended: false,
  options: {},
  messages: {
    gap: (data: {text: string}) => ({
      reason: `Unexpected gap in \`${data.text}\`, expected the words that stood there`,
      note: 'The words of a link, or of another element of the page, went missing when the text was copied'
    }),
    empty: (data: {url: string}) => ({
      reason: `Unexpected link to \`${data.url}\` without words, expected words to click on`,
      note: 'Nobody can see the link, and the sentence may lack the words'
    })
  },
  check(document, _options, report) {
    for (const block of document.blocks) {
      for (const {range, url} of findEmptyLinks(block)) report('empty', {range, data: {url}})
    }
    if (!suspicious.test(document.text)) return
    const gaps = document.paragraphs.flatMap((paragraph) => findGaps(paragraph))
    if (gaps.length === 0 || hasLooseMarks(document, gaps.length)) return
    for (const {range, text: words} of gaps) report('gap', {range, data: {text: words}})
  }
})

function findGaps({isProse, prose}: Paragraph): {range: Range; text: string}[] {
  if (!isProse) return []
  const {value, marks} = prose
  const found = [...value.matchAll(blankGap()), ...value.matchAll(closedGap())]
  if (found.length === 0) return []
  const quoted = findQuoted(prose)
  return found.flatMap(({0: words, index}) => {
    const end = index + words.length
    const mark = value.charAt(end - 1)
    // An icon, a formula or a footnote stands in the gap; or the article speaks of the comma.
    const isFilled = marks.some(({start, end: stop}) => start === stop && start > index && start <= end)
    const isNamed =
      /^ (?:operator|character|symbol|sign|separator|key|delimiter|command|folder|directory|file)\b/.test(
        value.slice(end)
      ) ||
      (mark === '.' && /^\s+\p{Ll}/u.test(value.slice(end)))
    if (isFilled || isNamed || quoted.overlaps(index, end)) return []
    return [{range: prose.at(index, words.length), text: words.replace(/\s+/g, ' ')}]
  })
}

/** Text that has blanks before its commas everywhere: a habit, or what was left of code and tags. */
function hasLooseMarks({paragraphs}: Document, gaps: number): boolean {
  let loose = 0
  for (const {prose} of paragraphs) loose += prose.value.match(otherGap())?.length ?? 0
  return loose > gaps
}

/** Links around nothing; those to a place in the article are anchors of an editor. */
function findEmptyLinks(block: Block): {range: Range; url: string}[] {
  // A paragraph of nothing but links without words is read as one of images.
  if (block.type !== 'paragraph' && block.type !== 'image') return []
  const nodes = block.type === 'paragraph' ? block.prose.marks.map(({node}) => node) : childrenOf(block.node)
  return nodes.flatMap((node) => {
    const {start, end} = node.position ?? {}
    if (node.type !== 'link' || node.children.length > 0 || start?.offset === undefined) return []
    return /^[^#]/.test(node.url) ? [{range: [start.offset, end?.offset ?? start.offset], url: node.url}] : []
  })
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : []
}
