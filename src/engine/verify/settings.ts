import type {FetchLimits} from '../fetch/limits.ts'

/** How the sources that articles cite are checked. */
export interface OnlineSettings {
  /**
   * `fetch` asks for what is not known, or was checked long ago; `update` for all; `locked` for nothing: what the lock file
   * says holds, whatever its age.
   */
  readonly mode: 'fetch' | 'locked' | 'update'
  /** Path of the lock file, from `cwd`; by default `articlelint.sources.json`. */
  readonly file?: string | undefined
  /** Remove from the lock file what none of the articles of this run cites. */
  readonly prune?: boolean | undefined
  /** Run rules of the category `verification` alone. */
  readonly isAlone?: boolean | undefined
  /** Ask hosts on this machine and in private networks too, at any port. */
  readonly allowPrivateHosts?: boolean | undefined
  /** `http://host:port`; the environment is not asked for one. */
  readonly proxy?: string | undefined
  /** Of articlelint: sites are told. */
  readonly version: string
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Breaks the check off; what was found until then is kept. */
  readonly signal?: AbortSignal | undefined
  /** Called with the number of sources that are done, and the host of the last one. */
  readonly onProgress?: ((done: number, total: number, host: string) => void) | undefined
  readonly limits?: Partial<FetchLimits> | undefined
}
