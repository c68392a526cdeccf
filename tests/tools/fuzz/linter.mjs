import path from 'node:path'
import {pathToFileURL} from 'node:url'

/**
 * What is tried, of a build.
 *
 * @param {string} dist
 * @returns {Promise<import('./properties.mjs').Linter>}
 */
export async function loadLinter(dist) {
  /** @param {string} name */
  const load = (name) => import(pathToFileURL(path.join(dist, 'src', name)).href)
  const [{loadParser}, {lintText}, {fixText, applyEdits}, {presets}, {createDocument}] = await Promise.all(
    [
      'engine/parsers/parsers.js',
      'lint/index.js',
      'lint/fix.js',
      'config/builtin.js',
      'document/create.js'
    ].map(load)
  )
  return {lintText, fixText, applyEdits, presets, createDocument, ...(await loadParsers(loadParser))}
}

/** @param {typeof import('../../../src/engine/parsers/parsers.ts').loadParser} loadParser */
export async function loadParsers(loadParser) {
  const [markdown, mdx, html, text, satteri] = await Promise.all([
    loadParser('remark'),
    loadParser('mdx'),
    loadParser('html'),
    loadParser('remark', 'a.txt'),
    loadParser('satteri').catch(() => undefined)
  ])
  return {parsers: {markdown, mdx, html, text}, satteri}
}
