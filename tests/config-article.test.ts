import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {withArticleConfig} from '../src/config/article.ts'
import {presets} from '../src/config/builtin.ts'
import {
  type Config,
  ConfigError,
  createConfigLoader,
  type RunSettings,
  resolveRuleset
} from '../src/config/index.ts'
import {createDocument} from '../src/document/index.ts'
import {lintFiles} from '../src/engine/index.ts'
import type {Ruleset} from '../src/lint/index.ts'
import {makeFolder} from './setup/folder.ts'

const body = '\n# A title\n\nSome words.\n\n## Left empty\n\n## More\n\nMore words.\n'

async function rulesetWith(
  block: string,
  settings: RunSettings = {},
  config = 'extends: []\nrules: {empty-section: warn, unsourced-claim: [warn, {minConfidence: 0.9}]}'
): Promise<{ruleset: Ruleset; before: Ruleset; config: Config}> {
  const folder = makeFolder({'.articlelintrc.yaml': config})
  const loaded = await createConfigLoader(settings, folder)(path.join(folder, 'a.md'))
  const before = resolveRuleset(loaded)
  const document = createDocument(`---\n${block}\n---\n${body}`, 'a.md')
  return {ruleset: withArticleConfig(before, document, loaded), before, config: loaded}
}

function settingsOf({rules}: Ruleset): Record<string, unknown> {
  return Object.fromEntries(rules.map(({rule, severity}) => [rule.id, severity]))
}

