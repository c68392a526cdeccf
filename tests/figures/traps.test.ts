import {expect, test} from 'vitest'
import {moreTraps} from './more-traps.ts'
import {judge} from './pages.ts'
import {opposites, traps} from './traps.ts'

test.each(traps)('not contradicted: %s', (_, sentence, page) => {
  expect(judge(sentence, page).verdict).not.toBe('contradicted')
})

test.each(moreTraps)('not contradicted: %s | %s', (sentence, page) => {
  expect(judge(sentence, page).verdict).not.toBe('contradicted')
})

test.each(opposites)('contradicted: %s', (_, sentence, page, closest) => {
  expect(judge(sentence, page)).toMatchObject({verdict: 'contradicted', closest})
})
