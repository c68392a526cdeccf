import {expect, test} from 'vitest'
import {presets} from '../../src/config/builtin.ts'
import {createDocument} from '../../src/document/create.ts'
import {LimitFault, ParserFailure} from '../../src/document/parse/fault.ts'
import {plainText} from '../../src/document/parse/plain-text.ts'
import {loadParser} from '../../src/engine/parsers/parsers.ts'
import {briefLength} from '../../src/engine/time-limit.ts'
import {lintDocument} from '../../src/lint/document.ts'
import {cpuTime} from './cpu-time.ts'
import {hostileTexts} from './hostile-texts.ts'
import {isFull, record} from './row.ts'

/** Those that took longest when all were measured. */
const slowest = [
  'items of a list',
  'empty headings',
  'underlined headings',
  'keyword lines',
  'images of nothing'
]

test('fault 47: what is linted without a limit of time needs none', async (context) => {
  const satteri = await loadParser('satteri')
  const tried = hostileTexts.filter(
    ({name, extension}) => ['.md', '.txt'].includes(extension) && (isFull || slowest.includes(name))
  )
  const slow: string[] = []
  let most = {time: 0, name: ''}
  for (const {name, extension, make} of tried) {
    const text = make(briefLength).slice(0, briefLength)
    const parser = extension === '.md' ? satteri : plainText
    const time = cpuTime(() => {
      try {
        lintDocument(createDocument(text, name, {parser}), presets.strict)
      } catch (error) {
        // Refused, or left to a parser that is watched.
        if (!(error instanceof LimitFault || error instanceof ParserFailure)) throw error
      }
    }, 1)
    // Other machines may be slower.
    if (time > (isFull ? 1000 : 5000)) slow.push(name)
    if (time > most.time) most = {time, name}
  }
  record(context, {
    row: `hostile inputs of ${briefLength / 1024} KB linted in less than a second, so that no clock watches them`,
    passed: tried.length - slow.length,
    of: tried.length,
    note: `the slowest ${(most.time / 1000).toFixed(2)} s: ${most.name}`
  })
  expect(slow).toEqual([])
  expect(tried.length).toBeGreaterThanOrEqual(slowest.length)
})