describe('front matter', () => {
  test('without the key the ruleset stays the very same', async () => {
    const {ruleset, before} = await rulesetWith('title: Of articlelint: a word')
    expect(ruleset).toBe(before)
  })

  test('sets severities, keeps options, and switches rules on and off in the order of all rules', async () => {
    const {ruleset} = await rulesetWith(
      'title: x\narticlelint:\n  rules:\n    unsourced-claim: error\n    empty-section: off\n    clickbait-title: info'
    )
    expect(settingsOf(ruleset)).toEqual({'clickbait-title': 'info', 'unsourced-claim': 'error'})
    const order = presets.all.rules.map(({rule}) => rule.id)
    const places = ruleset.rules.map(({rule}) => order.indexOf(rule.id))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(ruleset.rules.find(({rule}) => rule.id === 'unsourced-claim')?.options).toMatchObject({
      minConfidence: 0.9
    })
  })

  test('sets options, completed with the usual ones', async () => {
    const {ruleset} = await rulesetWith(
      'articlelint: {rules: {unsourced-claim: [info, {minConfidence: 0.5}]}}'
    )
    const [, claim] = ruleset.rules
    expect(claim).toMatchObject({severity: 'info', options: {minConfidence: 0.5}})
  })

  test('what the run sets wins', async () => {
    const block =
      'articlelint:\n  rules:\n    unsourced-claim: [info, {minConfidence: 0.5}]\n    empty-section: error\n    clickbait-title: error'
    const run = async (settings: RunSettings) => (await rulesetWith(block, settings)).ruleset
    expect(settingsOf(await run({skip: ['empty-section']}))).not.toHaveProperty('empty-section')
    const set = await run({rules: {'unsourced-claim': 'warn'}})
    expect(set.rules.find(({rule}) => rule.id === 'unsourced-claim')).toMatchObject({
      severity: 'warn',
      options: {minConfidence: 0.5}
    })
    expect(settingsOf(await run({only: ['empty-section']}))).toEqual({'empty-section': 'error'})
  })

  test('an empty block changes nothing', async () => {
    const {ruleset, before} = await rulesetWith('articlelint:\n  rules:\ntitle: x')
    expect(ruleset.rules).toEqual(before.rules)
  })

  test('TOML is not read', async () => {
    const document = createDocument(`+++\n[articlelint.rules]\nnope = "off"\n+++\n${body}`, 'a.md')
    const {before, config} = await rulesetWith('title: x')
    expect(withArticleConfig(before, document, config)).toBe(before)
  })

  const wrong: [title: string, block: string, place: string, words: string][] = [
    ['a rule', 'articlelint:\n  rules:\n    empty-sectoin: off', '4:5', 'did you mean `empty-section`?'],
    ['a severity', 'title: x\r\narticlelint: {rules: {empty-section: of}}', '3:38', 'did you mean `off`?'],
    [
      'an option',
      '"articlelint":\n  rules:\n    unsourced-claim:\n      - warn\n      - minConfidense: 1',
      '6:9',
      'did you mean `minConfidence`?'
    ],
    [
      'a value of an option',
      'articlelint:\n  rules: {unsourced-claim: [warn, {minConfidence: 7}]}',
      '3:51',
      '`minConfidence`'
    ],
    ['a key', 'articlelint:\n  rule: {}', '3:3', 'did you mean `rules`?'],
    ['a key that is a rule', 'articlelint:\n  empty-section: off', '3:3', '`rules`'],
    ['text', 'articlelint: off', '2:14', '`key: value`'],
    ['a second block', 'articlelint: {}\ntitle: x\narticlelint: {}', '4:1', 'second'],
    ['a doubled rule', 'articlelint:\n  rules: {empty-section: off, empty-section: off}', '3:31', 'unique'],
    ['a prototype', 'articlelint:\n  rules:\n    __proto__: off', '4:5', 'a plain name'],
    [
      'a quotation mark above it that is not closed',
      'title: "A\narticlelint:\n  rules: {}',
      '4:12',
      'closing'
    ],
    ['a list in its place', '- a\narticlelint:\n  rules: {}', '3:1', '`articlelint`'],
    ['an alias', 'a: &a {}\narticlelint: *a', '3:14', 'alias']
  ]
  test.each(wrong)(
    '%s that is wrong is named with its place in the article',
    async (_, block, place, words) => {
      const error: unknown = await rulesetWith(block).catch((error) => error)
      expect(error).toBeInstanceOf(ConfigError)
      const {path: file, line, column, message} = error as ConfigError
      expect(`${file}:${line}:${column}`).toBe(`a.md:${place}`)
      expect(message).toContain(words)
    }
  )

  test('what is wrong elsewhere in the block is not ours', async () => {
    const {ruleset: same, before} = await rulesetWith('title: "A\nnote: |\n  articlelint: x')
    expect(same).toBe(before)
    const {ruleset} = await rulesetWith('title: x\ntitle: y\narticlelint: {rules: {empty-section: off}}')
    expect(settingsOf(ruleset)).toEqual({'unsourced-claim': 'warn'})
  })
})

test('a run names an article whose block is wrong, lints the others, and can ignore blocks', async () => {
  const cwd = makeFolder({
    'bad.md': `\uFEFF---\r\narticlelint:\r\n  rules: {nope: off}\r\n---\r\n${body}`,
    'good.md': `---\narticlelint: {rules: {empty-section: error}}\n---\n${body}`,
    'off.md': `---\narticlelint: {rules: {empty-section: off}}\n---\n${body}`
  })
  const only = {only: ['empty-section']}
  const severities = async (settings: Parameters<typeof lintFiles>[1]) => {
    const {files, problems} = await lintFiles(['.'], {cwd, ...settings})
    return {problems, found: files.map((file) => [file.path, ...file.messages.map(({severity}) => severity)])}
  }
  expect(await severities({})).toMatchObject({
    problems: [{path: 'bad.md', line: 3, column: 11, reason: expect.stringContaining('`nope`')}]
  })
  expect((await severities({})).found.map(([name, ...rest]) => [name, rest.includes('error')])).toEqual([
    ['good.md', true],
    ['off.md', false]
  ])
  expect(await severities({...only, inlineConfig: false})).toEqual({
    problems: [],
    found: [
      ['bad.md', 'warn'],
      ['good.md', 'warn'],
      ['off.md', 'warn']
    ]
  })
})
