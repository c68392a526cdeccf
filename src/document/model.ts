/**
 * The words of the document model: what a rule can ask an article for.
 *
 * Everything here is read-only and is built from one parse. Offsets are UTF-16 units. A `Range` points
 * into the source text, except where a comment says "in the prose" (the text of one block as a reader sees it,
 * without Markdown marks); only `Prose` may turn the second into the first.
 */

import type {Paragraph as MdastParagraph, Nodes, PhrasingContent, Root} from 'mdast'
import type {Citation, Claim} from './claims/evidence.ts'
import type {Format, Spelling} from './parse/parser.ts'
import type {KnownWord} from './prose/known-words.ts'

export type * from './parse/parser.ts'

declare module 'mdast' {
  interface RootData {
    /** What a page says of itself outside its text, where it has no front matter. */
    head?: Frontmatter | undefined
  }
}

export type * from './claims/evidence.ts'

/** `[start, end)` in UTF-16 offsets. */
export type Range = readonly [start: number, end: number]

/** A Markdown construct inside a prose, at `[start, end)` in the prose (empty for an image or a footnote call). */
export interface Mark {
  readonly node: PhrasingContent
  readonly start: number
  readonly end: number
}

/** The text of one block as a reader sees it, with its exact way back to the source. */
export interface Prose {
  /** The text. A soft line break is one `\n`. */
  readonly value: string
  /** From the first to the last source character of the text. */
  readonly range: Range
  /** Links, code, emphasis, images, footnote calls, inline HTML: in document order, outer before inner. */
  readonly marks: readonly Mark[]
  /** The source range of `length` characters from `index` in the prose. */
  at(index: number, length?: number): Range
  /** A part of this prose, `[start, end)` in the prose, that shares the map. */
  slice(start: number, end: number): Prose
}

export interface Word {
  readonly text: string
  /** The word as it is compared: lower case, straight apostrophes, plain hyphens. */
  readonly key: string
  /** A number made of the key: words with different ones have different keys. */
  readonly hash?: number
  /** What all words share that are written like this one. */
  readonly known?: KnownWord | undefined
  /** In the sentence's text. */
  readonly start: number
  readonly end: number
}

export interface Sentence {
  readonly text: string
  readonly range: Range
  readonly paragraph: Paragraph
  /** Position in its paragraph, from 0. */
  readonly index: number
  readonly words: readonly Word[]
  /** Offset of the sentence in its paragraph's prose. */
  readonly start: number
  /** The source range of `length` characters from `index` in this sentence's text. */
  at(index: number, length?: number): Range
}

/** Where a paragraph stands. */
export type ParagraphPlace = 'body' | 'item' | 'quote' | 'footnote'

/** A run of prose: a Markdown paragraph, or a line of one where the article is scraped text, without furniture lines. */
export interface Paragraph {
  readonly type: 'paragraph'
  readonly range: Range
  readonly prose: Prose
  readonly place: ParagraphPlace
  readonly node: MdastParagraph
  readonly sentences: readonly Sentence[]
  /** Of all its sentences; `start` and `end` are in the prose. */
  readonly words: readonly Word[]
  readonly wordCount: number
  readonly section: Section
  /** Position in `document.blocks`. */
  readonly index: number
  /** Code, shortcodes, captions, another script: prose rules leave it alone. */
  readonly isProse: boolean
}

/** A block that is not prose: code, table, HTML, image, rule, list (as a whole), maths. */
export interface OtherBlock {
  readonly type: 'code' | 'table' | 'html' | 'image' | 'thematicBreak' | 'definition' | 'math' | 'other'
  readonly range: Range
  readonly node: Nodes
  readonly section: Section
  readonly index: number
}

export type HeadingKind = 'marked' | 'bare'

export interface Heading {
  readonly type: 'heading'
  readonly kind: HeadingKind
  /** 1-6. For a bare heading the level it should get. */
  readonly level: number
  readonly text: string
  /** The heading's text, without marks. */
  readonly range: Range
  readonly prose: Prose
  readonly section: Section
  readonly index: number
  readonly node: Nodes
}

