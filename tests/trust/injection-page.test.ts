import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Element, Nodes} from 'hast'
import {chromium} from 'playwright-core'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {html} from '../../src/reporters/html/index.ts'
import type {ReportedRule} from '../../src/reporters/index.ts'
import {cases, commandIn, harmOf, payloads, someCases} from '../setup/injection.ts'
import {isFull, record} from './row.ts'

const ours = new Set(
  `a article aside body br button caption code dd del details div dl dt em fieldset footer form h1 h2 h3 h4 h5 h6 head header
  hr html input ins kbd label legend li main meta nav ol p pre q rect s script section span strong style summary sup svg
  table tbody td th thead title tr ul`.split(/\s+/)
)
const parser = unified().use(rehypeParse)

/** The page without its own style and script, the first ones. */
function bare(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
    .replace(/<script>[\s\S]*?<\/script>/, '<script></script>')
}

function* elementsOf(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elementsOf(child as Nodes)
}

/** What is wrong with a page, as a parser of HTML reads it. */
function* faultsOf(page: string): Generator<string> {
  const text = bare(page)
  yield* [harmOf(text), commandIn(text)].filter((fault) => fault !== undefined)
  let scripts = 0
  let policies = 0
  for (const {tagName, properties} of elementsOf(parser.parse(text))) {
    if (!ours.has(tagName)) yield `<${tagName}>`
    if (tagName === 'script' || tagName === 'style') scripts++
    if (String(properties.httpEquiv) === 'Content-Security-Policy') policies++
    for (const [name, value] of Object.entries(properties)) {
      if (/^(?:on|style$|src|action|formAction|ping|xLink)/.test(name)) yield `${tagName} ${name}`
      if (name === 'href' && !/^(?:#[\w-]*$|https?:\/\/)/i.test(String(value))) yield `href ${value}`
    }
    if (tagName === 'a' && properties.target === '_blank' && String(properties.rel) !== 'noopener,noreferrer')
      yield 'a link that knows where it came from'
  }
  if (scripts !== 2 || policies !== 1) yield `${scripts} scripts and styles, ${policies} policies`
}

function ruleOf(words: string): ReportedRule {
  return {id: words, summary: words, category: words, url: words, severity: 'warn'}
}

test('fault 59: a page of articles that would take it over is text, by a parser of HTML', {
  timeout: 120_000
}, (context) => {
  const judged = isFull ? cases : someCases
  const faults = judged.flatMap(({name, payload, files, problems}) => {
    const page = html(files, {problems, rules: [ruleOf(payload)], version: payload, githubActions: true})
    const [fault] = faultsOf(page)
    return fault === undefined ? [] : [`${name}: ${fault}`]
  })
  record(context, {
    row: 'injection payloads × places in the HTML page, text by a parser',
    passed: judged.length - faults.length,
    of: judged.length
  })
  expect(faults).toEqual([])
})

const executablePath = '/usr/bin/chromium'

test.skipIf(!existsSync(executablePath))(
  'fault 59: one page of all of them opens in Chromium without script, dialog, request or error',
  {timeout: 300_000},
  async (context) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'articlelint-page-'))
    const file = path.join(folder, 'report.html')
    const files = cases.flatMap((one) => one.files)
    const named = files.map((entry, index) => ({...entry, path: `${index}/${entry.path}`}))
    const problems = cases.flatMap((one) => one.problems)
    writeFileSync(file, html(named, {problems, rules: Object.values(payloads).map(ruleOf)}))
    const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
    const browser = await chromium.launch({executablePath, args})
    const trouble: string[] = []
    try {
      const page = await browser.newPage()
      page.on('console', (message) => trouble.push(`console: ${message.text()}`))
      page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
      page.on('dialog', (dialog) => {
        trouble.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      page.on('popup', () => trouble.push('popup'))
      page.on('request', (request) => {
        if (request.url() !== String(pathToFileURL(file))) trouble.push(`request: ${request.url()}`)
      })
      await page.goto(String(pathToFileURL(file)), {timeout: 120_000})
      const seen = (await page.evaluate(`({
        articles: document.querySelectorAll('main > article').length,
        scripts: document.scripts.length,
        schemes: [...new Set([...document.links].map((link) => link.protocol))],
        handlers: [...document.querySelectorAll('*')].filter((element) =>
          element.getAttributeNames().some((name) => /^on|^style$/.test(name))
        ).length,
        asked: performance.getEntriesByType('resource').length
      })`)) as {readonly schemes: readonly string[]}
      await page.mouse.move(400, 400)
      for (const key of ['j', 'j', 'k', 'Escape']) await page.keyboard.press(key)
      const {schemes, ...rest} = seen
      expect(rest).toEqual({articles: named.length, scripts: 1, handlers: 0, asked: 0})
      expect(schemes.filter((scheme) => !['file:', 'http:', 'https:'].includes(scheme))).toEqual([])
    } finally {
      await browser.close()
      rmSync(folder, {recursive: true})
    }
    record(context, {
      row: 'articles with injection payloads on one page in Chromium: no script, dialog, request or error',
      passed: trouble.length === 0 ? files.length : 0,
      of: files.length
    })
    expect(trouble).toEqual([])
  }
)
