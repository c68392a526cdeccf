import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {applyEdits, fixText} from '../src/lint/fix.ts'
import type {LintResult} from '../src/lint/index.ts'
import type {Message, MessageEdit} from '../src/lint/message.ts'

const edit = (start: number, end: number, text: string): MessageEdit => ({start, end, text})

function message(fix?: readonly MessageEdit[]): Message {
  const place = {line: 1, column: 1, endLine: 1, endColumn: 1, start: fix?.[0]?.start ?? 0, end: 0}
  const head = {
    ruleId: 'test',
    messageId: 'test',
    severity: 'warn',
    reason: 'test',
    url: '',
    fingerprint: ''
  } as const
  return {...head, ...place, ...(fix ? {fix} : {})}
}

function result(fixes: readonly (readonly MessageEdit[])[]): LintResult {
  return {messages: fixes.map(message), facts: {}, crashes: [], directives: []}
}

/** A linter that replaces the first `from` it finds. */
const replacing = (pairs: readonly (readonly [from: string, to: string])[]) => (text: string) =>
  result(
    pairs.flatMap(([from, to]) => {
      const at = text.indexOf(from)
      return at < 0 ? [] : [[edit(at, at + from.length, to)]]
    })
  )

describe('applyEdits', () => {
  it('applies the edits of a fix together, in any order', () => {
    expect(applyEdits('one two', [[edit(4, 7, '2'), edit(0, 3, '1')]])).toEqual({text: '1 2', applied: 1})
  })

  it('fault 20: of overlapping fixes the first by place wins, whole', () => {
    const fixes = [[edit(4, 9, 'X'), edit(10, 11, '!')], [edit(0, 5, 'Y')]]
    expect(applyEdits('abcdefghi jkl', fixes)).toEqual({text: 'Yfghi jkl', applied: 1})
  })

  it('leaves out the whole fix when one edit of it conflicts', () => {
    const fixes = [[edit(2, 4, '')], [edit(3, 3, 'x'), edit(6, 7, 'y')]]
    expect(applyEdits('abcdefgh', fixes)).toEqual({text: 'abefgh', applied: 1})
  })

  it('leaves out a fix that reaches into a later edit of one before it', () => {
    const fixes = [[edit(0, 1, 'A'), edit(6, 8, 'G')], [edit(2, 7, '')], [edit(3, 6, '-')]]
    expect(applyEdits('abcdefgh', fixes)).toEqual({text: 'Abc-G', applied: 2})
  })

  it('takes two insertions at one offset as a conflict', () => {
    expect(applyEdits('ab', [[edit(1, 1, 'x')], [edit(1, 1, 'y')]])).toEqual({text: 'axb', applied: 1})
  })

  it('takes edits that touch as no conflict', () => {
    const fixes = [[edit(2, 4, 'CD')], [edit(0, 2, 'AB')], [edit(2, 2, '-')]]
    expect(applyEdits('abcd', fixes)).toEqual({text: 'AB-CD', applied: 3})
  })

  it('counts an identical fix of several messages once', () => {
    const fixes = [
      [edit(0, 1, 'A'), edit(2, 3, 'C')],
      [edit(2, 3, 'C'), edit(0, 1, 'A')]
    ]
    expect(applyEdits('abc', fixes)).toEqual({text: 'AbC', applied: 1})
  })

  it('keeps several insertions of one fix at one offset in their order', () => {
    expect(applyEdits('ab', [[edit(1, 1, 'x'), edit(1, 1, 'y')]])).toEqual({text: 'axyb', applied: 1})
  })

  it('puts an insertion before what starts at the same offset, whatever the order', () => {
    const edits = [edit(1, 2, 'X'), edit(1, 1, '-')]
    for (const own of [edits, edits.toReversed()]) {
      expect(applyEdits('abc', [own])).toEqual({text: 'a-Xc', applied: 1})
      expect(
        applyEdits(
          'abc',
          own.map((one) => [one])
        )
      ).toEqual({text: 'a-Xc', applied: 2})
    }
    const fixes = [[edit(0, 1, 'A'), edit(1, 3, 'X')], [edit(1, 1, '-')]]
    expect(applyEdits('abcd', fixes)).toEqual({text: 'A-Xd', applied: 2})
  })

  it('of fixes that start at one offset the shorter wins, whatever the order', () => {
    const fixes = [[edit(1, 3, 'X')], [edit(1, 2, 'Y')]]
    expect(applyEdits('abcd', fixes)).toEqual({text: 'aYcd', applied: 1})
    expect(applyEdits('abcd', fixes.toReversed())).toEqual({text: 'aYcd', applied: 1})
  })

  it.each([
    ['past the end', edit(0, 9, '')],
    ['starting past the end', edit(6, 6, 'x')],
    ['before the start', edit(-1, 1, '')],
    ['ending before the start', edit(-2, -1, 'x')],
    ['backwards', edit(2, 1, '')],
    ['ending between the halves of a character', edit(0, 4, '')],
    ['starting between the halves of a character', edit(4, 5, '')],
    ['between the halves of a character', edit(4, 4, 'x')],
    ['not a number', edit(Number.NaN, 1, '')],
    ['ending at no number', edit(1, Number.NaN, '')],
    ['a fraction', edit(0.5, 1, '')]
  ])('refuses an offset that does not fit: %s', (_name, wrong) => {
    expect(applyEdits('abc😀', [[wrong]])).toEqual({text: 'abc😀', applied: 0})
    expect(applyEdits('abc😀', [[edit(2, 3, 'C'), wrong]])).toEqual({text: 'abc😀', applied: 0})
    expect(applyEdits('abc😀', [[wrong], [edit(0, 1, 'A')]])).toEqual({text: 'Abc😀', applied: 1})
  })

  it('takes the ends of the text and of characters', () => {
    expect(applyEdits('abc😀', [[edit(3, 5, 'x')], [edit(5, 5, '.')], [edit(0, 0, '!')]])).toEqual({
      text: '!abcx.',
      applied: 3
    })
    expect(applyEdits('a\uffffb', [[edit(2, 3, 'c')]])).toEqual({text: 'a\uffffc', applied: 1})
  })

  it('refuses a fix whose own edits overlap, and one that changes nothing', () => {
    expect(applyEdits('abc', [[edit(0, 2, ''), edit(1, 3, '')], [edit(0, 1, 'a')], []])).toEqual({
      text: 'abc',
      applied: 0
    })
  })

  /** Edits that do not overlap: gaps and lengths in turn. */
  const separate = fc
    .tuple(
      fc.string({unit: 'grapheme-ascii', maxLength: 60}),
      fc.array(fc.tuple(fc.nat(5), fc.nat(4), fc.string({maxLength: 4})), {maxLength: 12})
    )
    .map(([text, steps]) => {
      const edits: MessageEdit[] = []
      let at = 0
      for (const [gap, length, replacement] of steps) {
        const start = at + gap + 1
        const end = start + length
        if (end > text.length) break
        if (text.slice(start, end) !== replacement) edits.push(edit(start, end, replacement))
        at = end
      }
      return {text, edits}
    })

  it('gives the text that splicing from the end gives, whatever the order of the fixes', () => {
    fc.assert(
      fc.property(separate, fc.infiniteStream(fc.nat()), ({text, edits}, numbers) => {
        let expected = text
        for (const {start, end, text: replacement} of edits.toReversed()) {
          expected = expected.slice(0, start) + replacement + expected.slice(end)
        }
        const keys = new Map(edits.map((each) => [each, numbers.next().value ?? 0]))
        const shuffled = edits.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
        expect(
          applyEdits(
            text,
            shuffled.map((each) => [each])
          )
        ).toEqual({text: expected, applied: edits.length})
        if (edits.length > 0) expect(applyEdits(text, [shuffled])).toEqual({text: expected, applied: 1})
      })
    )
  })

  const anyFixes = fc.array(
    fc.array(
      fc.record({
        start: fc.integer({min: -2, max: 30}),
        end: fc.integer({min: -2, max: 32}),
        text: fc.string({maxLength: 3})
      }),
      {maxLength: 3}
    ),
    {maxLength: 10}
  )

  it('applies only fixes it was given, and leaves every character outside them as it was', () => {
    // Replacements are private-use characters, so that what is left of the text can be told from what is new.
    fc.assert(
      fc.property(fc.string({unit: 'grapheme-ascii', maxLength: 30}), anyFixes, (text, given) => {
        const fixes = given.map((fix) =>
          fix.map((each) => ({...each, text: '\uE000'.repeat(each.text.length + 1)}))
        )
        const applied = applyEdits(text, fixes)
        const touched = new Set<number>()
        for (const {start, end} of fixes.flat())
          for (let at = Math.max(start, 0); at < end; at++) touched.add(at)
        const kept = applied.text.replaceAll('\uE000', '')
        const outside = [...text].filter((_, at) => !touched.has(at)).join('')
        expect(isSubsequence(outside, kept)).toBe(true)
        expect(isSubsequence(kept, text)).toBe(true)
        expect(applied.applied).toBeLessThanOrEqual(fixes.length)
        if (applied.applied === 0) expect(applied.text).toBe(text)
      })
    )
  })
})

