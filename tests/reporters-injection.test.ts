import type {Root, RootContent} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import type {Message} from '../src/lint/message.ts'
import {escapeLine, escapeLines} from '../src/reporters/escape.ts'
import type {Format, ReportedFile, ReportedProblem, ReporterOptions} from '../src/reporters/index.ts'
import {createMessage, expectValidXml, readElements, report} from './setup/report.ts'

const payloads: Readonly<Record<string, string>> = {
  'OSC title': 'a\u001B]0;pwned\u0007b',
  'OSC link': '\u001B]8;;http://evil.example\u001B\\click\u001B]8;;\u001B\\',
  'CSI clear': '\u001B[2J\u001B[1;1Hb',
  'C1 CSI': '\u009B31mred\u009Dx\u009C',
  'NEL and DEL': 'a\u0085b\u007Fc',
  'carriage return': 'harmless\rspoofed',
  'bidirectional controls': 'a\u202Egnp.exe\u202C \u2066b\u2069\u200F',
  'line separators': 'a\u2028::error::b\u2029c',
  'workflow command': 'x\n::error file=x::pwned',
  'workflow command after blanks': 'x\n \u00A0\t::add-mask::pwned',
  'old workflow command': 'x ##[error]pwned ##[group]y',
  'end of CDATA': ']]><x/><![CDATA[',
  'end of attribute and element': '"\'/><script>alert(1)</script></failure><!--',
  'entities of XML': '&lt;&#10;&bogus;',
  'cells of a table': 'a | b |\n| --- | --- |\n| c | d |',
  'code spans': '`code` ``x`` ```\nfence',
  mentions: '@someone @org/team a@b.example #123 !45 $6 &7 ~label %"v1" owner/repo#8 :tada:',
  'links and images': '[x](http://evil.example) ![y](http://evil.example/z.png) <http://evil.example>',
  'bare addresses': 'http://evil.example www.evil.example HTTPS://evil.example ftp://evil.example',
  'markdown blocks': '# head\n- item\n> quote\n***\n</details>',
  'percent escapes': '100%0A::error::x %25 %0D%3A',
  NUL: 'a\0b',
  'lone surrogates': '\uD800 a \uDC00',
  noncharacters: 'a\uFFFE\uFFFFb',
  'hidden characters': 'pass\u200Bword\u2060\uFEFF\u180E\u2063',
  'JSON and placeholders': '"},{"x":1} {0} \\" \\u0041',
  'prototype keys': '__proto__',
  'a path up': '../../etc/passwd'
}

interface Case {
  readonly files: readonly ReportedFile[]
  readonly problems: readonly ReportedProblem[]
}

const other = {path: 'b.md', line: 1, column: 1, start: 0, end: 2, reason: 'As here'}

/** Each place that words of others come to. */
const places: Readonly<Record<string, (payload: string) => Case>> = {
  path: (path) => found({}, path),
  reason: (reason) => found({reason}),
  note: (note) => found({note}),
  'related path': (path) => found({related: [{...other, path}]}),
  'related reason': (reason) => found({related: [{...other, reason}]}),
  'rule id': (ruleId) => found({ruleId}),
  url: (url) => found({url}),
  expected: (text) => found({expected: [text], actual: text, fix: [{start: 0, end: 1, text}]}),
  suggestion: (text) => found({suggestions: [{title: text, edits: [{start: 0, end: 1, text}]}]}),
  text: (text) => ({
    files: [{path: 'a.md', text: `0123456789${text}`, messages: [createMessage()]}],
    problems: []
  }),
  'problem path': (path) => ({files: [], problems: [{path, reason: 'x'}]}),
  'problem reason': (reason) => ({files: [], problems: [{path: 'a.md', reason}]})
}

function found(fields: Partial<Message>, path = 'a.md'): Case {
  return {files: [{path, messages: [createMessage(fields)]}], problems: []}
}

const cases = Object.entries(payloads).flatMap(([name, payload]) =>
  Object.entries(places).map(([place, make]) => ({
    name: `${name} as ${place}`,
    place,
    payload,
    ...make(payload)
  }))
)

/** What a terminal acts on or nobody sees; line ends and tabs aside. */
const raw = /[^\P{Cc}\n\t]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u

/** Fails for what no report may hold, whatever its form. */
function expectHarmless(text: string, name: string): void {
  expect(text, name).not.toMatch(raw)
  expect(text, name).not.toContain('##[')
}

async function check(
  format: Format,
  judge: (text: string, one: (typeof cases)[number]) => void,
  options: ReporterOptions = {}
): Promise<void> {
  for (const one of cases) {
    const text = await report(format, one.files, {...options, problems: one.problems})
    expectHarmless(text, one.name)
    judge(text, one)
  }
}

