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
    const shortened = shorten(reason)
    const where = [path, line, column].filter((part) => part !== undefined).join(':')
    super(where === '' ? shortened : `${where}: ${shortened}`)
    this.reason = shortened
    this.path = path
    this.line = line
    this.column = column
  }
}

const longest = 600

/** A reason quotes what it is about, which may be long; what was expected stands at its end. */
export function shorten(reason: string): string {
  return reason.length > longest ? `${reason.slice(0, longest / 2)} … ${reason.slice(-longest / 2)}` : reason
}
