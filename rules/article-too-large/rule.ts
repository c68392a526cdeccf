import {defineLimitRule} from '../../src/rule/index.ts'

export default defineLimitRule({
  id: 'article-too-large',
  summary: 'Flag a file that is too large to be an article.',
  category: 'limits',
  recommended: 'error',
  isOfArticle: true,
  anyLanguage: true,
  options: {},
  messages: {
    large: ({bytes, most}: {bytes: number; most: number}) => ({
      reason: `Unexpected article of ${megabytes(bytes)} MB, expected at most ${megabytes(most)} MB`,
      note: 'It was not linted: split it, or leave the file out by a line in .articlelintignore'
    })
  }
})

/** Rounded up: what is just above a limit is not written as the limit. */
function megabytes(bytes: number): string {
  return String(Math.ceil((bytes / 1024 / 1024) * 10) / 10)
}
