/** The other tools: which version, with which rules, and how they are called on a folder of articles. */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} Peer
 * @property {string} name as the tables call it, without the version
 * @property {string} rules what it looks for, in a few words
 * @property {Record<string, string>} packages of npm with their exact versions, the tool's own first; none when it has to be there
 * @property {Record<string, unknown>} [configs] JSON files beside the packages
 * @property {(at: string, folders: readonly string[], cwd: string) => readonly [string, ...string[]]} argv
 *   `at` is the folder of its packages, `folders` of articles stand in `cwd`
 * @property {Record<string, string>} [env]
 * @property {(status: number) => boolean} [accepts]
 * @property {RegExp} [prints] as it does its work; names of articles when not given
 *
 * @typedef {object} Found
 * @property {Peer} peer
 * @property {string} title its name and version
 * @property {string} at
 * @property {string | undefined} missing why it can't be run
 */

/** @param {string} at @param {string} file */
const node = (at, file) => /** @type {const} */ ([process.execPath, path.join(at, 'node_modules', file)])
const globs = (/** @type {readonly string[]} */ folders) => folders.map((folder) => `${folder}/**/*.md`)
const filesOf = (/** @type {readonly string[]} */ folders, /** @type {string} */ cwd) =>
  folders.flatMap((folder) => readdirSync(path.join(cwd, folder)).map((file) => path.join(folder, file)))

