import {describe, expect, test} from 'vitest'
import type {Message} from '../src/lint/message.ts'
import {escapeLine, escapeLines, withoutCommands} from '../src/reporters/escape.ts'
import {formats, loadReporter} from '../src/reporters/index.ts'
import {createMessage as message, report} from './setup/report.ts'

const place = {line: 2, column: 3, endLine: 2, endColumn: 7, start: 10, end: 14}

const full: Message = message({
  severity: 'error',
  note: 'Because',
  confidence: 0.5,
  actual: 'x',
  expected: ['y'],
  fix: [{start: 10, end: 14, text: 'y'}],
  suggestions: [{title: 'Say y', edits: [{start: 10, end: 14, text: 'y'}]}],
  related: [{path: 'a.md', line: 1, column: 1, start: 0, end: 4, reason: 'The first is here'}]
})

describe('json', () => {
  test('has the keys of version 1 in their order, and nothing else', async () => {
    const extra = {...full, isOld: true, path: 'a.md'}
    const files = [
      {path: 'a.md', messages: [extra, message()], fixed: 3},
      {path: 'b.md', messages: [message({severity: 'info'})]}
    ]
    const parsed = JSON.parse(await report('json', files))
    expect(Object.entries(parsed).map(([key]) => key)).toEqual(['version', 'summary', 'files'])
    expect(parsed.version).toBe(1)
    expect(JSON.stringify(parsed.summary)).toBe(
      '{"files":2,"errors":1,"warnings":1,"infos":1,"fixable":1,"suppressed":0}'
    )
    expect(parsed.files.map((file: object) => Object.keys(file))).toEqual([
      ['path', 'messages'],
      ['path', 'messages']
    ])
    const required = [
      'ruleId',
      'messageId',
      'severity',
      'reason',
      'url',
      'fingerprint',
      'line',
      'column',
      'endLine',
      'endColumn',
      'start',
      'end'
    ]
    expect(Object.keys(parsed.files[0].messages[1])).toEqual(required)
    expect(Object.keys(parsed.files[0].messages[0])).toEqual([
      ...required.slice(0, 4),
      'note',
      ...required.slice(4),
      'confidence',
      'actual',
      'expected',
      'fix',
      'suggestions',
      'related'
    ])
    expect(parsed.files[0].messages[0]).toEqual(full)
  })

  test('fault 56: stays well-formed and means the same when the text is hostile', async () => {
    const reason = '\u001B]0;x\u0007 \u009B31m \u202E \uD800 \u2028 "\\ ##[error] \n::error::x'
    const text = await report('json', [{path: 'a\nb.md', messages: [message({reason})]}])
    expect(text).not.toMatch(/[^\n\P{Cc}]|[\u202e\u2028]|##\[/u)
    expect(JSON.parse(text).files).toMatchObject([{path: 'a\nb.md', messages: [{reason}]}])
  })
})

describe('stylish', () => {
  test('lists files with messages, the why once, the other place, and a summary', async () => {
    const files = [
      {path: 'a.md', messages: [full, message({note: 'Because', line: 3, endLine: 3})]},
      {path: 'b.md', messages: []},
      {
        path: 'c.md',
        messages: [message({severity: 'info', related: [{...place, path: 'a.md', reason: 'As here'}]})]
      }
    ]
    expect((await report('stylish', files)).split('\n')).toEqual([
      'a.md',
      '2:3-2:7 error   Unexpected `x`  some-rule',
      '    The first is here: 1:1',
      '    Because',
      '3:3-3:7 warning Unexpected `x`  some-rule',
      '',
      'c.md',
      '2:3-2:7 info Unexpected `x`  some-rule',
      '    As here: a.md:2:3',
      '',
      '1 error, 1 warning, 1 info in 3 files, 1 fixable with --fix'
    ])
  })

  test('a note of several lines keeps them, also when nothing else follows', async () => {
    const lines = (
      await report('stylish', [{path: 'a.md', messages: [message({severity: 'info', note: 'One\n\nTwo'})]}])
    ).split('\n')
    expect(lines.slice(2, 4)).toEqual(['    One', '    Two'])
  })

  test('columns stand under each other, whatever the widths of the places', async () => {
    const messages = [
      message({severity: 'error', line: 1, column: 1, endLine: 1, endColumn: 2}),
      message({severity: 'info', line: 1200, column: 10, endLine: 1201, endColumn: 2})
    ]
    const lines = (await report('stylish', [{path: 'a.md', messages}])).split('\n')
    expect(lines.slice(1, 3)).toEqual([
      '1:1-1:2        error Unexpected `x`  some-rule',
      '1200:10-1201:2 info  Unexpected `x`  some-rule'
    ])
  })

  test('on a terminal no word is torn, and what goes on stands under its start', async () => {
    const long = message({
      reason: 'Unexpected claim `The weir was built in 1911 by the town` without a source, expected a link',
      note: 'A reader who meets the same text twice stops trusting the rest of it; one copy is enough',
      related: [
        {...place, path: `${'deep/'.repeat(8)}a.md`, reason: 'The first copy of the paragraph is here'}
      ]
    })
    const files = [{path: 'a.md', messages: [long]}]
    const lines = (await report('stylish', files, {width: 60, suppressed: 1000})).split('\n')
    expect(lines).toEqual([
      'a.md',
      '2:3-2:7 warning Unexpected claim `The weir was built in 1911',
      '                by the town` without a source, expected a',
      '                link  some-rule',
      '    The first copy of the paragraph is here:',
      '    deep/deep/deep/deep/deep/deep/deep/deep/a.md:2:3',
      '    A reader who meets the same text twice stops trusting',
      '    the rest of it; one copy is enough',
      '',
      '1 warning in 1 file, 1000 held back by suppressions'
    ])
    const colored = await report('stylish', files, {width: 60, color: true, suppressed: 1000})
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours
    expect(colored.replace(/\u001B\[[\d;]*m/g, '').split('\n')).toEqual(lines)
    expect(colored).toContain('`The weir was built in 1911\n                by the town`\u001B[39m')
  })

  test('on a narrow terminal words stand below their place', async () => {
    const reason = 'Unexpected claim without a source, expected a link to a named source'
    const [, ...lines] = (
      await report('stylish', [{path: 'a.md', messages: [message({reason})]}], {width: 40})
    ).split('\n')
    expect(lines).toEqual([
      '2:3-2:7 warning Unexpected claim without',
      '    a source, expected a link to a named',
      '    source  some-rule',
      '',
      '1 warning in 1 file'
    ])
  })

  test('keeps the order it is given', async () => {
    const ids = ['clickbait-title', 'chatbot-residue', 'zebra', 'alpha']
    const files = [
      {path: 'b.md', messages: ids.map((ruleId) => message({ruleId}))},
      {path: 'a.md', messages: [message()]}
    ]
    const text = await report('stylish', files)
    expect(text.match(/clickbait-title|chatbot-residue|zebra|alpha|^[ab]\.md/gm)).toEqual([
      'b.md',
      ...ids,
      'a.md'
    ])
  })

  test('says so when there is nothing to say, and what was held back', async () => {
    expect(await report('stylish', [{path: 'a.md', messages: []}])).toBe('nothing to report in 1 file')
    expect(await report('stylish', [{path: 'a.md', messages: []}], {hidden: 4})).toContain(
      '4 less severe not shown'
    )
    expect(await report('stylish', [{path: 'a.md', messages: [full]}], {hidden: 4, suppressed: 12})).toMatch(
      /^1 error in 1 file, 4 less severe not shown, 12 held back by suppressions, 1 fixable with --fix$/m
    )
    expect(await report('stylish', [{path: 'a.md', messages: []}], {fixed: 2})).toBe(
      'nothing to report in 1 file, 2 repaired'
    )
    expect(await report('stylish', [{path: 'a.md', messages: []}], {fixed: 2, isDryRun: true})).toBe(
      'nothing to report in 1 file, 2 to be repaired'
    )
  })

  test('fault 30: colours only when asked to', async () => {
    const files = [{path: 'a.md', messages: [full]}]
    expect(await report('stylish', files)).not.toContain('\u001B')
    expect(await report('stylish', files, {color: true})).toContain('\u001B[31m')
  })

  test('fault 53: nothing of the text reaches the terminal', async () => {
    const hostile =
      '\u001B[2J\u001B]0;x\u0007\r\u009B1m\u007F\u202E\u2066\u200F\u2028\u2029\u0085\uD800\uFEFF'
    const files = [
      {
        path: `a${hostile}\n.md`,
        messages: [
          message({
            reason: hostile,
            note: `x${hostile}`,
            related: [{...place, path: hostile, reason: hostile}]
          })
        ]
      }
    ]
    const text = await report('stylish', files)
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\uFEFF]/u)
    expect(text).toContain('\\u{1b}[2J\\u{1b}]0;x\\u{7}\\u{d}\\u{9b}1m\\u{7f}\\u{202e}')
  })

  test('fault 54: no line is a command to GitHub Actions', async () => {
    const files = [
      {
        path: '::error::x.md',
        messages: [
          message({reason: '##[error]x std::vector', note: '::set-output name=a::b\n ::stop-commands::x'})
        ]
      }
    ]
    expect(await report('stylish', files)).toMatch(/^::error/)
    const text = await report('stylish', files, {githubActions: true})
    expect(text).not.toMatch(/^\s*::/m)
    expect(text).not.toContain('##[')
    expect(text).toContain('std::vector')
  })

  test('fault 29: more messages than a call takes arguments', {timeout: 60_000}, async () => {
    const note = (i: number) => Array.from({length: 5}, (_, line) => `${i} ${line}`).join('\n')
    const messages = Array.from({length: 25_000}, (_, i) =>
      message({line: i + 1, endLine: i + 1, note: note(i)})
    )
    const lines = (await report('stylish', [{path: 'a.md', messages}])).split('\n')
    expect(lines).toHaveLength(1 + 25_000 * 6 + 2)
    expect(lines.filter((line) => line === 'a.md')).toHaveLength(1)
    expect(lines.at(-1)).toBe('25000 warnings in 1 file')
    const many = [{path: 'a.md', messages: [...messages, ...messages, ...messages, ...messages]}]
    expect(JSON.parse(await report('json', many)).summary.warnings).toBe(100_000)
  })
})

test('escaping leaves ordinary text alone: accents, emoji with joiners, other scripts', () => {
  const text = 'Café 👩‍🚀 中文 עברית – “quoted”'
  expect(escapeLine(text)).toBe(text)
  expect(escapeLines('a\tb\r\nc\u0007\rd')).toBe('a\tb\r\nc\\u{7}\\u{d}d')
  expect(withoutCommands('a::b\n  ::c::d')).toBe('a::b\n  \\u{3a}:c::d')
})

test('every format has a reporter, which takes a report without files', async () => {
  expect(formats).toEqual([
    'stylish',
    'pretty',
    'compact',
    'html',
    'markdown',
    'json',
    'sarif',
    'github',
    'gitlab',
    'junit',
    'checkstyle'
  ])
  for (const format of formats) expect((await loadReporter(format))([], {})).not.toBe('')
})
