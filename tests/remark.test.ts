import {execFile} from 'node:child_process'
import {cp, symlink} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {type Plugin, type Processor, unified} from 'unified'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import {lintText as lintDefault} from '../src/index.ts'
import {lintText as lintWith} from '../src/lint/index.ts'
import articlelint, {type RemarkOptions, type RuleConfig, rulePlugin, toUnifiedPlugin} from '../src/remark.ts'
import {defineRule, defineSiteRule, fromRemarkLint, readOutline, runRemarkLint} from '../src/rule/index.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

const root = path.resolve(fileURLToPath(import.meta.url), '..', '..')

const letterRule = defineRule({
  id: 'letter',
  summary: 'Flag a letter.',
  category: 'style',
  recommended: 'error',
  anyLanguage: true,
  options: {letter: {type: 'choice', choices: ['x', 'y'], default: 'x', description: 'The letter.'}},
  messages: {
    letter: (data: {letter: string}) => ({
      reason: `Unexpected ${data.letter}, expected z`,
      note: 'z is the last one',
      expected: ['z']
    })
  },
  check({text}, {letter}, report) {
    for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) {
      report('letter', {range: [at, at + 1], data: {letter}})
    }
  }
})

async function run(
  text: string | VFile,
  ...plugins: readonly [Plugin<[RuleConfig?]>, RuleConfig?][]
): Promise<VFile> {
  const file = text instanceof VFile ? text : new VFile({value: text, path: 'a.md'})
  const processor = unified().use(remarkParse)
  for (const [plugin, ...config] of plugins) processor.use(plugin, ...(config as [RuleConfig]))
  await processor.run(processor.parse(file), file)
  return file
}

