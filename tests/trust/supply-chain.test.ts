import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {makeFolder} from '../setup/folder.ts'
import {record} from './row.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

interface LockEntry {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}
interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly needs?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  readonly 'timeout-minutes'?: number
}
interface Workflow {
  readonly name: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly on: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const manifest = JSON.parse(read('package.json'))
const entries = Object.entries<LockEntry>(JSON.parse(read('package-lock.json')).packages).filter(
  ([name]) => name !== ''
)
const production = entries.filter(([, {dev}]) => !dev)
const workflows = readdirSync(path.join(root, '.github/workflows')).map((name): [string, Workflow] => [
  name,
  parse(read(`.github/workflows/${name}`))
])
const jobs = workflows.flatMap(([, {jobs}]) => Object.values(jobs))
const steps = jobs.flatMap((job) => job.steps)
/** Says nothing in its package.json that npm understands, but is under the MIT licence. */
const saysOtherwise = ['node_modules/format']

let packed: readonly string[] = []
beforeAll(() => {
  packed = pack()
})

/** What `files` of package.json lets out of a folder that has everything a project folder may have. */
function pack(): readonly string[] {
  const decoys = [
    ...[
      '.env',
      '.npmrc.bak',
      'id_rsa',
      'notes.md',
      'src/cli.ts',
      'tests/a.test.ts',
      'fixtures/a.md',
      'docs/a.md'
    ],
    ...['.github/workflows/ci.yml', '.ci/run', 'coverage/a.json', 'rules/x/rule.ts', 'rules/x/words.json'],
    ...[
      'dist-test/a/src/a.js',
      'dist/tests/a.js',
      'dist/.env',
      'articlelint-part-1-of-4.json',
      'x-0.1.0.tgz'
    ],
    ...['dist/cli/articlelint.cjs', 'dist/src/index.js', 'dist/rules/x/rule.js', 'rules/x/README.md'],
    ...['README.md', 'LICENSE', 'CHANGELOG.md', 'schema.json']
  ]
  const folder = makeFolder({
    ...Object.fromEntries(decoys.map((name) => [name, 'x\n'])),
    'package.json': JSON.stringify(manifest)
  })
  const {stdout, stderr} = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32'
  })
  expect(stdout, stderr).not.toBe('')
  return JSON.parse(stdout)[0].files.map((file: {path: string}) => file.path)
}

