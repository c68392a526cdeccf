import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {makeFolder} from '../setup/folder.ts'
import {articlelint, copy, plugin} from '../setup/process.ts'
import {isFull, record} from './row.ts'

/** Articles with all that a run can meet: plugins that break, comments, front matter, other formats, what can't be read. */
function makeSite(): string {
  const paragraph = copy.split('\n')[2] ?? ''
  return makeFolder({
    '.articlelintrc.yaml': `extends: articlelint:all
plugins: [./plugin.mjs]
overrides:
  - {files: quiet/**, rules: {duplicate-paragraph: off, vague-quantity: error}}`,
    'plugin.mjs': plugin(['throw new Error("it broke")', 'throw null', 'console.log(document.path)']),
    'dust.md': `${copy}\nTo DUST.\n`,
    'quiet/a.md': copy,
    'quiet/Änderung.md': copy,
    'quiet/zebra.md': copy,
    'binary.md': Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]),
    'own.md': `---\narticlelint:\n  rules:\n    duplicate-paragraph: info\n---\n\n${copy}`,
    'wrong.md': `---\narticlelint: {rules: {no-such-rule: error}}\n---\n\n${copy}`,
    'said.md': `<!-- articlelint-disable-file duplicate-paragraph -- as it stood -->\n${copy}`,
    'a.mdx': `# Mills\n\n<Mill/>\n\n${paragraph}\n`,
    'unclosed.mdx': '# Mills\n\n<Mill>\n',
    'a.txt': `Mills\n\nMany people say that ${paragraph}\n`,
    'crlf.md': `\uFEFF${copy.replaceAll('\n', '\r\n')}`,
    ...Object.fromEntries(
      Array.from({length: 20}, (_, i) => [
        `many/${i}.md`,
        `# Mill ${i}\n\nMany people say that ${i + 20} % of the mills closed.\n\n[next](./${i + 1}.md#none)\n\n${paragraph}\n`
      ])
    )
  })
}

const places: readonly Record<string, string>[] = [
  {LANG: 'C', LC_ALL: 'C', TZ: 'UTC'},
  {LANG: 'cs_CZ.UTF-8', LC_ALL: 'cs_CZ.UTF-8', TZ: 'Europe/Prague'},
  {LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'UTC'},
  {LANG: '', LC_ALL: 'xx_YY.UTF-8', TZ: 'Etc/GMT'},
  {LANG: 'ja_JP.eucJP', LC_ALL: '', TZ: 'UTC', TERM: 'dumb', COLUMNS: '20'}
]
const kinds = ['json', 'sarif', 'html', 'markdown', 'checkstyle', 'junit']
// Hidden, so that they are no articles of the next run.
const files = kinds.map((kind) => `.out/${kind}`)

test('fault 31: one output, whatever the number of workers, the language and the time zone', {
  timeout: 3_600_000
}, (context) => {
  const cwd = makeSite()
  // The findings of before, so that the suppressions hold some back.
  expect(articlelint(['quiet', 'many', '--suppress-all'], {cwd}).status).toBe(0)
  const reports = kinds.map((kind, index) => `${kind}:${files[index]}`)
  const args = [
    '.',
    '--report-unused-disable-directives',
    ...['stylish', ...reports].flatMap((one) => ['-f', one])
  ]
  const outputs = new Set<string>()
  const runs = isFull ? 20 : 2
  let passed = 0
  let first: string | undefined
  const counts = ['off', '1', '2', '4']
  for (let run = 0; run < runs; run++) {
    for (const concurrency of isFull || run === 0 ? counts : ['off', '2']) {
      const place = places[run % places.length] ?? {}
      const env = {...process.env, NO_COLOR: '1', ...place}
      const {status, stdout, stderr} = articlelint([...args, '--concurrency', concurrency], {cwd, env})
      // What a plugin prints comes when it is printed.
      const said = stderr.split('\n').filter((line) => line !== 'dust.md')
      const written = files.map((name) => readFileSync(path.join(cwd, name), 'utf8'))
      // A run says what day it is, where the user is.
      const day = new Intl.DateTimeFormat('sv', {timeZone: place.TZ}).format()
      const output = JSON.stringify({status, stdout, said, written}, null, 1).replaceAll(day, 'today')
      first ??= output
      outputs.add(output)
      if (output === first) passed++
    }
  }
  const of = isFull ? runs * counts.length : counts.length + 2
  record(context, {row: 'runs × 1, 2, 4 workers and none, with one output', passed, of})
  const [one = '', other = one] = outputs
  expect(
    other
      .split('\n')
      .filter((line) => !one.includes(line))
      .slice(0, 5)
  ).toEqual([])
  expect([passed, outputs.size]).toEqual([of, 1])
  const {status, stdout, said} = JSON.parse(first ?? '')
  expect(status).toBe(2)
  expect(stdout).toContain('many/1.md')
  expect(said.filter((line: string) => line.startsWith('articlelint: ')).length).toBeGreaterThanOrEqual(5)
})
