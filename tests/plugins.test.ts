import {spawnSync} from 'node:child_process'
import {symlinkSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {ConfigError} from '../src/config/error.ts'
import {loadPlugins} from '../src/config/plugins.ts'
import {type LintResult, lintText} from '../src/lint/index.ts'
import type {Message} from '../src/lint/message.ts'
import type {Rule} from '../src/rule/index.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

const root = path.resolve(fileURLToPath(import.meta.url), '..', '..')

type Item = string | readonly [name: string, options: unknown]

async function load(folder: string, ...items: readonly Item[]): Promise<readonly Rule[]> {
  const entries = items.map((item, at) => {
    const [name, options] = typeof item === 'string' ? [item, undefined] : item
    return {name, options, at}
  })
  const fault = (at: number, reason: string): ConfigError =>
    new ConfigError(reason, {path: 'config.json', line: at + 1, column: 1})
  return loadPlugins(entries, {folder, fault})
}

/** A folder of local plugins from which the packages of the project can be found. */
function makeProject(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder({'package.json': '{"type": "module"}', ...files})
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return folder
}

function lint(
  text: string,
  rules: readonly Rule[],
  settings: {parser?: never; language?: string} = {}
): LintResult {
  return lintText(text, {
    ...settings,
    path: 'a.md',
    ruleset: {rules: rules.map((rule) => ({rule, severity: 'warn' as const, options: {}}))}
  })
}

async function messagesOf(text: string, ...items: readonly Item[]): Promise<readonly Message[]> {
  const {messages, crashes} = lint(text, await load(root, ...items))
  expect(crashes).toEqual([])
  return messages
}

/** What stands at the places of messages in the file. */
const found = (text: string, messages: readonly Message[]): string[] =>
  messages.map(({start, end}) => text.slice(start, end))

describe('retext-repeated-words', () => {
  const english = 'The bees fly home with the pollen that they have found on the meadow.\n'
  const cases: readonly [what: string, text: string, expected: readonly string[]][] = [
    ['plain text', 'They saw the the bees.', ['the the']],
    ['after escapes', '\\*They\\* \\[saw\\] the the bees.', ['the the']],
    ['after character references', 'Salt &amp; pepper &lt; &#8212; the the bees.', ['the the']],
    ['wrapped lines', 'They saw the\nthe bees.', ['the\nthe']],
    ['a wrapped list item', '- They go and saw the\n  the bees there.', ['the\n  the']],
    ['a wrapped quote', '> They go and saw the\n> the bees there.', ['the\n> the']],
    ['a list in a quote', '> - They saw the\n>   the bees there.', ['the\n>   the']],
    ['a lazy line', '> They go and saw the\nthe bees there.', ['the\nthe']],
    ['emphasis on one of the two', 'They saw the *the* bees.', ['the *the']],
    ['emphasis around both', 'They saw **the the** bees.', ['the the']],
    ['the text of a link', 'They saw [the the bees](https://example.org/a-a "the the").', ['the the']],
    [
      'two links',
      'They saw [the](https://example.org/1) [the](https://example.org/2) bees.',
      ['the](https://example.org/1) [the']
    ],
    ['a hard break', 'They saw the\\\nthe bees.', ['the\\\nthe']],
    ['Windows lines', 'It is warm.\r\n\r\nThey saw the\r\nthe bees.\r\n', ['the\r\nthe']],
    ['a byte order mark', '\uFEFFThey saw the the bees.', ['the the']],
    ['after emoji', '👩‍🌾 🐝🐝 They saw the the bees 🐝.', ['the the']],
    ['a heading', '## All of the the bees', ['the the']],
    ['a footnote', 'They fly.[^1]\n\n[^1]: They saw the the bees.', ['the the']],
    ['code between', 'They saw the `the` bees, and the `x` the wasps.', []],
    ['code', 'Run `the the` there.\n\n```\nthe the\n```\n\n    the the\n', []],
    ['a bare address', 'See https the https://the.the/the and www.the.the here.', []],
    ['a table', '| the the | b |\n| - | - |\n| the the | the the |\n', []],
    ['front matter', '---\ntitle: the the\n---\n\nThey fly.\n', []],
    ['a comment', 'They saw the <!-- the the --> bees.\n\n<!-- the the -->\n', []],
    ['two blocks', '## They fly to the\n\nthe bees.\n\n- the\n- the\n', []],
    ['words that may', 'They had had time, and he said that that was so.', []]
  ]
  it.each(cases)('%s', async (_what, text, expected) => {
    const source = `${text}\n\n${english}`
    const messages = await messagesOf(source, 'retext-repeated-words')
    expect(found(source, messages)).toEqual(expected)
    for (const message of messages)
      expect(message).toMatchObject({ruleId: 'retext/repeated-words', messageId: 'the', severity: 'warn'})
  })

  it('gives line and column, the page, and a suggestion, never a fix', async () => {
    const [message] = await messagesOf('They saw the the bees with their own eyes.', 'retext-repeated-words')
    expect(message).toMatchObject({
      line: 1,
      column: 10,
      endColumn: 17,
      url: 'https://github.com/retextjs/retext-repeated-words#readme',
      actual: 'the the',
      expected: ['the'],
      suggestions: [{edits: [{start: 9, end: 16, text: 'the'}]}]
    })
    expect(message).not.toHaveProperty('fix')
    expect(message?.fingerprint).toMatch(/^[0-9a-f]{16}$/)
  })

  it('suggests no edit where marks stand in between', async () => {
    for (const text of [
      'They saw the *the* bees of their own.',
      '> They saw the\n> the bees of their own.'
    ]) {
      const [message] = await messagesOf(text, 'retext-repeated-words')
      expect(message?.expected).toEqual(['the'])
      expect(message).not.toHaveProperty('suggestions')
    }
  })

  it('leaves articles in other languages alone', async () => {
    const rules = await load(root, 'retext-repeated-words')
    const german = '---\nlang: de\n---\n\nDie Bienen, die die Blüten besuchen, sind für den Garten wichtig.\n'
    expect(lint(german, rules).messages).toEqual([])
    expect(lint(german, rules, {language: 'en'}).messages).toHaveLength(1)
  })
})

it('retext-indefinite-article names the article', async () => {
  const text =
    '> This is\n> a hour \\*long\\* &amp; an\n> house of *a* owl, a [owl](https://example.org) and an `x`; an hour, a user.\n'
  const messages = await messagesOf(text, 'retext-indefinite-article')
  expect(found(text, messages)).toEqual(['a', 'an', 'a', 'a'])
  expect(messages.map(({expected}) => expected)).toEqual([['an'], ['a'], ['an'], ['an']])
  for (const message of messages) expect(message.ruleId).toBe('retext/indefinite-article')
})

describe('remark-lint-no-undefined-references', () => {
  const cases: readonly [what: string, text: string, expected: readonly string[]][] = [
    ['citations', 'Bees fly [1] far [2, 3].\n\n1. [1] A book.\n', ['[1]', '[2, 3]', '[1]']],
    [
      'defined ones',
      'Bees fly [1] and [far][2].\n\n[1]: https://example.org/1\n[2]: https://example.org/2\n',
      []
    ],
    ['tasks', '- [x] done\n- [ ] open\n- [X] done\n', []],
    ['footnotes', 'Bees fly.[^1] Far.[^two]\n\n[^1]: A book.\n', ['[^two]']],
    ['escaped brackets', 'Bees \\[fly\\] far \\[1].\n', []],
    [
      'after escapes, in a wrapped quote',
      '> \\*Bees\\* &amp; wasps\n> fly [far\n> away] home.\n',
      ['[far\n> away]']
    ],
    ['code', 'Bees `[fly]`.\n\n    [far]\n', []],
    ['a table', '| [a] | b |\n| - | - |\n| c | d |\n', ['[a]']],
    ['front matter', '---\ntags: [a]\n---\n\nBees.\n', []],
    ['Windows lines and a byte order mark', '\uFEFFBees.\r\n\r\nThey fly [far].\r\n', ['[far]']]
  ]
  it.each(cases)('%s', async (_what, text, expected) => {
    const messages = await messagesOf(text, 'remark-lint-no-undefined-references')
    expect(found(text, messages)).toEqual(expected)
    for (const message of messages)
      expect(message).toMatchObject({
        ruleId: 'remark-lint/no-undefined-references',
        messageId: 'found',
        severity: 'warn'
      })
  })

  it('takes options, as they stand in a config of remark', async () => {
    const text = 'Bees fly [1] and [far].\n'
    const allow = {allow: ['1']}
    for (const options of [allow, ['error', allow]]) {
      const messages = await messagesOf(text, ['remark-lint-no-undefined-references', options])
      expect(found(text, messages)).toEqual(['[far]'])
      expect(messages[0]).toMatchObject({
        severity: 'warn',
        url: expect.stringContaining('no-undefined-references')
      })
    }
  })

  it('obeys comments of the article', async () => {
    const comment = '<!-- articlelint-disable-next-line remark-lint/no-undefined-references -->'
    const messages = await messagesOf(
      `They [fly].\n\n${comment}\nThey [fly].\n\n<!-- articlelint-disable retext/repeated-words -->\n\nThey saw the the [bees].\n`,
      'remark-lint-no-undefined-references',
      'retext-repeated-words'
    )
    expect(messages.map(({ruleId, line}) => [ruleId, line])).toEqual([
      ['remark-lint/no-undefined-references', 1],
      ['remark-lint/no-undefined-references', 8]
    ])
  })
})

it('remark-lint rules see the tree of remark: bare addresses are links there', async () => {
  const folder = makeProject({
    'types.js':
      "export default function remarkTypes() {\n  return (tree, file) => {\n    const walk = (node) => {\n      if (node.type === 'link') file.message('link', node)\n      if (node.children) node.children.forEach(walk)\n    }\n    walk(tree)\n  }\n}\n"
  })
  const rules = await load(folder, './types.js')
  const text = 'See bees@example.org, https://example.org/a_b_c and www.example.org.\n'
  expect(found(text, lint(text, rules).messages)).toEqual([
    'bees@example.org',
    'https://example.org/a_b_c',
    'www.example.org'
  ])
})

it('the other place is a related one', async () => {
  const text = '# A\n\ntext\n\n### B\n\ntext\n'
  const [message] = await messagesOf(text, 'remark-lint-heading-increment')
  expect(message).toMatchObject({
    ruleId: 'remark-lint/heading-increment',
    line: 5,
    related: [{path: 'a.md', line: 1, column: 1}]
  })
})

describe('names', () => {
  const plugin = (name: string): string =>
    `export default function ${name}() { return (tree, file) => { if (tree.type === 'RootNode') file.message('nlcst') } }\n`

  it('come from the package, the function or the file', async () => {
    const folder = makeProject({
      'retext-some.js': plugin(''),
      'other.mjs': plugin(''),
      'camel.js': plugin('retextFewWords'),
      'colon.js':
        "import {lintRule} from 'unified-lint-rule'\nexport default lintRule('acme:no-b', (tree, file) => void file.message('b'))\n"
    })
    const rules = await load(folder, './retext-some.js', './other.mjs', './camel.js', './colon.js')
    expect(rules.map(({id}) => id)).toEqual([
      'local/retext-some',
      'local/other',
      'retext/few-words',
      'acme/no-b'
    ])
    const english = 'They saw the bees with their own eyes, and it was good.'
    expect(lint(english, rules).messages.map(({ruleId, messageId}) => [ruleId, messageId])).toEqual([
      ['acme/no-b', 'found'],
      ['local/retext-some', 'found'],
      ['retext/few-words', 'found']
    ])
  })

  it('of scoped packages keep their scope', async () => {
    const folder = makeFolder({
      'node_modules/@acme/remark-lint-a/package.json': '{"type": "module", "exports": "./index.js"}',
      'node_modules/@acme/remark-lint-a/index.js': plugin('a'),
      'node_modules/@acme/retext-b/package.json': '{"type": "module", "exports": "./index.js"}',
      'node_modules/@acme/retext-b/index.js': plugin('b')
    })
    const rules = await load(folder, '@acme/remark-lint-a', '@acme/retext-b')
    expect(rules.map(({id}) => id)).toEqual(['@acme/remark-lint/a', '@acme/retext/b'])
    const text = 'They saw it.\n\n<!-- articlelint-disable-file @acme/retext/b -->\n'
    expect(lint(text, rules, {language: 'en'}).messages).toEqual([])
    expect(lint('They saw it.', rules, {language: 'en'}).messages).toHaveLength(1)
  })
})

describe('presets', () => {
  it('give a rule for each of their rules, but for what is off or no rule', async () => {
    const folder = makeProject({
      'preset.js': [
        "import increment from 'remark-lint-heading-increment'",
        "import emphasis from 'remark-lint-no-emphasis-as-heading'",
        "import references from 'remark-lint-no-undefined-references'",
        "import multiple from 'remark-lint-no-multiple-toplevel-headings'",
        "import remarkGfm from 'remark-gfm'",
        "import words from 'retext-repeated-words'",
        "const inner = {plugins: [[references, ['error', {allow: ['1']}]]]}",
        'export default {settings: {bullet: "*"}, plugins: [remarkGfm, increment, [emphasis, false], inner, [multiple, ["off"]], words]}\n'
      ].join('\n')
    })
    const rules = await load(folder, './preset.js')
    expect(rules.map(({id}) => id)).toEqual([
      'remark-lint/heading-increment',
      'remark-lint/no-undefined-references',
      'retext/repeated-words'
    ])
    const text = '# A\n\nThey saw [1] the [2].\n\n### B\n\nThey saw the the bees with their own eyes.\n'
    expect(found(text, lint(text, rules).messages)).toEqual(['[2]', '### B', 'the the'])
  })

  it('are corrected by an entry that follows', async () => {
    const folder = makeProject({
      'preset.js':
        "import references from 'remark-lint-no-undefined-references'\nexport default {plugins: [references]}\n"
    })
    const rules = await load(folder, './preset.js', ['remark-lint-no-undefined-references', {allow: ['far']}])
    expect(lint('They fly [far].\n', rules).messages).toEqual([])
    expect(rules).toHaveLength(1)
  })
})

it('rules made with defineRule give themselves', async () => {
  const rule = (id: string): string =>
    `{id: '${id}', summary: 'Flag b.', category: 'style', recommended: 'warn', anyLanguage: true, options: {}, messages: {b: () => 'Unexpected b'}, check: (document, _, report) => report('b', {range: [0, 1]})}`
  const folder = makeProject({
    'one.js': `export default ${rule('acme/b')}\n`,
    'two.js': `export default [${rule('acme/c')}, ${rule('@acme/d')}]\n`,
    'bare.js': `export default ${rule('letter-b')}\n`,
    'comma.js': `export default ${rule('acme/a,b')}\n`
  })
  const rules = await load(folder, './one.js', './two.js')
  expect(lint('b', rules).messages.map(({ruleId, messageId}) => [ruleId, messageId])).toEqual([
    ['@acme/d', 'b'],
    ['acme/b', 'b'],
    ['acme/c', 'b']
  ])
  const urls = lint('b', rules).messages.map(({url}) => url)
  expect(urls).toEqual(Array.from({length: 3}, () => expect.stringContaining('#plugins')))
  await expect(load(folder, './bare.js')).rejects.toThrow(/config\.json:1:1: .*`letter-b`.*`acme\/letter-b`/)
  await expect(load(folder, './comma.js')).rejects.toThrow(/`acme\/a,b`/)
  await expect(load(folder, ['./one.js', {}])).rejects.toThrow(/`\.\/one\.js`.*`rules`/)
})

describe('what can not be used is told where the config names it', () => {
  const cases: readonly [file: string, content: string, options: unknown, reason: RegExp][] = [
    ['object.js', 'export default {a: 1}', undefined, /default export/],
    ['none.js', 'export const a = 1', undefined, /default export/],
    ['list.js', 'export default []', undefined, /default export/],
    ['syntax.js', 'export default function remarkGfm() { this.data("a", 1) }', undefined, /reports/],
    ['empty-preset.js', 'export default {plugins: [function remarkGfm() {}]}', undefined, /without a plugin/],
    ['throws.js', 'throw new Error("boom")', undefined, /boom/],
    ['broken.js', 'export default (', undefined, /broken\.js/],
    ['common.cjs', 'export default 1', undefined, /common\.cjs/],
    ['import.js', 'import "no-such-package-x"', undefined, /loading.*no-such-package-x/],
    [
      'setup.js',
      'export default () => { throw new Error("no such option") }',
      undefined,
      /set up: no such option/
    ],
    [
      'fail.js',
      "import {lintRule} from 'unified-lint-rule'\nexport default lintRule('acme:a', (tree, file, options) => { if (options !== 'x') file.fail('expected x') })",
      'y',
      /expected x/
    ],
    [
      'waits.js',
      "import {lintRule} from 'unified-lint-rule'\nexport default lintRule('acme:a', async (tree, file) => {})",
      undefined,
      /asynchronous/
    ],
    ['promise.js', 'export default () => async () => {}', undefined, /asynchronous/],
    [
      'changes.js',
      'export default () => (tree) => { tree.children.push({type: "a"}) }',
      undefined,
      /change of the tree/
    ],
    [
      'replaces.js',
      'export default () => () => ({type: "root", children: []})',
      undefined,
      /change of the tree/
    ]
  ]
  it.each(cases)('%s', async (file, content, options, reason) => {
    const folder = makeProject({[file]: `${content}\n`})
    const item: Item = options === undefined ? `./${file}` : [`./${file}`, options]
    const error = await load(folder, 'retext-repeated-words', item).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error).toMatchObject({
      path: 'config.json',
      line: 2,
      column: 1,
      message: expect.stringMatching(reason)
    })
    expect((error as ConfigError).reason).toContain(file)
  })

  it('a package that is not installed, with the command that installs it', async () => {
    await expect(load(root, 'remark-lint-no-such-rule')).rejects.toThrow(
      /config\.json:1:1: .*`npm install --save-dev remark-lint-no-such-rule`/
    )
    await expect(load(root, './no-such-file.js')).rejects.toThrow(/no-such-file\.js.*path of a file/)
  })

  it.each([
    '',
    'data:text/javascript,export default 1',
    '/etc/passwd',
    'https://example.org/a.js',
    'a b',
    'fs'
  ])('%j', async (name) => {
    await expect(load(root, name)).rejects.toBeInstanceOf(ConfigError)
  })
})

