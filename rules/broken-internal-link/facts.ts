import type {Range} from '../../src/rule/index.ts'

export interface Link {
  readonly url: string
  /** The address in the source, or the whole link where the source spells the address in another way. */
  readonly range: Range
}

/** What the rule knows of one article. */
export interface Facts {
  readonly anchors: readonly string[]
  /** A template may add anchors that are not seen here. */
  readonly isOpen: boolean
  /** Where front matter says that the article is served. */
  readonly addresses: readonly string[]
  readonly links: readonly Link[]
}
