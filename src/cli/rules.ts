import {Command, Option} from 'commander'
import type {Rule} from '../rule/index.ts'
import {answer, parseArguments} from './options.ts'
import {print} from './terminal.ts'

const usage = 'articlelint rules [--json]'

/** `articlelint rules` */
export async function run(args: readonly string[]): Promise<number> {
  const command = new Command('articlelint rules')
    .description(
      'Lists the rules: the severity in `articlelint:recommended`, whether --fix repairs, what for.'
    )
    .addOption(new Option('--json', 'as JSON'))
    .helpOption('-h, --help', 'print this help')
    .allowExcessArguments(false)
  const request = parseArguments(command, args)
  if (request.kind !== 'run') return answer(request, usage)
  const {rules} = await import('../config/builtin.ts')
  const {json} = command.opts<{json?: boolean}>()
  await print(json ? await toJson(rules) : toTable(rules), undefined)
  return 0
}

/** By category, as a person looks for them. */
function toTable(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({id}) => id.length))
  const categories = [...new Set(rules.map(({category}) => category))]
  const parts = categories.map((category) => {
    const rows = rules
      .filter((rule) => rule.category === category)
      .map(({id, recommended, fixable, summary}) => {
        const cells = [id.padEnd(width), (recommended || 'off').padEnd(5), fixable ? 'fix' : '   ', summary]
        return `  ${cells.join('  ')}`
      })
    return [category, ...rows].join('\n')
  })
  const off = rules.filter(({recommended}) => !recommended).length
  const legend = `${rules.length} rules. “off” is off in articlelint:recommended (${off} rules), and on in articlelint:strict; “fix”: --fix repairs\nwhat it is sure of. More on a rule: articlelint explain <rule>`
  return [...parts, legend].join('\n\n')
}

async function toJson(rules: readonly Rule[]): Promise<string> {
  const {ruleUrl} = await import('../lint/message.ts')
  const list = rules.map(({id, category, recommended, fixable, summary}) => {
    return {
      id,
      category,
      recommended: recommended || 'off',
      fixable: fixable ?? false,
      summary,
      url: ruleUrl(id)
    }
  })
  return JSON.stringify(list, null, 2)
}
