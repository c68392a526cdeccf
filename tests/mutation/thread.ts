import {createRequire} from 'node:module'
import path from 'node:path'
import {Worker} from 'node:worker_threads'
import type {PoolRunnerInitializer, PoolWorker, WorkerRequest} from 'vitest/node'

type Listener = (message: unknown) => void

const vitest = path.dirname(createRequire(import.meta.url).resolve('vitest/package.json'))

let thread: Worker | undefined

/**
 * Runs the tests of every mutant in one thread, where Vitest would start one for each file: what is not under test is loaded
 * once. The mutated files and the tests are fresh in each run.
 */
export const keptThread: PoolRunnerInitializer = {
  name: 'kept',
  createPoolWorker: ({env, execArgv}): PoolWorker => {
    const listeners = new Set<Listener>()
    return {
      name: 'kept',
      async start() {
        thread ??= new Worker(path.join(vitest, 'dist/workers/threads.js'), {
          env: env as NodeJS.ProcessEnv,
          execArgv
        })
        thread.unref()
      },
      async stop() {},
      on(event: string, listener: Listener) {
        if (event === 'message') listeners.add(listener)
        thread?.on(event, listener)
      },
      off(event: string, listener: Listener) {
        listeners.delete(listener)
        thread?.off(event, listener)
      },
      send(message: WorkerRequest) {
        if (message.type !== 'stop') thread?.postMessage(message)
        else {
          const stopped = {type: 'stopped', __vitest_worker_response__: true}
          for (const listener of [...listeners]) {
            listener(stopped)
            thread?.off('message', listener)
          }
        }
      },
      deserialize: (data: unknown) => data
    }
  }
}
