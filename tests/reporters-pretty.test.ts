import {describe, expect, test} from 'vitest'
import type {Message} from '../src/lint/message.ts'
import {columnsOf} from '../src/reporters/wrap.ts'
import {createMessage, createMessageAt, report} from './setup/report.ts'

/** The lines of a report of one article, without the summary. */
async function show(text: string, messages: readonly Message[], width?: number): Promise<string[]> {
  const lines = (await report('pretty', [{path: 'a.md', messages, text}], {width})).split('\n')
  return lines.slice(0, -2)
}

/** What is quoted, and the row of marks under it, without what stands left of them. */
async function quoted(text: string, words: string, width?: number): Promise<string[]> {
  const lines = await show(text, [createMessageAt(text, words)], width)
  return lines.filter((line) => /^ *\d* │/.test(line)).map((line) => line.replace(/^ *\d* │ ?/, ''))
}

const long =
  'Of all the towns by the river this one alone kept both of its mills running until the very last year'

test('a finding has its place, severity, rule, reason, line, marks, why, ways out and page', async () => {
  const text = '# One\n\nThe mill stands here.\n'
  const message = createMessageAt(text, 'mill', {
    severity: 'error',
    reason: 'Unexpected `mill`, expected `bridge`',
    note: 'Why it matters\n\nand more',
    expected: ['bridge', 'ford'],
    fix: [{start: 11, end: 15, text: 'bridge'}],
    suggestions: [{title: 'Say ford', edits: [{start: 11, end: 15, text: 'ford'}]}]
  })
  expect((await report('pretty', [{path: 'a.md', messages: [message], text}])).split('\n')).toEqual([
    'a.md:3:5  error  some-rule',
    'Unexpected `mill`, expected `bridge`',
    '',
    '  3 │ The mill stands here.',
    '    │     ^^^^',
    '',
    '  Why it matters',
    '  and more',
    '  Expected: `bridge` or `ford`',
    '  Repaired by --fix',
    '  Suggestion: Say ford',
    '  https://example.org/rule',
    '',
    '1 error in 1 file, 1 fixable with --fix'
  ])
})

test('why and where to read more are said once', async () => {
  const text = 'one two'
  const twice = ['one', 'two'].map((word) => createMessageAt(text, word, {note: 'Because'}))
  const lines = await show(text, twice)
  expect(lines.filter((line) => line.includes('Because'))).toHaveLength(1)
  expect(lines.filter((line) => line.includes('example.org'))).toHaveLength(1)
})

describe('the quoted line', () => {
  test.each([
    ['at the start', 'Of all', /^Of all .*…$/, 0],
    ['in the middle', 'this one alone', /^….*this one alone.*…$/, undefined],
    ['at the end', 'last year', /^….*last year$/, undefined]
  ])('is cut to the width around what is marked %s', async (_, words, shape, indent) => {
    const [line = '', marks = ''] = await quoted(long, words, 60)
    expect(line).toMatch(shape)
    expect(columnsOf(line)).toBeLessThanOrEqual(60 - 6)
    expect(marks).toBe(' '.repeat(line.indexOf(words)) + '^'.repeat(words.length))
    if (indent !== undefined) expect(marks).toMatch(/^\^/)
  })

  test('starts with a whole word', async () => {
    const [line = ''] = await quoted(long, 'running until', 60)
    expect(long).toContain(` ${line.replaceAll('…', '')}`)
  })

  test('shows the start of what is longer than the width, with some words before it', async () => {
    const [line = '', marks = ''] = await quoted(long, long.slice(11), 50)
    expect(line).toMatch(/^….*the towns.*…$/)
    expect(columnsOf(line)).toBe(44)
    expect(marks.trimStart()).toMatch(/^\^+$/)
    expect(marks.length).toBeGreaterThanOrEqual(43)
  })

  test('is whole when it fits exactly', async () => {
    expect((await quoted(long, 'Of all', long.length + 6))[0]).toBe(long)
    expect((await quoted(long, 'Of all', long.length + 5))[0]).toMatch(/…$/)
  })

  test.each([
    ['wide characters', '都市の蜂蜜は良い mill', 'mill', 17],
    ['emoji with joiners', '👩‍🚀👍🏽 ❤️ mill', 'mill', 8],
    ['combining marks', 'cafe\u0301 mill', 'mill', 5],
    ['tabs', 'a\t\tmill', 'mill', 3]
  ])('has its marks under the words after %s', async (_, text, words, columns) => {
    expect((await quoted(text, words))[1]).toBe(`${' '.repeat(columns)}^^^^`)
  })

  test('marks wide characters with two columns each', async () => {
    expect((await quoted('a 蜂蜜 b', '蜂蜜'))[1]).toBe('  ^^^^')
  })

  test('shows what is hidden, and counts what it shows', async () => {
    expect(await quoted('a\u200B\u001Bb mill', 'mill')).toEqual([
      'a\\u{200b}\\u{1b}b mill',
      `${' '.repeat(17)}^^^^`
    ])
  })

  test('an empty range has one mark, also in an empty line and behind the text', async () => {
    const at = (text: string, start: number) =>
      show(text, [createMessage({start, end: start, line: 1, column: start + 1})]).then((lines) =>
        lines.filter((line) => line.includes('│'))
      )
    expect(await at('one', 1)).toEqual(['  1 │ one', '    │  ^'])
    expect(await at('', 0)).toEqual(['  1 │', '    │ ^'])
    expect(await at('one', 99)).toEqual(['  1 │ one', '    │    ^'])
  })

  test.each(['\n', '\r\n', '\r'])('is found whatever ends a line: %j', async (eol) => {
    const text = `one${eol}two words${eol}three`
    const start = text.indexOf('words')
    const lines = await show(text, [createMessage({start, end: start + 5})])
    expect(lines.slice(3, 5)).toEqual(['  2 │ two words', '    │     ^^^^^'])
  })

  test('a byte order mark is no part of it', async () => {
    const text = '\uFEFFone two'
    const lines = await show(text, [createMessage({start: 5, end: 8, line: 1, column: 5})])
    expect(lines.slice(3, 5)).toEqual(['  1 │ one two', '    │     ^^^'])
  })
})

