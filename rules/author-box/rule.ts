import {
  areAlone,
  type Document,
  defineRule,
  type Furniture,
  ownsLines,
  type Range,
  removeLines
} from '../../src/rule/index.ts'

export default defineRule({
  id: 'author-box',
  summary: 'Flag the parts of an author box: an orphan initial, “Written by”, a stock biography.',
  category: 'debris',
  recommended: 'warn',
  fixable: true,
  options: {},
  messages: {
    initial: (data: {text: string}) => ({
      reason: `Unexpected single letter \`${data.text}\`, expected no such line`,
      note: 'It stood for the picture of the author in an author box'
    }),
    line: (data: {text: string}) => ({
      reason: `Unexpected author line \`${data.text}\` in the text, expected it in the byline or front matter`,
      note: 'It is part of an author box of the page the text was copied from'
    }),
    bio: (data: {name: string}) => ({
      reason: `Unexpected biography of ${data.name} in the text, expected it on the author's own page`,
      note: 'A biography without a link cannot be checked; link to a profile that shows who the author is'
    })
  },
  check(document, _options, report) {
    const box = document.furniture.filter(({kind}) => kind.startsWith('author-'))
    const isNamed = isNamedElsewhere(document)
    // A biography goes with the box it belongs to; alone it may be the only word about the author.
    const isSure = ({kind}: Furniture): boolean =>
      kind === 'author-initial' || (isNamed && (kind === 'author-line' || box.length > 1))
    box.forEach((item, index) => {
      const {kind, range, text} = item
      const isFirst = !isSure(item) || !joins(document.text, box[index - 1], item, isSure)
      const whole = isSure(item) && isFirst ? rangeOfBox(document.text, box.slice(index), isSure) : undefined
      const canGo = whole && ownsLines(document.text, whole) && !areAlone(document, whole)
      const fix = canGo ? {fix: [removeLines(document.text, whole)]} : {}
      if (kind === 'author-initial') report('initial', {range, data: {text}, ...fix})
      else if (kind === 'author-line') report('line', {range, data: {text}, ...fix})
      else report('bio', {range, data: {name: nameOf(item, document)}, ...fix})
    })
  }
})

/** Two parts that both go stand in lines next to each other: they go at once, as one shows what the other is. */
function joins(
  text: string,
  before: Furniture | undefined,
  item: Furniture,
  isSure: (item: Furniture) => boolean
): boolean {
  return (
    before !== undefined &&
    isSure(before) &&
    /^[ \t]{0,20}(?:\r?\n|\r)[ \t]{0,20}$/.test(text.slice(before.range[1], item.range[0]))
  )
}

/** From the first part to the last one that goes with it. */
function rangeOfBox(
  text: string,
  [first, ...rest]: readonly Furniture[],
  isSure: (item: Furniture) => boolean
): Range | undefined {
  if (!first) return undefined
  let last = first
  for (const item of rest) {
    if (!isSure(item) || !joins(text, last, item, isSure)) break
    last = item
  }
  return [first.range[0], last.range[1]]
}

/** The author stands in front matter or in a byline above the text too. */
function isNamedElsewhere({furniture, frontmatter, author}: Document): boolean {
  if (furniture.some(({kind}) => kind === 'byline' || kind === 'byline-counter')) return true
  return author !== undefined && (frontmatter?.get('author') ?? frontmatter?.get('authors')) !== undefined
}

function nameOf({text}: Furniture, {author}: Document): string {
  if (author && text.startsWith(author)) return author
  return /^\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,3}/u.exec(text)?.[0] ?? text.slice(0, 20)
}
