import {closest, defineSiteRule} from '../../src/rule/index.ts'
import {createAnchorTest, findAnchors} from './anchors.ts'
import type {Facts, Link} from './facts.ts'
import {findAddresses, findLinks} from './links.ts'
import {findServed, folderOf, isArticleFile, readAddress, resolveIn} from './targets.ts'

interface MissingFile {
  readonly from: string
  readonly link: Link
  readonly file: string
}

/** So many articles of a folder must be found by their links for each one that is not: else only some were linted. */
const foundForMissing = 2
/** Files of a repository that are often left out of linting. */
const ofRepository =
  /(?:^|\/)(?:readme|changelog|changes|history|license|licence|copying|contributing|code[-_]of[-_]conduct|security|support|authors|contributors|governance|maintainers|notice|summary|todo)\.[^/]+$/i

export default defineSiteRule({
  id: 'broken-internal-link',
  summary: 'Flag a link to an article or a heading of the same site that does not exist.',
  category: 'site',
  recommended: false,
  anyLanguage: true,
  options: {},
  messages: {
    anchor: (data: {url: string; file?: string; near?: string}) => ({
      reason: `Unexpected link to \`${data.url}\`, expected a heading of ${data.file === undefined ? 'this article' : `\`${data.file}\``}`,
      note: 'The link leads to the top of the page; the heading was renamed or taken away',
      ...(data.near === undefined ? {} : {expected: [data.near]})
    }),
    file: (data: {url: string; file: string; near?: string}) => ({
      reason: `Unexpected link to \`${data.url}\`, expected an article that exists`,
      note: `There is no \`${data.file}\` among the articles beside it`,
      ...(data.near === undefined ? {} : {expected: [data.near]})
    })
  },
  collect(document): Facts {
    return {...findAnchors(document), addresses: findAddresses(document), links: findLinks(document)}
  },
  checkSite(articles, _options, report) {
    const byPath = new Map(articles.map(({path, facts}) => [path, facts]))
    const addresses = new Set(articles.flatMap(({facts}) => facts.addresses.map(comparable)))
    const tests = new Map<string, (anchor: string) => boolean>()
    const found = new Map<string, Set<string>>()
    const missing = new Map<string, MissingFile[]>()

    for (const {path: from, facts} of articles) {
      for (const link of facts.links) {
        const address = readAddress(link.url)
        if (!address) continue
        const {path, anchor} = address
        const target = path === '' ? from : findTarget(from, path, link)
        const there = target === undefined ? undefined : byPath.get(target)
        if (target === undefined || !there || there.isOpen || !isMissing(anchor, target, there)) continue
        const near = closest(anchor, there.anchors)
        const fixed = near && `${link.url.slice(0, link.url.indexOf('#'))}#${near}`
        report('anchor', {
          path: from,
          range: link.range,
          data: {url: link.url, ...(target === from ? {} : {file: target}), ...(fixed ? {near: fixed} : {})},
          ...suggest(link, fixed)
        })
      }
    }
    const names = missing.size > 0 ? groupNames(byPath.keys()) : new Map<string, string[]>()
    for (const [folder, all] of missing) {
      const files = new Set(all.map(({file}) => file))
      if ((found.get(folder)?.size ?? 0) < files.size * foundForMissing) continue
      for (const {from, link, file} of all) {
        const others = names.get(folder)?.filter((name) => folder !== folderOf(from) || name !== nameOf(from))
        const near = closest(nameOf(file), others ?? [])
        const fixed =
          near && link.url.includes(nameOf(file)) ? link.url.replace(nameOf(file), () => near) : undefined
        report('file', {
          path: from,
          range: link.range,
          data: {url: link.url, file, ...(fixed ? {near: fixed} : {})},
          ...suggest(link, fixed)
        })
      }
    }

    function isMissing(anchor: string, path: string, {anchors}: Facts): boolean {
      if (anchor === '') return false
      const test = tests.get(path) ?? createAnchorTest(anchors)
      tests.set(path, test)
      return test(anchor)
    }

    /** The linted article that a link leads to; notes the files that are there and those that are not. */
    function findTarget(from: string, path: string, link: Link): string | undefined {
      if (!isArticleFile(path)) return findServed(from, path, (file) => byPath.has(file))
      if (path.startsWith('/')) return undefined
      const file = resolveIn(folderOf(from), path)
      if (file === undefined) return undefined
      const folder = folderOf(file)
      if (byPath.has(file)) {
        if (file !== from) found.set(folder, (found.get(folder) ?? new Set()).add(file))
        return file
      }
      if (ofRepository.test(file) || isAddress(path) || isAddress(file)) return undefined
      const list = missing.get(folder)
      if (list) list.push({from, link, file})
      else missing.set(folder, [{from, link, file}])
      return undefined
    }

    function isAddress(path: string): boolean {
      return addresses.has(comparable(path)) || addresses.has(comparable(nameOf(path)))
    }
  }
})

/** An edit for a person to choose, where the source spells the address as it is. */
function suggest({url, range}: Link, fixed: string | undefined) {
  if (fixed === undefined || range[1] - range[0] !== url.length) return {}
  return {suggest: [{title: `Link to \`${fixed}\``, edits: [{range, text: fixed}]}]}
}

function groupNames(paths: Iterable<string>): ReadonlyMap<string, string[]> {
  const names = new Map<string, string[]>()
  for (const path of paths) {
    const list = names.get(folderOf(path))
    if (list) list.push(nameOf(path))
    else names.set(folderOf(path), [nameOf(path)])
  }
  return names
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function comparable(address: string): string {
  return address
    .replace(/\.(?:mdx?|markdown|html?)$/i, '')
    .replace(/^\/+|\/+$/g, '')
    .toLowerCase()
}
