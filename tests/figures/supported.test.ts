import {describe, expect, test} from 'vitest'
import {judge} from './pages.ts'

const table =
  'Bicycles in Ashmoor, share of households ¶ Year: 2020 | Share (%): 30.2 ¶ Year: 2021 | Share (%): 31.4'

describe('the page has the figure in another spelling', () => {
  test.each([
    ['The mill sold [1.2 million] loaves.', 'It sold 1,200,000 loaves.'],
    ['The mill sold [1,200,000] loaves.', 'It sold 1.2 million loaves.'],
    ['The mill sold [1.2M] loaves.', 'It sold 1 200 000 loaves.'],
    ['The mill has [1.2m] readers.', 'There are 1.2 million readers.'],
    ['The mill has [1.2m] for them.', 'There are 1.2 million readers.'],
    ['The mill sold [half a million] loaves.', 'It sold 500,000 loaves.'],
    ['The mill sold [two and a half million] loaves.', 'It sold 2.5 million loaves.'],
    ['They raised [£3.4bn] for it.', 'They raised 3.4 billion pounds for it.'],
    ['They raised [£3.4bn] for it.', 'They raised GBP 3,400 million for it.'],
    ['They raised [$5 million] for it.', 'They raised US$5m for it.'],
    ['They raised [USD 5 million] for it.', 'They raised $5 million for it.'],
    ['They raised [5 million dollars] for it.', 'They raised $5M for it.'],
    ['They raised [€20,000] for it.', 'They raised 20,000 euros for it.'],
    ['The share is [31 percent] now.', 'A share of 31% was found.'],
    ['The share is [31%] now.', 'A share of 31 per cent was found.'],
    ['The share is [thirty-one percent] now.', 'A share of 31 % was found.'],
    ['The share is [31%] now.', 'A share of thirty-one percent was found.'],
    ['It rose by [2 percentage points] then.', 'It rose 2 percentage points.'],
    ['It rose by [2 percentage points] then.', 'It rose 200 basis points.'],
    ['It opened on [3 March 2021] there.', 'It opened on March 3, 2021.'],
    ['It opened on [3 March 2021] there.', 'Opened: 2021-03-03'],
    ['It opened on [March 3, 2021] there.', 'It opened on 03/03/2021.'],
    ['It opened on [March 3, 2021] there.', 'It opened on 03/04/2021 or 3 March 2021.'],
    ['It opened on [March 4, 2021] there.', 'It opened on 03/04/2021.'],
    ['It opened on [3 March 2021] there.', 'In 2021 they opened it on 3 March.'],
    ['The path is [12 km] long.', 'The path has 12 kilometres.'],
    ['The path is [12 km] long.', 'The path has 12,000 metres.'],
    ['The load was [1.5 tonnes] then.', 'The load was 1,500 kg.'],
    ['The answer took [250 ms] then.', 'The answer took 0.25 seconds.'],
    ['The film ran [90 minutes] then.', 'The film ran 1.5 hours.'],
    ['The work took [18 months] then.', 'The work took 1.5 years.'],
    ['The file has [16 GB] then.', 'The file has 16,000 MB.'],
    ['The file has [16 GB] then.', 'The file has 16,384 MB.'],
    ['The path is [10 miles] long.', 'The path has 16 km.'],
    ['The path is [16 km] long.', 'The path has 10 miles.'],
    ['The path is [60 miles] long.', 'The path has 97 km.'],
    ['The load was [220 pounds] then.', 'The load was 100 kg.'],
    ['The oven has [68 °F] then.', 'The oven has 20 °C.'],
    ['The oven has [200 °C] then.', 'The oven has 392 degrees Fahrenheit.'],
    ['The field has [100 hectares] then.', 'The field has 1 square kilometre.'],
    ['It took a [20-kilometre] walk.', 'It took a walk of 20 km.'],
    ['[1,204 schools] joined.', 'There were 1,204 primary schools.'],
    ['[1,204 schools] joined.', 'Schools: 1204'],
    ['[1,204 schools] joined.', 'The scheme had 1,204 members.']
  ])('%s | %s', (sentence, page) => {
    expect(judge(sentence, page).verdict).toBe('supported')
  })
})

