#!/usr/bin/env node
import {complainOfError, isBroken, watchProcess, watchStreams} from './cli/terminal.ts'

// What a run does not need is not loaded: `--help` needs no engine, linting no language server.

/** Each gives the exit code; a file of such a name is `./claims`. */
const commands: Readonly<Record<string, () => Promise<{run(args: readonly string[]): Promise<number>}>>> = {
  claims: () => import('./cli/claims.ts'),
  explain: () => import('./cli/explain.ts'),
  init: () => import('./cli/init.ts'),
  lsp: () => import('./cli/lsp.ts'),
  merge: () => import('./cli/merge.ts'),
  rules: () => import('./cli/rules.ts'),
  verify: () => import('./cli/verify.ts')
}

async function main(args: readonly string[]): Promise<number> {
  const [name = ''] = args
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  const command = load ? await load() : await import('./cli/lint.ts')
  return command.run(load ? args.slice(1) : args)
}

watchStreams()
// An editor ends its server, and decides by itself about one that fails.
const end = process.argv[2] === 'lsp' ? () => {} : watchProcess()
main(process.argv.slice(2))
  .then(
    // Not `process.exit`: it would cut off output that is still on its way.
    (code) => {
      process.exitCode = isBroken() ? 2 : code
    },
    (error) => {
      process.exitCode = 2
      complainOfError(error)
    }
  )
  .finally(end)
