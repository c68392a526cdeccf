import {symlinkSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {ConfigError, type RunSettings} from '../src/config/index.ts'
import {lintFiles, lintInput} from '../src/engine/index.ts'
import {makeFolder} from './setup/folder.ts'

const id = 'remark-lint/no-undefined-references'
const broken = '# A title\n\nSome [words][nowhere] here.\n'
const listed = 'extends: []\nplugins: [remark-lint-no-undefined-references]\n'

/** A folder in which the packages of this project are installed. */
function inProject(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder({'a.md': broken, ...files})
  symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), path.join(folder, 'node_modules'))
  return folder
}

async function found(cwd: string, file: string, settings: Omit<RunSettings, 'online'> = {}): Promise<object> {
  const {files, problems} = await lintFiles([file], {cwd, ...settings})
  expect(problems).toEqual([])
  const messages = files.flatMap((file) => file.messages)
  return Object.fromEntries(messages.map(({ruleId, severity}) => [ruleId, severity]))
}

test('plugins are on as warnings; rules, overrides, front matter and flags know their ids', async () => {
  const cwd = inProject({
    '.articlelintrc.yaml': listed,
    'rules/.articlelintrc.yaml': `${listed}rules: {${id}: error}\noverrides:\n  - {files: off.md, rules: {${id}: off}}`,
    'rules/a.md': broken,
    'rules/off.md': broken,
    'rules/own.md': `---\narticlelint: {rules: {${id}: info}}\n---\n\n${broken}`
  })
  expect(await found(cwd, 'a.md')).toEqual({[id]: 'warn'})
  expect(await found(cwd, 'rules/a.md')).toEqual({[id]: 'error'})
  expect(await found(cwd, 'rules/off.md')).toEqual({})
  expect(await found(cwd, 'rules/own.md')).toEqual({[id]: 'info'})
  expect(await found(cwd, 'a.md', {rules: {[id]: 'info'}})).toEqual({[id]: 'info'})
  expect(await found(cwd, 'a.md', {skip: [id]})).toEqual({})
  expect(await found(cwd, 'a.md', {only: [id]})).toEqual({[id]: 'warn'})
})

test('those of a config that is extended count too, with the options given last', async () => {
  const cwd = inProject({
    '.articlelintrc.yaml': `extends: ./base.yaml\nrules: {${id}: error}`,
    'base.yaml': listed,
    'sub/.articlelintrc.yaml':
      'extends: ../base.yaml\nplugins: [[remark-lint-no-undefined-references, {allow: [nowhere]}]]',
    'sub/a.md': broken
  })
  expect(await found(cwd, 'a.md')).toEqual({[id]: 'error'})
  expect(await found(cwd, 'sub/a.md')).toEqual({})
})

test('an id that one config of the run knows is no error; one that none knows is', async () => {
  const cwd = inProject({'sub/.articlelintrc.yaml': listed, 'sub/a.md': broken})
  expect(await found(cwd, '.', {only: [id]})).toEqual({[id]: 'warn'})
  await expect(found(cwd, '.', {only: [`${id}x`]})).rejects.toThrow(`did you mean \`${id}\`?`)
  await expect(found(cwd, 'a.md', {skip: [id]})).rejects.toThrow(ConfigError)
  await expect(lintInput(Buffer.from(broken), {cwd, rules: {[id]: 'warn'}})).rejects.toThrow(ConfigError)
})

test('options of a plugin stand with the plugin, and a wrong severity has its place', async () => {
  const rule = `rules:\n  ${id}: [warn, {allow: [nowhere]}]`
  await expect(found(inProject({'.articlelintrc.yaml': `${listed}${rule}`}), 'a.md')).rejects.toThrow(
    /^\.articlelintrc\.yaml:4:\d+: .*`allow`/
  )
})

test('one that is missing is an error at its place', async () => {
  const cwd = inProject({'.articlelintrc.yaml': 'plugins:\n  - remark-lint-not-there\n'})
  await expect(found(cwd, 'a.md')).rejects.toThrow(
    /^\.articlelintrc\.yaml:2:5: .*npm install --save-dev remark-lint-not-there/
  )
})
