/** The only door from `rules/` into `src/`. */
import type {Document, Range} from '../document/model.ts'
import type {SourceQuery, Sources} from '../sources/model.ts'
import type {CitedSource} from '../sources/statements/citations.ts'
import type {CitedStatement} from '../sources/statements/statements.ts'
import type {DirectiveComment, DirectiveContext} from './directives.ts'
import type {OptionSpecs, OptionsOf} from './options.ts'

export {isOwnAccount} from '../document/claims/account.ts'
export {isExplanation, isGlossary} from '../document/claims/explanation.ts'
export {isLegalText} from '../document/claims/legal.ts'
export {isLesson} from '../document/claims/lesson.ts'
export {endOfNoun} from '../document/claims/quantities.ts'
export {isMinutes} from '../document/claims/record.ts'
export {isFirstHand} from '../document/claims/tone.ts'
export {createAlternativeCheck} from '../document/copies/alternatives.ts'
export {createAnswerCheck, createQuestionCheck} from '../document/copies/asked-again.ts'
export {createClusters} from '../document/copies/clusters.ts'
export {areContrasted} from '../document/copies/contrasts.ts'
export {createFormCheck, createRecordCheck} from '../document/copies/forms.ts'
export {createProcedureCheck, isDirect} from '../document/copies/instructions.ts'
export {areOfTrials} from '../document/copies/parallel-sections.ts'
export {createStepCheck} from '../document/copies/parallel-steps.ts'
export {createPostings} from '../document/copies/postings.ts'
export {isFunctionWord} from '../document/copies/rewording.ts'
export {findSharedTexts, type SharedText} from '../document/copies/shared-texts.ts'
export {areCaptions, areRemarks, leadsOn} from '../document/copies/shown.ts'
export {areSpeakers} from '../document/copies/speakers.ts'
export {encodeText, encodeWords} from '../document/copies/word-codes.ts'
export {findGluedTitle} from '../document/headings/glued-title.ts'
export {isLink} from '../document/headings/heading-text.ts'
export {levelBelow} from '../document/headings/inserted-level.ts'
export {areAlone, neighbours} from '../document/headings/lone-lines.ts'
export {createSlugger} from '../document/headings/slugs.ts'
export {lazy} from '../document/lazy.ts'
export {labelEnd} from '../document/lists/list-items.ts'
export type * from '../document/model.ts'
export {readByline} from '../document/page/bylines.ts'
export {isDated} from '../document/page/dates.ts'
export {isScraped} from '../document/page/scraped.ts'
export {
  isAboveIndented,
  ownsLines,
  removeLines,
  separateLines,
  wholeLines
} from '../document/page/source-lines.ts'
export {keepsTitle, titleMark} from '../document/page/title-mark.ts'
export {placeInTitle} from '../document/page/title-place.ts'
export {rangeOf} from '../document/parse/node-range.ts'
export {isName} from '../document/prose/names.ts'
export {createPhraseMatcher, type Hit, type PhraseMatcher} from '../document/prose/phrases.ts'
export {createSpans, findQuotations, findQuoted, type Spans} from '../document/prose/quoted.ts'
export {splitSentences} from '../document/prose/sentences.ts'
export {createSpeechCheck, createTalkCheck} from '../document/prose/transcripts.ts'
export {fewestUnbroken, findUnbroken} from '../document/prose/unbroken.ts'
export {splitWords} from '../document/prose/words.ts'
export {placeOfAddress} from '../document/references/address-place.ts'
export {type Footnote, findLooseFootnotes, type LooseFootnotes} from '../document/references/footnotes.ts'
export {createLinkCheck, type Excerpt} from '../document/references/link-addresses.ts'
export {createReferenceLinks} from '../document/references/reference-links.ts'
export {areReferenceParts} from '../document/references/reference-parts.ts'
export {findSourceNotes} from '../document/references/source-notes.ts'
export {
  askSources,
  isPartSupported,
  namePage,
  type Standing,
  standingOf,
  type Unsupported,
  unsupportedPart
} from '../sources/judging/standing.ts'
export {quoteAddress, quotePage} from '../sources/judging/wording.ts'
export type * from '../sources/model.ts'
export {fragmentOf, sourceAddress} from '../sources/statements/address.ts'
export type {CitedSource} from '../sources/statements/citations.ts'
export type {CitedStatement} from '../sources/statements/statements.ts'
export {closest} from './closest.ts'
export {removeComment, removeName} from './directive-edits.ts'
export {
  type DirectiveComment,
  type DirectiveContext,
  type DirectiveKind,
  defineDirectiveRule,
  directiveKinds,
  isDay,
  isDisabling,
  listRules
} from './directives.ts'
export {defineLimitRule} from './limits.ts'
export type {OptionSpec, OptionSpecs, OptionsOf} from './options.ts'
export {definePhraseRule, type PhraseData, type PhraseRuleDefinition} from './phrases.ts'
export {fromRemarkLint, readOutline, runRemarkLint} from './remark.ts'

export type Severity = 'error' | 'warn' | 'info'

export type Category =
  | 'repetition'
  | 'structure'
  | 'evidence'
  | 'debris'
  | 'style'
  | 'consistency'
  | 'site'
  | 'verification'
  | 'limits'
  | 'directive'

/** One replacement in the source. */
export interface Edit {
  readonly range: Range
  readonly text: string
}

