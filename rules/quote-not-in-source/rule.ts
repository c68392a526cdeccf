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
import {showDifference} from './difference.ts'

interface Data extends Unsupported {
  readonly quotation: string
}

export default defineSiteRule({
  id: 'quote-not-in-source',
  summary: 'Flag a quotation whose words the cited page does not have, or has otherwise.',
  category: 'verification',
  recommended: 'error',
  options: {},
  messages: {
    altered({quotation, closest = '', record}: Data) {
      const [own, other] = showDifference(quotation, closest)
      return {
        reason: `Unexpected “${quotePage(own, 60)}” in a quotation, the source says “${quotePage(other, 60)}”`,
        note: `Words between quotation marks are those of the source, here ${namePage(record)}; mark what is left out with … and what is changed with [ ]`,
        expected: [quotePage(closest, 400)]
      }
    },
    absent({quotation, record, pages}: Data) {
      return {
        reason: `Unexpected quotation “${quotePage(quotation, 60)}”, expected words that ${pages === 1 ? 'the source has' : `one of its ${pages} sources has`}`,
        note: `It was looked for in ${namePage(record)}${pages > 1 ? ` and ${pages - 1} more` : ''}. Cite the page that has it, or take off the quotation marks if the words are yours`
      }
    }
  },
  collect(document, _options, reader): readonly CitedStatement[] | undefined {
    const statements = reader.statements(document).filter(({quotations}) => quotations.length > 0)
    return statements.length > 0 ? statements : undefined
  },
  sourcesOf: ({facts}) => askSources(facts),
  checkSite(articles, _options, report, {sources}) {
    for (const {path, facts} of articles) {
      for (const statement of facts) {
        const standing = standingOf(statement, sources)
        for (const [index, {text}] of statement.quotations.entries()) {
          const range = statement.quotationRanges[index]
          const found = unsupportedPart(standing, 'quotations', text)
          if (!range || !found) continue
          const finding = {path, range, data: {...found, quotation: text}}
          if (found.verdict === 'contradicted') report('altered', finding)
          else if (!statement.isNear && !statement.hasOthers) report('absent', {...finding, atMost: 'warn'})
        }
      }
    }
  }
})
