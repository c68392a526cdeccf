import type {Answer} from './request.ts'
import {Trouble, troubleOf} from './trouble.ts'

/** Where redirects led. */
export interface Walk {
  /** The address that was asked for last. */
  readonly url: URL
  readonly hops: number
  /** There were redirects, and all of them are for good (301, 308). */
  readonly isMoved: boolean
  readonly end: Answer | Trouble
}

interface Steps {
  readonly most: number
  /** Why an address must not be asked for. */
  readonly refusalOf: (url: URL) => string | undefined
  readonly ask: (url: URL) => Promise<Answer>
}

/** Asks for an address and goes where redirects lead; each address is checked like the first. Never rejects. */
export async function follow(start: URL, {most, refusalOf, ask}: Steps): Promise<Walk> {
  const seen = new Set<string>()
  let isPermanent = true
  let hasCookies = false
  let url = start
  for (let hops = 0; ; hops += 1) {
    const over = (end: Answer | Trouble): Walk => ({url, hops, isMoved: hops > 0 && isPermanent, end})
    const refusal = refusalOf(url)
    if (refusal !== undefined) return over(new Trouble(hops === 0 ? refusal : `redirects to what ${refusal}`))
    if (seen.has(url.href)) {
      // Those who ask for a cookie send everybody in a circle who takes none; a browser gets through.
      return over(
        hasCookies
          ? new Trouble('redirects in a circle whoever takes no cookies')
          : new Trouble('redirects in a circle', {death: 'redirect-loop'})
      )
    }
    if (hops > most) return over(new Trouble(`redirects more than ${most} times`))
    seen.add(url.href)
    let answer: Answer
    try {
      answer = await ask(url)
    } catch (error) {
      return over(troubleOf(error))
    }
    const target = targetOf(answer)
    if (!target) return over(answer)
    isPermanent &&= answer.status === 301 || answer.status === 308
    hasCookies ||= answer.headers['set-cookie'] !== undefined
    url = target
  }
}

/** Where an answer redirects to, without fragment. */
function targetOf({url, status, headers: {location}}: Answer): URL | undefined {
  if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) return undefined
  // Headers come as Latin-1; what browsers read there is UTF-8.
  const text = Buffer.from(location, 'latin1').toString('utf8')
  if (!URL.canParse(text, url.href)) return undefined
  const target = new URL(text, url.href)
  target.hash = ''
  return target
}
