import {spawnSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {Ajv} from 'ajv'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

const root = path.resolve(fileURLToPath(import.meta.url), '..', '..')
const source = readFileSync(path.join(root, 'action.yml'), 'utf8')

interface Step {
  readonly id: string
  readonly shell: string
  readonly env: Readonly<Record<string, string>>
  readonly run: string
}

interface Action {
  readonly inputs: Readonly<Record<string, {readonly default: string}>>
  readonly outputs: Readonly<Record<string, {readonly value: string}>>
  readonly runs: {readonly steps: readonly [Step]}
}

const action: Action = parse(source)
const [step] = action.runs.steps

describe('action.yml', () => {
  it('follows the metadata syntax', () => {
    const schema = JSON.parse(readFileSync(path.join(root, 'tests/schemas/github-action.json'), 'utf8'))
    const validate = new Ajv({strict: false, validateFormats: false}).compile(schema)
    validate(action)
    expect(validate.errors).toBeNull()
    expect(validate({...action, inputs: {a: {defualt: 1}}})).toBe(false)
  })

  it('fault 43: no value of a workflow stands in the script', () => {
    expect(step.run).not.toContain('${{')
    const passed = Object.values(step.env).map((value) => /^\$\{\{ ([\w.-]+) \}\}$/.exec(value)?.[1])
    expect(passed.filter((name) => name?.startsWith('inputs.'))).toEqual(
      expect.arrayContaining(Object.keys(action.inputs).map((name) => `inputs.${name}`))
    )
    expect(passed).not.toContain(undefined)
    for (const name of Object.keys(step.env)) expect(step.run).toMatch(new RegExp(`\\$\\{?${name}\\b`))
  })

  it('gives what the step gives, and uses no other action', () => {
    for (const [name, {value}] of Object.entries(action.outputs))
      expect(value).toBe(`\${{ steps.${step.id}.outputs.${name} }}`)
    expect(source).not.toMatch(/^\s*-?\s*uses:/m)
  })
})

/** A place to run the step in, as on a runner. */
interface Runner {
  readonly workspace: string
  /** What the step installed: folder and arguments of npm. */
  readonly installed: () => readonly string[]
  /** The arguments of the last run, each in `<>`. */
  readonly passed: () => string
  run(settings?: RunSettings): Result
  git(...args: readonly string[]): string
}

interface RunSettings {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

interface Result {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

const pullRequest = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_BASE_REF: 'main',
  HEAD_REPOSITORY: 'acme/site'
}

/** `npm install --prefix FOLDER … articlelint@VERSION`, without a registry. */
const npm = `#!/bin/sh
printf '%s\\n' "$PWD $*" >>"$NPM_LOG"
while [ $# -gt 0 ]; do [ "$1" = --prefix ] && home="$2"; shift; done
mkdir -p "$home/node_modules/.bin"
printf '#!/bin/sh\\nprintf "<%%s>" "$@" >"$ARGS_LOG"\\n[ -n "$CLI" ] || exit 2\\nexec node "$CLI" "$@"\\n' >"$home/node_modules/.bin/articlelint"
chmod +x "$home/node_modules/.bin/articlelint"
`

function createRunner(files: Readonly<Record<string, string>>, workspaceName = 'site'): Runner {
  const cli = buildCli()
  const base = makeFolder({
    'bin/npm': npm,
    'action/package.json': '{"name": "articlelint", "version": "9.8.7"}',
    'temp/.keep': '',
    'home/.gitconfig':
      '[user]\n\tname = A\n\temail = a@example.org\n[commit]\n\tgpgsign = false\n[protocol "file"]\n\tallow = always\n'
  })
  chmodSync(path.join(base, 'bin/npm'), 0o755)
  const workspace = path.join(base, workspaceName)
  const isolated = {
    PATH: `${path.join(base, 'bin')}${path.delimiter}${process.env.PATH}`,
    HOME: path.join(base, 'home'),
    GIT_CONFIG_NOSYSTEM: '1'
  }
  const git = (...args: readonly string[]): string => {
    const {status, stdout, stderr} = spawnSync('git', args, {cwd: workspace, encoding: 'utf8', env: isolated})
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
    return stdout.trim()
  }
  mkdirSync(workspace)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(workspace, name)), {recursive: true})
    writeFileSync(path.join(workspace, name), content)
  }
  const log = path.join(base, 'npm.log')
  const last = path.join(base, 'args.log')
  return {
    workspace,
    git,
    passed: () => readFileSync(last, 'utf8'),
    installed: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    run({inputs = {}, env = {}} = {}) {
      const output = path.join(base, 'output')
      const summary = path.join(base, 'summary.md')
      for (const file of [output, summary, last]) writeFileSync(file, '')
      const given = Object.fromEntries(
        Object.entries(step.env).map(([name, value]) => {
          const input = /inputs\.([\w-]+)/.exec(value)?.[1]
          return [name, input === undefined ? '' : (inputs[input] ?? action.inputs[input]?.default ?? '')]
        })
      )
      const script = path.join(base, 'temp/step.sh')
      writeFileSync(script, step.run)
      const {status, stdout, stderr} = spawnSync(
        'bash',
        ['--noprofile', '--norc', '-e', '-o', 'pipefail', script],
        {
          cwd: workspace,
          encoding: 'utf8',
          env: {
            ...isolated,
            ...given,
            ACTION_FOLDER: path.join(base, 'action'),
            CLI: cli,
            NPM_LOG: log,
            ARGS_LOG: last,
            CI: 'true',
            GITHUB_ACTIONS: 'true',
            GITHUB_EVENT_NAME: 'push',
            GITHUB_REPOSITORY: 'acme/site',
            GITHUB_WORKSPACE: workspace,
            GITHUB_OUTPUT: output,
            GITHUB_STEP_SUMMARY: summary,
            RUNNER_TEMP: path.join(base, 'temp'),
            ...env
          }
        }
      )
      const lines = readFileSync(output, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
      const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)))
      return {status, stdout, stderr, outputs, summary: readFileSync(summary, 'utf8')}
    }
  }
}

