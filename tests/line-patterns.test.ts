import {describe, expect, it} from 'vitest'
import {createLineCheck, endingsOf, openingsOf} from '../src/document/page/line-patterns.ts'

describe('what a line has to open with', () => {
  it.each([
    [/^powered by (?:ghost|wix)\b/, ['pow']],
    [/^(?:posted|filed|sign[ -]up) (?:on|in)/, ['pos', 'fil', 'sig']],
    [/^(?:is|was) this[)|]?/, ['is ', 'was']],
    [/^(?:by (?:a|b)|in \|) c/, ['by ', 'in ']],
    [/^\d[\d,]{0,3} votes/, ['0']],
    [/^(?:\d{1,3}|two) votes/, ['0', 'two']],
    [/^(?:©|\(c\)|copyright ©?) \d/, ['©', '(', 'cop']],
    [/^\[file\]/, ['[']],
    [/^[★☆]{1,3} \d/, ['★', '☆']],
    [/^(?:[←«] ?back|next ?→)/, ['←', '«', 'nex']]
  ])('of %s', (expression, openings) => {
    expect([...(openingsOf(expression.source) ?? [])]).toEqual(openings)
  })

  it.each([
    /by clicking/,
    /^\d? votes/,
    /^\d{0,2}votes/,
    /^(?:the )?post/,
    /^(?:a|the) post|^share/,
    /^(?:the|\W) post/,
    /^(?:the|(?:a|b)) post/,
    /^ann?/,
    /^e-?mail/,
    /^[^.]{2,30}/,
    /^[abc]de/,
    /^[★☆]?\d/,
    /^[★☆]{0,2}\d/,
    /^\(?post/,
    /^©? post/,
    /^(?:the|[^.]) post/
  ])('is not told of %s', (expression) => {
    expect(openingsOf(expression.source)).toBeUndefined()
  })
})

describe('what a line has to end with', () => {
  it.each([
    [/ \(opens (?:here|there)\)$/, [')']],
    [/^[^.]{3,9} page \d{1,3}$/, ['0']],
    [/^[^.]{3,9} ?[»→]$/, ['»', '→']]
  ])('of %s', (expression, endings) => {
    expect([...(endingsOf(expression.source) ?? [])]).toEqual(endings)
  })

  it.each([/\)/, /(?:a|b)$/, /(?:a|\))$/, /\)?$/, /\)$|b/, /\d{0,3}$/, /\d$/, /[^»]$/, /[»→]?$/, /(?:\\)$/])(
    'is not told of %s',
    (expression) => {
      expect(endingsOf(expression.source)).toBeUndefined()
    }
  )
})

it('finds what the expressions find, in either case', () => {
  const isNotice = createLineCheck([
    /^share this$/i,
    /^(?:sign up|join) now$/i,
    /\d votes$/,
    /^\d likes/i,
    /^\[file\]/i,
    /^[^.]{2,9} \(pdf\)$/i,
    /^[^.]{2,9} of \d{1,3}$/i
  ])
  const lines = ['Share this', 'SIGN UP now', 'join now', '4 votes', 'Share 4 votes', '3 Likes', '[File] of']
  for (const line of [...lines, 'Prices (PDF)', 'page 1 of 12']) expect(isNotice(line)).toBe(true)
  for (const line of ['', 'Sh', 'Share that', 'now join']) expect(isNotice(line)).toBe(false)
})
