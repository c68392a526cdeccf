import {describe, expect, it} from 'vitest'
import rule from '../../rules/byline-mismatch/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

const text =
  'The lamp is lit by hand, as it was a hundred years ago, and the keeper carries the oil up the stairs every evening.'

const lint = (source: string): [id: string, at: string, other: string][] =>
  lintRule(rule, source).map(({messageId, start, end, related}) => [
    messageId,
    source.slice(start, end),
    source.slice(related?.[0]?.start, related?.[0]?.end)
  ])

/** With an author in the front matter. */
const article = (author: string, body: string): string => `---\nauthor: ${author}\n---\n\n${body}\n`

describe('byline-mismatch', () => {
  it.each([
    ['a byline', article('Ann Holt', `By Mara Quist\n\n${text}`), 'By Mara Quist', 'Ann Holt'],
    [
      'a linked byline',
      article('Ann Holt', `*By [Mara Quist](/mara)*\n\n${text}`),
      'By [Mara Quist',
      'Ann Holt'
    ],
    ['the end', article('Ann Holt', `${text}\n\nWritten by Mara Quist`), 'Written by Mara Quist', 'Ann Holt'],
    [
      'a biography',
      article('Ann Holt', `${text}\n\n## About the author\n\nMara Quist is a keeper.`),
      'Mara Quist',
      'Ann Holt'
    ],
    [
      'a biography below the author line',
      `The Lamp on the Pier\n\n${text}\n\nWritten by Ann Holt\n\nMara Quist is a keeper.\n`,
      'Mara Quist',
      'Written by Ann Holt'
    ],
    [
      'a list of mappings',
      `---\nauthors:\n  - name: Ann Holt\n---\n\nBy Mara Quist\n\n${text}\n`,
      'By Mara Quist',
      '- name: Ann Holt'
    ],
    [
      'words that both have',
      article('Ann Holt', `Written by Mara Quist and Lou Abel\n\n${text}`),
      'Written by Mara Quist and Lou Abel',
      'Ann Holt'
    ],
    [
      'particles that both have',
      article('Jo de la Rue', `By Mara de la Cruz\n\n${text}`),
      'By Mara de la Cruz',
      'Jo de la Rue'
    ],
    [
      'several authors',
      article('[Ann Holt, Bo Lind]', `By Mara Quist\n\n${text}`),
      'By Mara Quist',
      '[Ann Holt, Bo Lind]'
    ]
  ])('compares with %s', (_name, source, at, other) => {
    expect(lint(source)).toEqual([['mismatch', at, other]])
  })

  it.each([
    [
      'the same name',
      article('Ann Holt', `By Ann Holt\n\n${text}\n\nWritten by Ann Holt\n\nAnn Holt is a keeper.`)
    ],
    ['initials', article('Ann Maria Holt', `By A. M. Holt\n\n${text}`)],
    ['accents', article('René Hölt', `By Rene Holt\n\n${text}`)],
    ['one of several', article('[Ann Holt, Bo Lind]', `By Bo Lind\n\n${text}`)],
    ['two in the byline', article('Bo Lind', `By Ann Holt and Bo Lind\n\n${text}`)],
    ['a team', article('The Pier Team', `By Mara Quist\n\n${text}`)],
    ['a team in the byline', article('Mara Quist', `By Pier News\n\n${text}`)],
    ['a handle', article('annh', `By Mara Quist\n\n${text}`)],
    ['one name that is none', article('[Ann Holt, quist]', `By Mara Quist\n\n${text}`)],
    ['one name that is no text', article('[Ann Holt, 12]', `By Mara Quist\n\n${text}`)],
    ['names in capitals', article('ANN HOLT', `By Ann Holt\n\n${text}`)],
    ['a quotation on top', article('Ann Holt', `> By Mara Quist\n\n${text}`)],
    [
      'a paragraph far below the top',
      article('Ann Holt', `${`${text}\n\n`.repeat(8)}By Mara Quist the lamp was lit.\n\n${text}\n\n${text}`)
    ],
    ['another role', article('Ann Holt', `${text}\n\nReviewed by Mara Quist`)],
    ['people of the article', article('Ann Holt', `${text}\n\nMara Quist is a keeper.`)],
    ['running text', article('Ann Holt', `By Friday Mara Quist has to carry the oil up the stairs. ${text}`)],
    ['one credit', `By Mara Quist\n\n${text}\n`]
  ])('leaves alone: %s', (_name, source) => {
    expect(lint(source)).toEqual([])
  })
})
