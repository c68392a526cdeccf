/** The words of the document model for claims and their sources. */
import type {Paragraph, Range, Sentence} from '../model.ts'

export type CitationKind =
  | 'link'
  | 'footnote'
  | 'citation-key'
  | 'note-number'
  | 'bare-url'
  | 'author-year'
  | 'attribution'
  | 'quotation'

/** Something that tells a reader where a statement comes from. */
export interface Citation {
  readonly kind: CitationKind
  readonly range: Range
  readonly paragraph: Paragraph
  /** Index of its sentence in the paragraph. */
  readonly sentence: number
  readonly url?: string
}

/** How far from a statement its evidence may stand. */
export type EvidenceScope = 'sentence' | 'paragraph' | 'section'

export type ClaimKind = 'quantity' | 'study' | 'rank' | 'effect' | 'fact' | 'forecast' | 'quotation'

/** A sentence that needs a source. */
export interface Claim {
  readonly kind: ClaimKind
  readonly sentence: Sentence
  /** The words that make it a claim, or the sentence. */
  readonly range: Range
  /** 0-1: how surely an editor would ask for a source, given those that stand around it. */
  readonly confidence: number
  /** 0-1: how surely it needs one, whether it has it or not. At least `confidence`. */
  readonly need: number
  /** The nearest citation. */
  readonly citation?: Citation | undefined
  /** How near it stands: in the sentence, before sentences that carry it on, or somewhere in the section. */
  readonly reach?: EvidenceScope | undefined
  /**
   * How many sentences away that citation stands: below 0 before the claim, 0 in its sentence, above 0 after it.
   * Nothing when it stands in another paragraph.
   */
  readonly distance?: number | undefined
  /** A size word in place of a number ("millions of users"), when it has one. */
  readonly vague?: Range | undefined
  /** Words that hang it on nobody: "studies show", or "a recent study" without a name. */
  readonly weasel?: Weasel | undefined
  /** Sentences of copied paragraphs that say it again. */
  readonly repeats?: readonly Sentence[] | undefined
}

export interface Weasel {
  readonly range: Range
  /** On people or studies in general, or on one study that has no name. */
  readonly form: 'nobody' | 'study'
}
