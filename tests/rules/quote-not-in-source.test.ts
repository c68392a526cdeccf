import {describe, expect, it} from 'vitest'
import {showDifference} from '../../rules/quote-not-in-source/difference.ts'
import rule from '../../rules/quote-not-in-source/rule.ts'
import {createDocument} from '../../src/document/index.ts'
import {sourceReader} from '../../src/sources/statements/reader.ts'
import {alive, dead, lintWith, said, shown} from '../setup/sources.ts'

const notes = 'https://example.org/notes'
const words = 'the flour must rest for two nights before it is worth a loaf'
const sentence = `The keeper writes that “${words}” in [his report](${notes}).`
const text = `# Flour\n\n${sentence}\n`
const other = 'the flour must rest for three nights before it is worth a loaf'
const record = (verdict: 'supported' | 'contradicted' | 'absent') =>
  alive(notes, {
    title: 'Notes of a mill',
    statements: [
      said(sentence, {
        quotations: {[words]: {verdict, ...(verdict === 'contradicted' ? {closest: other} : {})}}
      })
    ]
  })

describe('quote-not-in-source', () => {
  it('stands on the words of the quotation, with those of the page', () => {
    const [message, ...more] = lintWith(rule, text, [record('contradicted')])
    expect(more).toEqual([])
    expect(message).toMatchObject({messageId: 'altered', text: words, actual: words, expected: [other]})
    expect(message?.reason).toContain('three')
    expect(message?.note).toContain('Notes of a mill')
  })

  it('warns where the page has nothing like it', () => {
    expect(lintWith(rule, text, [record('absent')])).toMatchObject([
      {messageId: 'absent', text: words, severity: 'warn'}
    ])
  })

  it.each([
    ['the page has it', [record('supported')]],
    ['nothing is known', []],
    ['the page is dead', [dead(notes, 'gone')]],
    ['the page was read for another sentence', [alive(notes)]]
  ])('is silent where %s', (_, records) => {
    expect(lintWith(rule, text, records)).toEqual([])
  })

  it('has nothing to say of sentences without a quotation, and asks for no page', () => {
    const plain = `# Flour\n\nThe keeper keeps 812 tonnes [in his barn](${notes}).\n`
    expect(lintWith(rule, plain, [record('contradicted')])).toEqual([])
  })

  it('is silenced by a comment', () => {
    const silenced = `# Flour\n\n<!-- articlelint-disable-next-line quote-not-in-source -- he told us so -->\n${sentence}\n`
    expect(lintWith(rule, silenced, [record('contradicted')])).toEqual([])
  })
})

describe('the difference of two wordings', () => {
  it.each([
    ['one word inside', 'a b c d e f g', 'a b c X e f g', '… b c d e f …', '… b c X e f …'],
    ['the first word', 'a b c d', 'X b c d', 'a b c …', 'X b c …'],
    ['the last word', 'a b c d', 'a b c X', '… b c d', '… b c X'],
    ['a word left out', 'a b c d e f', 'a b c X d e f', '… b c d e …', '… b c X d e …'],
    ['a word too many', 'a b b c', 'a b c', 'a b b c', 'a b c'],
    ['several words', 'a b c d e f g h', 'a b X d Y f g h', 'a b c d e f g …', 'a b X d Y f g …'],
    ['all words', 'a b', 'X Y Z', 'a b', 'X Y Z'],
    ['none but punctuation', 'a, b c d', 'A b c d.', '… c d', '… c d.'],
    ['marks alone', 'a b – c d', 'a b : c d', 'a b – c d', 'a b : c d'],
    ['blanks', ' a  b ', 'a b', 'a b', 'a b']
  ])('%s', (_, left, right, own, theirs) => {
    expect(showDifference(left, right)).toEqual([own, theirs])
  })
})

it('keeps no facts of an article without a quotation, and asks for no page', () => {
  const plain = createDocument('# Rye\n\nThe mill stands by the river.\n', 'a.md')
  expect(rule.collect?.(plain, {}, sourceReader)).toBeUndefined()
  expect(
    rule.collect?.(
      createDocument(
        `# Flour\n\nIn 2025 bakeries sold 32 percent of their rye bread, according to [the guild](${notes}).\n`,
        'a.md'
      ),
      {},
      sourceReader
    )
  ).toBeUndefined()
})

it('asks for the page with the sentence', () => {
  const facts = rule.collect?.(createDocument(`# Rye\n\n${sentence}\n`, 'a.md'), {}, sourceReader)
  expect(rule.sourcesOf?.({path: 'a.md', facts: facts as never})).toMatchObject([
    {url: notes, statement: {text: shown(sentence)}}
  ])
})
