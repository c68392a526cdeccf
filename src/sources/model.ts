/**
 * The words of checking sources: what an article hangs on a page, what the page says, and what came of comparing them.
 * All of it is JSON; nothing here knows files or the network.
 */

/** A part of a statement that is to be looked for: as a reader sees it, on one line. */
export interface Part {
  readonly text: string
  /**
   * A small count or a year, which a page may well tell in another way: its being contradicted is worth telling, that it is
   * absent only where the page has nothing of what it counts.
   */
  readonly isWeak?: boolean
}

/** A sentence of an article, and what of it a page has to say. */
export interface Statement {
  /** The sentence as a reader sees it, on one line, without the marks of its citations. */
  readonly text: string
  /** Numbers with their units: `32 percent`, `$1.2 million`, `3 March 2021`, `twice`. */
  readonly figures: readonly Part[]
  /** The words between quotation marks, without the marks. */
  readonly quotations: readonly Part[]
  /** Names in it: of people, places, organisations, works. */
  readonly names: readonly string[]
}

/** What a page is made of, once it is read. */
export interface Page {
  readonly title?: string
  /** Its address, whose words may name what it is about. */
  readonly url?: string
  /** The text a reader sees, block by block: paragraphs, headings, list items, table rows with ` | ` between their cells. */
  readonly blocks: readonly string[]
  /** `YYYY-MM-DD` or `YYYY-MM` or `YYYY`: when the page says that it was published, and changed last. */
  readonly published?: string
  readonly updated?: string
  /** What `#…` of an address can lead to; nothing where that can't be known (PDF, text, pages made by script). */
  readonly anchors?: readonly string[]
  /** It shows too little text to say what it does not hold: made by script, behind a wall, a notice about cookies. */
  readonly isThin?: boolean
  /** It is no page of its own: an error page with status 200, or a domain for sale. */
  readonly isEmpty?: 'not-found' | 'parked'
}

/**
 * `supported`: the page says so. `contradicted`: the page says the same of something else than the article does: another
 * figure, or other words. `absent`: the page was read and has nothing like it.
 */
export type Verdict = 'supported' | 'contradicted' | 'absent'

/** What a page has of one part of a statement. */
export interface PartVerdict {
  readonly text: string
  readonly verdict: Verdict
  /** What the page has closest: the figure or the words that support or contradict, as it spells them. */
  readonly closest?: string
  /** The sentence of the page that holds it, cut to 300 characters. */
  readonly passage?: string
}

/** What a page has of a statement. */
export interface StatementVerdict {
  /** The statement's own text: it is known again by it. */
  readonly text: string
  readonly figures: readonly PartVerdict[]
  readonly quotations: readonly PartVerdict[]
  /** Figures of which nothing can be said: small counts that are not there, changes that may have been reckoned. */
  readonly unclear?: readonly string[]
  /** None of the statement's names, and hardly a word of it, stands on the page. */
  readonly isElsewhere?: boolean
}

/** Why a source is dead. */
export type DeathCause =
  /** The server says that there is no such page (404, 410). */
  | 'gone'
  /** No server has that name any more. */
  | 'no-host'
  /** The page is one that says it is not there, with a status that says it is. */
  | 'not-found-page'
  /** The domain is for sale or parked. */
  | 'parked'
  /** An address of a page leads to the home page now. */
  | 'home-page'
  /** The certificate is expired, of another host, or signed by nobody known. */
  | 'certificate'
  /** Redirects lead in a circle, or on and on. */
  | 'redirect-loop'

/** What is known of a source, as `articlelint.sources.json` keeps it. Failures that may pass are never kept. */
export interface SourceRecord {
  /** As cited, without its fragment. */
  readonly url: string
  readonly state: 'alive' | 'dead'
  readonly cause?: DeathCause
  /** HTTP status of the last answer, where there was one. */
  readonly status?: number
  /** Where redirects led, without fragment. */
  readonly finalUrl?: string
  /** All redirects say that the page has moved for good (301, 308). */
  readonly isMoved?: boolean
  /** `YYYY-MM-DD` on which it was fetched. */
  readonly fetched: string
  /** 16 hex digits of the text of the page. */
  readonly hash?: string
  readonly title?: string
  readonly published?: string
  readonly updated?: string
  /** The page could be read, and shows enough text to say what it does not hold. */
  readonly isReadable?: boolean
  /** All fragments that were asked for. */
  readonly fragments?: readonly string[]
  /** Those of them that lead nowhere. */
  readonly missingAnchors?: readonly string[]
  readonly statements: readonly StatementVerdict[]
  /** Statements that the page supported when it was fetched before, on that day, and does not any more. */
  readonly lost?: readonly {readonly text: string; readonly on: string}[]
}

/** Why nothing can be said of a source now. */
export type Unchecked = {
  readonly url: string
  /** In words, after the address: “timed out after 20 s”, “answers 403”, “robots.txt forbids it”. */
  readonly reason: string
}

/** A source that is to be looked at, and for what. */
export interface SourceQuery {
  /** As cited, with its fragment. */
  readonly url: string
  readonly statement?: Statement
}

/** What rules may ask about sources once they are looked at. */
export interface Sources {
  /** Nothing where it was not checked. */
  recordOf(url: string): SourceRecord | undefined
  /** What the page has of a statement; nothing where that was not checked, or the page could not be read. */
  verdictOf(url: string, statement: Pick<Statement, 'text'>): StatementVerdict | undefined
}
