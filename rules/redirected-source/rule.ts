import {
  type CitedSource,
  defineSiteRule,
  fragmentOf,
  quoteAddress,
  quotePage,
  type SourceRecord
} from '../../src/rule/index.ts'
import {newAddress, spellAddress} from './moves.ts'

interface Data {
  readonly url: string
  readonly to: string
  readonly record: SourceRecord
}

export default defineSiteRule({
  id: 'redirected-source',
  summary: 'Flag a source that has moved to another address for good.',
  category: 'verification',
  recommended: 'info',
  anyLanguage: true,
  options: {},
  messages: {
    moved: ({url, to, record}: Data) => ({
      reason: `Unexpected address \`${quoteAddress(url, 60)}\`, expected \`${quoteAddress(to, 60)}\`, where the page has moved for good`,
      note: `Checked on ${quotePage(record.fetched, 10)}. Redirects are taken down one day; the source is dead then`,
      expected: [quoteAddress(to, 1000)]
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
      for (const {url, range, urlRange} of facts) {
        const record = sources.recordOf(url)
        const at = urlRange ?? range
        if (record?.state !== 'alive' || !record.isMoved || !record.finalUrl || seen.has(at[0])) continue
        // The rule about dead sources has the word: a new address would not lead to the passage, either.
        const fragment = fragmentOf(url)
        if (fragment !== undefined && record.missingAnchors?.includes(fragment)) continue
        const moved = newAddress(url, record.finalUrl)
        if (moved === undefined) continue
        seen.add(at[0])
        const spelled = spellAddress(moved)
        const hash = url.indexOf('#')
        const to = `${spelled ?? moved}${hash < 0 ? '' : url.slice(hash)}`
        const edit = urlRange && spelled !== undefined && {range: urlRange, text: to}
        report('moved', {
          path,
          range: at,
          data: {url, to, record},
          ...(edit ? {suggest: [{title: 'Cite the new address', edits: [edit]}]} : {})
        })
      }
    }
  }
})
