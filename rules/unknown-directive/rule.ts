import {
  closest,
  type DirectiveComment,
  defineDirectiveRule,
  directiveKinds,
  isDay,
  isDisabling,
  type Range,
  removeComment,
  removeName,
  type Suggestion
} from '../../src/rule/index.ts'
import {findLooseEnables} from './enables.ts'
import {nearDirective} from './kinds.ts'

export default defineDirectiveRule({
  id: 'unknown-directive',
  summary: 'Flag a comment to articlelint that does not do what it says.',
  category: 'directive',
  recommended: 'warn',
  anyLanguage: true,
  options: {},
  messages: {
    kind: ({written, near}: {written: string; near: string | undefined}) => ({
      reason: `Unexpected \`${written}\`, ${near ? `did you mean \`${near}\`?` : `expected one of ${kinds}`}`,
      note: 'A comment that is no directive silences nothing'
    }),
    rule: ({rule, near}: {rule: string; near: string | undefined}) => ({
      reason: `Unexpected rule \`${rule}\`, ${near ? `did you mean \`${near}\`?` : 'expected the id of a rule'}`,
      note: 'No rule has this id, so nothing is silenced by it; `articlelint rules` lists them all'
    }),
    words: ({words}: {words: string}) => ({
      reason: `Unexpected \`${words}\` among the rules, expected \`--\` before a reason`,
      note: 'What stands before `--` is read as ids of rules'
    }),
    date: ({until}: {until: string}) => ({
      reason: `Unexpected last day \`${until}\`, expected one such as \`2027-03-01\``,
      note: 'Without a day of the calendar the directive never ends'
    }),
    enable: ({rule}: {rule: string | undefined}) => ({
      reason: `Unexpected \`articlelint-enable\`${rule ? ` for \`${rule}\`` : ''}, expected an \`articlelint-disable\` before it`,
      note: 'It ends nothing; what `disable-file` and `disable-next-line` silence stays silent'
    })
  },
  checkDirectives(directives, _options, report, {text, ruleIds}) {
    const isKnown = (id: string): boolean => !ruleIds || ruleIds.has(id)
    const nearRule = createNear([...(ruleIds ?? [])])
    for (const directive of directives) {
      const {kind, name, nameRange, rules, until} = directive
      if (kind === 'unknown') {
        const near = nearDirective(name)
        // One for this line would have to stand on the line before.
        const isSure = near !== 'articlelint-disable-next-line' || /next/i.test(name)
        const suggest = near && isSure ? [replace(nameRange, near)] : []
        report('kind', {range: nameRange, data: {written: inOneLine(text, nameRange), near}, suggest})
        continue
      }
      const unknown = rules.filter(({id}) => !isKnown(id))
      const words = directive.reason === undefined ? findWords(text, rules, unknown, nearRule) : []
      if (words[0]) {
        const range: Range = [words[0].range[0], (words.at(-1) as Rules[number]).range[1]]
        report('words', {range, data: {words: inOneLine(text, range)}, suggest: [asReason(words[0])]})
      }
      // Ten are enough to say what is wrong with a comment of a thousand.
      for (const rule of unknown.slice(0, Math.min(10, unknown.length - words.length))) {
        const near = nearRule(rule.id)
        const suggest = [near ? replace(rule.range, near) : removal(text, directive, rules.indexOf(rule))]
        report('rule', {range: rule.range, data: {rule: rule.id, near}, suggest})
      }
      if (until && isDisabling(directive) && !isDay(until.text)) {
        const day = completeDay(until.text)
        const suggest = day ? [replace(until.range, day)] : []
        report('date', {range: until.range, data: {until: until.text}, suggest})
      }
    }
    for (const {directive, index} of findLooseEnables(directives, isKnown)) {
      const rule = index === undefined ? undefined : directive.rules[index]
      const range = rule?.range ?? directive.range
      report('enable', {range, data: {rule: rule?.id}, suggest: [removal(text, directive, index)]})
    }
  }
})

const kinds = directiveKinds.map((kind) => `\`articlelint-${kind}\``).join(', ')

type Rules = DirectiveComment['rules']

/** A reason whose `--` was forgotten: words behind the names, none of them an id. */
function findWords(
  text: string,
  rules: Rules,
  unknown: Rules,
  near: (id: string) => string | undefined
): Rules {
  const first = unknown.slice(0, 10).find(({id}) => near(id) === undefined)
  if (!first || (first.id.includes('-') && first.id !== '-')) return []
  const words = rules.slice(rules.indexOf(first))
  const isList = text.slice(first.range[1], words[1]?.range[0]).includes(',')
  return words.length > 1 && !isList && words.length === unknown.length - unknown.indexOf(first) ? words : []
}

function asReason({id, range}: Rules[number]): Suggestion {
  const isDash = id === '-'
  const edit = {range: isDash ? range : ([range[0], range[0]] as const), text: isDash ? '--' : '-- '}
  return {title: 'Make it the reason', edits: [edit]}
}

function replace(range: Range, text: string): Suggestion {
  return {title: `Write \`${text}\``, edits: [{range, text}]}
}

/** Without its only name a directive would be one for all rules: then the comment goes. */
function removal(text: string, directive: DirectiveComment, index: number | undefined): Suggestion {
  if (index === undefined || directive.rules.length < 2)
    return {title: 'Remove the comment', edits: [removeComment(text, directive)]}
  const {id} = directive.rules[index] as Rules[number]
  return {title: `Remove \`${id}\` from the comment`, edits: [removeName(directive, index)]}
}

/** `closest`, once for each word. */
function createNear(candidates: readonly string[]): (word: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (word) => {
    if (!known.has(word)) known.set(word, closest(word, candidates))
    return known.get(word)
  }
}

/** `2027-3-1` and `2027/03/01` as a date has to be written. */
function completeDay(text: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  const complete = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(complete) ? complete : undefined
}

/** What is written, short enough for a message. */
function inOneLine(text: string, [start, end]: Range): string {
  const written = text.slice(start, Math.min(end, start + 600)).replace(/\s+/g, ' ')
  return written.length > 60 ? `${written.slice(0, 60)} …` : written
}
