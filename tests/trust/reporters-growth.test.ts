import {expect, type TestContext, test} from 'vitest'
import type {Message} from '../../src/lint/message.ts'
import type {Rendering} from '../../src/lint/rendering.ts'
import {formats, type ReportedFile} from '../../src/reporters/index.ts'
import {createMessage} from '../setup/report.ts'
import {isFull, record} from './row.ts'

/** Articles that grow with a number, each in another way. */
const shapes: Readonly<Record<string, (count: number) => readonly ReportedFile[]>> = {
  'findings on lines of their own': (count) => [articleOf(count, '\n', (message) => message)],
  'findings on one line': (count) => [articleOf(count, ' ', (message) => message)],
  'findings at one place': (count) => [
    articleOf(count, '\n', (message) => ({...message, line: 1, endLine: 1, start: 0, end: 0}))
  ],
  'findings in front of a text': (count) => [
    articleOf(count, '\n', (message) => ({...message, line: 1, endLine: 1, start: 0, end: 20}))
  ],
  articles: (count) =>
    Array.from({length: count}, (_, index) => ({
      ...articleOf(1, '\n', (message) => message),
      path: `folder/${index}.md`
    })),
  'other places of one finding': (count) => [
    articleOf(1, '\n', (message) => ({
      ...message,
      related: Array.from({length: count}, (_, index) => ({
        path: 'a.md',
        line: 1,
        column: 1,
        start: index % 20,
        end: (index % 20) + 10,
        reason: `Copy ${index}`
      }))
    }))
  ],
  'links of a paragraph, each with findings about its address': (count) => [linksOf(count)],
  'words of a reason': (count) => [worded('word '.repeat(count))],
  'one word of a reason': (count) => [worded('x'.repeat(count * 5))],
  'marks on one letter': (count) => [worded(`a${'\u0301'.repeat(count)}`)],
  'emoji of one word': (count) => [worded('\u{1F469}\u200D'.repeat(count))],
  'joined emoji of one word': (count) => [worded('\u{1F469}\u200D\u{1F469}'.repeat(count))],
  'flags of one word': (count) => [worded('\u{1F1E9}\u{1F1EA}'.repeat(count))],
  'code spans of a reason': (count) => [worded('`x` '.repeat(count))],
  'backticks of a reason': (count) => [worded('`'.repeat(count * 5))],
  'lines of a note': (count) => [{...worded('x'), messages: [createMessage({note: 'line\n'.repeat(count)})]}],
  'brackets and commands': (count) => [worded('](##[::{0}\n'.repeat(count))]
}

const words = 'A line of some words – and more of them, to be quoted with what is marked in it.'

function articleOf(count: number, eol: string, change: (message: Message) => Message): ReportedFile {
  const size = words.length + 1
  const messages = Array.from({length: count}, (_, index) => {
    const line = eol === '\n' ? index + 1 : 1
    const [start, end] = [index * size + 5, index * size + 15]
    return change(
      createMessage({
        severity: (['error', 'warn', 'info'] as const)[index % 3] ?? 'info',
        line,
        endLine: line,
        start,
        end,
        reason: `Unexpected ${index}`,
        note: 'Because',
        fix: [{start, end, text: 'x'}]
      })
    )
  })
  const text = Array.from({length: count}, () => words).join(eol)
  return {path: 'a.md', text, messages, rendering: renderingOf(text, eol)}
}

function renderingOf(text: string, eol: string): Rendering {
  const texts = text.split(eol === '\n' ? '\n' : '\0')
  let start = 0
  const blocks = texts.map((value) => {
    const place = {start, end: start + value.length}
    start += value.length + 1
    return {type: 'paragraph', ...place, children: [{type: 'text', value, ...place}]} as const
  })
  return {layout: 'plain', blocks}
}

function linksOf(count: number): ReportedFile {
  const link = '[word](https://example.org/page) '
  const text = link.repeat(count)
  const children = Array.from({length: count}, (_, index) => {
    const start = index * link.length
    const inside = {type: 'text', value: 'word', start: start + 1, end: start + 5} as const
    return {
      type: 'link',
      start,
      end: start + link.length - 1,
      url: 'https://example.org/page',
      children: [inside]
    } as const
  })
  const messages = children.map(({start, end}) => createMessage({start: start + 7, end: end - 1, line: 1}))
  const blocks = [{type: 'paragraph', start: 0, end: text.length, children}] as const
  return {path: 'a.md', text, messages, rendering: {layout: 'plain', blocks}}
}

function worded(reason: string): ReportedFile {
  return {...articleOf(1, '\n', (message) => message), messages: [createMessage({reason})]}
}

const most = 5
/** What takes less tells nothing of its growth. */
const leastMs = 100
/** Things in the smaller report: with four times as many, the full run has the 100,000 of the checklist. */
const few = isFull ? 25_000 : 1500
/** The ways that a report was slow in once; the full run has all. */
const quick: ReadonlySet<string> = new Set([
  'findings on one line',
  'findings at one place',
  'marks on one letter'
])

/** How much longer a report of four times as many things takes: the least of some tries. */
async function growth(run: (count: number) => Promise<() => void>): Promise<number> {
  const time = async (count: number): Promise<number> => {
    const act = await run(count)
    const before = process.cpuUsage()
    act()
    const {user, system} = process.cpuUsage(before)
    return (user + system) / 1000
  }
  let ratio = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 4 && ratio > most; tries++) {
    const large = await time(few * 4)
    ratio = large < leastMs ? 1 : Math.min(ratio, large / Math.max(1, await time(few)))
  }
  return ratio
}

async function measure(
  context: TestContext,
  row: string,
  all: readonly (readonly [name: string, run: (count: number) => Promise<() => void>])[]
): Promise<void> {
  const over: string[] = []
  let worst = {ratio: 0, name: ''}
  for (const [name, run] of all) {
    const ratio = await growth(run)
    if (ratio > worst.ratio) worst = {ratio, name}
    if (ratio > most) over.push(`${name}: ${ratio.toFixed(1)}`)
  }
  record(context, {
    row,
    passed: all.length - over.length,
    of: all.length,
    note: `largest ${worst.ratio.toFixed(1)}: ${worst.name}`
  })
  expect(over).toEqual([])
}

test('fault 29: no report takes longer than its findings and their words grow', {
  timeout: 900_000
}, async (context) => {
  const all = formats.flatMap((format) =>
    Object.entries(shapes)
      .filter(([name]) => isFull || quick.has(name))
      .map(([name, filesOf]) => {
        const run = async (count: number): Promise<() => void> => {
          const files = filesOf(count)
          const reporter = await load(format)
          return () => void reporter(files, {githubActions: true, width: 80})
        }
        return [`${format}, ${name}`, run] as const
      })
  )
  await measure(context, 'reports × ways to grow with time(4n)/time(n) ≤ 5', all)
})

async function load(format: (typeof formats)[number]) {
  const {loadReporter} = await import('../../src/reporters/index.ts')
  return loadReporter(format)
}
