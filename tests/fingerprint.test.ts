import {readFileSync} from 'node:fs'
import {describe, expect, it, test} from 'vitest'
import {presets} from '../src/config/builtin.ts'
import {fingerprintOf} from '../src/lint/fingerprint.ts'
import {lintText} from '../src/lint/index.ts'
import type {Message} from '../src/lint/message.ts'
import {readOptions} from '../src/rule/options.ts'
import {readExamples} from './tools/derive-page.mjs'

/** Of the words in brackets, which are taken out first. */
function fingerprint(marked: string): string {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  return fingerprintOf('rule', 'message', marked.replace(/[⟦⟧]/g, ''), [start, end])
}

describe('a fingerprint', () => {
  it('has 16 hex digits', () => {
    expect(fingerprint('⟦One⟧ two.')).toMatch(/^[0-9a-f]{16}$/)
  })

  it('differs by rule, message and words, not by the place', () => {
    const names = [
      fingerprintOf('a', 'b', 'Some text.', [0, 10]),
      fingerprintOf('a', 'c', 'Some text.', [0, 10]),
      fingerprintOf('c', 'b', 'Some text.', [0, 10]),
      fingerprintOf('ab', '', 'Some text.', [0, 10]),
      fingerprintOf('a', 'b', 'Other text.', [0, 11])
    ]
    expect(new Set(names).size).toBe(names.length)
    expect(fingerprintOf('a', 'b', 'First.\n\nSome text.', [8, 18])).toBe(names[0])
  })

  it('of the article as a whole does not depend on its text', () => {
    expect(fingerprintOf('a', 'b', 'One', undefined)).toBe(fingerprintOf('a', 'b', 'Another', undefined))
  })

  const sentence = 'Most ⟦experts agree⟧ that salt is cheap.'
  const one = fingerprint(sentence)

  test.each([
    ['another sentence before it', `The port is old. ${sentence}`],
    ['a comment on the line above', `<!-- from the log -->\n${sentence}`],
    ['a comment of MDX on the line above', `{/* from the log */}\n${sentence}`],
    ['a comment before it in its line', `<!-- from the log --> ${sentence}`],
    ['another sentence after it', `${sentence} It was not always so.`],
    ['a quotation before it', `“The port is old.” ${sentence}`],
    ['a question before it', `Is the port old? ${sentence}`],
    ['a footnote mark before it', `The port is (very old.) ${sentence}`],
    ['a paragraph before it', `The port is old\n\n${sentence}`],
    ['a paragraph after it', `${sentence}\n\nthe port is old`],
    ['a heading before it', `# The port\n${sentence}`],
    ['a heading after it', `${sentence}\n## The port`],
    ['an item before it', `- the port is old\n- ${sentence}\n- it was not`],
    ['a numbered item before it', `1. the port is old\n2. ${sentence}\n3. it was not`],
    ['a row before it', `| the port |\n${sentence}`],
    ['other line ends', `The port is old.\r\n\r\n${sentence}\r\nIt was not always so.`],
    ['line ends of old', `The port is old.\r\r${sentence}\rIt was not always so.`],
    ['wrapped lines', sentence.replace(' that ', '\nthat ')],
    ['wrapped lines inside', sentence.replace('experts agree', 'experts\r\n  agree')],
    ['wrapped lines of a quote', `> ${sentence.replace(' that ', '\n> that ')}`],
    ['wrapped lines of an item', `- ${sentence.replace(' that ', '\n  that ')}`],
    ['a tag before and after it', `<p>The port is old</p>\n<p class="x">${sentence}</p>\n<p>It was</p>`]
  ])('stays with %s', (_, text) => {
    expect(fingerprint(text)).toBe(one)
  })

  test.each([
    ['another word of the sentence', 'Most ⟦experts agree⟧ that salt is dear.'],
    ['a word before it', 'Few ⟦experts agree⟧ that salt is cheap.'],
    ['a sentence that goes on', 'Most ⟦experts agree⟧ that salt is cheap, but not all.']
  ])('changes with %s', (_, text) => {
    expect(fingerprint(text)).not.toBe(one)
  })

  it('of a whole line does not look at the next lines', () => {
    expect(fingerprint('A heading\n⟦Another line⟧\nand text')).toBe(fingerprint('⟦Another line⟧'))
    expect(fingerprint('## ⟦Another line⟧\ntext')).toBe(fingerprint('⟦Another line⟧'))
  })

  it('has the same window in a sentence of many lines, whatever their ends', () => {
    const lines = Array.from({length: 40}, (_, at) => `gate ${at} of the old lock`)
    lines[20] += ' ⟦some say⟧ and'
    const text = lines.join('\n')
    const one = fingerprint(text)
    expect(fingerprint(text.replaceAll('\n', '\r\n'))).toBe(one)
    expect(fingerprint(text.replaceAll('\n', '\r'))).toBe(one)
    // Three hundred characters to either side count, a line further off does not.
    expect(fingerprint(text.replace('gate 14', 'door 14'))).not.toBe(one)
    expect(fingerprint(text.replace('gate 26', 'door 26'))).not.toBe(one)
    expect(fingerprint(text.replace('gate 2 ', 'door 2 ').replace('gate 38', 'door 38'))).toBe(one)
  })

  it('takes the mark of a quote for the end of no tag, however far the tag is', () => {
    const quote = '> the gate is shut\n> and most ⟦experts\n> agree⟧ on it'
    const one = fingerprint(`No\n\n${quote}`)
    for (const gap of ['\n\n', `\n\n${'lock '.repeat(34)}\n\n`, `\n\n${'lock '.repeat(60)}\n\n`])
      for (const end of ['\n', '\r\n'])
        expect(fingerprint(`</div>${gap}${quote}`.replaceAll('\n', end)), gap).toBe(one)
  })

  it('takes no longer in a text without punctuation', () => {
    const text = 'word '.repeat(200_000)
    for (let at = 0; at < 2000; at++) fingerprintOf('a', 'b', text, [500_000 + at * 5, 500_004 + at * 5])
    expect(fingerprintOf('a', 'b', `${text}end`, [500_000, 500_004])).toBe(
      fingerprintOf('a', 'b', text, [500_000, 500_004])
    )
  })

  it('differs for all of 200,000 texts', () => {
    const names = new Set<string>()
    for (let at = 0; at < 200_000; at++) {
      const text = `See item ${at}`
      names.add(fingerprintOf('a', 'b', text, [0, text.length]))
    }
    expect(names.size).toBe(200_000)
  })
})

