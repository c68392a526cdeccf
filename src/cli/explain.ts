import {Command} from 'commander'
import {UsageError} from '../engine/error.ts'
import {answer, parseArguments} from './options.ts'
import {print} from './terminal.ts'

const usage = 'articlelint explain <rule>'

/** `articlelint explain <rule>` */
export async function run(args: readonly string[]): Promise<number> {
  const command = new Command('articlelint explain')
    .description('Prints the page of a rule: why it is there, examples, options, how often it is wrong.')
    .argument('<rule>', 'id of the rule, as reports name it')
    .helpOption('-h, --help', 'print this help')
  const request = parseArguments(command, args)
  if (request.kind !== 'run') return answer(request, usage)
  const [id = ''] = command.args
  const {findRule} = await import('../config/builtin.ts')
  const rule = findRule(id)
  if (!rule) {
    const {unknownRule} = await import('../config/schema.ts')
    if (id.includes('/'))
      throw new UsageError(
        `no page of \`${id}\` here, which would be the rule of a plugin: see the page that the plugin has for it`
      )
    throw new UsageError(unknownRule(id))
  }
  const {readPage, withAddresses} = await import('../engine/pages.ts')
  const {ruleUrl} = await import('../lint/message.ts')
  const url = ruleUrl(id)
  const page = await readPage(id)
  await print(page ? withAddresses(page, url) : `# ${id}\n\n${rule.summary}\n\n${url}`, undefined)
  return 0
}
