import type {OnlineSettings} from '../engine/index.ts'
import {escapeLine} from '../reporters/escape.ts'

const {env, stderr} = process

/** Where nobody sees the line change, another one each ten seconds says that something is done. */
const linesEvery = 10_000

/** Runs with a count of the sources on stderr: hundreds of them take minutes. */
export async function withSourceProgress<Result>(
  online: OnlineSettings | undefined,
  run: (online: OnlineSettings | undefined) => Promise<Result>
): Promise<Result> {
  if (!online || online.mode === 'locked') return run(online)
  const isLive = stderr.isTTY && env.TERM !== 'dumb'
  let last = Date.now()
  let isShown = false
  const onProgress: OnlineSettings['onProgress'] = (done, total, host) => {
    const now = Date.now()
    if (done === total || now - last < (isLive ? 100 : linesEvery)) return
    last = now
    const at = host === '' ? '' : `, ${escapeLine(host.slice(0, 60))}`
    const line = `${done} of ${total} sources${at}`
    stderr.write(isLive ? `\r\u001B[K${line}` : `${line}\n`)
    isShown = isLive
  }
  const end = (): void => {
    if (isShown) stderr.write('\r\u001B[K')
    isShown = false
  }
  try {
    return await run({
      ...online,
      onProgress: (done, total, host) => {
        if (done === total) end()
        onProgress(done, total, host)
      }
    })
  } finally {
    end()
  }
}
