/**
 * Milliseconds that the code of this process took on a processor, the least of some turns: other work on the machine counts
 * little. What the kernel needs to hand out memory does not count: its pages come in steps, which look like growth.
 */
export function cpuTime(run: () => void, turns = 3): number {
  let least = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < turns; turn++) {
    const before = process.cpuUsage()
    run()
    least = Math.min(least, process.cpuUsage(before).user / 1000)
  }
  return least
}
