import {describe, expect, it} from 'vitest'
import {findAmounts} from '../../rules/conflicting-numbers/numbers.ts'
import {findStatements} from '../../rules/conflicting-numbers/statements.ts'
import {createDocument, type Sentence} from '../../src/document/index.ts'

function sentenceOf(text: string): Sentence {
  const [sentence, ...more] = createDocument(text).sentences
  if (!sentence || more.length > 0) return expect.fail(`no one sentence: ${text}`)
  return sentence
}

describe('the counted things of a sentence', () => {
  it.each([
    ['They see 14 looms and 3 cats.', ['14 looms', '3 cats']],
    ['They see 1,200 looms.', ['1200 looms']],
    ['They see 12,34 looms.', []],
    ['They see 2.5 loaves.', ['2.5 loaves']],
    ['Twelve looms stand here.', ['12 looms']],
    ['They see ninety-nine looms and twenty cats.', ['99 looms', '20 cats']],
    ['They see twenty-one looms and thirty-two cats.', ['21 looms', '32 cats']],
    ['They see two hundred looms.', ['200 looms']],
    ['They see 3 thousand looms and 4 million cats.', ['3000 looms', '4000000 cats']],
    ['They see 2 hundred thousand looms.', ['200000 looms']],
    ['They see 5 billion looms.', ['5000000000 looms']],
    ['They see 2, thousand looms.', []],
    ['They see 4 gas ovens.', ['4 gas ovens']],
    ['They see 4 old gas ovens.', ['4 old gas ovens']],
    ['They see 4 very old gas ovens.', []],
    ['They see 4 glass-blowers here.', ['4 glass-blowers']],
    ['They see 4 people, 5 children and 6 geese.', ['4 people', '5 children', '6 geese']],
    ['They see 4 glass.', []],
    ['They see 4 days and 5 percent.', []],
    ['They see 4 of the looms.', []],
    ['They see 4 old, looms.', []],
    ['They see 4 Old looms.', []],
    ['They see 4 xLooms.', []],
    ['They see $4 looms.', []],
    ['They see № 4 looms.', []],
    ['They see 4% looms.', []],
    ['They see 4-5 looms.', []],
    ['They see 4 – 5 looms.', []],
    ['They see 4 – looms.', []],
    ['They see 4 x looms.', []],
    ['They see 4 °looms.', []],
    ['4) looms are old.', []]
  ])('%s', (text, expected) => {
    expect(findAmounts(sentenceOf(text)).map(({value, noun}) => `${value} ${noun}`)).toEqual(expected)
  })
})

/** What a sentence states, as `number noun: owner (kind, verb)`. */
const statements = (text: string): readonly string[] =>
  findStatements(sentenceOf(text)).map(
    ({amount: {value, noun}, owner: {name, kind}, verb}) =>
      `${value} ${noun}: ${name} (${kind}${verb === undefined ? '' : `, ${verb}`})`
  )

