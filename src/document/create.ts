import {assemble} from './assemble.ts'
import {separateComments} from './comments.ts'
import {findBareHeadings} from './headings/headings.ts'
import {readNumberedLines} from './headings/numbered-lines.ts'
import {readHtmlPassages} from './html/html-passages.ts'
import {LazyDocument} from './lazy-document.ts'
import type {Document, Furniture, Parser, Title} from './model.ts'
import {separateEditLinks} from './page/edit-links.ts'
import {findFurniture} from './page/furniture.ts'
import {detectLayout, findTightLines, hasLineParagraphs} from './page/layout.ts'
import {collectLines, type Line} from './page/lines.ts'
import {findTitle, needsDebris} from './page/title.ts'
import {readFrontmatter, type YamlReader} from './parse/frontmatter.ts'
import {refuseDeepText, refuseDeepTree} from './parse/limits.ts'
import {coverTemplates, placeTemplates} from './parse/templates.ts'
import {collectDrafts, type Draft} from './prose/blocks.ts'
import {declaredLanguage, detectLanguage, readLanguageTag} from './prose/language.ts'

export interface DocumentSettings {
  /** BCP 47 tag, where it is known; by default that of the front matter, or what the words say. */
  readonly language?: string | undefined
  /** Asked for, as what parses Markdown takes long to load. */
  readonly parser: Parser
  /** Reads front matter that takes more than its plain lines; without it such keys have no value. */
  readonly yaml?: YamlReader | undefined
}

/**
 * Reads one article. Parts that cost something are worked out when a rule first asks for them, and kept.
 *
 * @param source the article; a byte order mark is dropped, so offsets count from the character after it
 * @param path as messages name the article; the file is not read
 * @throws `ParseFault` when the text can't be read, `LimitFault` when it is nested too deep, `ParserFailure` when the
 *   parser gives up on it; remark-parse reads any
 */
export function createDocument(
  source: string,
  path: string | undefined,
  settings: DocumentSettings
): Document {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const parser = settings.parser.choose?.(text) ?? settings.parser
  if (parser.format === 'markdown' || parser.format === 'mdx') refuseDeepText(text)
  const covered = parser.format === 'markdown' ? coverTemplates(text) : undefined
  const tree = parser.parse(covered?.text ?? text)
  if (covered) placeTemplates(tree, text, covered.blocks)
  const hasHtml = parser.format === 'markdown' && readHtmlPassages(tree, covered?.text ?? text)
  refuseDeepTree(tree)
  const comments = separateComments(tree, text)
  const isMarkedUp = hasHtml || parser.format === 'html' || parser.format === 'mdx'
  const layout = isMarkedUp ? 'markdown' : detectLayout(tree)
  const lineParagraphs = layout === 'plain' && hasLineParagraphs(text)
  if (layout === 'plain') readNumberedLines(tree, text)
  const frontmatter = readFrontmatter(tree, text, settings.yaml) ?? tree.data?.head
  const {drafts, ...edited} = separateEditLinks(collectDrafts(tree, text, parser.spelling))
  const asked = settings.language === undefined ? undefined : readLanguageTag(settings.language)
  const language = asked ?? declaredLanguage(frontmatter) ?? detectLanguage(drafts)
  const lines = collectLines(drafts, lineParagraphs)
  const found = findTitle({drafts, lines, layout, frontmatter})
  const debris = findFurniture({drafts, lines, found, frontmatter, known: edited.furniture})
  const hidden = new Set(debris.hidden)
  for (const line of found?.hidden ?? []) hidden.add(line)
  const open = hidden.size === 0 ? lines : lines.filter((line) => !hidden.has(line))
  const bare = findBareHeadings({lines: open, drafts, layout, known: edited.headings})
  const parts = assemble({
    drafts,
    lines,
    hidden,
    taken: new Set<Draft>([...(found?.repeated ?? []), ...debris.taken]),
    bare,
    lineParagraphs,
    language,
    source: text
  })

  return new LazyDocument({
    path,
    text,
    tree,
    parser,
    layout,
    tightLines: lineParagraphs ? tightLinesOf(text, lines, hidden, debris.furniture, found?.title) : [],
    language,
    frontmatter,
    title:
      found &&
      (needsDebris(found, {lines, layout}, hidden) ? {...found.title, needsDebris: true} : found.title),
    author: debris.author,
    parts,
    furniture: debris.furniture,
    comments
  })
}

/** Lines that a repair takes out, and lines that it keeps apart, need no blank line. */
function tightLinesOf(
  text: string,
  lines: readonly Line[],
  hidden: ReadonlySet<Line>,
  furniture: readonly Furniture[],
  title: Title | undefined
): number[] {
  const bylines = new Set(furniture.filter(({kind}) => kind.startsWith('byline')).map(({range}) => range[0]))
  const goes = (line: Line): boolean =>
    hidden.has(line) && !bylines.has(line.range[0]) && line.range[0] !== title?.range[0]
  return findTightLines(text, lines, goes)
}
