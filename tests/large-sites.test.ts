import {spawnSync} from 'node:child_process'
import {chmodSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {parseAllDocuments} from 'yaml'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

let cli = ''
beforeAll(() => {
  cli = buildCli()
}, 60_000)

const page = readFileSync(new URL('../docs/large-sites.md', import.meta.url), 'utf8')
const recipes = [...page.slice(page.indexOf('## Shards')).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
  ([, text = '']) => {
    const [document, ...others] = parseAllDocuments(text, {strict: true})
    expect(others).toEqual([])
    expect(document?.errors).toEqual([])
    return document?.toJS() as unknown
  }
)

const mail = 'Mail comes over the ice on a sledge, and the postman walks in front of it with a long pole.'

/** A site with an `npx` that runs this very articlelint. */
function makeSite(): string {
  const folder = makeFolder({
    'bin/npx': `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`,
    'site/.articlelintrc.json': '{"rules": {"shared-paragraph": "warn"}}',
    'site/posts/a.md': `# One\n\n${mail}\n`,
    'site/posts/b.md': `# Other\n\n${mail}\n`,
    'site/posts/c.md': '# Third\n\nNothing is said here twice.\n',
    'parts/.keep': ''
  })
  chmodSync(path.join(folder, 'bin/npx'), 0o755)
  return folder
}

function sh(folder: string, command: string, env: Record<string, string> = {}) {
  const {stdout, stderr, status} = spawnSync(
    'sh',
    ['-c', command.replaceAll('/parts/', `${folder}/parts/`)],
    {
      cwd: path.join(folder, 'site'),
      encoding: 'utf8',
      env: {...process.env, ...env, PATH: `${folder}/bin:${process.env.PATH}`}
    }
  )
  return {stdout, stderr, status}
}

interface Workflow {
  readonly jobs: Readonly<
    Record<string, {strategy?: {matrix: {shard: number[]}}; needs?: string; steps: {run?: string}[]}>
  >
}

interface Job {
  readonly spec: {
    readonly completions?: number
    readonly completionMode?: string
    readonly template: {readonly spec: {readonly containers: readonly {command: string[]; args: string[]}[]}}
  }
}

describe('the recipes of docs/large-sites.md', () => {
  it('run in a GitHub Actions matrix', () => {
    const folder = makeSite()
    const {shard, report} = (recipes[0] as Workflow).jobs
    const commandOf = (job: Workflow['jobs'][string] | undefined): string =>
      job?.steps.findLast(({run}) => run?.startsWith('npx'))?.run ?? ''
    const matrix = shard?.strategy?.matrix.shard ?? []
    expect(matrix).toEqual([1, 2, 3, 4])
    expect(report?.needs).toBe('shard')
    for (const index of matrix) {
      const command = commandOf(shard).replace(/\$\{\{ matrix\.shard \}\}/g, `${index}`)
      expect(sh(folder, command)).toMatchObject({stderr: '', status: 0})
    }
    const merged = sh(folder, commandOf(report))
    expect(merged).toMatchObject({stderr: '', status: 0})
    expect(merged.stdout).toContain('shared-paragraph')
    const file = path.join(folder, 'site/articles.sarif')
    const sarif = readFileSync(file, 'utf8')
    expect(sh(folder, commandOf(report).replace('merge part-*.json', 'posts'))).toEqual(merged)
    expect(readFileSync(file, 'utf8')).toBe(sarif)
  })

  it('run in an indexed Job of Kubernetes', () => {
    const folder = makeSite()
    const [shards, merge] = recipes.slice(1).map((job) => {
      const {spec} = job as Job
      const [container] = spec.template.spec.containers
      expect(container?.command).toEqual(['sh', '-c'])
      return {...spec, command: container?.args[0] ?? ''}
    })
    expect(shards?.completionMode).toBe('Indexed')
    expect(shards?.completions).toBe(8)
    for (let index = 0; index < 8; index++) {
      const {stderr, status} = sh(folder, shards?.command ?? '', {JOB_COMPLETION_INDEX: `${index}`})
      expect([stderr, status]).toEqual(['', 0])
    }
    expect(readdirSync(path.join(folder, 'parts')).filter((name) => name.endsWith('.json'))).toHaveLength(8)
    const merged = sh(folder, merge?.command ?? '')
    expect(merged).toEqual(sh(folder, 'npx articlelint posts --max-warnings 0'))
    expect(merged.status).toBe(1)
  })
})
