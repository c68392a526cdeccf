import {type Claim, defineRule, isMinutes, lazy} from '../../src/rule/index.ts'

/** “It was reported that the footpath had been cleared”: in minutes, by those who were there. */
const passive = /^it (?:was|is|has been) /i

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
    // “Studies show … A survey by Aviva found …”: who says something else in the paragraph does not say this.
    const cited = new Set(
      document.citations
        .filter(({kind}) => kind !== 'attribution' && kind !== 'quotation')
        .map(({paragraph}) => paragraph)
    )
    const claims = evidence === 'paragraph' ? document.openClaims : document.claims
    const isOfMeeting = lazy(() => isMinutes(document))
    for (let at = 0; at < claims.length; at++) {
      const {weasel, sentence, reach, confidence} = claims[at] as Claim
      if (weasel?.form !== 'nobody' || reach === 'sentence') continue
      if (evidence === 'paragraph' && cited.has(sentence.paragraph)) continue
      const text = document.text.slice(...weasel.range).replace(/\s+/g, ' ')
      if (passive.test(text) && isOfMeeting()) continue
      report('nobody', {range: weasel.range, data: {text}, confidence})
    }
  }
})
