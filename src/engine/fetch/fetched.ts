import type {DeathCause} from '../../sources/model.ts'

/** What came of asking for an address. */
export type Fetched =
  | {
      readonly kind: 'page'
      readonly status: number
      /** Where redirects led, without fragment. */
      readonly finalUrl: string
      /** There were redirects, and all of them are for good (301, 308). */
      readonly isMoved: boolean
      /** `other` is not read: its `bytes` are empty. */
      readonly type: 'html' | 'text' | 'pdf' | 'other'
      /** As the headers say, in lower case. */
      readonly charset?: string
      readonly bytes: Uint8Array
      /** `YYYY-MM-DD`. */
      readonly lastModified?: string
    }
  | {
      readonly kind: 'dead'
      readonly cause: DeathCause
      readonly status?: number
      readonly finalUrl?: string
      readonly isMoved?: boolean
    }
  | {
      readonly kind: 'unchecked'
      /** In words that go on after the address: `answers 403`. */
      readonly reason: string
    }
