/** Waits, in milliseconds; rejects with the signal's reason as soon as that is aborted. */
export function sleep(duration: number, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const slept = new Promise<void>((resolve) => {
    if (duration <= 0) resolve()
    else timer = setTimeout(resolve, duration)
  })
  return unlessStopped(slept, signal).finally(() => clearTimeout(timer))
}

/** What a promise gives, or the signal's reason as soon as that is aborted. */
export function unlessStopped<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, {once: true})
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