function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const character of whole) if (character === part[at]) at++
  return at === part.length
}

describe('fixText', () => {
  it('does without the fixes of messages that have none', () => {
    const lint = (text: string): LintResult => {
      const {messages, ...rest} = replacing([['a', 'b']])(text)
      return {...rest, messages: [message(), ...messages]}
    }
    expect(fixText('a', lint)).toMatchObject({text: 'b', applied: 1, passes: 1, isLoop: false})
  })

  it('leaves a text without fixes alone', () => {
    const fixed = fixText('plain', () => result([]))
    expect(fixed).toMatchObject({text: 'plain', applied: 0, passes: 0, isLoop: false})
  })

  it('fault 20: applies in the next pass what overlapped in this one', () => {
    const fixed = fixText(
      'aab',
      replacing([
        ['aa', 'x'],
        ['ab', 'y'],
        ['xb', 'z']
      ])
    )
    expect(fixed).toMatchObject({text: 'z', applied: 2, passes: 2, isLoop: false})
    expect(fixed.result.messages).toEqual([])
  })

  it('fault 20: stops after ten passes, with the result of the last text', () => {
    const growing = (text: string): LintResult => result([[edit(text.length, text.length, '.')]])
    const fixed = fixText('a', growing)
    expect(fixed).toMatchObject({text: `a${'.'.repeat(10)}`, applied: 10, passes: 10, isLoop: false})
    expect(fixed.result.messages[0]?.fix).toEqual([edit(11, 11, '.')])
    expect(fixText('a', growing, {maxPasses: 2}).text).toBe('a..')
    expect(fixText('a', growing, {maxPasses: 0})).toMatchObject({text: 'a', applied: 0, passes: 0})
  })

  it('fault 20: a loop goes back to where it was entered and is reported', () => {
    const lint = replacing([
      ['c', 'a'],
      ['a', 'b'],
      ['b', 'a']
    ])
    expect(fixText('a', lint)).toMatchObject({text: 'a', applied: 0, passes: 0, isLoop: true})
    const fixed = fixText('c', lint)
    expect(fixed).toMatchObject({text: 'a', applied: 1, passes: 1, isLoop: true})
    expect(fixed.result).toEqual(lint('a'))
  })

  it('fault 21: ends for any linter, and a second run changes nothing unless passes ran out', () => {
    const rewrites = fc.array(
      fc.tuple(fc.stringMatching(/^[abc]{1,2}$/), fc.stringMatching(/^[abc]{0,2}$/)),
      {maxLength: 5}
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[abc]{0,8}$/), rewrites, (text, pairs) => {
        const lint = replacing(pairs)
        const first = fixText(text, lint)
        expect(first.passes).toBeLessThanOrEqual(10)
        expect(first.result).toEqual(lint(first.text))
        if (first.passes < 10) expect(fixText(first.text, lint).text).toBe(first.text)
      })
    )
  })
})
