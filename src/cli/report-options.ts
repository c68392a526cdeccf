import {type Command, InvalidArgumentError, Option} from 'commander'
import type {Keep} from '../engine/result.ts'
import type {SuppressionSettings} from '../engine/suppressions/suppression-settings.ts'
import {type Format, formats, needsOf} from '../reporters/index.ts'
import type {Severity} from '../rule/index.ts'
import {collect} from './options.ts'

/** A report in one form; on stdout where it names no file. */
export interface ReportTarget {
  readonly format: Format
  readonly file?: string
}

/** What becomes of the findings. */
export interface ReportOptions {
  readonly format: readonly ReportTarget[]
  readonly outputFile?: string
  readonly quiet?: boolean
  readonly maxWarnings?: number
  readonly minSeverity: Severity
  /** Nothing when it is to be found out. */
  readonly color?: boolean
}

export interface SuppressionOptions {
  readonly suppressAll?: boolean
  readonly suppressRule?: readonly string[]
  readonly pruneSuppressions?: boolean
  readonly suppressionsLocation?: string
}

export function suppressionsOf(options: SuppressionOptions): SuppressionSettings {
  const {
    suppressionsLocation: location,
    suppressAll,
    suppressRule: suppressRules,
    pruneSuppressions
  } = options
  return {location, suppressAll, suppressRules, prune: pruneSuppressions}
}

/** What the reports need of the articles. */
export function keepFor({format}: Pick<ReportOptions, 'format'>): Required<Keep> {
  const needs = new Set(format.flatMap(({format}) => needsOf(format)))
  return {text: needs.has('text'), claims: needs.has('claims'), rendering: needs.has('rendering')}
}

/** Why the reports can't be given together. */
export function reportConflict({format, outputFile}: ReportOptions): string | undefined {
  const printed = format.filter(({file}) => file === undefined)
  if (printed.length > 1)
    return `only one report fits on standard output: give the others a file, as in \`-f ${printed[1]?.format}:report.txt\``
  if (outputFile !== undefined && printed.length === 0)
    return '--output-file is for the report on standard output: every --format has a file of its own'
  return undefined
}

/** Adds what says how suppressions are made and used. */
export function addSuppressionOptions(command: Command): Command {
  return command
    .option('--suppress-all', 'hold back all that is found now, by articlelint-suppressions.json')
    .option('--suppress-rule <id>', 'hold back what this rule finds now (repeatable)', collect)
    .option('--prune-suppressions', 'remove suppressions that are not needed any more')
    .option('--suppressions-location <path>', 'use this suppressions file')
}

/** Adds what says how the findings are reported. */
export function addReportOptions(command: Command): Command {
  return command
    .optionsGroup('Report:')
    .addOption(
      new Option(
        '-f, --format <name[:file]>',
        `form of the report, into a file when one is named (repeatable): ${formats.join(', ')}`
      )
        .argParser(collectFormat)
        .default(usualFormat, 'stylish')
    )
    .option('-o, --output-file <path>', 'write the report into a file')
    .option('-q, --quiet', 'show errors only; warnings still count for --max-warnings')
    .addOption(
      new Option('--min-severity <severity>', 'show nothing below')
        .choices(['info', 'warn', 'error'])
        .default('info')
    )
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings', toCount)
    .option('--color', 'colour the report; by default on a terminal')
    .option('--no-color', 'do not colour the report')
}

const usualFormat: readonly ReportTarget[] = [{format: 'stylish'}]

/** `sarif` or `sarif:out.sarif` */
function collectFormat(value: string, before: readonly ReportTarget[] = []): readonly ReportTarget[] {
  const colon = value.indexOf(':')
  const name = colon < 0 ? value : value.slice(0, colon)
  const format = formats.find((format) => format === name)
  if (!format) throw new InvalidArgumentError(`Allowed choices are ${formats.join(', ')}.`)
  const file = colon < 0 ? '' : value.slice(colon + 1)
  if (colon >= 0 && file === '')
    throw new InvalidArgumentError(`Expected a file after the colon, such as \`${format}:report.txt\`.`)
  return [...(before === usualFormat ? [] : before), {format, ...(file === '' ? {} : {file})}]
}

function toCount(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number from 0.')
}