describe('toUnifiedPlugin', () => {
  const plugin = toUnifiedPlugin(letterRule) as Plugin<[RuleConfig?]>

  it('gives messages with the fields of the vfile world', async () => {
    const {messages} = await run('a\n\nb x\n', [plugin])
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({
      ruleId: 'letter',
      source: 'articlelint',
      fatal: true,
      line: 3,
      column: 3,
      note: 'z is the last one',
      actual: 'x',
      expected: ['z'],
      file: 'a.md',
      name: 'a.md:3:3-3:4',
      place: {start: {line: 3, column: 3, offset: 5}, end: {line: 3, column: 4, offset: 6}}
    })
    expect(messages[0]?.url).toContain('/rules/letter/')
  })

  const forms: [RuleConfig | undefined, boolean | null | undefined][] = [
    [undefined, true],
    [true, true],
    ['on', true],
    [['on'], true],
    ['warn', false],
    [1, false],
    [['warn', {letter: 'x'}], false],
    [[1], false],
    ['error', true],
    [2, true],
    [['error'], true],
    ['info', undefined],
    [{letter: 'x'}, true],
    [{}, true],
    [false, null],
    ['off', null],
    [0, null],
    [['off', {letter: 'x'}], null],
    [[false], null]
  ]
  it.each(forms)('takes the configuration %j', async (config, fatal) => {
    const {messages} = await run('x', config === undefined ? [plugin] : [plugin, config])
    expect(messages.map((message) => message.fatal)).toEqual(fatal === null ? [] : [fatal])
  })

  it('gives the other place as the cause', async () => {
    const twice = toUnifiedPlugin({
      ...letterRule,
      check(_document, _options, report) {
        const related = [{range: [0, 1] as const, reason: 'The first is here'}]
        report('letter', {range: [5, 6], data: {letter: 'x'}, related})
      }
    }) as Plugin<[RuleConfig?]>
    const {messages} = await run('x\n\na x\n', [twice])
    expect(messages[0]?.cause).toMatchObject({
      reason: 'The first is here',
      place: {line: 1, column: 1, offset: 0},
      ancestors: [],
      source: 'articlelint',
      file: 'a.md',
      name: 'a.md:1:1'
    })
  })

  it('passes options on', async () => {
    expect((await run('x y', [plugin, {letter: 'y'}])).messages.map(({column}) => column)).toEqual([3])
    expect((await run('x y', [plugin, [1, {letter: 'y'}]])).messages.map(({column}) => column)).toEqual([3])
  })

  it.each([[3], ['loud'], [['loud', {}]], [{size: 1}], [['warn', {letter: 'q'}]]])(
    'refuses the configuration %j',
    async (config) => {
      await expect(run('x', [plugin, config as RuleConfig])).rejects.toThrow(/`letter`/)
    }
  )

  it('fault 10: counts from the text, with and without a byte order mark', async () => {
    const [plain, marked, bytes] = await Promise.all([
      run('a x', [plugin]),
      run('\uFEFFa x', [plugin]),
      run(new VFile({value: Buffer.from('\uFEFFa x')}), [plugin])
    ])
    const places = [plain, marked, bytes].map(({messages: [message]}) => [message?.line, message?.column])
    expect(places).toEqual([
      [1, 3],
      [1, 3],
      [1, 3]
    ])
    const offset = (message: VFileMessage | undefined): unknown =>
      message?.place && 'start' in message.place && message.place.start.offset
    expect(String(marked).charAt(offset(marked.messages[0]) as number)).toBe('x')
    expect(String(bytes).charAt(offset(bytes.messages[0]) as number)).toBe('x')
  })

  it('holds to comments in the article', async () => {
    const {messages} = await run('x\n\n<!-- articlelint-disable letter -->\n\nx', [plugin])
    expect(messages.map(({line}) => line)).toEqual([1])
  })

  it('reads a file once for all rules, and again when its text changes', async () => {
    const seen: unknown[] = []
    const spy = (id: string): Plugin<[RuleConfig?]> =>
      toUnifiedPlugin({...letterRule, id, check: (document) => seen.push(document)}) as Plugin<[RuleConfig?]>
    const change: Plugin = () => (_tree, file) => {
      file.value = 'new text'
    }
    await run('text', [spy('a')], [spy('b')], [change], [spy('c')])
    expect(seen[0]).toBe(seen[1])
    expect(seen[2]).not.toBe(seen[0])
    expect(seen[2]).toMatchObject({text: 'new text'})
  })

  it('fault 26: turns a rule that throws into a message with its id, and the others run', async () => {
    const broken = toUnifiedPlugin({
      ...letterRule,
      id: 'broken',
      check: () => {
        throw new Error('boom')
      }
    }) as Plugin<[RuleConfig?]>
    const {messages} = await run('x', [broken], [plugin])
    expect(messages.map(({ruleId, source, fatal}) => [ruleId, source, fatal])).toEqual([
      ['broken', 'articlelint', true],
      ['letter', 'articlelint', true]
    ])
    expect(messages[0]?.note).toContain('boom')
  })

  it('refuses a site rule and an unknown id', () => {
    const site = defineSiteRule({
      id: 'site',
      summary: 'Flag.',
      category: 'site',
      recommended: false,
      options: {},
      messages: {},
      collect: () => 1,
      checkSite: () => {}
    })
    expect(() => toUnifiedPlugin(site)).toThrow(/`site`/)
    expect(() => rulePlugin('no-such-rule')).toThrow(/`no-such-rule`/)
  })

  it('finds front matter without help of the pipeline', async () => {
    const {messages} = await run('---\ntitle: x\n---\n\n## One\n\n## Two\n\nText.\n', [
      rulePlugin('empty-section') as Plugin<[RuleConfig?]>
    ])
    expect(messages.map(({ruleId, line}) => [ruleId, line])).toEqual([['empty-section', 5]])
  })
})

