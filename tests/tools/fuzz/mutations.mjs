/** Cuts, doubles and stains in a text. */
import fc from 'fast-check'

const pick = fc.constantFrom

const strange = [
  '\0',
  '\u0301',
  '\u200B',
  '\u200D',
  '\u202E',
  '\u2066',
  '\uD83D',
  '\uDE00',
  '\uFEFF',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u000B',
  '\f',
  '\r',
  '\r\n',
  '\n',
  '\n\n',
  '\u00A0',
  '\u3000',
  '\u00AD',
  '😀',
  '👩‍👩‍👧',
  '🏳️‍🌈',
  'ﷺ',
  'İ',
  'ß',
  'ﬁ',
  'ſ',
  '\u0130',
  '\t',
  '  \n',
  '\\\n',
  '*',
  '**',
  '_',
  '`',
  '```\n',
  '[',
  '](',
  ')',
  '<',
  '<!--',
  '-->',
  '&',
  '&#0;',
  '&#x1F600;',
  '|',
  '> ',
  '- ',
  '1. ',
  '# ',
  '## ',
  '    ',
  '---\n',
  '[^1]',
  '"',
  '“',
  '”',
  '’',
  '(',
  ')',
  ':',
  ';',
  '. ',
  '! ',
  '? ',
  '…',
  'www.',
  'https://',
  '@',
  '{',
  '}',
  '<b>',
  '</p>',
  '$',
  '~',
  '•',
  'â€™',
  'Ã©'
]

export const cut = fc.record({
  how: fc.integer({min: 0, max: 9}),
  at: fc.double({min: 0, max: 1, noNaN: true}),
  length: fc.integer({min: 1, max: 200}),
  to: fc.double({min: 0, max: 1, noNaN: true}),
  mark: pick(...strange)
})

/** @param {string} text @param {{how: number, at: number, length: number, to: number, mark: string}[]} cuts */
export function mutate(text, cuts) {
  let result = text
  for (const {how, at, length, to, mark} of cuts) {
    const [from, other] = [Math.floor(at * result.length), Math.floor(to * result.length)]
    const piece = result.slice(from, from + length)
    const rest = result.slice(0, from) + result.slice(from + length)
    if (how === 0) result = result.slice(0, from)
    else if (how === 1) result = rest
    else if (how === 2) result = result.slice(0, other) + piece + result.slice(other)
    else if (how === 3) result = rest.slice(0, other) + piece + rest.slice(other)
    else if (how === 4) result = result.slice(0, from) + result.slice(from + 1)
    else if (how === 5) result = result.slice(0, from) + result.slice(from).replace(/\n\n/, ' ')
    else if (how === 6) result = result.slice(0, from) + result.slice(from).replace(/\n(?=\n)/, '')
    else if (how === 7) result = `${result}\n\n${piece}`
    else result = result.slice(0, from) + mark + result.slice(from)
  }
  return result
}
