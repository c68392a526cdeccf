import path from 'node:path'
import {createIgnoreFiles} from '../config/ignore-files.ts'
import {
  type Config,
  type ConfigLoader,
  createConfigLoader,
  resolveLanguage,
  shownPath
} from '../config/index.ts'
import {createDocument} from '../document/create.ts'
import type {Document} from '../document/model.ts'
import type {MessageEdit} from '../lint/message.ts'
import {lintArticle} from './article.ts'
import {ownIgnoreFile} from './choose.ts'
import {decodeArticle} from './files.ts'
import type {LintSettings} from './index.ts'
import {loadParser, loadYamlFor, readWith} from './parsers/parsers.ts'
import type {FileResult, Problem} from './result.ts'
import {createRun, type RunResult} from './run.ts'
import {hasSuppressions} from './suppressions/suppression-settings.ts'

/** An article as it stands in an editor, saved or not. */
export interface SessionArticle {
  readonly text: string
  /** Absolute path; nothing for an article that was never saved. */
  readonly file: string | undefined
  /** Its extension tells the format; reports show it where there is no file. */
  readonly name: string
}

/** Linting article by article, as an editor does: configs are read once, until they are read anew. */
export interface Session {
  /**
   * Lints an article with the config nearest to its file.
   * Throws `ConfigError` for a config that can't be used, `UsageError` for such a suppressions file.
   */
  lint(article: SessionArticle): Promise<SessionResult>
  /** The edits that repair what is sure; none where nothing is, or the article can't be linted. */
  fix(article: SessionArticle): Promise<readonly MessageEdit[]>
  /** The model of an article. Throws what its parser throws. */
  read(article: SessionArticle): Promise<Document>
  /** Forgets the configs that were read. */
  reload(): void
}

export interface SessionResult {
  /** Nothing when the config ignores the file, or it could not be linted. */
  readonly file: FileResult | undefined
  readonly problems: readonly Problem[]
}

export interface SessionSettings extends Omit<LintSettings, 'fix' | 'keep' | 'today' | 'online'> {
  /** Asked for each article, as a session may last for days; gives `YYYY-MM-DD`. */
  readonly today?: (() => string) | undefined
}

/** A session whose paths, suppressions and relative `config` start from `cwd`: one for each workspace folder. */
export function createSession({today, ...settings}: SessionSettings = {}): Session {
  const cwd = path.resolve(settings.cwd ?? '')
  let configOf: ConfigLoader = createConfigLoader(settings, cwd)
  let ignoreFiles = createIgnoreFiles(ownIgnoreFile, cwd)

  const placeOf = ({file, name}: SessionArticle) => ({
    file,
    shown: file === undefined ? name : shownPath(file, cwd),
    configured: file ?? path.join(cwd, path.basename(name))
  })

  async function isIgnored(file: string, config: Config): Promise<boolean> {
    return config.ignores.some((matches) => matches(file)) || (await ignoreFiles.find(file)) !== undefined
  }

  /** Nothing when the article is to be left alone. */
  async function run(
    article: SessionArticle,
    fix?: 'write'
  ): Promise<(RunResult & {readonly text: string | undefined}) | undefined> {
    const {file, shown, configured} = placeOf(article)
    const config = await configOf(configured)
    if (await isIgnored(configured, config)) return undefined
    const linting = {...settings, today: today?.(), fix}
    const run = createRun({...linting, cwd})
    const {text, ...outcome} = await lintArticle(
      {
        file,
        shown,
        // As strict as for a file: an editor may hold a log of 100 MB.
        read: decodeArticle(Buffer.from(article.text)),
        config,
        parser: await loadParser(settings.parser, article.name),
        isFile: false
      },
      linting
    )
    run.add(outcome)
    return {...(await run.finish()), text}
  }

  return {
    async lint(article) {
      const result = await run(article)
      if (!result) return {file: undefined, problems: []}
      const {files, problems, rulesOf} = result
      if (!settings.suppressions || files.length === 0 || !hasSuppressions(settings.suppressions, cwd))
        return {file: files[0], problems}
      const {applySuppressions} = await import('./suppressions/suppressions.ts')
      const held = await applySuppressions(files, settings.suppressions, cwd, rulesOf)
      return {file: held.files[0], problems}
    },
    async fix(article) {
      const text = (await run(article, 'write'))?.text
      if (text === undefined || text === article.text) return []
      const {editsBetween} = await import('./edits.ts')
      return editsBetween(article.text, text)
    },
    async read(article) {
      const {file, configured, shown} = placeOf(article)
      const language = resolveLanguage(await configOf(configured), file)
      const yaml = await loadYamlFor(article.text)
      return readWith(await loadParser(settings.parser, article.name), (parser) =>
        createDocument(article.text, shown, {language, parser, yaml})
      )
    },
    reload() {
      configOf = createConfigLoader(settings, cwd)
      ignoreFiles = createIgnoreFiles(ownIgnoreFile, cwd)
    }
  }
}
