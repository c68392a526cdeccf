import {commandMark, escapeLines} from './escape.ts'

/** What XML 1.0 can't hold in any form; control characters and lone surrogates are shown escaped before. */
const noncharacters = /[\ufffe\uffff]/g

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;'
}

/** Text for an element: nothing in it is markup, and no line of it is a command to GitHub Actions. */
export function escapeText(text: string): string {
  return legalOf(text)
    .replace(/[&<>]/g, (character) => entities[character] as string)
    .replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, '$1&#58;')
    .replace(commandMark, '#&#35;')
}

/** Text for an attribute between double quotes; line ends survive. */
function escapeAttribute(text: string): string {
  return legalOf(text)
    .replace(/[&<>"'\n\r\t]/g, (character) => entities[character] as string)
    .replace(commandMark, '#&#35;')
}

function legalOf(text: string): string {
  return escapeLines(text).replace(
    noncharacters,
    (character) => `\\u{${character.charCodeAt(0).toString(16)}}`
  )
}

/** A start tag without its brackets: `error line="3"`. Attributes without a value are left out. */
export function tagOf(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>
): string {
  const parts = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}="${typeof value === 'number' ? value : escapeAttribute(value)}"`]
  )
  return [name, ...parts].join(' ')
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>'
