import type {FetchLimits} from './limits.ts'
import type {Pacing} from './pacing.ts'
import {type Answer, seconds} from './request.ts'
import {Trouble, troubleOf} from './trouble.ts'

/** Asks a few times where the host is busy or breaks off, as late as it wants. Rejects with a `Trouble`. */
export async function askPatiently(
  url: URL,
  attempt: () => Promise<Answer>,
  {pacing, limits}: {readonly pacing: Pacing; readonly limits: FetchLimits}
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const isLast = tries >= limits.tries
    const backoff = limits.backoff * 2 ** (tries - 1)
    let answer: Answer
    try {
      answer = await pacing.turn(url.host, async () => {
        const answer = await attempt()
        // Before the next one has its turn.
        if (isBusy(answer)) makeWait(answer, backoff)
        return answer
      })
    } catch (error) {
      const trouble = troubleOf(error)
      if (!trouble.isPassing || isLast) throw trouble
      pacing.hold(url.host, backoff)
      continue
    }
    if (!isBusy(answer)) return answer
    if (isLast) throw new Trouble(`answers ${answer.status}`)
  }

  function makeWait(answer: Answer, backoff: number): void {
    const wait = retryAfterOf(answer) ?? backoff
    if (wait <= limits.retryAfter) {
      pacing.hold(url.host, wait)
      return
    }
    const reason = `answers ${answer.status} and asks to wait ${seconds(wait)}`
    pacing.shut(url.host, reason)
    throw new Trouble(reason)
  }
}

function isBusy({status}: Answer): boolean {
  return status === 429 || status === 503
}

/** `Retry-After` in milliseconds: seconds, or a date. */
function retryAfterOf({headers}: Answer): number | undefined {
  const value = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const time = Date.parse(value)
  return Number.isNaN(time) ? undefined : Math.max(0, time - Date.now())
}
