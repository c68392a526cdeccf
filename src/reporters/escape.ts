/**
 * What a terminal would act on or a reader could not see: control characters, bidirectional controls, line
 * separators, lone surrogates, zero-width characters other than joiners.
 */
const hidden =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u{180e}\u{200b}\u{2060}-\u{2064}\u{feff}\u{fff9}-\u{fffb}]/gu

/** Letters and marks of which none is hidden: most text, looked through much faster than for properties. */
const usual = /^[\x20-\x7e\xa1-\u02ff\u2010-\u2027]*$/

/** Text of an article or path, fit for one line of a terminal: what is hidden shows as `\u{1b}`. */
export function escapeLine(text: string): string {
  return usual.test(text)
    ? text
    : text.replace(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

/** The same for text of several lines, whose line ends and tabs stay. */
export function escapeLines(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeLine(part)))
    .join('')
}

/**
 * Keeps a log of GitHub Actions from taking a line for a command: it runs `::command::` after leading blanks and
 * `##[command]` anywhere.
 */
export function withoutCommands(report: string): string {
  return report
    .split('\n')
    .map((line) => line.replace(/^(\s*):(?=:)/, '$1\\u{3a}').replaceAll('##[', '#\\u{23}['))
    .join('\n')
}