export type Block = Paragraph | Heading | OtherBlock

/** A heading and what stands under it. The lead (before the first heading) is a section without heading. */
export interface Section {
  readonly heading?: Heading
  readonly level: number
  readonly parent?: Section
  readonly children: readonly Section[]
  /** Its own blocks, without those of its children and without the heading. */
  readonly blocks: readonly Block[]
  readonly paragraphs: readonly Paragraph[]
  /** From the heading to the next heading of the same or a higher level. */
  readonly range: Range
  /** Nothing stands under the heading, not even a sub-section. */
  readonly isEmpty: boolean
  /** A list of sources (Sources, References, Works cited, Further reading …). */
  readonly isReferences: boolean
}

/** The name of the article, from front matter, the first level-1 heading, or the first line of scraped text. */
export interface Title {
  readonly text: string
  readonly from: 'frontmatter' | 'heading' | 'line'
  /** Where it stands in the text (the value, for front matter). */
  readonly range: Range
  readonly prose?: Prose
  readonly block?: Block
  /** Only debris around it shows that it is the title: in a paragraph of text, below another line, above marked headings. */
  readonly needsDebris?: boolean
  /** Later copies of it that stand as a line or paragraph or level-1 heading of their own: whole lines. */
  readonly copies: readonly Range[]
}

export type FurnitureKind =
  | 'section-label'
  | 'navigation'
  | 'related-link'
  | 'feed-field'
  | 'edit-link'
  | 'byline'
  | 'byline-counter'
  | 'keyword-line'
  | 'title-copy'
  | 'author-initial'
  | 'author-line'
  | 'author-bio'

/** Debris of the page around the article: whole source lines, hidden from all other rules, but for the heading beside an edit link. */
export interface Furniture {
  readonly kind: FurnitureKind
  /** The text of the line or lines, without surrounding blanks. */
  readonly range: Range
  readonly text: string
  /** The part that is debris, where that is less than the line (the counter of a byline, an edit link). */
  readonly debris?: Range
  /** It is a byline without its debris too, and no text. */
  readonly isByline?: boolean
}

export type CopyKind = 'exact' | 'contained' | 'near'

/** A paragraph that repeats another one of the same article. */
export interface Copy {
  readonly kind: CopyKind
  /** The paragraph that repeats (the unclean one, or the later). */
  readonly paragraph: Paragraph
  readonly original: Paragraph
  /** The repeated text inside `paragraph`. */
  readonly range: Range
  /** The same, in the paragraph's prose. */
  readonly start: number
  readonly end: number
  /** 0-1: the share of words that are the same. */
  readonly similarity: number
  /** Edits that leave one clean copy, where nothing can be lost. */
  readonly repair?: Repair
}

/** A heading that lost its own line: stands inside a paragraph. */
export interface GluedHeading {
  readonly text: string
  readonly range: Range
  readonly block: Paragraph | Heading
  /** In the block's prose. */
  readonly start: number
  readonly end: number
  readonly at: 'start' | 'end' | 'inside'
  /** What shows it: a clean copy of the paragraph, a `##` in the text, the shape of the words, the heading itself right below. */
  readonly proof: 'copy' | 'mark' | 'shape' | 'twin'
  readonly level: number
  /** Edits that give the heading its own line, where its words are certain. */
  readonly repair?: Repair
}

/** Replacements in the source that belong together. */
export type Repair = readonly {readonly range: Range; readonly text: string}[]

/** Neighbouring paragraphs that were the items of a list. */
export interface FlattenedList {
  readonly items: readonly Paragraph[]
  readonly shape: 'label' | 'parallel'
  readonly range: Range
}

