import {isUtf8} from 'node:buffer'
import {readFileSync, type Stats, statSync} from 'node:fs'
import path from 'node:path'
import {ConfigError} from './error.ts'
import {type ConfigNode, Fault} from './node.ts'
import {lineAndColumn} from './places.ts'
import {type ConfigContent, readContent} from './schema.ts'

const maxSize = 64 * 1024

/** A config file, checked, with the places of what it names. */
export interface ConfigFile extends ConfigContent {
  /** The error for something at an offset of the file. */
  fault(at: number, reason: string): ConfigError
  /** An offset as `file:line:column`; the file alone where code made the config. */
  placeOf(at: number): string
}

/** A config that has to be run. */
export function isCode(file: string): boolean {
  return /\.[cm]?[jt]s$/i.test(file)
}

/**
 * Reads a JSON, JSONC or YAML config, the `articlelint` part of a `package.json`, or the default export of a JavaScript
 * or TypeScript module, which runs it. Throws `ConfigError`.
 *
 * @param shown the path as messages name it
 */
export async function readConfigFile(file: string, shown: string): Promise<ConfigFile> {
  const stats = statOf(file, shown)
  if (isCode(file)) {
    const {importConfig} = await import('./code.ts')
    // An editor that reads a changed config again must not be given the module that is loaded already.
    const version = `${stats.mtimeMs}-${stats.size}`
    const fault = (_at: number, reason: string): ConfigError => new ConfigError(reason, {path: shown})
    return check(await importConfig(file, shown, version), fault, () => shown)
  }
  const text = readLimited(file, shown, stats.size).replace(/^\uFEFF/, '')
  const placeOf = (at: number): {line: number; column: number} => lineAndColumn(text, at)
  const fault = (at: number, reason: string): ConfigError =>
    new ConfigError(reason, {path: shown, ...placeOf(at)})
  // Most runs have no config file: they do without the YAML reader.
  const {parseConfig} = await import('./yaml.ts')
  return check(
    () => {
      const root = parseConfig(text, /\.jsonc?$/i.test(file))
      const isPackage = path.basename(file) === 'package.json'
      const part = isPackage && root.value instanceof Map ? root.value.get('articlelint')?.node : root
      return part && part.value !== null ? part : {at: 0, value: new Map()}
    },
    fault,
    (at) => [shown, ...Object.values(placeOf(at))].join(':')
  )
}

function check(
  read: () => ConfigNode,
  fault: ConfigFile['fault'],
  placeOf: ConfigFile['placeOf']
): ConfigFile {
  try {
    return {...readContent(read()), fault, placeOf}
  } catch (error) {
    throw error instanceof Fault ? fault(error.at, error.message) : error
  }
}

function statOf(file: string, shown: string): Stats {
  const stats = orUnreadable(() => statSync(file), shown)
  if (!stats.isFile())
    throw new ConfigError('Unexpected folder or device, expected a config file', {path: shown})
  return stats
}

function readLimited(file: string, shown: string, size: number): string {
  const fail = (reason: string): ConfigError => new ConfigError(reason, {path: shown})
  if (size > maxSize) throw fail(`Unexpected size of ${size} bytes, expected a config of at most ${maxSize}`)
  const bytes = orUnreadable(() => readFileSync(file), shown)
  if (!isUtf8(bytes)) throw fail('Unexpected bytes that are not UTF-8, expected a text file')
  return bytes.toString('utf8')
}

function orUnreadable<T>(read: () => T, shown: string): T {
  try {
    return read()
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' ? 'No such config file' : `Unreadable config file (${code ?? message})`
    throw new ConfigError(reason, {path: shown})
  }
}
