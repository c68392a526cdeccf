import {describe, expect, it} from 'vitest'
import {createLineCheck, openingsOf} from '../src/document/page/line-patterns.ts'

describe('what a line has to open with', () => {
  it.each([
    [/^powered by (?:ghost|wix)\b/, ['pow']],
    [/^(?:posted|filed|sign[ -]up) (?:on|in)/, ['pos', 'fil', 'sig']],
    [/^(?:is|was) this[)|]?/, ['is ', 'was']],
    [/^(?:by (?:a|b)|in \|) c/, ['by ', 'in ']],
    [/^\d[\d,]{0,3} votes/, ['0']],
    [/^(?:\d{1,3}|two) votes/, ['0', 'two']]
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
    /^e-?mail/
  ])('is not told of %s', (expression) => {
    expect(openingsOf(expression.source)).toBeUndefined()
  })
})

it('finds what the expressions find, in either case', () => {
  const isNotice = createLineCheck([/^share this$/i, /^(?:sign up|join) now$/i, /\d votes$/, /^\d likes/i])
  for (const line of ['Share this', 'SIGN UP now', 'join now', '4 votes', 'Share 4 votes', '3 Likes'])
    expect(isNotice(line)).toBe(true)
  for (const line of ['', 'Sh', 'Share that', 'now join']) expect(isNotice(line)).toBe(false)
})
