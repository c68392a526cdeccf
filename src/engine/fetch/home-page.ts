/** `/`, `/index.html`, `/en/`, `/en-us`: where a site begins. */
const root = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|default|home)(?:\.[a-z]{2,5})?)?\/?$/i

/** A year, an id, or a file. */
const article = /\d{4}|\.(?:s?html?|php|aspx?|jsp|pdf)$/i

/**
 * Whether redirects led from a page to the home page, so that what was cited is not there any more. To the home page of
 * another host lead short links, and the pages of projects that have a domain of their own now: there, the address has to
 * look like one of an article.
 */
export function leadsHome(cited: URL, final: URL): boolean {
  if (root.test(cited.pathname) || !root.test(final.pathname) || final.search !== '') return false
  return siteOf(cited) === siteOf(final) || looksLikeArticle(cited.pathname)
}

function looksLikeArticle(path: string): boolean {
  if (path.length <= 12) return false
  return article.test(path) || path.split('/').some((part) => part.split(/[-_]/).length > 2)
}

function siteOf(url: URL): string {
  return url.hostname.replace(/^www\./, '')
}
