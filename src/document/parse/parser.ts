import type {Root} from 'mdast'
import type {Range} from '../model.ts'

/** What an article is written in. */
export type Format = 'markdown' | 'mdx' | 'html' | 'text'

/**
 * Gives the value of a text or code node piece by piece, in order: each piece as it reads, with the stretch of
 * `[from, to)` in the source that spells it. A piece has the length of its stretch, or is one character spelled longer.
 */
export type Spelling = (
  value: string,
  source: string,
  range: Range,
  add: (piece: string, from: number, to: number) => void
) => void

/** Reads the text of an article, without byte order mark, to mdast with the places of the text. */
export interface Parser {
  readonly format: Format
  /** No text of some 10 KB takes it a second. remark-parse and what builds on it have inputs that take minutes. */
  readonly isSwift?: boolean
  /** By default that of Markdown. */
  readonly spelling?: Spelling
  /** The parser for this text, where files of a kind may be written in several formats. */
  choose?(text: string): Parser
  /** Throws a `ParseFault` where the text can't be read, a `ParserFailure` where another parser may. */
  parse(text: string): Root
}
