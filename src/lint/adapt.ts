import {readHtml} from '../document/html/html-spelling.ts'
import type {Document, Range} from '../document/model.ts'
import {rangeOf} from '../document/parse/node-range.ts'
import {createSpans, type Spans} from '../document/prose/quoted.ts'
import type {Edit, Finding} from '../rule/index.ts'

/** A finding as it is right in the format of its article: rules write Markdown, and quote the source. */
export function adaptTo({
  format,
  text,
  tree
}: Pick<Document, 'format' | 'text' | 'tree'>): (finding: Finding) => Finding {
  if (format === 'html') return (finding) => asOfPage(finding, text)
  if (format === 'text') return withPlainEdits
  const passages = tree.children.filter(({data}) => data?.isHtml).map(rangeOf)
  if (passages.length === 0) return (finding) => finding
  const spans = createSpans(passages)
  return (finding) => besidePassages(finding, text, spans)
}

/** Characters that no tag, reference or mark of Markdown is made of. */
const plainWords = /^[^<>&#*_[\]`|\r\n]+$/

/** In an article with passages in HTML: nothing is edited there, but words for words. */
function besidePassages(finding: Finding, source: string, passages: Spans): Finding {
  const isIn = ([from, to]: Range): boolean => passages.overlaps(from - 1, to + 1)
  const {fix, suggest} = finding
  const isApart = (edits: readonly Edit[]): boolean =>
    edits.every(
      ({range, text}) => !isIn(range) || (plainWords.test(text) && plainWords.test(source.slice(...range)))
    )
  const suggestions = suggest?.filter(({edits}) => isApart(edits)) ?? []
  const {fix: _fix, suggest: _suggest, ...rest} = isIn(finding.range) ? asOfPage(finding, source) : finding
  return {
    ...rest,
    ...(fix && isApart(fix) ? {fix} : {}),
    ...(suggestions.length > 0 ? {suggest: suggestions} : {})
  }
}

/** Without edits, and without tags in the words it quotes. */
function asOfPage({fix: _fix, suggest: _suggest, ...finding}: Finding, source: string): Finding {
  const {data} = finding
  // Only what a rule wrote down itself: a message of remark-lint is no record.
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype)
    return finding
  const quoted = source.slice(...finding.range).replace(/\s+/g, ' ')
  const read = (value: unknown): unknown =>
    typeof value === 'string' && /[<&]/.test(value) && quoted.includes(value) ? readHtml(value) : value
  return {
    ...finding,
    data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, read(value)]))
  }
}

/** In text without markup a heading is a line of its own; what needs other marks stays as it is. */
function withPlainEdits(finding: Finding): Finding {
  const {fix, suggest, ...rest} = finding
  const plain = fix && toPlain(fix)
  const suggestions = suggest?.flatMap(({title, edits}) => {
    const own = toPlain(edits)
    return own ? [{title, edits: own}] : []
  })
  return {
    ...rest,
    ...(plain ? {fix: plain} : {}),
    ...(suggestions && suggestions.length > 0 ? {suggest: suggestions} : {})
  }
}

/** The edits without marks of headings and bold; nothing when nothing is left of them, or other marks are in them. */
function toPlain(edits: readonly Edit[]): readonly Edit[] | undefined {
  const plain = edits
    .map(({range, text}) => ({range, text: text.replace(/^#{1,6} |\*\*/gm, '')}))
    .filter(({range, text}) => text !== '' || range[0] < range[1])
  return plain.length === 0 || plain.some(({text}) => /[`|]|\]\(|\]:|^> /m.test(text)) ? undefined : plain
}
