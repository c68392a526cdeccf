import {createHash} from 'node:crypto'

/**
 * Whether a mutant is tried: all are, unless `--sample` says how many of a hundred. The choice depends on nothing but the
 * mutant, so that a target has the same sample alone and among others.
 *
 * @typedef {{readonly line: number, readonly column: number}} Position Both from 1.
 * @typedef {{readonly mutatorName: string, readonly replacement?: string | undefined, readonly location: {readonly start: Position, readonly end: Position}}} Mutant
 *
 * @param {string} file from the root of the project
 * @param {Mutant} mutant
 */
export function isInSample(file, {mutatorName, replacement, location: {start, end}}) {
  const share = Number(process.env.ARTICLELINT_SAMPLE ?? 100)
  const place = [start.line, start.column, end.line, end.column].join()
  const key = ['articlelint', file, mutatorName, replacement, place].join('\n')
  return createHash('sha256').update(key).digest().readUInt16BE() < (share / 100) * 65536
}