describe('on an article', () => {
  it('fault 26: a plugin that changes the tree, waits or throws is told, and the others run', async () => {
    const folder = makeProject({
      'changes.js':
        "export default function retextChanges() { return (tree) => { for (const child of tree.children) child.type = 'SourceNode' } }\n",
      'sorts.js':
        'export default () => (tree) => { if (tree.children.length > 0) tree.children.reverse() }\n',
      'waits.js': 'export default () => (tree, file, next) => { if (tree.children.length === 0) next() }\n',
      'throws.js':
        'export default () => (tree) => { if (tree.children.length > 0) throw new Error("boom") }\n',
      'rejects.js':
        'export default () => (tree) => { if (tree.children.length > 0) return Promise.reject(new Error("late")) }\n'
    })
    const names = ['./changes.js', './sorts.js', './waits.js', './throws.js', './rejects.js']
    const rules = await load(folder, ...names, 'retext-repeated-words', 'remark-lint-no-undefined-references')
    const text = 'They saw the the bees with [their] own eyes.\n\nIt was good.\n'
    const {messages, crashes} = lint(text, rules)
    expect(messages.map(({ruleId}) => ruleId)).toEqual([
      'retext/repeated-words',
      'remark-lint/no-undefined-references'
    ])
    expect(crashes.map(({ruleId, reason}) => [ruleId, reason.split('\n')[0]])).toEqual([
      ['retext/changes', expect.stringMatching(/change of the tree by `\.\/changes\.js`/)],
      ['local/sorts', expect.stringMatching(/change of the tree by `\.\/sorts\.js`/)],
      ['local/waits', expect.stringMatching(/asynchronous plugin `\.\/waits\.js`/)],
      ['local/throws', expect.stringMatching(/boom/)],
      ['local/rejects', expect.stringMatching(/asynchronous plugin/)]
    ])
  })

  it('messages stay inside the text, keep their words, and are not taken for more than they are', async () => {
    const folder = makeProject({
      'odd.js': [
        'export default function remarkOdd() {',
        '  return (tree, file) => {',
        "    if (file.path !== 'a.md' || !String(file).startsWith('a b')) return",
        "    file.message('far', {line: 99, column: 99})",
        "    file.message('line', {line: 2, column: 3})",
        "    file.message('turned', {start: {line: 1, column: 3, offset: 2}, end: {line: 1, column: 1, offset: 0}})",
        "    file.info('hint', {place: {line: 1, column: 1, offset: 0}})",
        "    const message = file.message('more', {place: tree.position, ruleId: '__proto__', source: 'x'})",
        "    message.url = 'javascript:alert(1)'",
        "    message.note = 'why'",
        '    message.fatal = true',
        '  }',
        '}\n'
      ].join('\n')
    })
    const {messages, crashes} = lint('a b\nc d\n', await load(folder, './odd.js'))
    expect(crashes).toEqual([])
    const shown = messages.map(({reason, severity, messageId, start, end}) => [
      reason,
      severity,
      messageId,
      start,
      end
    ])
    expect(shown).toEqual([
      ['hint', 'info', 'found', 0, 0],
      ['more', 'warn', '__proto__', 0, 8],
      ['turned', 'warn', 'found', 2, 2],
      ['line', 'warn', 'found', 6, 6],
      ['far', 'warn', 'found', 8, 8]
    ])
    expect(messages[1]).toMatchObject({note: 'why', url: 'https://www.npmjs.com/package/remark-odd'})
  })
})

