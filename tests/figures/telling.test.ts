import {expect, test} from 'vitest'
import {findFigures, isTelling} from '../../src/sources/numbers/figures.ts'

test.each([
  'it is 31 percent',
  'it costs $5',
  'it has 1.2 million readers',
  'a mean of 1.5 each',
  'it has 1,204 of them',
  'it has 300 schools',
  'one in five agrees',
  'twice as many',
  'it doubled in size',
  'half of them',
  'a third of them',
  '12 km of path',
  'at 20 °C',
  'on 3 March 2021',
  'a rise of 2 percentage points',
  'it took 1.5 hours'
])('telling: %j', (text) => {
  expect(findFigures(text).map(isTelling)).toEqual([true])
})

test.each([
  'it has 12 schools',
  'it has five schools',
  'in 2021',
  '2019–2021',
  'in March 2021',
  'on 3 March',
  'half the battle',
  'it won three times',
  'he married twice',
  'for five years',
  'in 30 days',
  'a dozen eggs',
  'grant 1531594',
  '12 to 15 of them',
  'per 100,000 of them'
])('not telling: %j', (text) => {
  expect(findFigures(text).map(isTelling)).toEqual([false])
})