/** Strings anywhere in a JSON value. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...stringsOf(inner)])
    : []
}

describe.each(['stylish', 'pretty', 'compact'] as const)('%s', (format) => {
  test('shows what others wrote escaped, and no line is a command', async () => {
    const harmless = new Map<string, number>()
    for (const [place, make] of Object.entries(places)) {
      const {files, problems} = make('harmless')
      harmless.set(place, (await report(format, files, {problems})).split('\n').length)
    }
    await check(
      format,
      (text, {name, place, payload}) => {
        expect(text, name).not.toMatch(/^\s*::/m)
        const isOneLine = ['path', 'reason', 'rule id', 'related reason'].includes(place)
        // Nothing makes a line of its own out of a line; pretty may break one that is too long.
        if (isOneLine && format !== 'pretty') expect(text.split('\n').length, name).toBe(harmless.get(place))
        if (place === 'reason' && format !== 'pretty')
          expect(text.replaceAll('#\\u{23}[', '##['), name).toContain(escapeLine(payload))
      },
      {githubActions: true}
    )
  })
})

describe.each(['json', 'gitlab'] as const)('%s', (format) => {
  test('gives back what others wrote, unchanged', async () => {
    const isKept: Readonly<Record<string, readonly string[]>> = {
      json: [
        'path',
        'reason',
        'note',
        'related path',
        'related reason',
        'rule id',
        'url',
        'expected',
        'suggestion'
      ],
      gitlab: ['path', 'reason', 'rule id', 'problem path', 'problem reason']
    }
    await check(format, (text, {name, place, payload}) => {
      expect(text, name).not.toMatch(/^\s*::/m)
      if (isKept[format]?.includes(place)) expect(stringsOf(JSON.parse(text)), name).toContain(payload)
    })
  })
})

test('sarif gives back what others wrote, without links and placeholders of theirs', async () => {
  const plain = (text: string) => text.replaceAll('](', '] (').replace(/\{(\d+)\}/g, '{{$1}}')
  await check('sarif', (text, {name, place, payload}) => {
    const strings = stringsOf(JSON.parse(text))
    if (place === 'reason')
      expect(strings, name).toContain(`${plain(payload)}${/[.:]$/.test(payload) ? '' : '.'}`)
    if (place === 'note') expect(strings, name).toContain(`Unexpected \`x\`.\n${plain(payload)}`)
    if (place === 'problem reason' || place === 'suggestion') expect(strings, name).toContain(plain(payload))
    if (place === 'rule id' || place === 'text')
      expect(
        strings.some((string) => string.includes(payload.slice(0, 4)) || place === 'text'),
        name
      ).toBe(true)
    if (place === 'path' || place === 'problem path') {
      const uri = strings[strings.indexOf('uri', strings.indexOf('artifactLocation')) + 1] ?? ''
      expect(uri, name).toMatch(/^[\w./~!*'()%-]+$/)
      expect(decodeURIComponent(uri), name).toBe(payload.replace(/\p{Cs}/gu, '\uFFFD'))
    }
    if (place === 'url')
      expect(
        strings.filter((string) => string === payload),
        name
      ).toEqual([])
  })
})

describe.each(['junit', 'checkstyle'] as const)('%s', (format) => {
  test('is valid XML, and gives back what others wrote escaped', async () => {
    const shown = (text: string) =>
      escapeLines(text).replace(/[\uFFFE\uFFFF]/g, (one) => `\\u{${one.charCodeAt(0).toString(16)}}`)
    const isKept: Readonly<Record<string, readonly string[]>> = {
      junit: ['path', 'reason', 'problem path', 'problem reason'],
      checkstyle: ['path', 'reason', 'rule id', 'problem path', 'problem reason']
    }
    await check(format, (text, {name, place, payload}) => {
      expect(text, name).not.toMatch(/^\s*::/m)
      expect(text, name).not.toMatch(/[\uFFFE\uFFFF]/)
      // One that an XML reader would change: line ends in text become `\n`, in attributes they stay.
      const words = readElements(text).flatMap((element) => [
        ...Object.values(element.attributes),
        element.text
      ])
      if (isKept[format]?.includes(place))
        expect(
          words.some((word) => word.includes(shown(payload))),
          name
        ).toBe(true)
      if (place.startsWith('related') && format === 'junit')
        expect(
          words.some((word) => word.includes(shown(escapeLine(payload)))),
          name
        ).toBe(true)
    })
    // One report of everything: the validator takes its time to start.
    const files = cases.flatMap((one) => one.files)
    const merged = files.map((file, index) => ({...file, path: `${index} ${file.path}`}))
    const problems = cases.flatMap((one) => one.problems)
    await expectValidXml(await report(format, merged, {problems}), `${format}.xsd`)
  })
})

describe('github', () => {
  /** As the runner reads a line: the command, its properties and data, or nothing. */
  function readCommand(line: string) {
    const match = /^\s*::(.*?)::(.*)$/u.exec(line)
    if (!match) return undefined
    const [, info = '', data = ''] = match
    const [name = ''] = info.split(' ', 1)
    const properties = Object.fromEntries(
      info
        .slice(name.length + 1)
        .split(',')
        .map((property) => {
          const at = property.indexOf('=')
          const value = property
            .slice(at + 1)
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ',')
          return [property.slice(0, at), decode(value)]
        })
    )
    return {name, properties, data: decode(data)}
  }

  function decode(text: string): string {
    return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  }

  test('writes its own commands only, and the runner reads what others wrote, escaped', async () => {
    const shown = (text: string) => text.replaceAll('##[', '#\\u{23}[')
    await check('github', (text, {name, place, payload, files, problems}) => {
      const lines = text.split('\n')
      const commands = lines.flatMap((line) => readCommand(line) ?? [])
      expect(commands.length, name).toBe(files.length + problems.length)
      expect(lines.length, name).toBe(commands.length + 1)
      const [first] = commands
      if (!first) throw new Error('Expected a command')
      expect(['error', 'warning', 'notice'], name).toContain(first.name)
      const {file = '', title = ''} = first.properties
      const path = place === 'path' || place === 'problem path' ? payload : 'a.md'
      expect(file, name).toBe(shown(escapeLine(path)))
      if (place === 'rule id') expect(title, name).toBe(shown(escapeLine(payload)))
      if (place === 'reason') expect(first.data.split('\n')[0], name).toBe(shown(escapeLine(payload)))
      if (place === 'related reason') expect(first.data, name).toContain(shown(escapeLine(payload)))
      const keys = Object.keys(first.properties)
      expect(
        keys.filter((key) => !['file', 'line', 'endLine', 'col', 'endColumn', 'title'].includes(key)),
        name
      ).toEqual([])
    })
  })
})

