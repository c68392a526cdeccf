/** Milliseconds of this process on a processor, the least of some turns: other work on the machine counts little. */
export function cpuTime(run: () => void, turns = 3): number {
  let least = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < turns; turn++) {
    const before = process.cpuUsage()
    run()
    const {user, system} = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
