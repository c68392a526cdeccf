/**
 * Compiles the mutated copy of the project in place, `src/x.ts` to `src/x.js`: each mutant starts with fresh modules, and
 * Node loads these three times faster than Vite gives it the sources.
 */
import {readdirSync} from 'node:fs'
import path from 'node:path'
import {rolldown} from 'rolldown'

const input = Object.fromEntries(
  ['src', 'rules'].flatMap((folder) =>
    readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .map((file) => [file.slice(0, -3), file])
  )
)
const bundle = await rolldown({
  input,
  external: /^[^./]/,
  platform: 'node',
  logLevel: 'silent',
  treeshake: false
})
await bundle.write({
  dir: '.',
  entryFileNames: '[name].js',
  preserveModules: true,
  preserveModulesRoot: '.',
  cleanDir: false
})
await bundle.close()
