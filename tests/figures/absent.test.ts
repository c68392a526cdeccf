import {describe, expect, test} from 'vitest'
import {judge} from './pages.ts'

describe('what is near is not the same', () => {
  test.each([
    ['It rose by [31 percentage points] then.', 'It rose 31% then.'],
    ['It rose by [31 percent] then.', 'It rose 31 percentage points then.'],
    ['The town has [1.2 million] people.', 'The town has 1.2 billion people.'],
    ['The town has [1.2 billion] people.', 'The town has 1.2 million people.'],
    ['The site has [1.2 million users] now.', 'The site cost $1.2 million.'],
    ['The site cost [$1.2 million] then.', 'The site has 1.2 million users.'],
    ['The site cost [$1.2 million] then.', 'The site cost €1.2 million.'],
    ['It opened on [3 March 2021] there.', 'It opened on 3 March 2012.'],
    ['It opened on [3 March 2021] there.', 'It opened on 3 April 2021.'],
    ['It opened on [3 March 2021] there.', 'It opened on 13 March 2021.'],
    ['It opened on [3 March 2021] there.', 'It opened in March 2021.'],
    ['The path is [12 km] long.', 'The path has 12 miles.'],
    ['The load was [12 kg] then.', 'The load was 12 tonnes.'],
    ['The oven has [20 °C] then.', 'The oven has 20 °F.'],
    ['The cold was [-3 °C] then.', 'The heat was 3 °C then.'],
    ['The work took [12.5 hours] then.', 'The work took 12.5 days.'],
    ['The share is [69 percent] now.', 'The share was 31%.'],
    ['The share is [31.4 percent] now.', 'The share was 31%.'],
    ['The share is [30 percent] now.', 'The share was 31.4%.'],
    ['The share is [32 percent] now.', 'The share was 31.4%.'],
    ['The share is more than [40 percent] now.', 'The share was 31.4%.'],
    ['The share is less than [30 percent] now.', 'The share was 31.4%.'],
    ['The share is nearly [30 percent] now.', 'The share was 36%.'],
    ['[A third] of them agree.', '28% of them agree.'],
    ['About [a third] of them agree.', '45% of them agree.'],
    ['[One in five] of them agrees.', '25% of them agree.'],
    ['It costs [12–15 percent] more.', 'It costs 12 percent more.'],
    ['The town has [300 schools] now.', 'The town has 300 pubs.'],
    ['The town has [1.2 million people] now.', 'No town of the county has grown.'],
    ['More than [300 members] joined the club.', 'Rain fell. ¶ Elsewhere 380 were seen.'],
    ['The mill sold [3,000 loaves] then.', 'Three bakers made over 1,000 rolls.'],
    ['The town has [1.2 million people] now.', '']
  ])('%s | %s', (sentence, page) => {
    expect(judge(sentence, page).verdict).not.toBe('supported')
  })
})

