import emphasisAsHeading from 'remark-lint-no-emphasis-as-heading'
import {
  type Document,
  defineRule,
  levelBelow,
  type Paragraph,
  rangeOf,
  runRemarkLint
} from '../../src/rule/index.ts'

const maxWords = 12
const maxLength = 90
/** Words of the paragraph below: what a heading stands over is running text. */
const minTextWords = 12
/** A single bold line can be a call or a label; two of the same shape are how an article marks its sections. */
const minLines = 2

/** Credits and captions, and a label with its value (`Rating: 9/10`). */
const notHeading = /^(?:by|photo|image|fig(?:ure)?|table|source|credit|note|update|edit|p\.?\s?s)\b|:[^:]*\d/i
/** “What Is Clay?”, in capitals; a question in passing is not. */
const titleQuestion = /^\p{Lu}\S*(?: (?:\p{Lu}\S*|an?|the|of|in|on|for|to|and|or|your|with))* \p{Lu}\S*\?$/u
const sentenceEnd = /[.?!:;,…"”»。？！：；，、]$/

export default defineRule({
  id: 'emphasis-as-heading',
  summary: 'Flag bold lines that stand where the article needs headings.',
  category: 'structure',
  recommended: 'warn',
  anyLanguage: true,
  options: {},
  messages: {
    emphasis: (data: {text: string; level: number}) => ({
      reason: `Unexpected bold line \`${data.text}\` above a paragraph, expected the heading \`${'#'.repeat(data.level)} ${data.text}\``,
      note: 'Bold text is no heading for search engines, screen readers and tables of contents'
    })
  },
  check(document, _options, report) {
    const lines = boldLines(document)
    if (lines.length < minLines) return
    for (const line of lines) {
      const level = levelBelow(line.section)
      const text = line.prose.value
      const heading = `${'#'.repeat(level)} ${document.text.slice(...line.range)}`
      report('emphasis', {
        range: line.range,
        data: {text, level},
        suggest: [
          {title: `Make it a level-${level} heading`, edits: [{range: rangeOf(line.node), text: heading}]}
        ]
      })
    }
  }
})

/** What remark-lint finds, without captions, calls, questions of an interview and names of speakers. */
function boldLines(document: Document): Paragraph[] {
  const tree = candidates(document)
  if (tree.children.length < minLines) return []
  const byNode = new Map(document.paragraphs.map((paragraph) => [paragraph.node, paragraph]))
  const found = runRemarkLint(document, emphasisAsHeading, {tree})
  const lines = found.flatMap(({message}) => {
    const node = message.ancestors?.findLast(({type}) => type === 'paragraph') as
      | Paragraph['node']
      | undefined
    const paragraph = node && byNode.get(node)
    return paragraph && isHeadingShaped(paragraph) && standsOverText(paragraph, document) ? [paragraph] : []
  })
  // Most of an interview's are questions; “What Is Clay?” among other names of sections is one of them.
  const plain = lines.filter((line) => !isQuestion(line))
  const asked = lines.length - plain.length
  const shaped = plain.length >= minLines && asked * 2 <= plain.length ? lines : plain
  const times = new Map<string, number>()
  for (const {prose} of shaped) times.set(prose.value, (times.get(prose.value) ?? 0) + 1)
  // “ALICE” and “BOB”, who speak in turn.
  return shaped.filter(({prose}) => times.get(prose.value) === 1)
}

/** The bold paragraphs, each alone with its neighbour: in one long row the package looks each one up from the start. */
function candidates({tree}: Document): Document['tree'] {
  const pairs: Document['tree']['children'] = []
  tree.children.forEach((node, index) => {
    if (node.type !== 'paragraph' || node.children.length !== 1 || node.children[0]?.type !== 'strong') return
    const next = tree.children[index + 1]
    if (next?.type === 'paragraph') pairs.push({type: 'blockquote', children: [node, next]})
  })
  return {type: 'root', children: pairs}
}

function isHeadingShaped({prose}: Paragraph): boolean {
  const {value, marks} = prose
  if (value.length > maxLength || value.includes('\n') || value.split(/\s+/).length > maxWords) return false
  if (marks.some(({node}) => node.type !== 'strong' && node.type !== 'emphasis')) return false
  return (
    /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(value) &&
    /\p{L}{2}/u.test(value) &&
    (titleQuestion.test(value) || !sentenceEnd.test(withoutNote(value))) &&
    !notHeading.test(value)
  )
}

function isQuestion({prose}: Paragraph): boolean {
  return prose.value.endsWith('?')
}

/** Under a picture or embedded page it is a caption, at the top a byline or standfirst. */
function standsOverText({index}: Paragraph, {blocks}: Document): boolean {
  const before = blocks[index - 1]
  const after = blocks[index + 1]
  if (!before || before.type === 'image' || (before.type === 'heading' && before.level === 1)) return false
  if (before.node.type === 'html' && !before.node.value.startsWith('<!--')) return false
  return after?.type === 'paragraph' && after.isProse && after.wordCount >= minTextWords
}

/** A question may have a note behind it: `Why will it work? [100 words]`. */
function withoutNote(text: string): string {
  const opening = {')': '(', ']': '['}[text.at(-1) ?? '']
  const at = opening === undefined ? -1 : text.lastIndexOf(opening)
  return at < 0 ? text : text.slice(0, at).trimEnd()
}
