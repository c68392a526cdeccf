/** A config, or a setting of one run, that can't be used: the message says where, what and what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  /** The config file; nothing when the setting came from a flag or the API. */
  readonly path: string | undefined
  /** Without the place. */
  readonly reason: string
  /** 1-based. */
  readonly line: number | undefined
  readonly column: number | undefined

  constructor(reason: string, place: {path?: string; line?: number; column?: number} = {}) {
    const {path, line, column} = place
    const where = [path, line, column].filter((part) => part !== undefined).join(':')
    super(where === '' ? reason : `${where}: ${reason}`)
    this.reason = reason
    this.path = path
    this.line = line
    this.column = column
  }
}
