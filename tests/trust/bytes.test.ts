import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {beforeEach, expect, test} from 'vitest'
import {lintFiles, lintInput} from '../../src/engine/index.ts'
import type {Message, MessageEdit} from '../../src/lint/message.ts'
import {makeFolder} from '../setup/folder.ts'
import {isFull, record} from './row.ts'

const root = path.resolve(import.meta.dirname, '../..')
let config = ''

beforeEach(() => {
  config = path.join(makeFolder({'all.json': '{"extends": ["articlelint:strict"]}'}), 'all.json')
})

interface Article {
  readonly name: string
  readonly text: string
}

/** All fixtures, and the examples of the pages of the rules. */
function articles(): readonly Article[] {
  const found: Article[] = []
  for (const folder of ['fixtures/articles', 'fixtures/document', 'fixtures/languages']) {
    for (const name of readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})) {
      if (!/\.(?:md|mdx|txt|html)$/.test(name)) continue
      found.push({name: `${folder}/${name}`, text: readFileSync(path.join(root, folder, name), 'utf8')})
    }
  }
  for (const id of readdirSync(path.join(root, 'rules'))) {
    if (id.includes('.')) continue
    const page = readFileSync(path.join(root, 'rules', id, 'README.md'), 'utf8')
    const blocks = page.matchAll(/^(`{3,})(?:md|mdx|txt|html|markdown) (?:bad|good)[^\n]*\n([\s\S]*?)^\1$/gm)
    for (const [, , text = ''] of blocks) found.push({name: `rules/${id}.md`, text})
  }
  return found
}

const ends = (end: (line: number) => string) => (text: string) => {
  let line = 0
  return text.replace(/\r\n|\r|\n/g, () => end(line++))
}

/** The first five move what stands in the article and change nothing else: the findings must be the same. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'byte order mark': (text) => `\uFEFF${text.replace(/^\uFEFF/, '')}`,
  CRLF: ends(() => '\r\n'),
  CR: ends(() => '\r'),
  'mixed line ends': ends((line) => ['\n', '\r\n', '\n', '\r\n', '\r\n'][line % 5] ?? '\n'),
  'no final newline': (text) => text.replace(/[\r\n]+$/, ''),
  'trailing blanks': (text) => text.replace(/$/gm, (_, at: number) => (at % 3 === 0 ? ' \t' : '')),
  'no-break spaces': (text) =>
    text.replace(/(?<=[a-z]) (?=[a-z])/g, (blank, at: number) => (at % 5 === 0 ? '\u00A0' : blank)),
  emoji: (text) => text.replace(/\. /g, '. 👩‍👩‍👧 '),
  'combining marks': (text) => text.normalize('NFD').replace(/e(?=[a-z])/g, 'e\u0301')
}
const moving = Object.keys(variants).slice(0, 5)

/** The edits of the fixes that are applied in one pass: of those that overlap, the one that starts first. */
function choose(messages: readonly Message[], text: string): readonly MessageEdit[] {
  const byPlace = (a: MessageEdit, b: MessageEdit): number => a.start - b.start || a.end - b.end
  const fixes = messages
    .flatMap(({fix}) => (fix ? [fix.toSorted(byPlace)] : []))
    .filter((fix) => fix.some(({start, end, text: to}) => text.slice(start, end) !== to))
    .sort((a, b) => byPlace(a[0] as MessageEdit, b[0] as MessageEdit))
  const chosen: MessageEdit[] = []
  for (const fix of fixes) {
    const clash = fix.some((edit) =>
      chosen.some(({start, end}) =>
        start === end || edit.start === edit.end
          ? edit.start === start && edit.end === end
            ? true
            : edit.start < end && start < edit.end
          : edit.start < end && start < edit.end
      )
    )
    if (!clash) chosen.push(...fix)
  }
  return chosen.sort(byPlace)
}

/** Applies edits to bytes: what stands between them is copied. */
function applyToBytes(bytes: Buffer, edits: readonly MessageEdit[]): Buffer {
  const text = bytes.toString()
  const at = (offset: number): number => Buffer.byteLength(text.slice(0, offset))
  const parts: Buffer[] = []
  let last = 0
  for (const {start, end, text: replacement} of edits) {
    parts.push(bytes.subarray(last, at(start)), Buffer.from(replacement))
    last = at(end)
  }
  return Buffer.concat([...parts, bytes.subarray(last)])
}

const plain = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/** Findings without what a mark or line ends move: what they stand on, and where, counted in the plain text. */
function located(messages: readonly Message[], text: string): readonly string[] {
  const near = ({start, end}: {start: number; end: number}): string =>
    `${plain(text.slice(0, start)).length} ${plain(text.slice(start, end))}`
  return messages
    .map(
      (message) => `${message.ruleId} ${message.messageId} ${near(message)} ${(message.fix ?? []).map(near)}`
    )
    .sort()
}

async function lint(text: string, name: string) {
  const {files, problems} = await lintInput(Buffer.from(text), {config, cwd: root, filename: name})
  // Emoji in the JavaScript of MDX are a fault of the article.
  return problems.length > 0 ? undefined : files[0]?.messages
}

test('fault 10, fault 21: bytes outside the edits stay, and the findings move with the text', {
  timeout: 1_800_000
}, async (context) => {
  const all = articles()
  const chosen = isFull
    ? all
    : all.filter(({name}, index) => index % 24 === 5 || name.endsWith('sloppy-scraped-page.md'))
  const wrong: string[] = []
  let cases = 0
  let fixes = 0
  let compared = 0
  let same = 0
  for (const {name, text} of chosen) {
    const usual = located((await lint(text, name)) ?? [], text)
    for (const [variant, change] of Object.entries(variants)) {
      const varied = change(text)
      if (variant !== 'as it is' && varied === text) continue
      cases++
      const messages = await lint(varied, name)
      if (!messages) {
        if (moving.includes(variant)) wrong.push(`${name}, ${variant}: other findings`)
        const {text: kept} = await lintInput(Buffer.from(varied), {
          config,
          cwd: root,
          filename: name,
          fix: 'write'
        })
        if (kept !== undefined && kept !== varied) wrong.push(`${name}, ${variant}: other bytes`)
        continue
      }
      if (messages.some(({start, end}) => start < 0 || end < start || end > varied.length))
        wrong.push(`${name}, ${variant}: a range outside`)
      if (moving.includes(variant) && !/\r(?!\n)/.test(text)) {
        compared++
        if (JSON.stringify(located(messages, varied)) === JSON.stringify(usual)) same++
        else wrong.push(`${name}, ${variant}: other findings`)
      }
      let bytes: Buffer = Buffer.from(varied)
      let left = messages
      for (let pass = 0; pass < 10; pass++) {
        const edits = choose(left, bytes.toString())
        if (edits.length === 0) break
        fixes += edits.length
        bytes = applyToBytes(bytes, edits)
        left = (await lint(bytes.toString(), name)) ?? []
      }
      const fixed = await lintInput(Buffer.from(varied), {config, cwd: root, filename: name, fix: 'write'})
      if (!bytes.equals(Buffer.from(fixed.text ?? ''))) wrong.push(`${name}, ${variant}: other bytes`)
    }
  }
  const failed = (kind: string): number => wrong.filter((line) => line.endsWith(kind)).length
  record(context, {
    row: 'bytes outside the edits preserved: fixtures and examples × mark, line ends, blanks, emoji, combining marks',
    passed: cases - failed('other bytes') - failed('outside'),
    of: cases,
    note: `${fixes} edits`
  })
  record(context, {
    row: 'findings the same with a byte order mark, CRLF, CR, mixed line ends',
    passed: same,
    of: compared
  })
  expect(fixes).toBeGreaterThan(0)
  expect(wrong).toEqual([])
})

test('fault 9: what is not UTF-8 is told, and never written', async (context) => {
  const article =
    '# Does Rain Rust a Bell in an Open Tower?\n\ndoes rain rust a bell in a tower\n\nBronze stays.\n'
  const bytes = Buffer.from(article)
  const at = bytes.length - 5
  const insert = (...more: number[]): Buffer =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(more), bytes.subarray(at)])
  const broken: Readonly<Record<string, Buffer>> = {
    'latin1.md': insert(0xe9),
    'overlong.md': insert(0xc0, 0xaf),
    'surrogate.md': insert(0xed, 0xa0, 0x80),
    'surrogate-pair.md': insert(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
    'beyond.md': insert(0xf4, 0x90, 0x80, 0x80),
    'alone.md': insert(0x80),
    'cut.md': Buffer.concat([bytes, Buffer.from([0xf0, 0x9f, 0x98])]),
    'nul.md': insert(0),
    'utf16le.md': Buffer.from(`\uFEFF${article}`, 'utf16le'),
    'utf16le-bare.md': Buffer.from(article, 'utf16le'),
    'utf16be.md': Buffer.from(`\uFEFF${article}`, 'utf16le').swap16(),
    'utf32.md': Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), insert(0, 0, 0)])
  }
  const cwd = makeFolder({...broken, 'whole.md': article})
  const {problems, files} = await lintFiles(['.'], {cwd, fix: 'write'})
  expect(files.map((file) => [file.path, file.fixed])).toEqual([['whole.md', 1]])
  const names = Object.keys(broken)
  const held = names.filter(
    (name) =>
      problems.some((problem) => problem.path === name) &&
      readFileSync(path.join(cwd, name)).equals(broken[name] as Buffer)
  )
  record(context, {row: 'files that are not UTF-8 left as they are', passed: held.length, of: names.length})
  expect(held).toEqual(names)
})
