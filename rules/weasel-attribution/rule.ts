import {type Claim, defineRule} from '../../src/rule/index.ts'

export default defineRule({
  id: 'weasel-attribution',
  summary: 'Flag a statement that is hung on nobody: “studies show”, “experts say”, “it is widely believed”.',
  category: 'evidence',
  recommended: 'warn',
  options: {
    evidence: {
      type: 'choice',
      choices: ['sentence', 'paragraph'],
      default: 'paragraph',
      description: 'How far a link, footnote or named source may stand'
    }
  },
  messages: {
    nobody: (data: {text: string}) => ({
      reason: `Unexpected \`${data.text}\` without a name, expected who, with a link or footnote`,
      note: 'Nobody can be asked, so nobody can check it; name one study or person, or say it in your own voice'
    })
  },
  check(document, {evidence}, report) {
    const cited = new Set(document.citations.map(({paragraph}) => paragraph))
    const claims = evidence === 'paragraph' ? document.openClaims : document.claims
    for (let at = 0; at < claims.length; at++) {
      const {weasel, sentence, reach, confidence} = claims[at] as Claim
      if (weasel?.form !== 'nobody' || reach === 'sentence') continue
      if (evidence === 'paragraph' && cited.has(sentence.paragraph)) continue
      report('nobody', {
        range: weasel.range,
        data: {text: document.text.slice(...weasel.range).replace(/\s+/g, ' ')},
        confidence
      })
    }
  }
})
