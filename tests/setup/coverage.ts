/**
 * For `npm run coverage`: processes that tests start say what they ran. Set here, as Node reads it when it starts: the
 * workers of Vitest, which are measured by Vitest, must not.
 */
const folder = process.env.ARTICLELINT_COVERAGE
if (folder !== undefined) process.env.NODE_V8_COVERAGE = folder
