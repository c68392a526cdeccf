import {
  type Block,
  type Document,
  defineRule,
  findQuoted,
  findSourceNotes,
  type Paragraph,
  type Prose,
  type Range,
  type Section
} from '../../src/rule/index.ts'
import {countBlanks, formTitle, isFormSection} from './forms.ts'
import {findLeftovers} from './leftovers.ts'
import {findPlaceholders, type Hints, type Placeholder, readHints} from './placeholders.ts'
import {findShortcodes} from './shortcodes.ts'

/** Different blanks to fill in, in one article, from which on it is a form; in a long one they stand as close. */
const formBlanks = 4
const charactersABlank = 700
/** A line that is one call and nothing else, which the generator of a site fills in: `{{about_the_author}}`. */
const loneCall = /^\s*\{\{ ?\w+ ?\}\}\s*$/
/** Template tags in one article from which on it is a template. */
const templateTags = 3

/** “About this template”, “copy this template”: said of the whole article. */
const ofTemplate =
  /\b(?:about|use|using|copy|adapt|edit|complete|customi[sz]e|fill (?:in|out)) this template\b/i

interface Place {
  readonly prose: Prose
  readonly placeholder: Placeholder
  readonly paragraph?: Paragraph
}

export default defineRule({
  id: 'placeholder-text',
  summary: 'Flag a place that was to be filled in: `[Insert quote here]`, `TODO:`, lorem ipsum.',
  category: 'debris',
  recommended: 'error',
  anyLanguage: true,
  options: {},
  messages: {
    placeholder: (data: {text: string}) => ({
      reason: `Unexpected placeholder \`${data.text}\`, expected the text it stands for`,
      note: 'It was to be filled in before the article was published'
    }),
    shortcode: (data: {text: string; more: number}) => ({
      reason: `Unexpected shortcode \`${data.text}\`${data.more > 0 ? ` (and ${data.more} more)` : ''}, expected what it stands for`,
      note: 'Only WordPress fills it in; elsewhere readers see the brackets'
    }),
    merge: (data: {text: string}) => ({
      reason: `Unexpected mark of a merge \`${data.text}\`, expected one of the two versions`,
      note: 'Two versions of the text stand below, parted by `=======`, up to a line of `>>>>>>>`; keep one and take the marks out'
    })
  },
  check(document, _options, report) {
    // One defect, one finding: an export leaves them all.
    const [shortcode, ...others] = findShortcodes(document)
    if (shortcode)
      report('shortcode', {
        range: shortcode,
        data: {text: shorten(document.text.slice(...shortcode)), more: others.length}
      })
    const mayHold = readHints(document.text, document.title?.text ?? '')
    const places = findPlaces(document, mayHold)
    const cells = mayHold.leftovers ? findInTables(document) : []
    if (places.length === 0 && cells.length === 0) return
    const tags = places.filter(({placeholder}) => placeholder.kind === 'tag')
    const isForm =
      formTitle.test(document.title?.text ?? '') ||
      countBlanks(document.text) >= Math.max(formBlanks, document.text.length / charactersABlank) ||
      ofTemplate.test(document.text)
    const isTemplate = tags.length >= templateTags || /\{%|\{\{[<%#/]|\{\{ ?\w+[.|]/.test(document.text)
    const forms = new Map<Section, boolean>()
    const isInForm = ({section}: Paragraph): boolean => {
      const known = forms.get(section) ?? isFormSection(section)
      forms.set(section, known)
      return known
    }
    if (!isForm)
      for (const range of cells) report('placeholder', {range, data: {text: document.text.slice(...range)}})
    for (const {prose, placeholder, paragraph} of places) {
      const {kind, range} = placeholder
      if (kind === 'tag' && isTemplate) continue
      if ((kind === 'bracket' || kind === 'leftover') && (isForm || (paragraph && isInForm(paragraph))))
        continue
      const text = shorten(prose.value.slice(...range))
      report(text.startsWith('<<<<<<<') ? 'merge' : 'placeholder', {
        range: prose.at(range[0], range[1] - range[0]),
        data: {text}
      })
    }
  }
})

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}

/** What stands in the cells of tables, which have no prose. */
function findInTables({blocks, text}: Document): Range[] {
  return blocks.flatMap(({type, range: [from, to]}) => {
    const source = type === 'table' ? text.slice(from, to) : ''
    if (source.includes('`')) return []
    return findLeftovers(source).map(([start, end]): Range => [from + start, from + end])
  })
}

function findPlaces({blocks, title}: Document, mayHold: Hints): Place[] {
  const places: Place[] = []
  const read = (prose: Prose, paragraph?: Paragraph): void => {
    const isLine = paragraph === undefined || paragraph.place === 'body'
    if (paragraph && isLine && prose.value.includes('{{') && loneCall.test(prose.value)) return
    const found = findPlaceholders(prose.value, isLine, mayHold)
    if (found.length === 0) return
    const quoted = findQuoted(prose)
    // That a source is to come is for `placeholder-link` to say.
    const asked = new Set(findSourceNotes(prose).map(({range}) => range[0]))
    for (const placeholder of found) {
      const [start, end] = placeholder.range
      // “[Write about the “old wheel” here]” is not quoted, but quotes.
      if (
        quoted.overlaps(start, placeholder.kind === 'bracket' ? start + 1 : end) ||
        asked.has(prose.at(start)[0])
      )
        continue
      places.push({prose, placeholder, ...(paragraph ? {paragraph} : {})})
    }
  }
  if (
    title?.prose &&
    !title.block &&
    !blocks.some(({range}) => range[0] <= title.range[0] && title.range[0] < range[1])
  )
    read(title.prose)
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.type === 'heading') read(block.prose)
    else if (block.type === 'paragraph' && block.place !== 'quote') read(block.prose, block)
  }
  return places
}
