import {Command} from 'commander'
import {answer, parseArguments} from './options.ts'
import {exitCode, report} from './report.ts'
import {
  addReportOptions,
  addSuppressionOptions,
  keepFor,
  type ReportOptions,
  reportConflict,
  type SuppressionOptions,
  suppressionsOf
} from './report-options.ts'
import {complain, complainOf} from './terminal.ts'
import {version} from './version.ts'

interface MergeOptions extends ReportOptions, SuppressionOptions {
  readonly codeConfig: boolean
  readonly factsOut?: string
}

const usage = 'articlelint merge [options] <parts...>'

/** `articlelint merge` */
export async function run(args: readonly string[]): Promise<number> {
  const command = createCommand()
  const request = parseArguments(command, args)
  if (request.kind !== 'run') return answer(request, usage)
  const options = command.opts<MergeOptions>()
  const reason = reportConflict(options)
  if (reason !== undefined) return answer({kind: 'wrong', reason}, usage)
  const {mergeParts} = await import('../engine/parts/merge.ts')
  const result = await mergeParts(command.args, {
    version,
    codeConfig: options.codeConfig,
    factsFile: options.factsOut,
    keep: keepFor(options),
    suppressions: suppressionsOf(options)
  })
  complainOf(result.problems)
  for (const note of result.notes) complain(note)
  await report(result, options, version, process.stdout)
  return exitCode(result, options)
}

function createCommand(): Command {
  const command = new Command('articlelint merge')
    .usage('[options] <parts...>')
    .description('Reports what one run over all articles would have found, of the parts that --shard wrote.')
    .argument('<parts...>', 'the parts of all shards')
    .optionsGroup('Input:')
    .option('--no-code-config', 'refuse configs and plugins that run code')
    .option('--facts-out <path>', 'write what the articles may share into a Parquet file, for databases')
    .optionsGroup('Existing sites:')
  addSuppressionOptions(command)
  return addReportOptions(command)
    .optionsGroup('Other:')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', epilogue)
}

const epilogue = `
The articles, the config and its plugins have to be there as the shards had them: merge in the same checkout, from the same
folder. Rules and files are those that the shards were given. A report that shows articles (html, pretty, sarif) needs
shards with the same --format.

Examples:
  articlelint posts --shard 1/2 && articlelint posts --shard 2/2
  articlelint merge articlelint-part-*.json --max-warnings 0

Exit codes:
  0  no errors, and no more warnings than --max-warnings
  1  errors found, or too many warnings
  2  wrong usage or config, a part that is missing or damaged, an article that could not be linted`
