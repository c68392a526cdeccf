import {defineSiteRule} from '../../src/rule/index.ts'
import {type Biography, findBiographies, normalise} from './biographies.ts'
import {findContradiction} from './contradiction.ts'
import {createMatcher} from './matcher.ts'

interface Place extends Biography {
  readonly path: string
}

export default defineSiteRule({
  id: 'persona-reuse',
  summary: 'Flag an author whose biography is that of another name, or contradicts one under the same name.',
  category: 'site',
  recommended: false,
  isOfArticle: true,
  options: {},
  messages: {
    copy: (data: {name: string; other: string}) => ({
      reason: `Unexpected biography of ${data.name} in the words of that of ${data.other}, expected one of their own`,
      note: 'Two people do not share a life; name the person who wrote the article, with what can be checked'
    }),
    contradiction: (data: {name: string; what: string; other: string}) => ({
      reason: `Unexpected \`${data.what}\` in the biography of ${data.name}, \`${data.other}\` in another article`,
      note: 'One of the two is wrong, or these are two people of one name; link to a profile that shows who is meant'
    })
  },
  collect(document): readonly Biography[] | undefined {
    const found = findBiographies(document)
    return found.length > 0 ? found : undefined
  },
  checkSite(articles, _options, report) {
    const all = articles.flatMap(({path, facts}) => facts.map((one): Place => ({...one, path})))
    all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.range[0] - b.range[0]))
    const match = createMatcher<Place>()
    const said = new Set<string>()
    const byName = new Map<string, Place[]>()
    for (const one of all) {
      const {name, path, range} = one
      const key = normalise(name)
      const own = byName.get(key) ?? []
      byName.set(key, own)
      // A person is said once of another, however many articles both sign.
      const twin = match(one, (other) => isOther(key, normalise(other.name)))
      const pair = twin && [key, normalise(twin.name)].sort().join('|')
      if (twin && pair !== undefined && !said.has(pair)) {
        said.add(pair)
        report('copy', {
          path,
          range,
          data: {name, other: twin.name},
          related: [{path: twin.path, range: twin.range, reason: `The biography of ${twin.name}`}]
        })
      }
      const contrary = own.flatMap((other) => findContradiction(one, other) ?? [])[0]
      if (contrary && !said.has(JSON.stringify([key, contrary.what, contrary.other]))) {
        said.add(JSON.stringify([key, contrary.what, contrary.other]))
        report('contradiction', {
          path,
          range,
          data: {name, what: contrary.what, other: contrary.other},
          related: [{path: contrary.place.path, range: contrary.place.range, reason: 'The other biography'}]
        })
      }
      if (!own.some((other) => other.words === one.words)) own.push(one)
    }
  }
})

/** No part in common: “Ann Lee” and “Ann Lee-Roe” may be one person. */
function isOther(a: string, b: string): boolean {
  const known = new Set(a.split(' '))
  return b.split(' ').every((part) => !known.has(part))
}
