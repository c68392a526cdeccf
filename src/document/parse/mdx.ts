import type {Root} from 'mdast'
import remarkMdx from 'remark-mdx'
import {VFileMessage} from 'vfile-message'
import type {Parser} from '../model.ts'
import {ParseFault} from './fault.ts'
import {tooDeep} from './limits.ts'
import {createParse} from './parse.ts'
import {coverHeadingNames} from './templates.ts'

const parseMdx = createParse([remarkMdx])

/** Markdown with JSX, expressions, imports and exports. */
export const mdx: Parser = {format: 'mdx', parse}

/** Each costs a parse up to its place. */
const mostCovers = 50

/** @throws `ParseFault` for what MDX can't read, such as a `<` before a number; `LimitFault` for what is nested too deep */
function parse(text: string): Root {
  let covered = coverHeadingNames(text)
  for (let covers = 0; ; covers++) {
    try {
      return parseMdx(covered)
    } catch (error) {
      if (error instanceof RangeError) throw tooDeep()
      if (!(error instanceof VFileMessage)) throw error
      const next = covers < mostCovers ? coverForeign(covered, offsetOf(text, placeOf(error))) : undefined
      if (next === undefined) throw explain(error, text)
      covered = next
    }
  }
}

/**
 * What MDX gave up on, where a site takes it before MDX does: a comment of HTML becomes one of MDX, as long as it is;
 * attributes, `[mill]{#old}` and `{: .wide}`, become an empty expression. Nothing where it is anything else.
 */
function coverForeign(text: string, offset: number): string | undefined {
  if (text.startsWith('<!--', offset - 1)) {
    const end = text.indexOf('-->', offset + 3)
    const inner = text.slice(offset + 3, end)
    if (end < 0 || inner.includes('*/')) return undefined
    return `${text.slice(0, offset - 1)}{/* ${inner}*/}${text.slice(end + 3)}`
  }
  const open = text.lastIndexOf('{', offset)
  const inner = attributes.exec(text.slice(open, open + 204))?.[1]
  if (open < 0 || inner === undefined || !mayHaveAttributes.test(text.slice(Math.max(0, open - 4), open)))
    return undefined
  return text.slice(0, open + 1) + ' '.repeat(inner.length) + text.slice(open + 1 + inner.length)
}

const attributes = /^\{((?:[#.][\w-]|:[ \t]*[\w#.-])[^{}\r\n]{0,200})\}/
/** A link, a span, emphasis or code right before, or the start of a line. */
const mayHaveAttributes = /(?:[\])*_`]|(?:^|[\r\n])[ \t]{0,3})$/

function placeOf({line = 1, column = 1}: VFileMessage): Place {
  return {line, column}
}

const bracket = 'write `\\<` for the character `<`'
const brace = 'write `\\{` for the character `{`'

/** Where a fault is and what to do: in MDX, text that Markdown takes as it is may be code. */
function explain(error: VFileMessage, text: string): ParseFault {
  const {reason, ruleId, source} = error
  const at = placeOf(error)
  const isExpression = source === 'micromark-extension-mdx-expression'
  if (ruleId === 'acorn') {
    const cause = error.cause instanceof Error ? ` (${error.cause.message.replace(/ \(\d+:\d+\)$/, '')})` : ''
    const what = isExpression
      ? `the text between \`{\` and \`}\` is no JavaScript expression${cause}: ${brace}`
      : `lines that start with \`import\` or \`export\` are JavaScript in MDX, and these are none${cause}: start text with another word`
    return new ParseFault(what, at)
  }
  if (ruleId === 'unexpected-eof' && isExpression) {
    const opening = findOpeningBrace(text, offsetOf(text, at))
    return new ParseFault(`\`{\` without its \`}\`: ${brace}`, opening ?? at)
  }
  if (ruleId === 'end-tag-mismatch') {
    const [, tag, row, column] = /`(<[^`]+>)` \((\d+):(\d+)-/.exec(reason) ?? []
    if (tag === undefined || tag.startsWith('</')) return new ParseFault(`${reason}: ${bracket}`, at)
    const place = {line: Number(row), column: Number(column)}
    const name = tag.slice(1, -1)
    return new ParseFault(
      `\`${tag}\` is not closed: write \`<${name} />\` or add \`</${name}>\`; ${bracket}`,
      place
    )
  }
  if (reason.startsWith('Unexpected character `!`'))
    return new ParseFault('`<!` starts no comment in MDX: write `{/* … */}`', at)
  if (reason.includes('to create a link in MDX'))
    return new ParseFault(
      '`<https://…>` is no link in MDX: write `[words](https://…)`, or the bare address',
      at
    )
  if (reason.includes('before name'))
    return new ParseFault(`\`<\` without the name of an element: ${bracket}`, at)
  const note = reason.endsWith(')') ? reason.indexOf(' (note: ') : -1
  const words = note < 0 ? reason : reason.slice(0, note)
  return new ParseFault(`${words}: ${isExpression ? brace : bracket}`, at)
}

interface Place {
  readonly line: number
  readonly column: number
}

function offsetOf(text: string, {line, column}: Place): number {
  const lineEnd = /\r\n?|\n/g
  for (let row = 1; row < line; row++) lineEnd.exec(text)
  return lineEnd.lastIndex + column - 1
}

/** The last `{` before an offset that no `}` closes. */
function findOpeningBrace(text: string, end: number): Place | undefined {
  let closed = 0
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === '}') closed++
    else if (text[at] === '{' && closed-- === 0) {
      const before = text.slice(0, at).split(/\r\n?|\n/)
      return {line: before.length, column: (before.at(-1) as string).length + 1}
    }
  }
  return undefined
}
