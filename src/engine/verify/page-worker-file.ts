/** What a page reader runs; the bundle of the command line has one of its own (`tests/tools/bundle.mjs`). */
export const pageWorkerFile: URL = new URL('./page-worker.js', import.meta.url)
