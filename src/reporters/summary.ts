import type {Message} from '../lint/message.ts'
import type {ReportedFile, ReporterOptions} from './index.ts'

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly fixable: number
}

export function countMessages(files: readonly Pick<ReportedFile, 'messages'>[]): Counts {
  const counts = {errors: 0, warnings: 0, infos: 0, fixable: 0}
  for (const {messages} of files) {
    for (const {severity, fix} of messages) {
      counts[countOf[severity]]++
      if (fix) counts.fixable++
    }
  }
  return counts
}

const countOf = {error: 'errors', warn: 'warnings', info: 'infos'} as const satisfies Readonly<
  Record<Message['severity'], keyof Counts>
>

/** "1 error, 2 warnings"; nothing where nothing was found. */
export function wordCounts({errors, warnings, infos}: Counts): string {
  return [[errors, 'error'] as const, [warnings, 'warning'] as const, [infos, 'info'] as const]
    .flatMap(([count, noun]) => (count > 0 ? [plural(count, noun)] : []))
    .join(', ')
}

/** The line that ends a report: what was found, in how many files, and what is not shown. */
export function summarize(files: readonly ReportedFile[], options: ReporterOptions): string {
  const counts = countMessages(files)
  const found = wordCounts(counts)
  const start = `${found === '' ? 'nothing to report' : found} in ${plural(files.length, 'file')}`
  return [start, ...wordRest(counts, options)].join(', ')
}

/** What a report does not show, or what was or could be done: "4 less severe not shown". */
export function wordRest(
  {fixable}: Pick<Counts, 'fixable'>,
  {hidden = 0, suppressed = 0, fixed = 0, isDryRun = false}: ReporterOptions
): readonly string[] {
  return [
    ...(fixed > 0 ? [`${fixed} ${isDryRun ? 'to be repaired' : 'repaired'}`] : []),
    ...(hidden > 0 ? [`${hidden} less severe not shown`] : []),
    ...(suppressed > 0 ? [`${suppressed} held back by suppressions`] : []),
    ...(fixable > 0 ? [`${fixable} fixable with --fix`] : [])
  ]
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
