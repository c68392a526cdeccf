#!/usr/bin/env node
import {createRequire} from 'node:module'
import {useCodeCache} from '../engine/code-cache.ts'

// The entry of the bundled command line, which stands beside it; `cli.ts` is that of the modules.

const isBuilding = process.env.ARTICLELINT_WRITE_CODE_CACHE === '1'
const writeCaches = useCodeCache(import.meta.dirname, isBuilding)
createRequire(import.meta.url)('./main.cjs')
if (isBuilding) process.on('exit', writeCaches)
