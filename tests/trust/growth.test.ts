import type {Root} from 'mdast'
import {expect, test} from 'vitest'
import {rules} from '../../rules/index.ts'
import type {Parser} from '../../src/document/index.ts'
import {markdown} from '../../src/document/parse/parse.ts'
import {lintText, type Ruleset} from '../../src/lint/index.ts'
import {checkSite, type SiteArticle} from '../../src/lint/site.ts'
import type {Rule} from '../../src/rule/index.ts'
import {readOptions} from '../../src/rule/options.ts'
import {cpuTime} from './cpu-time.ts'
import {kinds, makeText} from './growth-texts.ts'
import {isFull, record} from './row.ts'

const names = Object.keys(kinds).filter((_, index) => isFull || index % 3 === 0)
/** Where four times the text takes less than this, nothing is worth measuring. */
const least = 20
/** A text is made longer until it takes that long, up to 256 KB. */
const longest = 262_144
const most = 5
/** The busy machine of `npm test` may be wrong by half. */
const loosest = 8

test('the time of all rules together grows with the length of the article', {
  timeout: 1_200_000
}, (context) => {
  const failed = names.flatMap((name) => growth(rulesetOf(rules), name, isFull ? 65_536 : 4_096))
  record(context, {
    row: 'kinds of text that all rules together read in linear time',
    passed: names.length - failed.length,
    of: names.length,
    note: isFull ? '64 and 256 KB or longer, without the parser' : '4 and 16 KB, without the parser'
  })
  expect(failed.join('\n')).toBe('')
})

test('the time of each rule alone grows with the length of the article', {timeout: 7_200_000}, (context) => {
  const some = isFull ? names : names.filter((_, index) => index % 6 === 0)
  const failed = some.flatMap((name) =>
    rules.flatMap((rule) => growth(rulesetOf([rule]), name, isFull ? 16_384 : 1_024))
  )
  const of = rules.length * some.length
  record(context, {
    row: 'rules × kinds of text that grow linearly',
    passed: of - failed.length,
    of,
    note: `time(4n) ≤ ${isFull ? most : loosest} × time(n)`
  })
  expect(failed.join('\n')).toBe('')
})

test('the time of the site rules grows with the number of articles', {timeout: 1_200_000}, (context) => {
  const count = isFull ? 4000 : 40
  const sites: Readonly<Record<string, (index: number) => string>> = {
    // Of a few lengths: longer ones at the end would make four times as many articles fourteen times as much text.
    'articles of their own': (index) => `# Title ${index}\n\n${makeText('paragraphs', 400 + (index % 100))}`,
    'equal articles': () => makeText('paragraphs', 1000),
    'one template': (index) => makeText('near copies', 800).replaceAll('number', `number ${index},`)
  }
  const failed: string[] = []
  for (const [site, make] of Object.entries(sites)) {
    const articles = Array.from({length: count * 4}, (_, index) => articleOf(`a${index}.md`, make(index)))
    const few = articles.slice(0, count)
    const isLinear = holds(
      () => cpuTime(() => checkSite(articles)),
      () => cpuTime(() => checkSite(few))
    )
    if (isLinear !== true) failed.push(`${site}: ${isLinear}`)
  }
  record(context, {
    row: 'sites whose rules take linear time',
    passed: Object.keys(sites).length - failed.length,
    of: Object.keys(sites).length,
    note: `${count} and ${count * 4} articles`
  })
  expect(failed.join('\n')).toBe('')
})

/** What went wrong, if something did. */
function growth(ruleset: Ruleset, name: string, start: number): string[] {
  let length = start
  let [few, many] = [timerOf(ruleset, name, length), timerOf(ruleset, name, length * 4)]
  while (isFull && length * 4 < longest && many() < least) {
    length *= 2
    few = timerOf(ruleset, name, length)
    many = timerOf(ruleset, name, length * 4)
  }
  let result = holds(many, few)
  // Where the heap has to grow once, or the text leaves the cache of the processor, four times the text takes six times as
  // long; what grows with the square takes sixteen times on longer texts, whatever the machine does.
  for (const long of isFull ? [longest, longest * 2] : []) {
    if (result !== true) result = holds(timerOf(ruleset, name, long, 6), timerOf(ruleset, name, long / 4, 6))
  }
  const who = ruleset.rules.length === 1 ? ruleset.rules[0]?.rule.id : 'all rules'
  return result === true ? [] : [`${who} on ${name} of ${length}: ${result}`]
}

/** Whether the longer time is as much longer as it may be; a machine at other work gets six tries. */
function holds(many: () => number, few: () => number): true | string {
  const seen: string[] = []
  for (let attempt = 0; attempt < 6; attempt++) {
    const [long, short] = [many(), few()]
    if (long < least || long <= short * (isFull ? most : loosest)) return true
    seen.push(`${Math.round(long)} ms after ${Math.round(short)} ms`)
  }
  return seen.join(', ')
}

/** Measures a lint of such a text from the tree on: what parsers need is theirs. */
function timerOf(ruleset: Ruleset, name: string, length: number, turns = 2): () => number {
  const {text, parser} = parsed(name, length)
  return () => cpuTime(() => lintText(text, {ruleset, parser}), turns)
}

const trees = new Map<string, {text: string; parser: Parser}>()

function parsed(name: string, length: number): {text: string; parser: Parser} {
  const key = `${name} ${length}`
  const known = trees.get(key)
  if (known) return known
  const text = makeText(name, length)
  const tree: Root = markdown.parse(text)
  const made = {text, parser: {...markdown, parse: () => tree}}
  // Only those of one kind are asked for again.
  for (const other of trees.keys()) if (!other.startsWith(`${name} `)) trees.delete(other)
  trees.set(key, made)
  return made
}

function rulesetOf(list: readonly Rule[]): Ruleset {
  return {
    rules: list.map((rule) => ({
      rule,
      severity: 'warn',
      options: readOptions(rule.options, undefined).options
    }))
  }
}

function articleOf(path: string, text: string): SiteArticle {
  const ruleset = rulesetOf(rules)
  const {facts, directives} = lintText(text, {path, ruleset})
  return {path, text: () => text, facts, ruleset, directives}
}
