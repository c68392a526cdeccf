import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {editsBetween} from '../src/engine/edits.ts'
import {applyEdits} from '../src/lint/fix.ts'

describe('edits between two texts', () => {
  it.each([
    ['same', 'same', []],
    ['', '', []],
    ['', 'a', [{start: 0, end: 0, text: 'a'}]],
    ['a', '', [{start: 0, end: 1, text: ''}]],
    ['a\nb\nc\n', 'b\nc\n', [{start: 0, end: 2, text: ''}]],
    ['a\nb\nc', 'a\nb\nd', [{start: 4, end: 5, text: 'd'}]],
    ['one\ntwo\n\nthree\n', 'one\n\nthree\n', [{start: 4, end: 8, text: ''}]],
    ['one\r\ntwo\r\n', 'one\r\nsix\r\n', [{start: 5, end: 10, text: 'six\r\n'}]],
    [
      'a\nb\nc\nd\n',
      'a\nB\nc\nd\ne',
      [
        {start: 2, end: 4, text: 'B\n'},
        {start: 8, end: 8, text: 'e'}
      ]
    ],
    [
      'a\nb\nc\nd\ne\n',
      'b\nnew\nc\ne\n',
      [
        {start: 0, end: 2, text: ''},
        {start: 4, end: 4, text: 'new\n'},
        {start: 6, end: 8, text: ''}
      ]
    ]
  ])('are whole lines, with what stays between them: %j, %j', (before, after, edits) => {
    expect(editsBetween(before, after)).toEqual(edits)
  })

  it('always make the second of the first', () => {
    const text = fc
      .array(fc.constantFrom('a\n', 'b\r\n', '\n', '🎉 x\n', 'c', '\r'))
      .map((lines) => lines.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, [editsBetween(before, after)]).text).toBe(after)
      })
    )
  })

  it('give up on finding the least where too much changed', () => {
    const lines = (name: string): string =>
      `${Array.from({length: 1500}, (_, i) => `${name} ${i}\n`).join('')}same\n`
    const [before, after] = [lines('a'), lines('b')]
    expect(editsBetween(before, after)).toEqual([{start: 0, end: before.length, text: after}])
  })
})
