import {UsageError} from '../error.ts'

/** How often a finding is held back: by path (from the folder of the file, with `/`), rule id and fingerprint. */
export type Suppressions = Map<string, RuleSuppressions>
export type RuleSuppressions = Map<string, FingerprintCounts>
export type FingerprintCounts = Map<string, number>

/**
 * The text of a suppressions file: sorted, a line for each entry. What `JSON.stringify` makes of it is as good to
 * merge as any layout with commas elsewhere, and formatters leave it alone. What is empty is left out.
 */
export function formatSuppressions(suppressions: Suppressions): string {
  const files = sorted(suppressions).flatMap(([file, rules]) => {
    const named = sorted(rules).flatMap(([rule, counts]) => {
      const entries = sorted(counts).filter(([, count]) => count > 0)
      return entries.length > 0
        ? [
            member(
              rule,
              3,
              entries.map(([fingerprint, count]) => `${indent(4)}"${fingerprint}": ${count}`)
            )
          ]
        : []
    })
    return named.length > 0 ? [member(file, 2, named)] : []
  })
  const all = files.length > 0 ? member('suppressions', 1, files) : `${indent(1)}"suppressions": {}`
  return `{\n${indent(1)}"version": 1,\n${all}\n}\n`
}

function member(key: string, depth: number, lines: readonly string[]): string {
  return `${indent(depth)}${JSON.stringify(key)}: {\n${lines.join(',\n')}\n${indent(depth)}}`
}

function indent(depth: number): string {
  return '  '.repeat(depth)
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/**
 * Reads the text of a suppressions file. What stands there twice, as after a merge by hand, holds back the most that is
 * said. Throws `UsageError` with line and column.
 */
export function parseSuppressions(text: string, shown: string): Suppressions {
  const reader = createReader(text, shown)
  const {object, integer, fault} = reader
  const suppressions: Suppressions = new Map()
  let version: number | undefined
  object('an object with `version` and `suppressions`', (key, at) => {
    if (key === 'version') {
      version = integer('the version 1', (value) => value === 1)
    } else if (key === 'suppressions') {
      object('an object with paths', (file) => {
        const rules = entry(suppressions, file)
        object('an object with rules', (rule, at) => {
          if (!/^[a-z][\w@/.:-]*$/i.test(rule))
            throw fault(at, `Unexpected ${quote(rule)}, expected the id of a rule`)
          const counts = entry(rules, rule)
          object('an object with fingerprints', (fingerprint, at) => {
            if (!/^[0-9a-f]{16}$/.test(fingerprint)) {
              throw fault(at, `Unexpected ${quote(fingerprint)}, expected a fingerprint of 16 hex digits`)
            }
            const count = integer('a count from 1', (value) => value > 0)
            counts.set(fingerprint, Math.max(count, counts.get(fingerprint) ?? 0))
          })
        })
      })
    } else throw fault(at, `Unexpected key ${quote(key)}, expected \`version\` and \`suppressions\``)
  })
  reader.end()
  if (version === undefined) throw fault(0, 'Unexpected file without `version`, expected a suppressions file')
  return suppressions
}

function entry(suppressions: Suppressions, key: string): RuleSuppressions
function entry(rules: RuleSuppressions, key: string): FingerprintCounts
function entry(map: Map<string, Map<string, unknown>>, key: string): Map<string, unknown> {
  const known = map.get(key) ?? new Map<string, unknown>()
  map.set(key, known)
  return known
}

function quote(text: string): string {
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}

/** Reads the JSON that is expected, and no other: so every fault has its place, and nothing is nested without end. */
function createReader(text: string, shown: string) {
  let at = text.startsWith('\uFEFF') ? 1 : 0

  const fault = (offset: number, reason: string): UsageError => {
    if (/^<{7} /m.test(text)) {
      const merge = /^<{7} /m.exec(text)?.index ?? 0
      return new UsageError(
        `${place(merge)}: Unexpected merge conflict, expected JSON: keep the entries of both sides, and take out the marks of git`
      )
    }
    return new UsageError(`${place(offset)}: ${reason}`)
  }

  function place(offset: number): string {
    const before = text.slice(0, offset).split('\n')
    return `${shown}:${before.length}:${(before.at(-1) as string).length + 1}`
  }

  function blank(): void {
    for (; ; at++) {
      const code = text.charCodeAt(at)
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
    }
  }

  function found(): string {
    const character = text.codePointAt(at)
    return character === undefined ? 'end of the file' : `\`${String.fromCodePoint(character)}\``
  }

  function take(character: string, expected: string): void {
    blank()
    if (text[at] !== character) throw fault(at, `Unexpected ${found()}, expected ${expected}`)
    at++
  }

  function string(expected: string): string {
    take('"', expected)
    const start = at - 1
    let isPlain = true
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 34) break
      if (code === 92) at++
      if (code === 92 || code < 32) isPlain = false
    }
    at++
    if (isPlain && at <= text.length) return text.slice(start + 1, at - 1)
    try {
      return JSON.parse(text.slice(start, at))
    } catch {
      throw fault(start, 'Unexpected string that is broken, expected one in double quotes')
    }
  }

  return {
    fault,

    object(expected: string, member: (key: string, at: number) => void): void {
      take('{', expected)
      blank()
      if (text[at] === '}') {
        at++
        return
      }
      for (;;) {
        blank()
        const start = at
        const key = string('a name in double quotes')
        take(':', 'a colon')
        member(key, start)
        blank()
        if (text[at] === ',') at++
        else break
      }
      take('}', '`,` or `}`')
    },

    integer(expected: string, isFine: (value: number) => boolean): number {
      blank()
      const start = at
      while (at < start + 10 && /[\d.eE+-]/.test(text.charAt(at))) at++
      const digits = text.slice(start, at)
      if (digits === '') throw fault(start, `Unexpected ${found()}, expected ${expected}`)
      if (!/^\d{1,9}$/.test(digits) || !isFine(Number(digits))) {
        throw fault(start, `Unexpected \`${digits}\`, expected ${expected}`)
      }
      return Number(digits)
    },

    end(): void {
      blank()
      if (at < text.length) throw fault(at, `Unexpected ${found()}, expected the end of the file`)
    }
  }
}
