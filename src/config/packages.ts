import {fileURLToPath, pathToFileURL} from 'node:url'
import {resolve} from 'import-meta-resolve'
import {suggestion} from '../rule/closest.ts'
import {presetNames} from './schema.ts'

/**
 * The config file that an installed package stands for, seen from the config that names it; else why there is none.
 *
 * @param from the config that extends it
 */
export function resolvePackage(
  name: string,
  from: string
): {readonly file: string} | {readonly reason: string} {
  try {
    const url = new URL(resolve(name, pathToFileURL(from).href))
    if (url.protocol !== 'file:') return {reason: 'a module of Node.js, expected a package with a config'}
    const file = fileURLToPath(url)
    return /\.(?:[cm]?[jt]s|jsonc?|ya?ml)$/i.test(file)
      ? {file}
      : {reason: 'which is no config, expected a package whose main file is JSON, YAML or JavaScript'}
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    if (code !== 'ERR_MODULE_NOT_FOUND') return {reason: `which can't be used: ${message.split('\n', 1)[0]}`}
    const near = suggestion(name, presetNames)
    const hint = near.startsWith(', did')
      ? near
      : `: install it (\`npm install --save-dev ${packageOf(name)}\`), or start the path of a file with \`./\``
    return {reason: `which is not installed${hint}`}
  }
}

/** `@acme/config/strict` → `@acme/config` */
function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/')
}
