import {
  askSources,
  type CitedStatement,
  defineSiteRule,
  isPartSupported,
  namePage,
  quotePage,
  type Range,
  type SourceRecord,
  type Standing,
  standingOf
} from '../../src/rule/index.ts'
import {articleDay, lastDay, yearsBefore} from './days.ts'

interface Facts {
  /** The day that the article gives itself. */
  readonly day?: string
  readonly statements: readonly CitedStatement[]
}

export default defineSiteRule({
  id: 'stale-source',
  summary: 'Flag a source that is older than the words “currently” or “today” allow, or was changed since.',
  category: 'verification',
  recommended: 'warn',
  options: {
    years: {
      type: 'number',
      default: 2,
      minimum: 0,
      maximum: 100,
      description: 'A source of “currently” may be so many years old.'
    }
  },
  messages: {
    dated: ({text, of, record}: {text: string; of: string; record: SourceRecord}) => ({
      reason: `Unexpected \`${quotePage(text, 40)}\` with a source of ${quotePage(of, 10)}, expected a newer source, or the time it speaks of`,
      note: `The newest date on ${namePage(record)} is ${quotePage(of, 10)}`
    }),
    changed: ({part, on, record}: {part: string; on: string; record: SourceRecord}) => ({
      reason: `Unexpected \`${quotePage(part, 60)}\`, which the source does not have any more, expected what it says now, or an archived copy`,
      note: `On ${quotePage(on, 10)} the page had it. Now: ${namePage(record)}`
    })
  },
  collect(document, _options, reader): Facts | undefined {
    const statements = reader
      .statements(document)
      .filter(({figures, quotations, timely}) => timely || figures.length > 0 || quotations.length > 0)
    if (statements.length === 0) return undefined
    const day = articleDay(document)
    return {...(day === undefined ? {} : {day}), statements}
  },
  sourcesOf: ({facts}) => askSources(facts.statements),
  checkSite(articles, {years}, report, {sources}) {
    for (const {path, facts} of articles) {
      for (const statement of facts.statements) {
        const standing = standingOf(statement, sources)
        if (standing.lost) {
          const {page, on} = standing.lost
          const {text: part, range} = lostPart(statement, standing)
          report('changed', {path, range, data: {part, on, record: page.record}})
        } else if (statement.timely && !statement.isNear && !statement.hasOthers && !standing.isElsewhere) {
          const {text, range} = statement.timely
          const old = newestPage(standing)
          if (old && old.of < yearsBefore(readingDay(old.record, facts.day, text), years))
            report('dated', {path, range, data: {text, of: old.shown, record: old.record}})
        }
      }
    }
  }
})

/** What of a statement its sources do not have any more. */
function lostPart(statement: CitedStatement, {pages}: Standing): {text: string; range: Range} {
  for (const [kind, ranges] of [
    ['figures', statement.figureRanges],
    ['quotations', statement.quotationRanges]
  ] as const) {
    for (const [index, {text}] of statement[kind].entries()) {
      const range = ranges[index]
      if (range && !isPartSupported(pages, kind, text)) return {text, range}
    }
  }
  return {text: statement.text, range: statement.range}
}

/** The newest of the pages of a statement; nothing where one of them may be newer. */
function newestPage({pages, isComplete}: Standing) {
  const dated = pages.flatMap(({record}) => {
    const shown = record.updated ?? record.published
    return shown === undefined ? [] : [{record, shown, of: lastDay(shown)}]
  })
  if (!isComplete || dated.length < pages.length) return undefined
  return dated.reduce((newest, page) => (page.of > newest.of ? page : newest))
}

/** The day “currently” speaks of: that on which the page was read, or that of the article, or the end of its year. */
function readingDay({fetched}: SourceRecord, day: string | undefined, text: string): string {
  const year = /\b(?:19|20)\d\d\b/.exec(text)?.[0]
  const days = [fetched, ...(day === undefined ? [] : [day]), ...(year === undefined ? [] : [lastDay(year)])]
  return days.reduce((first, one) => (one < first ? one : first))
}
