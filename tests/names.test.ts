import {describe, expect, it} from 'vitest'
import {isElsewhere} from '../src/sources/judging/elsewhere.ts'
import {judgeStatement} from '../src/sources/judging/judge.ts'
import type {Page, Statement} from '../src/sources/model.ts'
import {findNames} from '../src/sources/statements/names.ts'

describe('findNames', () => {
  it.each([
    ['In Leipzig the bakery Brotfix sold bread to Ada Brandt.', ['Leipzig', 'Brotfix', 'Ada Brandt']],
    [
      'The bread was sold by the World Health Organization and the Bank of England.',
      ['World Health Organization', 'Bank of England']
    ],
    ['The model GPT-4 and an iPhone were used by NASA.', ['GPT-4', 'iPhone', 'NASA']],
    ['Ada Brandt has run the mill for years.', ['Ada Brandt']],
    ['The Lauter Society runs the mill.', ['Lauter Society']],
    ['As Juana de la Cruz wrote, the mill stands still.', ['Juana de la Cruz']],
    ['BASF sells flour.', ['BASF']],
    ['Bakers say that the flour of Brandt’s mill is best.', ['Brandt']],
    ['On Monday in March the French and the German bakers met.', []],
    ['Most bakers I know use rye, OK?', []],
    ['He said: “Nobody knows the mill of Sulzbach.”', ['Sulzbach']],
    ['The mill of Thomas M. Cooley burned.', ['Thomas M. Cooley']],
    ['Ten Reasons Why Your Bread Is Flat and Heavy', []],
    ['nothing here has a capital', []],
    ['', []]
  ])('%s', (text, expected) => {
    expect(findNames(text)).toEqual(expected)
  })

  it('takes a first word that is a name elsewhere', () => {
    expect(findNames('Brotfix sold more bread.')).toEqual([])
    expect(findNames('Brotfix sold more bread.', new Set(['brotfix']))).toEqual(['Brotfix'])
  })
})

const insurance: Page = {
  title: 'How car insurance is priced',
  blocks: [
    'How car insurance is priced',
    'Insurers look at the age of the driver, the region, the kind of car and the miles that it is driven. Young drivers pay more than old ones, because they have more accidents with worse injuries.',
    'A garage lowers the premium, and so does a year without accidents. The excess is what you pay yourself when something happens; the higher it is, the lower the premium. Whoever parks on the street in a large town pays for broken mirrors and scratched doors.',
    'Premiums rose by nine percent last year, since spare parts and the hours of mechanics have become dearer. Comparing offers in November, when most contracts end, saves more than anything else. Read the small print about rental cars abroad, animals on the road and hail before you sign.',
    'The Automobile Workers Fund, founded in Malmö, pays its members when a claim is refused.'
  ]
}

function statement(text: string, names = findNames(text), more: Partial<Statement> = {}): Statement {
  return {text, names, figures: [], quotations: [], ...more}
}

describe('isElsewhere', () => {
  it.each([
    'The bakery Brotfix of Leipzig bought its flour from the mill at Sulzbach.',
    'Sourdough starters from Brotfix ferment wholemeal rye dough overnight.',
    'At NASA the astronaut Ada Brandt baked bread in orbit.'
  ])('is true: %s', (text) => {
    expect(isElsewhere(statement(text), insurance)).toBe(true)
  })

  it.each([
    ['a name stands there', 'In Malmö the bakery Brotfix sold sourdough bread.'],
    ['without its marks', 'In Malmo the bakery Brotfix sold sourdough bread.'],
    ['as an acronym', 'The bakers of the AWF and of Brotfix fermented sourdough.'],
    ['joined', 'The Auto-Mobile of Brotfix fermented sourdough.'],
    ['one word of it', 'The bakers of the Malmö Sourdough Union and Brotfix ferment rye.'],
    ['its words do', 'In Leipzig Brotfix compared insurance premiums of drivers with accidents.'],
    ['it has no names', 'Sourdough starters ferment wholemeal dough overnight in a wooden trough.'],
    ['it has one name and few words', 'In the year of Brotfix more were made.'],
    [
      'its names are those of many things',
      'The Department and the Policy of the Office ferment sourdough starters.'
    ]
  ])('is false where %s', (_, text) => {
    expect(isElsewhere(statement(text), insurance)).toBe(false)
  })

  it('finds an expansion by its acronym', () => {
    const page = {blocks: [...insurance.blocks, 'The WHO says so.']}
    const text = 'In Geneva the World Health Organization fermented wholemeal sourdough.'
    expect(isElsewhere(statement(text), insurance)).toBe(true)
    expect(isElsewhere(statement(text), page)).toBe(false)
  })

  it('is false where a figure stands there, or the page is short', () => {
    const text = 'The bakery Brotfix of Leipzig bought its flour from the mill at Sulzbach.'
    const found = {text: 'nine', verdict: 'supported'} as const
    expect(isElsewhere(statement(text), insurance, [found])).toBe(false)
    expect(isElsewhere(statement(text), insurance, [{...found, verdict: 'absent'}])).toBe(true)
    expect(isElsewhere(statement(text), {blocks: insurance.blocks.slice(0, 2)})).toBe(false)
  })
})

const german: Page = {
  blocks: [
    'Die Mühle in Sulzbach wird seit 2009 von Ada Brandt geführt, und sie hat in einer Nacht alles verloren, was sie besaß. Das Feuer war so groß, dass man es noch am anderen Ufer sehen konnte.',
    'Die Bauern aus dem Tal haben nun keinen Ort mehr, zu dem sie ihr Korn bringen können, und sie hoffen, dass die Mühle bald wieder steht. Ein Teil des Geldes ist schon da, aber es wird nicht für alles reichen, was gebaut werden muss. „Wir haben den Ofen und das Mehl verloren“, sagte sie.',
    'Der Rat der Stadt will im Herbst darüber sprechen, ob er einen Teil der Kosten trägt, wenn die Bauern den Rest geben und bei der Arbeit helfen. Bis dahin backt man im Ort mit dem Mehl, das aus der Stadt kommt und teurer ist als das eigene.'
  ]
}

describe('judgeStatement', () => {
  const text = 'The bakery Brotfix of Leipzig wrote “we lost the oven and all of the flour” in Hanover.'
  const quoting = statement(text, ['Brotfix', 'Leipzig', 'Hanover'], {
    quotations: [{text: 'we lost the oven and all of the flour'}]
  })

  it('joins what was found', () => {
    expect(judgeStatement(quoting, insurance)).toEqual({
      text,
      figures: [],
      quotations: [{text: 'we lost the oven and all of the flour', verdict: 'absent'}],
      isElsewhere: true
    })
  })

  it('says only what is there of a page that shows little, or is in another language', () => {
    for (const page of [{...insurance, isThin: true}, {...insurance, isEmpty: 'not-found'} as const, german])
      expect(judgeStatement(quoting, page)).toEqual({text, figures: [], quotations: []})
    const counted = statement('The mill at Sulzbach was opened in 2009 with 48 stones by Ada Brandt.', [], {
      figures: [{text: '2009'}, {text: '48 stones'}]
    })
    expect(judgeStatement(counted, german).figures).toMatchObject([{text: '2009', verdict: 'supported'}])
    const known = statement(text, [], {quotations: [{text: 'Wir haben den Ofen und das Mehl verloren'}]})
    expect(judgeStatement(known, german).quotations).toMatchObject([{verdict: 'supported'}])
  })
})
