import path from 'node:path'
import {pathToFileURL} from 'node:url'
import fc from 'fast-check'
import type {Nodes} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import type {CancellationToken, CodeAction} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import type {Message} from '../src/lint/message.ts'
import {codeActions, effectOn} from '../src/lsp/answers.ts'
import {articleOf, folderOf} from '../src/lsp/articles.ts'
import {readClient} from '../src/lsp/client.ts'
import {diagnosticsOf} from '../src/lsp/diagnostics.ts'
import {escapeMarkdown, hoverOf, whyOf} from '../src/lsp/hover.ts'
import {readSettings, sectionOf} from '../src/lsp/settings.ts'
import {type Checked, createWorkspace} from '../src/lsp/workspace.ts'
import {makeFolder} from './setup/folder.ts'
import {editsOf} from './setup/lsp-client.ts'

const client = {...readClient({capabilities: {}}), showsRelated: true, fades: true}
const never: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({dispose: () => {}})
}

function message(fields: Partial<Message> = {}): Message {
  return {
    ruleId: 'some-rule',
    messageId: 'some',
    severity: 'warn',
    reason: 'Unexpected `thing`',
    url: 'https://example.org/rules/some-rule/README.md',
    fingerprint: '0123456789abcdef',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    start: 0,
    end: 1,
    ...fields
  }
}

function checked(text: string, fields: Partial<Checked> = {}): Checked {
  const document = TextDocument.create('file:///w/a%20b.md', 'markdown', 7, text)
  return {document, cwd: '/w', path: 'a b.md', messages: [], problems: [], fault: undefined, ...fields}
}

describe('a diagnostic', () => {
  it('points at places in other files by line and column', () => {
    const related = [{path: 'c/d e.md', line: 3, column: 5, start: 40, end: 50, reason: 'stands here first'}]
    const [found] = diagnosticsOf(checked('one\n', {messages: [message({related})]}), client)
    expect(found?.relatedInformation).toEqual([
      {
        location: {
          uri: pathToFileURL(path.resolve('/w/c/d e.md')).href,
          range: {start: {line: 2, character: 4}, end: {line: 2, character: 4}}
        },
        message: 'stands here first'
      }
    ])
  })

  it('of a problem goes from its place to the end of the line, or over the first line', () => {
    const problems = [
      {path: 'a b.md', line: 2, column: 3, reason: 'one'},
      {path: 'a b.md', reason: 'two'},
      {path: 'a b.md', line: 99, column: 9, reason: 'three'}
    ]
    const found = diagnosticsOf(checked('first\r\nsecond\r\nthird', {problems}), client)
    expect(found.map(({range, severity, message}) => [message, severity, range.start, range.end])).toEqual([
      ['one', 1, {line: 1, character: 2}, {line: 1, character: 6}],
      ['two', 1, {line: 0, character: 0}, {line: 0, character: 5}],
      ['three', 1, {line: 2, character: 8}, {line: 2, character: 8}]
    ])
  })

  it.each([
    ['all of it is taken out', [{start: 0, end: 4, text: ''}], [1]],
    ['part of it is', [{start: 1, end: 3, text: ''}], undefined],
    ['it is reworded', [{start: 0, end: 4, text: 'x'}], undefined]
  ])('is faded where %s', (_, fix, tags) => {
    const [found] = diagnosticsOf(checked('word\n', {messages: [message({end: 4, fix})]}), client)
    expect(found?.tags).toEqual(tags)
  })
})

describe('the hover', () => {
  const page =
    '# some-rule\n\nFlag it.\n\n## Why\n\nAs it [is](../other/README.md) bad.\n\nMore.\n\n## Examples\n\nNo.\n'

  it('joins what is found at one place, and explains a rule once', async () => {
    const messages = [
      message({end: 9, confidence: 0.834, note: 'So *it* is'}),
      message({start: 2, end: 6, reason: 'Other'}),
      message({start: 8, end: 9, reason: 'Elsewhere'})
    ]
    const found = await hoverOf(checked('word word\n', {messages}), 4, async () => page)
    expect(found?.markdown.split('\n\n')).toEqual([
      '**some-rule** (warn, 83 % sure)',
      'Unexpected `thing`',
      'So \\*it\\* is',
      '**Why** As it [is](https://example.org/rules/other/README.md) bad.',
      'More.',
      '[About this rule](https://example.org/rules/some-rule/README.md)',
      '---',
      '**some-rule** (warn)',
      'Other',
      '[About this rule](https://example.org/rules/some-rule/README.md)'
    ])
    expect(found?.range).toEqual({start: {line: 0, character: 2}, end: {line: 0, character: 6}})
  })

  it('does without a page', async () => {
    const found = await hoverOf(checked('word', {messages: [message()]}), 0, async () => undefined)
    expect(found?.markdown).not.toContain('Why')
  })

  it('cuts a long explanation between paragraphs', () => {
    const first = `${'one '.repeat(200)}.`
    const long = `## Why\n\n${first}\n\n${'two '.repeat(200)}\n\nthree\n`
    expect(whyOf(long, 'https://example.org/')).toBe(first)
    expect(whyOf('# Title\n\nNone.\n', 'https://example.org/')).toBeUndefined()
  })

  it.each([
    ['![x](http://evil/p.png)', '\\!\\[x\\](http://evil/p.png)'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['Unexpected `a*b*`, *not*', 'Unexpected `a*b*`, \\*not\\*'],
    ['odd ` tick [a](b)', 'odd \\` tick \\[a\\](b)'],
    ['&lt;', '\\&lt;']
  ])('keeps the words of articles from becoming marks: %s', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected)
  })

  it('has no marks of articles, however they are woven', () => {
    const words = fc.array(
      fc.constantFrom(...'`[]()!<>*_\\ &a/:', '``', '[a](b)', '<b>', '![', '](http://x.y)')
    )
    fc.assert(
      fc.property(words, (parts) => {
        const kinds: string[] = []
        const walk = (node: Nodes): void => {
          kinds.push(node.type)
          if ('children' in node) for (const child of node.children) walk(child)
        }
        walk(
          unified()
            .use(remarkParse)
            .parse(`x ${escapeMarkdown(parts.join(''))}`)
        )
        expect(kinds.filter((kind) => !/^(?:root|paragraph|text|inlineCode)$/.test(kind))).toEqual([])
      }),
      {numRuns: 500}
    )
  })
})

