import {applyPatch} from 'diff'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {unifiedDiff} from '../src/engine/diff.ts'

describe('unifiedDiff', () => {
  it('is empty when nothing changed', () => {
    expect(unifiedDiff('a.md', 'same\n', 'same\n')).toBe('')
  })

  it('names both sides and shows three lines around a change', () => {
    const before = '1\n2\n3\n4\n5\n6\n7\n8\n9\n'
    expect(unifiedDiff('docs/a.md', before, before.replace('5', 'five')).split('\n')).toEqual([
      '--- a/docs/a.md',
      '+++ b/docs/a.md',
      '@@ -2,7 +2,7 @@',
      ' 2',
      ' 3',
      ' 4',
      '-5',
      '+five',
      ' 6',
      ' 7',
      ' 8',
      ''
    ])
  })

  it.each([
    ['./a.md', 'a.md'],
    ['/abs/a.md', 'abs/a.md'],
    ['dir\\a.md', 'dir/a.md'],
    ['../up/a.md', '../up/a.md']
  ])('writes %s as a path below a/ and b/', (path, name) => {
    expect(unifiedDiff(path, 'x\n', 'y\n').split('\n').slice(0, 2)).toEqual([
      `--- a/${name}`,
      `+++ b/${name}`
    ])
  })

  it('quotes a name with a line break, so that it stays one line', () => {
    expect(unifiedDiff('a\n+++ b.md', 'x\n', 'y\n').split('\n')[0]).toBe('--- "a/a\\n+++ b.md"')
  })

  it('ends a name with blanks with a tab, as git does', () => {
    expect(unifiedDiff('my a.md', 'x\n', 'y\n').split('\n').slice(0, 2)).toEqual([
      '--- a/my a.md\t',
      '+++ b/my a.md\t'
    ])
  })

  it('marks the side that has no newline at its end', () => {
    const mark = '\\ No newline at end of file'
    expect(unifiedDiff('a', 'x', 'x\n').split('\n').slice(3)).toEqual(['-x', mark, '+x', ''])
    expect(unifiedDiff('a', 'x\n', 'x').split('\n').slice(3)).toEqual(['-x', '+x', mark, ''])
  })

  it('passes control characters, carriage returns and line separators as they are', () => {
    const before = 'a\u001B[31m\r\nb\rc\u2028d\r\n'
    const lines = unifiedDiff('a', before, before.replace('d', 'e')).split('\n')
    expect(lines.slice(3)).toEqual([' a\u001B[31m\r', '-b\rc\u2028d\r', '+b\rc\u2028e\r', ''])
  })

  const text = fc
    .array(fc.constantFrom('a', 'b', '', 'c\r', '- d'), {maxLength: 12})
    .map((lines) => lines.join('\n'))

  it('gives the new text when it is applied to the old one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = unifiedDiff('a.md', before, after)
        if (before !== after) expect(applyPatch(before, patch)).toBe(after)
      })
    )
  })

  it('gives up on the shortest diff of texts that have nothing in common, in time', () => {
    const lines = (mark: string): string =>
      Array.from({length: 20_000}, (_, index) => mark + index).join('\n')
    const started = performance.now()
    for (const [before, after] of [
      [lines('x'), `${lines('y')}\n`],
      ['', lines('y')],
      [lines('x'), '']
    ] as const) {
      expect(applyPatch(before, unifiedDiff('a.md', before, after))).toBe(after)
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
