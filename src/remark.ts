import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import type {Plugin, Preset} from 'unified'
import type {VFile} from 'vfile'
import {findRule, recommended, usualSeverity} from './config/builtin.ts'
import {createDocument} from './document/index.ts'
import type {Document} from './document/model.ts'
import {lintDocument, type Ruleset} from './lint/index.ts'
import {toVFileMessage} from './lint/message.ts'
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

/** The recommended rules as one plugin. */
export const articlelint: Plugin<[], Root> = function articlelint() {
  return (_tree, file) => report(file, recommended)
}

/** The recommended rules, with the syntax they know: GFM and front matter. */
const preset: Preset = {plugins: [[remarkFrontmatter, ['yaml', 'toml']], remarkGfm, articlelint]}

export default preset

/**
 * A rule as a plugin for remark. It reads the text of the file, so it does not see changes that plugins before it made
 * to the tree; comments such as `<!-- articlelint-disable … -->` hold.
 *
 * @throws when configured with a severity or options that are none; for a rule about several articles
 */
export function toUnifiedPlugin(rule: Rule): RulePlugin {
  if (!rule.check) throw new Error(`Unexpected site rule \`${rule.id}\`, expected a rule about one article`)
  const plugin: RulePlugin = (config) => {
    const {severity, options} = readConfig(rule, config ?? undefined)
    if (!severity) return undefined
    const ruleset: Ruleset = {rules: [{rule, severity, options}]}
    return (_tree, file) => report(file, ruleset)
  }
  Object.defineProperty(plugin, 'name', {value: `articlelint:${rule.id}`})
  return plugin
}

/** The plugin of a built-in rule. */
export function rulePlugin(id: string): RulePlugin {
  const rule = findRule(id)
  if (!rule) throw new Error(`Unexpected rule \`${id}\`, expected the id of a built-in rule`)
  return toUnifiedPlugin(rule)
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
  const {text, document} = analyse(file)
  const {messages, crashes} = lintDocument(document, ruleset, text.length - document.text.length)
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

interface Configured {
  readonly severity: Severity | undefined
  readonly options: Record<string, unknown>
}

function readConfig(rule: Rule, config: RuleConfig | undefined): Configured {
  const [form, given]: readonly unknown[] = Array.isArray(config)
    ? config
    : typeof config === 'object'
      ? [undefined, config]
      : [config, undefined]
  const {options, problems} = readOptions(rule.options, given ?? undefined)
  const [problem] = problems
  if (problem) throw new Error(`${problem.reason} (rule \`${rule.id}\`)`)
  return {severity: readSeverity(rule, form), options}
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
