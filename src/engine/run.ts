import {type Config, resolveLanguage, resolveRuleset} from '../config/index.ts'
import {createDocument} from '../document/create.ts'
import type {Document, Parser} from '../document/model.ts'
import type {Directive} from '../lint/directives.ts'
import {byPlace, type LintResult, lintDocument, type Ruleset} from '../lint/document.ts'
import {judgeDirectives} from '../lint/governance.ts'
import type {Message} from '../lint/message.ts'
import type {SiteArticle} from '../lint/site.ts'
import type {Rule} from '../rule/index.ts'
import {type ReadResult, reasonOf} from './files.ts'
import {hasFrontmatter, loadYaml} from './parsers.ts'
import {crash, problemOf} from './problem.ts'
import type {FileResult, Keep, LintFilesResult, Problem} from './result.ts'

export interface ArticleSettings {
  /** Whether comments and front matter of the articles have a say; by default they have. */
  readonly inlineConfig?: boolean | undefined
  /** `YYYY-MM-DD`: comments that end before it silence nothing. By default none ends. */
  readonly today?: string | undefined
  /** `write` repairs the files; `dry-run` gives the diffs and writes nothing. */
  readonly fix?: 'write' | 'dry-run' | undefined
  readonly keep?: Keep | undefined
}

export interface Article {
  /** Absolute; nothing for an article without a name. */
  readonly file: string | undefined
  readonly shown: string
  readonly read: ReadResult
  readonly config: Config
  readonly parser: Parser
  /** Whether a fix may be written into the file. */
  readonly isWritable: boolean
}

export interface Run {
  /** Lints, and repairs when asked to. Gives the text after the fix. */
  lint(article: Article): Promise<string | undefined>
  /** Runs what judges all articles together, and gives the results. */
  finish(): Promise<RunResult>
}

export interface RunResult extends Omit<LintFilesResult, 'notes'> {
  /** By path: the rules that ran on an article, to their end. */
  readonly rulesOf: ReadonlyMap<string, readonly Rule[]>
}

/** What is known of an article until all are read. */
interface Linted {
  readonly file: Omit<FileResult, 'suppressed'>
  readonly text: string
  readonly ruleset: Ruleset
  /** Ids of the rules that failed. */
  readonly crashed: readonly string[]
  readonly facts: SiteArticle['facts']
  readonly directives: readonly Directive[]
}

export function createRun(settings: ArticleSettings): Run {
  const {fix, inlineConfig, today, keep = {}} = settings
  const linted: Linted[] = []
  const problems: Problem[] = []

  return {
    async lint({file, shown, read, config, parser, isWritable}) {
      if ('reason' in read) {
        problems.push({path: shown, reason: read.reason})
        return undefined
      }
      let last: {document: Document; ruleset: Ruleset; result: LintResult} | undefined
      const yaml = await loadYaml(read.text)
      const ownConfig =
        inlineConfig !== false && hasFrontmatter(read.text) && read.text.includes('articlelint')
          ? (await import('../config/article.ts')).withArticleConfig
          : undefined
      const lint = (source: string): LintResult => {
        const language = resolveLanguage(config, file)
        const document = createDocument(source, shown, {language, parser, yaml})
        const shift = source.length - document.text.length
        const configured = resolveRuleset(config, file)
        const ruleset = ownConfig?.(configured, document, config) ?? configured
        const result = lintDocument(document, ruleset, shift, {inlineConfig, today})
        last = {document, ruleset, result}
        return result
      }
      try {
        const writeTo = isWritable ? file : undefined
        const {text, ...rest} = fix ? await repair(shown, read.text, lint, writeTo) : asItIs(read.text, lint)
        if (!last) throw new Error('the article was not linted')
        const {document, ruleset, result} = last
        for (const {ruleId, reason} of result.crashes) problems.push(crash(shown, ruleId, reason))
        const kept = await keepOf(document, text)
        const {messages, facts, directives} = result
        const crashed = result.crashes.map(({ruleId}) => ruleId)
        linted.push({
          file: {path: shown, messages, ...rest, ...kept},
          text,
          ruleset,
          crashed,
          facts,
          directives
        })
        return text
      } catch (error) {
        problems.push(problemOf(error, shown))
        return undefined
      }
    },
    async finish() {
      const {messages, crashes, directives} = await checkSite()
      for (const {ruleId, reason} of crashes) problems.push(crash('all files together', ruleId, reason))
      const files = linted.map(({file, text, ruleset, directives: own}): FileResult => {
        const {path} = file
        const known = directives.get(path) ?? own
        const judged = judgeDirectives({path, text, ruleset, directives: known, today})
        for (const {ruleId, reason} of judged.crashes) problems.push(crash(path, ruleId, reason))
        const more = [...(messages.get(path) ?? []), ...judged.messages]
        const all = more.length > 0 ? [...file.messages, ...more].sort(byPlace) : file.messages
        return {...file, messages: all, suppressed: 0}
      })
      const rulesOf = new Map(
        linted.map(({file: {path}, ruleset, crashed}) => {
          const failed = new Set([...crashed, ...crashes.map(({ruleId}) => ruleId)])
          return [path, ruleset.rules.map(({rule}) => rule).filter(({id}) => !failed.has(id))]
        })
      )
      return {files: files.sort((a, b) => compare(a.path, b.path)), problems, rulesOf}
    }
  }

  async function repair(
    shown: string,
    before: string,
    lint: (text: string) => LintResult,
    file: string | undefined
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
    if (file === undefined) return {text, fixed: applied}
    try {
      const {writeFileAtomic} = await import('./write.ts')
      await writeFileAtomic(file, text, {expected: before})
      return {text, fixed: applied}
    } catch (error) {
      problems.push({path: shown, reason: reasonOf(error)})
      lint(before)
      return {text: before, fixed: 0}
    }
  }

  async function keepOf(document: Document, text: string): Promise<Pick<FileResult, keyof Keep>> {
    const shift = text.length - document.text.length
    return {
      ...(keep.text ? {text} : {}),
      ...(keep.claims
        ? {claims: (await import('../lint/claim-sheet.ts')).createClaimSheet(document, {}, shift)}
        : {}),
      ...(keep.rendering
        ? {rendering: (await import('../lint/rendering.ts')).renderArticle(document, shift)}
        : {})
    }
  }

  async function checkSite() {
    const site = linted
      .filter(({facts}) => Object.keys(facts).length > 0)
      .map(({file: {path}, ...article}): SiteArticle => ({path, ...article}))
    if (site.length > 0) return (await import('../lint/site.ts')).checkSite(site)
    return {
      messages: new Map<string, readonly Message[]>(),
      crashes: [],
      directives: new Map<string, never>()
    }
  }
}

function asItIs(text: string, lint: (text: string) => LintResult): {text: string; fixed: number} {
  lint(text)
  return {text, fixed: 0}
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
