import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {createDocument} from '../src/document/index.ts'
import type {Block, Document, Mark, Prose, Range, Section} from '../src/document/model.ts'
import {lintText} from '../src/lint/index.ts'

const folder = new URL('../fixtures/', import.meta.url)
const namesOf = (kind: string): string[] =>
  readdirSync(new URL(`${kind}/`, folder))
    .sort()
    .map((name) => `${kind}/${name}`)
const nasty = namesOf('document')
const articles = namesOf('articles')
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

describe('the model', () => {
  it.each(nasty)('of %s', async (name) => {
    await expect(show(createDocument(read(name), name))).toMatchFileSnapshot(`snapshots/${name}.txt`)
  })
})

describe('every range slices back', () => {
  it.each([...nasty, ...articles])('of %s', (name) => {
    expectTrueRanges(createDocument(read(name), name))
  })
})

describe('line ends and byte order marks change no finding', () => {
  const variants: Readonly<Record<string, (text: string) => string>> = {
    CRLF: (text) => text.replaceAll('\n', '\r\n'),
    CR: (text) => text.replaceAll('\n', '\r'),
    'a byte order mark': (text) => `\uFEFF${text}`,
    'a byte order mark and CRLF': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`
  }
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n')

  describe.each(articles)('%s', (name) => {
    const original = plain(read(name))
    const expected = lintText(original, {path: name, ruleset: recommended})

    it.each(Object.keys(variants))('%s', (kind) => {
      const text = variants[kind]?.(original) ?? ''
      const {messages} = lintText(text, {path: name, ruleset: recommended})
      const shown = messages.map(({ruleId, messageId, line, column, endLine, endColumn, start, end, fix}) => {
        const edits = fix?.map((edit) => [plain(text.slice(edit.start, edit.end)), plain(edit.text)])
        return [ruleId, messageId, line, column, endLine, endColumn, plain(text.slice(start, end)), edits]
      })
      expect(shown).toEqual(
        expected.messages.map(({ruleId, messageId, line, column, endLine, endColumn, start, end, fix}) => {
          const edits = fix?.map((edit) => [original.slice(edit.start, edit.end), edit.text])
          return [ruleId, messageId, line, column, endLine, endColumn, original.slice(start, end), edits]
        })
      )
    })
  })
})

/**
 * Each character of a prose stands in the source at its range: as itself, behind a backslash, as a character
 * reference, or, for a line break, as a line end with what Markdown puts around it. A range of several characters
 * goes from the start of the first to the end of the last. With these two, every range of the model slices back.
 */
function expectTrueRanges(document: Document): void {
  const {text} = document
  const problems: string[] = []
  const check = (is: boolean, what: () => string): void => {
    if (!is) problems.push(what())
  }
  const prosesOf = (block: Block): Prose[] => ('prose' in block ? [block.prose] : [])
  for (const prose of document.blocks.flatMap(prosesOf)) {
    let at = 0
    let before = -1
    for (const character of prose.value) {
      const range = prose.at(at, character.length)
      check(
        isSpelling(text.slice(...range), character),
        () => `${JSON.stringify(character)} at ${range}: ${JSON.stringify(text.slice(...range))}`
      )
      check(range[0] >= before, () => `${JSON.stringify(character)} at ${range} stands before ${before}`)
      before = range[0]
      at += character.length
    }
    const isSpanned = prose.value === '' || prose.range[0] <= prose.at(0, 1)[0]
    check(isSpanned && isInside(prose.range, text), () => `prose at ${prose.range}`)
  }
  for (const paragraph of document.paragraphs) {
    const {prose} = paragraph
    const spans = (start: number, length: number): Range => [
      prose.at(start, 1)[0],
      prose.at(start + length - 1, 1)[1]
    ]
    check(String(paragraph.range) === String(prose.range), () => `paragraph at ${paragraph.range}`)
    for (const word of paragraph.words) {
      const range = prose.at(word.start, word.end - word.start)
      check(prose.value.slice(word.start, word.end) === word.text, () => `word ${word.text} in its prose`)
      check(
        String(range) === String(spans(word.start, word.text.length)),
        () => `word ${word.text} at ${range}`
      )
      const source = text.slice(...range)
      check(
        /[\\&\r\n*_~`[\]()<>]/.test(source) || source === word.text,
        () => `word ${word.text}: ${JSON.stringify(source)}`
      )
    }
    for (const sentence of paragraph.sentences) {
      const {start, range} = sentence
      check(
        prose.value.slice(start, start + sentence.text.length) === sentence.text,
        () => `sentence in its prose: ${sentence.text}`
      )
      check(
        String(range) === String(spans(start, sentence.text.length)),
        () => `sentence at ${range}: ${sentence.text}`
      )
      for (const word of sentence.words) {
        const own = sentence.at(word.start, word.text.length)
        check(
          sentence.text.slice(word.start, word.end) === word.text,
          () => `word ${word.text} in its sentence`
        )
        check(
          String(own) === String(spans(start + word.start, word.text.length)),
          () => `word ${word.text} at ${own}`
        )
      }
    }
  }
  const ranges = [
    ...document.blocks,
    ...document.sections,
    ...document.furniture,
    ...document.copies,
    ...document.gluedHeadings,
    ...document.flattenedLists,
    ...document.citations,
    ...document.claims
  ].map(({range}) => range)
  for (const range of ranges) check(isInside(range, text), () => `range ${range}`)
  for (const {range, text: words} of document.furniture) {
    check(
      /[\\&*_[]/.test(text.slice(...range)) || text.slice(...range) === words,
      () => `furniture at ${range}: ${words}`
    )
  }
  expect(problems.slice(0, 10)).toEqual([])
}

