import {configDefaults, defineConfig, type ViteUserConfigExport} from 'vitest/config'

// Packages as users load them: the copies of unified's for developers hold assertions that throw.
process.env.NODE_ENV = 'production'

const config: ViteUserConfigExport = defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/browser/**'],
    // What takes 16 s on two quiet cores takes longer on one busy one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: process.env.ARTICLELINT_COVERAGE === undefined ? [] : ['tests/setup/coverage.ts']
  }
})

export default config
