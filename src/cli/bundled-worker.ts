import {createRequire} from 'node:module'
import {useCodeCache} from '../engine/code-cache.ts'

// The entry of the bundled worker threads; V8 compiles in them as in the process that started them.

useCodeCache(import.meta.dirname, false)
createRequire(import.meta.url)('./worker-main.cjs')
