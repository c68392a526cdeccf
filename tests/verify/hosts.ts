import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach} from 'vitest'

const open = new Set<Server>()

afterEach(async () => {
  for (const server of open) server.closeAllConnections()
  await Promise.all([...open].map((server) => new Promise((resolve) => server.close(resolve))))
  open.clear()
})

export interface Hosts {
  /** `http://127.0.0.1:PORT` and so on: each is a host of its own. */
  readonly urls: readonly string[]
  /** `HOST PATH` of each page that was asked for, but for robots.txt. */
  readonly asked: string[]
  /** How many requests there were, those for robots.txt among them. */
  count(): number
}

/** Servers at one address of this machine each. `answer` gives a page, a status, or nothing where it never answers. */
export async function startHosts(
  number: number,
  answer: (host: string, path: string) => string | number | undefined
): Promise<Hosts> {
  const asked: string[] = []
  let requests = 0
  const urls: string[] = []
  for (let n = 1; n <= number; n++) {
    const host = `127.0.0.${n}`
    const server = createServer(({url = ''}, response) => {
      requests++
      if (url === '/robots.txt') return void response.writeHead(404).end()
      asked.push(`${host} ${url}`)
      const page = answer(host, url)
      if (typeof page === 'number') response.writeHead(page).end()
      else if (page !== undefined) response.writeHead(200, {'content-type': 'text/html'}).end(page)
    })
    open.add(server)
    await new Promise<void>((resolve) => server.listen(0, host, resolve))
    urls.push(`http://${host}:${(server.address() as AddressInfo).port}`)
  }
  return {urls, asked, count: () => requests}
}

/** A page with enough on it to say what it does not hold. */
export function page(words: string): string {
  const more =
    'The station on the coast has measured rain since it was built, day by day and year by year. '.repeat(12)
  return `<!doctype html><title>The weather of the coast</title><main><h1>Rain</h1><p>${words}</p><p>${more}</p></main>`
}

/** A plugin whose rule reports the dead sources of an article. */
export const plugin = `
export default {
  id: 'acme/gone-source',
  summary: 'Flag a source that is gone.',
  url: 'https://acme.example/gone-source',
  category: 'verification',
  recommended: 'error',
  anyLanguage: true,
  options: {},
  messages: {gone: ({url}) => 'Unexpected address ' + url + ', which is gone'},
  collect({text}) {
    return [...text.matchAll(/https?:[^\\s<>)]+/g)].map(({0: url, index}) => ({url, start: index}))
  },
  sourcesOf: ({facts}) => facts.map(({url}) => ({url})),
  checkSite(all, options, report, {sources}) {
    for (const {path, facts} of all)
      for (const {url, start} of facts)
        if (sources.recordOf(url)?.state === 'dead')
          report('gone', {path, range: [start, start + url.length], data: {url}})
  }
}`
export const config = '{"extends": [], "plugins": ["./plugin.mjs"]}'
