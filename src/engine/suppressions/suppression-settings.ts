import {existsSync} from 'node:fs'
import path from 'node:path'

export interface SuppressionSettings {
  /** By default `articlelint-suppressions.json` in `cwd`, where it exists. */
  readonly location?: string | undefined
  /** Hold back all that is found now. */
  readonly suppressAll?: boolean | undefined
  /** Hold back what these rules find now. */
  readonly suppressRules?: readonly string[] | undefined
  /** Remove what is not found any more. */
  readonly prune?: boolean | undefined
}

export const usualName = 'articlelint-suppressions.json'

/** Whether there is anything to hold back or to write: most runs have no suppressions file. */
export function hasSuppressions(settings: SuppressionSettings, cwd: string): boolean {
  const {location, suppressAll, suppressRules = [], prune} = settings
  if (location !== undefined || suppressAll || suppressRules.length > 0 || prune) return true
  return existsSync(path.join(cwd, usualName))
}
