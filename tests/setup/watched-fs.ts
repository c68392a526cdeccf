import * as nodeFs from 'node:fs/promises'
import type {WriteFs} from '../../src/engine/write.ts'

type Handle = Awaited<ReturnType<WriteFs['open']>>
type Call = {readonly name: string; readonly index: number}

/** The file system, with `onCall` asked before each call; what it throws is what the call throws. */
export function watchedFs(
  onCall: (call: Call) => void,
  replace: Partial<Record<string, (...args: never[]) => unknown>> = {}
): WriteFs {
  let index = 0
  const watch = <T extends object>(target: T, names: readonly string[], prefix: string): T =>
    new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key)
        if (typeof value !== 'function') return value
        const method = value.bind(object) as (...args: unknown[]) => unknown
        if (typeof key !== 'string' || !names.includes(key)) return method
        return async (...args: never[]) => {
          const name = prefix + key
          try {
            onCall({name, index: index++})
          } catch (error) {
            // A descriptor is free after a failed close too.
            if (name === 'handle.close') await method()
            throw error
          }
          const done = replace[name] ? await replace[name](...args) : await method(...args)
          return key === 'open'
            ? watch(done as Handle, ['write', 'chmod', 'chown', 'stat', 'sync', 'close'], 'handle.')
            : done
        }
      }
    })
  return watch<WriteFs>(
    {...nodeFs},
    ['realpath', 'stat', 'access', 'readFile', 'open', 'rename', 'unlink'],
    ''
  )
}

export function fault(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), {code})
}
