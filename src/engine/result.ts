import type {ClaimSheet} from '../lint/claim-sheet.ts'
import type {Message} from '../lint/message.ts'
import type {Rendering} from '../lint/rendering.ts'

/** One article: what is to say about it, after the fix when one was asked for. */
export interface FileResult {
  /** From `cwd`, with `/`; whole when it is outside; `<stdin>` without a name. */
  readonly path: string
  readonly messages: readonly Message[]
  /** How many fixes were applied. */
  readonly fixed: number
  /** How many messages the suppressions file holds back. */
  readonly suppressed: number
  /** What a dry run would change, as a unified diff. */
  readonly diff?: string
  /** The article that the messages speak of, where it was asked for. */
  readonly text?: string
  readonly claims?: ClaimSheet
  readonly rendering?: Rendering
}

/** What results keep beside the messages, for reports that show articles. */
export interface Keep {
  readonly text?: boolean
  readonly claims?: boolean
  readonly rendering?: boolean
}

/** Why an article could not be linted whole: unreadable, not written, a rule that crashed. */
export interface Problem {
  readonly path: string
  readonly reason: string
  /** 1-based, where it is about a place in the article. */
  readonly line?: number
  readonly column?: number
}

export interface LintFilesResult {
  /** Sorted by path. */
  readonly files: readonly FileResult[]
  readonly problems: readonly Problem[]
  /** What a person should know, and that changes nothing: suppressions that are not needed any more. */
  readonly notes: readonly string[]
}
