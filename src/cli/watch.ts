import path from 'node:path'
import {escapeLine} from '../reporters/escape.ts'
import {complain, complainOfError} from './terminal.ts'

export interface Watched {
  /** As they were asked for: files, folders, globs. */
  readonly patterns: readonly string[]
  /** Reports that the run writes. */
  readonly outputs: readonly string[]
  /** Lints, reports, and gives the paths of the articles. */
  lint(): Promise<readonly string[]>
}

/** Lints whenever an article, a config or an ignore file changes, until the process is ended. */
export async function watch({patterns, outputs, lint}: Watched): Promise<never> {
  const {watchFolders} = await import('../engine/watch.ts')
  const own = new Set(outputs.map((file) => path.resolve(file)))
  // What is named may be a file, a folder or a glob: the folders above are watched in any case.
  const roots = ['.', ...patterns.flatMap((pattern) => [pattern, path.dirname(pattern)])].map((name) =>
    path.resolve(name)
  )
  const state = {isRunning: false, isStale: false}
  const watcher = watchFolders(
    (file) => own.has(file),
    (file) => {
      complain(`${escapeLine(path.relative('.', file))} changed`)
      void runAgain()
    }
  )

  const runAgain = async (): Promise<void> => {
    if (state.isRunning) {
      state.isStale = true
      return
    }
    state.isRunning = true
    do {
      state.isStale = false
      const files = await lint().catch((error: unknown) => {
        // A config that is half written is mended by the next change.
        complainOfError(error)
        return []
      })
      watcher.setFolders(new Set([...roots, ...files.map((file) => path.dirname(path.resolve(file)))]))
    } while (state.isStale)
    state.isRunning = false
    complain('watching for changes, ctrl-c ends')
  }

  await runAgain()
  return new Promise(() => {})
}
