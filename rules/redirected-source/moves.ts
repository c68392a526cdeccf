/** Addresses that lead on by design, and are to be cited as they are. */
const resolvers = new Set(
  (
    'doi.org dx.doi.org hdl.handle.net handle.net purl.org purl.archive.org w3id.org n2t.net ark.bnf.fr nbn-resolving.org ' +
    'nbn-resolving.de resolver.kb.nl id.loc.gov lccn.loc.gov archive.org web.archive.org archive.today archive.ph archive.is ' +
    'archive.li archive.md archive.vn perma.cc webcitation.org orcid.org ror.org arxiv.org pubmed.gov rfc-editor.org go.dev ' +
    'bit.ly j.mp t.co goo.gl tinyurl.com ow.ly is.gd buff.ly youtu.be amzn.to wp.me aka.ms g.co git.io s.id cutt.ly ' +
    'rebrand.ly tiny.cc flic.kr redd.it fb.me lnkd.in nyti.ms wapo.st reut.rs econ.st'
  ).split(' ')
)
/** Words in an address that promise that it will go on leading to the right page. */
const lasting =
  /[/?&=](?:latest|current|stable|newest|permalink|redirect|purl|ark:|handle|doi|go|r)(?=[/?&=#]|$)|[?&]p=\d/i
/** Where a visitor without an account is sent. */
const entrance =
  /[/.](?:log-?in|sign-?in|sso|auth|oauth2?|consent|cookies?|captcha|challenge|subscribe|paywall|errors?|404)(?=[/.?]|$)/i
const session =
  /[?&](?:s(?:ession)?_?id|jsessionid|phpsessid|token|ticket|state|nonce|return|returnurl|redirect|next|utm_\w{1,20})=|;jsessionid=/i

/** The new address of a source that has moved for good, where that is worth an edit; without fragment. */
export function newAddress(cited: string, final: string): string | undefined {
  const from = parse(cited)
  const to = parse(final)
  if (!from || !to) return undefined
  if (resolvers.has(from.hostname.replace(/^www\./, '')) || lasting.test(from.href)) return undefined
  if (from.protocol === 'https:' && to.protocol === 'http:') return undefined
  if (entrance.test(to.pathname) || session.test(to.pathname + to.search)) return undefined
  // A page that leads to the section it stood in is not there any more.
  if (to.pathname === '/' && from.pathname !== '/') return undefined
  if (to.host === from.host && from.pathname.startsWith(`${to.pathname.replace(/\/$/, '')}/`))
    return undefined
  to.hash = ''
  return comparable(from) === comparable(to) ? undefined : to.href
}

/**
 * What HTML takes for a character, some of it without the `;`: in `&section=2` it reads `§ion=2`.
 * https://html.spec.whatwg.org/multipage/named-characters.html
 */
const character =
  /&(?:#|\w{1,32};|[a-z](?:acute|circ|grave|tilde|uml|ring|cedil|slash)|(?:ae|sz)lig|amp|brvbar|cent|copy|curren|deg|divide|eth|frac\d|gt|iexcl|iquest|laquo|lt|macr|micro|middot|nbsp|not|ord[fm]|para|plusmn|pound|quot|raquo|reg|sect|shy|sup\d|thorn|times|yen)/i

/** An address as it can stand in Markdown, HTML, YAML and MDX; nothing where a reader of one would read another. */
export function spellAddress(url: string): string | undefined {
  // An IPv6 address has brackets of its own.
  if (/^https?:\/\/[^/]*[@[]/.test(url) || character.test(url) || url.length > 1000) return undefined
  // At the end of a bare address, these are marks of the sentence.
  if (/[!,.:;?_~]$/.test(url)) return undefined
  return url.replace(
    /[()'"`*|<>[\]\\{}\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

function parse(url: string): URL | undefined {
  try {
    const parsed = new URL(url.startsWith('//') ? `https:${url}` : url)
    return /^https?:$/.test(parsed.protocol) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** The same for addresses that differ in scheme, `www.`, a slash at the end, or how they are encoded. */
function comparable({host, pathname, search}: URL): string {
  const path = pathname.replace(/\/(?:index\.(?:html?|php))?$/, '')
  return `${host.replace(/^www\./, '')}${decoded(path)}${decoded(search)}`.toLowerCase()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
