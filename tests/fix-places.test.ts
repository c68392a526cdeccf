import {expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {fixText} from '../src/lint/fix.ts'
import {type LintResult, lintText} from '../src/lint/index.ts'

const lint = (text: string): LintResult => lintText(text, {path: 'a.md', ruleset: recommended})

const paragraph =
  'Dr. Ada Lund baked bread in the old valley for many years, and every winter she stored the grain in the upper mill.'

it('fault 21: a fix that keeps lines apart ends where a `<br>` stands in a line', () => {
  const text = `roofs <br> Nobody in…\n${paragraph} What Your Fleet Needs\n\n${paragraph}`
  const fixed = fixText(text, lint)
  expect(fixed.passes).toBeGreaterThan(0)
  expect(fixed.text).not.toContain('\n\n\n')
  expect(fixText(fixed.text, lint)).toMatchObject({text: fixed.text, applied: 0})
})

it.each(['- Bread And Mills TEXT', '- TEXT Bread And Mills'])(
  'fault 21: a heading that ran into an item is not set on a line outside of it: %s',
  (item) => {
    const long = `${paragraph} The depot was founded in 1874 and is still the largest in the whole of the north.`
    const text = `# Bread\n\n${long}\n\n${item.replace('TEXT', long)}\n\nThe end is near.\n`
    const messages = lint(text).messages.filter(({ruleId}) => ruleId === 'glued-heading')
    expect(messages.map(({fix}) => fix)).toEqual([undefined])
  }
)

it('fault 21: a fix that keeps lines apart does not cut a sentence that goes on in the next line', () => {
  const long = `${paragraph} She carried the sacks over the narrow bridge on her own back, and nobody ever saw her rest on`
  const text = ` The Mill In The Valley ${paragraph}\n\n What The Miller Kept\n\n ${long}\n a bench of stone.\n`
  const fixed = fixText(text, lint)
  expect(fixed.passes).toBeGreaterThan(0)
  expect(fixed.text).toMatch(/rest on\n ?a bench of stone/)
})
