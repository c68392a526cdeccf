import {defineRule} from '../../src/rule/index.ts'

export default defineRule({
  id: 'unlinked-attribution',
  summary:
    'Flag a study or publication that is mentioned but cannot be found: no name, link or list of references.',
  category: 'evidence',
  recommended: 'warn',
  options: {},
  messages: {
    study: (data: {text: string}) => ({
      reason: `Unexpected \`${data.text}\` without a link, expected which one`,
      note: 'A reader cannot find it: name who did it and when, and link it'
    }),
    reference: (data: {text: string}) => ({
      reason: `Unexpected reference \`${data.text}\` without a link, expected a link or an entry in a list of references`,
      note: 'Name and year stand for an entry that is missing'
    })
  },
  check(document, _options, report) {
    const cited = new Set(document.citations.map(({paragraph}) => paragraph))
    for (const {weasel, sentence, reach, confidence} of document.claims) {
      if (
        weasel?.form !== 'study' ||
        reach === 'sentence' ||
        reach === 'paragraph' ||
        cited.has(sentence.paragraph)
      )
        continue
      report('study', {range: weasel.range, data: {text: textAt(weasel.range)}, confidence})
    }
    if (document.hasReferenceList) return
    const linked = new Set(
      document.citations
        .filter(({kind}) => kind !== 'author-year' && kind !== 'attribution')
        .map(({paragraph}) => paragraph)
    )
    for (const {kind, range, paragraph} of document.citations) {
      if (kind === 'author-year' && !linked.has(paragraph))
        report('reference', {range, data: {text: textAt(range)}})
    }

    function textAt(range: readonly [number, number]): string {
      return document.text.slice(...range).replace(/\s+/g, ' ')
    }
  }
})
