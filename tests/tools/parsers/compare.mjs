import path from 'node:path'
import {pathToFileURL} from 'node:url'

/**
 * @typedef {import('../../../src/document/model.ts').Parser} Parser
 * @typedef {import('mdast').Nodes} Nodes
 * @typedef {{kind: string, remark: Nodes, satteri: Nodes}} Difference
 */

/**
 * Both parsers, and the findings of the strict preset, of a build.
 *
 * @param {string} dist
 * @returns {Promise<{markdown: Parser, satteri: Parser, findingsOf(text: string, parser: Parser): string[]}>}
 */
export async function createReaders(dist) {
  /** @param {string} name */
  const load = (name) => import(pathToFileURL(path.join(dist, 'src', name)).href)
  const [{loadParser}, {lintText}, {presets}] = await Promise.all([
    load('engine/parsers/parsers.js'),
    load('lint/index.js'),
    load('config/builtin.js')
  ])
  const [markdown, satteri] = [await loadParser('remark'), await loadParser('satteri')]
  return {
    markdown,
    satteri,
    findingsOf(text, parser) {
      const {messages, crashes, facts} = lintText(text, {path: 'a.md', ruleset: presets.strict, parser})
      return [...messages, ...crashes, facts].map((finding) => JSON.stringify(finding))
    }
  }
}

/** Fields that both trees have, or neither: what satteri's own plugins use is in `data`. */
const others = new Set(['type', 'children', 'position', 'data'])

/**
 * Where two trees differ: in types, fields, number of children or places. Below a difference in number nothing is compared.
 *
 * @param {Nodes} remark
 * @param {Nodes} satteri
 * @returns {Difference[]}
 */
export function compareTrees(remark, satteri) {
  /** @type {Difference[]} */
  const found = []
  /** @type {[Nodes, Nodes][]} */
  const open = [[remark, satteri]]
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [a, b] = pair
    for (const kind of kindsOf(a, b)) found.push({kind, remark: a, satteri: b})
    if (a.type !== b.type) continue
    const [ours, theirs] = ['children' in a ? a.children : [], 'children' in b ? b.children : []]
    if (ours.length === theirs.length)
      for (const [index, child] of ours.entries()) open.push([child, /** @type {Nodes} */ (theirs[index])])
    else found.push({kind: `${a.type}: other children`, remark: a, satteri: b})
  }
  return found
}

/**
 * @param {Nodes} a
 * @param {Nodes} b
 * @returns {string[]}
 */
function kindsOf(a, b) {
  if (a.type !== b.type) return [`${a.type}: is ${b.type}`]
  /** @param {Nodes} node @returns {Record<string, unknown>} */
  const fieldsOf = (node) => Object.fromEntries(Object.entries(node).filter(([key]) => !others.has(key)))
  const [ours, theirs] = [fieldsOf(a), fieldsOf(b)]
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
  const differing = keys.filter(
    (key) => JSON.stringify(ours[key] ?? null) !== JSON.stringify(theirs[key] ?? null)
  )
  const places = /** @type {const} */ (['start', 'end']).filter((end) => {
    const [p, q] = [a.position?.[end], b.position?.[end]]
    return p?.offset !== q?.offset || p?.line !== q?.line || p?.column !== q?.column
  })
  return [...differing, ...places].map((key) => `${a.type}.${key}`)
}
