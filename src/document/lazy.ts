/** A value that is made when it is first asked for, and kept. */
export function lazy<T>(make: () => T): () => T {
  let value: {readonly of: T} | undefined
  return () => {
    value ??= {of: make()}
    return value.of
  }
}