const annotations = (stdout: string): string[] =>
  stdout.split('\n').filter((line) => /^::(?:error|warning|notice) /.test(line))
const clean = '# Bees\n\nThe roof of the hive is warm.\n'
const bad = '# Bees\n\nThe roof of the hive is warm.\n\n## Hive\n\n## Place\n\nUnder the tree.\n'
const only = {
  '.articlelintrc.json': '{"extends": [], "rules": {"empty-section": "error", "glued-heading": "warn"}}\n'
}

describe('the step', () => {
  it('marks findings, writes the summary and gives the counts', () => {
    const {run, installed} = createRunner({'a.md': bad, 'posts/b.md': clean, ...only})
    const result = run()
    expect(result.status, result.stderr).toBe(1)
    const marked = annotations(result.stdout)
    expect(marked).toHaveLength(1)
    expect(marked[0]).toMatch(/^::error file=a\.md,line=5\b/)
    expect(result.outputs).toEqual({errors: '1', warnings: '0'})
    expect(result.summary).toContain('empty-section')
    // Not in the folder of the project, whose npm settings nobody has looked at.
    expect(installed()).toEqual([
      expect.stringMatching(/temp\/articlelint install .*--ignore-scripts.* articlelint@9\.8\.7$/)
    ])
  })

  it('is content with good articles', () => {
    const {run} = createRunner({'a.md': clean, ...only})
    const result = run()
    expect(result.status, result.stderr).toBe(0)
    expect(annotations(result.stdout)).toEqual([])
    expect(result.outputs).toEqual({errors: '0', warnings: '0'})
  })

  it('writes SARIF, alone or beside annotations', () => {
    const {run, workspace} = createRunner({'a.md': bad, ...only})
    const alone = run({inputs: {format: 'sarif'}})
    expect(alone.status, alone.stderr).toBe(1)
    expect(annotations(alone.stdout)).toEqual([])
    const file = path.join(workspace, 'articlelint.sarif')
    expect(alone.outputs['sarif-file']).toBe(file)
    const {runs} = JSON.parse(readFileSync(file, 'utf8'))
    expect(runs[0].results.map(({ruleId}: {ruleId: string}) => ruleId)).toEqual(['empty-section'])
    const beside = run({inputs: {'sarif-file': 'out of it.sarif'}})
    expect(annotations(beside.stdout)).toHaveLength(1)
    expect(beside.outputs['sarif-file']).toBe(path.join(workspace, 'out of it.sarif'))
    const none = run({inputs: {format: 'none'}})
    expect(annotations(none.stdout)).toEqual([])
    expect(none.outputs).toEqual({errors: '1', warnings: '0'})
    expect(none.stdout).toContain('empty-section')
  })

  it('takes files, a folder, a config and a limit of warnings', () => {
    const {run} = createRunner({
      'docs/a.md': bad,
      'docs/b.md': bad,
      'docs/c d.md': bad,
      'warn.json': '{"extends": [], "rules": {"empty-section": "warn"}}'
    })
    const inputs = {'working-directory': 'docs', files: 'a.md\n  c d.md  \n\n', config: '../warn.json'}
    const counted = run({inputs})
    expect(counted.status, counted.stderr).toBe(0)
    expect(counted.outputs).toEqual({errors: '0', warnings: '2'})
    // From the top of the repository, as GitHub shows them.
    expect(annotations(counted.stdout).map((line) => /file=([^,]*),/.exec(line)?.[1])).toEqual([
      'docs/a.md',
      'docs/c d.md'
    ])
    expect(run({inputs: {...inputs, 'max-warnings': '1'}}).status).toBe(1)
  })

  it('uses what the project has installed, where it trusts it', () => {
    const {run, installed, workspace} = createRunner({
      'a.md': clean,
      'node_modules/.bin/articlelint': '#!/bin/sh\necho own\n'
    })
    chmodSync(path.join(workspace, 'node_modules/.bin/articlelint'), 0o755)
    expect(run().stdout).toBe('own\n')
    expect(installed()).toEqual([])
    expect(run({inputs: {version: '1.2.3-beta.1'}}).stdout).not.toContain('own')
    expect(installed()).toEqual([expect.stringMatching(/articlelint@1\.2\.3-beta\.1$/)])
    expect(run({inputs: {'no-code-config': 'true'}}).stdout).not.toContain('own')
  })

  it('fault 43: runs no code of a pull request from a fork', () => {
    const files = {
      'a.md': clean,
      'articlelint.config.js': "console.log('code ran')\nexport default {extends: []}\n",
      'node_modules/.bin/articlelint': '#!/bin/sh\necho code ran\n',
      '.npmrc': 'registry=https://evil.example.org/\n'
    }
    const {run, installed} = createRunner(files)
    const fork = {...pullRequest, HEAD_REPOSITORY: 'eve/site'}
    for (const env of [
      fork,
      {...fork, HEAD_REPOSITORY: ''},
      {...fork, GITHUB_EVENT_NAME: 'pull_request_target'}
    ]) {
      const result = run({inputs: {'changed-lines': 'false'}, env})
      expect(result.stdout + result.stderr).not.toContain('code ran')
      expect(result.status).toBe(2)
    }
    expect(installed().every((line) => line.includes('/temp/articlelint install'))).toBe(true)
  })
})

