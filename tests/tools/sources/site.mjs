/** The site of fixtures/sources, served by this process: pages, redirects, dead ends. */
import {readdirSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import {makePdf} from './pdf.mjs'

const folder = new URL('../../../fixtures/sources/', import.meta.url)
// Hosts are asked one request at a time with a pause between, so the pages lie on several.
const addresses = [1, 2, 3, 4, 5, 6, 7, 8].map((last) => `127.0.0.${last}`)

/**
 * @typedef {object} Route
 * @property {string} [file]
 * @property {string} [body]
 * @property {string} [type]
 * @property {number} [status]
 * @property {string} [location]
 * @property {'gzip' | 'br'} [coding]
 * @property {'windows-1252'} [charset]
 * @property {boolean} [isPdf]
 *
 * @typedef {object} Site
 * @property {(article: string) => string} place Puts the addresses of the pages into an article.
 * @property {string[]} requests Method and path of each request so far.
 * @property {() => Promise<void>} close
 */

/** @type {Record<string, Route>} */
const routes = JSON.parse(readFileSync(new URL('routes.json', folder), 'utf8'))
const paths = Object.keys(routes)

/**
 * The articles by file name, `http://SOURCES/` for the server in their addresses.
 *
 * @returns {Record<string, string>}
 */
export function readArticles() {
  const names = readdirSync(new URL('articles/', folder)).sort()
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(new URL(`articles/${name}`, folder), 'utf8')])
  )
}

/**
 * @returns {import('./score.mjs').Claim[]}
 */
export function readClaims() {
  return JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')).claims
}

/**
 * @returns {Promise<Site>}
 */
export async function startSite() {
  /** @type {string[]} */
  const requests = []
  const servers = await Promise.all(
    addresses.map(async (address) => {
      const server = createServer((request, response) => {
        requests.push(`${request.method} ${request.url}`)
        answer(routes[(request.url ?? '').slice(1)], response)
      })
      await new Promise((resolve) => server.listen(0, address, () => resolve(undefined)))
      return server
    })
  )
  const hosts = servers.map((server) => {
    const {address, port} = /** @type {import('node:net').AddressInfo} */ (server.address())
    return `http://${address}:${port}`
  })
  return {
    requests,
    place: (article) =>
      article.replace(/http:\/\/SOURCES\/([\w./-]*)/g, (_, path) => {
        if (!routes[path]) throw new Error(`no page \`${path}\` in routes.json`)
        return `${hosts[paths.indexOf(path) % hosts.length]}/${path}`
      }),
    async close() {
      for (const server of servers) server.closeAllConnections()
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
    }
  }
}

/**
 * @param {Route | undefined} route
 * @param {import('node:http').ServerResponse} response
 */
function answer(route, response) {
  if (!route) return void response.writeHead(404, {'content-type': 'text/html'}).end('<p>Not found</p>')
  const {status = 200, location, type = 'text/html; charset=utf-8', coding} = route
  const bytes = bytesOf(route)
  const body = coding === 'gzip' ? gzipSync(bytes) : coding === 'br' ? brotliCompressSync(bytes) : bytes
  response.writeHead(status, {
    'content-type': type,
    ...(location === undefined ? {} : {location}),
    ...(coding === undefined ? {} : {'content-encoding': coding})
  })
  response.end(body)
}

/**
 * @param {Route} route
 * @returns {Buffer}
 */
function bytesOf({file, body = '', charset, isPdf}) {
  const text = file === undefined ? body : readFileSync(new URL(`pages/${file}`, folder), 'utf8')
  if (isPdf) return makePdf(text.split('\n'))
  return charset === undefined ? Buffer.from(text) : toWindows1252(text)
}

/**
 * @param {string} text
 */
function toWindows1252(text) {
  /** @type {Record<string, number>} */
  const own = {'‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96}
  return Buffer.from([...text].map((sign) => own[sign] ?? sign.charCodeAt(0)))
}
