/**
 * node tests/tools/bench/parse.mjs FILE_OR_FOLDER…
 *
 * The yardstick: reads and parses articles (unified, remark-parse, GFM, front matter) and does nothing else.
 */
import {readFileSync, statSync} from 'node:fs'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {listFiles} from './sources.mjs'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()
let blocks = 0
for (const given of process.argv.slice(2)) {
  const files = statSync(given).isDirectory() ? listFiles(given, /\.(?:md|txt)$/) : [given]
  for (const file of files) blocks += processor.parse(readFileSync(file, 'utf8')).children.length
}
console.log(blocks)
