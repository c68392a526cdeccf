import {spawn} from 'node:child_process'
import path from 'node:path'
import {UsageError} from '../error.ts'

/** A git repository with a working tree. */
export interface Repository {
  /** The top folder, absolute and without links. */
  readonly root: string
  /** Runs git in the top folder; gives the line it says, or nothing when it says no. */
  ask(args: readonly string[]): Promise<string | undefined>
  /** Gives what git says in pieces, as they come. Throws `UsageError` when git fails. */
  stream(args: readonly string[], onData: (piece: Buffer) => void, input?: string): Promise<void>
}

/** Settings of a person or repository must not change what git prints, and looking must not write or run programs. */
const always = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...['core.quotePath=false', 'core.fsmonitor=false', 'color.ui=false', 'diff.relative=false'].flatMap(
    (setting) => ['-c', setting]
  )
]

/** The repository that a folder is in. Throws `UsageError` when there is none, or no git. */
export async function openRepository(cwd: string): Promise<Repository> {
  const found = await run(['rev-parse', '--show-toplevel'], cwd)
  const top = found.output.toString().replace(/\r?\n$/, '')
  if (found.code !== 0 || top === '') {
    throw new UsageError(
      `--since and --staged ask git, and it has no working tree for \`${cwd}\`: run in a folder of the repository${saidBy(found)}`
    )
  }
  const root = path.resolve(top)
  return {
    root,
    async ask(args) {
      const {code, output} = await run(args, root)
      return code === 0 ? output.toString().trim() : undefined
    },
    async stream(args, onData, input) {
      const result = await run(args, root, {onData, input})
      if (result.code === 0) return
      throw new UsageError(`\`git ${args[0]}\` failed${saidBy(result) || `: exit code ${result.code}`}`)
    }
  }
}

interface GitResult {
  readonly code: number | null
  readonly output: Buffer
  readonly errors: string
}

function run(
  args: readonly string[],
  cwd: string,
  {onData, input}: {onData?: (piece: Buffer) => void; input?: string | undefined} = {}
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...always, ...args], {cwd, windowsHide: true})
    const pieces: Buffer[] = []
    let errors = ''
    child.stdout.on('data', (piece: Buffer) => {
      try {
        if (onData) onData(piece)
        else pieces.push(piece)
      } catch (error) {
        reject(error)
        child.kill()
      }
    })
    child.stderr.on('data', (piece: Buffer) => {
      if (errors.length < 4000) errors += piece.toString()
    })
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        new UsageError(
          error.code === 'ENOENT'
            ? '--since and --staged ask git, which can not be started: install git, or leave them out'
            : `git can not be started: ${error.message}`
        )
      )
    )
    child.on('close', (code) => resolve({code, output: Buffer.concat(pieces), errors}))
    // Git may end before it has read all.
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
  })
}

/** What git said, in its own words. */
function saidBy({errors}: GitResult): string {
  const lines = errors.split('\n').map((line) => line.trim())
  const words = lines.filter((line) => line !== '').join('; ')
  return words === '' ? '' : ` (git: ${words.slice(0, 500)})`
}
