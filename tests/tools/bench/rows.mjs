/** What is measured: articlelint in its forms, as far as this build has them, the yardstick and the peers. */
import {spawnSync} from 'node:child_process'
import {appendFileSync, copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

/**
 * @typedef {import('./run.mjs').Command} Command
 * @typedef {import('./peers.mjs').Found} Found
 *
 * @typedef {object} Row
 * @property {string} title
 * @property {string} rules
 * @property {(cwd: string, folders: readonly string[]) => Command} command
 * @property {(cwd: string, folders: readonly string[]) => (() => void) | undefined} [prepare] before each run, not measured;
 *   gives what undoes it
 * @property {string} [missing] why it can't be run
 */

/** @type {Row} */
export const yardstick = {
  title: 'remark-parse alone',
  rules: 'none: unified, remark-parse, GFM, front matter',
  command: (cwd, folders) => ({
    argv: [process.execPath, fileURLToPath(new URL('parse.mjs', import.meta.url)), ...folders],
    cwd,
    accepts: (status) => status === 0
  })
}

/**
 * The forms of articlelint: those whose flags its `--help` names.
 *
 * @param {string} cli
 * @param {string} scratch a folder for configs and caches
 * @returns {{recommended: Row, strict: Row, all: Row[]}}
 */
export function articlelintRows(cli, scratch) {
  const help = spawnSync(process.execPath, [cli, '--help'], {encoding: 'utf8'}).stdout ?? ''
  const has = (/** @type {string} */ flag) => new RegExp(`^ +(?:-\\w, )?${flag}\\b`, 'm').test(help)
  const parsers = /^ +--parser\b[\s\S]*?(?=^ +-|^$)/m.exec(help)?.[0] ?? ''
  mkdirSync(scratch, {recursive: true})
  const strictConfig = path.join(scratch, 'strict.json')
  writeFileSync(strictConfig, JSON.stringify({extends: 'articlelint:strict'}))
  const basic = ['--no-config']
  const site = ['--config', strictConfig]

  const row = (/** @type {string} */ title, /** @type {string} */ rules, /** @type {string[]} */ flags) => ({
    title: `articlelint${title}`,
    rules,
    /** @type {Row['command']} */
    command: (cwd, folders) => ({argv: [process.execPath, cli, ...flags, ...folders], cwd})
  })
  const recommended = row('', 'all recommended', basic)
  const strict = row(', strict', 'all of `articlelint:strict`, also between articles', site)
  /** @type {Row[]} */
  const all = [recommended, strict]
  for (const parser of ['remark', 'satteri']) {
    if (new RegExp(`\\b${parser}\\b`).test(parsers)) {
      all.push(row(` --parser ${parser}`, 'all recommended', [...basic, '--parser', parser]))
    }
  }
  if (has('--concurrency')) {
    for (const count of ['off', '2']) {
      all.push(row(` --concurrency ${count}`, 'all recommended', [...basic, '--concurrency', count]))
    }
  }
  if (has('--cache') && has('--cache-location'))
    all.push(...cacheRows(row, site, path.join(scratch, 'cache')))
  return {recommended, strict, all}
}

/**
 * @param {(title: string, rules: string, flags: string[]) => Row} row
 * @param {string[]} flags
 * @param {string} cache
 * @returns {Row[]}
 */
function cacheRows(row, flags, cache) {
  const all = [...flags, '--cache', '--cache-location', `${cache}${path.sep}`]
  const rules = 'all of `articlelint:strict`, also between articles'
  const clear = () => rmSync(cache, {recursive: true, force: true})
  const first = row(' --cache, strict, first run', rules, all)
  const second = row(' --cache, strict, one article changed', rules, all)
  return [
    {
      ...first,
      prepare: () => {
        clear()
        return undefined
      }
    },
    {
      ...second,
      // The first run has filled the cache; a copy of the article brings it back as it was.
      prepare: (cwd, folders) => {
        const folder = path.join(cwd, folders[0] ?? '')
        const file = path.join(folder, readdirSync(folder).sort()[0] ?? '')
        const kept = `${cache}.kept`
        copyFileSync(file, kept)
        appendFileSync(file, '\nThe ferry leaves at nine and comes back when the last crate is on board.\n')
        return () => copyFileSync(kept, file)
      }
    }
  ]
}

/**
 * @param {Found} found
 * @returns {Row}
 */
export function peerRow({peer, title, at, missing}) {
  return {
    title,
    rules: peer.rules,
    command: (cwd, folders) => ({
      argv: peer.argv(at, folders, cwd),
      cwd,
      // All name the articles they speak of.
      prints: peer.prints ?? /\d\.md\b/,
      ...(peer.env ? {env: peer.env} : {}),
      ...(peer.accepts ? {accepts: peer.accepts} : {})
    }),
    ...(missing === undefined ? {} : {missing})
  }
}
