import {type Config, resolveLanguage, resolveRuleset} from '../config/index.ts'
import {createDocument} from '../document/create.ts'
import type {Document, Parser} from '../document/model.ts'
import {LimitFault} from '../document/parse/fault.ts'
import type {YamlReader} from '../document/parse/frontmatter.ts'
import type {ClaimSheet} from '../lint/claim-sheet.ts'
import {wordsOf} from '../lint/crash.ts'
import type {Directive} from '../lint/directives.ts'
import {type LintResult, lintDocument, type Ruleset} from '../lint/document.ts'
import type {Rendering} from '../lint/rendering.ts'
import type {SourceReader} from '../rule/index.ts'
import type {ReadResult} from './files.ts'
import {hasFrontmatter, loadedYaml, loadYaml, loadYamlFor, readWith} from './parsers/parsers.ts'
import {crash, problemOf} from './problem.ts'
import type {FileResult, Keep, Problem} from './result.ts'
import type {Source} from './source.ts'
import {briefLength, createTimeLimit, usualSeconds, type WithinTime} from './time-limit.ts'

export interface ArticleSettings {
  /** Whether comments and front matter of the articles have a say; by default they have. */
  readonly inlineConfig?: boolean | undefined
  /** `YYYY-MM-DD`: comments that end before it silence nothing. By default none ends. */
  readonly today?: string | undefined
  /** `write` repairs the files; `dry-run` gives the diffs and writes nothing. */
  readonly fix?: 'write' | 'dry-run' | undefined
  /** Folders, without links, that a repaired file must be in once links are followed; by default it may be anywhere. */
  readonly roots?: readonly string[] | undefined
  readonly keep?: Keep | undefined
  /** Seconds for an article, and for each MB of it; by default 10. What takes longer is broken off. */
  readonly timeout?: number | undefined
  /** Whether to give the digests of the texts. */
  readonly digests?: boolean | undefined
}

export interface Article {
  /** Absolute; nothing for an article without a name. */
  readonly file: string | undefined
  readonly shown: string
  readonly read: ReadResult
  readonly config: Config
  readonly parser: Parser
  /** Whether `read` is what the file holds, so that it can be read again and a fix be written into it. */
  readonly isFile: boolean
}

/** What linting one article gave; JSON but for the rules of `ruleset`. */
export interface Outcome {
  /** Nothing when the article could not be linted. */
  readonly linted: Linted | undefined
  readonly problems: readonly Problem[]
  /** It was broken off: its thread is in doubt, and should lint no other. */
  readonly isTimedOut?: true
}

/** What is known of an article until all are read. */
export interface Linted {
  readonly file: Omit<FileResult, 'suppressed'>
  /** Nothing where nobody will ask for the text again. */
  readonly source: Source | undefined
  readonly ruleset: Ruleset
  /** Ids of the rules that failed. */
  readonly crashed: readonly string[]
  /** By rule id: what the rules about several articles need to know of this one. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly directives: readonly Directive[]
  /** Of the text as it was read, where it was asked for. */
  readonly digest?: string
}

