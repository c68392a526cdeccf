import {readFileSync} from 'node:fs'
import path from 'node:path'
import {articles} from '../plant-report.mjs'

/**
 * @typedef {import('./figures.mjs').Count} Count
 * @typedef {import('../../../src/index.ts').Message} Message
 *
 * @typedef {object} Project The parts of the linter that are measured, from the sources or a build.
 * @property {typeof import('../../../src/index.ts').lintFiles} lintFiles
 * @property {typeof import('../../../src/lint/index.ts').lintText} lintText
 * @property {typeof import('../../../src/config/builtin.ts').rules} rules
 * @property {typeof import('../../../src/config/builtin.ts').usualSeverity} usualSeverity
 * @property {typeof import('../../../src/rule/options.ts').readOptions} readOptions
 *
 * @typedef {object} Source A folder, what to call it and what it holds.
 * @property {string} name
 * @property {string} is
 * @property {string} folder
 */

/**
 * The rules that are measured: all that need no network.
 *
 * @param {Project} project
 */
export function measuredRules({rules}) {
  return rules.filter(({category}) => category !== 'verification')
}

/**
 * Lints files with every measured rule and its default options, as one run of the CLI does.
 *
 * @param {Project} project
 * @param {string} folder that paths start from
 * @param {readonly string[]} files
 * @param {Readonly<Record<string, Record<string, unknown>>>} [options] of rules, by id
 * @returns {Promise<ReadonlyMap<string, readonly Message[]>>} by the whole path
 */
export async function lintAll(project, folder, files, options = {}) {
  const {files: results, problems} = await project.lintFiles(files, {
    cwd: folder,
    config: false,
    ignore: false,
    rules: Object.fromEntries(
      measuredRules(project).map((rule) => [rule.id, [project.usualSeverity(rule), options[rule.id] ?? {}]])
    )
  })
  if (problems[0]) throw new Error(`${problems[0].path}: ${problems[0].reason}`)
  return new Map(results.map(({path: file, messages}) => [path.resolve(folder, file), messages]))
}

/**
 * Whether a finding is less severe than its rule is by itself.
 *
 * @param {Project} project
 * @returns {(message: Message) => boolean}
 */
export function milderThanRule(project) {
  const severities = new Map(project.rules.map((rule) => [rule.id, project.usualSeverity(rule)]))
  return ({ruleId, severity}) => severity !== severities.get(ruleId)
}

/**
 * Counts what every rule says of the articles below a folder.
 *
 * @param {Project} project
 * @param {Source} source
 * @returns {Promise<{articles: number, words: number, rules: Map<string, Count>}>}
 */
export async function countCollection(project, {folder}) {
  const files = articles(folder).map((file) => path.resolve(file))
  if (files.length === 0) throw new Error(`Expected articles in ${folder}, found none`)
  const messages = await lintAll(project, folder, files)
  const rules = new Map(measuredRules(project).map(({id}) => [id, {articles: 0, findings: 0, milder: 0}]))
  const isMilder = milderThanRule(project)
  let words = 0
  for (const file of files) {
    words += readFileSync(file, 'utf8').split(/\s+/).length
    const said = messages.get(file) ?? []
    for (const [id, count] of rules) {
      const own = said.filter(({ruleId}) => ruleId === id)
      count.findings += own.length
      count.milder += own.filter(isMilder).length
      count.articles += Number(own.length > 0)
    }
  }
  return {articles: files.length, words, rules}
}
