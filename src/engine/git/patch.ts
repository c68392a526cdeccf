/** Lines of a file, 1-based and inclusive, in ascending order. */
export type LineRanges = readonly (readonly [first: number, last: number])[]

export const allLines: LineRanges = [[1, Number.POSITIVE_INFINITY]]

/** One file of a `git diff --raw`. */
export interface RawChange {
  /** `A`, `M`, `R`, …; one letter. */
  readonly status: string
  /** Of the new side, in octal. */
  readonly mode: string
  /** Of the new side; zeros when it is not in git. */
  readonly blob: string
  /** From the top of the repository, as git stores it. */
  readonly path: string
}

/** Reads what `git diff --raw --patch -z` prints, piece by piece. */
export interface PatchReader {
  read(piece: Buffer): void
  /** All files that differ, and of those with a text patch the lines that are new or stand beside deleted ones. */
  end(): {readonly changes: readonly RawChange[]; readonly lines: ReadonlyMap<string, LineRanges>}
}

export function createPatchReader(): PatchReader {
  const changes: RawChange[] = []
  const lines = new Map<string, (readonly [number, number])[]>()
  let head: Buffer | undefined = Buffer.alloc(0)
  let rest = ''
  let file: string | undefined
  let hunk: ReturnType<typeof createHunk> | undefined

  function readLine(line: string): void {
    if (hunk && !hunk.isOver(line)) {
      hunk.add(line)
      return
    }
    if (hunk && file !== undefined) {
      const known = lines.get(file) ?? []
      known.push(...hunk.end())
      lines.set(file, known)
    }
    hunk = undefined
    if (line.startsWith('diff --git ')) file = sameName(line)
    else if (line.startsWith('+++ ')) file = nameOf(line.slice(4))
    else if (line.startsWith('rename to ')) file = unquote(line.slice(10))
    else if (line.startsWith('Binary files ') && file !== undefined) lines.set(file, [...allLines])
    else if (line.startsWith('@@ ')) hunk = createHunk(line)
  }

  return {
    read(piece) {
      let text = piece
      if (head) {
        head = Buffer.concat([head, piece])
        const end = readRaw(head, changes)
        if (end === undefined) return
        text = head.subarray(end)
        head = undefined
      }
      // Only names are decoded; a piece may end within a character.
      const parts = text.toString('latin1').split('\n')
      parts[0] = rest + parts[0]
      rest = parts.pop() ?? ''
      for (const line of parts) readLine(line)
    },
    end() {
      if (head) readRaw(Buffer.concat([head, Buffer.from('\0')]), changes)
      readLine(rest)
      readLine('')
      for (const [name, ranges] of lines) {
        if (ranges.some(([, last]) => last === Number.POSITIVE_INFINITY)) lines.set(name, [...allLines])
      }
      return {changes, lines}
    }
  }
}

/** The records `:mode mode blob blob status NUL path NUL [path NUL]`, up to an empty one; gives where the patch starts. */
function readRaw(bytes: Buffer, changes: RawChange[]): number | undefined {
  changes.length = 0
  let at = 0
  const field = (): string | undefined => {
    const end = bytes.indexOf(0, at)
    if (end < 0) return undefined
    const text = bytes.toString('utf8', at, end)
    at = end + 1
    return text
  }
  for (;;) {
    const info = field()
    if (info === undefined) return undefined
    if (info === '') return at
    const [, mode = '', , blob = '', score = ''] = info.slice(1).split(' ')
    const status = score.charAt(0)
    const source = field()
    const target = status === 'R' || status === 'C' ? field() : source
    if (target === undefined) return undefined
    changes.push({status, mode, blob, path: target})
  }
}

/** The name in `diff --git a/x b/x`; nothing when the two differ. */
function sameName(line: string): string | undefined {
  const names = line.slice('diff --git '.length)
  const half = (names.length - 1) / 2
  const [old, now] = [names.slice(0, half), names.slice(half + 1)]
  const name = old.startsWith('"') ? `"${old.slice(3)}` : old.slice(2)
  return name === (now.startsWith('"') ? `"${now.slice(3)}` : now.slice(2)) ? unquote(name) : undefined
}

/** The name in `+++ b/x`; git ends one that has a blank with a tab. */
function nameOf(target: string): string | undefined {
  if (target === '/dev/null') return undefined
  const name = target.replace(/\t$/, '')
  return name.startsWith('"') ? unquote(`"${name.slice(3)}`) : unquote(name.slice(2))
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r'
}

/** A name as git quotes it in the manner of C, in bytes that were read as Latin 1. */
function unquote(name: string): string {
  const bytes = name.startsWith('"')
    ? name
        .slice(1, -1)
        .replace(/\\(?:([0-7]{3})|(.))/g, (_, octal: string | undefined, letter: string) =>
          octal === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8))
        )
    : name
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/**
 * The lines that one hunk changes. Where text is only deleted, the lines before and after with text on them count, as a
 * heading whose text went is as new as one that was written; so do two lines that lost the blank one between them.
 */
function createHunk(header: string) {
  const [, olds = '1', start = '0', news = '1'] =
    /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(header) ?? []
  let [oldLeft, newLeft] = [Number(olds), Number(news)]
  let line = Number(start) + (newLeft === 0 ? 1 : 0)
  let lastText: number | undefined
  let deletedAfter: number | undefined
  let joinedAfter: number | undefined
  let isWhole = false
  const ranges: [number, number][] = []

  function mark(first: number, last: number): void {
    const before = ranges.at(-1)
    if (before && first <= before[1] + 1) {
      before[0] = Math.min(before[0], first)
      before[1] = Math.max(before[1], last)
    } else ranges.push([first, last])
  }

  function endDeletion(last: number): void {
    const first = deletedAfter ?? joinedAfter
    if (first !== undefined) mark(first, last)
    deletedAfter = joinedAfter = undefined
  }

  return {
    isOver: (text: string): boolean => oldLeft <= 0 && newLeft <= 0 && !text.startsWith('\\'),

    add(text: string): void {
      const sign = text[0]
      if (sign === '\\') return
      const isBlank = text.slice(1).trim() === ''
      if (sign === '-') {
        oldLeft--
        if (!isBlank) deletedAfter ??= lastText ?? Math.max(1, line - 1)
        else if (lastText === line - 1) joinedAfter = lastText
        return
      }
      newLeft--
      if (isBlank) joinedAfter = undefined
      if (sign === '+') {
        if (!isBlank) deletedAfter = joinedAfter = undefined
        // Where a line ends in a CR alone, git and the linter count lines differently.
        if (/\r[^\r]/.test(text)) isWhole = true
        mark(line, line)
      } else {
        oldLeft--
        if (!isBlank) endDeletion(line)
      }
      if (!isBlank) lastText = line
      line++
    },

    end(): LineRanges {
      if (deletedAfter !== undefined) endDeletion(line)
      return isWhole ? allLines : ranges
    }
  }
}
