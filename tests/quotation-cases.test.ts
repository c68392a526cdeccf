import {describe, expect, it} from 'vitest'
import {judgeQuotation} from '../src/sources/judging/judge-quotation.ts'
import type {Page, Verdict} from '../src/sources/model.ts'

/** A quotation, the verdict, and the sentence of the article where it matters. */
type Case = readonly [quotation: string, verdict: Verdict, statement?: string]

/** Everyday pages, with what articles make of them. */
const pages: Readonly<Record<string, {readonly page: Page; readonly cases: readonly Case[]}>> = {
  'an inquiry into a ferry': {
    page: {
      title: 'Ferry inquiry finds no sign of sabotage',
      blocks: [
        'Ferry inquiry finds no sign of sabotage',
        'The inquiry into the loss of the Marigold found no sign of sabotage on the car deck, its chair said on Friday.',
        '“The bow door was not closed when the ship left the harbour,” Judge Orla Keene told reporters. “Nobody on the bridge had any way to see it.”',
        'She said the crew had asked for an indicator lamp three times in twenty-four months and had never had an answer from the owners.',
        'The owners did not accept the finding that training was poor. They have since spent $2.4 million on lamps and cameras.'
      ]
    },
    cases: [
      ['The bow door was not closed when the ship left the harbour', 'supported'],
      ['The bow door was closed when the ship left the harbour', 'contradicted'],
      ['bow door was closed when', 'contradicted'],
      ['the crew had asked for an indicator lamp 3 times in 24 months', 'supported'],
      ['the crew had asked for an indicator lamp three times in 42 months', 'contradicted'],
      ['had had an answer from the owners', 'contradicted'],
      ['never had an answer from the owners', 'supported'],
      ['spent $2.4m on lamps and cameras', 'supported'],
      ['spent $2.4 million on lamps & cameras', 'supported'],
      ['spent $4.2 million on new lamps and cameras', 'absent'],
      ['owners accept the finding that training was poor', 'contradicted'],
      ['The owners do not accept the finding that training was poor', 'contradicted'],
      ['Nobody on the bridge had any way to see it', 'supported'],
      ['The harbour was not closed when the ship left the bow door', 'absent'],
      ['The ship was not closed when the bow door left the harbour', 'absent'],
      ['Nobody on the bridge had any way to hear it', 'contradicted'],
      [
        'sign of sabotage on the car deck',
        'contradicted',
        'The inquiry found “sign of sabotage on the car deck”.'
      ],
      [
        'sign of sabotage on the car deck',
        'supported',
        'The inquiry found no “sign of sabotage on the car deck”.'
      ],
      [
        'sign of sabotage on the car deck',
        'supported',
        'The inquiry had been looking for a “sign of sabotage on the car deck”.'
      ],
      ['not closed when the ship left the harbour', 'supported'],
      ['We asked the owners for lamps and they laughed at us', 'absent'],
      ['The bow door was not closed … Nobody on the bridge had any way to see it', 'supported'],
      ['[Nobody] had any way to see it', 'supported'],
      ['Nobody [there] had any way to see it', 'supported'],
      ['Nobody [there] had any chance to see it', 'absent']
    ]
  },
  'two sentences that are much alike': {
    page: {
      blocks: [
        'In spring the cooperative sold its cheese to eleven shops in the old town and to the school.',
        'In autumn the cooperative sold its cheese to nineteen shops in the new town and to the hospital.',
        '“Our goats are healthier than they were a year ago,” said the vet.',
        '“Our goats are hungrier than they were a month ago,” said the herdsman.'
      ]
    },
    cases: [
      ['sold its cheese to eleven shops in the old town and to the school', 'supported'],
      ['sold its cheese to 19 shops in the new town and to the hospital', 'supported'],
      ['the cooperative sold its cheese to twelve shops in the old town', 'absent'],
      ['In summer the cooperative sold its cheese to some shops in the town', 'absent'],
      ['Our goats are healthier than they were a year ago', 'supported'],
      ['Our goats are happier than they were a decade ago', 'absent'],
      ['Our goats are healthier … than they were a month ago', 'supported']
    ]
  },
  'a headline and the speech below it': {
    page: {
      title: '‘We will rebuild the pier by summer’, council vows',
      blocks: [
        '‘We will rebuild the pier by summer’, council vows',
        '“We will rebuild the pier, and we will do so by next summer,” the leader of the council, Tom Ashe, said.',
        'Asked about money, he said that the council “would not be borrowing a single penny” for it.',
        'Traders, he added, had been “patient beyond anything we had a right to expect”.',
        'A petition with 3,000 names says the pier is “the heart & soul of the town”.'
      ]
    },
    cases: [
      ['We will rebuild the pier by summer', 'supported'],
      ['We will rebuild the pier, and we will do so by next summer', 'supported'],
      ['We will rebuild the pier, and we will do so by next winter', 'contradicted'],
      ['would not be borrowing a single penny', 'supported'],
      ['would be borrowing a single penny', 'contradicted'],
      ['We will do so, and we will rebuild the pier by next summer', 'absent'],
      ['[will] not be borrowing a single penny', 'supported'],
      ['not be borrow[ing] a single penny', 'supported'],
      ['patient beyond anything we had a right to expect', 'supported'],
      ['patient beyond anything [the council] had a right to expect', 'supported'],
      ['the heart and soul of the town', 'supported'],
      ['says the pier is the heart & soul of the town', 'supported'],
      ['A petition with three thousand names', 'supported'],
      ['A petition with thirty thousand names', 'absent'],
      ['Traders had been patient beyond anything we had a right to expect', 'contradicted'],
      ['Wir werden die Seebrücke bis zum Sommer wieder aufbauen', 'absent']
    ]
  },
  'a speech about a school': {
    page: {
      blocks: [
        'A school is more than its walls',
        '“I started here in nineteen ninety-five with a hundred and twenty pupils and a leaking roof,” Mrs Adeyemi told the assembly.',
        '“Everyone on this street was ready to let that old school go,” recalls the caretaker.',
        '“It is the best present anyone has given us in thirty years,” she said, “and the first one that did not need a plug.”',
        'About 12.5 per cent of the pupils come from the twenty-first district, up from a tenth a decade ago.',
        'Nothing, she said, could have been done without the parents of the older children.'
      ]
    },
    cases: [
      ['I started here in 1995 with 120 pupils and a leaking roof', 'supported'],
      ['I started here in nineteen ninety-five with 120 pupils and a leaking roof', 'supported'],
      ['I started here in 1959 with 120 pupils and a leaking roof', 'contradicted'],
      ['the best present anyone has given us in 30 years', 'supported'],
      ['the best present anyone has given us in 13 years', 'contradicted'],
      ['the best present anyone has given us in thirty years', 'supported'],
      ['the first one that did not need a plug', 'supported'],
      ['the first one that needed no plug', 'absent'],
      ['in thirty pupils and a leaking roof with years', 'absent'],
      ['I started here with a leaking roof and a hundred and twenty pupils in 1995', 'absent'],
      ['It is the first present anyone has given us in thirty years', 'contradicted'],
      ['in thirty years and the first one that did not need a plug', 'supported'],
      ['Everyone on this street was ready to let that old school go', 'supported'],
      ['Everyone in this street was ready to let that old church fall', 'contradicted'],
      ['12.5% of the pupils come from the 21st district', 'supported'],
      ['12.5 percent of the pupils come from the 22nd district', 'contradicted'],
      ['could have been done with the parents of the older children', 'contradicted'],
      ['could have been done without the parents of the older children', 'supported'],
      ['up from a tenth a decade ago', 'supported']
    ]
  },
  'a pattern that is filled again and again': {
    page: {
      blocks: [
        'The bridge at Alder was built in 1904 by the masons of the valley and is still in use.',
        '“The bridge at Birch was built in 1911 by the masons of the valley and is still in use,” the sign says.',
        'The bridge at Cedar was built in 1923 by the masons of the coast and is not in use.'
      ]
    },
    cases: [
      ['The bridge at Birch was built in 1911 by the masons of the valley', 'supported'],
      ['The bridge at Maple was built in 1930 by the masons of the coast', 'absent'],
      ['The bridge at Maple was built in 1930 by the masons of the valley and is still in use', 'absent'],
      ['The bridge at Cedar was built in 1923 by the masons of the coast and is in use', 'contradicted']
    ]
  },
  'a report that denies in other words': {
    page: {
      blocks: [
        'The auditors did not find evidence of double payments in any of the forty accounts.',
        'They found evidence of late payments at every branch of the bank.',
        'The bank is not only late with its accounts but careless with those of others.',
        'Whether or not the bank had warned its older customers in time was left open.',
        '“No, the branch in the market square stays open,” the manager said.',
        'No fewer than nine clerks had left before the audit began.',
        'For a year they looked for traces of forged signatures, and there were none.',
        'The auditors asked for proof of missing cash boxes.'
      ]
    },
    cases: [
      ['no evidence of double payments', 'absent'],
      ['evidence of double payments', 'supported'],
      ['no traces of forged signatures', 'absent'],
      ['no proof of missing cash boxes', 'absent'],
      ['no evidence of late payments', 'contradicted'],
      ['no evidence of late payments at every branch', 'contradicted'],
      [
        'late with its accounts but careless with those of others',
        'supported',
        'She called it “late with its accounts but careless with those of others”.'
      ],
      [
        'the bank had warned its older customers in time',
        'supported',
        'It found “the bank had warned its older customers in time”.'
      ],
      [
        'the branch in the market square stays open',
        'supported',
        'He confirmed “the branch in the market square stays open”.'
      ],
      [
        'fewer than nine clerks had left before the audit',
        'contradicted',
        'It shows “fewer than nine clerks had left before the audit”.'
      ],
      ['No fewer than 9 clerks had left before the audit began', 'supported'],
      ['the auditors have found evidence of many crimes', 'absent']
    ]
  }
}