describe('nothing is contradicted where another thing may be meant', () => {
  const sentence = 'In 2021, [32 percent] of households in Ashmoor owned a bicycle.'
  test.each([
    ['another year', 'In 2019, 31 percent of households in Ashmoor owned a bicycle.'],
    ['no year', 'Of all households in Ashmoor, 31 percent owned a bicycle.'],
    ['several years', 'In 2020 and 2021, 31 percent of households in Ashmoor owned a bicycle.'],
    ['two groups', 'In 2021, 31 percent of rural households in Ashmoor owned a bicycle.'],
    ['another place', 'In 2021, 31 percent of households in Norbury owned a bicycle.'],
    ['a wider place', 'In 2021, 31 percent of households owned a bicycle.'],
    ['another deed', 'In 2021, 31 percent of households in Ashmoor rented a bicycle.'],
    ['another thing', 'In 2021, 31 percent of households in Ashmoor owned a car.'],
    ['a negation', 'In 2021, 31 percent of households in Ashmoor owned no bicycle.'],
    ['a forecast', 'In 2021, 31 percent of households in Ashmoor owned a bicycle, a forecast said.'],
    ['a target', 'In 2021, the target was that 31 percent of households in Ashmoor owned a bicycle.'],
    ['an open figure', 'In 2021, more than 31 percent of households in Ashmoor owned a bicycle.'],
    ['a range', 'In 2021, 28 to 31 percent of households in Ashmoor owned a bicycle.'],
    ['another unit', 'In 2021, 3,100 households in Ashmoor owned a bicycle.'],
    ['another role', 'In 2021, up by 31 percent, households in Ashmoor owned a bicycle.'],
    ['less exactly', 'In 2021, a third of households in Ashmoor owned a bicycle.'],
    [
      'an updated figure',
      'In 2021, 31 percent of households in Ashmoor owned a bicycle. ¶ Update: in 2021, 33 percent of households in Ashmoor owned a bicycle.'
    ],
    [
      'the same said twice with other figures',
      'In 2021, 31 percent of households in Ashmoor owned a bicycle. In 2021, 35 percent of households in Ashmoor owned a bicycle.'
    ],
    ['a table of regions', 'Place: Ashmoor | Share (%): 31 ¶ Place: Norbury | Share (%): 29']
  ])('%s', (_name, page) => {
    expect(judge(sentence, page).verdict).toBe('absent')
  })

  test.each([
    ['Wages rose by [12 percent] in Ashmoor in 2021.', 'Wages rose to 15 percent in Ashmoor in 2021.'],
    [
      'Women hold [32 percent] of seats in the council of Ashmoor.',
      'Men hold 68 percent of seats in the council of Ashmoor.'
    ],
    [
      'Exports of Ashmoor flour reached [340 tonnes] in 2021.',
      'Imports of Ashmoor flour reached 120 tonnes in 2021.'
    ],
    [
      'The Ashmoor mill ground about [340 tonnes] of flour in 2021.',
      'The Ashmoor mill ground 370.5 tonnes of flour in 2021.'
    ],
    [
      'The Ashmoor mill ground [340 tonnes] of wheat flour daily.',
      'The Ashmoor mill ground 320 tonnes of wheat flour weekly.'
    ],
    [
      'The Ashmoor mill ground [340.5 tonnes] of wheat flour.',
      'The Ashmoor mill ground 340 tonnes of wheat flour.'
    ],
    [
      'The Ashmoor mill earned [$340 million] of net profit.',
      'The Ashmoor mill earned $320 million of gross profit.'
    ],
    ['The Ashmoor mill pays [$34 per hour] to bakers.', 'The Ashmoor mill pays $340 per week to bakers.'],
    [
      'More than [30 percent] of bakers in Ashmoor work nights.',
      'Of bakers in Ashmoor, 20 percent work nights.'
    ],
    [
      'Between [30 and 40 percent] of bakers in Ashmoor work nights.',
      'Of bakers in Ashmoor, 20 percent work nights.'
    ],
    ['The mill [doubled] its flour output in Ashmoor.', 'The mill tripled its flour output in Ashmoor.'],
    [
      'It sold [1.2m] loaves, bakers of Ashmoor mill tell.',
      'It sold 1.3m of loaves, bakers of Ashmoor mill tell.'
    ]
  ])('%s | %s', (said, page) => {
    expect(judge(said, page).verdict).toBe('absent')
  })

  test('nor where the title names two places', () => {
    const page = '31 percent of bakers work on Sunday nights.'
    const said = 'In Norbury [32 percent] of bakers work on Sunday nights.'
    expect(judge(said, page, 'Bakers in Norbury and Ashmoor').verdict).toBe('absent')
    expect(judge(said, page, 'Bakers in Norbury').verdict).toBe('contradicted')
  })

  test('nor on a page that shows too little', () => {
    const said = 'In 2021, [32 percent] of households in Ashmoor owned a bicycle.'
    const page = {blocks: ['In 2021, 31 percent of households in Ashmoor owned a bicycle.'], isThin: true}
    expect(judge(said, page).verdict).toBe('absent')
  })
})

describe('what two figures of a passage come to by chance supports nothing', () => {
  test.each([
    [
      'The mill of Ashmoor employs [1,250 bakers] now.',
      'The mill of Ashmoor: the old one employs 700 bakers, the other employs 550 bakers.'
    ],
    [
      'In Ashmoor [20 percent] of bakers work nights.',
      'In Ashmoor 75 percent of bakers work days and 90 percent own bicycles.'
    ],
    [
      'In Ashmoor [12 percent] of contributions came late.',
      'In Ashmoor 397 contributions came from 49 bakers.'
    ]
  ])('%s | %s', (sentence, page) => {
    expect(judge(sentence, page).verdict).toBe('absent')
  })
})

describe('what is closest', () => {
  test('is shown where the passage shares much', () => {
    const verdict = judge(
      'In 2021, [32 percent] of households in Ashmoor owned a bicycle.',
      'By 2021 some 31 percent of all households in the Ashmoor valley owned a bicycle.'
    )
    expect(verdict).toEqual({
      text: '32 percent',
      verdict: 'absent',
      closest: '31 percent',
      passage: 'By 2021 some 31 percent of all households in the Ashmoor valley owned a bicycle.'
    })
  })

  test('is left out where it shares little', () => {
    const verdict = judge(
      'In 2021, [32 percent] of households in Ashmoor owned a bicycle.',
      'Of the dogs, 31 percent bark.'
    )
    expect(verdict).toEqual({text: '32 percent', verdict: 'absent'})
  })
})

test('what is no figure is looked for as it stands', () => {
  expect(judge('They ran [G20] talks.', 'The G20 met.').verdict).toBe('supported')
  expect(judge('They ran [G20] talks.', 'The G7 met.').verdict).toBe('absent')
})
