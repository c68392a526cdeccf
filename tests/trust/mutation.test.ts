import {describe, expect, it} from 'vitest'
import {hashOf, readScores} from '../mutation/scores.mjs'
import {targets} from '../mutation/targets.mjs'
import {record} from './row.ts'

const scores = readScores()

describe.each([
  {group: 'rules', of: 'rules', least: 75},
  {group: 'safety', of: 'safety code', least: 90}
])('mutants of $of', ({group, of, least}) => {
  it('are killed by the tests', (context) => {
    const own = targets.filter((target) => target.group === group)
    const measured = own.flatMap(({name, files}) => {
      const score = scores[name]
      return score ? [{...score, isOld: score.hash !== hashOf(files)}] : []
    })
    const all = measured.reduce((total, score) => total + score.of, 0)
    const killed = measured.reduce((total, score) => total + score.killed, 0)
    const score = (100 * killed) / all
    const first = measured.map(({date}) => date).sort()[0]
    const isSample = measured.some(({sample}) => sample < 100)
    const changed = measured.filter(({isOld}) => isOld).length
    record(context, {
      row: `mutants of ${of} killed, %; needed`,
      passed: Math.floor(10 * score) / 10,
      of: least,
      note: `${isSample ? `a sample, so ${interval(killed, all)}: ` : ''}${killed} of ${all} in ${measured.length} of ${own.length} targets, since ${first}, ${changed} changed since; \`npm run mutate\``
    })
    expect(all).toBeGreaterThan(0)
    // The figures are of the last measurement; a change of code waits for the next one.
    expect(score).toBeGreaterThanOrEqual(least)
  })

  it('are counted for what exists', () => {
    const names = new Set(targets.map(({name}) => name))
    expect(Object.keys(scores).filter((name) => !names.has(name))).toEqual([])
    expect(Object.values(scores).filter(({killed, of: all}) => killed > all || killed < 0)).toEqual([])
  })
})

/** In which the share of all mutants lies, 19 times of 20 (Wilson). */
function interval(killed: number, of: number): string {
  const z = 1.96
  const share = killed / of
  const middle = share + z ** 2 / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  const [low, high] = [middle - reach, middle + reach].map((one) => (100 * one) / (1 + z ** 2 / of))
  return `${low?.toFixed(1)} to ${high?.toFixed(1)} %`
}
