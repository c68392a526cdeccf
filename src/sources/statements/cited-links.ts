import type {Citation, Range, Sentence} from '../../document/model.ts'
import {titleCaseShare} from '../../document/prose/names.ts'
import {sourceAddress} from './address.ts'
import {foldLetters} from './folded.ts'

/** Nothing that is said or shown there can be read. */
const unread =
  /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|tiktok\.com|instagram\.com|facebook\.com|twitter\.com|x\.com|t\.co|linkedin\.com|spotify\.com|soundcloud\.com|podcasts\.apple\.com|flickr\.com|pinterest\.com|imgur\.com|giphy\.com|maps\.google\.com|goo\.gl|amzn\.to|bit\.ly|meetup\.com|eventbrite\.com)$/i

/** Shops: what they show changes by the day and by who asks. */
const shop = /(?:^|\.)amazon\.[a-z.]{2,6}$|(?:^|\.)(?:ebay|etsy|walmart|bestbuy|aliexpress|gumroad)\.com$/i
const offer =
  /\/(?:products?|shop|store|cart|checkout|pricing|deals?)(?:\/|$)|[?&](?:tag|ref|aff|affiliate|aff_id)=/i

/** Repositories and packages: what is there is code. */
const code =
  /^(?:github\.com|gitlab\.com|bitbucket\.org|npmjs\.com|www\.npmjs\.com|pypi\.org|rubygems\.org|crates\.io|hub\.docker\.com)$/i

const file = /\.(?:png|jpe?g|gif|svg|webp|mp[34]|mov|zip|gz|xlsx?|csv|docx?|pptx?|json|xml|js|css)$/i

/** Whether a page can hold what a sentence says: no home page, film, shop, code or download. */
export function isReadable(url: string): boolean {
  const address = sourceAddress(url)
  if (address === undefined) return false
  const {hostname, pathname, search} = new URL(address)
  if (/^api\./i.test(hostname) || /\/api\//i.test(pathname)) return false
  if (unread.test(hostname) || shop.test(hostname) || code.test(hostname) || file.test(pathname)) return false
  if (offer.test(pathname + search)) return false
  return !isHome(address)
}

/** The home page of a host. */
export function isHome(url: string): boolean {
  const {pathname, search} = new URL(sourceAddress(url) ?? 'about:blank')
  return (
    search === '' &&
    /^\/(?:(?:index|home|default)(?:\.\w{2,5})?\/?|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(pathname)
  )
}

/** Words of a link that say that a source follows. */
const sourceWords =
  /\b(?:according|analysis|article|audit|census|cited|data|dataset|estimate[ds]?|evidence|figures?|finding|findings|found|guidance|here|index|interview|investigation|link|memo|news|numbers|paper|poll|press release|publication|published|report|reported|reports|research|results|review|says|shows?|source|statement|statistics|stats|study|studies|survey|testimony|trial|via|wrote)\b/i

/** Words before a link that say so. */
const before =
  /\b(?:according to|as reported (?:by|in)|cited (?:by|in)|source|via|per|see|from)[\s:(“"‘']{1,3}(?:the |an? )?$/i

/** A figure, not “18F”. */
const number =
  /(?<!\w)\d[\d.,]*(?!\w)|\b(?:half|third|quarter|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand|million|billion)s?|doubled|tripled|halved|twice)\b/i

/** Pages about a person, a team, a word. */
const profile =
  /\/(?:about(?:-us)?|people|person|staff|team|leadership|authors?|profiles?|bios?|biography|fellows|members?|experts?|faculty|users?|contributors?|speakers?|wiki)(?:\/|$)|\/[@~]/i

/** In words: a link of so many is a statement, not the name of a thing. */
const longClause = 8

/**
 * Whether a link is the source of what its sentence says, rather than more about a thing that is named in it.
 *
 * @param start `[start, end)` are the words of the link in the sentence
 */
export function isOfStatement(
  sentence: Sentence,
  [start, end]: Range,
  url: string,
  attributions: readonly Citation[]
): boolean {
  const {text} = sentence
  const words = text.slice(start, end)
  const ahead = text.slice(Math.max(0, start - 40), start)
  const behind = text.slice(end, end + 2)
  if (before.test(ahead)) return true
  // "(Mill Weekly)", "(see the Mill Weekly)"
  if (/[([][^()[\]]{0,20}$/.test(ahead) && /^[)\].]/.test(behind)) return true
  if (isAbout(words, url)) return false
  if (sourceWords.test(words) || number.test(words)) return true
  const [from, to] = sentence.at(start, end - start)
  if (attributions.some(({range}) => range[0] < to + 2 && from - 2 < range[1])) return true
  const count = words.trim().split(/\s+/).length
  return count >= longClause && titleCaseShare(words) < 0.7
}

/** The page is about who or what the link names: `[Ann Lee](https://mill.example/ann-lee)`. */
function isAbout(words: string, url: string): boolean {
  const {pathname} = new URL(sourceAddress(url) ?? 'about:blank')
  if (profile.test(pathname) && titleCaseShare(words) > 0.5) return true
  const page = foldLetters(
    pathname
      .split('/')
      .findLast((part) => part !== '')
      ?.replace(/\.\w{2,5}$/, '') ?? ''
  )
  return page.length > 2 && page === foldLetters(words)
}
