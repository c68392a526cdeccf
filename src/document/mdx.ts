import type {Root} from 'mdast'
import remarkMdx from 'remark-mdx'
import {VFileMessage} from 'vfile-message'
import {ParseFault} from './fault.ts'
import {tooDeep} from './limits.ts'
import type {Parser} from './model.ts'
import {createParse} from './parse.ts'
import {coverHeadingNames} from './templates.ts'

const parseMdx = createParse([remarkMdx])

/** Markdown with JSX, expressions, imports and exports. */
export const mdx: Parser = {format: 'mdx', parse}

/** @throws `ParseFault` for what MDX can't read, such as a `<` before a number; `LimitFault` for what is nested too deep */
function parse(text: string): Root {
  try {
    return parseMdx(coverHeadingNames(text))
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep()
    if (!(error instanceof VFileMessage)) throw error
    throw explain(error, text)
  }
}

const bracket = 'write `\\<` for the character `<`'
const brace = 'write `\\{` for the character `{`'

/** Where a fault is and what to do: in MDX, text that Markdown takes as it is may be code. */
function explain(error: VFileMessage, text: string): ParseFault {
  const {reason, ruleId, source, line = 1, column = 1} = error
  const at = {line, column}
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
