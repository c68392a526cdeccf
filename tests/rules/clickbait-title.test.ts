import {describe, expect, it} from 'vitest'
import {formulas, teasers} from '../../rules/clickbait-title/phrases.ts'
import rule from '../../rules/clickbait-title/rule.ts'
import {createPhraseMatcher} from '../../src/document/prose/phrases.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  return lintRule(rule, text, given).map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const lintTitle = (title: string, given?: Record<string, unknown>): string[] =>
  lint(`# ${title}\n\nBread keeps for a week.\n`, given).map(([, at]) => at)

describe('clickbait-title', () => {
  it.each([
    ['The Dark Truth About Yeast', 'The Dark Truth About'],
    ['Rye Bread: The Ultimate 2024 Guide', 'Ultimate 2024 Guide'],
    ['You Won’t Believe This Oven', 'Won’t Believe'],
    ['The Mill That Changed Everything', 'Changed Everything'],
    ['Slice Loaves With This Simple Trick', 'With This Simple Trick'],
    ['How I Earned €900 a Day With Rolls', 'I Earned €900 a']
  ])('reports %s', (title, at) => {
    expect(lintTitle(title)).toEqual([at])
  })

  it('reports a title once, at its first formula', () => {
    expect(lintTitle('The Truth About Ovens: An Ultimate Guide')).toEqual(['The Truth About'])
  })

  it('takes a teaser amiss only at the end', () => {
    expect(lintTitle('I Fed a Starter for a Year — Here’s Why')).toEqual(['Here’s Why'])
    expect(lintTitle('Here’s Why the Mill Burned Down in 1926')).toEqual([])
  })

  it('points into the front matter, at the whole title where its words are written otherwise', () => {
    expect(lint('---\ntitle: "The Truth About Rye"\n---\n\nBread.\n')).toEqual([
      ['formula', 'The Truth About']
    ])
    expect(lint('---\ntitle: "The Tr\\u0075th About Rye"\n---\n\nBread.\n')).toEqual([
      ['formula', '"The Tr\\u0075th About Rye"']
    ])
  })

  it('points into a title with marks', () => {
    expect(lint('# The *Truth* About Rye\n\nBread.\n')).toEqual([['formula', 'The *Truth* About Rye']])
  })

  it.each([
    'Five Ways to Keep a Starter Alive',
    'How to Knead Wet Dough',
    'What Bakers Can Teach Us About Time',
    'Why “The Truth About” Is on Every Cover',
    'How Clickbait Found the Truth About Bread',
    'The Secret Garden of Harrow',
    'Transparency: The Baker’s Secret Weapon',
    'Everything in the Mill Changed in 1926'
  ])('leaves alone: %s', (title) => {
    expect(lintTitle(title)).toEqual([])
  })

  it('reads only the title', () => {
    expect(lint('# Rye\n\n## The Truth About Rye\n\nThe truth about rye is that it keeps.\n')).toEqual([])
    expect(lint('The truth about rye is that it keeps for a week, and nobody knows why it does.\n')).toEqual(
      []
    )
  })

  it('takes formulas of the user, and leaves alone those he allows', () => {
    expect(lintTitle('Bread on Steroids', {phrases: ['on steroids']})).toEqual(['on Steroids'])
    expect(lintTitle('The Truth About Rye', {allow: ['the truth about']})).toEqual([])
  })
})

describe('its phrases', () => {
  it('can be read, each by itself, and stand there once', () => {
    const all = [...formulas, ...teasers]
    for (const phrase of all) expect(() => createPhraseMatcher([phrase]).match([])).not.toThrow()
    expect(new Set(all).size).toBe(all.length)
  })
})
