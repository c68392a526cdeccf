#!/usr/bin/env node
import {createRequire} from 'node:module'
import {useCodeCache} from '../engine/code-cache.ts'
import {tuneCompiler} from './compiler.ts'

// The entry of the bundled command line, which stands beside it; `cli.ts` is that of the modules. It is CommonJS too: that
// spares a run the loader of ES modules.

// A cache holds for the flags that V8 had as it was made.
tuneCompiler()
const isBuilding = process.env.ARTICLELINT_WRITE_CODE_CACHE === '1'
const writeCaches = useCodeCache(import.meta.dirname, isBuilding)
createRequire(import.meta.url)('./main.cjs')
if (isBuilding) process.on('exit', writeCaches)
