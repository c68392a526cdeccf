import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'

const folder = new URL('../../src/reporters/html/', import.meta.url)

/**
 * The modules that hold the script and the style sheet of the HTML report, by path from the project's root: reporters
 * read no files, and the page names the hashes of both in its policy.
 *
 * @returns {Map<string, string>}
 */
export function htmlAssets() {
  return new Map([
    ['src/reporters/html/page-script.ts', moduleOf('script', ['query.js', 'theme.js', 'page.js'], toScript)],
    [
      'src/reporters/html/page-style.ts',
      moduleOf('style', ['page.css', 'text.css', 'card.css', 'media.css'], withShortRules)
    ]
  ])
}

/**
 * @param {string} name
 * @param {readonly string[]} files
 * @param {(text: string) => string} shorten
 */
function moduleOf(name, files, shorten) {
  const text = files
    .map((file) => shorten(readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n')))
    .join('')
  const hash = createHash('sha256').update(text).digest('base64')
  const escaped = text.replace(/[\\`]|\$\{/g, '\\$&')
  return [
    `// Derived from ${files.join(', ')}. Do not edit; run \`npm run derive\`.`,
    `export const ${name} = \`${escaped}\``,
    `export const ${name}Hash = 'sha256-${hash}'`,
    ''
  ].join('\n')
}

/**
 * A module as part of one script, without the lines that are only a comment. A script runs before the page is drawn.
 *
 * @param {string} text
 */
function toScript(text) {
  return text
    .replace(/^import .*\n/gm, '')
    .replace(/^export /gm, '')
    .replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, '')
    .replace(/^ *\/\/.*\n/gm, '')
    .replace(/^\n+/gm, '')
}

/**
 * A line a rule.
 *
 * @param {string} text
 */
function withShortRules(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n(?:\s*\n)*/g, '\n')
    .replace(/([{;,])\n */g, (_, mark) => (mark === ',' ? ', ' : mark))
    .replace(/;\}/g, '}')
    .replace(/ \{/g, '{')
    .replace(/\}(?=[^\n}])/g, '}\n')
    .replace(/^\n/, '')
}
