import {spawn, spawnSync} from 'node:child_process'
import {afterAll, expect, test} from 'vitest'
import {record} from '../trust/row.ts'
import {buildCli} from './build.ts'

export interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

interface Setting {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  readonly input?: string
  /** What runs the command line, as `"$@"`, in place of the system: a line of bash. */
  readonly shell?: string
}

let built: string | undefined
function cli(): string {
  built ??= buildCli()
  return built
}

const {NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, ...inherited} = process.env

/** Runs the command line as a process of its own, to its end; one that does not end has the signal `SIGKILL`. */
export function articlelint(args: readonly string[], {cwd, env, input, shell}: Setting): Ended {
  const whole = [process.execPath, cli(), ...args]
  const [command = '', ...rest] = shell === undefined ? whole : ['bash', '-c', shell, 'bash', ...whole]
  const {status, signal, stdout, stderr} = spawnSync(command, rest, {
    cwd,
    encoding: 'utf8',
    env: env ?? inherited,
    maxBuffer: 1 << 30,
    timeout: 500_000,
    killSignal: 'SIGKILL',
    ...(input === undefined ? {} : {input})
  })
  return {status, signal, stdout, stderr}
}

/** Runs it until `isReady` says so of what it printed, has `act` happen, and gives how it ended. */
export async function interrupted(
  args: readonly string[],
  cwd: string,
  isReady: (printed: string) => boolean,
  act: (child: ReturnType<typeof spawn>) => void
): Promise<Ended> {
  const child = spawn(process.execPath, [buildCli(), ...args], {cwd, env: inherited})
  let [stdout, stderr, isActed] = ['', '', false]
  const look = (): void => {
    if (isActed || !isReady(stdout + stderr)) return
    isActed = true
    act(child)
  }
  child.stdout.on('data', (data) => {
    stdout += data
    look()
  })
  child.stderr.on('data', (data) => {
    stderr += data
    look()
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('close', (code, by) => resolve([code, by]))
    look()
  })
  clearTimeout(timer)
  return {status, signal, stdout, stderr}
}

/** Tests of one row of the table; `finish` records it, and is called last. */
export function createFaults(row: string): {
  fault(name: string, run: () => void | Promise<void>): void
  finish(): void
} {
  const all: string[] = []
  const survived: string[] = []
  let isRecorded = false
  afterAll(() => expect(isRecorded).toBe(true))
  return {
    fault(name, run) {
      all.push(name)
      test(name, {timeout: 600_000}, async () => {
        await run()
        survived.push(name)
      })
    },
    finish() {
      test(row, (context) => {
        isRecorded = true
        record(context, {row, passed: survived.length, of: all.length})
        expect(survived).toEqual(all)
      })
    }
  }
}

const copied =
  'The mill on the north bank ground rye for eleven villages, until the spring flood took its wheel away.'

/** One error, and a repair of it. */
export const copy = `# Mills\n\n${copied}\n\nA second wheel came by cart.\n\n${copied}\n`
export const repaired = `# Mills\n\n${copied}\n\nA second wheel came by cart.\n`

/** A plugin with rules `acme/bad-0` and so on of this code, and a good one beside them that reports the word “wheel”. */
export const plugin = (checks: readonly string[], atLoading = ''): string => `
  const common = {summary: 'For a test.', category: 'style', recommended: 'warn', anyLanguage: true, options: {},
    messages: {here: () => 'Unexpected word'}}
  ${atLoading}
  export default [
    ${checks
      .map(
        (check, index) => `{...common, id: 'acme/bad-${index}', check(document, options, report) {
      const {text} = document
      if (!text.includes('DUST')) return
      ${check}
    }},`
      )
      .join('\n')}
    {...common, id: 'acme/good', check({text}, options, report) {
      const at = text.indexOf('wheel')
      if (at >= 0) report('here', {range: [at, at + 5], data: {}})
    }}
  ]`
