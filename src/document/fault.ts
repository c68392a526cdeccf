/** Why the text of an article can't be read in its format, and where. */
export class ParseFault extends Error {
  override readonly name = 'ParseFault'
  /** 1-based. */
  readonly line: number
  readonly column: number

  constructor(reason: string, {line, column}: {readonly line: number; readonly column: number}) {
    super(reason)
    this.line = line
    this.column = column
  }
}

/** A parser gave up on a text that another one of the same format reads. */
export class ParserFailure extends Error {
  override readonly name = 'ParserFailure'

  constructor(parser: string, reason: string) {
    super(`${parser} can't read the text: ${reason}`)
  }
}