describe('a range of several lines', () => {
  const text = 'One two three.\nFour five.\n> six seven.\nEight.\n'

  test('shows the first and the last, and that there is more between', async () => {
    const lines = await show(text, [createMessageAt(text, 'three.\nFour five.\n> six')])
    expect(lines.slice(3, 8)).toEqual([
      '  1 │ One two three.',
      '    │         ^^^^^^',
      '  ⋮',
      '  3 │ > six seven.',
      '    │ ^^^^^'
    ])
  })

  test('that follow each other, without the blanks the second starts with', async () => {
    const indented = 'One two\n    three four\n'
    const lines = await show(indented, [createMessageAt(indented, 'two\n    three')])
    expect(lines.slice(3, 7)).toEqual([
      '  1 │ One two',
      '    │     ^^^',
      '  2 │     three four',
      '    │     ^^^^^'
    ])
  })

  test('that ends with its line does not mark the next', async () => {
    expect(await quoted(text, 'three.\n')).toEqual(['One two three.', `${' '.repeat(8)}^^^^^^`])
  })
})

describe('other places', () => {
  const a = 'One line.\nThe mill stands here.\n'
  const b = `${'\n'.repeat(99)}The mill stood there.\n`
  const start = b.indexOf('mill')
  const other = {path: 'b.md', line: 100, column: 5, start, end: start + 4, reason: 'The first is here'}

  test('are quoted too, from another article of the run, their numbers under each other', async () => {
    const files = [
      {path: 'a.md', text: a, messages: [createMessageAt(a, 'mill', {related: [other]})]},
      {path: 'b.md', text: b, messages: []}
    ]
    const lines = (await report('pretty', files)).split('\n')
    expect(lines.slice(2, 9)).toEqual([
      '',
      '    2 │ The mill stands here.',
      '      │     ^^^^',
      '',
      '  The first is here: b.md:100:5',
      '  100 │ The mill stood there.',
      '      │     ----'
    ])
  })

  test('are named when their text is not at hand, and beyond the third', async () => {
    const related = Array.from({length: 5}, (_, index) => ({...other, line: index + 1}))
    const lines = await show(a, [createMessageAt(a, 'mill', {related})])
    expect(lines.filter((line) => line.includes('b.md:'))).toEqual(
      [1, 2, 3, 4, 5].map((line) => `  The first is here: b.md:${line}:5`)
    )
    const own = Array.from({length: 5}, () => ({...other, path: 'a.md', line: 2, start: 14, end: 18}))
    const quotes = (await show(a, [createMessageAt(a, 'mill', {related: own})])).filter((line) =>
      line.includes('----')
    )
    expect(quotes).toHaveLength(3)
  })
})

test('without the text, everything but the quote', async () => {
  const lines = (await report('pretty', [{path: 'a.md', messages: [createMessage()]}])).split('\n')
  expect(lines).toEqual([
    'a.md:2:3  warning  some-rule',
    'Unexpected `x`',
    '',
    '  https://example.org/rule',
    '',
    '1 warning in 1 file'
  ])
})

test.each([20, 40, 80, 200])('no line of words is wider than asked for: %i', async (width) => {
  const text = `${long} ${long}`
  const messages = [createMessageAt(text, 'alone', {reason: long, note: long, expected: [long]})]
  const lines = (await report('pretty', [{path: 'a.md', messages, text}], {width})).split('\n')
  const widest = Math.max(...lines.filter((line) => !line.includes('https:')).map(columnsOf))
  expect(widest).toBeLessThanOrEqual(Math.min(Math.max(width, 40), 110))
})

test('fault 30: colours only when asked to, and each one ends', async () => {
  const files = [{path: 'a.md', text: long, messages: [createMessageAt(long, 'towns', {note: 'Why'})]}]
  expect(await report('pretty', files)).not.toContain('\u001B')
  const painted = await report('pretty', files, {color: true})
  expect(painted).toContain('\u001B[1;33mwarning\u001B[0m')
  const pieces = painted.split('\u001B[')
  const [first, ...codes] = pieces.map((piece) => piece.replace(/^[\d;]*m/, ''))
  expect([first, ...codes].join('')).toBe(await report('pretty', files))
  // Colours alternate with their ends, and none goes over a line.
  expect(pieces.slice(1).map((piece, index) => piece.startsWith('0m') === (index % 2 === 1))).not.toContain(
    false
  )
  expect(pieces.filter((piece, index) => index % 2 === 1 && piece.includes('\n'))).toEqual([])
})