/** Titled edits that a person chooses; never applied unasked. */
export interface Suggestion {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** Another place that belongs to a finding. */
export interface Related {
  readonly range: Range
  readonly reason: string
  /** Of another article; this one when left out. */
  readonly path?: string
}

/** The words of a message: its reason, or the reason with more. */
export type Wording =
  | string
  | {
      readonly reason: string
      readonly note?: string
      readonly expected?: readonly string[]
      /** A page about this very message; that of the rule when left out. */
      readonly url?: string
    }

// biome-ignore lint/suspicious/noExplicitAny: the data of a message is of its own type in every rule
export type Messages = Readonly<Record<string, (data: any) => Wording>>

/** What a rule reports; the words are made from `data` by the rule's message. */
export interface Finding<Data = unknown> {
  readonly range: Range
  readonly data?: Data
  /** Edits that cannot change the meaning, for `--fix`. They are applied together or not at all. */
  readonly fix?: readonly Edit[]
  readonly suggest?: readonly Suggestion[]
  readonly related?: readonly Related[]
  /** 0-1. */
  readonly confidence?: number
  /** A bound on the severity that the rule is set to, for a finding that is less sure or does less harm than others. */
  readonly atMost?: Severity
}

type DataOf<Message> = Message extends () => Wording
  ? undefined
  : Message extends (data: infer Data) => Wording
    ? Data
    : never

export type Report<M extends Messages> = <Id extends keyof M & string>(
  messageId: Id,
  finding: Omit<Finding, 'data'> &
    (DataOf<M[Id]> extends undefined ? {readonly data?: undefined} : {readonly data: DataOf<M[Id]>})
) => void

/** What a rule about the linter's own limits may know of the run. */
export interface Run {
  /** Ids of the rules that are on, and leave this article alone because of its language. */
  readonly silent: readonly string[]
}

export interface RuleHead<S extends OptionSpecs, M extends Messages> {
  /** Kebab-case, the name of its folder, names the bad thing. */
  readonly id: string
  /** One sentence that starts with a verb: “Flag …”. */
  readonly summary: string
  /** Its page; where the built-in rules have theirs, when left out. */
  readonly url?: string
  readonly category: Category
  /** Severity in the recommended preset, or `false`. */
  readonly recommended: Severity | false
  /** `--fix` repairs what it is sure of. */
  readonly fixable?: boolean
  /** Judges the article as a whole: what it says is of interest whichever lines of it changed. */
  readonly isOfArticle?: boolean
  readonly options: S
  readonly messages: M
}

export interface RuleDefinition<S extends OptionSpecs, M extends Messages> extends RuleHead<S, M> {
  /** Works for any language; else the rule runs on English articles only. */
  readonly anyLanguage?: boolean
  check(document: Document, options: OptionsOf<S>, report: Report<M>, run?: Run): void
}

export interface SiteRuleDefinition<S extends OptionSpecs, M extends Messages, Facts> extends RuleHead<S, M> {
  readonly anyLanguage?: boolean
  /** What `checkSite` needs to know of one article, as JSON. */
  collect(document: Document, options: OptionsOf<S>, reader: SourceReader): Facts | undefined
  /** Files that `checkSite` will ask for, linted or not, from the folder that paths of articles start from. */
  filesOf?(article: ArticleFacts<Facts>): readonly string[]
  /** Pages that `checkSite` will ask for, and what of them. Only rules of the category `verification` are given any. */
  sourcesOf?(article: ArticleFacts<Facts>): readonly SourceQuery[]
  checkSite(
    facts: readonly ArticleFacts<Facts>[],
    options: OptionsOf<S>,
    report: SiteReport<M>,
    context: SiteContext
  ): void
}

/** Reads what an article cites, and for what: only where sources are checked, else there is nothing of either. */
export interface SourceReader {
  sources(document: Document): readonly CitedSource[]
  statements(document: Document): readonly CitedStatement[]
}

/** What a site rule may know of the site besides the facts. */
export interface SiteContext {
  /** Whether one of the files of `filesOf` is there, in these very letters; nothing where that can't be known. */
  exists(path: string): boolean | undefined
  /** What is known of the pages of `sourcesOf`. */
  readonly sources: Sources
}

export interface ArticleFacts<Facts> {
  readonly path: string
  readonly facts: Facts
}

export type SiteReport<M extends Messages> = <Id extends keyof M & string>(
  messageId: Id,
  finding: Omit<Finding, 'data'> & {readonly path: string; readonly data: DataOf<M[Id]>}
) => void

/** A rule as the linter holds it, whatever its options and messages are. */
export interface Rule extends RuleHead<OptionSpecs, Messages> {
  readonly anyLanguage?: boolean
  readonly check?: (
    document: Document,
    // biome-ignore lint/suspicious/noExplicitAny: the types were checked where the rule was defined
    options: any,
    report: (messageId: string, finding: Finding) => void,
    run?: Run
  ) => void
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly collect?: (document: Document, options: any, reader?: SourceReader) => unknown
  readonly filesOf?: (article: ArticleFacts<never>) => readonly string[]
  readonly sourcesOf?: (article: ArticleFacts<never>) => readonly SourceQuery[]
  readonly checkSite?: (
    facts: readonly ArticleFacts<never>[],
    // biome-ignore lint/suspicious/noExplicitAny: as above
    options: any,
    report: (messageId: string, finding: Finding & {readonly path: string}) => void,
    context: SiteContext
  ) => void
  readonly checkDirectives?: (
    directives: readonly DirectiveComment[],
    // biome-ignore lint/suspicious/noExplicitAny: as above
    options: any,
    report: (messageId: string, finding: Finding) => void,
    context: DirectiveContext
  ) => void
}

/** A rule about one article. */
export function defineRule<const S extends OptionSpecs, M extends Messages>(
  definition: RuleDefinition<S, M>
): Rule {
  return definition as unknown as Rule
}

/** A rule about several articles: facts of each, judged together. */
export function defineSiteRule<const S extends OptionSpecs, M extends Messages, Facts>(
  definition: SiteRuleDefinition<S, M, Facts>
): Rule {
  return definition as unknown as Rule
}
