import {expect, it} from 'vitest'
import rule from '../../rules/bare-heading/rule.ts'
import {mdx} from '../../src/document/mdx.ts'
import {lintText} from '../../src/lint/index.ts'

function lint(...paragraphs: string[]): string[] {
  const text = paragraphs.join('\n\n')
  const {messages, crashes} = lintText(text, {ruleset: {rules: [{rule, severity: 'warn', options: {}}]}})
  expect(crashes).toEqual([])
  return messages.map(({start, end}) => text.slice(start, end))
}

const stones =
  'Each stone lies on two others, and no gap runs up through more than one course, so the wall leans on itself.'

it.each([
  '1,204 views · 5 min read How a dry stone wall stands',
  'May 3, 2025 · How a Dry Stone Wall Stands'
])('who wrote a text, when, and how often it was read is no heading: %s', (line) => {
  const top = ['’ How a dry stone wall stands', 'Ines Holt | May 3, 2025']
  expect(lint(...top, line, stones)).toEqual([])
  expect(lint(...top, 'How the Courses Are Laid', stones)).toEqual(['How the Courses Are Laid'])
})

it('what a box of MDX holds alone is said in it; with text below, it is a heading', () => {
  const of = (box: string) => {
    const text = `# Walls\n\n## Stones\n\n${stones}\n\n<Callout>\n${box}\n</Callout>\n\n${stones.replace('Each', 'A')}\n`
    return lintText(text, {parser: mdx, ruleset: {rules: [{rule, severity: 'warn', options: {}}]}}).messages
  }
  expect(of('\tThe wall leans on itself')).toEqual([])
  expect(
    of(`How the courses lie\n\n${stones.replace('Each', 'No')}`).map(({messageId}) => messageId)
  ).toEqual(['bare'])
})
