import path from 'node:path'
import {createConfigLoader, type RunSettings, shownPath} from '../config/index.ts'
import {createDocument} from '../document/index.ts'
import type {Parser} from '../document/model.ts'
import {type ClaimSheet, type ClaimSheetSettings, createClaimSheet} from '../lint/claim-sheet.ts'
import {chooseFiles, type FileSettings} from './choose.ts'
import {decodeArticle, type ReadResult, readArticle, reasonOf} from './files.ts'
import {loadParser, type ParserName} from './parsers.ts'
import type {Problem} from './result.ts'

export interface ClaimsResult {
  /** Sorted by path. */
  readonly files: readonly ClaimSheet[]
  readonly problems: readonly Problem[]
}

/**
 * Lists the claims of files, folders and globs. Articles that can't be read are named in `problems`.
 * Throws as `lintFiles` does.
 */
export async function listClaimsOfFiles(
  patterns: readonly string[],
  settings: FileSettings & ClaimSheetSettings & {readonly parser?: ParserName | undefined}
): Promise<ClaimsResult> {
  const cwd = path.resolve(settings.cwd ?? '')
  const chosen = await chooseFiles(patterns, settings)
  const results: (ClaimSheet | Problem)[] = []
  for (const [index, {file, config}] of chosen.entries()) {
    settings.onProgress?.(index, chosen.length)
    const own = {...settings, language: config.language, parser: await loadParser(settings.parser, file)}
    results.push(listClaims(shownPath(file, cwd), readArticle(file), own))
  }
  return join(results)
}

/** Lists the claims of one article that is no file, such as standard input, in UTF-8. */
export async function listClaimsOfInput(
  bytes: Buffer,
  settings: RunSettings &
    ClaimSheetSettings & {readonly filename?: string | undefined; readonly parser?: ParserName | undefined}
): Promise<ClaimsResult> {
  const cwd = path.resolve()
  const file = path.resolve(cwd, settings.filename ?? '<stdin>')
  const {language} = await createConfigLoader(settings, cwd)(file)
  const shown = settings.filename ? shownPath(file, cwd) : '<stdin>'
  const parser = await loadParser(settings.parser, settings.filename)
  return join([listClaims(shown, decodeArticle(bytes), {...settings, language, parser})])
}

function listClaims(
  shown: string,
  read: ReadResult,
  settings: ClaimSheetSettings & {readonly language: string | undefined; readonly parser: Parser}
): ClaimSheet | Problem {
  if ('reason' in read) return {path: shown, reason: read.reason}
  const {text} = read
  try {
    const document = createDocument(text, shown, settings)
    return createClaimSheet(document, settings, text.length - document.text.length)
  } catch (error) {
    return {path: shown, reason: `its claims could not be listed: ${reasonOf(error)}`}
  }
}

function join(results: readonly (ClaimSheet | Problem)[]): ClaimsResult {
  const files = results.filter((result) => 'claims' in result)
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    problems: results.filter((result) => 'reason' in result)
  }
}
