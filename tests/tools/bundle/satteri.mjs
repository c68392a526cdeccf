/**
 * What the bundle holds in place of `src/engine/satteri.ts`: of the package's JavaScript only what reads a tree, as
 * loading all of it takes 28 ms of CPU, and its native module 2 (Node 20). That module is the installed one. Where it is
 * missing, or of another version than this JavaScript, the whole package is loaded: it has a fallback in WebAssembly.
 */

import {createSatteri} from 'articlelint:document/satteri'
import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {
  ENABLE_FOOTNOTES,
  ENABLE_GFM,
  ENABLE_STRIKETHROUGH,
  ENABLE_TABLES,
  ENABLE_TASKLISTS
} from 'satteri:generated/parse-options'
import {materializeMdastTree} from 'satteri:mdast/mdast-materializer'
import {MdastReader} from 'satteri:mdast/mdast-reader'
import {version} from 'satteri:version'

const gfm = ENABLE_TABLES | ENABLE_STRIKETHROUGH | ENABLE_TASKLISTS | ENABLE_GFM | ENABLE_FOOTNOTES

/**
 * @typedef {object} Native
 * @property {(text: string, options: number) => object} createMdastHandle
 * @property {(handle: object) => Uint8Array} serializeHandle
 * @property {(handle: object) => void} dropHandle
 */

/** @returns {Promise<import('../../../src/document/model.ts').Parser>} */
export async function loadSatteri() {
  const native = loadNative()
  // A file of its own: code from a cache can't import packages.
  if (!native) return (await import('./whole-satteri.mjs')).loadSatteri()
  return createSatteri((text) => {
    const handle = native.createMdastHandle(text, gfm)
    try {
      return materializeMdastTree(new MdastReader(native.serializeHandle(handle)))
    } finally {
      native.dropHandle(handle)
    }
  })
}

/** @returns {Native | undefined} */
function loadNative() {
  const folder = findPackage(import.meta.dirname)
  if (folder === undefined) return undefined
  const manifest = path.join(folder, 'package.json')
  if (JSON.parse(readFileSync(manifest, 'utf8')).version !== version) return undefined
  const load = createRequire(manifest)
  const {platform, arch} = process
  const kinds = platform === 'linux' ? ['-gnu', '-musl'] : platform === 'win32' ? ['-msvc'] : ['']
  for (const kind of kinds) {
    try {
      return load(`@bruits/satteri-${platform}-${arch}${kind}`)
    } catch {}
  }
  return undefined
}

/**
 * Where `satteri` is installed, from a folder on; asking Node's loader takes several ms.
 *
 * @param {string} from
 * @returns {string | undefined}
 */
function findPackage(from) {
  const folder = path.join(from, 'node_modules', 'satteri')
  if (existsSync(path.join(folder, 'package.json'))) return folder
  const parent = path.dirname(from)
  return parent === from ? undefined : findPackage(parent)
}
