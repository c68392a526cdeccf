import type {Citation, Claim, ClaimKind} from '../../src/rule/index.ts'
import {figure, plainClaim, type Words, words} from './kinds.ts'
import {quote} from './quote.ts'

/** What a message is made of. */
export interface Wording {
  readonly kind: ClaimKind
  readonly sentence: string
  /** The words that make the sentence a claim, where they are less than the sentence. */
  readonly part: string | undefined
  /** The words of size in place of a number. */
  readonly vague: string | undefined
  /** That the nearest source does not cover the claim, when it stands in the paragraph. */
  readonly near: string | undefined
  readonly hasUnmarkedReferences: boolean
}

/** The reason and the note of a message about a claim. */
export function wordClaim(wording: Wording): {readonly reason: string; readonly note: string} {
  const {part, vague, near} = wording
  const isVague = vague !== undefined && part?.includes(vague) === true
  const {name, expected, why, anchor} = wordsFor(wording)
  const help = wording.hasUnmarkedReferences
    ? 'This article lists its sources but marks none in the text: say which of them this is from'
    : near
  if (isVague) {
    return {
      reason: `Unexpected \`${quote(part)}\` without a number or a source, expected the number and a link to where it comes from`,
      note: help ?? 'Nobody can check a word of size; a number with its year and source can be checked'
    }
  }
  const number = vague === undefined ? undefined : `give a number for \`${vague}\``
  return {
    reason: `Unexpected ${name} \`${part === undefined ? quote(wording.sentence, anchor) : quote(part)}\` without a source, expected ${expected}`,
    note: number === undefined ? (help ?? why) : `${help ?? 'A reader cannot check it'}; ${number}`
  }
}

/** The words that fit, and where in the sentence stands what they fit. */
function wordsFor({kind, part, sentence}: Wording): Words & {readonly anchor?: number} {
  if (kind === 'quantity' && part !== undefined) return figure
  for (const own of words[kind]) {
    const anchor = own.fits.exec(sentence)?.index
    if (anchor !== undefined) return {...own, anchor}
  }
  return plainClaim
}

const nouns: Readonly<Record<Citation['kind'], string>> = {
  link: 'link',
  'bare-url': 'link',
  footnote: 'footnote',
  'citation-key': 'reference',
  'note-number': 'reference',
  'author-year': 'reference',
  attribution: 'source named',
  quotation: 'speaker named'
}

/** A source that is more sentences away is not close. */
const nearest = 3

/** Says of the nearest source of a claim, when it stands in the same paragraph, that it does not cover the claim. */
export function wordNearest(claim: Claim, wordsOf: (citation: Citation) => string): string | undefined {
  const {citation} = claim
  const distance = distanceTo(claim)
  if (citation === undefined || distance === undefined || Math.abs(distance) > nearest) return undefined
  const {kind, url} = citation
  const noun = nouns[kind]
  const detail =
    kind === 'footnote'
      ? ''
      : url === undefined
        ? ` (\`${quote(wordsOf(citation).replace(/^\((.*)\)$/, '$1'))}\`)`
        : ` (to ${siteOf(url)})`
  if (distance === 0) return `The ${noun} in this sentence${detail} does not show where this comes from`
  const count = Math.abs(distance)
  const place = `${count} ${count === 1 ? 'sentence' : 'sentences'} ${distance < 0 ? 'above' : 'below'}`
  return `The ${noun} ${place}${detail} does not cover this sentence; if this comes from there too, say so here`
}

/** In sentences: below 0 when the citation stands before the claim. Nothing when it stands in another paragraph. */
function distanceTo({citation, sentence}: Claim): number | undefined {
  return citation?.paragraph === sentence.paragraph ? citation.sentence - sentence.index : undefined
}

/** "example.org" of an address; the path of a page of the same site. */
function siteOf(url: string): string {
  const host = /^(?:[a-z]+:)?\/\/(?:www\.)?([^/?#:\s]+)/i.exec(url)?.[1]
  return host ?? (url.length > 40 ? `${url.slice(0, 39)}…` : url)
}
