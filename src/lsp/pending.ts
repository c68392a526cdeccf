/** Work on documents that waits for a pause: of several requests for one document the last counts. */
export interface Pending {
  /** @param delay in milliseconds */
  after(delay: number, key: string, work: () => void): void
  cancel(key: string): void
}

export function createPending(): Pending {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const cancel = (key: string): void => {
    clearTimeout(timers.get(key))
    timers.delete(key)
  }
  return {
    after(delay, key, work) {
      cancel(key)
      timers.set(
        key,
        setTimeout(() => {
          timers.delete(key)
          work()
        }, delay)
      )
    },
    cancel
  }
}
