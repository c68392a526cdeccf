import {describe, expect, it} from 'vitest'
import rule from '../../rules/conflicting-numbers/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

function lint(text: string): [at: string, earlier: string | undefined][] {
  const messages = lintRule(rule, text)
  expect(messages.every(({messageId}) => messageId === 'conflict')).toBe(true)
  return messages.map(({start, end, related}) => [
    text.slice(start, end),
    related?.[0] && text.slice(related[0].start, related[0].end)
  ])
}

describe('conflicting-numbers', () => {
  it.each([
    ['its', 'The bakery has 4 ovens. It opens at five. Its 6 ovens are warm.', '6 ovens', '4 ovens'],
    ['of', 'The museum owns 14 looms.\n\nAll 17 looms of the museum are old.', '17 looms', '14 looms'],
    ['in', 'The museum is home to 14 looms.\n\nThere are 17 looms in the museum.', '17 looms', '14 looms'],
    [
      'a name',
      'Acme runs four plants in Lund.\n\nHe knows Acme’s five plants.',
      'five plants',
      'four plants'
    ],
    ['a longer name', 'Harrow Mill Museum owns 14 looms. The museum has 17 looms.', '17 looms', '14 looms'],
    ['us', 'We have 4 ovens.\n\nOur six ovens are warm.', 'six ovens', '4 ovens'],
    ['the', 'The mill has 14 looms.\n\nThe 17 looms are old.', '17 looms', '14 looms'],
    ['modifiers', 'The bakery has 4 gas ovens. The bakery has 6 gas ovens.', '6 gas ovens', '4 gas ovens'],
    [
      'words',
      'The bakery employs twenty-one people. The bakery employs 31 people.',
      '31 people',
      'twenty-one people'
    ],
    [
      'scales',
      'The town has 2 million trees. The town has 3,000,000 trees.',
      '3,000,000 trees',
      '2 million trees'
    ],
    [
      'a name with an article',
      'The Acme Works has 4 ovens. The Acme Works has 6 ovens.',
      '6 ovens',
      '4 ovens'
    ],
    [
      'a name that comes after',
      'Harrow Mill has 14 looms.\n\nThere are 17 looms in Harrow Mill.',
      '17 looms',
      '14 looms'
    ],
    ['this', 'The mill has 14 looms.\n\nThere are 17 looms in this mill.', '17 looms', '14 looms'],
    [
      'an owner with a clause',
      'The mill has 14 looms.\n\nVisitors love the mill, which has 17 looms.',
      '17 looms',
      '14 looms'
    ],
    [
      'a cost',
      'The roof cost 80,000 pounds.\n\nThe roof, which cost 95,000 pounds, is old.',
      '95,000 pounds',
      '80,000 pounds'
    ]
  ])('reports: %s', (_name, text, at, earlier) => {
    expect(lint(text)).toEqual([[at, earlier]])
  })

  it('reports a noun once', () => {
    expect(lint('Acme has 4 ovens. Acme has 6 ovens. Acme has 4 ovens.')).toEqual([['6 ovens', '4 ovens']])
  })

  it.each([
    ['a name behind another one', 'In Lund, Acme has 4 ovens. In Lund, Acme has 6 ovens.'],
    ['no owner', 'There are 14 looms in use.\n\nThere are 17 looms in town.'],
    [
      'an owner that is narrowed',
      'The mill has 14 looms.\n\nThere are 17 looms in the mill near Lund that burned.'
    ],
    ['a pronoun inside', 'The mill has 14 looms.\n\nToday it has 14 looms, and once it had 17 looms.'],
    ['equal numbers', 'The bakery has 4 ovens. The bakery has four ovens.'],
    ['another owner', 'Acme has 4 plants. Zenith has 5 plants.'],
    ['another noun', 'Acme has 4 plants. Acme has 5 shops.'],
    ['other modifiers', 'Acme has 4 gas ovens. Acme has 6 ovens.'],
    ['another verb', 'The hall seats 90 people. The hall cost 95 people.'],
    ['a third number', 'Acme has 4 ovens. Acme has 6 ovens. Seven ovens stood in the yard.'],
    ['years', 'In 1990 Acme had 4 ovens. Acme has 6 ovens.'],
    ['a year in present tense', 'Acme has 4 ovens. By 1990, it was known that Acme has 6 ovens.'],
    ['the past', 'Acme had 4 ovens. Acme has 6 ovens.'],
    ['a guess', 'Acme has about 40 ovens. Acme has 42 ovens.'],
    ['a bound', 'Acme has at least 4 ovens. Acme has 6 ovens.'],
    ['a change', 'Acme has 4 ovens. Acme now has 6 ovens.'],
    ['a plan', 'Acme has 4 ovens. Acme will have 6 ovens.'],
    ['a condition', 'Acme has 4 ovens. If Acme has 6 ovens, it can bake.'],
    ['others', 'Acme has 4 ovens. Acme has 6 other ovens.'],
    ['each', 'Each Acme has 4 ovens. Acme has 6 ovens.'],
    ['a part', 'The mill has 14 looms. The three looms are old. Three of the 14 looms are oak.'],
    ['a part of the owner', 'The library has 3 rooms. The cellar of the library has 2 rooms.'],
    ['a place', 'In York the bakery has 4 ovens. In Leeds the bakery has 6 ovens.'],
    [
      'many owners',
      'The two bakeries are old. The bakery has 4 ovens. The bakery has 6 ovens.'.replaceAll(
        'bakeries',
        'bakerys'
      )
    ],
    ['another one', 'The bakery has 4 ovens. Every bakery is warm. The bakery has 6 ovens.'],
    ['a far pronoun', 'The shed has 4 tins.\n\nIt has 6 tins.'],
    ['time', 'The show has 4 hours. The show has 6 hours.'],
    ['money signs', 'Acme has $4 coins. Acme has $6 coins.'],
    ['ranges', 'Acme has 4–6 ovens. Acme has 5-7 ovens.'],
    ['a question', 'Acme has 4 ovens. Acme has 6 ovens?'],
    ['quotations', '“Acme has 4 ovens,” she said. Acme has 6 ovens.'],
    ['lists', '- Acme has 4 ovens.\n- Acme has 6 ovens.'],
    ['block quotes', 'Acme has 4 ovens.\n\n> Acme has 6 ovens.'],
    ['no owner', "That's 4 ovens. That's 6 ovens."],
    ['singular', 'Acme has 1 oven. Acme has 2 ovens.']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('takes a noun of the title for one thing', () => {
    const text = 'The bakery has 4 ovens. Every bakery is warm. The bakery has 6 ovens.\n'
    expect(lint(`# A new bakery for Lund\n\n${text}`)).toEqual([['6 ovens', '4 ovens']])
  })

  it('takes time in proportion to the text', () => {
    const text = (count: number): string =>
      Array.from({length: count}, (_, i) => `The mill${i} has ${4 + (i % 2)} looms, 3 bags and 2 bins.`).join(
        ' '
      )
    const time = (count: number): number => {
      const long = text(count)
      const start = performance.now()
      lint(long)
      return performance.now() - start
    }
    time(100)
    const small = Math.max(20, time(300))
    expect(time(3000)).toBeLessThan(small * 40)
  })

  it.each([
    ['a name cut by a comma', 'The Mill has 4 ovens. In Lund, Harrow, which has 6 ovens, is warm.', []],
    [
      'a name with an article inside',
      'The Acme has 4 ovens.\n\nVisitors love the Acme, which has 6 ovens.',
      ['6 ovens']
    ],
    ['a noun inside the sentence', 'The mill has 4 ovens.\n\nToday, in Lund the mill has 6 ovens.', []],
    ['a noun of two letters', 'The ox has 4 legs. The ox has 6 legs.', []],
    [
      'a name cut behind the number',
      'Harrow Mill has 14 looms.\n\nThere are 17 looms in Harrow, Mill and all.',
      []
    ],
    ['no article behind the number', 'The mill has 14 looms.\n\nThere are 17 looms in mills.', []],
    [
      'an owner before a verb',
      'The mill has 14 looms.\n\nThere are 17 looms in the mill and they are old.',
      ['17 looms']
    ],
    [
      'an owner cut off',
      'The mill has 14 looms.\n\nThere are 17 looms in the mill, all of oak.',
      ['17 looms']
    ],
    ['a pronoun in another paragraph', 'It has 14 looms.\n\nIt has 17 looms.', []],
    ['a pronoun twice in one paragraph', 'The mill is old. It has 14 looms. It has 17 looms.', ['17 looms']],
    ['a pronoun of persons', 'The mill has 14 looms. Our 17 looms are old.', []],
    ['all of them, told twice', 'The 14 looms are old. The 17 looms are new.', []],
    ['fewer of them', 'The mill has 17 looms. The 14 looms are old.', []],
    ['nothing behind the number', 'The mill has 14 looms.\n\nThere are 17 looms in.', []],
    ['a relative pronoun alone', 'Acme has 4 ovens. Near it, which has 6 ovens, is Lund.', []],
    ['a pronoun inside the sentence', 'It has 4 ovens. In Lund it has 6 ovens.', []],
    ['a possessive alone', 'Acme has 4 ovens. The ’s 6 ovens are warm.', []]
  ])('judges %s', (_name, text, found) => {
    expect(lint(text).map(([at]) => at)).toEqual(found)
  })
})

/** What the introduction and the conclusion say, with a section between them. */
function lintEnds(opening: string, closing: string, heading = 'Conclusion'): [at: string, earlier: string][] {
  const text = `# Cats\n\n${opening} They do.\n\n## Bowls\n\nA bowl is round.\n\n## ${heading}\n\n${closing} So it is.\n`
  return lintRule(rule, text).map(({messageId, start, end, related}) => {
    expect(messageId).toBe('restated')
    return [text.slice(start, end), text.slice(related?.[0]?.start, related?.[0]?.end)]
  })
}

describe('a sentence that comes again with another figure', () => {
  const wild = 'Almost 7 in 10 cats are afraid of water.'

  it.each([
    ['word for word', wild, 'Almost 8 in 10 cats are afraid of water.', '8', '7'],
    [
      'asked',
      `Did you know that ${wild.slice(0, -1).toLowerCase()}?`,
      'Some 8 in 10 cats are afraid of water.',
      '8',
      '7'
    ],
    [
      'with a sign',
      'A fountain raises the thirst of house cats by 50% on average.',
      'The fountain raises thirst of house cats by roughly 40%.',
      '40%',
      '50%'
    ],
    [
      'below a phrase',
      'In today’s hurried world, house cats with wet food drink $11 of milk a week.',
      'House cats with wet food drink $9 of milk a week.',
      '$9',
      '$11'
    ]
  ])('is one, %s', (_name, opening, closing, at, earlier) => {
    expect(lintEnds(opening, closing)).toEqual([[at, earlier]])
  })

  it.each([
    ['the same', wild, wild],
    ['something else', wild, 'Almost 8 in 10 dogs are afraid of water.'],
    ['another year', 'In 2019 a vet in Harrow treated 40 cats.', 'In 2020 a vet in Harrow treated 60 cats.'],
    [
      'another hour',
      'The cats of Harrow are fed warm milk at 7:30.',
      'The cats of Harrow are fed warm milk at 8:30.'
    ],
    ['the number of a bug', 'The fix for cold house cats is #4711.', 'The fix for cold house cats is #4712.'],
    ['an account', 'The cats of Harrow bank with 021000021.', 'The cats of Harrow bank with 021000089.'],
    ['an ordinal', 'The 2nd cat of Harrow drank warm milk.', 'The 3rd cat of Harrow drank warm milk.'],
    ['a word that points back', 'This cat drinks 7 bowls of milk.', 'This cat drinks 8 bowls of milk.'],
    ['an instruction', 'Pour the milk into 2 small round bowls.', 'Pour the milk into 3 small round bowls.'],
    ['a question', 'Do 7 in 10 house cats fear cold water?', 'Do 8 in 10 house cats fear cold water?'],
    ['few words', 'A cat has 4 bowls.', 'A cat has 5 bowls.'],
    ['more figures', wild, 'Almost 8 in 10 cats of 200 are afraid of water.']
  ])('is none: %s', (_name, opening, closing) => {
    expect(lintEnds(opening, closing)).toEqual([])
  })

  it('is none in a row of such sentences, in one section, or in the middle of an article', () => {
    const row = [7, 8, 9].map(
      (value) => `## Town ${value}\n\nAlmost ${value} in 10 cats are afraid of water.\n`
    )
    expect(lintRule(rule, `# Cats\n\n${row.join('\n')}`)).toEqual([])
    expect(
      lintRule(rule, `# Cats\n\nCats drink.\n\n${row.slice(1).join('\n')}\n## Dogs\n\nDogs drink.\n`)
    ).toEqual([])
    expect(lintRule(rule, `# Cats\n\n${wild} ${wild.replace('7', '8')}\n`)).toEqual([])
  })
})
