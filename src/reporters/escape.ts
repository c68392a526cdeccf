/** Letters and marks of which none is hidden: most text, looked through much faster than for properties. */
const usual = /^[\x20-\x7e\xa1-\u02ff\u2010-\u2027]*$/

/** Text of an article or path, fit for one line of a terminal: what is hidden shows as `\u{1b}`. */
export function escapeLine(text: string): string {
  if (usual.test(text)) return text
  // What a terminal would act on or a reader could not see: control characters, bidirectional controls, line
  // separators, lone surrogates, fillers, tags, and zero-width characters other than joiners, which words need. First what
  // looks alike and hides nothing: the tags of a flag such as that of Scotland. One variation selector picks the look of a
  // character; more of them can only hide something.
  return text.replace(
    /(\u{1f3f4}[\u{e0030}-\u{e007a}]{2,6}\u{e007f})|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u{180e}\u{200b}\u{2060}-\u{206f}\u{3164}\u{feff}\u{ffa0}\u{fff0}-\u{fffb}\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|(?<=[\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu,
    (found, isFlag) => isFlag ?? `\\u{${(found.codePointAt(0) as number).toString(16)}}`
  )
}

/** The same for text of several lines, whose line ends and tabs stay. */
export function escapeLines(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeLine(part)))
    .join('')
}

/** What a log of GitHub Actions, Azure Pipelines or TeamCity takes for a command, wherever it stands in a line. */
export const commandMark: RegExp = /##(?=(?:vso|teamcity)?\[)/gi

/**
 * Keeps a log from taking a line for a command: that of GitHub runs `::command::` after leading blanks, too. Our own
 * colours count as blanks, as some runner may drop them first.
 */
export function withoutCommands(report: string): string {
  return report
    .split('\n')
    .map((line) =>
      line.replace(/^((?:[\s\p{Cc}]|\[[\d;]*m)*):(?=:)/u, '$1\\u{3a}').replace(commandMark, '#\\u{23}')
    )
    .join('\n')
}
