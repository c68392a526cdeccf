import {describe, expect, it} from 'vitest'
import {phrases} from '../../rules/generic-closing/phrases.ts'
import rule from '../../rules/generic-closing/rule.ts'
import {createPhraseMatcher} from '../../src/document/prose/phrases.ts'
import {lintRule} from '../setup/lint-rule.ts'

function lint(text: string, given?: Record<string, unknown>): string[] {
  const messages = lintRule(rule, text, given)
  expect(messages.every(({messageId}) => messageId === 'closing')).toBe(true)
  return messages.map(({start, end}) => text.slice(start, end))
}

const body = `# The oven of Lund

The oven of Lund was built of brick and stands beside the church.

Women of the village fired it on Fridays, and the bread was shared.

A frost broke the dome, and a mason from the valley mended it.
`
const closing =
  'As the village continues to evolve, its oven is likely to play an important role for years to come. It will remain a place where people meet and share their bread.'
const article = (last: string): string => `${body}\n${last}\n`

describe('generic-closing', () => {
  it('reports the last paragraph', () => {
    expect(lint(article(closing))).toEqual([closing])
  })

  it('reports the last paragraph of the conclusion, where other sections follow', () => {
    const text = `${body}\n## Final thoughts\n\n${closing}\n\n## Questions\n\nWho has the key? The miller has it, and he lends it to anybody who asks for it before noon.\n`
    expect(lint(text)).toEqual([closing])
  })

  it.each([
    'Conclusion',
    'In conclusion',
    'Concluding remarks',
    'My final thoughts',
    'Closing words',
    'Parting thoughts',
    'Last words',
    'The verdict',
    'Takeaways',
    'Wrapping up',
    'Wrap-up',
    'The bottom line',
    'In summary',
    'Summing up',
    'Key takeaways',
    'The road ahead',
    'The path forward',
    '5. The way ahead'
  ])('knows a conclusion that is called %s', (heading) => {
    const text = `${body}\n## ${heading}\n\n${closing}\n\n## Questions\n\nWho has the key? The miller has it, and he lends it to anybody who asks for it before noon.\n`
    expect(lint(text)).toEqual([closing])
  })

  it('looks over a short line, sources and a biography', () => {
    const end = 'Share this with a friend.\n\n## Sources\n\n- The parish book\n'
    expect(lint(`${body}\n${closing}\n\n${end}`)).toEqual([closing])
    expect(
      lint(
        `By Ann Lee\n\n${body}\n${closing}\n\nA\n\nWritten by Ann Lee\n\nAnn Lee is a senior writer covering bread.\n`
      )
    ).toEqual([closing])
  })

  it('looks over a short line with a number that says nothing', () => {
    expect(lint(`${body}\n${closing}\n\n2 comments\n`)).toEqual([closing])
  })

  it('accepts names the article is about', () => {
    const named = closing.replace('the village', 'Lund')
    expect(lint(article(named))).toEqual([named])
  })

  it.each([
    [
      'one phrase',
      closing
        .replace('is likely to play an important role for years to come', 'stands cold')
        .replace('will remain', 'was')
    ],
    ['a digit', `${closing} It burns 40 logs.`],
    ['a link', `${closing} See [the plan](https://lund.example/plan).`],
    ['a quotation', `${closing} “It is warm.”`],
    ['a source', `${closing.replace('.', ', according to Joan Marsh.')}`],
    ['a new name', `${closing} The mason now lives in Malmö.`],
    ['the first person', `${closing} I miss it.`],
    ['the next part', `${closing} The third and final part of this series fires it again.`],
    ['the next article', `${closing} In the next post the miller fires it.`],
    ['a short farewell', 'As the village continues to evolve, it will remain a testament to us.'],
    ['a long paragraph', `${closing} ${'The bread is dark and the crust is hard. '.repeat(20)}`],
    ['a list', `- ${closing}`],
    ['a block quote', `> ${closing}`],
    ['a short line with a day below it', `${closing}\n\nThe next baking is on 4 May.`],
    ['a short line with a link below it', `${closing}\n\nJoin us [on Friday](https://lund.example).`]
  ])('leaves alone: %s', (_name, last) => {
    expect(lint(article(last))).toEqual([])
  })

  it('leaves short notes alone', () => {
    expect(lint(`# The oven of Lund\n\nIt is warm.\n\n${closing}\n`)).toEqual([])
  })

  it('leaves a closing alone that is no longer the last', () => {
    expect(
      lint(
        article(
          `${closing}\n\nThe key hangs in the shop of the miller, who lends it to anybody who asks before noon and pays for the wood.`
        )
      )
    ).toEqual([])
  })

  it('can ask for more phrases', () => {
    expect(lint(article(closing), {minPhrases: 9})).toEqual([])
  })

  it.each([
    ['only short lines', `${body}\nIt is warm.\n\nIt is old.\n\nIt is ours.\n`, []],
    ['a copy of another paragraph', `${body}\n${closing}\n\nThe key is with the priest.\n\n${closing}\n`, []],
    ['no title', `${body.replace(/^#.*\n\n/, '')}\n${closing} The key is in Malmö.\n`, []],
    ['a reference to a note', `${body}\n${closing}[^1]\n\n[^1]: A book.\n`, []],
    [
      'a name in the possessive',
      `${body}\n${closing} Everyone knows Lund’s worth.\n`,
      [`${closing} Everyone knows Lund’s worth.`]
    ]
  ])('judges an article with %s', (_name, text, found) => {
    expect(lint(text)).toEqual(found)
  })
})

it('its phrases can be read, each by itself', () => {
  for (const phrase of phrases) expect(() => createPhraseMatcher([phrase]).match([])).not.toThrow()
  expect(new Set(phrases).size).toBe(phrases.length)
})
