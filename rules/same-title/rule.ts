import {type Document, defineSiteRule, type Range} from '../../src/rule/index.ts'
import {createMirrorTest} from './mirror.ts'
import {isGenericTitle, isLongTitle, keyOf, withoutMark} from './title.ts'
import {variantOf} from './variant.ts'

interface Facts {
  readonly title: string
  readonly range: Range
  readonly language: string
}

/** Fewer words are a stub: a redirect, a list that is filled in by a template. */
const fewestWords = 20
/** Fields of front matter that send the reader elsewhere, or keep the article from the site. */
const notRead = ['redirect_to', 'redirect_url', 'redirect', 'draft', 'unlisted']

export default defineSiteRule({
  id: 'same-title',
  summary: 'Flag an article that has the title of another one.',
  category: 'site',
  recommended: false,
  isOfArticle: true,
  anyLanguage: true,
  options: {},
  messages: {
    same: (data: {title: string; first: string; articles: number}) => ({
      reason: `Unexpected title \`${data.title}\` of another article, \`${data.first}\``,
      note:
        data.articles > 2
          ? `${data.articles} articles have it; expected a title that tells each from the others`
          : 'Readers and search engines cannot tell the two apart; say in the title what is different, or merge them'
    })
  },
  collect(document): Facts | undefined {
    const {title, language, path = ''} = document
    if (!title || isOfRepository(path) || document.wordCount < fewestWords || isHidden(document))
      return undefined
    const text = withoutMark(title.text)
    if (isGenericTitle(text)) return undefined
    return {title: text, range: title.range, language}
  },
  checkSite(articles, _options, report) {
    type Article = (typeof articles)[number]
    const groups = new Map<string, Article[]>()
    for (const article of articles) {
      const {title, language} = article.facts
      const {variant, folder} = variantOf(article.path)
      // A short title names a part of a work, and every work has an “Exhaust system” of its own.
      const scope = isLongTitle(title) ? '' : folder
      const key = JSON.stringify([keyOf(title), language.split('-')[0], variant, scope])
      const group = groups.get(key)
      if (group) group.push(article)
      else groups.set(key, [article])
    }
    const sets = [...groups.values()].map(withoutBuilds)
    const isMirrored = createMirrorTest(sets)
    for (const [first, ...others] of sets as [Article, ...Article[]][]) {
      const later = others.filter(({path}) => !isMirrored(first.path, path))
      for (const {path, facts} of later) {
        report('same', {
          path,
          range: facts.range,
          data: {title: facts.title, first: first.path, articles: later.length + 1},
          related: [{path: first.path, range: first.facts.range, reason: 'The title is here first'}]
        })
      }
    }
  }
})

/** What introduces or lists a work bears its name. */
function isOfRepository(path: string): boolean {
  return /(?:^|\/)(?:readme|summary|title-page|changelog|license|contributing)\.[^/]+$/i.test(path)
}

function isHidden({frontmatter}: Document): boolean {
  return notRead.some((key) => {
    const value = frontmatter?.get(key)
    return value !== undefined && value !== null && value !== false
  })
}

/** By path; `a.html` beside `a.md` is the same article, built. */
function withoutBuilds<Article extends {readonly path: string}>(group: readonly Article[]): Article[] {
  const seen = new Set<string>()
  return [...group]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .filter(({path}) => {
      const stem = path.replace(/\.[^./]+$/, '')
      const isNew = !seen.has(stem)
      seen.add(stem)
      return isNew
    })
}
