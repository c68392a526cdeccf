import type {Parser} from './model.ts'
import {markdown} from './parse.ts'

/** Text without markup. */
export const plainText: Parser = {format: 'text', parse: markdown.parse}
