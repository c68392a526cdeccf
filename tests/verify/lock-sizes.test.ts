import {describe, expect, it} from 'vitest'
import {UsageError} from '../../src/engine/error.ts'
import {checkSources} from '../../src/engine/verify/index.ts'
import {parseRecords} from '../../src/engine/verify/lock-format.ts'
import type {SourceRecord} from '../../src/sources/model.ts'
import {makeFolder} from '../setup/folder.ts'
import {online} from './sources.ts'

const url = 'https://a.example/rain'
const alive: SourceRecord = {
  url,
  state: 'alive',
  fetched: '2026-11-19',
  isReadable: true,
  statements: [{text: 'It rained 32 mm.', figures: [{text: '32 mm', verdict: 'supported'}], quotations: []}]
}

function fileOf(...sources: readonly unknown[]): string {
  return JSON.stringify({version: 1, sources})
}

function refusalOf(text: string): string {
  try {
    parseRecords(text, 's.json')
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as UsageError).message
  }
  return expect.fail('expected a UsageError')
}

const nested = (open: string, close: string): string => `${open.repeat(200_000)}1${close.repeat(200_000)}`

describe('a lock file of many megabytes', () => {
  it.each([
    ['a version that is nested deeply', `{"version": ${nested('[', ']')}, "sources": []}`],
    ['a version that is an object', `{"version": ${nested('{"a":', '}')}, "sources": []}`],
    ['a version that is very long', `{"version": "${'1'.repeat(5e6)}", "sources": []}`],
    ['sources that are nested deeply', `{"version": 1, "sources": ${nested('{"a":', '}')}}`],
    ['a record that is nested deeply', fileOf().replace('[]', `[{"url": ${nested('[', ']')}}]`)],
    [
      'statements that are nested deeply',
      fileOf(alive).replace(/"statements":\[.*\]/, `"statements":${nested('[', ']')}`)
    ],
    ['brackets that are never closed', `{"version": 1, "sources": ${'['.repeat(5e6)}`],
    ['words that never end', `{"version": 1, "sources": ["${'a'.repeat(3e7)}`],
    ['escapes that never end', `{"version": 1, "sources": ["${'\\u0041'.repeat(4e6)}`],
    ['a million blanks', `${' '.repeat(1e7)}x`],
    ['a million lines', `${'\n'.repeat(1e7)}<`],
    ['a number of a million digits', `${'1'.repeat(1e7)}x`],
    ['almost a conflict', '<'.repeat(1e7)],
    ['a million records that are none', `{"version": 1, "sources": [${'1,'.repeat(1e6)}1]}`]
  ])('fault 73: %s is refused with its reason, in time', (_, text) => {
    const start = performance.now()
    const message = refusalOf(text)
    expect(message.length).toBeLessThan(400)
    expect(message).toMatch(/^s\.json|^`s\.json`/)
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  it('many statements of one source are found in time', async () => {
    const statements = Array.from({length: 50_000}, (_, index) => ({
      text: `It rained ${String(index).padStart(6, '0')} mm on that day.`,
      figures: [],
      quotations: []
    }))
    const {sources} = await checkSources(
      [],
      online({mode: 'locked'}),
      makeFolder({'articlelint.sources.json': fileOf({...alive, statements})})
    )
    const start = performance.now()
    for (const {text} of statements) expect(sources.verdictOf(url, {text})?.text).toBe(text)
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
