import {existsSync} from 'node:fs'
import path from 'node:path'
import {defineConfig, type ViteUserConfigExport} from 'vitest/config'
import {keptThread} from './thread.ts'

const root = path.resolve(import.meta.dirname, '../..')
const fresh = (process.env.ARTICLELINT_FRESH ?? '').split(',')

/** The tests that `npm run mutate` runs against the mutants of some targets; the environment names both. */
const config: ViteUserConfigExport = defineConfig({
  plugins: [
    {
      name: 'compiled',
      enforce: 'pre',
      resolveId(source, importer) {
        if (!importer || !/^\.{1,2}\/.*\.ts$/.test(source)) return
        const file = path.resolve(path.dirname(importer), source)
        if (fresh.some((one) => path.relative(root, file).startsWith(one))) return
        const compiled = file.replace(/\.ts$/, '.js')
        return existsSync(compiled) ? compiled : undefined
      },
      configureVitest({project}) {
        project.config.pool = 'kept'
        project.config.poolRunner = keptThread
      }
    }
  ],
  test: {
    include: (process.env.ARTICLELINT_MUTATION_TESTS ?? '').split(','),
    setupFiles: ['tests/mutation/setup.ts'],
    server: {deps: {external: [/\/(?:src|rules)\/.*\.js$/]}},
    testTimeout: 30_000
  }
})

export default config
