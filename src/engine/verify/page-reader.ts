import {Worker} from 'node:worker_threads'
import type {PageFailure, PageMessage, PageReport, PageRequest} from './page-message.ts'
import {pageWorkerFile} from './page-worker-file.ts'

export type {PageReport, PageRequest} from './page-message.ts'

/** Reads pages in a thread of their own: whatever is in one, the run goes on. */
export interface PageReader {
  /** Pages that are asked for at once are read one after the other. Never rejects. */
  read(request: PageRequest): Promise<PageReport | PageFailure>
  /** Ends the thread; what is not read yet is answered with a reason. */
  close(): Promise<void>
}

/** A thread needs a moment to start, more so on a busy machine. */
const startTime = 60_000

interface Job {
  readonly request: PageRequest
  readonly settle: (report: PageReport | PageFailure) => void
}

/** What a page may take. */
export interface PageLimits {
  /** Milliseconds. */
  readonly time: number
  /** Megabytes of the heap. */
  readonly memory: number
}

/**
 * The thread is started with the first page, and anew after one that it did not survive.
 */
export function createPageReader({time, memory}: PageLimits = {time: 15_000, memory: 256}): PageReader {
  const resourceLimits = {maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32, stackSizeMb: 4}
  const waiting: Job[] = []
  let current: Job | undefined
  let worker: Worker | undefined
  let isReady = false
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  return {
    read: (request) =>
      new Promise((settle) => {
        if (isClosed) settle({reason: 'was not read: the run was broken off'})
        else waiting.push({request, settle})
        next()
      }),
    async close() {
      isClosed = true
      const ended = worker
      worker = undefined
      const reason = 'was not read: the run was broken off'
      for (const job of waiting.splice(0)) job.settle({reason})
      finish({reason})
      await ended?.terminate()
    }
  }

  function next(): void {
    if (isClosed || current) return
    const job = waiting.shift()
    if (!job) {
      // A thread without work keeps nobody from ending.
      worker?.unref()
      return
    }
    current = job
    if (!worker) start()
    worker?.ref()
    if (isReady) send(job)
  }

  function send({request}: Job): void {
    timer = setTimeout(() => fail(`took longer than ${time / 1000} s to read`), time)
    // A copy: the bytes may be a part of a larger buffer, which would be copied whole.
    const bytes = new Uint8Array(request.bytes)
    worker?.postMessage({...request, bytes}, [bytes.buffer])
  }

  function start(): void {
    isReady = false
    let fresh: Worker
    try {
      fresh = new Worker(pageWorkerFile, {resourceLimits})
    } catch (error) {
      finish({reason: `can't be read: ${(error as Error).message}`})
      return
    }
    worker = fresh
    timer = setTimeout(() => fail('was not read: no thread could be started for it'), startTime)
    fresh.on('message', (message: PageMessage) => {
      if (worker !== fresh) return
      if (message !== 'ready') finish(message)
      else {
        clearTimeout(timer)
        isReady = true
        if (current) send(current)
      }
    })
    fresh.on('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (worker === fresh) fail(isFull ? 'takes too much memory to read' : `can't be read: ${error.message}`)
    })
    fresh.on('exit', () => {
      if (worker === fresh) fail("can't be read: its thread ended")
    })
  }

  /** The page did not survive, or its thread. */
  function fail(reason: string): void {
    const ended = worker
    worker = undefined
    void ended?.terminate()
    finish({reason})
  }

  function finish(report: PageReport | PageFailure): void {
    clearTimeout(timer)
    const job = current
    current = undefined
    job?.settle(report)
    next()
  }
}
