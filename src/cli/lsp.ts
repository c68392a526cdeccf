import {Command} from 'commander'
import {answer, parseArguments} from './options.ts'
import {complain, today} from './terminal.ts'
import {version} from './version.ts'

interface LspOptions {
  readonly stdio?: boolean
  readonly config?: string | false
  readonly codeConfig: boolean
}

const usage = 'articlelint lsp --stdio [options]'

/** `articlelint lsp`: ends with the connection to the editor. */
export async function run(args: readonly string[]): Promise<number> {
  const command = createCommand()
  const request = parseArguments(command, args)
  if (request.kind !== 'run') return answer(request, usage)
  const {stdio, config, codeConfig} = command.opts<LspOptions>()
  if (!stdio) {
    complain('an editor starts this server and speaks to it through --stdio: add the flag')
    process.stderr.write(`\n${command.helpInformation()}${epilogue}`)
    return 2
  }
  const {stdin, stdout, stderr} = process
  // stdout is the editor's: what a plugin prints must not get between its messages.
  globalThis.console = new console.Console(stderr, stderr)
  const {startServer} = await import('../lsp/server.ts')
  const settings = {config, codeConfig, today}
  startServer({input: stdin, output: stdout, version, settings, onGone: (code) => process.exit(code)})
  return new Promise(() => {})
}

function createCommand(): Command {
  return new Command('articlelint lsp')
    .usage('--stdio [options]')
    .description('Serves an editor: findings while typing, repairs, why a finding is one.')
    .option('--stdio', 'speak the Language Server Protocol on standard input and output')
    .option('--clientProcessId <pid>', 'end when this process ends')
    .option('-c, --config <path>', 'use this config file for all articles')
    .option('--no-config', 'use no config file')
    .option('--no-code-config', 'refuse configs and plugins that run code, for trees that are not trusted')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', epilogue)
}

const epilogue = `
Settings of the editor, section "articlelint":
  enable             lint at all (true)
  configFile         the one config file for all articles, from the workspace folder
  onlyOnSave         lint on opening and saving, not while typing (false)
  reportSuppressed   show what articlelint-suppressions.json holds back (false)
`
