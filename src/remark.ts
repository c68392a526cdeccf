import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import type {Plugin} from 'unified'
import type {VFile} from 'vfile'
import {findRule, idsFor, isOnline, rules, usualSeverity} from './config/builtin.ts'
import {createDocument} from './document/index.ts'
import type {Document} from './document/model.ts'
import {LimitFault} from './document/parse/fault.ts'
import {type ConfiguredRule, type LintResult, lintDocument, type Ruleset} from './lint/index.ts'
import {judgeLimit} from './lint/limits.ts'
import {toVFileMessage} from './lint/message.ts'
import {suggestion} from './rule/closest.ts'
import type {Rule, Severity} from './rule/index.ts'
import {readOptions} from './rule/options.ts'

/** `on`, `true` and no severity mean the rule's own. */
export type SeverityForm = Severity | 'on' | 'off' | 0 | 1 | 2 | boolean

/** What a rule takes in a unified configuration: a severity, options, or both. */
export type RuleConfig =
  | SeverityForm
  | Readonly<Record<string, unknown>>
  | readonly [severity: SeverityForm, options?: Readonly<Record<string, unknown>>]

export type RulePlugin = Plugin<[(RuleConfig | null | undefined)?], Root>

export interface RemarkOptions {
  /** What differs from the recommended rules, by id, as for a plugin of its own. */
  readonly rules?: Readonly<Record<string, RuleConfig>>
}

/**
 * The recommended rules as one plugin, with the syntax they know: GFM and front matter, unless the processor has it.
 *
 * @throws for a rule that is unknown or about several articles, and a severity or options that are none
 */
const articlelint: Plugin<[(RemarkOptions | null | undefined)?], Root> = function (options) {
  const {rules = {}, ...rest} = options ?? {}
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw new Error(`Unexpected option \`${unknown}\`, expected \`rules\``)
  const ruleset = configure(rules)
  const has = (plugin: unknown): boolean => this.attachers.some(([known]) => known === plugin)
  if (!has(remarkFrontmatter)) this.use(remarkFrontmatter, ['yaml', 'toml'])
  if (!has(remarkGfm)) this.use(remarkGfm)
  return (_tree, file) => report(file, ruleset)
}

export default articlelint

/**
 * A rule as a plugin for remark. It reads the text of the file, so it does not see changes that plugins before it made
 * to the tree; comments such as `<!-- articlelint-disable … -->` hold.
 *
 * @throws when configured with a severity or options that are none; for a rule about several articles
 */
export function toUnifiedPlugin(rule: Rule): RulePlugin {
  refuseSiteRule(rule)
  const plugin: RulePlugin = (config) => {
    const configured = readConfig(rule, config ?? undefined)
    if (!configured) return undefined
    return (_tree, file) => report(file, {rules: [configured]})
  }
  Object.defineProperty(plugin, 'name', {value: `articlelint:${rule.id}`})
  return plugin
}

/** The plugin of a built-in rule. */
export function rulePlugin(id: string): RulePlugin {
  return toUnifiedPlugin(builtIn(id))
}

function builtIn(id: string): Rule {
  const rule = findRule(id)
  if (rule) return rule
  const near = suggestion(
    id,
    rules.map((rule) => rule.id)
  )
  throw new Error(`Unexpected rule \`${id}\`${near || ', expected the id of a built-in rule'}`)
}

function refuseSiteRule(rule: Rule): void {
  if (rule.check) return
  const kind = rule.checkSite
    ? 'site rule'
    : rule.checkDirectives
      ? 'rule about comments'
      : 'rule about limits'
  throw new Error(`Unexpected ${kind} \`${rule.id}\`, expected a rule about one article`)
}

function configure(changes: NonNullable<RemarkOptions['rules']>): Ruleset {
  for (const id of Object.keys(changes)) refuseSiteRule(builtIn(id))
  return {
    online: idsFor(rules).online,
    rules: rules.flatMap((rule): ConfiguredRule[] => {
      const isChanged = Object.hasOwn(changes, rule.id)
      if (!isChanged && (!rule.recommended || isOnline(rule))) return []
      const configured = readConfig(rule, isChanged ? changes[rule.id] : undefined)
      return configured ? [configured] : []
    })
  }
}

interface Analysis {
  readonly text: string
  readonly document: Document
}

/** All rules that run over a file share one reading of it. */
const analyses = new WeakMap<VFile, Analysis>()

function analyse(file: VFile): Analysis {
  const text = String(file)
  const known = analyses.get(file)
  if (known?.text === text) return known
  const analysis = {text, document: createDocument(text, file.path)}
  analyses.set(file, analysis)
  return analysis
}

function report(file: VFile, ruleset: Ruleset): void {
  const {messages, crashes} = lint(file, ruleset)
  for (const message of messages.map(toVFileMessage)) {
    if (file.path) {
      message.file = file.path
      message.name = `${file.path}:${message.name}`
    }
    file.messages.push(message)
  }
  for (const {ruleId, reason} of crashes) {
    const message = file.message(`Unexpected error in rule \`${ruleId}\`, expected it to finish`, {
      ruleId,
      source: 'articlelint'
    })
    message.fatal = true
    message.note = reason
  }
}

/** Throws a `LimitFault` for an article that is nested too deep, where no rule of the ruleset says so. */
function lint(file: VFile, ruleset: Ruleset): LintResult {
  try {
    const {text, document} = analyse(file)
    return lintDocument(document, ruleset, text.length - document.text.length)
  } catch (error) {
    if (error instanceof LimitFault) return judgeLimit(error, {path: file.path, text: String(file), ruleset})
    throw error
  }
}

/** Nothing for a rule that is off. */
function readConfig(rule: Rule, config: RuleConfig | undefined): ConfiguredRule | undefined {
  const [form, given]: readonly unknown[] = Array.isArray(config)
    ? config
    : typeof config === 'object'
      ? [undefined, config]
      : [config, undefined]
  const {options, problems} = readOptions(rule.options, given ?? undefined)
  const [problem] = problems
  if (problem) throw new Error(`${problem.reason} (rule \`${rule.id}\`)`)
  const severity = readSeverity(rule, form)
  return severity && {rule, severity, options}
}

function readSeverity(rule: Rule, form: unknown): Severity | undefined {
  switch (form) {
    case undefined:
    case true:
    case 'on':
      return usualSeverity(rule)
    case false:
    case 0:
    case 'off':
      return undefined
    case 1:
    case 'warn':
      return 'warn'
    case 2:
    case 'error':
      return 'error'
    case 'info':
      return 'info'
    default:
      throw new Error(
        `Unexpected severity ${JSON.stringify(form)} of rule \`${rule.id}\`, expected \`off\`, \`on\`, \`info\`, \`warn\`, \`error\`, 0, 1, 2, or a boolean`
      )
  }
}