describe('the step on a pull request', () => {
  /** A clone as actions/checkout makes it: the merge of a branch into main. */
  function createClone(depth: string | undefined, commits = 0): Runner {
    const origin = createRunner({'a.md': bad, ...only}, 'origin')
    origin.git('init', '--quiet', '--initial-branch=main')
    origin.git('add', '.')
    origin.git('commit', '--quiet', '--message=one')
    origin.git('checkout', '--quiet', '-b', 'topic')
    const topic = `${bad}\n## Tools\n\n## Time\n\nIn May.\n`
    writeFileSync(path.join(origin.workspace, 'a.md'), topic)
    writeFileSync(path.join(origin.workspace, 'new.md'), bad)
    origin.git('add', '.')
    origin.git('commit', '--quiet', '--message=two')
    for (let n = 0; n < commits; n++) origin.git('commit', '--quiet', '--allow-empty', `--message=topic ${n}`)
    origin.git('checkout', '--quiet', 'main')
    writeFileSync(path.join(origin.workspace, 'later.md'), bad)
    origin.git('add', '.')
    origin.git('commit', '--quiet', '--message=three')
    origin.git('checkout', '--quiet', '--detach')
    origin.git('merge', '--quiet', '--no-ff', '--message=merge', 'topic')
    origin.git('update-ref', 'refs/pull/1/merge', 'HEAD')
    origin.git('checkout', '--quiet', 'main')
    const clone = createRunner({})
    clone.git('init', '--quiet', '--initial-branch=main')
    clone.git('remote', 'add', 'origin', `file://${origin.workspace}`)
    const refs = depth === undefined ? ['+refs/heads/*:refs/remotes/origin/*'] : [`--depth=${depth}`]
    clone.git(
      'fetch',
      '--quiet',
      '--no-tags',
      'origin',
      ...refs.slice(0, 1),
      '+refs/pull/1/merge:refs/remotes/pull/1/merge'
    )
    clone.git('checkout', '--quiet', '--detach', 'refs/remotes/pull/1/merge')
    return clone
  }

  const shown = (stdout: string): unknown[] =>
    annotations(stdout).map((line) => /file=([^,]*),line=(\d+)/.exec(line)?.slice(1))
  const changed = [
    ['a.md', '11'],
    ['new.md', '5']
  ]

  it.each([
    ['a shallow clone', '1', 0],
    ['a shallow clone of a long branch', '1', 30],
    ['a whole clone', undefined, 0]
  ])('reports changed lines only, in %s', (_what, depth, commits) => {
    const {run} = createClone(depth, commits)
    const result = run({env: pullRequest})
    expect(result.status, result.stderr).toBe(1)
    expect(shown(result.stdout)).toEqual(changed)
    expect(result.outputs.errors).toBe('2')
  })

  it('reports all lines when told so, and on other events', () => {
    const {run} = createClone('1')
    const all = [
      ['a.md', '11'],
      ['a.md', '5'],
      ['later.md', '5'],
      ['new.md', '5']
    ]
    expect(shown(run({inputs: {'changed-lines': 'false'}, env: pullRequest}).stdout).sort()).toEqual(all)
    expect(shown(run().stdout).sort()).toEqual(all)
    const wanted = run({inputs: {'changed-lines': 'true'}})
    expect(wanted.status).toBe(2)
    expect(annotations(wanted.stdout)).toEqual([expect.stringContaining('changed-lines')])
  })

  it('says what to do when the base can not be fetched', () => {
    const {run, git} = createClone('1')
    git('remote', 'set-url', 'origin', 'file:///nowhere')
    const result = run({env: pullRequest})
    expect(result.status).toBe(2)
    expect(annotations(result.stdout)).toEqual([expect.stringMatching(/`main`.*fetch-depth: 0/)])
  })

  it('a base whose name looks like a command is a name', () => {
    const {run, workspace} = createClone('1')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant for the shell
    const name = '$(touch${IFS}pwned);`touch${IFS}pwned`'
    const result = run({env: {...pullRequest, GITHUB_BASE_REF: name}})
    expect(result.status).toBe(2)
    expect(readdirSync(workspace)).not.toContain('pwned')
  })
})

