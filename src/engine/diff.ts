import {createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch} from 'diff'

/** Past so many changed lines the shortest diff takes too long to find (it grows with their square). */
const maxChanges = 2000

/**
 * The change of a file as a unified diff that `git apply` and `patch -p1` take; empty when nothing changed.
 * Control characters of the text pass as they are: whoever prints it on a terminal escapes them.
 *
 * @param path as the user named the file
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const name = path.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')
  const [from, to] = [`a/${name}`, `b/${name}`]
  const options = {context: 3, headerOptions: FILE_HEADERS_ONLY, maxEditLength: maxChanges}
  const patch =
    createTwoFilesPatch(from, to, before, after, undefined, undefined, options) ??
    wholeDiff(from, to, before, after)
  // A tab after a name with a blank, as git writes it: else `patch` takes the second word for a date.
  return name.includes(' ') ? patch.replace(/^(--- a.*)\n(\+\+\+ b.*)\n/, '$1\t\n$2\t\n') : patch
}

/** Every line out, every line in. */
function wholeDiff(oldFileName: string, newFileName: string, before: string, after: string): string {
  const old = side('-', before)
  const fresh = side('+', after)
  const hunk = {
    oldStart: 1,
    oldLines: old.count,
    newStart: 1,
    newLines: fresh.count,
    lines: [...old.lines, ...fresh.lines]
  }
  return formatPatch(
    {oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk]},
    FILE_HEADERS_ONLY
  )
}

function side(mark: string, text: string): {lines: string[]; count: number} {
  if (text === '') return {lines: [], count: 0}
  const lines = text.split('\n')
  const last = lines.pop()
  if (last) lines.push(last)
  const marked = lines.map((line) => mark + line)
  return {lines: last ? [...marked, '\\ No newline at end of file'] : marked, count: lines.length}
}
