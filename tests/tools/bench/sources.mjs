/** The real texts a corpus is made of: the Markdown of the packages that the lock file pins, or a folder. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

const functionWords = new Set(
  'the of and to a in is that for it with as on this be are by an or from at not you can if which was but will'.split(
    ' '
  )
)

/**
 * Markdown of 2 to 40 KB in English prose, package by package. Packages that are optional or for one platform are left out: they
 * are not installed everywhere.
 *
 * @param {string} root of the project, after `npm ci`
 * @returns {string[]}
 */
export function readPackages(root) {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  /** @type {Set<string>} */
  const texts = new Set()
  for (const [place, {optional, os, cpu}] of Object.entries(lock.packages).sort(byCodePoints)) {
    const folder = path.join(root, place)
    if (place === '' || optional || os || cpu || !existsSync(folder)) continue
    for (const file of listFiles(folder, /\.(?:md|markdown)$/i)) {
      const text = readFileSync(file, 'utf8')
      const bytes = Buffer.byteLength(text)
      if (bytes >= 2048 && bytes <= 40_960 && isEnglishProse(text)) texts.add(text)
    }
  }
  return [...texts]
}

/**
 * Paths of the files below a folder, in a fixed order, without node_modules and hidden folders.
 *
 * @param {string} folder
 * @param {RegExp} pattern of the name
 * @returns {string[]}
 */
export function listFiles(folder, pattern) {
  return readdirSync(folder, {withFileTypes: true})
    .sort((a, b) => byCodePoints([a.name], [b.name]))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) {
        return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : listFiles(file, pattern)
      }
      return entry.isFile() && pattern.test(entry.name) ? [file] : []
    })
}

/**
 * Half of its lines' text stands in lines of words, and a fifth of those words are the small words of English.
 *
 * @param {string} text
 */
export function isEnglishProse(text) {
  const body = text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '').replace(/https?:\S+/g, '')
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  const prose = lines.filter(
    (line) => (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= 6 && !/^\s*[|<]/.test(line)
  )
  const length = (/** @type {string[]} */ some) => some.reduce((sum, line) => sum + line.length, 0)
  const words =
    prose
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const small = words.filter((word) => functionWords.has(word)).length
  return words.length > 0 && length(prose) * 2 >= length(lines) && small * 5 >= words.length
}

/**
 * @param {readonly [string, ...unknown[]]} a
 * @param {readonly [string, ...unknown[]]} b
 */
function byCodePoints([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0
}
