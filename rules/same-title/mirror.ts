/** Files of one name and one title in two folders that make the second a mirror of the first. */
const fewestFiles = 3

/** Tells whether two articles stand in folders that mirror each other file by file: editions, variants of a manual. */
export function createMirrorTest(
  groups: readonly (readonly {readonly path: string}[])[]
): (a: string, b: string) => boolean {
  const counts = new Map<string, number>()
  for (const [first, ...later] of groups) {
    for (const {path} of later) {
      const folders = foldersOf((first as {readonly path: string}).path, path)
      if (folders !== undefined) counts.set(folders, (counts.get(folders) ?? 0) + 1)
    }
  }
  return (a, b) => {
    const folders = foldersOf(a, b)
    return folders !== undefined && (counts.get(folders) ?? 0) >= fewestFiles
  }
}

/** The first folders in which the paths of two files of one name differ. */
function foldersOf(a: string, b: string): string | undefined {
  const [one, other] = [a.split('/'), b.split('/')]
  if (one.length !== other.length || one.at(-1) !== other.at(-1)) return undefined
  const at = one.findIndex((part, index) => part !== other[index])
  return JSON.stringify([one.slice(0, at + 1), other.slice(0, at + 1)])
}
