import {readdirSync} from 'node:fs'
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
 * CI, what is read from others: config, front matter, cache, lock file; and which hosts are asked, and how much they may answer.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const safety = {
  'src/engine/write.ts': ['tests/write.test.ts', 'tests/write-owner.test.ts'],
  'src/engine/temporary.ts': ['tests/temporary.test.ts'],
  'src/engine/edits.ts': ['tests/edits.test.ts'],
  'src/lint/fix.ts': ['tests/fix.test.ts'],
  'src/reporters/escape.ts': ['tests/escape.test.ts', 'tests/reporters.test.ts'],
  'src/reporters/xml.ts': ['tests/xml.test.ts'],
  'src/reporters/uri.ts': ['tests/uri.test.ts'],
  'src/config/yaml.ts': ['tests/config-yaml.test.ts'],
  'src/config/read.ts': ['tests/config-read.test.ts'],
  'src/document/parse/plain-yaml.ts': ['tests/plain-yaml.test.ts', 'tests/frontmatter.test.ts'],
  'src/document/parse/yaml-depth.ts': ['tests/yaml-depth.test.ts'],
  'src/document/parse/limits.ts': ['tests/limits.test.ts'],
  'src/engine/time-limit.ts': ['tests/time-limit.test.ts'],
  'src/engine/cache/cache-file.ts': ['tests/cache-file.test.ts'],
  'src/engine/cache/cache-value.ts': ['tests/cache-value.test.ts'],
  'src/engine/cache/cache-entry.ts': ['tests/cache-entry.test.ts'],
  'src/engine/fetch/addresses.ts': ['tests/fetch/addresses.test.ts'],
  'src/engine/fetch/door.ts': ['tests/fetch/addresses.test.ts', 'tests/fetch/guards.test.ts'],
  'src/engine/fetch/connection.ts': [
    'tests/fetch/addresses.test.ts',
    'tests/fetch/guards.test.ts',
    'tests/fetch/proxy.test.ts',
    'tests/fetch/certificates.test.ts',
    'tests/fetch/connection.test.ts',
    'tests/fetch/pacing.test.ts'
  ],
  'src/engine/fetch/redirects.ts': ['tests/fetch/answers.test.ts', 'tests/fetch/guards.test.ts'],
  'src/engine/fetch/body.ts': [
    'tests/fetch/bodies.test.ts',
    'tests/fetch/robots.test.ts',
    'tests/fetch/pacing.test.ts'
  ],
  'src/engine/verify/lock-file.ts': ['tests/verify/lock-file.test.ts', 'tests/verify/lock-attacks.test.ts'],
  'src/engine/verify/lock-format.ts': ['tests/verify/lock-file.test.ts', 'tests/verify/lock-attacks.test.ts'],
  'src/engine/verify/lock-shape.ts': ['tests/verify/lock-file.test.ts', 'tests/verify/lock-attacks.test.ts']
}

const root = new URL('../../', import.meta.url)
const ownTests = readdirSync(new URL('tests/rules/', root))

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
    tests: [
      'tests/rules.test.ts',
      ...ownTests
        .filter((name) => name === `${id}.test.ts` || name.startsWith(`${id}-`))
        .map((name) => `tests/rules/${name}`)
    ],
    fresh: [`rules/${id}/`],
    rule: id
  }))
]
