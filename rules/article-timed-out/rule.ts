import {defineLimitRule} from '../../src/rule/index.ts'

export default defineLimitRule({
  id: 'article-timed-out',
  summary: 'Flag an article that takes longer to lint than a run can wait.',
  category: 'limits',
  recommended: 'error',
  isOfArticle: true,
  anyLanguage: true,
  options: {},
  messages: {
    slow: ({seconds, running}: {seconds: number; running?: string}) => ({
      reason: `Unexpected article that takes more than ${seconds} s to lint${running === undefined ? '' : `, in rule \`${running}\``}, expected less`,
      note: `Nothing else is said of it: ${
        running === undefined
          ? 'look for thousands of brackets, marks or empty lines that no article needs'
          : 'turn that rule off if it is of a plugin'
      }, give it more time with --timeout, or leave the file out by a line in .articlelintignore`
    })
  }
})
