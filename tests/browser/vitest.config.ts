import {defineConfig, type ViteUserConfigExport} from 'vitest/config'

/** Tests that drive Chromium; users who have none run the others. */
const config: ViteUserConfigExport = defineConfig({
  test: {include: ['tests/browser/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000}
})

export default config
