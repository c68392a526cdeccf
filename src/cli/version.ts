import {createRequire} from 'node:module'

/** The version of articlelint; the bundle holds it, as finding the package of a module takes longer than reading its code. */
export const {version}: {readonly version: string} = createRequire(import.meta.url)(
  'articlelint/package.json'
)
