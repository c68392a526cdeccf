/** What a worker runs; the bundle of the command line has one of its own (`tests/tools/bundle.mjs`). */
export const workerFile: URL = new URL('./worker.js', import.meta.url)
