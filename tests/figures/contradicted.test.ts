import {describe, expect, test} from 'vitest'
import {judge, pageOf} from './pages.ts'

describe('the page says another figure of the same', () => {
  test.each([
    [
      'In 2021, [32 percent] of households in Ashmoor owned a bicycle.',
      'In 2021, 31 percent of households in Ashmoor owned a bicycle.',
      '31 percent'
    ],
    [
      'According to the council, [32%] of households in Ashmoor own a bicycle.',
      'The survey found that 28% of households in Ashmoor own a bicycle.',
      '28%'
    ],
    [
      'The mill ground [340 tonnes] of flour in 2021.',
      'In 2021 the mill ground 320 tonnes of flour.',
      '320 tonnes'
    ],
    [
      'The old bridge cost [$1.2 million] to repair.',
      'To repair the old bridge cost $2.1 million.',
      '$2.1 million'
    ],
    [
      'The old bridge cost [$1.2 billion] to repair.',
      'To repair the old bridge cost $1.2 million.',
      '$1.2 million'
    ],
    [
      'The canal is [46 km] long and was dug by hand.',
      'The canal is 64 km long and was dug by hand.',
      '64 km'
    ],
    [
      'The bridge opened to walkers on [3 March 2021].',
      'The bridge opened to walkers on 5 March 2021.',
      '5 March 2021'
    ],
    [
      'The town has [1,204 schools] with gardens of herbs.',
      'The town has 1,024 schools with gardens of herbs.',
      '1,024 schools'
    ],
    [
      '[Two thirds] of bakers in Ashmoor work nights.',
      'A quarter of bakers in Ashmoor work nights.',
      'A quarter'
    ],
    [
      'Rents in Ashmoor rose from 10% to [16%] in 2021.',
      'Rents in Ashmoor rose from 10% to 15% in 2021.',
      '15%'
    ]
  ])('%s | %s', (sentence, page, closest) => {
    const verdict = judge(sentence, `The valley has a long story. ¶ ${page} ¶ It rains there.`)
    expect(verdict.verdict).toBe('contradicted')
    expect(verdict.closest).toBe(closest)
    expect(verdict.passage).toBe(page)
  })

  test('where the place is in the title', () => {
    const page = pageOf('In 2021, 31 percent of households owned a bicycle.', 'Bicycles in Ashmoor')
    expect(judge('In 2021, [32 percent] of households in Ashmoor owned a bicycle.', page).verdict).toBe(
      'contradicted'
    )
  })

  test('where other years have sentences of their own', () => {
    const page =
      'In 2020, 30 percent of households in Ashmoor owned a bicycle. In 2021, 31 percent of households in Ashmoor owned a bicycle.'
    const verdict = judge('In 2021, [34 percent] of households in Ashmoor owned a bicycle.', page)
    expect(verdict).toMatchObject({
      verdict: 'contradicted',
      closest: '31 percent',
      passage: 'In 2021, 31 percent of households in Ashmoor owned a bicycle.'
    })
  })

  test('but not where the figure stands elsewhere on the page', () => {
    const page =
      'In 2021, 31 percent of households in Ashmoor owned a bicycle. ¶ In the valley 32 percent did.'
    expect(judge('In 2021, [32 percent] of households in Ashmoor owned a bicycle.', page).verdict).toBe(
      'supported'
    )
  })
})

test('a page of two megabytes is judged in time', {timeout: 120_000}, () => {
  const row = (at: number): string =>
    `Year: ${1900 + (at % 120)} | Share (%): ${(at * 7919) % 97}.${at % 10} | Loaves: ${at * 37}`
  const page = {blocks: Array.from({length: 40_000}, (_, at) => row(at))}
  const started = performance.now()
  for (let at = 0; at < 40; at++)
    judge(`In 2021, [${at}.55 percent] of households in Ashmoor had a share of loaves.`, page)
  expect(performance.now() - started).toBeLessThan(60_000)
})
