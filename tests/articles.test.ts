import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {loadParser} from '../src/engine/parsers/parsers.ts'
import {applyEdits, fixText} from '../src/lint/fix.ts'
import {type LintResult, lintText} from '../src/lint/index.ts'
import type {Message, MessageEdit} from '../src/lint/message.ts'

const folder = new URL('../fixtures/articles/', import.meta.url)
const names = readdirSync(folder).sort()
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const parsers = new Map(
  await Promise.all(names.map(async (name) => [name, await loadParser('auto', name)] as const))
)
const lint =
  (name: string) =>
  (text: string): LintResult =>
    lintText(text, {path: name, ruleset: recommended, parser: parsers.get(name)})

it('there are good and sloppy articles', () => {
  expect(names.filter((name) => !/^(?:good|sloppy)-/.test(name))).toEqual([])
  expect(names.filter((name) => name.startsWith('good-')).length).toBeGreaterThan(9)
  expect(names.filter((name) => name.startsWith('sloppy-')).length).toBeGreaterThan(4)
})

describe.each(names.filter((name) => name.startsWith('good-')))('%s', (name) => {
  const text = read(name)

  it('has nothing to report', () => {
    const {messages, crashes} = lint(name)(text)
    expect(crashes).toEqual([])
    // Of an article in another language that is said, and no more.
    const others = messages.filter(({ruleId}) => ruleId !== 'unsupported-language')
    expect(show(others, text)).toBe('')
  })

  it('stays as it is', () => {
    expect(fixText(text, lint(name)).text).toBe(text)
  })
})

describe.each(names.filter((name) => name.startsWith('sloppy-')))('%s', (name) => {
  const text = read(name)
  const first = lint(name)(text)
  const fixed = fixText(text, lint(name))

  it('is reported', async () => {
    expect(first.crashes).toEqual([])
    expect(first.messages).not.toEqual([])
    await expect(show(first.messages, text)).toMatchFileSnapshot(`snapshots/articles/${name}.txt`)
  })

  it('is fixed', async () => {
    const left = show(fixed.result.messages, fixed.text)
    const report = `${fixed.applied} fixes in ${fixed.passes} passes; what is left to say:\n\n${left}\n${'─'.repeat(80)}\n\n${fixed.text}`
    await expect(report).toMatchFileSnapshot(`snapshots/articles/${name}.fixed.txt`)
  })

  it('has nothing fixable after the fix, and a second one changes nothing', () => {
    expect(fixed.isLoop).toBe(false)
    expect(fixed.result.crashes).toEqual([])
    expect(fixed.result.messages.filter(({fix}) => fix).map(({ruleId}) => ruleId)).toEqual([])
    expect(fixText(fixed.text, lint(name))).toMatchObject({text: fixed.text, applied: 0})
  })

  it('gets no new findings by the fix', () => {
    const before = countRules(first.messages)
    const more = [...countRules(fixed.result.messages)].filter(([id, count]) => count > (before.get(id) ?? 0))
    expect(more).toEqual([])
  })

  it('keeps its text outside the edits', () => {
    let now = text
    for (let pass = 0; pass < fixed.passes; pass++) {
      const fixes = lint(name)(now).messages.flatMap(({fix}) => (fix ? [fix] : []))
      const next = applyEdits(now, fixes).text
      expectKept(now, next, fixes.flat())
      now = next
    }
    expect(now).toBe(fixed.text)
  })
})

/** One line for each message, with the text at its place: no words of the message, which stand on the rule's page. */
function show(messages: readonly Message[], text: string): string {
  return messages
    .map(({line, column, endLine, endColumn, severity, ruleId, messageId, start, end, fix}) => {
      const place = `${line}:${column}-${endLine}:${endColumn}`
      return `${place} ${severity} ${ruleId} ${messageId}${fix ? ' (fix)' : ''}\n    ${shorten(text.slice(start, end))}\n`
    })
    .join('')
}

function shorten(text: string): string {
  const line = text.replace(/\r\n|\n|\r/g, '⏎')
  return line.length > 100 ? `${line.slice(0, 70)} … ${line.slice(-25)}` : line
}

function countRules(messages: readonly Message[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {ruleId} of messages) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  return counts
}

/** The parts between the edits stand in the new text, in order, from its start to its end. */
function expectKept(before: string, after: string, edits: readonly MessageEdit[]): void {
  const parts: string[] = []
  let at = 0
  for (const {start, end} of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start > at) parts.push(before.slice(at, start))
    at = Math.max(at, end)
  }
  parts.push(before.slice(at))
  expect(after.startsWith(edits.some(({start}) => start === 0) ? '' : (parts[0] ?? ''))).toBe(true)
  expect(after.endsWith(parts.at(-1) ?? '')).toBe(true)
  let from = 0
  for (const part of parts) {
    const found = after.indexOf(part, from)
    expect(found, `kept: ${shorten(part)}`).toBeGreaterThanOrEqual(0)
    from = found + part.length
  }
}
