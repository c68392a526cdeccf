import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {judgeStatement} from '../src/sources/judging/judge.ts'
import {heldOutFiles, readCases, scoreCases} from './tools/sources/held-out.mjs'

describe.each(heldOutFiles.map((url) => ({file: path.basename(fileURLToPath(url)), url})))(
  'the cases of $file, written without a look at the judges',
  ({url}) => {
    const cases = readCases(url)

    it('hold each figure and quotation in its statement, and each statement once to a page', () => {
      const stray = cases.filter(
        ({statement, figure, quotation = figure}) => !statement.includes(quotation ?? '\n')
      )
      expect(stray).toEqual([])
      const askedFor = cases.map(({statement, page, figure, quotation}) =>
        [statement, page, figure ?? quotation].join('\n')
      )
      expect(new Set(askedFor).size).toBe(cases.length)
    })

    it('are never taken for contradicted where they are not', () => {
      const {misses, falseContradicted} = scoreCases(cases, judgeStatement)
      expect(misses.filter(({got}) => got === 'contradicted')).toEqual([])
      expect(falseContradicted).toBe(0)
    })
  }
)
