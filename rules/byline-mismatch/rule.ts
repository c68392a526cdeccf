import {defineRule} from '../../src/rule/index.ts'
import {agree, findCredits} from './authors.ts'

export default defineRule({
  id: 'byline-mismatch',
  summary: 'Flag an author who is another one than that of the front matter or the byline.',
  category: 'consistency',
  recommended: false,
  options: {},
  messages: {
    mismatch: (data: {name: string; where: string; expected: string; expectedWhere: string}) => ({
      reason: `Unexpected author \`${data.name}\` in the ${data.where}, expected \`${data.expected}\` as in the ${data.expectedWhere}`,
      note: 'One of them did not write the article; readers and search engines are told of both'
    })
  },
  check(document, _options, report) {
    const [first, ...others] = findCredits(document)
    if (!first) return
    for (const other of others) {
      if (agree(first, other)) continue
      report('mismatch', {
        range: other.range,
        data: {
          name: other.names.join(', '),
          where: other.where,
          expected: first.names.join(', '),
          expectedWhere: first.where
        },
        related: [{range: first.range, reason: `\`${first.names.join(', ')}\` stands here`}]
      })
      return
    }
  }
})
