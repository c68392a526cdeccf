/**
 * A value that is made when it is first asked for, and kept: regular expressions with classes of Unicode, among others. V8
 * takes up to 0.4 ms to read one, whether it ever runs or not, and there are a hundred.
 */
export function lazy<T>(make: () => T): () => T {
  let value: {readonly of: T} | undefined
  return () => {
    value ??= {of: make()}
    return value.of
  }
}
