import {configDefaults, defineConfig, type ViteUserConfigExport} from 'vitest/config'

const config: ViteUserConfigExport = defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/browser/**'],
    testTimeout: 30_000
  }
})

export default config
