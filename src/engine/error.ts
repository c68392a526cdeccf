/** A request that can't be answered: no such file, nothing matched, nothing given. The message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
