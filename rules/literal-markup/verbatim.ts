import type {Prose} from '../../src/rule/index.ts'

/** Whether a place in a prose is in code, in a formula or in HTML. */
export function createVerbatimCheck({marks}: Prose): (at: number) => boolean {
  const spans = marks.filter(({node}) => /code|math|html/i.test(node.type))
  return (at) => spans.some(({start, end}) => start <= at && at < end)
}
