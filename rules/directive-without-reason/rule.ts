import {defineDirectiveRule, isDisabling} from '../../src/rule/index.ts'

export default defineDirectiveRule({
  id: 'directive-without-reason',
  summary: 'Flag a comment that silences without saying why.',
  category: 'directive',
  recommended: false,
  anyLanguage: true,
  options: {},
  messages: {
    reasonless: ({name}: {name: string}) => ({
      reason: `Unexpected \`articlelint-${name}\` without a reason, expected \`-- why\` after the rules`,
      note: 'A finding that nobody explained can’t be told from one that nobody looked at'
    })
  },
  checkDirectives(directives, _options, report) {
    for (const directive of directives) {
      const {name, range, reason} = directive
      if (isDisabling(directive) && reason === undefined) report('reasonless', {range, data: {name}})
    }
  }
})
