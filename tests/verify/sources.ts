import type {Fetched, Fetcher} from '../../src/engine/fetch/index.ts'
import type {OnlineSettings} from '../../src/engine/index.ts'
import type {PageReader, PageReport, PageRequest} from '../../src/engine/verify/page-reader.ts'
import type {Tools} from '../../src/engine/verify/visit.ts'
import type {SourceQuery, Statement} from '../../src/sources/model.ts'

/** A web of pages: what is fetched where, as a test says. */
export interface Web {
  readonly tools: Tools
  /** Addresses that were fetched, in order. */
  readonly fetched: string[]
  readonly pages: Map<string, string | Fetched>
}

/** A page is its text; what is no string is what fetching it gives. */
export function createWeb(pages: Readonly<Record<string, string | Fetched>>): Web {
  const web = new Map(Object.entries(pages))
  const fetched: string[] = []
  const createFetcher = ({signal}: {readonly signal?: AbortSignal | undefined}): Fetcher => ({
    async fetch(url) {
      fetched.push(url)
      await new Promise((resolve) => setImmediate(resolve))
      const page = web.get(url)
      if (signal?.aborted) return {kind: 'unchecked', reason: 'was broken off'}
      if (page === undefined) return {kind: 'dead', cause: 'no-host'}
      if (typeof page !== 'string') return page
      const bytes = Buffer.from(page)
      return {kind: 'page', status: 200, finalUrl: url, isMoved: false, type: 'html', bytes}
    },
    close() {}
  })
  return {tools: {createFetcher, createPageReader}, fetched, pages: web}
}

/** Each figure is looked for as it is spelled. */
function createPageReader(): PageReader {
  return {
    async read({bytes, statements, fragments}: PageRequest): Promise<PageReport> {
      const text = Buffer.from(bytes).toString()
      const partOf = ({text: part}: {readonly text: string}) =>
        text.includes(part)
          ? {text: part, verdict: 'supported' as const, closest: part, passage: text}
          : {text: part, verdict: 'absent' as const}
      return {
        hash: Buffer.from(text).toString('hex').padEnd(16, '0').slice(0, 16),
        title: text.slice(0, 40),
        isReadable: !text.startsWith('THIN'),
        ...(text.startsWith('PARKED') ? {isEmpty: 'parked' as const} : {}),
        missingAnchors: fragments.filter((fragment) => !text.includes(`#${fragment}`)),
        statements: statements.map(({text, figures, quotations}) => ({
          text,
          figures: figures.map(partOf),
          quotations: quotations.map(partOf)
        }))
      }
    },
    async close() {}
  }
}

export const today = '2026-11-20'

export function online(settings: Partial<OnlineSettings> = {}): OnlineSettings {
  return {mode: 'fetch', version: '0.0.0', today, ...settings}
}

export function statement(text: string, ...figures: string[]): Statement {
  return {text, figures: figures.map((figure) => ({text: figure})), quotations: [], names: []}
}

export function query(url: string, ...about: [text?: string, ...figures: string[]]): SourceQuery {
  const [text, ...figures] = about
  return text === undefined ? {url} : {url, statement: statement(text, ...figures)}
}