describe('who has how many', () => {
  it.each([
    ['The mill has 14 looms.', '14 looms: mill (noun)'],
    ['This mill has 14 looms.', '14 looms: mill (noun)'],
    ['Harrow Mill owns 14 looms.', '14 looms: harrow mill (name)'],
    ['The Harrow Mill runs 14 looms.', '14 looms: harrow mill (name)'],
    ['Old Harrow Mill Museum runs 14 looms.', '14 looms: old harrow mill museum (name)'],
    ['It has 14 looms.', '14 looms: it (pronoun)'],
    ['They operate 14 looms.', '14 looms: they (pronoun)'],
    ['We keep 14 looms.', '14 looms: we (pronoun)'],
    ['I own 14 looms.', '14 looms: i (pronoun)'],
    ['Its 14 looms are old.', '14 looms: it (pronoun)'],
    ['Their 14 looms are old.', '14 looms: they (pronoun)'],
    ['Our 14 looms are old.', '14 looms: we (pronoun)'],
    ['My 14 looms are old.', '14 looms: i (pronoun)'],
    ["The mill's 14 looms are old.", '14 looms: mill (noun)'],
    ['He knows the mill’s 14 looms.', '14 looms: mill (noun)'],
    ["He knows Acme's 14 looms.", '14 looms: acme (name)'],
    ['The mill is home to 14 looms.', '14 looms: mill (noun)'],
    ['Visitors love the mill, which has 14 looms.', '14 looms: mill (noun)'],
    ['Visitors love Harrow Mill, which has 14 looms.', '14 looms: harrow mill (name)'],
    ['The repair cost 340 crowns.', '340 crowns: repair (noun, cost)'],
    ['The repair costs 340 crowns.', '340 crowns: repair (noun, cost)'],
    ['The hall seats 340 guests.', '340 guests: hall (noun, seat)'],
    ['All 17 looms are old.', '17 looms:  (none)'],
    ['The 17 looms can stay.', '17 looms:  (none)'],
    ['They clean all 17 looms.', '17 looms:  (none)'],
    ['The 17 looms and the boats stay.', '17 looms:  (none)'],
    ['The 17 looms have dust.', '17 looms:  (none)'],
    ['The 17 looms were old.', '17 looms:  (none)'],
    ['All 17 looms of the mill are old.', '17 looms: mill (noun)'],
    ['All 17 looms of Harrow Mill are old.', '17 looms: harrow mill (name)'],
    ['All 17 looms at the mill are old.', '17 looms: mill (noun)'],
    ['There are 17 looms in the mill.', '17 looms: mill (noun)'],
    ['There were 17 looms at this mill.', '17 looms: mill (noun)'],
    ['There are 17 looms in the mill, and they are old.', '17 looms: mill (noun)'],
    ['There are 17 looms in Harrow Mill, Lund.', '17 looms: harrow mill (name)'],
    ['There are 17 looms in the Harrow Mill Museum of Lund.', '17 looms: harrow mill museum (name)']
  ])('%s', (text, expected) => {
    expect(statements(text)).toEqual([expected])
  })

  it.each([
    'The mill had 14 looms.',
    'In Lund the mill has 14 looms.',
    'Some say Harrow Mill has 14 looms.',
    'A mill has 14 looms.',
    'Here it has 14 looms.',
    'The mill, has 14 looms.',
    'The mill has: 14 looms.',
    'Has 14 looms.',
    "That's 14 looms.",
    "The mill's: 14 looms are old.",
    "The mills' 14 looms are old.",
    "A mill's 14 looms are old.",
    'There are 17 looms of the mill.',
    'There are 17 looms.',
    'There are 17 looms in a mill.',
    'There are 17 looms in the mill yard.',
    'There are 17 looms, in the mill.',
    'Here are 17 looms in the mill.',
    'These 17 looms are old.',
    'The mill now has 14 looms.',
    'The mill would keep its 14 looms.',
    'The mill used to say it has 14 looms.',
    'The mill has 14 looms, as in 1890.',
    'The mill has 14 looms in the 1990s.',
    'The mill has 14 looms “of gold”.',
    'The mill has 14 looms in May and in june.',
    'The mill has about 14 looms.',
    'The mill has 14 more looms.',
    'The mill has 14 looms per hall.'
  ])('is not told: %s', (text) => {
    expect(statements(text)).toEqual([])
  })

  it.each([
    ['The mill has 14 looms, about which he talks.', ['14 looms: mill (noun)']],
    ['Some of it (more or less), the mill has 14 looms.', []],
    ['Its 14 looms, more or less, are old.', ['14 looms: it (pronoun)']],
    ['Others nod; its 14 looms are old.', ['14 looms: it (pronoun)']],
    ['Its 14 looms and their 3 cats are old.', ['14 looms: it (pronoun)', '3 cats: they (pronoun)']]
  ])('is unsure by the words of its clause only: %s', (text, expected) => {
    expect(statements(text)).toEqual(expected)
  })
})