describe('settings', () => {
  it('are usual without any', () => {
    const usual = {enable: true, configFile: undefined, onlyOnSave: false, reportSuppressed: false}
    for (const given of [undefined, null, {}, {configFile: '', enable: null}]) {
      expect(readSettings(given)).toEqual({settings: usual, problems: []})
    }
  })

  it('are read as far as they are right', () => {
    const {settings, problems} = readSettings({enable: false, onlyOnSave: 'yes', configFile: 3, color: true})
    expect(settings).toMatchObject({enable: false, onlyOnSave: false, configFile: undefined})
    expect(problems.map((problem) => /articlelint\.\w+/.exec(problem)?.[0])).toEqual([
      'articlelint.onlyOnSave',
      'articlelint.configFile',
      'articlelint.color'
    ])
    expect(readSettings('on').problems).toHaveLength(1)
  })

  it('stand under their name or alone', () => {
    expect(sectionOf({articlelint: {enable: false}})).toEqual({enable: false})
    expect(sectionOf({enable: false})).toEqual({enable: false})
    expect(sectionOf({vale: {}})).toBeUndefined()
    expect(sectionOf(null)).toBeUndefined()
  })
})

describe('what is an article', () => {
  it.each([
    ['file:///a/b%20c.md', 'markdown', '/a/b c.md'],
    ['file:///a/b.MD', 'whatever', '/a/b.MD'],
    ['file:///a/b.txt', 'plaintext', '/a/b.txt'],
    ['file:///a/b.htm', 'html', '/a/b.htm'],
    ['file:///a/b.njk', 'HTML', 'x.html'],
    ['file:///a/README', 'gfm', 'x.md'],
    ['untitled:Untitled-1', 'plaintext', 'untitled.txt'],
    ['untitled:Untitled-1', 'mdx', 'untitled.mdx'],
    ['untitled:Untitled-1', 'python', undefined],
    ['file:///a/requirements.lock', 'plaintext', undefined],
    ['file:///a/b.ts', 'typescript', undefined],
    ['file:///a/b.ts', 'constructor', undefined],
    ['file:///a/%ZZ.md', 'markdown', undefined],
    ['vscode-notebook-cell:/a/b.md', 'markdown', undefined]
  ])('%s in %s', (uri, language, name) => {
    const article = articleOf(uri, language, 'text')
    expect(article?.name.replaceAll('\\', '/').replace(/^[A-Z]:/, '')).toBe(name)
    expect(article?.file === undefined).toBe(name === undefined || uri.startsWith('untitled:'))
  })

  it('lies in the innermost folder', () => {
    expect(folderOf('/a/b/c.md', ['/a', '/a/b', '/a/bc'])).toBe('/a/b')
    expect(folderOf('/a/bd/c.md', ['/a/b'])).toBeUndefined()
    expect(folderOf('/a/..b/c.md', ['/a'])).toBe('/a')
  })
})

