import type {Message} from '../lint/message.ts'
import type {ClaimReporter} from './claims.ts'

/** One article in a report. */
export interface ReportedFile {
  readonly path: string
  readonly messages: readonly Message[]
}

export interface ReporterOptions {
  readonly color?: boolean | undefined
  /** The report lands in a log of GitHub Actions, which takes some lines for commands. */
  readonly githubActions?: boolean | undefined
  /** How many messages the caller left out, as they are not severe enough. */
  readonly hidden?: number | undefined
}

/** Results to a string; does not print. */
export type Reporter = (files: readonly ReportedFile[], options: ReporterOptions) => string

const reporters = {
  stylish: async (): Promise<Reporter> => (await import('./stylish.ts')).stylish,
  json: async (): Promise<Reporter> => (await import('./json.ts')).json
}

export type Format = keyof typeof reporters

export const formats = Object.keys(reporters) as readonly Format[]

/** Loads a reporter, and only that one. */
export function loadReporter(format: Format): Promise<Reporter> {
  return reporters[format]()
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
