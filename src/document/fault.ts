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
