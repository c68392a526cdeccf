import {expect, it} from 'vitest'
import rule from '../../rules/glued-heading/rule.ts'
import {lintText} from '../../src/lint/index.ts'

function lint(...paragraphs: string[]): string[] {
  const text = paragraphs.join('\n\n')
  const {messages, crashes} = lintText(text, {ruleset: {rules: [{rule, severity: 'error', options: {}}]}})
  expect(crashes).toEqual([])
  expect(messages.every(({ruleId, messageId}) => ruleId === 'glued-heading' && messageId === 'glued')).toBe(
    true
  )
  return messages.map(({start, end}) => text.slice(start, end))
}

const title = '# The ferry at Holt'
const ferry =
  'The ferry crosses eleven times a day, and in a storm it stays on the side where the ferryman has his bed.'
const cable = 'A cable holds the boat against the stream, and two men turn the wheel that winds it up.'

it('a question that lost the blank behind it is a heading', () => {
  expect(lint(title, `How does the ferry hold its course?${cable}`, ferry)).toEqual([
    'How does the ferry hold its course?'
  ])
  expect(lint(title, `${ferry}Who pays for the cable?${cable}`)).toEqual(['Who pays for the cable?'])
  // With its blank it may be asked in the text, and behind other words no paragraph opens with it.
  expect(lint(title, `How does the ferry hold its course? ${cable}`, ferry)).toEqual([])
  expect(lint(title, `Nobody asked how the ferry holds its course?${cable}`, ferry)).toEqual([])
})

it('words that run into the first word of a sentence are a heading', () => {
  expect(lint(title, `Where the boats are builtThe yard lies below the bridge, and ${cable}`)).toEqual([
    'Where the boats are built'
  ])
  expect(lint(title, `${ferry}Crossing with a LanternWhen it is dark, ${ferry}`)).toEqual([
    'Crossing with a Lantern'
  ])
  // Names of two words, also those that end like a sentence may begin; code; a lead-in in bold.
  expect(lint(title, `The boats of the yard were sold on LinkedIn for years, and ${cable}`)).toEqual([])
  expect(
    lint(title, `The pages were looked up with BuiltWith before the yard was sold, and ${cable}`)
  ).toEqual([])
  expect(lint(title, `The method startsWith compares the names of the boats, and ${cable}`)).toEqual([])
  expect(lint(title, `**Where the boats are built**The yard lies below the bridge, and ${cable}`)).toEqual([])
  expect(lint(title, `Where the boats are \`isOverThe\` yard below the bridge, and ${cable}`)).toEqual([])
})

it('words that run on behind the last sentence are a heading, above text', () => {
  expect(lint(title, `${ferry}From the bridge to the sea`, cable)).toEqual(['From the bridge to the sea'])
  expect(lint(title, `${ferry}From the bridge to the sea`)).toEqual([])
  expect(lint(title, `${ferry}From the bridge to the`, cable)).toEqual([])
  expect(
    lint(
      title,
      'The timetable of the ferry stands on Holt.Ferry and on a board at the inn, with the Prices.Of all boats',
      cable
    )
  ).toEqual([])
})

it('a short question in Title Case stands before a sentence that opens with no name', () => {
  expect(lint(title, ferry, `Where to Stay The inn by the quay has nine rooms, and ${cable}`)).toEqual([
    'Where to Stay'
  ])
  expect(
    lint(title, ferry, `Where to Stay Holt has nine rooms above the inn by the quay, and ${cable}`)
  ).toEqual([])
  expect(
    lint(title, ferry, `Who is Jason? There are nine rooms above the inn by the quay, and ${cable}`)
  ).toEqual([])
})

it('a marked heading in capitals throughout, or one that a list names without its number, holds no paragraph', () => {
  const called =
    'The Sign on the Quay Told It to “Wait Behind the Chain at All Times.” The Crowd Had Grown Past What the Quay Would Hold for Them'
  const asked =
    'Given that the ferry will go on to carry both sheep and people, how do we best keep the two apart on all of its crossings?'
  expect(lint(title, `## ${called}.`, ferry)).toEqual([])
  expect(lint(title, `1. ${cable}\n2. ${asked}`, `## 2. ${asked}`, ferry)).toEqual([])
})
