import {execFile} from 'node:child_process'
import {cp, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Plugin, unified} from 'unified'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import {lintText as lintDefault} from '../src/index.ts'
import {lintText as lintWith} from '../src/lint/index.ts'
import preset, {articlelint, type RuleConfig, rulePlugin, toUnifiedPlugin} from '../src/remark.ts'
import {defineRule, defineSiteRule, fromRemarkLint, readOutline, runRemarkLint} from '../src/rule/index.ts'

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

describe('the preset', () => {
  it('gives what lintText gives', async () => {
    const text = '---\ntitle: Bees\n---\n\n## One\n\n## Two\n\n| a |\n| - |\n| b |\n\n#### Four\n\nText.\n'
    const processor = unified().use(remarkParse).use(preset)
    const file = new VFile({value: text, path: 'a.md'})
    await processor.run(processor.parse(file), file)
    const expected = lintDefault(text, {path: 'a.md'}).messages
    expect(expected.length).toBeGreaterThan(0)
    expect(file.messages.map(({ruleId, reason, line, column}) => ({ruleId, reason, line, column}))).toEqual(
      expected.map(({ruleId, reason, line, column}) => ({ruleId, reason, line, column}))
    )
    expect(preset.plugins).toEqual([[remarkFrontmatter, ['yaml', 'toml']], remarkGfm, articlelint])
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
  let folder: string

  const texts = {
    'bees.md':
      '---\ntitle: Bees\nlang: en\n---\n\nA roof is warm.\n\n## Hive\n\n## Place\n\nKeep the path — “clear” — of the stairs &amp; doors.\n\n## Tools\n',
    'marsh.md':
      '+++\ntitle = "Marsh"\n+++\n\n## Boots\n\n<!-- articlelint-disable-next-line empty-section -->\n## Socks\n\n## Maps\n\n## Ferry\n\nEvery hour.\n'
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'articlelint-remark-'))
    await Promise.all([
      cp(path.join(root, 'package.json'), path.join(folder, 'package.json')),
      symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules')),
      ...Object.entries(texts).map(([name, text]) => writeFile(path.join(folder, name), text)),
      writeFile(
        path.join(folder, '.remarkrc.mjs'),
        "import articlelint from './dist/src/remark.js'\n\nexport default articlelint\n"
      ),
      writeFile(
        path.join(folder, 'reporter.mjs'),
        'export default (files) => JSON.stringify(files.map(({path, messages}) => ({path, messages: messages.map(({ruleId, source, line, column, reason}) => ({ruleId, source, line, column, reason}))})))\n'
      )
    ])
    const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const options = [
      '-p',
      path.join(root, 'tsconfig.build.json'),
      '--outDir',
      path.join(folder, 'dist'),
      '--noCheck'
    ]
    await promisify(execFile)(process.execPath, [tsc, ...options])
  }, 120_000)

  afterAll(() => rm(folder, {recursive: true, force: true}))

  it('the preset gives the same messages as lintText', async () => {
    const cli = path.join(root, 'node_modules', 'remark-cli', 'cli.js')
    const reporter = path.join(folder, 'reporter.mjs')
    const run = promisify(execFile)(
      process.execPath,
      [cli, '.', '--no-stdout', '--no-color', '--report', reporter],
      {cwd: folder}
    )
    // The exit code is 1 when a message is an error.
    const {stderr} = await run.catch((error: {stderr: string}) => error)
    const reported = JSON.parse(stderr) as {path: string; messages: unknown[]}[]
    expect(reported.map((file) => file.path).sort()).toEqual(Object.keys(texts))
    for (const file of reported) {
      const text = texts[file.path as keyof typeof texts]
      const expected = lintDefault(text, {path: file.path}).messages
      expect(expected.some(({ruleId}) => ruleId === 'empty-section')).toBe(true)
      expect(file.messages).toEqual(
        expected.map(({ruleId, line, column, reason}) => ({
          ruleId,
          source: 'articlelint',
          line,
          column,
          reason
        }))
      )
    }
  }, 60_000)
})
