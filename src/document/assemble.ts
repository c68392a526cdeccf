import {levelBeside} from './headings/inserted-level.ts'
import {createOutline, type OpenSection} from './headings/sections.ts'
import {levelOfLine} from './headings/tight-headings.ts'
import type {Block, Heading, HeadingKind, OtherBlock, Paragraph, Prose, Range, Section} from './model.ts'
import type {Line} from './page/lines.ts'
import {rangeOf} from './parse/node-range.ts'
import type {Draft, HeadingDraft, TextDraft} from './prose/blocks.ts'
import {createParagraph} from './prose/paragraph.ts'

export interface Assembly {
  readonly blocks: readonly Block[]
  readonly paragraphs: readonly Paragraph[]
  readonly headings: readonly Heading[]
  readonly sections: readonly Section[]
}

export interface AssemblyInput {
  readonly drafts: readonly Draft[]
  readonly lines: readonly Line[]
  /** Lines of page furniture. */
  readonly hidden: ReadonlySet<Line>
  /** Headings that repeat the title, headings and items of the page. */
  readonly taken: ReadonlySet<Draft>
  /** Lines that are headings without a mark. */
  readonly bare: ReadonlySet<Line>
  /** Every line is a paragraph of its own. */
  readonly lineParagraphs: boolean
  readonly language: string
  readonly source: string
}

/** Blocks and sections from drafts: furniture lines taken out, bare headings and line paragraphs cut off. */
export function assemble(input: AssemblyInput): Assembly {
  const outline = createOutline()
  const blocks: Block[] = []
  const paragraphs: Paragraph[] = []
  const headings: Heading[] = []
  const linesOf = new Map<number, Line[]>()
  // Nothing is cut off in most articles.
  const isCut = input.hidden.size > 0 || input.bare.size > 0 || input.lineParagraphs
  for (const line of isCut ? input.lines : []) {
    const list = linesOf.get(line.draft)
    if (list) list.push(line)
    else linesOf.set(line.draft, [line])
  }
  const guards = createShortcodeGuard(input.source)
  let section: OpenSection = outline.open(undefined, 0)

  input.drafts.forEach((draft, index) => {
    if (input.taken.has(draft)) return
    if (draft.type === 'heading') addHeading(draft.prose, 'marked', draft.node.depth, draft)
    else if (draft.type === 'text') addText(draft, linesOf.get(index))
    else addOther(draft.as, draft.range, draft.node)
  })
  return {blocks, paragraphs, headings, sections: outline.finish(input.source.length)}

  function addOther(type: OtherBlock['type'], range: Range, node: OtherBlock['node']): void {
    const block: Block = {type, range, node, section, index: blocks.length}
    blocks.push(block)
    section.blocks.push(block)
  }

  function addHeading(prose: Prose, kind: HeadingKind, level: number, draft: HeadingDraft | TextDraft): void {
    const text = prose.value.replace(/\s+/g, ' ').trim()
    const range = text === '' ? rangeOf(draft.node) : prose.range
    // A heading inside a list or quote is no part of the outline.
    const heading = {
      type: 'heading',
      kind,
      level,
      text,
      range,
      prose,
      node: draft.node,
      index: blocks.length
    } as Heading
    if (draft.place === 'body') section = outline.open(heading, level)
    Object.assign(heading, {section})
    headings.push(heading)
    blocks.push(heading)
  }

  function addText(draft: TextDraft, lines: readonly Line[] | undefined): void {
    const isGuarded = guards(draft.prose)
    if (!lines?.some((line) => input.hidden.has(line) || input.bare.has(line) || input.lineParagraphs)) {
      addParagraph(draft, draft.prose, isGuarded)
      return
    }
    let from: number | undefined
    let to = 0
    const flush = (): void => {
      if (from !== undefined) addParagraph(draft, draft.prose.slice(from, to), isGuarded)
      from = undefined
    }
    for (const line of lines) {
      const isBare = !isGuarded && input.bare.has(line)
      if (isBare || input.hidden.has(line) || input.lineParagraphs) flush()
      if (input.hidden.has(line)) continue
      if (isBare) {
        const {level, mark, end} = levelOfLine(line)
        // One that lost its mark stands beside the headings around it, not above them.
        const own = mark > 0 ? level : levelBeside(section, line.text)
        addHeading(line.prose.slice(mark, end), 'bare', own, draft)
      } else {
        from ??= line.start
        to = line.end
      }
    }
    flush()
    // A picture above lines of the page, which are taken out, is left.
    const isEmpty = lines.every((line) => input.hidden.has(line))
    const picture = isEmpty && draft.prose.marks.find(({node}) => node.type === 'image')
    if (picture) addOther('image', rangeOf(picture.node), picture.node)
  }

  function addParagraph(draft: TextDraft, prose: Prose, isGuarded: boolean): void {
    const {node, place} = draft
    const {language} = input
    const paragraph = createParagraph({
      node,
      prose,
      place,
      section,
      index: blocks.length,
      language,
      isGuarded
    })
    blocks.push(paragraph)
    paragraphs.push(paragraph)
    section.blocks.push(paragraph)
    section.paragraphs.push(paragraph)
  }
}

/**
 * Paragraphs between `{{< tab >}}` and `{{< /tab >}}`, or `{% capture %}` and its end, are not prose. Code is none of
 * them: it is a block of its own in Markdown.
 */
function createShortcodeGuard(source: string): (prose: Prose) => boolean {
  let open: string | undefined
  /** Where each is closed for the last time. */
  const closings = new Map<string, number>()
  const opening =
    /^\s*(?:\{\{[<%]\s*(code|highlight|mermaid|raw|figure|tab)\b|\{%-?\s*(highlight|raw|capture|comment)\b)/
  return ({value, range}) => {
    if (open !== undefined) {
      if (isClosed(value, open)) open = undefined
      return true
    }
    if (!value.includes('{')) return false
    const match = opening.exec(value)
    const name = match?.[1] ?? match?.[2]
    if (name === undefined) return false
    // `{{< figure src="oven.png" >}}` stands alone, and the article goes on below.
    if (!isClosed(value, name) && !value.includes('/>}}') && isClosedBelow(name, range[1])) open = name
    return true
  }

  function isClosedBelow(name: string, from: number): boolean {
    const last =
      closings.get(name) ?? Math.max(source.lastIndexOf(`/${name}`), source.lastIndexOf(`end${name}`))
    closings.set(name, last)
    return last >= from
  }
}

function isClosed(text: string, name: string): boolean {
  return text.includes(`/${name}`) || text.includes(`end${name}`)
}
