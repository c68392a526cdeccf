import {
  type Block,
  defineRule,
  findSourceNotes,
  type Mark,
  type Prose,
  type Range,
  rangeOf
} from '../../src/rule/index.ts'

/** Addresses that somebody meant to fill in. */
const placeholder =
  /^(?:#+|\/?(?:todo|tbd|tba|xxx+|url|link|href|source|sources|insert|your|add|placeholder|here)(?:[-_ ](?:url|link|here|source|goes|the|your|a|to|in|page|site|article|later))*|(?:insert|add|your|enter|paste|replace)[-_ ].*|https?:\/?\/?(?:\.{3}|…|todo|url|link|example|xxx+|your-?\w*|www\.?)?\/?|\[.*\]|<.*>|\.{3}|…|\?+)$/i

/** Of a template: `https://www.yourwebsite.com/guide`, `https://example.com/your-affiliate-link`. */
const sample =
  /^https?:\/\/(?:www\.)?(?:your-?(?:web)?(?:site|domain|company|brand|blog|store|shop|business|link|page)\.[a-z]{2,6}(?:[/?#]|$)|example\.(?:com|org|net)\/(?:your|insert|affiliate|placeholder)[-_])/i

/** `add-a-page.md`, `replace-the-lamp.html#oil`: the name of a page, whatever it begins with. */
const page = /^(?!your)[^?#]*\.(?:mdx?|markdown|html?|rst|adoc|ipynb|pdf)(?:[?#]|$)/i

/** A link that an export left as HTML; not one that a script acts on. */
const tag =
  /^<a (?:(?:target|rel|title|class)="[^"]{0,80}" ){0,3}href="([^"]{0,80})"(?: (?:target|rel|title|class)="[^"]{0,80}"){0,3}>$/i

/** Links that stay on the page on purpose. */
const upward = /^\W*(?:back )?(?:to )?(?:the )?top\b|^\W*up\W*$|↑|⬆/iu
/** Behind the name of a page in a list of pages: it is this one. */
const hereNow = /^\W{0,5}(?:you are here|this (?:one|page|post|article|part)\b)/i

export default defineRule({
  id: 'placeholder-link',
  summary: 'Flag a link or a source that was left to be filled in.',
  category: 'evidence',
  recommended: 'error',
  anyLanguage: true,
  options: {},
  messages: {
    link: (data: {url: string}) => ({
      reason:
        data.url === ''
          ? 'Unexpected link without an address, expected one'
          : `Unexpected link to \`${data.url}\`, expected an address`,
      note: 'The reader is promised a source and gets none; add the address, or take the link away'
    }),
    note: (data: {text: string}) => ({
      reason: `Unexpected note \`${data.text}\`, expected the source`,
      note: 'It was meant for the writer; add the source, or leave the statement out'
    })
  },
  check(document, _options, report) {
    const {blocks} = document
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at] as Block
      if (block.type !== 'paragraph' && block.type !== 'heading') continue
      const {prose} = block
      // Most paragraphs have neither.
      if (prose.marks.length > 0)
        for (const {range, url} of findLinks(prose, document.title?.text))
          report('link', {range, data: {url}})
      if (prose.value.includes('['))
        for (const {range, text} of findSourceNotes(prose)) report('note', {range, data: {text}})
    }
  }
})

function findLinks({value, marks}: Prose, title: string | undefined): {range: Range; url: string}[] {
  const found: {range: Range; url: string}[] = []
  for (let at = 0; at < marks.length; at++) {
    const {node, start, end} = marks[at] as Mark
    if (!node.position) continue
    const address =
      node.type === 'link' ? node.url : node.type === 'html' ? tag.exec(node.value)?.[1] : undefined
    if (address === undefined) continue
    const url = address.trim()
    const isOpen = url === '' || isPlaceholder(decode(url))
    if (
      !isOpen &&
      !(
        /^https?:\/\/(?:www\.)?(?:your|example)/i.test(url) &&
        sample.test(url) &&
        isNamed(value.slice(start, end))
      )
    )
      continue
    // In HTML a `#` is also what an article shows how it behaves.
    if (node.type === 'html' && url !== '' && !/[a-z]/i.test(url)) continue
    if (url === '#' && staysHere(value, start, end, title)) continue
    if (isShown(value, start, end, url)) continue
    found.push({range: rangeOf(node), url})
  }
  return found
}

/** “Back to the top”; in a series, the name of the part that the reader has before him. */
function staysHere(value: string, start: number, end: number, title: string | undefined): boolean {
  const name = value.slice(start, end).trim()
  if (upward.test(name) || hereNow.test(value.slice(end, end + farthestHere))) return true
  return title !== undefined && name.length >= shortestName && name.toLowerCase() === title.toLowerCase()
}

/** “It begins with http://www.”, “Markdown writes links as []()”: there is no link, these are its marks. */
function isShown(value: string, start: number, end: number, url: string): boolean {
  if (value.slice(start, end) !== url) return false
  return url === '' ? /\bmarkdown\b/i.test(value) : /^https?:\/\/(?:www\.?)?$/i.test(url)
}

const farthestHere = 30
/** In characters: a word such as “Here” may be a title by chance. */
const shortestName = 8

/** An instruction shows the address that its reader will have. */
function isNamed(text: string): boolean {
  return !/[./]\w|\byour\b/i.test(text)
}

function isPlaceholder(url: string): boolean {
  return placeholder.test(url) && !page.test(url)
}

function decode(url: string): string {
  if (!url.includes('%')) return url
  try {
    return decodeURI(url)
  } catch {
    // `100%` is no escape.
    return url
  }
}