describe('the plugin of all rules', () => {
  const text =
    '---\ntitle: The Truth Behind Bees\n---\n\n## One\n\n## Two\n\n| a |\n| - |\n| b |\n\n#### Four\n\nText.\n'

  async function lint(options?: RemarkOptions, ...before: readonly Plugin[]): Promise<VFile> {
    const processor = unified().use(remarkParse)
    for (const plugin of before) processor.use(plugin)
    processor.use(articlelint, options)
    const file = new VFile({value: text, path: 'a.md'})
    await processor.run(processor.parse(file), file)
    return file
  }

  it('gives what lintText gives', async () => {
    const {messages} = await lint()
    const expected = lintDefault(text, {path: 'a.md'}).messages
    expect(expected.length).toBeGreaterThan(0)
    expect(messages.map(({ruleId, reason, line, column}) => ({ruleId, reason, line, column}))).toEqual(
      expected.map(({ruleId, reason, line, column}) => ({ruleId, reason, line, column}))
    )
  })

  it('takes severities and options of rules', async () => {
    const idsOf = async (rules: RemarkOptions['rules']): Promise<unknown[][]> =>
      (await lint(rules && {rules})).messages.map(({ruleId, fatal}) => [ruleId, fatal])
    const usual = await idsOf(undefined)
    expect(usual).toContainEqual(['empty-section', false])
    expect(await idsOf({'empty-section': 'off'})).toEqual(usual.filter(([id]) => id !== 'empty-section'))
    expect(await idsOf({'empty-section': ['error', {}]})).toContainEqual(['empty-section', true])
    expect(await idsOf({'clickbait-title': true})).toContainEqual(['clickbait-title', false])
    await expect(idsOf({'empty-sektion': 'off'})).rejects.toThrow(
      /`empty-sektion`, did you mean `empty-section`/
    )
    await expect(idsOf({'empty-section': ['warn', {size: 1}]})).rejects.toThrow(/`size`.*`empty-section`/)
    await expect(lint({rule: {}} as RemarkOptions)).rejects.toThrow(/`rule`.*`rules`/)
  })

  it('brings the syntax it knows, and leaves what is there as it is', () => {
    const typesOf = (processor: Pick<Processor<Root>, 'parse'>): string[] =>
      processor.parse(text).children.map(({type}) => type)
    const parser = (): Processor<Root> => unified().use(remarkParse)
    expect(typesOf(parser().use(articlelint).freeze())).toEqual(expect.arrayContaining(['yaml', 'table']))
    for (const processor of [
      parser().use(remarkFrontmatter, 'toml').use(articlelint),
      parser().use(articlelint).use(remarkFrontmatter, 'toml')
    ]) {
      const types = typesOf(processor.freeze())
      expect(types).toContain('table')
      expect(types).not.toContain('yaml')
    }
  })
})

describe('a remark-lint rule', () => {
  const text = '# a\n\nb\n'
  const document = createDocument(text)
  const lint = (transformer: (...args: never[]) => unknown): Plugin =>
    (() => transformer) as unknown as Plugin

  it('becomes one of ours, with our words and the other place', () => {
    const plugin = lint((tree: typeof document.tree, file: VFile) => {
      const [heading, paragraph] = tree.children
      if (!heading || !paragraph) return
      const message = file.message('Unexpected b', {
        place: paragraph.position,
        ruleId: 'theirs',
        source: 'remark-lint'
      })
      const other = new VFile().message('Because of this', {place: heading.position})
      Object.assign(message, {cause: other})
    })
    const rule = fromRemarkLint({
      id: 'ours',
      summary: 'Flag b.',
      category: 'style',
      recommended: 'warn',
      plugin,
      message: (reason, {ruleId}) => ({reason: `${reason} (${ruleId})`, note: 'why'})
    })
    const ruleset = {rules: [{rule, severity: 'info' as const, options: {}}]}
    const {messages} = lintWith(text, {ruleset})
    expect(messages).toMatchObject([
      {
        ruleId: 'ours',
        messageId: 'found',
        severity: 'info',
        reason: 'Unexpected b (theirs)',
        note: 'why',
        start: 5,
        end: 6,
        related: [{start: 0, end: 3, reason: 'Because of this'}]
      }
    ])
  })

  it('gets its options, and the tree it is given', () => {
    const seen: unknown[] = []
    const plugin = ((config: unknown) => (tree: unknown) => void seen.push(config, tree)) as unknown as Plugin
    const {tree} = readOutline(document)
    expect(runRemarkLint(document, plugin, {options: 3, tree})).toEqual([])
    expect(seen).toEqual([[true, 3], tree])
    expect(tree.children.map(({type}) => type)).toEqual(['heading'])
  })

  it('may call back at once, be off, or report without a place', () => {
    const calls = lint((_tree: never, file: VFile, next: () => void) => {
      file.message('everywhere')
      next()
    })
    expect(runRemarkLint(document, calls)).toMatchObject([{range: [0, 0], node: undefined, cause: undefined}])
    expect(runRemarkLint(document, (() => undefined) as Plugin)).toEqual([])
  })

  it('must finish at once, and what it throws is thrown', () => {
    const never = lint((_tree: never, _file: never, _next: never) => {})
    const promise = lint(() => Promise.reject(new Error('too late')))
    const passed = lint((_tree: never, _file: never, next: (error: Error) => void) =>
      next(new Error('passed on'))
    )
    expect(() => runRemarkLint(document, never)).toThrow(/asynchronous/)
    expect(() => runRemarkLint(document, promise)).toThrow(/asynchronous/)
    expect(() => runRemarkLint(document, passed)).toThrow('passed on')
    const caught = lint(
      (_tree: never, file: VFile) => void file.message(new Error('caught by unified-lint-rule'))
    )
    expect(() => runRemarkLint(document, caught)).toThrow('caught by unified-lint-rule')
  })
})

