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

/** An article is beyond a limit, so it was not linted; the rule of that name has the words for it. */
export class LimitFault extends Error {
  override readonly name = 'LimitFault'
  readonly ruleId: LimitRuleId
  /** What the message of the rule is worded with. */
  readonly data: Readonly<Record<string, unknown>>
  /** Where it is beyond the limit, in the document's text. */
  readonly offset: number

  constructor(ruleId: LimitRuleId, data: Readonly<Record<string, unknown>>, reason: string, offset = 0) {
    super(reason)
    this.ruleId = ruleId
    this.data = data
    this.offset = offset
  }
}

export type LimitRuleId = 'article-too-large' | 'article-too-deep' | 'article-timed-out'
