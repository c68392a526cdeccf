import type {Config, RunSettings} from '../config/index.ts'
import {type ArticleSettings, lintArticle, type Outcome} from './article.ts'
import {type ReadResult, readArticle} from './files.ts'
import {foreignFormatOf, loadParser, type ParserName} from './parsers/parsers.ts'
import type {Concurrency} from './workers/concurrency.ts'

/** An article that is to be linted. */
export interface Job {
  /** Absolute. */
  readonly file: string
  /** As reports name it. */
  readonly shown: string
  readonly config: Config
  /** What is linted in place of what the file holds. */
  readonly staged?: ReadResult | undefined
}

/** Plain data but for functions, which other threads don't get. */
export interface JobSettings extends ArticleSettings, RunSettings {
  /** Folder that patterns and reported paths start from; by default the one the process stands in. */
  readonly cwd?: string | undefined
  /** What the articles are written in, or what reads them; by default told by the extension of each, and remark-parse. */
  readonly parser?: ParserName | undefined
  /** How many threads lint beside this one; by default `off`, and none. The results are the same. */
  readonly concurrency?: Concurrency | undefined
}

/** Lints articles one by one, or in worker threads and then in any order. */
export async function* lintJobs(jobs: readonly Job[], settings: JobSettings): AsyncGenerator<Outcome> {
  const {concurrency = 'off'} = settings
  const workers =
    concurrency === 'off' ? 0 : (await import('./workers/concurrency.ts')).countWorkers(concurrency, jobs)
  if (workers > 0) {
    yield* (await import('./workers/pool.ts')).lintInWorkers(jobs, settings, workers)
    return
  }
  let done = 0
  for (const job of jobs) {
    const outcome = await lintJob(job, settings)
    yield outcome
    if (outcome.isTimedOut && done + 1 < jobs.length) {
      yield* (await import('./workers/pool.ts')).lintInWorkers(jobs.slice(done + 1), settings, 1)
      return
    }
    // What satteri holds of an article is freed in a turn of the event loop.
    if (++done % articlesPerTurn === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

const articlesPerTurn = 32

/** Lints one article in this thread. */
export async function lintJob({file, shown, config, staged}: Job, settings: JobSettings): Promise<Outcome> {
  const parser = await loadParser(settings.parser, file)
  const read = refuseForeign(file, settings.parser) ?? staged ?? readArticle(file)
  const {text: _, ...outcome} = await lintArticle(
    {file, shown, read, config, parser, isFile: staged === undefined},
    settings
  )
  return outcome
}

/** A repair of Markdown would spoil it. */
function refuseForeign(file: string, parser: ParserName | undefined): ReadResult | undefined {
  const format = foreignFormatOf(file, parser)
  return format === undefined
    ? undefined
    : {
        reason: `is ${format}, which is not known: lint the HTML or Markdown made of it, or say \`--parser text\``
      }
}