/** Each gives what is wrong; nothing when all is well. */
const checks: Readonly<Record<string, () => readonly unknown[]>> = {
  'the package holds the build, the pages of rules and what every package has, of all there is': () => [
    ...packed.filter(
      (file) =>
        !/^(?:dist\/(?:cli|src|rules)\/.+|rules\/[^/]+\/README\.md|(?:README|CHANGELOG)\.md|LICENSE|package\.json|schema\.json)$/.test(
          file
        )
    ),
    ...(packed.length === 9 ? [] : packed)
  ],
  'package.json says where it comes from, as provenance asks': () =>
    [manifest.repository.url].filter((url) => url !== 'git+https://github.com/articlelint/articlelint.git'),
  'no script of ours runs where the package is installed': () =>
    Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name)),
  'no dependency runs a script when installed, not even for development': () =>
    entries.filter(([, {hasInstallScript}]) => hasInstallScript),
  'fewer than 180 packages for those who install it': () =>
    production.length > 100 && production.length < 180 ? [] : [production.length],
  'every package is locked by a checksum': () =>
    entries.filter(([, {integrity}]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')),
  'every package has an exact version and comes from the registry': () =>
    entries.filter(
      ([, {version, resolved, link}]) =>
        link ||
        !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version ?? '') ||
        (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
    ),
  'ranges of dependencies are versions, not addresses': () =>
    Object.values<string>({...manifest.dependencies, ...manifest.devDependencies}).filter(
      (range) => !/^\^?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(range)
    ),
  'licences of all that is installed allow any use': () =>
    production.filter(
      ([name, {license}]) =>
        !saysOtherwise.includes(name) && !/^(?:MIT|ISC|0BSD|BSD-[23]-Clause)$/.test(license ?? '')
    ),
  'there are workflows for changes and for releases': () =>
    ['ci.yml', 'release.yml'].filter((name) => !workflows.some(([file]) => file === name)),
  'every action is pinned to a commit, with its version beside it': () =>
    workflows
      .flatMap(([name]) => read(`.github/workflows/${name}`).split('\n'))
      .filter((line) => /^\s*(?:- )?uses:/.test(line) && !/@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
  'one commit for each action everywhere': () => {
    const used = new Set(steps.flatMap(({uses}) => uses ?? []))
    return [...used].length === new Set([...used].map((one) => one.split('@')[0])).size ? [] : [...used]
  },
  'no workflow has more than reading by default': () =>
    workflows.filter(
      ([, {permissions}]) =>
        !permissions ||
        Object.entries(permissions).some(([what, right]) => what !== 'contents' || right !== 'read')
    ),
  'only the job that publishes may ask for an identity, and it has no other right': () =>
    workflows.flatMap(([file, {jobs}]) =>
      Object.entries(jobs).filter(
        ([name, {permissions = {}}]) =>
          JSON.stringify(permissions).includes('write') &&
          !(
            file === 'release.yml' &&
            name === 'publish' &&
            JSON.stringify(permissions) === '{"contents":"read","id-token":"write"}'
          )
      )
    ),
  'no value of an event stands in a script': () =>
    [...steps, ...parse(read('action.yml')).runs.steps].filter(({run}: Step) => run?.includes('${{')),
  'no workflow runs with rights on a change of a stranger': () =>
    workflows.filter(([, {on}]) =>
      JSON.stringify(on).match(/pull_request_target|workflow_run|issue_comment/)
    ),
  'no workflow reads a secret, and none is left in the checkout': () => [
    ...workflows.filter(([name]) => read(`.github/workflows/${name}`).includes('secrets.')),
    ...steps.filter((step) => step.uses?.includes('checkout') && step.with?.['persist-credentials'] !== false)
  ],
  'a release takes nothing from a cache that a pull request may have written': () =>
    steps.filter(
      (step) =>
        step.uses?.includes('/cache@') ||
        step.with?.cache !== undefined ||
        (step.uses?.includes('setup-node') && step.with?.['package-manager-cache'] !== false)
    ),
  'every job ends': () => jobs.filter((job) => !((job['timeout-minutes'] ?? 999) <= 60)),
  'what is published went through the gate, by a package manager that runs no script': () => {
    const release = workflows.find(([name]) => name === 'release.yml')?.[1].jobs ?? {}
    const scripts = release.publish?.steps.flatMap(({run}) => run ?? [])
    return JSON.stringify(scripts) ===
      JSON.stringify(['npm ci --ignore-scripts', 'npm publish --provenance --access public']) &&
      release.gate?.steps.some(({run}) => run === 'bash .ci/run') &&
      release.publish?.needs === 'gate'
      ? []
      : [release]
  },
  'recipes give no more rights than they need': () =>
    ['README.md', 'docs/ci.md', 'docs/large-sites.md']
      .flatMap((page) => [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text))
      .filter(
        (recipe) =>
          /^jobs:$/m.test(recipe) &&
          /^on:/m.test(recipe) &&
          !/^permissions:\n {2}contents: read$/m.test(recipe)
      ),
  'someone says how to report a vulnerability, and looks after the pinned commits': () => [
    ...['SECURITY.md', '.github/dependabot.yml'].filter((file) => !existsSync(path.join(root, file))),
    ...(read('SECURITY.md').includes('/security/advisories/new') ? [] : ['no way to report']),
    ...['github-actions', 'npm'].filter((name) => !read('.github/dependabot.yml').includes(name))
  ]
}

describe('the supply chain', () => {
  test('all of it', {timeout: 120_000}, (context) => {
    const wrong = Object.entries(checks).flatMap(([name, check]) => {
      const found = check()
      return found.length > 0 ? [[name, found]] : []
    })
    const of = Object.keys(checks).length
    const note = `${production.length} packages when installed, ${entries.length} with those for development`
    record(context, {row: 'supply-chain checks', passed: of - wrong.length, of, note})
    expect(wrong).toEqual([])
  })
})
