import {existsSync, writeFileSync} from 'node:fs'
import Module, {createRequire} from 'node:module'
import path from 'node:path'
import {afterEach, describe, expect, it} from 'vitest'
import {useCodeCache} from '../src/engine/code-cache.ts'
import {makeFolder} from './setup/folder.ts'

describe('compiled code that is kept', () => {
  const prototype = Module.prototype as unknown as {_compile: unknown}
  const compile = prototype._compile
  afterEach(() => {
    prototype._compile = compile
  })

  it('is made once, read again, and refused where it is not of this code', () => {
    const root = makeFolder({
      'a.cjs': '#!/usr/bin/env node\nmodule.exports = {name: __filename, own: this === module.exports}\n',
      'other/b.cjs': 'module.exports = 2\n'
    })
    const require = createRequire(path.join(root, 'x.cjs'))
    const file = path.join(root, 'a.cjs')
    const load = (name: string): unknown => {
      delete require.cache[require.resolve(name)]
      return require(name)
    }
    const write = useCodeCache(path.dirname(file), true)
    const made = load(file)
    expect(made).toEqual({name: file, own: true})
    write()
    const cache = `${file}.${process.versions.v8}-${process.arch}.cache`
    expect(existsSync(cache)).toBe(true)
    prototype._compile = compile
    useCodeCache(path.dirname(file), false)
    expect(load(file)).toEqual(made)
    expect(load('./other/b.cjs')).toBe(2)
    prototype._compile = compile
    // Made of other code.
    writeFileSync(file, 'module.exports = 3\n')
    useCodeCache(path.dirname(file), true)
    expect(() => load(file)).toThrow('refuses')
    prototype._compile = compile
    useCodeCache(path.dirname(file), false)
    expect(load(file)).toBe(3)
  })
})
