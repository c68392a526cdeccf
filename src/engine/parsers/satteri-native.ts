import {existsSync, readFileSync, realpathSync} from 'node:fs'
import {createRequire} from 'node:module'
import {arch, platform} from 'node:os'
import path from 'node:path'
import type {NativeSatteri} from '../../document/parse/satteri.ts'
import {wireVersion} from '../../document/parse/satteri-tree.ts'

/**
 * The native part of satteri, where it is installed in the version whose trees we read: it takes 2 ms of CPU to load, and
 * the JavaScript of the package 28 (Node 20).
 */
export function loadNativeSatteri(): NativeSatteri | undefined {
  const folder = findPackage(import.meta.dirname)
  if (folder === undefined) return undefined
  const manifest = path.join(folder, 'package.json')
  if (JSON.parse(readFileSync(manifest, 'utf8')).version !== wireVersion) return undefined
  // Where packages are linked, its own stand beside what the link leads to.
  const load = createRequire(realpathSync(manifest))
  const system = platform()
  const kinds = system === 'linux' ? ['-gnu', '-musl'] : system === 'win32' ? ['-msvc'] : ['']
  for (const kind of kinds) {
    try {
      return load(`@bruits/satteri-${system}-${arch()}${kind}`)
    } catch {}
  }
  return undefined
}

/** Where `satteri` is installed, from a folder on; asking Node's loader takes several ms. */
function findPackage(from: string): string | undefined {
  const folder = path.join(from, 'node_modules', 'satteri')
  if (existsSync(path.join(folder, 'package.json'))) return folder
  const parent = path.dirname(from)
  return parent === from ? undefined : findPackage(parent)
}
