/** A line of an article: its number and where it starts and ends in the text, the line end left out. */
export interface SourceLine {
  readonly number: number
  readonly start: number
  readonly end: number
}

/** An article, to look lines up by UTF-16 offset. `\n`, `\r\n` and `\r` end a line. */
export interface Source {
  readonly text: string
  /** Characters before the first line: 1 with a byte order mark. */
  readonly shift: number
  /** The line of an offset; the last one for what is behind the text. */
  lineAt(offset: number): SourceLine
}

function createSource(text: string): Source {
  const shift = text.startsWith('\ufeff') ? 1 : 0
  const starts = [shift]
  for (let at = shift; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return {
    text,
    shift,
    lineAt(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] as number) <= offset) low = middle
        else high = middle - 1
      }
      const start = starts[low] as number
      let end = starts[low + 1] ?? text.length
      while (end > start && /[\r\n]/.test(text.charAt(end - 1))) end--
      return {number: low + 1, start, end}
    }
  }
}

/** The sources of the articles of a report, each made when it is first asked for; nothing without a text. */
export function createSources(
  files: readonly {readonly path: string; readonly text?: string | undefined}[]
): (path: string) => Source | undefined {
  const texts = new Map(files.map(({path, text}) => [path, text]))
  const made = new Map<string, Source>()
  return (path) => {
    const text = texts.get(path)
    if (text === undefined) return undefined
    const source = made.get(path) ?? createSource(text)
    made.set(path, source)
    return source
  }
}
