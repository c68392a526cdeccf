import type {Range} from '../document/model.ts'
import type {DirectiveComment, DirectiveContext} from '../rule/directives.ts'
import {type Crash, toCrash} from './crash.ts'
import type {Directive} from './directives.ts'
import type {Ruleset} from './index.ts'
import {createLocator, type Message, toMessage} from './message.ts'

/**
 * Runs the rules about comments over the directives of one article. They have to be last: what a directive silenced is
 * known when all other rules have spoken, those about several articles too. No directive silences their messages.
 *
 * @param article `text`: that of the file, with its byte order mark if it has one; `directives` as they came out of
 * linting it; `today`: `YYYY-MM-DD`
 */
export function judgeDirectives(article: {
  readonly path?: string | undefined
  readonly text: string
  readonly ruleset: Ruleset
  readonly directives: readonly Directive[]
  readonly today?: string | undefined
}): {readonly messages: readonly Message[]; readonly crashes: readonly Crash[]} {
  const {path, ruleset, directives, today} = article
  const messages: Message[] = []
  const crashes: Crash[] = []
  if (directives.length === 0) return {messages, crashes}
  const shift = article.text.startsWith('\uFEFF') ? 1 : 0
  const text = article.text.slice(shift)
  const locator = createLocator(text, shift)
  const comments = directives.map((directive) => toComment(directive, shift))
  const idsWith = (part: 'checkSite' | 'checkDirectives' | 'id'): ReadonlySet<string> =>
    new Set(ruleset.rules.filter(({rule}) => rule[part]).map(({rule}) => rule.id))
  const context: DirectiveContext = {
    text,
    today,
    ruleIds: ruleset.known && new Set(ruleset.known),
    active: idsWith('id'),
    online: new Set(ruleset.online),
    siteRules: idsWith('checkSite'),
    directiveRules: idsWith('checkDirectives')
  }
  for (const {rule, severity, options} of ruleset.rules) {
    try {
      rule.checkDirectives?.(
        comments,
        options,
        (messageId, finding) => {
          messages.push(toMessage({path, text}, locator, rule, severity, messageId, finding))
        },
        context
      )
    } catch (error) {
      crashes.push(toCrash(rule.id, error))
    }
  }
  return {messages, crashes}
}

function toComment(directive: Directive, shift: number): DirectiveComment {
  const {kind, name, rules, reason, until, ranges, isExpired = false, used, start, end} = directive
  const unshifted = (range: Range): Range => [range[0] - shift, range[1] - shift]
  return {
    kind,
    name,
    range: unshifted([start, end]),
    nameRange: unshifted(ranges.name),
    rules: rules.map((id, index) => ({id, range: unshifted(ranges.rules[index] as Range)})),
    ...(reason === undefined ? {} : {reason}),
    ...(until === undefined ? {} : {until: {text: until, range: unshifted(ranges.until as Range)}}),
    isExpired,
    used
  }
}