/** @type {readonly Peer[]} */
export const peers = [
  {
    name: 'rumdl',
    rules: 'Markdown, its default rules, one thread',
    packages: {rumdl: '0.2.75'},
    argv: (at, folders) => [nativeRumdl(at), 'check', '--no-config', '--no-cache', ...folders],
    env: {RAYON_NUM_THREADS: '1'}
  },
  {
    name: 'markdownlint-cli2',
    rules: 'Markdown, its default rules',
    packages: {'markdownlint-cli2': '0.22.1'},
    configs: {'.markdownlint-cli2.jsonc': {config: {default: true}}},
    argv: (at, folders) => [
      ...node(at, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'),
      '--config',
      path.join(at, '.markdownlint-cli2.jsonc'),
      ...globs(folders)
    ]
  },
  {
    name: 'remark-cli',
    rules: 'Markdown, remark-preset-lint-recommended and -consistent',
    packages: {
      'remark-cli': '12.0.1',
      'remark-preset-lint-recommended': '7.0.1',
      'remark-preset-lint-consistent': '6.0.1',
      'remark-gfm': '4.0.1',
      'remark-frontmatter': '5.0.0'
    },
    configs: {
      'remarkrc.json': {
        plugins: [
          'remark-gfm',
          'remark-frontmatter',
          'remark-preset-lint-recommended',
          'remark-preset-lint-consistent'
        ]
      }
    },
    argv: (at, folders) => [
      ...node(at, 'remark-cli/cli.js'),
      '--no-stdout',
      '--no-config',
      '--no-ignore',
      '--rc-path',
      path.join(at, 'remarkrc.json'),
      ...folders
    ]
  },
  {
    name: 'textlint',
    rules: 'prose: misspellings, terminology, write-good, to-dos',
    packages: {
      textlint: '15.8.0',
      'textlint-rule-common-misspellings': '1.0.1',
      'textlint-rule-terminology': '5.2.16',
      'textlint-rule-write-good': '2.0.0',
      'textlint-rule-no-todo': '2.0.1'
    },
    configs: {
      '.textlintrc.json': {
        rules: {'common-misspellings': true, terminology: true, 'write-good': true, 'no-todo': true}
      }
    },
    argv: (at, folders) => [
      ...node(at, 'textlint/bin/textlint.js'),
      '--config',
      path.join(at, '.textlintrc.json'),
      ...globs(folders)
    ]
  },
  {
    name: 'alex',
    rules: 'prose: insensitive wording',
    packages: {alex: '11.0.1'},
    argv: (at, folders) => [...node(at, 'alex/cli.js'), ...folders]
  },
  {
    name: 'write-good',
    rules: 'prose: regular expressions, no Markdown',
    packages: {'write-good': '1.0.8'},
    argv: (at, folders, cwd) => [...node(at, 'write-good/bin/write-good.js'), ...filesOf(folders, cwd)],
    // The number of its suggestions, of which one byte is left.
    accepts: () => true
  },
  {
    name: 'cspell',
    rules: 'spelling, English',
    packages: {cspell: '9.8.0'},
    configs: {'cspell.json': {language: 'en'}},
    argv: (at, folders) => [
      ...node(at, 'cspell/bin.mjs'),
      'lint',
      '--no-progress',
      '--no-summary',
      '--no-cache',
      '--config',
      path.join(at, 'cspell.json'),
      ...globs(folders)
    ]
  },
  {
    name: 'cmark-gfm',
    rules: 'none: C, parses and prints XML',
    prints: /<document/,
    packages: {},
    argv: (_, folders, cwd) => [
      'cmark-gfm',
      ...['-t', 'xml', '-e', 'table', '-e', 'strikethrough', '-e', 'autolink', '-e', 'tasklist'],
      ...filesOf(folders, cwd)
    ]
  }
]

/**
 * Finds a peer in the cache folder, and installs it when it is not there. What can't be installed is said, not thrown.
 *
 * @param {Peer} peer
 * @param {string} cache
 * @returns {Found}
 */
export function findPeer(peer, cache) {
  const [main] = Object.entries(peer.packages)
  if (main === undefined) {
    const {error, stdout} = spawnSync(peer.name, ['--version'], {encoding: 'utf8'})
    const version = /\d+(?:\.\d+)+\S*/.exec(stdout ?? '')?.[0] ?? ''
    return {
      peer,
      title: `${peer.name} ${version}`.trim(),
      at: '',
      missing: error && 'not installed: not on the PATH'
    }
  }
  const [name, version] = main
  const at = path.join(cache, `${name}-${version}`)
  const title = `${peer.name} ${version}`
  if (!isInstalled(peer, at)) {
    rmSync(at, {recursive: true, force: true})
    mkdirSync(at, {recursive: true})
    writeFileSync(path.join(at, 'package.json'), '{"private": true}\n')
    const wanted = Object.entries(peer.packages).map(([one, itsVersion]) => `${one}@${itsVersion}`)
    const args = ['install', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted]
    const {status, error, stderr} = spawnSync('npm', args, {
      cwd: at,
      encoding: 'utf8',
      timeout: 180_000,
      shell: process.platform === 'win32'
    })
    if (status !== 0 || !isInstalled(peer, at)) {
      const reason =
        error?.message ??
        /npm error (?!code|errno|syscall)(.+)/.exec(stderr)?.[1] ??
        `npm ended with ${status}`
      rmSync(at, {recursive: true, force: true})
      return {peer, title, at, missing: `not installed: ${reason}`}
    }
  }
  for (const [file, config] of Object.entries(peer.configs ?? {})) {
    writeFileSync(path.join(at, file), JSON.stringify(config))
  }
  return {peer, title, at, missing: undefined}
}

/** @param {Peer} peer @param {string} at */
function isInstalled(peer, at) {
  return Object.entries(peer.packages).every(([name, version]) => {
    const file = path.join(at, 'node_modules', name, 'package.json')
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version
  })
}

/**
 * Its program itself: the one that npm puts before it starts Node first, which would be unfair.
 *
 * @param {string} at
 */
function nativeRumdl(at) {
  const scope = path.join(at, 'node_modules/@rumdl')
  const programs = existsSync(scope)
    ? readdirSync(scope).flatMap((name) => ['rumdl', 'bin/rumdl'].map((file) => path.join(scope, name, file)))
    : []
  return programs.find((file) => existsSync(file)) ?? path.join(at, 'node_modules/.bin/rumdl')
}
