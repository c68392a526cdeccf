import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync} from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
// In the project, so that packages resolve; ignored by git as `dist-*/`.
const builds = path.join(root, 'dist-test')
const oneHour = 60 * 60 * 1000
// `npm run coverage` has to know which source a child process ran.
const withMaps = process.env.ARTICLELINT_COVERAGE !== undefined

/**
 * Builds the CLI as it is published and gives the path of its `cli.js`. Sources that were built before are not built
 * again; test files that ask at the same time get the same build. Types are checked elsewhere.
 */
export function buildCli(): string {
  const build = path.join(builds, `${hashSources()}${withMaps ? '-maps' : ''}`)
  const cli = path.join(build, 'src/cli.js')
  if (existsSync(cli)) return cli
  mkdirSync(builds, {recursive: true})
  for (const old of readdirSync(builds)) {
    const folder = path.join(builds, old)
    if (Date.now() - statSync(folder).mtimeMs > oneHour) rmSync(folder, {recursive: true, force: true})
  }
  const fresh = `${build}-${process.pid}`
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh, '--declaration', 'false']
  if (withMaps) args.push('--sourceMap')
  const {stdout} = spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8'})
  if (!existsSync(path.join(fresh, 'src/cli.js'))) throw new Error(`The build gave no CLI:\n${stdout}`)
  try {
    renameSync(fresh, build)
  } catch {
    // Another test file was faster.
    rmSync(fresh, {recursive: true, force: true})
  }
  return cli
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const folder of ['src', 'rules']) {
    const names = readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
    for (const name of names.filter((name) => name.endsWith('.ts')).sort()) {
      hash.update(name).update(readFileSync(path.join(root, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