function isInside([start, end]: Range, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length
}

function isSpelling(source: string, character: string): boolean {
  if (source === character || source === `\\${character}`) return true
  if (character === '\n' && /[\r\n]|^<br\b/.test(source)) return true
  // Markdown shows U+0000 and surrogates as the replacement character.
  return (
    /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});$/i.test(source) ||
    (character === '\uFFFD' && source === '\0')
  )
}

/** The model as text: what a reviewer needs to see, one line for each part. */
function show(document: Document): string {
  const {layout, language, title, author, sections, furniture, text} = document
  const head = [
    `layout ${layout}, language ${language}, ${document.wordCount} words`,
    title ? `title ${quote(title.text)} from ${title.from} at ${place(title.range)}` : 'no title',
    ...(title?.copies ?? []).map((range) => `  copy at ${place(range)}`),
    ...(author === undefined ? [] : [`author ${quote(author)}`]),
    ...(document.frontmatter ? [showFrontmatter(document.frontmatter)] : []),
    ...(document.tightLines.length > 0 ? [`tight lines at ${document.tightLines.join(' ')}`] : []),
    ...(document.hasReferenceList ? ['has a list of sources'] : [])
  ]
  const debris = furniture.map(
    ({kind, range}) => `furniture ${kind} ${place(range)} ${excerpt(text.slice(...range))}`
  )
  const findings = [
    ...document.copies.map(({kind, range}) => `copy ${kind} ${place(range)}`),
    ...document.gluedHeadings.map(({text: words, range}) => `glued heading ${place(range)} ${quote(words)}`),
    ...document.flattenedLists.map(({items, range}) => `flattened list of ${items.length} ${place(range)}`),
    ...document.citations.map(
      ({kind, range, url}) => `citation ${kind} ${place(range)}${url === undefined ? '' : ` ${url}`}`
    )
  ]
  return `${[...head, ...debris, ...sections.flatMap(showSection), ...findings].join('\n')}\n`
}

function showFrontmatter({type, range, get, rangeOf}: NonNullable<Document['frontmatter']>): string {
  const known = ['title', 'author', 'date', 'lang', 'sources', 'tags'].flatMap((key) => {
    const at = rangeOf(key)
    return get(key) === undefined ? [] : [`${key}${at ? ` ${place(at)}` : ''}`]
  })
  return `front matter ${type} ${place(range)}: ${known.length > 0 ? known.join(', ') : 'not read'}`
}

function showSection(section: Section): string[] {
  const {heading, level, range, isEmpty, isReferences, blocks} = section
  const notes = [...(isEmpty ? ['empty'] : []), ...(isReferences ? ['references'] : [])]
  const name = heading ? `${heading.kind} ${quote(heading.text)} ${place(heading.range)}` : 'lead'
  const line = `section ${level} ${name}, up to ${range[1]}${notes.map((note) => `, ${note}`).join('')}`
  return [line, ...(heading ? showMarks(heading.prose) : []), ...blocks.flatMap(showBlock)]
}

function showBlock(block: Block): string[] {
  if (block.type === 'heading') return [`  heading ${block.level} ${quote(block.text)} ${place(block.range)}`]
  if (block.type !== 'paragraph') return [`  ${block.type} ${place(block.range)}`]
  const {prose, isProse, sentences, words} = block
  const counts = `${sentences.length} ${sentences.length === 1 ? 'sentence' : 'sentences'}, ${words.length} words`
  return [
    `  ${block.place}${isProse ? '' : ', no prose'} ${place(block.range)} ${counts}: ${excerpt(prose.value)}`,
    ...showMarks(prose)
  ]
}

function showMarks({value, marks}: Prose): string[] {
  return marks.map(
    ({node, start, end}: Mark) => `    ${node.type} ${start}-${end} ${excerpt(value.slice(start, end))}`
  )
}

function place([start, end]: Range): string {
  return `${start}-${end}`
}

function excerpt(text: string): string {
  return quote(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

/** In quotes, and what can't be seen escaped. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00A0]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  )
}