const added = 'The harbour lies below the old town, and the boats leave it early. Gulls follow them.'

/** What people do elsewhere in an article. */
const edits: Readonly<Record<string, (text: string) => string>> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'line ends of old': (text) => text.replaceAll('\n', '\r'),
  'a section below': (text) => `${text}\n## Below the harbour\n\n${added}\n`,
  'a paragraph above': (text) => belowTitle(text, `\n${added}\n\n`),
  'a section above': (text) => belowTitle(text, `\n## Above the harbour\n\n${added}\n\n`),
  'paragraphs on one line': (text) => eachParagraph(text, (lines) => lines.replaceAll('\n', ' ')),
  'paragraphs wrapped anew': (text) =>
    eachParagraph(text, (lines) =>
      lines.includes('\n') || lines.length < 80 ? lines : lines.replace(/(.{1,50})(?: |$)/g, '$1\n').trim()
    ),
  'a section moved': (text) => {
    const [start = '', first = '', ...rest] = text.split(/^(?=## )/m)
    return rest.length === 0 ? text : [start, ...rest, first].map((part) => `${part.trimEnd()}\n`).join('\n')
  }
}

function belowTitle(text: string, more: string): string {
  const length = /^(?:---\n[\s\S]*?\n---\n)?(?:\s*# .*\n)?/.exec(text)?.[0].length ?? 0
  return text.slice(0, length) + more + text.slice(length)
}

/** Leaves alone what is no plain paragraph of Markdown. */
function eachParagraph(text: string, change: (lines: string) => string): string {
  return text
    .split(/(\n{2,})/)
    .map((part) =>
      part.trim() === '' || /^(?:[#>|`\-*+•<[]|\d+[.)]| {4})/m.test(part)
        ? part
        : part.replace(/\S[\s\S]*\S/, change)
    )
    .join('')
}

/** These edits do more than they are meant to: the linter reads the text differently, and is right. */
const others: readonly (readonly [ruleId: string, text: string])[] = [
  // A first line that no heading follows is the title; with marked headings below it is a heading without marks.
  ['bare-heading', 'The Well under the Market'],
  ['bare-heading', 'How We Keep Bees'],
  // Lines of a byline that became one line are one finding with the counter below them.
  ['byline-counter', 'Ines Holt Staff Writer Mar 9, 2024'],
  // Of two texts that say the same the second is named; the one that was moved below the other is another text.
  ['duplicate-paragraph', 'Salt water freezes in the block at about minus two.'],
  ['conflicting-numbers', '4'],
  // With a section below it stands no longer at the end of the page, and the titles below it are not told from text.
  ['page-chrome', 'You May Also Like'],
  ['page-chrome', 'Previous Post'],
  // Two lines of the page became one.
  ['page-chrome', 'Did you like this article? Rate it! ★'],
  ['page-chrome', 'Click here to see more Related:'],
  ['page-chrome', 'Home > Food > Bread Skip to content'],
  ['page-chrome', 'MORE FROM THE VALLEY'],
  ['page-chrome', 'READ MORE: Who Owns the Old Mill? READ MORE'],
  ['page-chrome', 'Get the Valley Letter Loaves in your hand'],
  ['page-chrome', 'Subscribe to our newsletter and never miss a loaf! Enter your email address'],
  // Its heading stood on a line of its own.
  ['glued-heading', 'What the Boys Earned'],
  // Without headings for so long that the new ones do not help.
  ['text-without-headings', added]
]

describe('edits elsewhere in an article bring no finding back', () => {
  const rules = presets.all.rules.filter(({rule}) => rule.check)

  it.each(rules.map((configured) => [configured.rule.id, configured] as const))('%s', (id, configured) => {
    const page = readFileSync(new URL(`../rules/${id}/README.md`, import.meta.url), 'utf8')
    const examples = readExamples(page).filter(({kind}) => kind === 'bad')
    expect(examples.length).toBeGreaterThan(0)
    for (const {articles, options: given, line} of examples) {
      const {options} = readOptions(configured.rule.options, given)
      const lint = (text: string): readonly Message[] =>
        lintText(text, {ruleset: {rules: [{...configured, options}]}}).messages
      const [{text} = {text: ''}] = articles
      for (const [edit, change] of Object.entries(edits)) {
        const left = new Map<string, number>()
        for (const {fingerprint: name} of lint(text)) left.set(name, (left.get(name) ?? 0) + 1)
        const changed = change(text)
        const back = lint(changed).filter(({fingerprint: name, start, end}) => {
          const rest = left.get(name) ?? 0
          left.set(name, rest - 1)
          const words = changed.slice(start, end)
          const isOther =
            added.includes(words) || others.some(([rule, text]) => rule === id && words.startsWith(text))
          return rest <= 0 && !isOther
        })
        expect(back, `${edit}, example of line ${line}`).toEqual([])
      }
    }
  })
})
