import type {Config} from '../config/index.ts'
import {type ArticleSettings, lintArticle, type Outcome} from './article.ts'
import {type ReadResult, readArticle} from './files.ts'
import {loadParser, type ParserName} from './parsers.ts'

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

export interface JobSettings extends ArticleSettings {
  /** What the articles are written in, or what reads them; by default told by the extension of each, and remark-parse. */
  readonly parser?: ParserName | undefined
}

/** Lints articles one by one. */
export async function* lintJobs(jobs: readonly Job[], settings: JobSettings): AsyncGenerator<Outcome> {
  for (const {file, shown, config, staged} of jobs) {
    const parser = await loadParser(settings.parser, file)
    const read = staged ?? readArticle(file)
    const {linted, problems} = await lintArticle(
      {file, shown, read, config, parser, isFile: staged === undefined},
      settings
    )
    yield {linted, problems}
  }
}
