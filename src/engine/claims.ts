import path from 'node:path'
import {createConfigLoader, type RunSettings, resolveLanguage, shownPath} from '../config/index.ts'
import {createDocument} from '../document/create.ts'
import {type ClaimSheet, type ClaimSheetSettings, createClaimSheet} from '../lint/claim-sheet.ts'
import {chooseFiles, type FileSettings} from './choose.ts'
import {decodeArticle, type ReadResult, readArticle} from './files.ts'
import {loadParser, loadYamlFor, type ParserName, readWith} from './parsers/parsers.ts'
import {problemOf} from './problem.ts'
import type {Problem} from './result.ts'
import {createTimeLimit, usualSeconds} from './time-limit.ts'
import type {OnlineSettings} from './verify/settings.ts'

export interface ClaimsResult {
  /** Sorted by path. */
  readonly files: readonly ClaimSheet[]
  readonly problems: readonly Problem[]
  /** What a person should know, and that changes nothing: sources that could not be checked. */
  readonly notes: readonly string[]
}

export interface ClaimsSettings extends Omit<ClaimSheetSettings, 'readStatements'> {
  readonly parser?: ParserName | undefined
  /** Look for the claims at their sources; by default the network is not touched. */
  readonly online?: OnlineSettings | undefined
}

/**
 * Lists the claims of files, folders and globs. Articles that can't be read are named in `problems`.
 * Throws as `lintFiles` does.
 */
export async function listClaimsOfFiles(
  patterns: readonly string[],
  settings: Omit<FileSettings, 'online'> & ClaimsSettings
): Promise<ClaimsResult> {
  const cwd = path.resolve(settings.cwd ?? '')
  const chosen = await chooseFiles(patterns, settings)
  const results: (ClaimSheet | Problem)[] = []
  for (const [index, {file, config}] of chosen.entries()) {
    settings.onProgress?.(index, chosen.length)
    const language = resolveLanguage(config, file)
    results.push(await listClaims(shownPath(file, cwd), readArticle(file), {...settings, language}))
  }
  return join(results, settings.online, cwd)
}

/** Lists the claims of one article that is no file, such as standard input, in UTF-8. */
export async function listClaimsOfInput(
  bytes: Buffer,
  settings: Omit<RunSettings, 'online'> & ClaimsSettings & {readonly filename?: string | undefined}
): Promise<ClaimsResult> {
  const cwd = path.resolve()
  const file = path.resolve(cwd, settings.filename ?? '<stdin>')
  const language = resolveLanguage(
    await createConfigLoader(settings, cwd)(file),
    settings.filename ? file : undefined
  )
  const shown = settings.filename ? shownPath(file, cwd) : '<stdin>'
  const results = [await listClaims(shown, decodeArticle(bytes), {...settings, language})]
  return join(results, settings.online, cwd)
}

async function listClaims(
  shown: string,
  read: ReadResult,
  settings: ClaimsSettings & {readonly language: string | undefined}
): Promise<ClaimSheet | Problem> {
  if ('reason' in read) return {path: shown, reason: read.reason}
  const {text} = read
  try {
    const parser = await loadParser(settings.parser, shown)
    const yaml = await loadYamlFor(text)
    const readStatements =
      settings.online && (await import('../sources/statements/reader.ts')).sourceReader.statements
    const within = createTimeLimit(text.length, usualSeconds)
    return await readWith(parser, (parser) =>
      within(() => {
        const document = createDocument(text, shown, {language: settings.language, parser, yaml})
        return createClaimSheet(document, {...settings, readStatements}, text.length - document.text.length)
      })
    )
  } catch (error) {
    return problemOf(error, shown)
  }
}

async function join(
  results: readonly (ClaimSheet | Problem)[],
  online: OnlineSettings | undefined,
  cwd: string
): Promise<ClaimsResult> {
  const files = results.filter((result) => 'claims' in result)
  const problems = results.filter((result) => 'reason' in result)
  files.sort((a, b) => (a.path < b.path ? -1 : 1))
  if (!online) return {files, problems, notes: []}
  const {queriesOf, withChecks} = await import('../lint/claim-checks.ts')
  const {checkSources} = await import('./verify/index.ts')
  const {sources, notes} = await checkSources(files.flatMap(queriesOf), online, cwd)
  return {files: files.map((sheet) => withChecks(sheet, sources)), problems, notes}
}
