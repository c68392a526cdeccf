import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Element, Nodes} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {createDocument} from '../src/document/index.ts'
import type {Document} from '../src/document/model.ts'
import {loadParser} from '../src/engine/parsers/parsers.ts'
import {createClaimSheet} from '../src/lint/claim-sheet.ts'
import {lintDocument} from '../src/lint/index.ts'
import type {Message} from '../src/lint/message.ts'
import {
  type RenderedElement,
  type RenderedNode,
  type RenderedText,
  renderArticle
} from '../src/lint/rendering.ts'
import {html} from '../src/reporters/html/index.ts'
import type {ReportedFile} from '../src/reporters/index.ts'

const root = path.resolve(import.meta.dirname, '..')
const fixtures = ['fixtures/articles', 'fixtures/document'].flatMap((folder) =>
  readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`)
)

const parsers = new Map(
  await Promise.all(fixtures.map(async (file) => [file, await loadParser(undefined, file)] as const))
)

function documentOf(source: string, file: string): Document {
  return createDocument(source, file, {parser: parsers.get(file)})
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

function textsOf(nodes: readonly RenderedNode[]): RenderedText[] {
  return nodes.flatMap((node) => (node.type === 'text' ? [node] : textsOf(node.children)))
}

function elementsOf(nodes: readonly RenderedNode[]): RenderedElement[] {
  return nodes.flatMap((node) => (node.type === 'text' ? [] : [node, ...elementsOf(node.children)]))
}

function report(source: string, file = 'article.md'): ReportedFile & {messages: readonly Message[]} {
  const document = documentOf(source, file)
  const shift = source.length - document.text.length
  const {messages} = lintDocument(document, recommended, shift)
  const claims = createClaimSheet(document, {}, shift)
  return {path: file, text: source, messages, claims, rendering: renderArticle(document, shift)}
}

/** What a piece of source says that is not spelled as it reads; nothing where no rule of Markdown is known for it. */
function spokenBy(source: string): string | undefined {
  if (/^[\s>]*$/.test(source) || /^\\[\r\n][\s>]*$/.test(source) || /^<br\s*\/?>$/.test(source)) return '\n'
  const escaped = /^\\([!-/:-@[-`{-~])$/.exec(source)?.[1]
  const note = /^\[\^(.+)\]$/.exec(source)?.[1]
  const alt = /^!\[(.*?)\][[(].*$/s.exec(source)?.[1]
  const image = /^<img[^>]* alt="([^"]*)"[^>]*>$/.exec(source)?.[1]
  if (/^<\/?q>$/.test(source)) return source === '<q>' ? '“' : '”'
  const named = /^&(\w+);$/.exec(source)?.[1]
  const code = /^&#(x?)([\da-f]+);$/i.exec(source)
  if (code) {
    const point = Number.parseInt(code[2] ?? '', code[1] ? 16 : 10)
    return point === 0 || (point >= 0xd800 && point < 0xe000) ? '\uFFFD' : String.fromCodePoint(point)
  }
  return (
    escaped ?? note ?? alt ?? image ?? (named ? decodeNamedCharacterReference(named) || undefined : undefined)
  )
}

