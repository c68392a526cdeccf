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
  const release = ['How a dry stone wall stands', stones, 'Who built it?', bed, 'Who mends it?', stones]
  expect(lint(...release, '###')).toEqual(['Who built it?', 'Who mends it?'])
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

it.each([
  "The wall does look well today, doesn't it?",
  'How crooked can a wall get, folks?',
  "He told the council: 'Each stone lies on two others.'",
  'He then told us what nobody had seen',
  'Ines Holt/Hand in Hand/Getty Images',
  'Walling · Comparison',
  'The Waller. By Ines Holt; 200 pages',
  'Editor’s note (June 2nd): This piece has been updated',
  "Don't miss these walls",
  'Read more of our reports from the hill',
  '4 min',
  '3 hours ago'
])('a sentence, a credit, a label or a time is no heading: %s', (line) => {
  expect(lint(...top, line, bed, 'How the Courses Are Laid', stones)).toEqual(['How the Courses Are Laid'])
})

it('a question that is the only line of its kind is asked of the reader', () => {
  expect(lint(...top, 'How long does a wall stand?', bed)).toEqual([])
  expect(lint(...top, 'How Long Does a Wall Stand?', bed)).toEqual(['How Long Does a Wall Stand?'])
  expect(lint(...top, 'How long does a wall stand?', bed, 'What the frost does', stones)).toHaveLength(2)
})

it('what somebody is asked who answers as “I” is no heading, nor another question in an interview', () => {
  const asked = (question: string) => [
    question,
    `I was nine years old when my uncle let me lay a stone. ${stones}`
  ]
  const first = asked('When did you lay your first stone?')
  expect(lint(...top, ...first, 'What the frost does', bed)).toEqual(['What the frost does'])
  const more = [...asked('Do you still go there?'), ...asked('How did you learn about the frost?')]
  expect(lint(...top, ...first, ...more, 'What about the frost?', bed)).toEqual([])
  expect(lint(...top, ...first, 'What about the frost?', bed, 'What the frost does', stones)).toHaveLength(2)
})

it('where most of the text stands in long lines, each is a paragraph, however many short ones there are', () => {
  const buttons = [
    'Home',
    'Walls',
    'Gates',
    'Stiles',
    'About',
    'Search',
    'Cart',
    'Maps',
    'Tools',
    'Shows',
    'Guilds'
  ]
  const page = [
    ...buttons,
    bed + stones,
    'What the Frost Does',
    stones + bed,
    'Who Mends the Wall',
    bed + bed
  ]
  expect(lint(page.join('\n'))).toEqual(['What the Frost Does', 'Who Mends the Wall'])
})

it('a question about how stands over the items of a list, and below the rows of a table', () => {
  const items = '1. Dig.\n2. Sort the stones.\n3. Lay the bed.'
  expect(lint(...top, 'How to Build One', items)).toEqual(['How to Build One'])
  expect(lint(...top, 'Height\tone metre', 'Age\tninety years', 'What the Frost Does', bed)).toEqual([
    'What the Frost Does'
  ])
})

it('the button of a wiki behind a heading goes with the repair', () => {
  const text = [...top, 'The frost[edit]', bed, 'The cope [ edit source ]', stones].join('\n\n')
  const {messages} = lintText(text, {ruleset: {rules: [{rule, severity: 'warn', options: {}}]}})
  expect(messages.map(({start, end}) => text.slice(start, end))).toEqual(['The frost', 'The cope'])
  expect(
    messages.map(({fix}) =>
      fix?.filter(({text: by}) => by === '').map(({start, end}) => text.slice(start, end))
    )
  ).toEqual([['[edit]'], [' [ edit source ]']])
})

it('a line in small letters right below the title stands for the article', () => {
  expect(
    lint('How a dry stone wall stands', 'From the editors of the wall book', bed, 'The Frost', stones)
  ).toEqual(['The Frost'])
  expect(
    lint('How a dry stone wall stands', 'From the Editors of the Wall Book', bed, 'The Frost', stones)
  ).toHaveLength(2)
})

it('what everybody calls a part is a heading below short lines and in one word', () => {
  expect(lint(...top, 'gates and stiles', 'Conclusion', bed)).toEqual(['Conclusion'])
  expect(lint(...top, 'gates and stiles', 'Confusion', bed)).toEqual([])
  expect(lint('# How a dry stone wall stands', stones, 'FAQs', bed)).toEqual(['FAQs'])
  expect(lint('# How a dry stone wall stands', stones, 'Frost', bed)).toEqual([])
})

it('lines that go on in the middle of a sentence are no paragraphs: a link or bold was torn out of it', () => {
  const torn = `${stones} The bed was dug by\nInes Holt\n, who has mended walls since the flood and\nnever used mortar. ${bed}`
  expect(
    lint(['How a dry stone wall stands', torn, `${bed} So it is.`, 'What the Frost Does', stones].join('\n'))
  ).toEqual([])
  const whole = torn.replace('\n,', ',').replace('by\n', 'by ').replace('and\n', 'and ')
  expect(
    lint(['How a dry stone wall stands', whole, `${bed} So it is.`, 'What the Frost Does', stones].join('\n'))
  ).toEqual(['What the Frost Does'])
})