/** How an article speaks. */
export interface Tone {
  /** Citations in 100 words. */
  readonly citations: number
  /** Share of its sentences with "we" or "our". */
  readonly we: number
  /** Share of its sentences that speak to the reader. */
  readonly you: number
  /** It cites often, speaks of its author or their work, speaks to or instructs its reader, shows code or tells a story: few of its plain sentences need a source. */
  readonly isCareful: boolean
  /** Its author says “we” or “I” much, speaks as “I” to a “you”, or shows code. */
  readonly speaksOfOwn: boolean
  /** Its author says "I" in every seventh sentence, or more often: what they tried, own or think. */
  readonly isPersonal: boolean
  /** It explains code, or leads its reader through some. */
  readonly showsCode: boolean
}

export type Layout = 'markdown' | 'plain'

/** A comment in the article's own syntax: HTML's, or that of MDX. */
export interface Comment {
  /** What stands between its marks, trimmed. */
  readonly value: string
  /** With its marks. */
  readonly range: Range
}

/** One article, read once. */
export interface Document {
  readonly path: string | undefined
  /** The source, without a byte order mark. */
  readonly text: string
  readonly tree: Root
  readonly format: Format
  /** How its text is spelled, where not as in Markdown. */
  readonly spelling: Spelling | undefined
  /** In the order of the text; none of code or front matter. */
  readonly comments: readonly Comment[]
  /** Marked-up, or plain text that was pasted or scraped. */
  readonly layout: Layout
  /** Line ends of a plain text that should be paragraph breaks: each line is a paragraph there, with no blank line after it. */
  readonly tightLines: readonly number[]
  /** BCP 47 tag: as given, as front matter names it, or by a vote of the words; `und` when it is none known here. */
  readonly language: string
  readonly frontmatter: Frontmatter | undefined
  readonly title: Title | undefined
  readonly author: string | undefined
  /** All blocks in document order, headings among them; furniture lines are not in it. */
  readonly blocks: readonly Block[]
  /** The paragraphs among the blocks, prose or not. */
  readonly paragraphs: readonly Paragraph[]
  /** Every sentence that sentence rules judge: of prose paragraphs, in English, once (not again in a copy). */
  readonly sentences: readonly Sentence[]
  readonly headings: readonly Heading[]
  /** All sections in document order; the first is the lead. */
  readonly sections: readonly Section[]
  readonly furniture: readonly Furniture[]
  readonly copies: readonly Copy[]
  readonly gluedHeadings: readonly GluedHeading[]
  readonly flattenedLists: readonly FlattenedList[]
  readonly citations: readonly Citation[]
  readonly claims: readonly Claim[]
  /** The claims that nothing in their sentence or paragraph covers; cheaper than all of them. */
  readonly openClaims: readonly Claim[]
  /** Paragraphs that list sources outside the sections that are marked so. */
  readonly references: ReadonlySet<Paragraph>
  /** Paragraphs outside these sections that read like an entry of a list of sources, whether they stand in one or not. */
  readonly referenceEntries: ReadonlySet<Paragraph>
  /** The article names its sources somewhere: a Sources section, front matter `sources:` or `references:`. */
  readonly hasReferenceList: boolean
  /** It names its sources so, and marks no statement with them: the list supports the article, not a sentence. */
  readonly hasUnmarkedReferences: boolean
  /** Anything stands in the article that a reader could follow to a source. */
  readonly hasEvidence: boolean
  /** Number of words of prose. */
  readonly wordCount: number
  readonly tone: Tone
  /** The copy a paragraph was reported as, if any: sentence rules stay silent in it. */
  copyOf(paragraph: Paragraph): Copy | undefined
}

export interface Frontmatter {
  /** The whole block with its fences. */
  readonly range: Range
  readonly type: 'yaml' | 'toml'
  /** The value of a top-level key; nothing when the block could not be read. Mappings are Maps. */
  get(key: string): unknown
  /** Where the value of a top-level key stands, if that is one place. */
  rangeOf(key: string): Range | undefined
}
