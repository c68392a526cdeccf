import {spawnSync} from 'node:child_process'
import path from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {createDocument, formatOf, lintText, listClaims, loadParser, type ParserName} from '../src/index.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 60_000)

interface Report {
  readonly files: readonly {
    readonly path: string
    readonly messages: readonly {readonly ruleId: string; readonly line: number; readonly fix?: unknown}[]
  }[]
}

function run(
  cwd: string,
  args: readonly string[],
  input = ''
): {status: number | null; report: Report; stderr: string; stdout: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, [cli, '--no-config', '-f', 'json', ...args], {
    cwd,
    input,
    encoding: 'utf8'
  })
  const report: Report = stdout.startsWith('{') ? JSON.parse(stdout) : {files: []}
  return {status, report, stderr, stdout}
}

const claim = 'Robot ovens cut the losses of the bakeries by 45 percent.'
const articles = {
  'a.md': `# Ovens\n\n<b>\n\n${claim}\n`,
  'a.mdx': `# Ovens\n\n<Note>\n${claim}\n</Note>\n`,
  'a.html': `<title>Ovens</title>\n<article><h1>Ovens</h1>\n<p>Robot ovens cut the losses of the bakeries by 45&nbsp;percent.</article>`,
  'a.txt': `Robot Ovens in the Valley\n\n    ${claim}\n`
}

describe('the format of a file', () => {
  it.each([
    ['a.md', 'markdown'],
    ['a.markdown', 'markdown'],
    ['a', 'markdown'],
    ['b/a.MDX', 'mdx'],
    ['a.html', 'html'],
    ['a.htm', 'html'],
    ['a.txt', 'text']
  ])('%s', async (file, format) => {
    expect(formatOf(file)).toBe(format)
    expect((await loadParser('auto', file)).format).toBe(format)
  })

  it('may be asked for', async () => {
    const names: ParserName[] = ['markdown', 'mdx', 'html', 'text']
    for (const name of names) expect((await loadParser(name, 'a.md')).format).toBe(name)
    expect((await loadParser()).format).toBe('markdown')
  })

  it('is known to the library', async () => {
    const parser = await loadParser('auto', 'a.html')
    const {messages} = lintText(articles['a.html'], {parser})
    expect(messages.map(({ruleId, line}) => [ruleId, line])).toContainEqual(['unsourced-claim', 3])
    expect(listClaims(articles['a.html'], {parser}).claims).toHaveLength(1)
    expect(createDocument(articles['a.html'], 'a.html', {parser}).format).toBe('html')
  })
})

describe('the command line', () => {
  it('reads each file in its format', () => {
    const folder = makeFolder(articles)
    const {report} = run(folder, Object.keys(articles))
    const lines = report.files.map(({path: file, messages}) => [
      file,
      messages.find(({ruleId}) => ruleId === 'unsourced-claim')?.line
    ])
    expect(lines).toEqual([
      ['a.html', 3],
      ['a.md', 5],
      ['a.mdx', 4],
      ['a.txt', 3]
    ])
  })

  it('reads all in the format that --parser names', () => {
    const folder = makeFolder({'a.md': articles['a.html'], 'b.txt': articles['a.mdx']})
    expect(
      run(folder, ['--parser', 'html', 'a.md']).report.files[0]?.messages.map(({line}) => line)
    ).toContain(3)
    expect(
      run(folder, ['--parser', 'mdx', 'b.txt']).report.files[0]?.messages.map(({line}) => line)
    ).toContain(4)
    // As Markdown the same text is HTML and no prose.
    expect(run(folder, ['--parser', 'markdown', 'a.md']).report.files[0]?.messages).toEqual([])
  })

  it('reads standard input by its name, or as it is told', () => {
    const folder = makeFolder({})
    const lines = (args: string[], text: string): number[] =>
      run(folder, args, text).report.files.flatMap(({messages}) => messages.map(({line}) => line))
    expect(lines(['--stdin', '--stdin-filename', 'x.mdx'], articles['a.mdx'])).toContain(4)
    expect(lines(['--stdin', '--parser', 'html'], articles['a.html'])).toContain(3)
  })

  it('refuses a format it does not know', () => {
    const {status, stderr} = run(makeFolder(articles), ['--parser', 'docx', 'a.md'])
    expect(status).toBe(2)
    expect(stderr).toContain('docx')
    expect(stderr).toContain('html')
  })

  it('says where MDX can not be read, and lints the others', () => {
    const folder = makeFolder({...articles, 'b.mdx': '# Ovens\n\nIf n <5, stop.\n'})
    const {status, stderr, report} = run(folder, ['a.mdx', 'b.mdx'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/b\.mdx.*3:7/)
    expect(stderr).toContain('\\<')
    expect(report.files.map(({path: file}) => path.basename(file))).toEqual(['a.mdx'])
  })

  it('leaves HTML as it is when it repairs', () => {
    const page = '<h1>Robot Ovens</h1>\n<p>By Ann Lee 20 Views</p>\n<p>Share this article</p>\n'
    const folder = makeFolder({'a.html': page, 'a.md': '# Robot Ovens\n\nBy Ann Lee 20 Views\n\nThe end.\n'})
    const {stdout} = run(folder, ['--fix-dry-run', 'a.html', 'a.md'])
    expect(stdout + run(folder, ['--fix', 'a.html', 'a.md']).stdout).toContain('a.md')
    const html = run(folder, ['a.html']).report.files[0]?.messages ?? []
    expect(html.map(({ruleId}) => ruleId)).toContain('byline-counter')
    expect(html.filter(({fix}) => fix)).toEqual([])
    expect(run(folder, ['a.md']).report.files[0]?.messages).toEqual([])
  })
})
