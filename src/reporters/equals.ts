/** Numbers from 1 for keys of which several may be equal: `a b a` are 1, 1 and 2. */
export function numberEquals(keys: readonly string[]): readonly number[] {
  const counts = new Map<string, number>()
  return keys.map((key) => {
    const number = (counts.get(key) ?? 0) + 1
    counts.set(key, number)
    return number
  })
}
