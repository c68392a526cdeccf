import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import Module, {createRequire} from 'node:module'
import path from 'node:path'
import {Script} from 'node:vm'

/** A cache holds for one version of V8 and one processor: another one would only refuse it. */
const ending = `.${process.versions.v8}-${process.arch}.cache`

interface Compiling {
  _compile(source: string, filename: string): unknown
}

/**
 * Has the CommonJS modules of a folder take their compiled code from the caches beside them: reading half a megabyte of
 * code anew is a good part of a run over one article (`npm run bench -- --start FILE`). A module without a cache that fits is compiled as ever.
 *
 * @param isMaking also for modules without a cache, to make theirs, and throws for a cache that does not fit; such a
 * module can't import addresses
 * @returns writes the caches of the modules loaded so far, with the functions that ran
 */
export function useCodeCache(folder: string, isMaking: boolean): () => void {
  const prototype = Module.prototype as unknown as Compiling
  const compile = prototype._compile
  const scripts = new Map<string, Script>()
  prototype._compile = function (this: NodeModule, source, filename) {
    const cache = filename + ending
    const cachedData =
      path.dirname(filename) === folder && existsSync(cache) ? readFileSync(cache) : undefined
    if (!cachedData && !isMaking) return compile.call(this, source, filename)
    // What starts with a hashbang can't be wrapped.
    const wrapped = Module.wrap(source.replace(/^#!.*/, ''))
    const script = new Script(wrapped, {filename, ...(cachedData ? {cachedData} : {})})
    if (isMaking && script.cachedDataRejected)
      throw new Error(`Unexpected cache of \`${filename}\`, which V8 refuses`)
    scripts.set(cache, script)
    const run = script.runInThisContext() as (...args: unknown[]) => unknown
    return run.call(this.exports, this.exports, createRequire(filename), this, filename, folder)
  }
  return () => {
    for (const [file, script] of scripts) writeFileSync(file, script.createCachedData())
  }
}
