import {type Citation, defineRule, type Paragraph} from '../../src/rule/index.ts'

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
    const {citations, openClaims} = document
    const studies = openClaims.filter(({weasel}) => weasel?.form === 'study')
    const cited = new Set(studies.length > 0 ? citations.map(({paragraph}) => paragraph) : [])
    for (const {weasel, sentence, confidence, citation} of studies) {
      if (!weasel || cited.has(sentence.paragraph) || isOfMany(textAt(weasel.range), citation)) continue
      report('study', {range: weasel.range, data: {text: textAt(weasel.range)}, confidence})
    }
    if (document.hasReferenceList || !citations.some(({kind}) => kind === 'author-year')) return
    const linked = new Set(
      citations
        .filter(({kind}) => kind !== 'author-year' && kind !== 'attribution')
        .map(({paragraph}) => paragraph)
    )
    for (const {kind, range, paragraph} of citations) {
      // In words of others it points to their list of references.
      if (kind !== 'author-year' || paragraph.place === 'quote' || linked.has(paragraph)) continue
      if (isExample(textAt(range)) || isWhole(textAt(range))) continue
      if (!isLinked(paragraph, range)) report('reference', {range, data: {text: textAt(range)}})
    }

    function textAt(range: readonly [number, number]): string {
      return document.text.slice(...range).replace(/\s+/g, ' ')
    }
  }
})

/** With its day or month before the year, or the letters of a court, as in “(Sept. 18, 2014)” and “(Del. Ch. 2012)”. */
const dated =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:1[5-9]|20)\d\d\b/i

/** “(Harrow University Press, 2013)”, “(York: Amsel and Sons, 1995)”: where a book was printed, whose title stands before it. */
const imprint =
  /^\((?:[^():]{2,40}: \p{Lu}[^():]{2,60}|[^():]{2,60} (?:Books|Editions|Press|Publish(?:ers|ing)|Verlag|Law & Business)), (?:1[5-9]|20)\d\d\)$/u

/** What stands in the brackets is all of it, and no key to a list of references. */
function isWhole(text: string): boolean {
  return (
    dated.test(text) ||
    imprint.test(text) ||
    /[.!?]\)$/.test(text) ||
    text
      .slice(1)
      .split(' ')
      .every((word, index, {length}) => (index === length - 1 ? index > 0 : word.endsWith('.')))
  )
}

/** "In one trial" below "[four trials](https://tea.org) were run": one of those that stand there with their source. */
function isOfMany(text: string, citation: Citation | undefined): boolean {
  const [, noun] =
    /\b(?:one|another) (?:\w+ )?(stud|survey|poll|trial|experiment|report|paper)/i.exec(text) ?? []
  if (noun === undefined || !citation) return false
  const many = noun.toLowerCase() === 'stud' ? 'studies' : `${noun.toLowerCase()}s`
  return citation.paragraph.prose.value.toLowerCase().includes(many)
}

/** `[The tea of York (Lee, 2004)](#the-tea-of-york)`: an entry of a list of contents leads to where its source stands. */
function isLinked({prose}: Paragraph, [from, to]: readonly [number, number]): boolean {
  return prose.marks.some(({node, start, end}) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return false
    const [first, last] = prose.at(start, end - start)
    return first <= from && to <= last
  })
}

/** "(e.g. Oven 2000)", "(TeaConf 2019)": a product or an event with its year, no author. */
function isExample(text: string): boolean {
  if (text.includes(',')) return false
  return (
    /^\(e\.g\. /.test(text) ||
    /^\((?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz)\p{Lu})\p{Lu}+\p{Ll}+\p{Lu}\p{L}* \d{4}\)$/u.test(text)
  )
}
