import path from 'node:path'
import {createConfigLoader, type RunSettings, resolveLanguage, shownPath} from '../config/index.ts'
import {createDocument} from '../document/create.ts'
import {type ClaimSheet, type ClaimSheetSettings, createClaimSheet} from '../lint/claim-sheet.ts'
import {chooseFiles, type FileSettings} from './choose.ts'
import {decodeArticle, type ReadResult, readArticle} from './files.ts'
import {loadParser, loadYamlFor, type ParserName, readWith} from './parsers.ts'
import {problemOf} from './problem.ts'
import type {Problem} from './result.ts'
import {createTimeLimit, usualSeconds} from './time-limit.ts'

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
    const language = resolveLanguage(config, file)
    results.push(await listClaims(shownPath(file, cwd), readArticle(file), {...settings, language}))
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
  const language = resolveLanguage(
    await createConfigLoader(settings, cwd)(file),
    settings.filename ? file : undefined
  )
  const shown = settings.filename ? shownPath(file, cwd) : '<stdin>'
  return join([await listClaims(shown, decodeArticle(bytes), {...settings, language})])
}

async function listClaims(
  shown: string,
  read: ReadResult,
  settings: ClaimSheetSettings & {
    readonly language: string | undefined
    readonly parser?: ParserName | undefined
  }
): Promise<ClaimSheet | Problem> {
  if ('reason' in read) return {path: shown, reason: read.reason}
  const {text} = read
  try {
    const parser = await loadParser(settings.parser, shown)
    const yaml = await loadYamlFor(text)
    const within = createTimeLimit(text.length, usualSeconds)
    return await readWith(parser, (parser) =>
      within(() => {
        const document = createDocument(text, shown, {language: settings.language, parser, yaml})
        return createClaimSheet(document, settings, text.length - document.text.length)
      })
    )
  } catch (error) {
    return problemOf(error, shown)
  }
}

function join(results: readonly (ClaimSheet | Problem)[]): ClaimsResult {
  const files = results.filter((result) => 'claims' in result)
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    problems: results.filter((result) => 'reason' in result)
  }
}
