import {
  type Citation,
  type Claim,
  type ClaimKind,
  type Document,
  defineRule,
  lazy,
  type Sentence
} from '../../src/rule/index.ts'
import {isAmong, readAddress, type Weakness} from './address.ts'
import {type Kind, kinds} from './kinds.ts'

/** Words of a link that hold a figure: "3.6 million people", "40 % of users", not "18F" or "Section 508". */
const figure = lazy(
  () =>
    /\d\s?%|(?<![\p{L}\d@#.,-])(?!(?:19|20)\d\d\s)\d(?:[\d.,]*\d)?\s(?:percent|million|billion|thousand|\p{Ll}{3,})|\b(?:half|two[- ]thirds|a (?:third|quarter)|most) of\b/u
)
/** Words of a link that promise evidence: "a study found", "source". */
const promise =
  /\b(?:stud(?:y|ies)|surveys?|polls?|clinical trials?|statistics|stats|findings|reported|found|finds|estimates?|estimated|proven|(?:research|data|evidence|reports?) (?:shows?|showed|suggests?|says?))\b|^(?:sources?|cited|reference|citation)$/i
/** Words of a link that tell nothing. */
const pointer = /^(?:here|link|this|page|web ?site|article|via)$/i

/** A sentence of these kinds tells where it has it from when a bare address or a word like "link" stands in it. */
const checked: ReadonlySet<ClaimKind> = new Set(['quantity', 'study', 'rank', 'effect'])

/** Words of a link that can be a statement; one or two are the name of a thing. */
const statement = lazy(() => /^\p{Ll}\S*\s\S+\s\S/u)

/** Nobody links to these for a name. */
const loose: ReadonlySet<Weakness> = new Set(['shop', 'search', 'shortener'])

export default defineRule({
  id: 'weak-source',
  summary:
    'Flag a claim whose only source is a link that proves nothing: a home page, a shop, a search, a picture.',
  category: 'evidence',
  recommended: false,
  options: {
    trusted: {
      type: 'strings',
      default: [],
      description: 'Domains that always count, `example.org` with all below it, `*.gov` for all that end so'
    },
    untrusted: {type: 'strings', default: [], description: 'Domains that never count'}
  },
  messages: {
    weak: ({kind, url}: {kind: Kind; url: string}) => ({
      reason: `Unexpected ${kinds[kind].what} \`${url}\` as a source, expected ${kinds[kind].expected}`,
      note: kinds[kind].why
    })
  },
  check(document, {trusted, untrusted}, report) {
    const cited = readCited(document)
    for (const claim of document.claims) {
      if (claim.reach !== 'sentence') continue
      const citations = cited.get(claim.sentence) ?? []
      const weak = citations.map((citation) => ({citation, kind: judge(citation, claim, document)}))
      if (!weak.every(({kind}) => kind !== undefined)) continue
      for (const {citation, kind} of weak) {
        if (kind && kind !== 'mention')
          report('weak', {range: citation.range, data: {kind, url: shorten(citation.url as string)}})
      }
    }

    /** What is wrong with a citation; `mention` when the link only leads to who is spoken of, nothing when it counts. */
    function judge(citation: Citation, claim: Claim, {text}: Document): Kind | 'mention' | undefined {
      const {kind, url} = citation
      if ((kind !== 'link' && kind !== 'bare-url') || url === undefined) return undefined
      const address = readAddress(url)
      if (!address || isAmong(address.host, trusted)) return undefined
      if (isAmong(address.host, untrusted)) return 'untrusted'
      if (!address.weakness) return undefined
      return standsAsSource(citation, address.weakness, claim, text) ? address.weakness : 'mention'
    }
  }
})

/**
 * Whether a link is there to prove the claim, and not to show who is spoken of: it holds a figure(), speaks of a study, or
 * stands in brackets. A link to a shop or a search is seldom there for a name.
 */
function standsAsSource(citation: Citation, weakness: Weakness, {kind}: Claim, text: string): boolean {
  const [start, end] = citation.range
  const isAside = checked.has(kind) && /\(\[?$/.test(text.slice(Math.max(0, start - 2), start))
  if (citation.kind === 'bare-url') return isAside
  const words = text.slice(start, end)
  // Of `<a href>` only the tag is known.
  if (words.startsWith('<')) return false
  if (figure().test(words) || promise.test(words) || (isAside && pointer.test(words))) return true
  return loose.has(weakness) && checked.has(kind) && statement().test(words)
}

/** The citations of each sentence that has some. */
function readCited({citations}: Document): Map<Sentence, Citation[]> {
  const cited = new Map<Sentence, Citation[]>()
  for (const citation of citations) {
    const sentence = citation.paragraph.sentences[citation.sentence]
    if (!sentence) continue
    const known = cited.get(sentence)
    if (known) known.push(citation)
    else cited.set(sentence, [citation])
  }
  return cited
}

function shorten(url: string): string {
  return url.length > 60 ? `${url.slice(0, 59)}…` : url
}
