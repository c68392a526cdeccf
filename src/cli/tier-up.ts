import {setFlagsFromString} from 'node:v8'

/** The flag that says how often a function runs before it is optimised, by V8 version: other versions don't know it. */
const flags: Readonly<Record<number, string>> = {
  11: '--interrupt-budget=1000000',
  12: '--invocation-count-for-turbofan=30000',
  13: '--invocation-count-for-turbofan=30000'
}

/**
 * Has V8 optimise later. By default compiling hot functions takes a quarter of the CPU of a run over some hundred
 * articles (`npm run bench`); long runs still get optimised code.
 */
export function optimizeLater(): void {
  const flag = flags[Number.parseInt(process.versions.v8, 10)]
  if (flag) setFlagsFromString(flag)
}
