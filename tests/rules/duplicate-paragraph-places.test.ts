import {describe, expect, it} from 'vitest'
import rule from '../../rules/duplicate-paragraph/rule.ts'
import {mdx} from '../../src/document/parse/mdx.ts'
import {lintText} from '../../src/lint/index.ts'
import {lintRule} from '../setup/lint-rule.ts'

const storms = 'Winter storms have moved the stones of the landing three times since the tower was built.'
const oil = 'The harbour board sends two barrels in spring and one in autumn, and nobody asks for more.'
const keeper =
  'The keeper rows out twice a week, trims the wick, winds the clockwork and writes the weather into a book nobody reads.'
const long = `${keeper} ${storms}`
const join = (...parts: string[]) => `${parts.join('\n\n')}\n`
/** Whether each copy goes. */
const fixes = (...parts: string[]) =>
  lintRule(rule, join('# A lamp', ...parts)).map(({fix}) => fix !== undefined)

describe('the fix leaves', () => {
  it('a short text to the section that it opens or ends', () => {
    const line = 'The keeper keeps the key of the tower in the pocket of his winter coat.'
    expect(fixes('## Oil', oil, storms, '## Wicks', 'A gull.', storms)).toEqual([false])
    expect(fixes('## Oil', oil, long, '## Wicks', 'A gull.', long)).toEqual([true])
    expect(fixes('## Oil', storms, oil, '## Wicks', storms, 'A gull.')).toEqual([false])
    expect(fixes('## Oil', oil, storms, '## Wicks', storms, 'A gull.')).toEqual([true])
    expect(fixes('## Oil', oil, storms, '## Wicks', 'A gull.', storms, 'A boat.')).toEqual([true])
    expect(fixes('## Oil', oil, line, '## Wicks', 'A gull.', line, 'A boat.')).toEqual([false])
    expect(fixes('## Oil', storms, oil, storms)).toEqual([true])
  })

  it('a notice that three sections have', () => {
    const issue = (month: string) => [
      `## ${month}`,
      `In ${month} the lamp was lit each night.`,
      long,
      'A boat.'
    ]
    expect(fixes(...issue('May'), ...issue('June'))).toEqual([true])
    expect(fixes(...issue('May'), ...issue('June'), ...issue('July'))).toEqual([false, false])
  })

  it('what two notices of one form say, unless one of them was pasted under the same heading', () => {
    const notice = (lamp: string) => [
      `The ${lamp} lamp needs a keeper.`,
      long,
      oil,
      storms,
      'Write to the board.'
    ]
    const kept = [false, false, false]
    expect(fixes('## The red lamp', ...notice('red'), '## The green lamp', ...notice('green'))).toEqual(kept)
    const isPasted = fixes('## The lamps', ...notice('red'), '## The lamps', ...notice('green'))
    expect(isPasted).toEqual([true, true, true])
    const two = fixes(
      '## The red lamp',
      'Red.',
      long,
      oil,
      'A boat.',
      '## Green',
      'Green.',
      long,
      oil,
      'A gull.'
    )
    expect(two).toEqual([true, true])
  })

  it('what a box has, and the text that has the words of a box', () => {
    for (const [start, end] of [
      ['<details>\n<summary>More</summary>', '</details>'],
      ['<div class="card">', '</div>'],
      [':::note', ':::'],
      ['{% note %}', '{% endnote %}'],
      ['{{< note >}}', '{{< /note >}}']
    ] as const) {
      expect([start, fixes(start, storms, end, oil, storms)]).toEqual([start, [false]])
      expect([start, fixes(storms, oil, start, storms, end)]).toEqual([start, [false]])
      expect([start, fixes(start, oil, storms, keeper, storms, 'A gull.', end)]).toEqual([start, [true]])
    }
    const element = join('# A lamp', '<Note>', storms, '</Note>', oil, storms)
    const inLine = join('# A lamp', `<Note>${storms}</Note>`, oil, storms)
    const ruleset = {rules: [{rule, severity: 'warn', options: {}}]} as const
    for (const text of [element, inLine])
      expect(lintText(text, {ruleset, parser: mdx}).messages.map(({fix}) => fix)).toEqual([undefined])
  })

  it('nothing to an element that is never closed', () => {
    expect(fixes(storms, '{{< film "lamp" >}}', oil, storms)).toEqual([true])
    expect(fixes(storms, '<img src="lamp.jpg">', oil, storms)).toEqual([true])
  })

  it('what HTML, bold or a footnote says in another way', () => {
    expect(fixes(`<p>${storms}</p>`, oil, storms)).toEqual([false])
    expect(fixes(`**${storms}**`, oil, storms)).not.toContain(true)
    expect(fixes('The lamp.[^1]', `[^1]: ${storms}`, oil, storms)).not.toContain(true)
  })

  it('what belongs to the line above, be it the copy or the first one', () => {
    for (const lead of ['Ann wrote:', 'What did Ann write?', '**Ann**', 'Seen from the boat']) {
      expect([lead, fixes(lead, storms, oil, storms)]).toEqual([lead, [false]])
      expect([lead, fixes(storms, oil, lead, storms)]).toEqual([lead, [false]])
      expect([lead, fixes(lead, storms, storms, oil)]).toEqual([lead, [true]])
    }
    expect(fixes('The keeper slept.', storms, oil, storms)).toEqual([true])
  })

  it('what a list without marks or the meaning of a term would miss', () => {
    expect(fixes(`3\\. ${storms}`, oil, `3\\. ${storms}`)).toEqual([false])
    expect(fixes(`• ${storms}`, oil, `• ${storms}`)).toEqual([false])
    expect(fixes(`Wick\n: ${oil}`, `  ${storms}`, `Oil\n: ${keeper}`, `  ${storms}`)).toEqual([false])
    expect(fixes(`3 in 4 boats know that. ${storms}`, oil, `3 in 4 boats know that. ${storms}`)).toEqual([
      true
    ])
  })
})
