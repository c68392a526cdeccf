import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, renameSync, rmSync} from 'node:fs'
import path from 'node:path'
import {buildCli} from './build.ts'

const bundler = path.resolve(import.meta.dirname, '../tools/bundle.mjs')

/** Bundles the CLI as it is published, and gives the path of its `articlelint.cjs`; once for sources that did not change. */
export function bundleCli(): string {
  const build = path.dirname(path.dirname(buildCli()))
  const bundle = path.join(path.dirname(build), `bundle-${path.basename(build)}`)
  const cli = path.join(bundle, 'cli/articlelint.cjs')
  if (existsSync(cli)) return cli
  const fresh = `${bundle}-${process.pid}`
  cpSync(build, fresh, {recursive: true})
  const {stderr, status} = spawnSync(process.execPath, [bundler, fresh], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`The command line could not be bundled:\n${stderr}`)
  try {
    renameSync(fresh, bundle)
  } catch {
    // Another test file was faster.
    rmSync(fresh, {recursive: true, force: true})
  }
  return cli
}
