/** Why an address is no source of a statement. */
export type Weakness = 'home' | 'image' | 'shop' | 'search' | 'shortener' | 'profile' | 'local'

/** An address in an article, read for what it can prove. */
export interface Address {
  /** Lower case, without `www.`; empty for a page of the article's own site. */
  readonly host: string
  readonly weakness: Weakness | undefined
}

/** A base for relative addresses; no host ends in `invalid`. */
const ownSite = 'https://own.invalid/'

const image = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|ico)$/i
/** Wikipedia's page about a picture. */
const imagePage = /\/(?:File|Image|Datei|Fichier|Archivo):/i

const shortener =
  /^(?:bit\.ly|bitly\.com|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|amzn\.to|a\.co|lnkd\.in|rb\.gy|cutt\.ly|tiny\.cc|dlvr\.it|rebrand\.ly|shorturl\.at|ift\.tt|fb\.me|adf\.ly|shareasale\.com|linktr\.ee)$/

const searchEngine =
  /^(?:(?:scholar|news|books|images)\.)?google(?:\.\w{2,3}){1,2}$|^(?:\w{2}\.)?(?:bing|duckduckgo|ecosia|baidu|startpage)\.com$|^search\.\w+(?:\.\w+){1,2}$|^yandex\.(?:ru|com)$/
const query = /[?&](?:q|query|p|wd|text|search|keywords?|k|s)=[^&]/

const marketplace = /^(?:amazon|ebay|etsy|aliexpress|walmart|alibaba|temu)(?:\.\w{2,3}){1,2}$/
const marketItem = /\/(?:dp|gp\/product|gp\/aw\/d|itm|listing|item|ip)\/[\w-]+/i
const shopPath =
  /\/(?:cart|basket|checkout|shop|store|product|products)\/[^/]+|\/(?:cart|basket|checkout)\/?$/i
const affiliate =
  /[?&](?:aff(?:iliate)?(?:_?id)?|aff_\w+|partner_?id|utm_medium=(?:affiliate|cpc|paid|ppc))=?[^&]*|[?&]tag=[\w-]+-2\d\b/i
/** Reports of agencies and universities lie under `/products/` too. */
const publicBody = /(?:^|\.)(?:gov|mil|edu|int|europa\.eu|(?:gov|gob|gouv|ac|edu)\.[a-z]{2})$/

const network =
  /^(?:m\.|mobile\.)?(?:twitter|x|facebook|instagram|threads|tiktok|pinterest|linkedin|youtube|mastodon|bsky)\.(?:com|net|social|app)$/
const profilePath = /^\/(?:(?:in|company|school|channel|user|c|profile|groups)\/[^/]+|@?[\w.-]+)\/?$/i
/** Paths of the networks that are no profiles. */
const networkPage =
  /^\/(?:watch|playlist|hashtag|search|explore|results|home|about|help|events|shorts|legal|policies)\/?$/i

/** Reads an address; nothing when it is none, or of another kind than a page. */
export function readAddress(url: string): Address | undefined {
  const parsed = parse(url)
  if (!parsed) return undefined
  const asked = parsed.pathname === '/url' ? parsed.searchParams.get('q') : null
  const target = asked ? parse(asked) : undefined
  const {protocol, hostname, pathname, search, hash} = target ?? parsed
  if (protocol === 'file:') return {host: '', weakness: 'local'}
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  const host = hostname === 'own.invalid' ? '' : hostname.replace(/^www\./, '')
  return {host, weakness: readWeakness(host, pathname, search, hash)}
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url, ownSite)
  } catch {
    return undefined
  }
}

function readWeakness(host: string, path: string, search: string, hash: string): Weakness | undefined {
  if (host !== '' && isLocal(host)) return 'local'
  if (image.test(path) && !imagePage.test(path)) return 'image'
  if (shortener.test(host)) return 'shortener'
  if (isSearch(host, path, search)) return 'search'
  if (isShop(host, path, search)) return 'shop'
  if (network.test(host) && search === '' && profilePath.test(path) && !networkPage.test(path))
    return 'profile'
  return path === '/' && search === '' && hash === '' ? 'home' : undefined
}

/** One machine or a network of its own: a number, `localhost`, a name without a dot. */
function isLocal(host: string): boolean {
  return (
    !host.includes('.') || /^\d+(?:\.\d+){3}$|^\[|\.(?:local|localhost|internal|lan|home|test)$/.test(host)
  )
}

function isSearch(host: string, path: string, search: string): boolean {
  if (!query.test(search)) return false
  if (searchEngine.test(host)) return true
  return path === '/' ? /^\?s=/.test(search) : /\/(?:search|suche|results)(?:\.\w+)?\/?$/i.test(path)
}

function isShop(host: string, path: string, search: string): boolean {
  if (publicBody.test(host)) return false
  const isItem = (marketplace.test(host) ? marketItem : shopPath).test(path)
  return isItem || affiliate.test(search)
}

/** Whether a host is one of the domains: `mill.org` with all below it, `*.gov` for all that end so. */
export function isAmong(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => {
    const name = domain
      .toLowerCase()
      .replace(/^\*?\./, '')
      .replace(/^www\./, '')
    return name !== '' && (host === name || host.endsWith(`.${name}`))
  })
}
