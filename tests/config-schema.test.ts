import {readFileSync} from 'node:fs'
import path from 'node:path'
import {Ajv} from 'ajv'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {ConfigError, createConfigLoader} from '../src/config/index.ts'
import {createStarter} from '../src/config/starter.ts'
import {makeFolder} from './setup/folder.ts'

const root = path.resolve(import.meta.dirname, '..')
const validate = new Ajv({strict: true, strictTuples: false, strictTypes: false}).compile(
  JSON.parse(readFileSync(path.join(root, 'schema.json'), 'utf8'))
)

const wordsOf = (config: unknown): unknown => (validate(config) ? undefined : validate.errors)

/** Whether the linter takes a config, packages and files that it names apart. */
async function isRead(config: unknown): Promise<boolean> {
  const folder = makeFolder({'.articlelintrc.json': JSON.stringify(config)})
  return createConfigLoader(
    {},
    folder
  )(path.join(folder, 'a.md')).then(
    () => true,
    (error) => {
      expect(error).toBeInstanceOf(ConfigError)
      return false
    }
  )
}

const good: [title: string, config: unknown][] = [
  ['nothing', {}],
  ['a schema', {$schema: './node_modules/articlelint/schema.json'}],
  ['a preset', {extends: 'articlelint:strict'}],
  ['nothing to start from', {extends: []}],
  [
    'rules',
    {
      rules: {
        'empty-section': 'off',
        'no-sources': ['error'],
        'unsourced-claim': ['warn', {minConfidence: 0.5}]
      }
    }
  ],
  ['ignores', {ignores: ['a/', '!a/b.md']}],
  ['one glob', {ignores: 'a/'}],
  ['a language', {language: 'de-AT'}],
  [
    'overrides',
    {
      overrides: [
        {files: 'a/', rules: {'no-sources': 'off'}},
        {files: ['b/*.md'], language: 'nl'}
      ]
    }
  ],
  ['keys without values', {plugins: null, rules: null, ignores: null, language: null, overrides: null}]
]

const bad: [title: string, config: unknown][] = [
  ['a list', []],
  ['an unknown key', {rulez: {}}],
  ['an unknown rule', {rules: {'empty-sectoin': 'off'}}],
  ['an unknown severity', {rules: {'empty-section': 'eror'}}],
  ['a severity as a number', {rules: {'empty-section': 2}}],
  ['an empty list', {rules: {'empty-section': []}}],
  ['a third item', {rules: {'empty-section': ['warn', {}, {}]}}],
  ['an unknown option', {rules: {'unsourced-claim': ['warn', {minConfidense: 1}]}}],
  ['an option out of range', {rules: {'unsourced-claim': ['warn', {minConfidence: 7}]}}],
  ['an unknown preset', {extends: 'articlelint:strickt'}],
  ['a base that is no text', {extends: [1]}],
  ['an empty glob', {ignores: ['']}],
  ['a language that is a name', {language: 'English prose'}],
  ['an override without files', {overrides: [{rules: {}}]}],
  ['an override of no files', {overrides: [{files: []}]}],
  ['an unknown key in an override', {overrides: [{files: 'a', ignores: 'b'}]}],
  ['an unknown rule in an override', {overrides: [{files: 'a', rules: {nope: 'off'}}]}],
  ['plugins that are no list', {plugins: 'remark-lint-x'}],
  ['a plugin without a name', {plugins: [[]]}],
  ['a plugin of three items', {plugins: [['remark-lint-x', {}, {}]]}]
]

describe('schema.json says what the linter says', () => {
  test.each(good)('of %s: fine', async (_, config) => {
    expect(wordsOf(config)).toBeUndefined()
    expect(await isRead(config)).toBe(true)
  })

  test.each(bad)('of %s: wrong', async (_, config) => {
    expect(validate(config)).toBe(false)
    expect(await isRead(config)).toBe(false)
  })

  // What these name is not here to be read.
  const named: [title: string, config: unknown, isGood: boolean][] = [
    [
      'a path and packages',
      {extends: ['./base.yaml', 'articlelint-config-acme', '@acme/config/strict']},
      true
    ],
    ['plugins', {plugins: ['remark-lint-x', ['@acme/retext-y', {a: 1}], './mine.js']}, true],
    [
      'rules of plugins',
      {rules: {'remark-lint/x': 'off', '@acme/remark-lint/y': ['warn'], 'acme/z': 'info'}},
      true
    ],
    ['a wrong severity of one', {rules: {'remark-lint/x': 'of'}}, false]
  ]
  test.each(named)('of %s', (_, config, isGood) => {
    expect(validate(config)).toBe(isGood)
  })
})

describe('what we write ourselves fits it', () => {
  test.each(['recommended', 'strict'])('the configs of `articlelint init`: %s', (preset) => {
    for (const format of ['jsonc', 'yaml'] as const) {
      const {text} = createStarter(format, preset, './node_modules/articlelint/schema.json')
      const config = parse(format === 'jsonc' ? text.replace(/^ *\/\/.*$/gm, '') : text)
      expect(config).toMatchObject({extends: `articlelint:${preset}`})
      expect(wordsOf(config)).toBeUndefined()
    }
  })

  test.each(['README.md', 'docs/configuration.md', 'docs/plugins.md'])('the configs in %s', (page) => {
    const readme = readFileSync(path.join(root, page), 'utf8')
    const blocks = [...readme.matchAll(/^```(?:jsonc?|ya?ml)\n([\s\S]*?)^```/gm)].map(([, code = '']) =>
      parse(code.replace(/^ *\/\/.*$/gm, ''))
    )
    const keys = ['extends', 'rules', 'overrides', 'plugins', 'ignores']
    const configs = blocks.filter((block) => keys.some((key) => Object.hasOwn(block ?? {}, key)))
    expect(configs.length).toBeGreaterThan(0)
    for (const config of configs) expect(wordsOf(config)).toBeUndefined()
  })
})
