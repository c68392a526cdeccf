import {escapeLine} from './escape.ts'

/** Of a cell of a table: the rest is in the article. */
const mostInCell = 400

/** Text of an article or path as code, where no mention or reference is looked for, but addresses are. */
export function code(text: string): string {
  return `<code>${escapeMarkup(escapeLine(cut(text)).replace(/:(?=\/\/)|\bwww(?=\.)|\w(?=@)/gi, '$&\u200b'))}</code>`
}

/**
 * Text of an article as prose: no markup, no table cell, and no mention, reference, address or emoji that GitHub or
 * GitLab would make of it; a zero-width space breaks those.
 */
export function prose(text: string): string {
  const broken = escapeLine(cut(text)).replace(
    /[@#!$~%&](?=[\w"])|:(?=\/\/|[a-z+-][\w+-]*:)|\bwww(?=\.)|\bGH(?=-\d)/gi,
    '$&\u200b'
  )
  return escapeMarkup(broken)
}

/** Every character that means something to Markdown or HTML, as a reference. */
function escapeMarkup(text: string): string {
  return text.replace(/[&<>`|\\*_[\]{}$@~\u200b]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function cut(text: string): string {
  return text.length > mostInCell ? `${text.slice(0, mostInCell - 1).replace(/[\ud800-\udbff]$/, '')}…` : text
}
