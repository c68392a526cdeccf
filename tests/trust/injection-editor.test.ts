import type {Nodes} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {repairsOf} from '../../src/lsp/actions.ts'
import {readClient} from '../../src/lsp/client.ts'
import {diagnosticsOf} from '../../src/lsp/diagnostics.ts'
import {hoverOf} from '../../src/lsp/hover.ts'
import {claimFormats, loadClaimReporter} from '../../src/reporters/index.ts'
import {cases, commandIn, harmOf, uncolored} from '../setup/injection.ts'
import {record} from './row.ts'

const client = {...readClient({capabilities: {}}), showsRelated: true}
const parser = unified().use(remarkParse)

function kindsOf(node: Nodes): readonly string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kindsOf) : [])]
}

/** The links of a hover lead to the page of the rule, and nothing else is a mark. */
const known = new Set([
  'root',
  'paragraph',
  'text',
  'strong',
  'inlineCode',
  'link',
  'list',
  'listItem',
  'heading'
])

test('faults 52 and 53: what an editor is told is harmless', async (context) => {
  const failed: string[] = []
  let of = 0
  for (const {name, files, problems} of cases) {
    const [file] = files
    const document = TextDocument.create(
      'file:///w/a.md',
      'markdown',
      1,
      file?.text ?? 'One two three four five.\n'
    )
    const messages = (file?.messages ?? []).map((message) => ({...message, start: 0, end: 3}))
    const checked = {document, cwd: '/w', path: 'a.md', messages, problems, fault: undefined}
    const diagnostics = diagnosticsOf(checked, client)
    const shown = diagnostics.flatMap(({message, relatedInformation = []}) => [
      typeof message === 'string' ? message : message.value,
      ...relatedInformation.map((one) => one.message)
    ])
    const links = diagnostics.flatMap(({codeDescription}) => codeDescription?.href ?? [])
    const titles = messages.flatMap((message) =>
      diagnostics[0] ? repairsOf(document, message, diagnostics[0], client).map(({title}) => title) : []
    )
    const hover = await hoverOf(checked, 1, async () => undefined)
    const kinds = kindsOf(parser.parse(hover?.markdown ?? ''))
    of++
    const fault =
      [...shown, ...titles, hover?.markdown ?? ''].map(harmOf).find((found) => found?.startsWith('U+')) ??
      links.find((link) => !/^https?:\/\/[^\s<>"]+$/.test(link)) ??
      kinds.find((kind) => !known.has(kind)) ??
      (kinds.filter((kind) => kind === 'link').length > 1 ? 'links' : undefined)
    if (fault !== undefined) failed.push(`${name}: ${fault}`)
  }
  record(context, {row: 'injection payloads × places in an editor, harmless', passed: of - failed.length, of})
  expect(failed).toEqual([])
})

test('faults 53, 54 and 56: claim sheets are harmless, and no cell is a formula', async (context) => {
  const failed: string[] = []
  let of = 0
  for (const format of claimFormats) {
    const reporter = await loadClaimReporter(format)
    for (const {name, payload, files} of cases) {
      const [{claims = undefined} = {}] = files
      if (!claims) continue
      of++
      const sheet = {...claims, path: payload, language: payload}
      const sheets = [sheet, {...sheet, language: 'en'}, {...sheet, language: 'en', claims: []}]
      const text = uncolored(reporter(sheets, {githubActions: true, color: true})).replace(/^\uFEFF/, '')
      const cells = format === 'csv' ? text.match(/"(?:[^"]|"")*"/g) : []
      const fault =
        harmOf(text) ??
        (format === 'json' ? undefined : commandIn(text)) ??
        cells?.find((cell) => /^"\s*[=+\-@\t\r＝＋－＠]/.test(cell))
      const isKept = format !== 'json' || JSON.parse(text).files[0].claims[0].text === payload
      if (fault !== undefined || !isKept) failed.push(`${format}, ${name}: ${fault}`)
    }
  }
  record(context, {row: 'injection payloads × claim sheets, harmless', passed: of - failed.length, of})
  expect(failed).toEqual([])
})
