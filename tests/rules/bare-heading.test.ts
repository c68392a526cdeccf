import {expect, it} from 'vitest'
import rule from '../../rules/bare-heading/rule.ts'
import {mdx} from '../../src/document/parse/mdx.ts'
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

const bed =
  'The bed of the wall is dug as deep as a spade is long, and the widest stones of the heap are laid into it by two people.'
const top = ['How a dry stone wall stands', stones]

it('parts with a number are headings in pasted text', () => {
  const parts = ['1. The Bed', bed, '2. Running Joints', stones, '3. The Cope (1904)', bed]
  expect(lint(...top, ...parts)).toEqual(['1. The Bed', '2. Running Joints', '3. The Cope (1904)'])
  // Two may be a list, and so are steps that end with a stop, or a series with a gap.
  expect(lint(...top, ...parts.slice(0, 4))).toEqual([])
  expect(lint(...top, '1. Dig the bed.', bed, '2. Lay the joints.', stones, '3. Set the cope.', bed)).toEqual(
    []
  )
  expect(lint(...top, '1. The Bed', bed, '3. Running Joints', stones, '4. The Cope', bed)).toEqual([])
  // Where headings have marks, it is what the author wrote.
  expect(lint('# How a dry stone wall stands', stones, ...parts)).toEqual([])
})

it('a heading stands over the sentence that leads on to a list', () => {
  const list = '• a gap above a gap\n• a stone that rocks'
  const heading = 'When a Wall Will Fall'
  expect(lint(...top, heading, 'Here are the signs to look for in spring:', list)).toEqual([heading])
  expect(lint(...top, heading, 'Look closely:', list)).toEqual([])
  expect(lint(...top, 'signs of a fall', 'Here are the signs to look for in spring:', list)).toEqual([])
})

it('words that announce a list stand over its items', () => {
  const items = '1. Dig.\n2. Sort the stones.\n3. Lay the bed.'
  expect(lint(...top, 'Three Steps to a Wall', items)).toEqual(['Three Steps to a Wall'])
  expect(lint(...top, 'Ines Holt of Harrow', items)).toEqual([])
})

it('a heading stands over fields, and the next one below them', () => {
  const fields = ['Height: 1.2 metres', 'Weight: two tons a metre', 'Age: 90 years']
  const next = ['Building', bed]
  expect(lint(...top, 'Quick Facts', ...fields, ...next)).toEqual(['Quick Facts', 'Building'])
  expect(lint(...top, 'Facts', ...fields, 'Built by: nobody', bed)).toEqual([])
})

it('in small letters a heading over fields stands below a paragraph, and the next one has three words', () => {
  const fields = ['Height: 1.2 metres', 'Weight: two tons a metre', 'Stones: 90']
  expect(lint(...top, 'Key facts', ...fields, 'How it lasts', bed)).toEqual(['Key facts', 'How it lasts'])
  expect(lint(...top, 'Key facts', ...fields.slice(1), bed)).toEqual([])
  expect(lint(...top, 'Of the wall', 'Key facts', ...fields, bed)).toEqual([])
  expect(lint(...top, 'Key facts', ...fields, 'Ines Holt', bed)).toEqual(['Key facts'])
})

it('a colon ends a heading where others have none', () => {
  const other = ['How the Courses Are Laid', stones]
  expect(lint(...top, ...other, 'The Short Answer:', bed)).toEqual([other[0], 'The Short Answer:'])
  expect(lint(...top, 'The Short Answer:', bed)).toEqual([])
  expect(lint(...top, ...other, 'The Keeper:', bed)).toEqual([other[0]])
  expect(lint(...top, ...other, 'The Short Answer:', 'No.')).toEqual([other[0]])
})

it('questions about something have short answers', () => {
  const faq = [
    'FAQs About Walls',
    'Who builds them?',
    'The farmers of Harrow do.',
    'Do they last?',
    'Yes, for a hundred years.'
  ]
  expect(lint(...top, ...faq)).toEqual([faq[0], faq[1], faq[3]])
})

it('the mark at the end of a press release is no heading that shows how others are marked', () => {
  const release = ['How a dry stone wall stands', stones, 'Who built it?', bed]
  expect(lint(...release, '###')).toEqual(['Who built it?'])
  expect(lint(...release, '### Contact', 'Ines Holt')).toEqual([])
})

it.each([
  'Best Stones for a Dry Wall',
  'Love of Stones',
  'Watch the Foot of the Wall',
  'Video Lessons for Wallers',
  'Update Your Tools'
])('words of a caption or a farewell may open a heading: %s', (line) => {
  expect(lint(...top, line, bed)).toEqual([line])
})

it.each([
  'Best',
  'Best wishes',
  'Love, Ines',
  'Best regards Ines Holt',
  'Video: Ines Holt',
  'Update',
  'Watch by Ines Holt',
  'Thanks to Ines Holt',
  'Call Ines Holt: (937) 555-0148',
  'Cheers Ines'
])('are no heading alone, before a colon or a name: %s', (line) => {
  expect(lint(...top, line, bed)).toEqual([])
})
