import {describe, expect, test} from 'vitest'
import {type Figure, findFigures} from '../../src/sources/numbers/figures.ts'

/** What a figure is read as: `over 1200000 count users`, `12–15 percent`, `2021-3-3`, `year 2021`. */
function show({kind, exactness, readings, days}: Figure): string {
  const day = days?.map((one) =>
    [one.year, one.month, one.day].filter((part) => part !== undefined).join('-')
  )
  const [reading] = readings
  const unit = reading?.unit
  const value =
    reading &&
    (reading.high === undefined ? round(reading.value) : `${round(reading.value)}–${round(reading.high)}`)
  const dimension = unit && (unit.factor === 1 ? unit.dimension : `${unit.dimension}*${round(unit.factor)}`)
  const parts =
    kind === 'date'
      ? ['date', day?.join('|')]
      : kind === 'year'
        ? ['year', value]
        : [value, dimension, reading?.noun]
  return [exactness === 'plain' ? undefined : exactness, ...parts]
    .filter((part) => part !== undefined)
    .join(' ')
}

function round(value: number): string {
  return String(Number(value.toPrecision(7)))
}

test.each([
  ['a crowd of 1,200,000 came', ['1200000 count']],
  ['a crowd of 1.2 million came', ['1200000 count']],
  ['it has 1.2m users', ['1200000 count users']],
  ['it has 1.2M users', ['1200000 count users']],
  ['about 1.2 mn in all', ['about 1200000 count']],
  ['worth 3 mln', ['3000000 count']],
  ['a loan of £3.4bn', ['3400000000 money:gbp']],
  ['a loan of £3.4 bn', ['3400000000 money:gbp']],
  ['a loan of $1.2 million', ['1200000 money:dollar']],
  ['a $1.2-million loan', ['1200000 money:dollar']],
  ['a loan of $5m', ['5000000 money:dollar']],
  ['a loan of $5mm', ['5000000 money:dollar']],
  ['a debt of $5t', ['5000000000000 money:dollar']],
  ['it cost US$5', ['5 money:usd']],
  ['it cost US $5', ['5 money:dollar']],
  ['it cost A$5', ['5 money:aud']],
  ['it cost HK$50', ['50 money:hkd']],
  ['it cost USD 5', ['5 money:usd']],
  ['it cost 5 USD', ['5 money:usd']],
  ['it cost 5 dollars', ['5 money:dollar']],
  ['it cost 5 US dollars', ['5 money:usd']],
  ['it cost €5', ['5 money:eur']],
  ['it cost 5 €', ['5 money:eur']],
  ['it cost 5 euros', ['5 money:eur']],
  ['it cost EUR 20,000', ['20000 money:eur']],
  ['it cost ₹12,34,567', ['1234567 money:inr']],
  ['it cost 3 lakh rupees', ['300000 money:inr']],
  ['it cost 2 crore rupees', ['20000000 money:inr']],
  ['it cost 50 cents', ['50 money:dollar*0.01']],
  ['it cost five pounds', ['5 money:pound']],
  ['it cost 5 pounds sterling', ['5 money:gbp']],
  ['it cost ¥900', ['900 money:yen']],
  ['it is 31%', ['31 percent']],
  ['it is 31 %', ['31 percent']],
  ['it is 31\u00a0%', ['31 percent']],
  ['it is 31 per cent', ['31 percent']],
  ['it is 31 percent', ['31 percent']],
  ['it is 31 pct', ['31 percent']],
  ['a 31-percent share', ['31 percent']],
  ['it is thirty-one percent', ['31 percent']],
  ['it is thirty one percent', ['31 percent']],
  ['it rose 31 percentage points', ['31 points']],
  ['it rose 31 percent points', ['31 points']],
  ['a 2 percentage-point rise', ['2 points']],
  ['it rose 25 basis points', ['25 basis-points']],
  ['it is 0.5%', ['0.5 percent']],
  ['it is 31.40%', ['31.4 percent']],
  ['one percent of it', ['1 percent']],
  ['a third of it', ['33.33333 percent']],
  ['one third of it', ['33.33333 percent']],
  ['two thirds of it', ['66.66667 percent']],
  ['two-thirds of it', ['66.66667 percent']],
  ['half of it', ['50 percent']],
  ['a quarter of it', ['25 percent']],
  ['three quarters of it', ['75 percent']],
  ['three-quarters of it', ['75 percent']],
  ['one in five of them', ['20 percent']],
  ['1 in 5 of them', ['20 percent']],
  ['one in every five', ['20 percent']],
  ['one out of five', ['20 percent']],
  ['3 out of 4 of them', ['75 percent']],
  ['3 out of every 4', ['75 percent']],
  ['3 in 10 of them', ['30 percent']],
  ['3 of 4 of them', ['75 percent']],
  ['3/4 of them', ['75 percent']],
  ['nine in ten', ['90 percent']],
  ['a dozen eggs', ['12 count eggs']],
  ['two dozen eggs', ['24 count eggs']],
  ['twice as many', ['2 times']],
  ['it doubled', ['2 times']],
  ['it tripled', ['3 times']],
  ['a threefold rise', ['3 times']],
  ['a 3-fold rise', ['3 times']],
  ['3x faster', ['3 times']],
  ['3 times faster', ['3 times']],
  ['three times as many', ['3 times']],
  ['2.5 times as many', ['2.5 times']],
  ['it halved', ['0.5 times']],
  ['a mean of 1.5 each', ['1.5 count']],
  ['about 1,5 million', ['about 1500000 count']],
  ['it weighs 1,5 kg', ['1.5 mass*1000']],
  ['it weighs 1·5 mg', ['1.5 mass*0.001']],
  ['a town of 1 200 000', ['1200000 count']],
  ['a town of 1\u2009200\u2009000', ['1200000 count']],
  ['a town of 1\u00a0200', ['1200 count']],
  ["a town of 1'200'000", ['1200000 count']],
  ['half a million people', ['500000 count people']],
  ['two and a half million', ['2500000 count']],
  ['a million people', ['1000000 count people']],
  ['a hundred people', ['100 count people']],
  ['five hundred and six boats', ['506 count boats']],
  ['two thousand boats', ['2000 count boats']],
  ['twelve hundred boats', ['1200 count boats']],
  ['forty-two boats', ['42 count boats']],
  ['3 hundred thousand', ['300000 count']],
  ['120K users', ['120000 count users']],
  ['120k users', ['120000 count users']],
  ['1,204 schools', ['1204 count schools']],
  ['1,204 new primary schools', ['1204 count schools']],
  ['500+ items', ['over 500 count items']],
  ['2000 people came', ['2000 count people']],
  ['12–15 percent', ['12–15 percent']],
  ['12-15%', ['12–15 percent']],
  ['12%–15%', ['12–15 percent']],
  ['12 to 15 percent', ['12–15 percent']],
  ['between 12 and 15 percent', ['12–15 percent']],
  ['10-15 million', ['10000000–15000000 count']],
  ['$10-15 million', ['10000000–15000000 money:dollar']],
  ['$10–$15', ['10–15 money:dollar']],
  ['1.2 to 1.5 million', ['1200000–1500000 count']],
  ['two to three million', ['2000000–3000000 count']],
  ['5–10 km', ['5–10 length*1000']],
  ['from 10% to 15%', ['10 percent', '15 percent']],
  ['12 and 15 percent', ['12 count', '15 percent']],
  ['−3 °C', ['-3 temperature']],
  ['at -3 °C', ['-3 temperature']],
  ['20°C / 68 °F', ['20 temperature', '68 temperature*0.5555556']],
  ['20 degrees Celsius', ['20 temperature']],
  ['45 degrees', ['45 degree']],
  ['12 km', ['12 length*1000']],
  ['12km', ['12 length*1000']],
  ['12 kilometres', ['12 length*1000']],
  ['a 20-kilometre path', ['20 length*1000']],
  ['12 miles', ['12 length*1609.344']],
  ['6 feet', ['6 length*0.3048']],
  ['12 kg', ['12 mass*1000']],
  ['12 tonnes', ['12 mass*1000000']],
  ['12 lbs', ['12 mass*453.5924']],
  ['12 litres', ['12 volume']],
  ['12 ml', ['12 volume*0.001']],
  ['250 ms', ['250 time*0.001']],
  ['36 hours', ['36 time*3600']],
  ['90 minutes', ['90 time*60']],
  ['18 months', ['18 calendar']],
  ['a 5-year plan', ['5 calendar*12']],
  ['5 years', ['5 calendar*12']],
  ['16 GB', ['16 data*1000000000']],
  ['100 km/h', ['100 speed']],
  ['60 mph', ['60 speed*1.609344']],
  ['60 miles per hour', ['60 speed*1.609344']],
  ['5 sq km', ['5 area*1000000']],
  ['25 m²', ['25 area']],
  ['300 square metres', ['300 area']],
  ['40 hectares', ['40 area*10000']],
  ['300 MW', ['300 power*1000000']],
  ['300 kWh', ['300 energy*1000']],
  ['about 40 boats', ['about 40 count boats']],
  ['around 40%', ['about 40 percent']],
  ['~40%', ['about 40 percent']],
  ['roughly a third of it', ['about 33.33333 percent']],
  ['some 40,000 boats', ['about 40000 count boats']],
  ['nearly 40%', ['nearly 40 percent']],
  ['almost $40', ['nearly 40 money:dollar']],
  ['just under 40%', ['nearly 40 percent']],
  ['more than 40%', ['over 40 percent']],
  ['over 40%', ['over 40 percent']],
  ['at least 40%', ['over 40 percent']],
  ['40% or more', ['over 40 percent']],
  ['less than 40%', ['under 40 percent']],
  ['fewer than 40 boats', ['under 40 count boats']],
  ['up to 40%', ['under 40 percent']],
  ['on 3 March 2021', ['date 2021-3-3']],
  ['on March 3, 2021', ['date 2021-3-3']],
  ['on March 3rd, 2021', ['date 2021-3-3']],
  ['on the 3rd of March 2021', ['date 2021-3-3']],
  ['on 3 Mar. 2021', ['date 2021-3-3']],
  ['on 2021-03-03', ['date 2021-3-3']],
  ['on 03/03/2021', ['date 2021-3-3']],
  ['on 23/03/2021', ['date 2021-3-23']],
  ['on 03/23/2021', ['date 2021-3-23']],
  ['on 3.4.2021', ['date 2021-4-3']],
  ['on 03/04/2021', ['date 2021-4-3|2021-3-4']],
  ['in March 2021', ['date 2021-3']],
  ['on 3 March', ['date 3-3']],
  ['3–5 March 2021', ['date 2021-3-3|2021-3-5']],
  ['one of five units', ['5 count units']],
  ['in 2021', ['year 2021']],
  ['2019–2021', ['year 2019–2021']],
  ['2019–20', ['year 2019–20']],
  ['the 2021 floods', ['year 2021']]
])('reads %j', (text, expected) => {
  expect(findFigures(text).map(show)).toEqual(expected)
})

