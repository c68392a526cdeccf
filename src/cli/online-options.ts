import {type Command, InvalidArgumentError, Option} from 'commander'
import type {OnlineSettings} from '../engine/index.ts'
import {today} from './terminal.ts'
import {version} from './version.ts'

/** How the sources of articles are checked, but for whether. */
export interface SourceOptions {
  readonly sourcesFile?: string
  readonly allowPrivateHosts?: boolean
  readonly proxy?: string
}

export interface OnlineOptions extends SourceOptions {
  readonly online?: 'fetch' | 'locked'
}

/** Adds what says whether sources are checked, and how. */
export function addOnlineOptions(command: Command): Command {
  command
    .optionsGroup('Sources:')
    .addOption(
      new Option(
        '--online [mode]',
        'open the sources that articles cite, and check what they say; `--online=locked` asks nobody: what articlelint.sources.json says holds'
      ).choices(['fetch', 'locked'])
    )
  return addSourceOptions(command)
}

export function addSourceOptions(command: Command): Command {
  return command
    .option(
      '--sources-file <path>',
      'keep what is known of sources in this file; by default articlelint.sources.json'
    )
    .option('--allow-private-hosts', 'open sources on this machine and in private networks too, at any port')
    .option('--proxy <url>', 'open sources through this proxy, such as http://proxy.example:3128', toProxy)
}

/** `--online draft.md` has no mode but a file: a mode follows the equals sign. */
export function withOnlineMode(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--')
  return args.map((arg, index) => (arg === '--online' && (end < 0 || index < end) ? '--online=fetch' : arg))
}

/** Why the flags don't go together. */
export function onlineConflict({
  online,
  sourcesFile,
  allowPrivateHosts,
  proxy
}: OnlineOptions): string | undefined {
  const isFetching = allowPrivateHosts || proxy !== undefined
  if (online === undefined && (sourcesFile !== undefined || isFetching))
    return '--sources-file, --allow-private-hosts and --proxy are for the check of sources: add --online'
  if (online === 'locked' && isFetching)
    return '--online=locked opens no source: leave out --allow-private-hosts and --proxy'
  return undefined
}

export function onlineSettings(
  {sourcesFile: file, allowPrivateHosts, proxy}: SourceOptions,
  mode: OnlineSettings['mode']
): OnlineSettings {
  return {mode, file, allowPrivateHosts, proxy, version, today: today()}
}

function toProxy(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url?.protocol === 'http:' && url.hostname !== '') return value
  throw new InvalidArgumentError('Expected the address of a proxy, such as http://proxy.example:3128.')
}
