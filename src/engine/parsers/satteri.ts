import type {Parser} from '../../document/model.ts'
import {createNativeSatteri} from '../../document/parse/satteri.ts'
import {loadNativeSatteri} from './satteri-native.ts'

/** Loads the native parser. Throws when it is not installed, or can't run on this machine. */
export async function loadSatteri(): Promise<Parser> {
  const native = loadNativeSatteri()
  // A file of its own in the bundle too: code that comes from a cache can't import packages.
  return native ? createNativeSatteri(native) : (await import('./whole-satteri.ts')).loadWholeSatteri()
}