describe('a comment that disables a rule', () => {
  const rules = {rules: {'placeholder-link': 'warn'}}
  const long = 'it was [the baker](#) who sold the old oven to the town'

  /** The text after the offer was taken, and what is found then. */
  async function disabled(
    text: string,
    {where = /on the next line|around this block/, language = 'markdown', at = text.indexOf('the baker')} = {}
  ): Promise<{readonly text: string; readonly title: string; readonly left: readonly string[]} | undefined> {
    const root = makeFolder({'.articlelintrc.json': JSON.stringify({...rules, extends: []})})
    const workspace = createWorkspace({})
    workspace.setFolders([root])
    const uri = pathToFileURL(
      path.join(root, `a.${{markdown: 'md', mdx: 'mdx', html: 'html'}[language]}`)
    ).href
    const document = TextDocument.create(uri, language, 1, text)
    expect((await workspace.check(document)).messages.map(({ruleId}) => ruleId)).toContain('placeholder-link')
    const position = document.positionAt(at)
    const actions: CodeAction[] = await codeActions(
      workspace,
      document,
      {range: {start: position, end: position}, context: {diagnostics: []}},
      readClient({capabilities: {}}),
      never
    )
    const action = actions.find(({title}) => where.test(title))
    if (!action) return undefined
    const next = TextDocument.applyEdits(document, [...editsOf(action, uri)])
    const after = await workspace.check(TextDocument.create(uri, language, 2, next))
    return {text: next, title: action.title, left: after.messages.map(({ruleId}) => ruleId)}
  }

  const comment = '<!-- articlelint-disable-next-line placeholder-link -- reason -->'

  it.each([
    ['above a paragraph', `# A\n\nBut ${long}.\n`, `# A\n\n${comment}\nBut ${long}.\n`],
    [
      'above a hard-wrapped paragraph, not inside it',
      `# A\n\nThe first line of it says a thing,\nand here ${long}.\n`,
      `# A\n\n${comment}\nThe first line of it says a thing,\nand here ${long}.\n`
    ],
    [
      'with the ends of lines of the text',
      `# A\r\n\r\nBut ${long}.\r\n`,
      `# A\r\n\r\n${comment}\r\nBut ${long}.\r\n`
    ],
    ['in a quote', `# A\n\n> But ${long}.\n> More.\n`, `# A\n\n> ${comment}\n> But ${long}.\n> More.\n`],
    [
      'above a list',
      `# A\n\n- But ${long}.\n- The second one.\n`,
      `# A\n\n${comment}\n- But ${long}.\n- The second one.\n`
    ],
    [
      'between items, without cutting the list in two',
      `# A\n\n1. The first one.\n2. But ${long}.\n`,
      `# A\n\n1. The first one.\n   ${comment}\n2. But ${long}.\n`
    ],
    [
      'in a nested list in a quote',
      `# A\n\n> - One:\n>   - the first\n>   - but ${long}.\n`,
      `# A\n\n> - One:\n>   - the first\n>     ${comment}\n>   - but ${long}.\n`
    ],
    ['after a byte order mark', `\uFEFFBut ${long}.\n`, `\uFEFF${comment}\nBut ${long}.\n`]
  ])('stands %s', async (_, text, expected) => {
    expect(await disabled(text)).toEqual({
      text: expected,
      title: 'Disable placeholder-link on the next line',
      left: []
    })
  })

  it('is an expression in MDX', async () => {
    const mdx = await disabled(`# A\n\n<Note>\n  But ${long}.\n</Note>\n`, {language: 'mdx'})
    expect(mdx?.text).toContain('{/* articlelint-disable-next-line placeholder-link -- reason */}')
    expect(mdx?.text).not.toContain('<!--')
    expect(mdx?.left).toEqual([])
  })

  it('is a comment in HTML', async () => {
    const html = `<html><body><article>\n<h1>A</h1>\n<p>But it was <a href="#">the baker</a> who sold the oven to the town.</p>\n</article></body></html>\n`
    const here = await disabled(html, {language: 'html'})
    expect(here?.text).toBe(html.replace('<p>', `${comment}\n<p>`))
    expect(here?.left).toEqual([])
    const whole = await disabled(html, {language: 'html', where: /in this file/})
    expect(whole?.left).toEqual([])
  })

  it.each([
    [
      'at the top',
      `# A\n\nBut ${long}.\n`,
      /^<!-- articlelint-disable-file placeholder-link -- reason -->\n\n# A/
    ],
    [
      'after front matter',
      `---\ntitle: A\n---\n\nBut ${long}.\n`,
      /^---\ntitle: A\n---\n\n<!-- articlelint-disable-file placeholder-link -- reason -->\n\nBut/
    ]
  ])('for the file stands %s', async (_, text, expected) => {
    const whole = await disabled(text, {where: /in this file/})
    expect(whole?.text).toMatch(expected)
    expect(whole?.left).toEqual([])
  })

  it.each([
    ['silences the finding', ['a one', 'a one', 'b two'], ['a one', 'b two'], 'exact'],
    ['silences others of its rule', ['a one', 'a two', 'b two'], ['b two'], 'exact'],
    ['silences another rule too', ['a one', 'b two'], [], 'more'],
    ['brings up something new', ['a one', 'b two'], ['b two', 'b one'], 'new'],
    ['does nothing', ['a one', 'b two'], ['a one', 'b two'], 'none'],
    ['silences another finding only', ['a one', 'a two'], ['a one'], 'none']
  ])('is judged by what it does: %s', (_, before, after, expected) => {
    const text = 'one two'
    const found = (names: readonly string[]) => ({
      text,
      messages: names.map((name) => {
        const [ruleId = '', word = ''] = name.split(' ')
        return message({ruleId, start: text.indexOf(word), end: text.indexOf(word) + 3})
      })
    })
    expect(effectOn(message({ruleId: 'a', start: 0, end: 3}), found(before), found(after))).toBe(expected)
  })
})
