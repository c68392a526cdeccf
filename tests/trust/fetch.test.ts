import {expect, it} from 'vitest'
import {refusedAddresses} from '../fetch/refused-addresses.ts'
import {makeWorld} from '../setup/fetcher.ts'
import {startServer} from '../setup/server.ts'
import {record} from './row.ts'

it('fault 61: no spelling of a private address is connected to, cited or redirected to', async (context) => {
  const address = '93.184.216.34'
  const server = await startServer((request, response) => {
    const at = Number(/^\/cited\/(\d+)$/.exec(request.url ?? '')?.[1] ?? Number.NaN)
    const location = refusedAddresses[at]
    if (location === undefined) response.writeHead(404)
    else response.writeHead(302, {location: encodeLocation(location)})
    response.end()
  })
  const held: string[] = []
  for (const [index, spelling] of refusedAddresses.entries()) {
    const world = makeWorld({'a.example.org': [[address]]}, {[address]: server})
    const fetcher = world.fetcher()
    const cited = await fetcher.fetch(spelling)
    const isSafe = cited.kind === 'unchecked' && world.lookups.length === 0 && world.dialled.length === 0
    const redirected = await fetcher.fetch(`http://a.example.org/cited/${index}`)
    const goesNowhere = redirected.kind !== 'page' && world.dialled.every((dialled) => dialled === address)
    if (isSafe && goesNowhere) held.push(spelling)
  }
  record(context, {
    row: 'SSRF spellings refused, cited and as redirects',
    passed: held.length,
    of: refusedAddresses.length
  })
  expect(refusedAddresses.filter((spelling) => !held.includes(spelling))).toEqual([])
  expect(new Set(refusedAddresses).size).toBeGreaterThanOrEqual(60)
})

/** As bytes of UTF-8, which a header may hold; it may hold no line. */
function encodeLocation(location: string): string {
  return Buffer.from(location.replace(/[\t\n]/g, '')).toString('latin1')
}
