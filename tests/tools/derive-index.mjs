// Writes rules/index.ts from the rule folders; a part of `npm run derive`. Its output is never edited by hand.
import {existsSync, readdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../rules')

/** Ids of the rule folders, sorted. */
export function ruleIds() {
  return readdirSync(folder)
    .filter((id) => existsSync(path.join(folder, id, 'rule.ts')))
    .sort()
}

/**
 * The text of rules/index.ts.
 *
 * @param {readonly string[]} ids
 */
export function indexSource(ids) {
  const camel = (/** @type {string} */ id) =>
    id.replace(/-(\w)/g, (/** @type {string} */ _, /** @type {string} */ letter) => letter.toUpperCase())
  return `// Derived from the rule folders by \`npm run derive\`. Do not edit.
import type {Rule} from '../src/rule/index.ts'
${ids.map((id) => `import ${camel(id)} from './${id}/rule.ts'`).join('\n')}

export const rules: readonly Rule[] = [
${ids.map((id) => `  ${camel(id)}`).join(',\n')}
]
`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(path.join(folder, 'index.ts'), indexSource(ruleIds()))
