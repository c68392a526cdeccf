import {
  type DirectiveComment,
  type DirectiveContext,
  defineDirectiveRule,
  isDisabling,
  listRules,
  removeComment,
  removeName
} from '../../src/rule/index.ts'

export default defineDirectiveRule({
  id: 'unused-directive',
  summary: 'Flag a comment that silences nothing.',
  category: 'directive',
  recommended: false,
  anyLanguage: true,
  options: {},
  messages: {
    unused: ({rules}: {rules: readonly string[]}) => ({
      reason: `Unexpected directive for ${listRules(rules)}, which found nothing to silence`,
      note: 'Left here, it would silence a later finding that nobody has looked at'
    }),
    off: ({rules}: {rules: readonly string[]}) => ({
      reason: `Unexpected directive for ${listRules(rules)}, which ${rules.length > 1 ? 'are' : 'is'} off for this article`,
      note: 'Left here, it would silence findings that nobody has looked at once the rule is on'
    }),
    lasting: ({rules}: {rules: readonly string[]}) => ({
      reason: `Unexpected directive for ${listRules(rules)}, which no comment silences`,
      note: 'What rules say of comments is silenced in the config, or held back by the suppressions file'
    })
  },
  checkDirectives(directives, _options, report, context) {
    for (const directive of directives) {
      // What is wrong with a comment as a whole has rules of its own.
      if (!isDisabling(directive) || directive.isExpired) continue
      const {range, rules, used} = directive
      const unused = rules.filter(({id}) => isUnused(id, used, context))
      const isBareUnused = rules.length === 0 && used.length === 0 && context.siteRules.size === 0
      if (isBareUnused || (rules.length > 0 && unused.length === rules.length)) {
        const suggest = [{title: 'Remove the comment', edits: [removeComment(context.text, directive)]}]
        report(kindOf(unused, context), {range, data: {rules: unused.map(({id}) => id)}, suggest})
        continue
      }
      for (const rule of unused) {
        const edits = [removeName(directive, rules.indexOf(rule))]
        const suggest = [{title: `Remove \`${rule.id}\` from the comment`, edits}]
        report(kindOf([rule], context), {range: rule.range, data: {rules: [rule.id]}, suggest})
      }
    }
  }
})

/** What a rule about several articles says depends on the others, or on other sites: its silence proves nothing. */
function isUnused(id: string, used: readonly string[], context: DirectiveContext): boolean {
  const {ruleIds, siteRules, online} = context
  return !used.includes(id) && !siteRules.has(id) && !online.has(id) && (!ruleIds || ruleIds.has(id))
}

function kindOf(
  rules: DirectiveComment['rules'],
  {active, directiveRules}: DirectiveContext
): 'unused' | 'off' | 'lasting' {
  if (rules.length === 0 || rules.some(({id}) => active.has(id) && !directiveRules.has(id))) return 'unused'
  return rules.every(({id}) => directiveRules.has(id)) ? 'lasting' : 'off'
}
