import {closest, defineSiteRule} from '../../src/rule/index.ts'
import {createAnchorTest, findAnchors} from './anchors.ts'
import type {Facts, Link} from './facts.ts'
import {findAddresses, findLinks} from './links.ts'
import {createMissingFiles} from './missing.ts'
import {
  findCandidates,
  findServed,
  folderOf,
  isArticleFile,
  nameOf,
  readAddress,
  resolveIn
} from './targets.ts'

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
  filesOf: ({path, facts}) =>
    facts.links.flatMap(({url}) => findCandidates(path, readAddress(url)?.path ?? '')),
  checkSite(articles, _options, report, {exists}) {
    const byPath = new Map(articles.map(({path, facts}) => [path, facts]))
    const addresses = new Set(articles.flatMap(({facts}) => facts.addresses.map(comparable)))
    const tests = new Map<string, (anchor: string) => boolean>()
    const missing = createMissingFiles((path) => byPath.has(path), exists)

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
    const missed = missing.list()
    const names = missed.length > 0 ? groupNames(byPath.keys()) : new Map<string, string[]>()
    for (const {from, link, file} of missed) {
      const folder = folderOf(file)
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
      const isThere = byPath.has(file)
      if (isThere || !(isAddress(path) || isAddress(file))) missing.look({from, link, file}, path)
      return isThere ? file : undefined
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

function comparable(address: string): string {
  return address
    .replace(/\.(?:mdx?|markdown|html?)$/i, '')
    .replace(/^\/+|(?<!\/)\/+$/g, '')
    .toLowerCase()
}