test.each([
  'open 24/7',
  'since 9/11',
  'the G20 met',
  'Covid-19 spread',
  'on A4 paper',
  'in No. 5',
  'version 3.2',
  'v3.2.1',
  'Section 4.1',
  'Figure 2',
  'in Table 12',
  'Python 3.12',
  'on page 12',
  'at 10:30',
  'at 10 am',
  'at 5 p.m.',
  'in the 1980s',
  'in the 90s',
  'the third place',
  'the 3rd place',
  'the first of them',
  'ISBN 978-3-16-148410-0',
  'call 555-1234',
  'call 020-7946-0958',
  'doi 10.1000/182',
  'at 192.168.0.1',
  'issue #512',
  'GPT-4',
  'a 4K screen',
  'one of them',
  'a second one',
  'the third quarter',
  'thousands of them',
  'dozens of them',
  'they doubled down',
  'a double room',
  '1,5',
  'the 404s',
  '100s of them',
  'a fourth-grade level',
  'the second half',
  'one of 18F',
  '§ 12',
  'you may march in',
  ''
])('reads nothing in %j', (text) => {
  expect(findFigures(text).map(show)).toEqual([])
})

describe('the places of figures', () => {
  test.each([
    'Of 1,204 schools, 31 % (or $1.2 million) came on 3 March 2021, nearly a third of 12–15 km and −3 °C.',
    'US$5, £3.4bn, one in five; twice as many; 500+ items, 1 200 000 and 12 and 15 percent'
  ])('lie in order and hold their text: %j', (text) => {
    const figures = findFigures(text)
    expect(figures.length).toBeGreaterThan(4)
    let last = -1
    for (const {start, end, text: spelled} of figures) {
      expect(start).toBeGreaterThan(last)
      expect(text.slice(start, end)).toBe(spelled)
      last = end
    }
  })

  test('leave out “about” and “more than”, and take in the currency and the unit', () => {
    const found = findFigures('more than US$1.2 million, about 31 per cent, −3 °C and 1,204 schools')
    expect(found.map((figure) => figure.text)).toEqual([
      'US$1.2 million',
      '31 per cent',
      '−3 °C',
      '1,204 schools'
    ])
  })
})

test.each([
  ['5m', 2],
  ['5 pounds', 2],
  ['1.200', 2],
  ['1.2 million', 1]
])('%j has %i readings', (text, count) => {
  expect(findFigures(`it has ${text} today`)[0]?.readings).toHaveLength(count)
})

test('a long text takes time in step with its length', {timeout: 60_000}, () => {
  for (const piece of [
    '1,',
    '1 000 ',
    '1.2.3.',
    'twenty-',
    'one in ',
    '12–',
    '$',
    '3 March ',
    'a hundred and ',
    '1/2/',
    "1'000"
  ]) {
    const started = performance.now()
    findFigures(piece.repeat(Math.ceil(200_000 / piece.length)))
    expect(performance.now() - started, piece).toBeLessThan(8000)
  }
})
