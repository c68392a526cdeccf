import type {ClaimSheet} from '../lint/claim-sheet.ts'
import type {Message} from '../lint/message.ts'
import type {Rendering} from '../lint/rendering.ts'
import type {ClaimReporter} from './claims.ts'

/** One article in a report. */
export interface ReportedFile {
  readonly path: string
  readonly messages: readonly Message[]
  /** The article, for the reporters that need it. */
  readonly text?: string | undefined
  readonly claims?: ClaimSheet | undefined
  readonly rendering?: Rendering | undefined
}

/** What a report for programs says of a rule beside its findings. */
export interface ReportedRule {
  readonly id: string
  readonly summary: string
  readonly category: string
  readonly url: string
  readonly severity: Message['severity']
}

/** Why an article could not be linted whole. */
export interface ReportedProblem {
  readonly path: string
  readonly reason: string
  readonly line?: number
  readonly column?: number
}

export interface ReporterOptions {
  readonly color?: boolean | undefined
  /** The report lands in a log of GitHub Actions, which takes some lines for commands. */
  readonly githubActions?: boolean | undefined
  /** How many messages the caller left out, as they are not severe enough. */
  readonly hidden?: number | undefined
  /** How many messages the suppressions file holds back. */
  readonly suppressed?: number | undefined
  /** How many findings the run repaired, or in a dry run would have. */
  readonly fixed?: number | undefined
  readonly isDryRun?: boolean | undefined
  readonly problems?: readonly ReportedProblem[] | undefined
  /** The rules that can speak; those of plugins may be missing. */
  readonly rules?: readonly ReportedRule[] | undefined
  /** Of articlelint. */
  readonly version?: string | undefined
  /** Columns of the terminal. */
  readonly width?: number | undefined
}

/** Results to a string; does not print. */
export type Reporter = (files: readonly ReportedFile[], options: ReporterOptions) => string

interface Entry {
  /** What it takes of a file beside its messages. */
  readonly needs?: readonly ('text' | 'claims' | 'rendering')[]
  readonly load: () => Promise<Reporter>
}

const reporters = {
  stylish: {load: async () => (await import('./stylish.ts')).stylish},
  pretty: {needs: ['text'], load: async () => (await import('./pretty.ts')).pretty},
  compact: {load: async () => (await import('./compact.ts')).compact},
  html: {needs: ['text', 'claims', 'rendering'], load: async () => (await import('./html/index.ts')).html},
  markdown: {load: async () => (await import('./markdown.ts')).markdown},
  json: {load: async () => (await import('./json.ts')).json},
  sarif: {needs: ['text'], load: async () => (await import('./sarif.ts')).sarif},
  github: {load: async () => (await import('./github.ts')).github},
  gitlab: {load: async () => (await import('./gitlab.ts')).gitlab},
  junit: {load: async () => (await import('./junit.ts')).junit},
  checkstyle: {load: async () => (await import('./checkstyle.ts')).checkstyle}
} as const satisfies Readonly<Record<string, Entry>>

export type Format = keyof typeof reporters

export const formats = Object.keys(reporters) as readonly Format[]

/** What a reporter takes of a file beside its messages. */
export function needsOf(format: Format): NonNullable<Entry['needs']> {
  const {needs = []}: Entry = reporters[format]
  return needs
}

/** Loads a reporter, and only that one. */
export function loadReporter(format: Format): Promise<Reporter> {
  return reporters[format].load()
}

const claimReporters = {
  table: async (): Promise<ClaimReporter> => (await import('./claims-table.ts')).claimsTable,
  json: async (): Promise<ClaimReporter> => (await import('./claims-json.ts')).claimsJson,
  csv: async (): Promise<ClaimReporter> => (await import('./claims-csv.ts')).claimsCsv
}

export type ClaimFormat = keyof typeof claimReporters

export const claimFormats = Object.keys(claimReporters) as readonly ClaimFormat[]

/** Loads a reporter of claim sheets, and only that one. */
export function loadClaimReporter(format: ClaimFormat): Promise<ClaimReporter> {
  return claimReporters[format]()
}
