import {describe, expect, it} from 'vitest'
import rule from '../../rules/emphasis-as-heading/rule.ts'
import {createDocument} from '../../src/document/index.ts'
import {applyEdits} from '../../src/lint/fix.ts'
import {type LintResult, lintText} from '../../src/lint/index.ts'

const run = (text: string): LintResult =>
  lintText(text, {ruleset: {rules: [{rule, severity: 'warn', options: {}}]}})

function lint(text: string): string[] {
  const {messages, crashes} = run(text)
  expect(crashes).toEqual([])
  expect(messages.every(({ruleId, messageId}) => ruleId === rule.id && messageId === 'emphasis')).toBe(true)
  return messages.map(({start, end}) => text.slice(start, end))
}

const prose = 'Three joiners in our street gave us their offcuts, which we stacked under a roof for a year.'

/** An article of paragraphs, each line with running text below it. */
const article = (...lines: readonly string[]): string =>
  [prose, ...lines.flatMap((line) => [line, prose])].join('\n\n')

describe('emphasis-as-heading', () => {
  it('reports bold lines above running text', () => {
    expect(lint(article('**The wood**', '__The stove__'))).toEqual(['The wood', 'The stove'])
  })

  it('suggests a heading one level below the section', () => {
    const text = `# Stoves\n\n${prose}\n\n**The *first* wood**\n\n${prose}\n\n### Deep\n\n${prose}\n\n**The &amp; stove**\n\n${prose}`
    const {messages} = run(text)
    const edits = messages.map(({suggestions}) => suggestions?.[0]?.edits ?? [])
    const {text: changed} = applyEdits(text, edits)
    expect(changed.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# Stoves',
      '## The *first* wood',
      '### Deep',
      '#### The &amp; stove'
    ])
    expect(run(changed).messages).toEqual([])
  })

  it('takes a table, a comment or a list above for no picture', () => {
    const text = [
      prose,
      '| a |\n| - |',
      '**The wood**',
      prose,
      '<!-- more -->',
      '**The stove**',
      prose,
      '- a',
      '**The roof**',
      prose
    ]
    expect(lint(text.join('\n\n'))).toEqual(['The wood', 'The stove', 'The roof'])
  })

  it.each([
    ['italics: captions, notes, thoughts', article('*The wood*', '*The stove*')],
    ['questions with a note', article('**Where is it? [20 words]**', '**Who built it? (two names)**')],
    ['questions of an interview', article('**Where did the wood come from?**', '**And the stove?**')],
    ['sentences and labels', article('**We dried it for a year.**', '**Step one:**', '**“So we did”**')],
    ['names of speakers', article('**Ann**', '**Bob**', '**Ann**', '**Bob**')],
    ['a rating or price', article('**Rating: 9/10**', '**Price: about 20**')],
    ['credits', article('**By Ann Lee**', '**Photo from the archive**')],
    ['long lines', article(`**${'Many words '.repeat(8)}**`, `**${'More words '.repeat(8)}**`)],
    ['lines with links or code', article('**[The wood](a.md)**', '**The `stove`**')],
    ['addresses and numbers', article('**192.168.1.3**', '**7 + 7**')],
    ['lower case', article('**and then some**', '**or nothing**')],
    ['wrapped lines', article('**The\nwood**', '**The\nstove**')],
    ['pictures above', article('![a](a.png)\n\n**The wood**', '![b](b.png)\n\n**The stove**')],
    [
      'embedded pages above',
      article('<iframe src="a"></iframe>\n\n**The wood**', '<figure></figure>\n\n**The stove**')
    ],
    ['short text below', `${prose}\n\n**The wood**\n\nDry.\n\n**The stove**\n\nWarm.`],
    [
      'lines in lists and quotes',
      `> ${prose}\n>\n> **The wood**\n>\n> ${prose}\n\n- a\n\n  **The stove**\n\n  ${prose}`
    ],
    [
      'a line under the title, a line at the top',
      `**The wood**\n\n${prose}\n\n# Stoves\n\n**The stove**\n\n${prose}`
    ]
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(`${text}\n\n${article('**The roof**', '**The chimney**')}`)).toEqual([
      'The roof',
      'The chimney'
    ])
  })

  it('leaves a line at the end alone', () => {
    expect(lint(`${article('**The wood**', '**The stove**')}\n\n**See you soon**\n\n**Ann**`)).toEqual([
      'The wood',
      'The stove'
    ])
  })

  it('leaves a single one alone', () => {
    expect(lint(article('**The wood**'))).toEqual([])
  })

  it('stays fast over many bold lines', () => {
    const lines = Array.from({length: 1500}, (_, index) => `**The wood x${index.toString(36)}**`)
    const document = createDocument(article(...lines))
    const started = performance.now()
    let found = 0
    rule.check?.(document, {}, () => found++)
    expect(found).toBe(1500)
    expect(performance.now() - started).toBeLessThan(3000)
  })

  const around = (line: string, rest = prose): string =>
    `# A\n\n${prose}\n\n${line}\n\n${rest}\n\n**How It Was Built**\n\n${prose}\n\n**How It Burned**\n\n${prose}\n`
  it.each([
    ['a heading', '**Who Works There**', true],
    ['one with a link', '**Who [Works](https://lund.example) There**', false],
    ['one with emphasis inside', '**Who *Works* There**', true],
    ['one of many words', `**${'Who works there now '.repeat(6).trim()}**`, false],
    ['one below a picture', '![The mill](a.png)\n\n**Who Works There**', false],
    ['one below HTML', '<iframe src="a.html"></iframe>\n\n**Who Works There**', false],
    ['one below a comment', '<!-- more -->\n\n**Who Works There**', true]
  ])('judges %s', (_name, line, isFound) => {
    const found = lint(around(line))
    expect(found.some((at) => at.startsWith('Who'))).toBe(isFound)
    expect(found).toContain('How It Burned')
  })

  it('leaves alone a bold line that no paragraph follows', () => {
    const found = lint(around('**Who Works There**', '- one\n- two'))
    expect(found).toEqual(['How It Was Built', 'How It Burned'])
  })
})
