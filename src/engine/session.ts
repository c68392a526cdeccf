import path from 'node:path'
import {type ConfigLoader, createConfigLoader, shownPath} from '../config/index.ts'
import type {LintSettings} from './index.ts'
import {loadParser} from './parsers.ts'
import type {FileResult, Problem} from './result.ts'
import {createRun} from './run.ts'

/** Linting article by article, as an editor does: configs are read once, until they are read anew. */
export interface Session {
  /**
   * Lints the text of an article as it stands in the editor, with the config nearest to its file.
   * Throws `ConfigError` for a config that can't be used.
   */
  lint(text: string, file: string): Promise<SessionResult>
  /** The text after the fixes that are sure. */
  fix(text: string, file: string): Promise<string>
  /** Forgets the configs and suppressions that were read. */
  reload(): void
}

export interface SessionResult {
  /** Nothing when the config ignores the file, or it could not be linted. */
  readonly file: FileResult | undefined
  readonly problems: readonly Problem[]
}

export function createSession(settings: LintSettings = {}): Session {
  const cwd = path.resolve(settings.cwd ?? '')
  let configOf: ConfigLoader = createConfigLoader(settings, cwd)

  const run = async (source: string, file: string, own: LintSettings) => {
    const config = await configOf(file)
    if (config.ignores.some((isIgnored) => isIgnored(file))) return {text: source, files: [], problems: []}
    const run = createRun(own)
    const text = await run.lint({
      file,
      shown: shownPath(file, cwd),
      read: {text: source},
      config,
      parser: await loadParser(settings.parser, file),
      isWritable: false
    })
    return {...(await run.finish()), text: text ?? source}
  }

  return {
    async lint(text, file) {
      const {files, problems} = await run(text, file, {...settings, fix: undefined})
      if (!settings.suppressions || files.length === 0) return {file: files[0], problems}
      const {applySuppressions} = await import('./suppressions.ts')
      const held = await applySuppressions(files, settings.suppressions, cwd)
      return {file: held.files[0], problems}
    },
    async fix(text, file) {
      const fixed = await run(text, file, {...settings, fix: 'write'})
      return fixed.text
    },
    reload() {
      configOf = createConfigLoader(settings, cwd)
    }
  }
}