/** Lints one article by itself, and repairs it when asked to. `text` is that after the fix. */
export async function lintArticle(
  article: Article,
  {fix, roots, inlineConfig, today, keep = {}, timeout = usualSeconds, digests}: ArticleSettings
): Promise<Outcome & {readonly text: string | undefined}> {
  const {file, shown, read, config, parser, isFile} = article
  if ('reason' in read) {
    if (read.limit) return (await import('./beyond-limit.ts')).outcomeBeyond(read.limit, article, keep)
    return {linted: undefined, problems: [{path: shown, reason: read.reason}], text: undefined}
  }
  const problems: Problem[] = []
  let last: {document: Document; ruleset: Ruleset; result: LintResult} | undefined
  // What a fix writes can't be taken back, and what is kept may ask for more than the rules did.
  const asksOnce = !fix && Object.values(keep).every((kept) => !kept)
  let yaml = asksOnce ? loadedYaml() : await loadYamlFor(read.text)
  let isMissed = false
  const miss: YamlReader = () => {
    isMissed = true
    return new Map()
  }
  const ownConfig =
    inlineConfig !== false && hasFrontmatter(read.text) && read.text.includes('articlelint')
      ? (await import('../config/article.ts')).withArticleConfig
      : undefined
  const reader =
    config.asks === undefined ? undefined : (await import('../sources/statements/reader.ts')).sourceReader
  const within = createTimeLimit(read.text.length, timeout)
  // What watches the time takes a fifth of the time that most articles do.
  const isBrief = ({isSwift}: Parser): boolean =>
    isSwift === true && read.text.length <= briefLength && config.plugins.length === 0
  const running: {rule?: string | undefined} = {}
  const lintWith = (parser: Parser, source: string): LintResult => {
    const language = resolveLanguage(config, file)
    const document = createDocument(source, shown, {language, parser, yaml: yaml ?? miss})
    const shift = source.length - document.text.length
    const configured = resolveRuleset(config, file)
    const ruleset = ownConfig?.(configured, document, config) ?? configured
    const result = lintDocument(document, ruleset, shift, {inlineConfig, today, running, reader})
    last = {document, ruleset, result}
    return result
  }
  try {
    const {text, ...rest} = await readWith(parser, async (parser) => {
      const lint = (source: string): LintResult =>
        isBrief(parser)
          ? lintWith(parser, source)
          : within(
              () => lintWith(parser, source),
              () => running.rule
            )
      if (fix) return await repair(read.text, lint)
      lint(read.text)
      // Few articles have a key that a rule asks for and that takes more than plain lines to read.
      if (isMissed && asksOnce) {
        yaml = await loadYaml()
        lint(read.text)
      }
      return {text: read.text, fixed: 0}
    })
    if (!last) throw new Error('the article was not linted')
    const {document, ruleset, result} = last
    for (const {ruleId, reason} of result.crashes) problems.push(crash(shown, ruleId, reason))
    const {messages, facts, directives} = isFile ? detached(result) : result
    const isAskedAgain = directives.length > 0 || Object.keys(facts).length > 0
    const linted: Linted = {
      file: {path: shown, messages, ...rest, ...(await keepOf(document, {text, keep, within, reader}))},
      source: isAskedAgain ? await sourceOf(text) : undefined,
      ruleset,
      crashed: result.crashes.map(({ruleId}) => ruleId),
      facts,
      directives,
      ...(digests ? {digest: (await import('./source.ts')).digestOf(read.text)} : {})
    }
    return {linted, problems, text}
  } catch (error) {
    if (error instanceof LimitFault)
      return (await import('./beyond-limit.ts')).outcomeBeyond(error, article, keep)
    return {linted: undefined, problems: [...problems, problemOf(error, shown)], text: undefined}
  }

  /** A site of thousands is not kept in memory: what its files hold can be read again. */
  async function sourceOf(text: string): Promise<Source> {
    if (!isFile || file === undefined || fix === 'dry-run') return {text}
    const {digestOf} = await import('./source.ts')
    return {file, digest: digestOf(text)}
  }

  async function repair(
    before: string,
    lint: (text: string) => LintResult
  ): Promise<{text: string; fixed: number; diff?: string}> {
    const {fixText} = await import('../lint/fix.ts')
    const {text, applied, isLoop} = fixText(before, lint)
    if (isLoop) {
      problems.push({path: shown, reason: 'fixes undo each other; the last text before the loop was kept'})
      lint(text)
    }
    if (text === before) return {text, fixed: 0}
    if (fix === 'dry-run') {
      const {unifiedDiff} = await import('./diff.ts')
      return {text, fixed: applied, diff: unifiedDiff(shown, before, text)}
    }
    if (!isFile || file === undefined) return {text, fixed: applied}
    try {
      const {writeFileAtomic} = await import('./write.ts')
      await writeFileAtomic(file, text, {expected: before, roots})
      return {text, fixed: applied}
    } catch (error) {
      problems.push({path: shown, reason: wordsOf(error)})
      if (error instanceof Error && 'isWritten' in error) return {text, fixed: applied}
      lint(before)
      return {text: before, fixed: 0}
    }
  }
}

/** A string that was cut out of an article keeps all of it in memory, and a site has thousands. */
function detached({messages, facts, directives}: LintResult): Omit<LintResult, 'crashes'> {
  return JSON.parse(JSON.stringify({messages, facts, directives}))
}

async function keepOf(
  document: Document,
  {
    text,
    keep,
    within,
    reader
  }: {
    readonly text: string
    readonly keep: Keep
    readonly within: WithinTime
    readonly reader: SourceReader | undefined
  }
): Promise<Pick<FileResult, keyof Keep>> {
  const shift = text.length - document.text.length
  return {
    ...(keep.text ? {text} : {}),
    ...(keep.claims ? {claims: await sheetOf(document, shift, within, reader)} : {}),
    ...(keep.rendering ? {rendering: await renderingOf(document, shift, within)} : {})
  }
}

async function sheetOf(
  document: Document,
  shift: number,
  within: WithinTime,
  reader: SourceReader | undefined
): Promise<ClaimSheet> {
  const {createClaimSheet} = await import('../lint/claim-sheet.ts')
  return within(() => createClaimSheet(document, {readStatements: reader?.statements}, shift))
}

async function renderingOf(document: Document, shift: number, within: WithinTime): Promise<Rendering> {
  const {renderArticle} = await import('../lint/rendering.ts')
  return within(() => renderArticle(document, shift))
}
