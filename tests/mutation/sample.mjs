import {createHash} from 'node:crypto'

/**
 * Whether a mutant is tried: all are, unless `--sample` says how many of a hundred. The choice is the same for the same sources.
 *
 * @param {string} id
 */
export function isInSample(id) {
  const share = Number(process.env.ARTICLELINT_SAMPLE ?? 100)
  return createHash('sha256').update(`articlelint ${id}`).digest().readUInt16BE() < (share / 100) * 65536
}