describe('a rendered article', () => {
  it.each(fixtures)('%s: every text says what stands at its place', (file) => {
    const source = read(file)
    const document = documentOf(source, file)
    const {blocks} = renderArticle(document, source.length - document.text.length)
    for (const {end, start, value} of textsOf(blocks)) {
      const slice = source.slice(start, end)
      if (slice === value) continue
      // The blanks of HTML collapse, also around its line ends.
      const said = file.endsWith('.html') && value === ' ' ? '\n' : value
      expect([slice, spokenBy(slice)]).toEqual([slice, said])
    }
  })

  it.each(fixtures)('%s: every word of its prose can be pointed at', (file) => {
    const source = read(file)
    const document = documentOf(source, file)
    const shift = source.length - document.text.length
    const texts = textsOf(renderArticle(document, shift).blocks)
    const missed = document.paragraphs
      .flatMap(({sentences}) => sentences)
      .flatMap((sentence) => sentence.words.map(({end, start}) => sentence.at(start, end - start)))
      .filter(([start, end]) => !texts.some((text) => text.start < end + shift && text.end > start + shift))
      .map((range) => document.text.slice(...range))
    expect(missed).toEqual([])
  })

  it('counts from the start of the file, byte order mark and all', () => {
    const source = '\uFEFF# Rain\n\nIt fell.'
    const texts = textsOf(renderArticle(createDocument(source), 1).blocks)
    expect(texts.map(({end, start}) => source.slice(start, end))).toEqual(['Rain', 'It fell.'])
  })

  it('shows every kind of block', () => {
    const source = [
      '---\ntitle: Rain\n---',
      '# Rain',
      'A *soft* **hard** ~~old~~ `code` [link](https://a.example) [^1] ![Alt](b/c.png) <!-- remark -->.',
      '> quoted\n> twice',
      '3. three\n4. four\n   - [x] done\n   - [ ] to do',
      '```js\nlet a\n```',
      '| a | b |\n| - | -: |\n| 1 | 2 |',
      '---',
      '<div class="box">block</div>',
      '[ref]: https://d.example',
      '[^1]: note'
    ].join('\n\n')
    const {blocks, layout} = renderArticle(createDocument(source), 0)
    expect(layout).toBe('markdown')
    expect(blocks.map(({type}) => type)).toEqual(
      'frontmatter heading paragraph quote list code table rule source source footnote'.split(' ')
    )
    const inside = elementsOf(blocks)
    const types = new Set(inside.map(({type}) => type))
    for (const type of [
      'emphasis',
      'strong',
      'delete',
      'link',
      'note',
      'image',
      'item',
      'row',
      'cell'
    ] as const)
      expect(types).toContain(type)
    expect(inside.filter(({type}) => type === 'item').map(({isDone}) => isDone)).toEqual([
      undefined,
      undefined,
      true,
      false
    ])
    expect(inside.filter(({type}) => type === 'list').map(({from}) => from)).toEqual([3, undefined])
    expect(inside.filter(({type}) => type === 'cell').map(({align}) => align)).toEqual([
      undefined,
      'right',
      undefined,
      'right'
    ])
  })

  it('shows the lines of scraped text as lines', () => {
    const long =
      'The harbour of Vell has three quays, and on the longest of them the ferries to the islands still leave at six in the morning.'
    const source = `Ferries of Vell\n${long}\n${long}\n`
    const {blocks, layout} = renderArticle(createDocument(source), 0)
    expect(layout).toBe('plain')
    expect(
      blocks.map((block) =>
        textsOf([block])
          .map(({value}) => value)
          .join('')
      )
    ).toEqual(['Ferries of Vell', long, long])
    const [, , last] = blocks
    expect(source.slice(last?.start, last?.end)).toBe(long)
  })
})

const parser = unified().use(rehypeParse)

