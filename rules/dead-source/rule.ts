import {
  type CitedSource,
  type DeathCause,
  defineSiteRule,
  fragmentOf,
  quoteAddress,
  quotePage,
  type SourceRecord
} from '../../src/rule/index.ts'
import {archiveNote, createCopyTest} from './archive.ts'

interface Data {
  readonly url: string
  readonly record: SourceRecord
}

/** The message of each cause; what may be the way only a machine is answered is no error. */
const messageOf = {
  gone: 'gone',
  'no-host': 'host',
  'not-found-page': 'missing',
  parked: 'parked',
  'home-page': 'home',
  certificate: 'certificate',
  'redirect-loop': 'loop'
} as const satisfies Record<DeathCause, string>
const milder: readonly DeathCause[] = ['home-page', 'certificate', 'redirect-loop']

const dead = (what: string | ((record: SourceRecord) => string)) => {
  return ({url, record}: Data) => ({
    reason: `Unexpected source \`${quoteAddress(url, 90)}\`, ${typeof what === 'string' ? what : what(record)}, expected a page that answers, or an archived copy`,
    note: `Checked on ${quotePage(record.fetched, 10)}. ${archiveNote(record.url)}`
  })
}

export default defineSiteRule({
  id: 'dead-source',
  summary: 'Flag a source whose page is gone.',
  category: 'verification',
  recommended: 'error',
  anyLanguage: true,
  options: {},
  messages: {
    gone: dead(({status}) => `which is gone${status === undefined ? '' : ` (the server answers ${status})`}`),
    host: dead('whose host does not exist'),
    missing: dead('whose page says that it was not found'),
    parked: dead('whose domain is parked or for sale'),
    home: dead('which leads to the home page now'),
    certificate: dead('whose certificate is not valid'),
    loop: dead('whose redirects never end'),
    anchor: ({url, record}: Data) => ({
      reason: `Unexpected \`#${quotePage(fragmentOf(url) ?? '', 50)}\` in the source \`${quoteAddress(record.url, 70)}\`, expected an anchor that the page has`,
      note: `Checked on ${quotePage(record.fetched, 10)}. The link leads to the top of the page; find where the passage stands now`
    })
  },
  collect(document, _options, reader): readonly CitedSource[] | undefined {
    const sources = reader.sources(document)
    return sources.length > 0 ? sources : undefined
  },
  sourcesOf: ({facts}) => facts.map(({url}) => ({url})),
  checkSite(articles, _options, report, {sources}) {
    for (const {path, facts} of articles) {
      // A definition is one place, however often it is called.
      const seen = new Set<number>()
      const hasCopy = createCopyTest(facts.map(({url}) => url))
      for (const {url, range, urlRange = range} of facts) {
        const record = sources.recordOf(url)
        if (!record || seen.has(urlRange[0]) || hasCopy(record.url)) continue
        const finding = {path, range: urlRange, data: {url, record}}
        const {state, cause} = record
        const fragment = fragmentOf(url)
        if (state === 'dead' && cause) {
          seen.add(urlRange[0])
          report(messageOf[cause], {...finding, ...(milder.includes(cause) ? {atMost: 'warn'} : {})})
        } else if (state === 'alive' && fragment !== undefined && record.missingAnchors?.includes(fragment)) {
          seen.add(urlRange[0])
          report('anchor', {...finding, atMost: 'info'})
        }
      }
    }
  }
})
