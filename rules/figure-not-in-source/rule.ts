import {
  askSources,
  type CitedStatement,
  defineSiteRule,
  namePage,
  quotePage,
  standingOf,
  type Unsupported,
  unsupportedPart
} from '../../src/rule/index.ts'

interface Data extends Unsupported {
  readonly figure: string
}

export default defineSiteRule({
  id: 'figure-not-in-source',
  summary: 'Flag a figure that the cited page does not have, or has otherwise.',
  category: 'verification',
  recommended: 'error',
  options: {},
  messages: {
    contradicted({figure, closest = '', passage, record}: Data) {
      const said = quotePage(closest, 60)
      return {
        reason: `Unexpected figure \`${quotePage(figure, 60)}\`, the source says \`${said}\``,
        note: `${passage === undefined ? '' : `“${quotePage(passage, 240)}” says `}${namePage(record)}`,
        expected: [said]
      }
    },
    absent({figure, closest, record, pages}: Data) {
      const near = closest === undefined ? '' : `; the nearest it has is \`${quotePage(closest, 60)}\``
      return {
        reason: `Unexpected figure \`${quotePage(figure, 60)}\`, expected one that ${pages === 1 ? 'the source has' : `one of its ${pages} sources has`}`,
        note: `It was looked for in ${namePage(record)}${pages > 1 ? ` and ${pages - 1} more` : ''}${near}. Correct it, or cite the page that has it`
      }
    }
  },
  collect(document, _options, reader): readonly CitedStatement[] | undefined {
    const statements = reader.statements(document).filter(({figures}) => figures.length > 0)
    return statements.length > 0 ? statements : undefined
  },
  sourcesOf: ({facts}) => askSources(facts),
  checkSite(articles, _options, report, {sources}) {
    for (const {path, facts} of articles) {
      for (const statement of facts) {
        const standing = standingOf(statement, sources)
        const said = new Set<string>()
        for (const [index, {text}] of statement.figures.entries()) {
          const range = statement.figureRanges[index]
          const found = unsupportedPart(standing, 'figures', text)
          if (!range || !found || said.has(text)) continue
          said.add(text)
          const finding = {path, range, data: {...found, figure: text}}
          if (found.verdict === 'contradicted') report('contradicted', finding)
          else if (!statement.isNear && !statement.hasOthers) report('absent', {...finding, atMost: 'warn'})
        }
      }
    }
  }
})
