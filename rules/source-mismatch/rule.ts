import {
  askSources,
  type CitedStatement,
  defineSiteRule,
  namePage,
  quotePage,
  type Range,
  type SourceRecord,
  standingOf
} from '../../src/rule/index.ts'

interface Data {
  readonly names: readonly string[]
  readonly record: SourceRecord
  readonly pages: number
}

const mostNames = 3

export default defineSiteRule({
  id: 'source-mismatch',
  summary: 'Flag a source that is about something else than the sentence it is cited for.',
  category: 'verification',
  recommended: 'warn',
  options: {},
  messages: {
    elsewhere: ({names, record, pages}: Data) => ({
      reason: `Unexpected source, expected a page about ${listed(names)}`,
      note: `${namePage(record)}${pages > 1 ? ` and ${pages - 1} more` : ''} ${pages > 1 ? 'have' : 'has'} none of the names in the sentence and hardly one of its words. Cite the page that says so`
    })
  },
  collect(document, _options, reader): readonly CitedStatement[] | undefined {
    const statements = reader.statements(document).flatMap((statement) => {
      const {names, sources, isNear, hasOthers} = statement
      // What the names are for may stand in the other source.
      if (hasOthers) return []
      const own = isNear ? sources.filter(({range}) => hasName(statement, document.text, range)) : sources
      return names.length > 0 && own.length > 0 ? [{...statement, sources: own}] : []
    })
    return statements.length > 0 ? statements : undefined
  },
  sourcesOf: ({facts}) => askSources(facts),
  checkSite(articles, _options, report, {sources}) {
    for (const {path, facts} of articles) {
      for (const statement of facts) {
        const {pages, isElsewhere, lost} = standingOf(statement, sources)
        const [page] = pages
        const [source, ...others] = statement.sources
        if (!isElsewhere || lost || !page || !source) continue
        report('elsewhere', {
          path,
          range: source.range,
          data: {names: statement.names, record: page.record, pages: pages.length},
          related: [
            {range: statement.range, reason: 'The sentence that it is cited for'},
            ...others.map(({range}) => ({range, reason: 'This source of it has nothing of it either'}))
          ]
        })
      }
    }
  }
})

/** Whether a link in the sentence promises a page about one of its names: `[the mill of Anna Lindt](…)`. */
function hasName({range, names}: CitedStatement, text: string, [start, end]: Range): boolean {
  const words = text.slice(start, end)
  return range[0] <= start && end <= range[1] && names.some((name) => words.includes(name))
}

function listed(names: readonly string[]): string {
  const shown = [...new Set(names)].slice(0, mostNames).map((name) => `\`${quotePage(name, 30)}\``)
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : (shown[0] ?? '')
}
