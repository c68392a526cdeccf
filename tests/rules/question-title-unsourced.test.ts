import {describe, expect, it} from 'vitest'
import rule from '../../rules/question-title-unsourced/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  return lintRule(rule, text, given).map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const claims = `Parcelo serves millions of shoppers every week. The company operates three depots near Utrecht.

Parcelo employs 4,200 people in twelve countries. It is the largest carrier in the Netherlands.
`
const ask = (title: string): string[] => lint(`# ${title}\n\n${claims}`).map(([, at]) => at)

describe('question-title-unsourced', () => {
  it.each([
    ['Does Parcelo Use Redis?', 'Does Parcelo Use Redis?'],
    ['Is Parcelo Safe? Depots, Locks and Vans', 'Is Parcelo Safe?'],
    ['Parcels and Post: Can Dogs Ride With Parcelo?', 'Can Dogs Ride With Parcelo?'],
    ['Parcelo Under Review – Isn’t It Too Slow?', 'Isn’t It Too Slow?'],
    ['Is It Legal to Return an Opened Parcel?', 'Is It Legal to Return an Opened Parcel?'],
    ['Do You Need a Passport for Parcelo?', 'Do You Need a Passport for Parcelo?']
  ])('reports %s', (title, at) => {
    expect(lint(`# ${title}\n\n${claims}`)).toEqual([['unsourced', at]])
  })

  it.each([
    'Why Does Parcelo Use Redis?',
    'What Parcelo Is',
    'Should Parcelo Use Redis?',
    'Are You Ready for Parcelo?',
    'Did We Win the Parcelo Contract?',
    'Is Your Parcel Late?',
    'Is This the End?',
    'Parcelo Does What It Does'
  ])('leaves alone: %s', (title) => {
    expect(ask(title)).toEqual([])
  })

  it.each([
    ['a link', 'Ask [the firm](https://a.org).'],
    ['a footnote', 'It does.[^1]\n\n[^1]: Report of 2021.'],
    ['a named source', 'According to Reuters, it does.'],
    ['a list of sources', '## Sources\n\n- Report of 2021.']
  ])('is silent with %s', (_name, source) => {
    expect(lint(`# Does Parcelo Use Redis?\n\n${claims}\n${source}\n`)).toEqual([])
  })

  it('is silent where little is claimed', () => {
    expect(lint('# Is It Spring Yet?\n\nThe ice on the pond is thin.\n')).toEqual([])
    expect(lint(`# Is Parcelo Safe?\n\n${claims}`, {minClaims: 20})).toEqual([])
    expect(lint(`# Is Parcelo Safe?\n\n${claims}`, {minConfidence: 1})).toEqual([])
  })

  it('asks for more in plain text, but not in a page that was copied with its debris', () => {
    const plain = `Does Parcelo Use Redis?\n\n${claims}`
    expect(lint(plain)).toEqual([])
    expect(lint(plain, {minClaims: 0})).toEqual([['unsourced', 'Does Parcelo Use Redis?']])
    const scraped = `News\n\nDoes Parcelo Use Redis?\n\nBy Ann Lee 42 Views\ndoes parcelo use redis\n\n${claims}`
    expect(lint(scraped)).toEqual([['unsourced', 'Does Parcelo Use Redis?']])
  })
})
