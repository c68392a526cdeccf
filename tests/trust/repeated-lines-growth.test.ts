import {expect, test} from 'vitest'
import {presets} from '../../src/config/builtin.ts'
import {loadParser} from '../../src/engine/parsers/parsers.ts'
import {lintText} from '../../src/lint/index.ts'
import {readRuleExamples} from '../tools/fuzz/texts.mjs'
import {cpuTime} from './cpu-time.ts'
import {isFull, record} from './row.ts'

/** Of a text; every example is far below. */
const length = isFull ? 40_000 : 8_000
/** Milliseconds; what takes less is not worth measuring. */
const least = isFull ? 300 : 150
/** Two and a half times as long may take so much longer: with the square it takes more than six times. */
const most = 4
const alphabet = 'abcdefghijklmnopqrstuvwxyz'

/** What a line becomes when it comes again. */
const ways: readonly ((line: string, index: number) => string)[] = [
  (line) => line,
  (line, index) => line.replace(/\p{L}(?=[^\p{L}]*$)/u, (last) => `${last}${index}`),
  (line, index) => line.replace(/\p{L}+/u, (word) => `${word}${alphabet[index % 26]}${index}`)
]

/** Lines look like headings, labels, controls of a page, items: what reads them must not read the ones beside them each time. */
test('a line of an example that comes again and again takes linear time', {
  timeout: 7_200_000
}, async (context) => {
  const parser = await loadParser('auto', 'a.md')
  const lines = readRuleExamples().flatMap(({name, text}) =>
    text.split('\n').map((line, index) => ({name, line, around: text.split('\n'), index}))
  )
  const known = new Set<string>()
  const own = lines.filter(({line}) => {
    const isNew = line.trim() !== '' && !known.has(line)
    known.add(line)
    return isNew
  })
  const tried = own.filter((_, index) => isFull || index % 41 === 0)
  const failed: string[] = []
  for (const {name, line, around, index} of tried) {
    for (const [way, again] of ways.entries()) {
      for (const gap of ['\n', '\n\n']) {
        const textOf = (long: number): string => {
          let more = ''
          for (let at = 0; more.length < long; at++) more += again(line, at) + gap
          return [...around.slice(0, index), more, ...around.slice(index + 1)].join('\n')
        }
        const time = (long: number, turns: number): number => {
          const text = textOf(long)
          return cpuTime(() => lintText(text, {parser, ruleset: presets.all}), turns)
        }
        if (time(length, 1) < least || time(length, 3) < least) continue
        const [long, short] = [time(length, 3), time(length / 2.5, 3)]
        if (long > short * most)
          failed.push(`${name}, ${way}, ${JSON.stringify(gap + line)}: ${short}, ${long} ms`)
      }
    }
  }
  const of = tried.length * ways.length * 2
  record(context, {
    row: 'lines of examples that come again and again, in linear time',
    passed: of - failed.length,
    of,
    note: `${length / 1000} KB, in three ways, with and without blank lines`
  })
  expect(failed.join('\n')).toBe('')
})