describe('in a config', () => {
  const config = (...plugins: readonly unknown[]): string =>
    `${JSON.stringify({extends: [], plugins}, undefined, 2)}\n`
  const text = 'They saw the the bees with [their] own eyes, and it was good.\n'

  function run(
    folder: string,
    ...args: readonly string[]
  ): {status: number | null; stdout: string; stderr: string} {
    const env = {...process.env, NO_COLOR: '1', GITHUB_ACTIONS: ''}
    return spawnSync(process.execPath, [buildCli(), ...args], {cwd: folder, encoding: 'utf8', env})
  }

  it('the rules of plugins are rules like any other', () => {
    const folder = makeProject({
      'a.md': text,
      '.articlelintrc.json': config('retext-repeated-words', [
        'remark-lint-no-undefined-references',
        {allow: ['x']}
      ])
    })
    const ids = (stdout: string): unknown[] =>
      JSON.parse(stdout).files.flatMap(({messages}: LintResult) =>
        messages.map(({ruleId, severity}) => [ruleId, severity])
      )
    const {status, stdout, stderr} = run(
      folder,
      'a.md',
      '-f',
      'json',
      '--rule',
      'retext/repeated-words:error'
    )
    expect(stderr).toBe('')
    expect(status).toBe(1)
    expect(ids(stdout)).toEqual([
      ['retext/repeated-words', 'error'],
      ['remark-lint/no-undefined-references', 'warn']
    ])
    expect(run(folder, 'a.md', '--suppress-all').status).toBe(0)
    expect(ids(run(folder, 'a.md', '-f', 'json').stdout)).toEqual([])
  })

  it('fault 43: what is wrong is told with its place, and code is refused where that is asked for', () => {
    const folder = makeProject({
      'a.md': text,
      '.articlelintrc.json': config('retext-no-such', './x.js'),
      'x.js': 'boom'
    })
    const missing = run(folder, 'a.md')
    expect(missing.status).toBe(2)
    expect(missing.stderr).toMatch(/\.articlelintrc\.json:4:5: .*`npm install --save-dev retext-no-such`/)
    const refused = run(folder, 'a.md', '--no-code-config')
    expect(refused.status).toBe(2)
    expect(refused.stderr).toMatch(/\.articlelintrc\.json:4:5: .*`retext-no-such`.*--no-code-config/)
  })
})
