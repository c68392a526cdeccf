import {commandMark, escapeLines} from '../escape.ts'

/** HTML that is safe to put into the page: made by `html` only. */
export interface Markup {
  readonly markup: string
}

type Value = string | number | Markup | undefined | false | readonly Value[]

/** A template of HTML: what is put into it is text and gets escaped, unless it is `Markup`. Attributes need quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let markup = strings[0] as string
  for (const [index, value] of values.entries()) markup += toMarkup(value) + (strings[index + 1] as string)
  return {markup}
}

function toMarkup(value: Value): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : value.map(toMarkup).join('')
}

/** Script and style sheet of the page: they are not escaped. */
export function verbatim(markup: string): Markup {
  return {markup}
}

const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/**
 * Nothing of it is HTML, what a reader could not see shows as `\u{202e}` (it could turn the page around), and no line of
 * it is a command to a log that the page is printed to.
 */
function escapeText(text: string): string {
  return escapeLines(text)
    .replace(/[&<>"']/g, (character) => special[character] as string)
    .replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, '$1&#58;')
    .replace(commandMark, '#&#35;')
}

/** Words with code in backticks, as in the messages of rules. */
export function withCode(text: string): readonly Markup[] {
  return text
    .split('`')
    .map((part, index, all) =>
      index % 2 === 0 ? html`${part}` : index < all.length - 1 ? html`<q>${part}</q>` : html`\`${part}`
    )
}

/** "1 finding", "2 findings". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Addresses that may be followed: no script, no data, no file. */
export function isFollowable(url: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url)
}
