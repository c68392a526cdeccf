import {existsSync, readdirSync} from 'node:fs'
import {ruleIds} from '../tools/derive-index.mjs'

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {'rules' | 'safety'} group
 * @property {readonly string[]} files What is mutated.
 * @property {readonly string[]} tests
 * @property {readonly string[]} fresh What each run loads anew, by the beginnings of its paths: what changes, and what loads that.
 * @property {string} [rule]
 */

/**
 * What harm passes through: the bytes that are written, the edits that make them, the text that reaches a terminal, a browser or a
 * CI, and what is read from others: config, front matter, cache.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const safety = {
  'src/engine/write.ts': ['tests/write.test.ts'],
  'src/lint/fix.ts': ['tests/fix.test.ts', 'tests/articles.test.ts'],
  'src/engine/edits.ts': ['tests/lsp-pieces.test.ts'],
  'src/reporters/escape.ts': ['tests/reporters-injection.test.ts', 'tests/reporters.test.ts'],
  'src/reporters/xml.ts': ['tests/reporters-injection.test.ts', 'tests/reporters-ci.test.ts'],
  'src/reporters/uri.ts': ['tests/reporters-injection.test.ts', 'tests/reporters-sarif.test.ts'],
  'src/config/yaml.ts': ['tests/config.test.ts', 'tests/config-article.test.ts'],
  'src/config/read.ts': ['tests/config.test.ts'],
  'src/document/plain-yaml.ts': ['tests/frontmatter.test.ts'],
  'src/engine/cache-file.ts': ['tests/cache.test.ts', 'tests/cache-faults.test.ts'],
  'src/engine/cache-value.ts': ['tests/cache.test.ts', 'tests/cache-faults.test.ts'],
  'src/engine/cache-entry.ts': ['tests/cache.test.ts', 'tests/cache-faults.test.ts']
}

const root = new URL('../../', import.meta.url)

/** @type {readonly Target[]} */
export const targets = [
  ...Object.entries(safety).map(([file, tests]) => ({
    name: file,
    group: /** @type {const} */ ('safety'),
    files: [file],
    tests,
    fresh: [file.startsWith('src/document/') ? file : file.replace(/[^/]+$/, '')]
  })),
  ...ruleIds().map((id) => ({
    name: id,
    group: /** @type {const} */ ('rules'),
    files: readdirSync(new URL(`rules/${id}/`, root))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `rules/${id}/${name}`),
    tests: ['tests/rules.test.ts', `tests/rules/${id}.test.ts`].filter((file) =>
      existsSync(new URL(file, root))
    ),
    fresh: [`rules/${id}/`],
    rule: id
  }))
]
