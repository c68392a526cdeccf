import {Command, Option} from 'commander'
import type {Category, Rule} from '../rule/index.ts'
import {answer, parseArguments} from './options.ts'
import {print, widthOf} from './terminal.ts'

/** What an article may have wrong first, with what it stands on at the top; then what looks after the run itself. */
const order: Record<Category, number> = {
  evidence: 1,
  repetition: 2,
  structure: 3,
  debris: 4,
  consistency: 5,
  style: 6,
  site: 7,
  verification: 8,
  directive: 9,
  limits: 10
}

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
  await print(json ? await toJson(rules) : await toTable(rules, widthOf(process.stdout)), undefined)
  return 0
}

/** By category, as a person looks for them; the summaries in a column, where there is room for one. */
async function toTable(rules: readonly Rule[], columns = Number.POSITIVE_INFINITY): Promise<string> {
  const {wrap} = await import('../reporters/wrap.ts')
  const width = Math.max(...rules.map(({id}) => id.length))
  const indent = width + 2 + 2 + 5 + 2 + 3 + 2
  const room = Math.max(30, columns - indent)
  const categories = [...new Set(rules.map(({category}) => category))].sort((a, b) => order[a] - order[b])
  const parts = categories.map((category) => {
    const rows = rules
      .filter((rule) => rule.category === category)
      .map(({id, recommended, fixable, summary}) => {
        const start = [
          '',
          id.padEnd(width),
          (recommended || 'off').padEnd(5),
          fixable ? 'fix' : '   ',
          ''
        ].join('  ')
        return start + wrap(summary, room).join(`\n${' '.repeat(start.length)}`)
      })
    return [category, ...rows].join('\n')
  })
  const off = rules.filter(({recommended}) => !recommended).length
  const legend = `${rules.length} rules. “off” is off in articlelint:recommended (${off} rules), and on in articlelint:strict; “fix”: --fix repairs what it is sure of. More on a rule: articlelint explain <rule>`
  return [...parts, wrap(legend, Math.min(columns, 110)).join('\n')].join('\n\n')
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
