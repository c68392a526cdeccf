import {defineConfig, type ViteUserConfigExport} from 'vitest/config'

const config: ViteUserConfigExport = defineConfig({
  test: {include: ['tests/**/*.test.ts'], testTimeout: 30_000}
})

export default config