describe('in remark-cli', () => {
  const texts = {
    'bees.md':
      '---\ntitle: The Truth Behind Bees\nlang: en\n---\n\nA roof is warm.\n\n## Hive\n\n## Place\n\nKeep the path — “clear” — of the stairs &amp; doors.\n\n## Tools\n',
    'marsh.md':
      '+++\ntitle = "Marsh"\n+++\n\n## Boots\n\n<!-- articlelint-disable-next-line empty-section -->\n## Socks\n\n## Maps\n\n## Ferry\n\nEvery hour.\n'
  }
  const reporter =
    'export default (files) => JSON.stringify(files.map(({path, messages}) => ({path, messages: messages.map(({ruleId, source, fatal, line, column, reason}) => ({ruleId, source, fatal: fatal ?? null, line, column, reason}))})))\n'

  /** What remark-cli says with a config, as a project sees it that has articlelint installed. */
  async function remark(config: Readonly<Record<string, string>>): Promise<Reported[]> {
    const folder = makeFolder({...texts, ...config, 'reporter.mjs': reporter})
    await cp(path.join(root, 'package.json'), path.join(folder, 'package.json'))
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    await symlink(path.resolve(buildCli(), '..', '..'), path.join(folder, 'dist'))
    const cli = path.join(root, 'node_modules', 'remark-cli', 'cli.js')
    const args = [
      cli,
      '.',
      '--ext',
      'md',
      '--no-stdout',
      '--no-color',
      '--report',
      path.join(folder, 'reporter.mjs')
    ]
    const run = promisify(execFile)(process.execPath, args, {cwd: folder})
    // The exit code is 1 when a message is an error.
    const {stderr} = await run.catch((error: {stderr: string}) => error)
    const reported = JSON.parse(stderr) as Reported[]
    expect(reported.map((file) => file.path).sort()).toEqual(Object.keys(texts))
    return reported
  }

  interface Reported {
    readonly path: string
    readonly messages: readonly {readonly ruleId: string; readonly fatal: boolean | null}[]
  }

  const usual = (path: keyof typeof texts): unknown[] =>
    lintDefault(texts[path], {path}).messages.map(({ruleId, severity, line, column, reason}) => ({
      ruleId,
      source: 'articlelint',
      fatal: severity === 'error' ? true : severity === 'warn' ? false : null,
      line,
      column,
      reason
    }))

  it.each([
    ['.remarkrc.json', '{"plugins": ["articlelint/remark"]}\n'],
    [
      '.remarkrc.mjs',
      "import articlelint from 'articlelint/remark'\n\nexport default {plugins: [articlelint]}\n"
    ]
  ])(
    '%s: the same messages as lintText',
    async (name, config) => {
      for (const file of await remark({[name]: config})) {
        const expected = usual(file.path as keyof typeof texts)
        expect(expected).toContainEqual(expect.objectContaining({ruleId: 'empty-section'}))
        expect(file.messages).toEqual(expected)
      }
    },
    60_000
  )

  it('rules are set in a JSON config', async () => {
    const rules = {'empty-section': ['error', {}], 'no-sources': 'off', 'clickbait-title': 'info'}
    const reported = await remark({
      '.remarkrc.json': JSON.stringify({plugins: [['articlelint/remark', {rules}]]})
    })
    const all = reported.flatMap(({messages}) => messages)
    expect(new Set(all.filter(({ruleId}) => ruleId === 'empty-section').map(({fatal}) => fatal))).toEqual(
      new Set([true])
    )
    expect(all.filter(({ruleId}) => ruleId === 'clickbait-title').map(({fatal}) => fatal)).toEqual([null])
  }, 60_000)

  it('one rule is a plugin of its own', async () => {
    const config =
      "import {rulePlugin} from 'articlelint/remark'\n\nexport default {plugins: [[rulePlugin('empty-section'), ['error']]]}\n"
    const reported = await remark({'.remarkrc.mjs': config})
    const all = reported.flatMap(({messages}) => messages)
    expect(all.map(({ruleId, fatal}) => [ruleId, fatal])).toEqual(
      Array.from({length: 4}, () => ['empty-section', true])
    )
  }, 60_000)
})
