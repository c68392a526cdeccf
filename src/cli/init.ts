import path from 'node:path'
import {Command, Option} from 'commander'
import {createStarter, type StarterFormat, starterFormats} from '../config/starter.ts'
import {answer, parseArguments} from './options.ts'
import {complain, print} from './terminal.ts'
import {version} from './version.ts'

/** `articlelint init` */
export async function run(args: readonly string[]): Promise<number> {
  const command = createCommand()
  const request = parseArguments(command, args)
  if (request.kind !== 'run') return answer(request, 'articlelint init [options]')
  const {format, strict} = command.opts<{format: StarterFormat; strict?: boolean}>()
  const {createConfigFinder, findConfigs} = await import('../config/find.ts')
  const {writeNew} = await import('../engine/output-files.ts')
  const folder = process.cwd()
  const [existing] = findConfigs(folder)
  if (existing !== undefined) {
    complain(`there is a config already, \`${path.basename(existing)}\`: change it, or delete it first`)
    return 2
  }
  const above = await createConfigFinder((file) => file)(folder).catch(() => undefined)
  const {name, text} = createStarter(format, strict ? 'strict' : 'recommended', await schemaFor(folder))
  await writeNew(path.join(folder, name), text)
  await print(nextSteps(name), undefined)
  if (above !== undefined) complain(`it takes the place of \`${above}\` for the articles in this folder`)
  return 0
}

function createCommand(): Command {
  return new Command('articlelint init')
    .description('Writes a config with comments that show what can be set. It changes nothing by itself.')
    .addOption(
      new Option('-f, --format <name>', 'form of the config').choices(starterFormats).default('jsonc')
    )
    .option('--strict', 'start from articlelint:strict, all rules, in place of the recommended ones')
    .helpOption('-h, --help', 'print this help')
    .allowExcessArguments(false)
}

/** Of the version that is installed beside the config, else of the one that runs. */
async function schemaFor(folder: string): Promise<string> {
  const {readIfThere} = await import('../config/find.ts')
  const local = './node_modules/articlelint/schema.json'
  if (readIfThere(path.join(folder, local)) !== undefined) return local
  return `https://unpkg.com/articlelint@${version}/schema.json`
}

function nextSteps(name: string): string {
  return `Wrote ${name}.

Next:
  npx articlelint .                  lint the articles in this folder
  npx articlelint . --suppress-all   hold back what is found now, so that only new findings count`
}
