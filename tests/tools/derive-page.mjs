/**
 * A rule's page (rules/<id>/README.md) as tests and tools see it: its sections, its examples, and what is derived
 * from a bad example: the report, and the fixed text.
 *
 * An example is a fenced block with the info string `md bad` or `md good`; the options of the rule may follow as JSON.
 * Rules about several articles have a file name before the options (`md bad a.md`): blocks that follow each other are
 * then one example. A block `json sources` behind the articles has the records of the sources that the example is judged
 * with. Examples of rules about comments are linted with the recommended rules, so that comments have something
 * to silence, and as on a day of the year 2027.
 */

import {ruleIds} from './derive-index.mjs'
import {knownSources} from './known-sources.mjs'

/**
 * @typedef {import('../../src/rule/index.ts').Rule} Rule
 * @typedef {import('../../src/lint/message.ts').Message} Message
 * @typedef {import('../../src/lint/index.ts').Ruleset} Ruleset
 *
 * @typedef {object} Linter The parts of the linter that pages are derived with, from the sources or a build.
 * @property {typeof import('../../src/lint/index.ts').lintText} lintText
 * @property {typeof import('../../src/lint/site.ts').checkSite} checkSite
 * @property {typeof import('../../src/lint/fix.ts').fixText} fixText
 * @property {typeof import('../../src/rule/options.ts').readOptions} readOptions
 * @property {Ruleset} recommended
 * @property {import('../../src/rule/index.ts').SourceReader} sourceReader
 *
 * @typedef {object} Fence
 * @property {string} info
 * @property {string} text What stands inside, with its last line end.
 * @property {number} start Line of the opening fence, from 0.
 * @property {number} end Line after the closing fence.
 *
 * @typedef {object} Article
 * @property {string | undefined} path
 * @property {string} text
 *
 * @typedef {object} Example
 * @property {'bad' | 'good'} kind
 * @property {Article[]} articles
 * @property {unknown} options As given on the page.
 * @property {readonly import('../../src/sources/model.ts').SourceRecord[]} [sources] What is known of its sources.
 * @property {number} line Where it starts in the page, from 1.
 * @property {number} end Line after its last block, from 0.
 * @property {number} derivedEnd Line after the derived blocks behind it, from 0; `end` when there are none.
 *
 * @typedef {object} Judgement
 * @property {readonly Message[]} messages
 * @property {string} report A line for each message.
 * @property {string | undefined} fixed The text after the fix, when a message has one.
 * @property {boolean} isSettled Whether another fix would change nothing.
 *
 * @typedef {object} Section
 * @property {number} level
 * @property {string} title
 * @property {string} text What stands under the heading, without the sections under it.
 */

/**
 * The fenced blocks of a page.
 *
 * @param {string} page
 * @returns {Fence[]}
 */
export function readFences(page) {
  const lines = page.split('\n')
  const fences = []
  for (let start = 0; start < lines.length; start++) {
    const opening = /^(`{3,}|~{3,})([^`]*)$/.exec(lines[start] ?? '')
    const mark = opening?.[1]
    if (!mark) continue
    const isClosing = (/** @type {string} */ line) =>
      line.startsWith(mark) && line.trimEnd().replaceAll(mark[0] ?? '', '') === ''
    const length = lines.slice(start + 1).findIndex(isClosing)
    if (length < 0)
      throw new Error(`Unexpected end of the page, expected the fence of line ${start + 1} to close`)
    const end = start + length + 2
    const text = lines
      .slice(start + 1, end - 1)
      .map((line) => `${line}\n`)
      .join('')
    fences.push({info: opening?.[2]?.trim() ?? '', text, start, end})
    start = end - 1
  }
  return fences
}

/**
 * The headings of a page, each with the text under it, code blocks included.
 *
 * @param {string} page
 * @returns {Section[]}
 */