describe.each(Object.entries(pages))('%s', (_, {page, cases}) => {
  const rows = cases.map(([quotation, verdict, statement = '']) => ({quotation, verdict, statement}))
  it.each(rows)('$quotation: $verdict $statement', ({quotation, verdict, statement}) => {
    const found = judgeQuotation(quotation, page, statement)
    expect({verdict: found.verdict, closest: found.closest}).toMatchObject({verdict})
    if (verdict === 'contradicted') expect(found.passage).toContain(found.closest)
  })
})

describe('what the page says in the place of a changed quotation', () => {
  it.each([
    [
      'The bow door was closed when the ship left the harbour',
      'The bow door was not closed when the ship left the harbour',
      'an inquiry into a ferry'
    ],
    ['no evidence of late payments', 'evidence of late payments', 'a report that denies in other words'],
    [
      'Everyone in this street was ready to let that old church fall',
      'Everyone on this street was ready to let that old school go',
      'a speech about a school'
    ]
  ] as const)('%s', (quotation, closest, name) => {
    expect(judgeQuotation(quotation, pages[name]?.page as Page).closest).toBe(closest)
  })

  it('begins with the denial that the quotation left before its marks', () => {
    const {page} = pages['an inquiry into a ferry'] as {page: Page}
    const words = 'sign of sabotage on the car deck'
    expect(judgeQuotation(words, page, `The inquiry found “${words}”.`).closest).toBe(`no ${words}`)
  })
})