describe('markdown', () => {
  const parser = unified().use(remarkParse).use(remarkGfm)
  const ours =
    /^(?:<!-- articlelint -->|<\/?(?:code|sub)>|<br>|<\/details>|<details(?: open)?><summary><code>[^<>]*<\/code> [\w ,]*<\/summary>)$/
  const known = new Set(
    'root heading paragraph text html table tableRow tableCell strong linkReference definition list listItem'.split(
      ' '
    )
  )

  function* nodesOf(node: Root | RootContent): Generator<Root | RootContent> {
    yield node
    if ('children' in node) for (const child of node.children) yield* nodesOf(child as RootContent)
  }

  test('is our markup with their words in it as text, which nobody is called by', async () => {
    await check('markdown', (text, {name, place, payload, files}) => {
      const nodes = [...nodesOf(parser.parse(text))]
      expect(
        nodes.map(({type}) => type).filter((type) => !known.has(type)),
        name
      ).toEqual([])
      const html = nodes.flatMap((node) => (node.type === 'html' ? [node.value] : []))
      expect(
        html.filter((value) => !ours.test(value)),
        name
      ).toEqual([])
      expect(
        nodes.filter(({type}) => type === 'table'),
        name
      ).toHaveLength(files.length)
      expect(
        nodes.filter(({type}) => type === 'tableRow'),
        name
      ).toHaveLength(files.length * 2)
      expect(
        nodes.filter(({type}) => type === 'heading'),
        name
      ).toHaveLength(1)
      const rows = nodes.flatMap((node) => (node.type === 'tableRow' ? [node.children.length] : []))
      expect(new Set(rows), name).toEqual(new Set(files.length > 0 ? [4] : []))
      const definitions = nodes.flatMap((node) => (node.type === 'definition' ? [node.url] : []))
      expect(
        definitions.filter((url) => !/^https?:\/\/[\w./]+$/.test(url)),
        name
      ).toEqual([])
      // What GitHub and GitLab look for in the text once it is rendered.
      const words = nodes.flatMap((node) => (node.type === 'text' ? [node.value] : [])).join('')
      if (place !== 'path' && place !== 'rule id' && !place.startsWith('problem path')) {
        expect(words, name).not.toMatch(/[@#!$~%&](?=[\w"])|:\/\/|www\.|:[a-z]+:/i)
      }
      if (place === 'reason')
        expect(words.replaceAll('\u200B', ''), name).toContain(escapeLine(payload).replaceAll('\u200B', ''))
    })
  })
})