describe('the figure is one of the page, rounded', () => {
  test.each([
    ['The share is [31 percent] now.', 'The share was 31.4%.'],
    ['The share is [31.4 percent] now.', 'The share was 31.42%.'],
    ['The mill sold [1.2 million] loaves.', 'It sold 1,187,432 loaves.'],
    ['The mill sold [1.2 million] loaves.', 'It sold 1.16 million loaves.'],
    ['The mill sold [1.2 million] loaves.', 'It sold 1.24 million loaves.'],
    ['The mill sold [nearly 1.2 million] loaves.', 'It sold 1.19 million loaves.'],
    ['The mill sold nearly [1.2 million] loaves.', 'It sold 1.13 million loaves.'],
    ['The share is more than [30 percent] now.', 'The share was 31.4%.'],
    ['The share is over [30 percent] now.', 'The share was 34%.'],
    ['The share is less than [30 percent] now.', 'The share was 28%.'],
    ['The share is about [30 percent] now.', 'The share was 28.6%.'],
    ['The share is almost [a third] of it.', 'The share was 32%.'],
    ['The share is about [a third] of it.', 'The share was 31%.'],
    ['The share is about [a third] of it.', 'The share was 35.5%.'],
    ['At least [500 boats] came.', 'We counted 534 boats.'],
    ['More than [1,000 boats] came.', 'We counted 1,463 boats.'],
    ['Fewer than [1,000 boats] came.', 'We counted 874 boats.'],
    ['Up to [40 percent] of it is lost.', 'Of it, 37 percent is lost.'],
    ['Some [40,000 boats] came.', 'We counted 41,207 boats.']
  ])('%s | %s', (sentence, page) => {
    expect(judge(sentence, page).verdict).toBe('supported')
  })
})

describe('the figure is a part of a whole', () => {
  test.each([
    ['[A third] of them agree.', '33% of them agree.'],
    ['[A third] of them agree.', '33.3 percent of them agree.'],
    ['[Two thirds] of them agree.', '67% of them agree.'],
    ['[Half] of them agree.', '50 percent of them agree.'],
    ['[A quarter] of them agree.', '25.3 percent of them agree.'],
    ['[One in five] of them agrees.', '20% of them agree.'],
    ['[3 out of 4] of them agree.', '75% of them agree.'],
    ['[33 percent] of them agree.', 'A third of them agree.'],
    ['[20 percent] of them agree.', 'One in five of them agrees.'],
    ['[75%] of them agree.', 'Three quarters of them agree.'],
    ['More than [half] of them agree.', '58 percent of them agree.'],
    ['[Nine in ten] agree.', '90 percent of them agree.']
  ])('%s | %s', (sentence, page) => {
    expect(judge(sentence, page).verdict).toBe('supported')
  })
})

describe('the unit stands in the heading of the table', () => {
  test.each([
    ['In 2021, [31.4 percent] of the households of Ashmoor had bicycles.', table],
    ['In 2021, [31%] of the households of Ashmoor had bicycles.', table],
    ['In 2020, [30.2 %] had them.', table],
    ['The town has [1.2 million] people.', 'Town: Ashmoor | Population (millions): 1.2'],
    ['The town has [1.2 million] people.', 'Town: Ashmoor | Population (thousands): 1,203'],
    ['The firm earned [$31.4 million] then.', 'Year: 2021 | Revenue ($ million): 31.4'],
    ['The firm earned [£31,400] then.', 'Year: 2021 | Revenue (£): 31,400'],
    ['The firm earned [£31 million] then.', 'Revenue in millions of pounds, £ ¶ Year: 2021 | Revenue: 31.4'],
    ['The wall is [12 m] tall.', 'Wall: north | Height (m): 12'],
    ['The wall is [12 km] long.', 'Wall: north | Length (km): 12.3'],
    ['The mean age is [41 years] there.', 'Place: Ashmoor | Mean age: 41']
  ])('%s | %s', (sentence, page) => {
    expect(judge(sentence, page).verdict).toBe('supported')
  })
})

