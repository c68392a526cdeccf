import fc from 'fast-check'
import ignore from 'ignore'
import {describe, expect, it} from 'vitest'
import {createGlobList} from '../src/config/glob-match.ts'

const part = fc.constantFrom(
  ...['a', 'b', 'ab', 'A', '.x', '*', '**', '***', '?', '[ab]', '[!a]', '[a-c]', 'a*', '*b', '*a*b', '\\a'],
  ...[
    '\\*',
    '[',
    'a ',
    '[]a]',
    '[[:alpha:]]',
    '{a,b}',
    'a.md',
    '*.md',
    'é',
    '!',
    '#',
    'a**b',
    '[b-a]',
    '[A-B]'
  ],
  ...['\\ ', '+(a)', '[a\\]]', '[[:no:]]', '[[:a]', '[^b]*']
)
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '/'),
    fc.array(
      fc.oneof(
        {weight: 4, arbitrary: part},
        {weight: 1, arbitrary: fc.tuple(part, part).map((two) => two.join(''))}
      ),
      {
        minLength: 1,
        maxLength: 5
      }
    ),
    fc.constantFrom('', '', '', '/')
  )
  .map(([start, parts, end]) => start + parts.join('/') + end)
const file = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        ...[
          'a',
          'b',
          'ab',
          'A',
          '.x',
          'aab',
          'a.md',
          'b.md',
          'c',
          'é',
          '*',
          'aXb',
          'a b',
          '!',
          '#',
          ']',
          '[',
          'a '
        ]
      ),
      {minLength: 1, maxLength: 5}
    ),
    fc.boolean()
  )
  .map(([parts, isFolder]) => parts.join('/') + (isFolder ? '/' : ''))

describe('globs', () => {
  it('hold out what the package `ignore` holds out', () => {
    fc.assert(
      fc.property(
        fc.array(line, {minLength: 1, maxLength: 4}),
        fc.array(file),
        fc.boolean(),
        (lines, files, isFolded) => {
          const peer = ignore({ignorecase: isFolded}).add(lines)
          const own = createGlobList(lines, isFolded)
          for (const path of files) {
            const {ignored, unignored, rule} = peer.test(path)
            const {pattern, ...verdict} = own.test(path)
            expect({...verdict, pattern}, path).toEqual({ignored, unignored, pattern: rule?.pattern})
          }
        }
      ),
      {numRuns: Number(process.env.RUNS ?? 3000)}
    )
  })
})
