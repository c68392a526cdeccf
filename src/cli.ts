#!/usr/bin/env node
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {type CliOptions, readArguments} from './cli/options.ts'