export function readSections(page) {
  const lines = page.split('\n')
  const fences = readFences(page)
  /** @type {Section[]} */
  const sections = []
  for (const [index, line] of lines.entries()) {
    const isCode = fences.some(({start, end}) => start <= index && index < end)
    const heading = isCode ? undefined : /^(#{1,6}) (.+)$/.exec(line)
    const last = sections.at(-1)
    if (heading) sections.push({level: heading[1]?.length ?? 0, title: heading[2] ?? '', text: ''})
    else if (last) last.text += `${line}\n`
  }
  return sections
}

/**
 * @param {string} page
 * @returns {Example[]}
 */
export function readExamples(page) {
  const lines = page.split('\n')
  /** @type {Example[]} */
  const examples = []
  for (const fence of readFences(page)) {
    const {info, text, start, end} = fence
    const last = examples.at(-1)
    const isNext = last !== undefined && lines.slice(last.derivedEnd, start).join('').trim() === ''
    if (info === 'text report' || info === 'md fixed') {
      if (!isNext || last.kind !== 'bad')
        throw new Error(`Unexpected \`${info}\` in line ${start + 1}, expected a bad example before it`)
      last.derivedEnd = end
      continue
    }
    if (info === 'json sources') {
      if (!isNext || last.derivedEnd !== last.end || last.sources)
        throw new Error(`Unexpected \`${info}\` in line ${start + 1}, expected an example before it`)
      last.sources = JSON.parse(text)
      last.end = last.derivedEnd = end
      continue
    }
    const match = /^md (bad|good)(?: ([\w./-]+))?(?: (\{.*\}))?$/.exec(info)
    if (!match) {
      if (/^md\b/.test(info))
        throw new Error(`Unexpected \`${info}\` in line ${start + 1}, expected \`md bad\` or \`md good\``)
      continue
    }
    const kind = match[1] === 'bad' ? 'bad' : 'good'
    const article = {path: match[2], text}
    const options = match[3] === undefined ? undefined : JSON.parse(match[3])
    const isSameSite =
      article.path !== undefined &&
      isNext &&
      last.kind === kind &&
      last.derivedEnd === last.end &&
      last.sources === undefined &&
      last.articles.every(({path}) => path !== undefined && path !== article.path)
    if (isSameSite) {
      last.articles.push(article)
      last.end = last.derivedEnd = end
    } else examples.push({kind, articles: [article], options, line: start + 1, end, derivedEnd: end})
  }
  return examples
}

const today = '2027-06-15'

/**
 * What the rule alone says about an example.
 *
 * @param {Linter} linter
 * @param {Rule} rule
 * @param {Pick<Example, 'articles' | 'options' | 'sources'>} example
 * @returns {Judgement}
 */
export function judge(linter, rule, example) {
  const {options, problems} = linter.readOptions(rule.options, example.options)
  if (problems[0]) throw new Error(`${problems[0].reason} (rule \`${rule.id}\`)`)
  const others = rule.checkDirectives
    ? linter.recommended.rules.filter(
        (other) => other.rule.id !== rule.id && other.rule.category !== 'verification'
      )
    : []
  const ruleset = {
    rules: [...others, {rule, severity: rule.recommended || /** @type {const} */ ('warn'), options}],
    known: ruleIds()
  }
  const [only, ...more] = example.articles
  if (!only) throw new Error('Unexpected example without an article')
  if (more.length === 0 && !rule.checkSite) {
    const {text} = only
    const lint = (/** @type {string} */ source) => {
      const result = linted(linter, ruleset, {...only, text: source})
      return {...result, messages: result.messages.filter(({ruleId}) => ruleId === rule.id)}
    }
    const {messages} = lint(text)
    if (!messages.some(({fix}) => fix))
      return {messages, report: toReport(messages), fixed: undefined, isSettled: true}
    const fixed = linter.fixText(text, lint)
    const again = linter.fixText(fixed.text, lint)
    return {
      messages,
      report: toReport(messages),
      fixed: fixed.text,
      isSettled: !fixed.isLoop && again.text === fixed.text && again.applied === 0
    }
  }
  const articles = example.articles.map(({path = '<stdin>', text}) => {
    const {messages, facts, directives} = linted(linter, ruleset, {path, text})
    return {path, text: () => text, facts, ruleset, directives, own: messages}
  })
  const {messages: bySite, crashes} = linter.checkSite(articles, {
    sources: knownSources(example.sources ?? [])
  })
  if (crashes[0]) throw new Error(crashes[0].reason)
  const all = articles.map(({path, own}) => ({path, messages: [...own, ...(bySite.get(path) ?? [])]}))
  return {
    messages: all.flatMap(({messages}) => messages),
    report: all.map(({path, messages}) => toReport(messages, `${path}:`)).join(''),
    fixed: undefined,
    isSettled: true
  }
}

/**
 * @param {Linter} linter
 * @param {Ruleset} ruleset
 * @param {Article} article
 */
function linted({lintText, sourceReader}, ruleset, {path, text}) {
  const result = lintText(text, {path, ruleset, today, reader: sourceReader})
  if (result.crashes[0]) throw new Error(result.crashes[0].reason)
  return result
}

/**
 * A line for each message: `1:1-1:27 error glued: Unexpected …`.
 *
 * @param {readonly Message[]} messages
 * @param {string} [prefix] before each line
 */
export function toReport(messages, prefix = '') {
  return messages
    .map(({line, column, endLine, endColumn, severity, messageId, reason}) => {
      return `${prefix}${line}:${column}-${endLine}:${endColumn} ${severity} ${messageId}: ${reason}\n`
    })
    .join('')
}

/**
 * The page with the derived blocks behind each bad example made new.
 *
 * @param {string} page
 * @param {(example: Example) => Pick<Judgement, 'report' | 'fixed'>} judgeExample
 */
export function derivePage(page, judgeExample) {
  const lines = page.split('\n')
  for (const example of readExamples(page).reverse()) {
    if (example.kind === 'good') continue
    const {report, fixed} = judgeExample(example)
    const blocks = [fence('text report', report), ...(fixed === undefined ? [] : [fence('md fixed', fixed)])]
    const after = lines.slice(example.derivedEnd)
    const gap = after.length > 0 && after[0] !== '' ? [''] : []
    lines.splice(example.end, lines.length, ...blocks.flatMap((block) => ['', ...block]), ...gap, ...after)
  }
  return lines.join('\n')
}

/**
 * @param {string} info
 * @param {string} text
 */
function fence(info, text) {
  const longest = Math.max(2, ...[...text.matchAll(/^`{3,}/gm)].map((run) => run[0].length))
  const mark = '`'.repeat(longest + 1)
  const content = text.replace(/\n$/, '')
  return [mark + info, ...(content === '' ? [] : content.split('\n')), mark]
}
