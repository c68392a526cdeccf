import type {Root, RootContent} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {escapeLine, escapeLines} from '../../src/reporters/escape.ts'
import type {Format, ReporterOptions} from '../../src/reporters/index.ts'
import {cases, commandIn, harmOf, payloads, places, someCases, uncolored} from '../setup/injection.ts'
import {expectValidXml, readElements, report} from '../setup/report.ts'
import {isFull, record} from './row.ts'

/** How many reports were judged, and how many of them held. */
const tally = {of: 0, passed: 0}

/** Judges every report of a format; fails with the first of what does not hold, once all are counted. */
async function check(
  format: Format,
  judge: (text: string, one: (typeof cases)[number]) => void,
  options: ReporterOptions = {}
): Promise<void> {
  const failures: unknown[] = []
  // Parsing Markdown takes a hundred times as long as writing it.
  for (const one of isFull || format !== 'markdown' ? cases : someCases) {
    tally.of++
    try {
      const text = await report(format, one.files, {...options, problems: one.problems})
      expect(harmOf(options.color ? uncolored(text) : text), one.name).toBeUndefined()
      judge(text, one)
      tally.passed++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

/** Strings anywhere in a JSON value. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...stringsOf(inner)])
    : []
}

describe.each(['stylish', 'pretty', 'compact'] as const)('%s', (format) => {
  test('faults 52 and 53: shows what others wrote escaped, and no line is a command', async () => {
    const harmless = new Map<string, number>()
    for (const [place, make] of Object.entries(places)) {
      const {files, problems} = make('harmless')
      harmless.set(place, (await report(format, files, {problems})).split('\n').length)
    }
    await check(format, (text, {name}) => expect(commandIn(uncolored(text)), name).toBeUndefined(), {
      githubActions: true,
      color: true,
      width: 60
    })
    await check(
      format,
      (text, {name, place, payload}) => {
        expect(text, name).not.toMatch(/^\s*::/m)
        const isOneLine = ['path', 'reason', 'rule id', 'related reason'].includes(place)
        // Nothing makes a line of its own out of a line; pretty may break one that is too long.
        if (isOneLine && format !== 'pretty') expect(text.split('\n').length, name).toBe(harmless.get(place))
        if (place === 'reason' && format !== 'pretty')
          expect(text.replaceAll('#\\u{23}', '##'), name).toContain(escapeLine(payload))
      },
      {githubActions: true}
    )
  })
})

describe.each(['json', 'gitlab'] as const)('%s', (format) => {
  test('fault 56: gives back what others wrote, unchanged', async () => {
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

test('fault 57: sarif gives back what others wrote, without links and placeholders of theirs', async () => {
  const plain = (text: string) =>
    text.trim() === '' ? '(no words)' : text.replaceAll('](', '] (').replace(/\{(\d+)\}/g, '{{$1}}')
  await check('sarif', (text, {name, place, payload}) => {
    const strings = stringsOf(JSON.parse(text))
    if (place === 'reason')
      expect(strings, name).toContain(plain(`${payload}${/[.:]$/.test(payload) ? '' : '.'}`))
    if (place === 'note') expect(strings, name).toContain(`Unexpected \`x\`.\n${plain(payload)}`)
    if (place === 'problem reason' || place === 'suggestion') expect(strings, name).toContain(plain(payload))
    if (place === 'rule id' || place === 'text')
      expect(
        strings.some((string) => string.includes(payload.slice(0, 4)) || place === 'text'),
        name
      ).toBe(true)
    if (place === 'path' || place === 'problem path') {
      const uri = strings[strings.indexOf('uri', strings.indexOf('artifactLocation')) + 1] ?? ''
      expect(uri, name).toMatch(/^[\w./~!*'()%-]*$/)
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
  test('fault 58: is valid XML, and gives back what others wrote escaped', async () => {
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

  test('fault 54: writes its own commands only, and the runner reads what others wrote, escaped', async () => {
    const shown = (text: string) => text.replace(/##(?=(?:vso|teamcity)?\[)/gi, '#\\u{23}')
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
        expect(words.replaceAll('\u200B', ''), name).toContain(
          escapeLine(payload).replaceAll('\u200B', '').trim()
        )
    })
  })
})

test('faults 52 to 58: all of these reports are harmless', (context) => {
  record(context, {
    row: 'injection payloads × reporters × places neutralised',
    ...tally,
    note: `${Object.keys(payloads).length} payloads, ${Object.keys(places).length} places, each judged by the parser of its format`
  })
  expect(Object.keys(payloads).length).toBeGreaterThan(40)
  expect(tally).toEqual({of: tally.of, passed: tally.of})
  expect(tally.of).toBeGreaterThan(cases.length * 10)
})
