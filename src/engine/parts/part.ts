import {hash} from 'node:crypto'
import {readFileSync, statSync} from 'node:fs'
import type {Linted} from '../article.ts'
import type {FileSettings} from '../choose.ts'
import {reasonOf} from '../errno.ts'
import {UsageError} from '../error.ts'
import type {JobSettings} from '../jobs.ts'
import type {PackedOutcome, PackedRuleset} from '../packed.ts'
import type {Keep} from '../result.ts'
import {isList, isPackedRuleset} from '../shape.ts'
import {isOutcome, isPartHead, isPartSettings} from './part-shape.ts'

/** Raised whenever what a part holds changes its meaning. */
export const partVersion = 1

/** One of so many parts of a run; counted from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** What decides about the findings of a run, and has to be the same for all its parts. */
export interface PartSettings
  extends Pick<FileSettings, 'config' | 'codeConfig' | 'rules' | 'only' | 'skip' | 'language'>,
    Pick<FileSettings, 'ignore' | 'ignorePatterns' | 'ignorePath'>,
    Pick<JobSettings, 'parser' | 'inlineConfig'> {
  readonly files: readonly string[]
}

/** A part begins with it. */
export interface PartHead {
  readonly format: 'articlelint-part'
  readonly version: number
  /** Version of articlelint. */
  readonly articlelint: string
  readonly shard: Shard
  readonly settings: PartSettings
  readonly keep: Keep
  /** `YYYY-MM-DD` */
  readonly today: string | undefined
  /** All articles of the run: their number, and a hash of their paths and of what rules run on each. */
  readonly site: {readonly articles: number; readonly digest: string}
}

/** An outcome in a part: the file of its source is the one at its path. */
export interface PartOutcome extends Omit<PackedOutcome, 'linted'> {
  readonly linted?:
    | (Omit<NonNullable<PackedOutcome['linted']>, 'source' | 'digest'> & {
        readonly source?: PartSource | undefined
      })
    | undefined
}

type PartSource = {readonly text: string} | {readonly digest: string}

export interface Part extends PartHead {
  readonly outcomes: readonly PartOutcome[]
  readonly rulesets: readonly PackedRuleset[]
}

/** An article without the folder of this machine. */
export function toPartArticle({
  source,
  digest: _,
  ...rest
}: NonNullable<PackedOutcome['linted']>): NonNullable<PartOutcome['linted']> {
  return {...rest, source: source && ('text' in source ? source : {digest: source.digest})}
}

/** The source of an article on this machine. */
export function fromPartSource(source: PartSource | undefined, file: string): Linted['source'] {
  return source && ('text' in source ? source : {file, digest: source.digest})
}

const tail = /,"sha256":"([0-9a-f]{64})"\}\n$/
const tailLength = 80

export function tailOf(digest: string): string {
  return `,"sha256":"${digest}"}\n`
}

/**
 * Reads a part whole. Throws `UsageError` for what is none, is cut off or damaged, or comes from another version.
 *
 * @param shown the path as messages name it
 * @param own version of articlelint
 */
export function readPart(file: string, shown: string, own: string): Part {
  const bytes = read(file, shown)
  const isPart = bytes.subarray(0, 40).toString().startsWith('{"format":"articlelint-part"')
  if (!isPart) {
    throw new UsageError(`\`${shown}\` is no part of a report, expected a file that \`--shard\` wrote`)
  }
  const [ending = '', digest] = tail.exec(bytes.subarray(-tailLength).toString('latin1')) ?? []
  if (digest === undefined) throw new UsageError(`the part \`${shown}\` is cut off: ${again}`)
  if (hash('sha256', bytes.subarray(0, bytes.length - ending.length)) !== digest)
    throw new UsageError(`the part \`${shown}\` is damaged or was changed: ${again}`)
  const value = parse(bytes, shown)
  const {version, articlelint} = value as Partial<PartHead>
  if (version !== partVersion || articlelint !== own) {
    const its = typeof articlelint === 'string' ? `by articlelint ${articlelint.slice(0, 40)}` : 'otherwise'
    throw new UsageError(
      `the part \`${shown}\` was written ${its}, and this is ${own}: use one version for all parts and for merge`
    )
  }
  if (!isPartOf(value))
    throw new UsageError(`the part \`${shown}\` is not what this version writes: ${again}`)
  return value
}

const again = 'run its shard again'

function read(file: string, shown: string): Buffer {
  try {
    // A pipe or device could be waited for for ever.
    if (!statSync(file).isFile()) throw new UsageError(`\`${shown}\` is no file, expected a part`)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT')
      throw new UsageError(
        `no such part: \`${shown}\`; \`--shard\` writes articlelint-part-1-of-4.json and so on`
      )
    throw new UsageError(`the part \`${shown}\` can't be read: ${reasonOf(error)}`)
  }
}

function parse(bytes: Buffer, shown: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_STRING_TOO_LONG') {
      const size = Math.round(bytes.length / 1e6)
      throw new UsageError(`the part \`${shown}\` has ${size} MB, more than can be read: make more shards`)
    }
    throw new UsageError(`the part \`${shown}\` is no JSON: ${again}`)
  }
}

function isPartOf(value: unknown): value is Part {
  if (!isPartHead(value)) return false
  const {settings, outcomes, rulesets} = value as Record<keyof Part, unknown>
  if (!isPartSettings(settings) || !isList(isPackedRuleset)(rulesets)) return false
  const {length} = rulesets as readonly unknown[]
  return (
    isList(isOutcome)(outcomes) &&
    (outcomes as readonly PartOutcome[]).every(({linted}) => linted === undefined || linted.ruleset < length)
  )
}