function parsePage(page: string): Element[] {
  const found: Element[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'element') found.push(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parser.parse(page))
  return found
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

const idOf = ({properties}: Element): string => String(properties.id ?? '')
const hasCard = (element: Element, id: string): boolean =>
  String(element.properties.dataCards ?? '')
    .split(' ')
    .includes(id)

describe('the page', () => {
  it.each(fixtures)('%s: every finding has a card, and marks its text', (file) => {
    const entry = report(read(file), file)
    const elements = parsePage(html([entry], {}))
    for (const [index, message] of entry.messages.entries()) {
      const card = `f1-${index + 1}`
      expect(elements.filter((element) => idOf(element) === card)).toHaveLength(1)
      if (message.isOfArticle) continue
      const marks = elements.filter((element) => hasCard(element, card))
      expect(marks.length, `${message.ruleId} at ${message.start}`).toBeGreaterThan(0)
      const source = (entry.text ?? '').slice(message.start, message.end)
      const isPlain = /^[\p{L}\p{N} .,'’?!-]+$/u.test(source)
      if (isPlain) expect(marks.map(wordsOf).join('')).toBe(source)
    }
  })

  it('has ids that are unique, and links that lead to one', () => {
    const files = fixtures.map((file) => report(read(file), file))
    const elements = parsePage(html(files, {}))
    const ids = elements.map(idOf).filter((id) => id !== '')
    expect(ids.length).toBe(new Set(ids).size)
    const known = new Set(ids)
    const hrefs = elements
      .map(({properties}) => String(properties.href ?? ''))
      .filter((href) => href.startsWith('#'))
    expect(hrefs.length).toBeGreaterThan(200)
    expect(hrefs.filter((href) => !known.has(href.slice(1)))).toEqual([])
    const described = elements.flatMap(
      ({properties}) => properties.ariaDescribedBy ?? properties.ariaLabelledBy ?? []
    )
    expect(described.filter((id) => !known.has(String(id)))).toEqual([])
  })

  it('marks what overlaps with all of its findings, the shortest first', () => {
    const entry = report('One two three four.\n')
    const [first] = entry.messages
    const base = {
      ...report(read('fixtures/articles/sloppy-health.md')).messages[0],
      isOfArticle: undefined,
      related: []
    } as unknown as Message
    expect(first === undefined || first.isOfArticle === true).toBe(true)
    const at = (start: number, end: number, severity: Message['severity']): Message => ({
      ...base,
      start,
      end,
      severity
    })
    const messages = [at(0, 19, 'warn'), at(4, 13, 'info'), at(8, 18, 'error')]
    const marks = parsePage(html([{...entry, messages}], {})).filter(({properties}) => properties.dataCards)
    expect(
      marks.map((mark) => [wordsOf(mark), mark.properties.dataCards, mark.properties.dataSeverity])
    ).toEqual([
      ['One ', 'f1-1', 'warn'],
      ['two ', 'f1-2 f1-1', 'warn'],
      ['three', 'f1-2 f1-3 f1-1', 'error'],
      [' four', 'f1-3 f1-1', 'error'],
      ['.', 'f1-1', 'warn']
    ])
  })

  it.each([
    ['the address of a link', 'See [the list](https://a.example/x) now.\n', 'https://a.example', 'the list'],
    ['a place between blocks', 'One.\n\n\n\nTwo.\n', '\n\nTwo', 'Two'],
    ['an empty article', '', '', undefined]
  ])('finds a place for %s', (_, source, needle, marked) => {
    const entry = report(source)
    const start = source.indexOf(needle)
    const base = report(read('fixtures/articles/sloppy-health.md')).messages.find(
      (message) => !message.isOfArticle
    )
    const message = {...base, related: [], start, end: start + needle.length} as unknown as Message
    const elements = parsePage(html([{...entry, messages: [message]}], {}))
    expect(elements.filter((element) => idOf(element) === 'f1-1')).toHaveLength(1)
    expect(elements.filter((element) => idOf(element) === 'm1-1')).toHaveLength(1)
    const marks = elements.filter((element) => hasCard(element, 'f1-1'))
    expect(marks.map(wordsOf)).toEqual(marked === undefined ? [] : [marked])
  })

  it('never skips a level of its outline', () => {
    const source = '# One\n\n#### Four\n\ntext\n\n## Two\n\n###### Six\n\ntext\n'
    const levels = parsePage(html([report(source)], {})).flatMap(
      ({tagName}) => /^h([1-6])$/.exec(tagName)?.[1] ?? []
    )
    const steps = levels.map((level, index) => Number(level) - Number(levels[index - 1] ?? 0))
    expect(levels.length).toBeGreaterThan(5)
    expect(Math.max(...steps)).toBe(1)
  })

  it('says what was not checked, and what is not shown', () => {
    const problems = [{path: 'broken.mdx', reason: 'Unexpected <tag>', line: 3, column: 4}]
    const page = html([report('Words.\n')], {problems, hidden: 2, suppressed: 5})
    expect(page).toContain('broken.mdx:3:4')
    expect(page).toContain('Unexpected &lt;tag&gt;')
    expect(page).toContain('2 less severe')
    expect(page).toContain('5 held back')
  })

  it('leaves out the text of articles without findings where there are many', () => {
    const clean = Array.from({length: 60}, (_, index) => ({
      ...report('# Calm\n\nA quiet page.\n'),
      messages: [],
      path: `a/${index}.md`
    }))
    const sloppy = report(read('fixtures/articles/sloppy-health.md'), 'b.md')
    const articles = parsePage(html([...clean, sloppy], {})).filter(({tagName}) => tagName === 'article')
    expect(articles.map(idOf)).toEqual(['a61'])
    const few = parsePage(html([...clean.slice(0, 3), sloppy], {})).filter(
      ({tagName}) => tagName === 'article'
    )
    expect(few).toHaveLength(4)
  })

  it('is the same for the same articles', () => {
    const files = [report(read('fixtures/articles/sloppy-scraped-page.md'))]
    expect(html(files, {})).toBe(html(files, {}))
  })
})

describe('what articles and paths say', () => {
  const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>'\`<!-- </style></script>`
  const source = [
    `# ${attack}`,
    `Words <script>alert(2)</script> and <img src="https://evil.example/x.png" onerror="alert(3)"> here.`,
    '<script>\nalert(4)\n</script>',
    '[one](javascript:alert(5)) [two](<data:text/html,<script>alert(6)</script>>) [three](vbscript:x) [four](https://fine.example/?a="><b>)',
    '![pixel](https://evil.example/pixel.png)',
    `Overridden \u202Etext\u202C and \u0007 bell.`,
    '<!-- </script> --><style>body{display:none}</style>'
  ].join('\n\n')
  const evil = (entry: ReportedFile & {messages: readonly Message[]}): ReportedFile => {
    const base = report(read('fixtures/articles/sloppy-health.md')).messages[0] as Message
    const message: Message = {
      ...base,
      ruleId: attack,
      reason: attack,
      note: attack,
      url: 'javascript:alert(7)',
      start: 2,
      end: 20,
      expected: [attack],
      fix: [{start: 2, end: 30, text: attack}],
      suggestions: [{title: attack, edits: [{start: 0, end: 0, text: attack}]}],
      related: [{path: attack, line: 1, column: 1, start: 0, end: 5, reason: attack}]
    }
    return {...entry, path: `folder/${attack}`, messages: [message]}
  }
  const page = html([evil(report(source))], {
    problems: [{path: attack, reason: attack}],
    version: attack,
    rules: [{id: attack, summary: attack, category: attack, url: attack, severity: 'warn'}]
  })
  const elements = parsePage(page)

  it('is text', () => {
    expect(elements.filter(({tagName}) => tagName === 'script')).toHaveLength(1)
    expect(elements.filter(({tagName}) => tagName === 'style')).toHaveLength(1)
    const foreign = elements.filter(({tagName}) =>
      ['img', 'iframe', 'object', 'embed', 'link', 'base', 'video', 'audio', 'b'].includes(tagName)
    )
    expect(foreign).toEqual([])
    const handlers = elements.flatMap(({properties}) =>
      Object.keys(properties).filter((name) => /^(?:on|style$)/i.test(name))
    )
    expect(handlers).toEqual([])
    expect(['\u202e', '\u0007'].filter((hidden) => page.includes(hidden))).toEqual([])
  })

  it('leads nowhere but to web pages', () => {
    const hrefs = elements.map(({properties}) => String(properties.href ?? '#'))
    expect(hrefs.filter((href) => !/^(?:#|https:\/\/fine\.example\/)/.test(href))).toEqual([])
    for (const {properties} of elements.filter(({properties}) => String(properties.href).startsWith('http')))
      expect(properties.rel).toEqual(['noopener', 'noreferrer'])
    expect(page).toContain('javascript:alert(5)')
  })
})

describe('the script and style of the page', () => {
  it('are the only ones its policy lets in', () => {
    const page = html([], {})
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/
      .exec(page)?.[1]
      ?.replaceAll('&#39;', "'")
    const hash = (name: string): string => {
      const text = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(page)?.[1] ?? ''
      return createHash('sha256').update(text).digest('base64')
    }
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash('style')}'`,
      `script-src 'sha256-${hash('script')}'`,
      "base-uri 'none'",
      "form-action 'none'"
    ])
  })
})
