import {defineDirectiveRule, isDay, isDisabling, listRules} from '../../src/rule/index.ts'

export default defineDirectiveRule({
  id: 'expired-directive',
  summary: 'Flag a comment that silenced up to a day that is past.',
  category: 'directive',
  recommended: 'warn',
  anyLanguage: true,
  options: {
    noticeDays: {
      type: 'number',
      default: 0,
      minimum: 0,
      maximum: 366,
      description: 'Days before the last one from which on the end is announced'
    }
  },
  messages: {
    expired: ({until, rules}: {until: string; rules: readonly string[]}) => ({
      reason: `Unexpected directive for ${listRules(rules)} that ended on ${until}`,
      note: 'It silences nothing any more: mend what it silenced and remove it, or give it another last day'
    }),
    expiring: ({until, rules, days}: {until: string; rules: readonly string[]; days: number}) => ({
      reason: `Unexpected directive for ${listRules(rules)} that ends ${whenOf(days)}, on ${until}`,
      note: 'The day after, what it silences is reported again: mend that, or give it another last day'
    })
  },
  checkDirectives(directives, {noticeDays}, report, {today}) {
    for (const directive of directives) {
      const {range, until, isExpired} = directive
      if (!until) continue
      const data = {until: until.text, rules: directive.rules.map(({id}) => id)}
      if (isExpired) report('expired', {range, data})
      else if (noticeDays > 0 && today !== undefined && isDisabling(directive) && isDay(until.text)) {
        const days = Math.round((Date.parse(until.text) - Date.parse(today)) / dayLength)
        if (days <= noticeDays) report('expiring', {range, data: {...data, days}})
      }
    }
  }
})

const dayLength = 24 * 60 * 60 * 1000

function whenOf(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}
