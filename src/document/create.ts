import {assemble} from './assemble.ts'
import {collectDrafts} from './blocks.ts'
import {findCitations, hasEvidence, hasUnmarkedReferences} from './citations.ts'
import {findClaims} from './claims/index.ts'
import {separateComments} from './comments.ts'
import {readFrontmatter, type YamlReader} from './frontmatter.ts'
import {findFurniture} from './furniture.ts'
import {findGluedHeadings} from './glued-headings.ts'
import {findBareHeadings} from './headings.ts'
import {declaredLanguage, detectLanguage, readLanguageTag} from './language.ts'
import {detectLayout, findTightLines, hasLineParagraphs} from './layout.ts'
import {lazy} from './lazy.ts'
import {collectLines, type Line} from './lines.ts'
import {findFlattenedLists} from './lists.ts'
import type {Copy, Document, Paragraph, Parser} from './model.ts'
import {findParagraphCopies} from './paragraph-copies.ts'
import {markdown} from './parse.ts'
import {findReferences, hasReferenceList} from './references.ts'
import {findTitle} from './title.ts'
import {readTone} from './tone.ts'

export interface DocumentSettings {
  /** BCP 47 tag, where it is known; by default that of the front matter, or what the words say. */
  readonly language?: string | undefined
  /** For another format than Markdown. */
  readonly parser?: Parser | undefined
  /** Reads front matter that takes more than its plain lines; without it such keys have no value. */
  readonly yaml?: YamlReader | undefined
}

/**
 * Reads one article. Parts that cost something are worked out when a rule first asks for them, and kept.
 *
 * @param source the article; a byte order mark is dropped, so offsets count from the character after it
 * @param path as messages name the article; the file is not read
 * @throws `ParseFault` when the parser can't read the text; that of Markdown reads any
 */
export function createDocument(source: string, path?: string, settings: DocumentSettings = {}): Document {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const {parser: given = markdown} = settings
  const parser = given.choose?.(text) ?? given
  const tree = parser.parse(text)
  const comments = separateComments(tree, text)
  const layout = parser.format === 'html' || parser.format === 'mdx' ? 'markdown' : detectLayout(tree)
  const lineParagraphs = layout === 'plain' && hasLineParagraphs(text)
  const frontmatter = readFrontmatter(tree, text, settings.yaml) ?? tree.data?.head
  const drafts = collectDrafts(tree, text, parser.spelling)
  const asked = settings.language === undefined ? undefined : readLanguageTag(settings.language)
  const language = asked ?? declaredLanguage(frontmatter) ?? detectLanguage(drafts)
  const lines = collectLines(drafts, lineParagraphs)
  const found = findTitle({drafts, lines, layout, frontmatter})
  const debris = findFurniture({lines, found, frontmatter})
  const hidden = new Set([...debris.hidden, ...(found?.hidden ?? [])])
  const open = lines.filter((line) => !hidden.has(line))
  const bare = findBareHeadings({lines: open, drafts, layout})
  const parts = assemble({
    drafts,
    lines,
    hidden,
    repeated: new Set(found?.repeated),
    bare,
    lineParagraphs,
    language,
    end: text.length
  })

  const bylines = new Set(
    debris.furniture.filter(({kind}) => kind.startsWith('byline')).map(({range}) => range[0])
  )
  const goes = (line: Line): boolean =>
    hidden.has(line) && !bylines.has(line.range[0]) && line.range[0] !== found?.title.range[0]
  const tightLines = lineParagraphs ? findTightLines(text, lines, goes) : []

  const copies = lazy(() => findParagraphCopies({text, tightLines, ...parts}))
  const copyOf = lazy(() => new Map<Paragraph, Copy>(copies().map((copy) => [copy.paragraph, copy])))
  const glued = lazy(() => findGluedHeadings(document))
  const flattened = lazy(() => findFlattenedLists(document))
  const sentences = lazy(() => {
    // A heading that stands as a sentence of a paragraph is no sentence.
    const headingEnds = new Map(glued().map(({range}) => range))
    return parts.paragraphs
      .filter((paragraph) => paragraph.isProse && !copyOf().has(paragraph))
      .flatMap((paragraph) => paragraph.sentences)
      .filter(({range}) => (headingEnds.get(range[0]) ?? -1) < range[1])
  })
  const citations = lazy(() => findCitations(document))
  const claims = lazy(() => findClaims(document))
  const wordCount = lazy(() =>
    parts.paragraphs.reduce((sum, paragraph) => sum + (paragraph.isProse ? paragraph.wordCount : 0), 0)
  )
  const tone = lazy(() => readTone(document))
  const references = lazy(() => findReferences(document))
  const listed = lazy(() => hasReferenceList(document))
  const unmarked = lazy(() => hasUnmarkedReferences(document))
  const evidence = lazy(() => hasEvidence(document))

  const document: Document = {
    path,
    text,
    tree,
    format: parser.format,
    spelling: parser.spelling,
    layout,
    tightLines,
    language,
    frontmatter,
    title: found?.title,
    author: debris.author,
    ...parts,
    furniture: debris.furniture,
    get comments() {
      return comments()
    },
    get sentences() {
      return sentences()
    },
    get copies() {
      return copies()
    },
    get gluedHeadings() {
      return glued()
    },
    get flattenedLists() {
      return flattened()
    },
    get citations() {
      return citations()
    },
    get claims() {
      return claims()
    },
    get references() {
      return references()
    },
    get hasReferenceList() {
      return listed()
    },
    get hasUnmarkedReferences() {
      return unmarked()
    },
    get hasEvidence() {
      return evidence()
    },
    get tone() {
      return tone()
    },
    get wordCount() {
      return wordCount()
    },
    copyOf: (paragraph) => copyOf().get(paragraph)
  }
  return document
}