describe('a range', () => {
  test.each([
    ['It costs [12–15 percent] more.', 'It costs 12 to 15 percent more.'],
    ['It costs between [12 and 15 percent] more.', 'It costs 12%-15% more.'],
    ['It costs [12 to 15 percent] more.', 'The cost of one was 12 percent, of the other 15 percent.'],
    ['It costs [$10–15 million] now.', 'It costs between $10 million and $15 million.'],
    ['It rose to [15 percent] then.', 'It rose from 12 to 15 percent.'],
    ['It has [2 to 3 million] readers.', 'It has two to three million readers.']
  ])('%s | %s', (sentence, page) => {
    expect(judge(sentence, page).verdict).toBe('supported')
  })
})

describe('two figures of a passage come to it', () => {
  test.each([
    [
      'The output of the mill [doubled] in ten years.',
      'The output of the mill was 340 tonnes, and 680 tonnes ten years later.'
    ],
    [
      'The output of the mill rose [threefold] in ten years.',
      'The output of the mill was 100 tonnes, and 300 tonnes ten years later.'
    ],
    [
      'The share of bicycles in Ashmoor rose by [12 percentage points] then.',
      'The share of bicycles in Ashmoor rose from 19% to 31%.'
    ],
    [
      'The output of the mill rose by [25 percent] in ten years.',
      'The output of the mill rose from 400 tonnes to 500 tonnes in ten years.'
    ],
    [
      'Of the households of Ashmoor, [40 percent] own bicycles.',
      'In Ashmoor 2,000 of 5,000 households own bicycles.'
    ],
    [
      'The two mills of Ashmoor employ [1,250 workers] together.',
      'The mills of Ashmoor: the old one employs 700 workers, the other employs 550 workers.'
    ],
    [
      'Boats in the ports of Ashmoor: [350 boats] in all.',
      'Boats in the ports of Ashmoor ¶ Port: North | Boats: 120 ¶ Port: South | Boats: 130 ¶ Port: West | Boats: 100'
    ],
    ['Prices [doubled] in Ashmoor.', 'In Ashmoor prices rose by 100 percent.'],
    ['Prices [halved] in Ashmoor.', 'In Ashmoor prices fell by 50 percent.']
  ])('%s | %s', (sentence, page) => {
    expect(judge(sentence, page).verdict).toBe('supported')
  })
})

describe('what supports is told', () => {
  test('in the spelling of the page, with its sentence', () => {
    const verdict = judge(
      'The mill sold [1.2 million] loaves.',
      'The mill was old. It sold 1,187,432 loaves in its best year. Then it closed.'
    )
    expect(verdict).toEqual({
      text: '1.2 million',
      verdict: 'supported',
      closest: '1,187,432 loaves',
      passage: 'It sold 1,187,432 loaves in its best year.'
    })
  })

  test('from the passage that shares most with the statement', () => {
    const verdict = judge(
      'In Ashmoor, [31 percent] of the households own a bicycle.',
      'Of the dogs, 31 percent bark. ¶ In Ashmoor, 31 percent of households own a bicycle.'
    )
    expect(verdict.passage).toBe('In Ashmoor, 31 percent of households own a bicycle.')
  })

  test('as the row of the table', () => {
    expect(judge('In 2021, [31.4 percent] of households had one.', table).passage).toBe(
      'Year: 2021 | Share (%): 31.4'
    )
  })

  test('and cut to 300 characters around the figure', () => {
    const long = `${'the mill and the oven and '.repeat(20)}31 percent ${'of the bread and the flour '.repeat(20)}`
    const {passage = ''} = judge('They sold [31 percent] of it.', long)
    expect(passage.length).toBeLessThanOrEqual(300)
    expect(passage).toContain('31 percent')
  })
})
