import {type Document, defineRule, type Furniture, ownsLines, removeLines} from '../../src/rule/index.ts'

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
    for (const item of box) {
      const {kind, range, text} = item
      // A biography goes with the box it belongs to; alone it may be the only word about the author.
      const isSure = kind === 'author-initial' || (isNamed && (kind === 'author-line' || box.length > 1))
      const fix = isSure && ownsLines(document.text, range) ? {fix: [removeLines(document.text, range)]} : {}
      if (kind === 'author-initial') report('initial', {range, data: {text}, ...fix})
      else if (kind === 'author-line') report('line', {range, data: {text}, ...fix})
      else report('bio', {range, data: {name: nameOf(item, document)}, ...fix})
    }
  }
})

/** The author stands in front matter or in a byline above the text too. */
function isNamedElsewhere({furniture, frontmatter, author}: Document): boolean {
  if (furniture.some(({kind}) => kind === 'byline' || kind === 'byline-counter')) return true
  return author !== undefined && (frontmatter?.get('author') ?? frontmatter?.get('authors')) !== undefined
}

function nameOf({text}: Furniture, {author}: Document): string {
  if (author && text.startsWith(author)) return author
  return /^\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,3}/u.exec(text)?.[0] ?? text.slice(0, 20)
}