describe('hostile values are values', () => {
  const payloads = [
    '"; touch pwned; "',
    "'; touch pwned; '",
    '$(touch pwned)`touch pwned`',
    'a\ntouch pwned\n',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant for the shell
    '${IFS}touch${IFS}pwned',
    '--output-file=pwned',
    'x\n::error::pwned\n::set-output name=a::b'
  ]
  const inputs = Object.keys(action.inputs)

  it.each(inputs)('%s', (input) => {
    const {run, passed, workspace} = createRunner({'a.md': clean, ...only})
    for (const payload of payloads) {
      // What the program itself makes of an argument is seen once.
      const env = payload === payloads.at(-1) ? {} : {CLI: ''}
      const result = run({inputs: {[input]: payload}, env})
      expect(readdirSync(workspace), payload).not.toContain('pwned')
      for (const printed of [result.stdout, result.stderr])
        expect(printed.split('\n').filter((line) => /^\s*::(?:error::|set-output)/.test(line))).toEqual([])
      const names = Object.keys(result.outputs)
      expect(names.filter((name) => !['errors', 'warnings', 'sarif-file'].includes(name))).toEqual([])
      expect(result.status, `${payload}: ${result.stdout}`).toBe(2)
      // Of the lines of `files` each is an argument, after the end of the flags.
      const whole = passed()
      if (whole === '') continue
      const given = input === 'files' ? payload.trim().split('\n').join('><') : payload
      expect(whole).toContain(input === 'files' ? `<--><${given}>` : `${given}>`)
    }
  })
})
