import type {Root} from 'mdast'
import type {Assembly} from './assemble.ts'
import {type ClaimFinder, createClaimFinder} from './claims/index.ts'
import {readTokens, type Tokens} from './claims/tokens.ts'
import {readTone} from './claims/tone.ts'
import {findParagraphCopies} from './copies/paragraph-copies.ts'
import {findGluedHeadings} from './headings/glued-headings.ts'
import {findFlattenedLists} from './lists/flattened-lists.ts'
import type * as model from './model.ts'
import {findCitations, hasEvidence, hasUnmarkedReferences} from './references/citations.ts'
import {findReferences, hasReferenceList, type References} from './references/references.ts'

/** What is known of an article at once. */
export interface DocumentFields
  extends Pick<
    model.Document,
    'path' | 'text' | 'layout' | 'tightLines' | 'language' | 'frontmatter' | 'title' | 'author' | 'furniture'
  > {
  readonly tree: Root
  readonly parser: model.Parser
  readonly parts: Assembly
  readonly comments: () => readonly model.Comment[]
}

/**
 * An article whose costly parts are worked out when a rule first asks for them, and kept. A class, since rules read
 * it thousands of times: objects with getters of their own have no shape in common, and each look-up is slow.
 */
export class LazyDocument implements model.Document {
  readonly path: string | undefined
  readonly text: string
  readonly tree: Root
  readonly format: model.Format
  readonly spelling: model.Spelling | undefined
  readonly layout: model.Layout
  readonly tightLines: readonly number[]
  readonly language: string
  readonly frontmatter: model.Frontmatter | undefined
  readonly title: model.Title | undefined
  readonly author: string | undefined
  readonly blocks: readonly model.Block[]
  readonly paragraphs: readonly model.Paragraph[]
  readonly headings: readonly model.Heading[]
  readonly sections: readonly model.Section[]
  readonly furniture: readonly model.Furniture[]
  /** Bound: rules take it out of the document. */
  readonly copyOf = (paragraph: model.Paragraph): model.Copy | undefined => {
    this.copied ??= new Map(this.copies.map((copy) => [copy.paragraph, copy]))
    return this.copied.size === 0 ? undefined : this.copied.get(paragraph)
  }
  private readonly findComments: () => readonly model.Comment[]
  private foundCopies: readonly model.Copy[] | undefined
  private copied: ReadonlyMap<model.Paragraph, model.Copy> | undefined
  private glued: readonly model.GluedHeading[] | undefined
  private flattened: readonly model.FlattenedList[] | undefined
  private judged: readonly model.Sentence[] | undefined
  private cited: readonly model.Citation[] | undefined
  private read: readonly Tokens[] | undefined
  private claimed: readonly model.Claim[] | undefined
  private unsourced: readonly model.Claim[] | undefined
  private finder: ClaimFinder | undefined
  private listing: References | undefined
  private listed: boolean | undefined
  private unmarked: boolean | undefined
  private evident: boolean | undefined
  private counted: number | undefined
  private spoken: model.Tone | undefined

  constructor(fields: DocumentFields) {
    this.path = fields.path
    this.text = fields.text
    this.tree = fields.tree
    this.format = fields.parser.format
    this.spelling = fields.parser.spelling
    this.layout = fields.layout
    this.tightLines = fields.tightLines
    this.language = fields.language
    this.frontmatter = fields.frontmatter
    this.title = fields.title
    this.author = fields.author
    this.blocks = fields.parts.blocks
    this.paragraphs = fields.parts.paragraphs
    this.headings = fields.parts.headings
    this.sections = fields.parts.sections
    this.furniture = fields.furniture
    this.findComments = fields.comments
  }

  get comments(): readonly model.Comment[] {
    return this.findComments()
  }

  get copies(): readonly model.Copy[] {
    this.foundCopies ??= findParagraphCopies(this)
    return this.foundCopies
  }

  get gluedHeadings(): readonly model.GluedHeading[] {
    this.glued ??= findGluedHeadings(this)
    return this.glued
  }

  get flattenedLists(): readonly model.FlattenedList[] {
    this.flattened ??= findFlattenedLists(this)
    return this.flattened
  }

  get sentences(): readonly model.Sentence[] {
    this.judged ??= this.findSentences()
    return this.judged
  }

  get citations(): readonly model.Citation[] {
    this.cited ??= findCitations(this)
    return this.cited
  }

  get claims(): readonly model.Claim[] {
    this.claimed ??= this.claimFinder.all()
    return this.claimed
  }

  get openClaims(): readonly model.Claim[] {
    this.unsourced ??= this.claimFinder.open()
    return this.unsourced
  }

  get references(): ReadonlySet<model.Paragraph> {
    return this.foundReferences.listed
  }

  get referenceEntries(): ReadonlySet<model.Paragraph> {
    return this.foundReferences.entries
  }

  get hasReferenceList(): boolean {
    this.listed ??= hasReferenceList(this)
    return this.listed
  }

  get hasUnmarkedReferences(): boolean {
    this.unmarked ??= hasUnmarkedReferences(this)
    return this.unmarked
  }

  get hasEvidence(): boolean {
    this.evident ??= hasEvidence(this)
    return this.evident
  }

  get tone(): model.Tone {
    this.spoken ??= readTone(this, this.tokens)
    return this.spoken
  }

  get wordCount(): number {
    this.counted ??= countWords(this.paragraphs)
    return this.counted
  }

  private get claimFinder(): ClaimFinder {
    this.finder ??= createClaimFinder(this, this.tokens)
    return this.finder
  }

  private get foundReferences(): References {
    this.listing ??= findReferences(this)
    return this.listing
  }

  /** The words of the sentences as claims and tone read them. */
  private get tokens(): readonly Tokens[] {
    this.read ??= this.sentences.map(readTokens)
    return this.read
  }

  private findSentences(): model.Sentence[] {
    // A heading that stands as a sentence of a paragraph is no sentence.
    const headingEnds = new Map(this.gluedHeadings.map(({range}) => range))
    const sentences: model.Sentence[] = []
    const {paragraphs} = this
    for (let index = 0; index < paragraphs.length; index++) {
      const paragraph = paragraphs[index] as model.Paragraph
      if (!paragraph.isProse || this.copyOf(paragraph)) continue
      const own = paragraph.sentences
      for (let at = 0; at < own.length; at++) {
        const sentence = own[at] as model.Sentence
        if (headingEnds.size === 0 || !isHeading(sentence, headingEnds)) sentences.push(sentence)
      }
    }
    return sentences
  }
}

function isHeading({range}: model.Sentence, headingEnds: ReadonlyMap<number, number>): boolean {
  return (headingEnds.get(range[0]) ?? -1) >= range[1]
}

function countWords(paragraphs: readonly model.Paragraph[]): number {
  let count = 0
  for (let at = 0; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at] as model.Paragraph
    if (paragraph.isProse) count += paragraph.wordCount
  }
  return count
}
