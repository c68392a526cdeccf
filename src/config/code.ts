import {pathToFileURL} from 'node:url'
import {ConfigError} from './error.ts'
import {type ConfigNode, Fault, toNode} from './node.ts'

/**
 * Runs a JavaScript or TypeScript config and gives a reader of its default export. Throws `ConfigError` for a module that
 * can't be run or has none.
 *
 * @param shown the path as messages name it
 * @param version changes with the content of the file
 */
export async function importConfig(file: string, shown: string, version: string): Promise<() => ConfigNode> {
  const url = pathToFileURL(file).href
  const fail = (reason: string, place: {line?: number; column?: number} = {}): ConfigError =>
    new ConfigError(reason, {path: shown, ...place})
  let exported: {readonly default?: unknown}
  try {
    exported = await import(/* @vite-ignore */ `${url}?version=${encodeURIComponent(version)}`)
  } catch (error) {
    throw fail(reasonOf(error, shown), placeIn(error, url))
  }
  const config = exported.default
  if (config === undefined)
    throw fail('Unexpected module without a default export, expected `export default {…}`')
  if (typeof config === 'function' || config instanceof Promise)
    throw fail(
      `Unexpected ${typeof config === 'function' ? 'function' : 'promise'} as default export, expected an object`
    )
  return () => {
    try {
      return toNode(config)
    } catch (error) {
      // Else it comes from the config itself: a getter, a proxy.
      throw error instanceof Fault ? error : fail(reasonOf(error, shown), placeIn(error, url))
    }
  }
}

function reasonOf(error: unknown, shown: string): string {
  const {code, message, name} = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  if (message === undefined) return `The config threw ${typeof error === 'string' ? error : typeof error}`
  // Whatever a config throws may hold anything.
  const [first] = String(message).split('\n', 1)
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION' && first?.includes('".ts"'))
    return 'This version of Node.js runs no TypeScript, expected 22.18, 23.6 or later: update it, or make the config an articlelint.config.js'
  if (name === 'SyntaxError' && code === undefined)
    return `The config is no valid module: ${first} (\`node --check ${shown}\` shows where)`
  return `The config could not be run: ${name === 'Error' ? '' : `${name}: `}${first}`
}

/** The place in the config that the stack names, where it does. */
function placeIn(error: unknown, url: string): {line?: number; column?: number} {
  const stack = error instanceof Error ? String(error.stack) : ''
  const at = stack.indexOf(url)
  if (at < 0) return {}
  const [, line, column] = /^(?:\?[^:)\s]*)?:(\d+)(?::(\d+))?/.exec(stack.slice(at + url.length)) ?? []
  return {
    ...(line === undefined ? {} : {line: Number(line)}),
    ...(column === undefined ? {} : {column: Number(column)})
  }
}
