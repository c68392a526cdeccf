import {defineSiteRule, type Range} from '../../src/rule/index.ts'
import {collectFacts, type Facts} from './facts.ts'
import {findLinks} from './links.ts'
import {dropSlight, joinNeighbours, type Run} from './runs.ts'

const note =
  'Readers and search engines that meet the same text in two articles can’t tell which one it belongs to; keep it in one and link to it'

interface Data {
  readonly count: number
  readonly path: string
}

const copies = ({count, path}: Data): string =>
  `${count === 1 ? 'copy of a paragraph' : `copies of ${count} paragraphs`} of \`${path}\``
const them = (count: number): string => (count === 1 ? 'it' : 'them')

/** Other places that are named; the count tells how many there are. */
const mostRelated = 10

export default defineSiteRule({
  id: 'shared-paragraph',
  summary: 'Flag paragraphs that stand in several articles.',
  category: 'site',
  recommended: false,
  anyLanguage: true,
  options: {
    minWords: {
      type: 'number',
      default: 12,
      minimum: 8,
      description: 'Paragraphs of fewer words may stand in any number of articles.'
    },
    minParagraphs: {
      type: 'number',
      default: 3,
      minimum: 1,
      description: 'Two articles may have fewer paragraphs in common, where these are not most of either.'
    },
    minShare: {
      type: 'number',
      default: 0.2,
      minimum: 0,
      maximum: 1,
      description: 'Two articles may have less than this share of the words of the shorter one in common.'
    },
    boilerplateArticles: {
      type: 'number',
      default: 4,
      minimum: 2,
      description: 'What stands in so many articles is reported once, as boilerplate.'
    },
    allowed: {
      type: 'strings',
      default: [],
      description: 'Paragraphs that contain one of these texts may stand in several articles.'
    }
  },
  messages: {
    exact: (data: Data) => ({
      reason: `Unexpected ${copies(data)}, expected ${them(data.count)} in one of the articles`,
      note
    }),
    contained: (data: Data) => ({
      reason: `Unexpected ${copies(data)} with more text around in one of the two, expected ${them(data.count)} in one of the articles`,
      note
    }),
    near: (data: Data & {percent: number}) => ({
      reason: `Unexpected reworded ${copies(data)} (${data.percent} % the same words), expected ${them(data.count)} in one of the articles`,
      note
    }),
    boilerplate: ({count, articles}: {count: number; articles: number}) => ({
      reason: `Unexpected ${count === 1 ? 'paragraph' : `${count} paragraphs`} in ${articles} articles, expected ${them(count)} in a template of the site`,
      note: 'Text that belongs to every page is kept in step only where it is written once'
    })
  },
  collect: (document, options) => collectFacts(document, options),
  checkSite(articles, options, report) {
    const sorted = articles.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    const rangeOf = ({article, from, to}: Run['place']): Range => {
      const {paragraphs} = all[article] as Facts
      return [
        (paragraphs[from] as Facts['paragraphs'][number])[0],
        (paragraphs[to] as Facts['paragraphs'][number])[1]
      ]
    }
    const pathOf = ({article}: Run['place']): string => paths[article] as string
    const paths = sorted.map(({path}) => path)
    const all = sorted.map(({facts}) => facts)
    const runs = joinNeighbours(findLinks(all, options.boilerplateArticles))
    for (const {kind, place, others, articles, count, similarity} of dropSlight(runs, all, options)) {
      const at = {
        path: pathOf(place),
        range: rangeOf(place),
        related: others.slice(0, mostRelated).map((other) => ({
          path: pathOf(other),
          range: rangeOf(other),
          reason: kind === 'boilerplate' ? 'It stands here too' : 'The other one is here'
        }))
      }
      const path = others[0] ? pathOf(others[0]) : ''
      if (kind === 'boilerplate') report('boilerplate', {...at, data: {count, articles}})
      else if (kind === 'near')
        report('near', {...at, data: {count, path, percent: Math.floor(similarity * 100)}})
      else report(kind, {...at, data: {count, path}})
    }
  }
})
