import {spawnSync} from 'node:child_process'
import path from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 60_000)

/** Node calls this for every module it resolves, in a thread of its own. */
const hooks = `
  import {appendFileSync} from 'node:fs'
  export async function resolve(specifier, context, next) {
    const result = await next(specifier, context)
    appendFileSync(process.env.LOADED_MODULES, result.url + '\\n')
    return result
  }`
const register = `
  import {register} from 'node:module'
  register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}))`

/** The packages, and our own modules, that a run of the CLI loads. */
function loaded(files: Record<string, string>, args: readonly string[]): {packages: string[]; own: string[]} {
  const folder = makeFolder({...files, 'modules.log': ''})
  const log = path.join(folder, 'modules.log')
  const hook = `data:text/javascript,${encodeURIComponent(register)}`
  const {stderr, status} = spawnSync(
    process.execPath,
    ['--import', hook, cli, '--no-config', ...args, ...Object.keys(files)],
    {cwd: folder, encoding: 'utf8', env: {...process.env, LOADED_MODULES: log}}
  )
  expect(stderr).toBe('')
  expect(status).toBeLessThan(2)
  const urls = spawnSync('sort', ['-u', log], {encoding: 'utf8'}).stdout.split('\n')
  const packages = urls.flatMap((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? [])
  const own = urls.flatMap((url) => /\/(?:dist-test\/[^/]+|dist)\/((?:src|rules)\/.*)$/.exec(url)?.[1] ?? [])
  return {packages: [...new Set(packages)], own}
}

/** What only other formats, editors and reports need. */
const heavy =
  /mdx|^acorn|^estree|^rehype|^hast|^parse5|^entities$|^vscode|^retext|^nlcst|^diff$|^remark-gfm$|^yaml$|^ignore$|^tinyglobby$|^import-meta-resolve$/
const lazy =
  /document\/(?:index|parse\/(?:mdx|plain-text|yaml)|html\/html)\.js|lsp|reporters\/(?:html|sarif|json|gitlab|junit)|lint\/(?:fix|claim-sheet|rendering|site)\.js|engine\/(?:diff|git\/|suppressions\/suppressions|watch|workers\/|write)|config\/(?:article|code|layers|packages|plugins|read|yaml)\.js|engine\/(?:fetch|verify)\/|cli\/(?:source-progress|verify)\.js/

describe('linting one article loads', () => {
  it('of Markdown nothing that it does not need', () => {
    const {packages, own} = loaded({'a.md': '# Rain\n\nIt fell all day.\n'}, [])
    // The log is that of a run.
    expect(own).toContain('src/engine/parsers/satteri-native.js')
    expect(own).toContain('src/document/create.js')
    expect(packages).not.toContain('satteri')
    expect(packages.filter((name) => heavy.test(name))).toEqual([])
    expect(own.filter((name) => lazy.test(name))).toEqual([])
  })

  it('of Markdown one parser', () => {
    const article = {'a.md': '# Rain\n\nIt fell all day.\n'}
    const native = loaded(article, ['--parser', 'auto'])
    expect(native.own).toContain('src/engine/parsers/satteri-native.js')
    expect(
      native.packages.filter((name) => /^(?:remark-parse|micromark|mdast-util-from-markdown)$/.test(name))
    ).toEqual([])
    expect(native.own).not.toContain('src/document/parse/parse.js')
    const remark = loaded(article, ['--parser', 'remark'])
    expect(remark.packages).toContain('remark-parse')
    expect([...remark.packages, ...remark.own].filter((name) => /satteri/.test(name))).toEqual([])
  })

  it('of plain text only the parser for it', () => {
    const {packages, own} = loaded({'a.txt': 'It rained all day.\n'}, [])
    expect(packages.filter((name) => heavy.test(name))).toEqual([])
    expect(own.filter((name) => lazy.test(name))).toEqual(['src/document/parse/plain-text.js'])
  })

  it('of MDX no parser of HTML', () => {
    const {packages} = loaded({'a.mdx': '# Rain\n\nIt fell all day.\n'}, [])
    expect(packages).toContain('remark-mdx')
    expect(packages.filter((name) => /^rehype|^hast|^parse5$|^vscode/.test(name))).toEqual([])
  })

  it('of HTML no parser of MDX', () => {
    const {packages} = loaded({'a.html': '<p>It rained all day.</p>\n'}, [])
    expect(packages).toContain('rehype-parse')
    expect(packages.filter((name) => /mdx|^acorn|^vscode/.test(name))).toEqual([])
  })
})
