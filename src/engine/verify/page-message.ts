import type {Statement, StatementVerdict} from '../../sources/model.ts'

// What a page reader and its thread tell each other.

/** A page that was fetched, and what is asked of it. */
export interface PageRequest {
  readonly bytes: Uint8Array
  readonly type: 'html' | 'text' | 'pdf'
  /** As `Content-Type` names it. */
  readonly charset?: string | undefined
  readonly url: string
  /** What is looked for among its anchors, without `#`. */
  readonly fragments: readonly string[]
  readonly statements: readonly Statement[]
}

/** What a page says. */
export interface PageReport {
  /** 16 hex digits of the text that a reader sees. */
  readonly hash: string
  readonly title?: string
  readonly published?: string
  readonly updated?: string
  /** It shows enough text to say what it does not hold. */
  readonly isReadable: boolean
  readonly isEmpty?: 'not-found' | 'parked'
  readonly missingAnchors: readonly string[]
  /** In the order of the request; of a page that is not readable only those that it supports. */
  readonly statements: readonly StatementVerdict[]
}

export interface PageFailure {
  /** In words, after the address. */
  readonly reason: string
}

export type PageMessage = 'ready' | PageReport | PageFailure
