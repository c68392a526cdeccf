import {defineSiteRule} from '../../src/rule/index.ts'
import {findFamilies} from './families.ts'
import {collectFrames} from './frames.ts'

/** Other places that are named; the count tells how many there are. */
const mostRelated = 10

interface Data {
  readonly path: string
  /** Of the articles in all. */
  readonly count: number
}

const others = ({path, count}: Data): string => (count === 2 ? `\`${path}\`` : `${count - 1} other articles`)

export default defineSiteRule({
  id: 'shared-template',
  summary: 'Flag articles that were filled into one template.',
  category: 'site',
  recommended: false,
  isOfArticle: true,
  options: {
    minSwaps: {
      type: 'number',
      default: 3,
      minimum: 1,
      description:
        'So many sentences, or phrases below like titles, have to be the same but for names and numbers.'
    },
    minShare: {
      type: 'number',
      default: 0.3,
      minimum: 0,
      maximum: 1,
      description:
        'Share of the sentences of the shorter article that have to be the same but for names and numbers.'
    }
  },
  messages: {
    names: (data: Data) => ({
      reason: `Unexpected text of the same pattern as ${others(data)} with names swapped, expected one article, or a text of its own`,
      note: 'Articles that differ in the name they are about tell readers nothing of it, and search engines take them for doorway pages'
    }),
    headings: (data: Data) => ({
      reason: `Unexpected headings and sentences of ${others(data)}, expected a text of its own`,
      note: 'What is the same in every article was not written for its subject'
    })
  },
  collect: (document) => collectFrames(document),
  checkSite(articles, options, report) {
    type Article = (typeof articles)[number]
    const sorted = articles.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    const all = sorted.map(({facts}) => facts)
    for (const family of findFamilies(all, options)) {
      const members = family.articles.map((index) => sorted[index])
      const [first, ...later] = members as [Article, Article, ...Article[]]
      const [other] = later
      report(family.by, {
        path: first.path,
        range: first.facts.range,
        data: {path: other.path, count: family.articles.length},
        related: later.slice(0, mostRelated).map(({path, facts}) => ({
          path,
          range: facts.range,
          reason: 'This one has the same pattern'
        }))
      })
    }
  }
})
