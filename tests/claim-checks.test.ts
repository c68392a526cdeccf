import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import type {Document} from '../src/document/model.ts'
import {queriesOf, withChecks} from '../src/lint/claim-checks.ts'
import {type ClaimSheet, createClaimSheet} from '../src/lint/claim-sheet.ts'
import {renderArticle} from '../src/lint/rendering.ts'
import {claimsCsv} from '../src/reporters/claims-csv.ts'
import {claimsJson} from '../src/reporters/claims-json.ts'
import {claimsTable} from '../src/reporters/claims-table.ts'
import {html} from '../src/reporters/html/index.ts'
import type {CitedStatement, SourceRecord, Sources, StatementVerdict} from '../src/rule/index.ts'

const page = 'https://brotfix.example/2023'
const gone = 'https://kornhof.example/old'
const article = `# How Brotfix bakes its bread

Brotfix sold [41 percent of its loaves](${page}) at night in 2023.

Its rival Kornhof [moved 900 workers](${gone}) to Hanover in 1998.

In 2021 Brotfix bought 30,000 tonnes of flour from mills near Leipzig.
`

/** What the sentences with a link ask for. */
function readStatements(document: Document): readonly CitedStatement[] {
  return document.citations.flatMap(({paragraph, range, sentence, url}) => {
    const cited = paragraph.sentences[sentence]
    const figures = cited ? [...cited.text.matchAll(/\b41 percent\b|\b900\b/g)].map(([text]) => ({text})) : []
    return cited && url
      ? [
          {
            text: cited.text,
            figures,
            quotations: [],
            names: [],
            range: cited.range,
            sources: [{url, range}],
            figureRanges: [],
            quotationRanges: []
          }
        ]
      : []
  })
}

const document = createDocument(article, 'a.md')
const sheet: ClaimSheet = createClaimSheet(document, {minConfidence: 0, readStatements})

function sourcesOf(records: readonly Partial<SourceRecord>[]): Sources {
  const all = records.map(
    (record): SourceRecord => ({url: '', state: 'alive', fetched: '2026-11-20', statements: [], ...record})
  )
  const recordOf = (url: string): SourceRecord | undefined => all.find((record) => record.url === url)
  return {
    recordOf,
    verdictOf: (url, {text}) => recordOf(url)?.statements.find((statement) => statement.text === text)
  }
}

function verdict(figures: StatementVerdict['figures'], isElsewhere = false): Partial<SourceRecord> {
  const [asked] = queriesOf(sheet)
  const text = asked?.statement?.text ?? ''
  return {
    url: page,
    title: 'Brotfix in 2023',
    statements: [{text, figures, quotations: [], ...(isElsewhere ? {isElsewhere} : {})}]
  }
}

/** The checks of the sheet's sources, claim by claim. */
function checksOf(records: readonly Partial<SourceRecord>[]) {
  return withChecks(sheet, sourcesOf(records)).claims.map(({source}) => source?.check)
}

const other = {
  text: '41 percent',
  verdict: 'contradicted',
  closest: '31 %',
  passage: 'At night 31 % of the loaves were sold.'
} as const

describe('what the sources of a sheet are asked for', () => {
  it('is the statement of each claim that has a source with an address', () => {
    expect(queriesOf(sheet).map(({url, statement}) => [url, statement?.figures])).toEqual([
      [page, [{text: '41 percent'}]],
      [gone, [{text: '900'}]]
    ])
  })

  it('is no part of a sheet that is not to be checked, nor of one that was', () => {
    const plain = createClaimSheet(document, {minConfidence: 0})
    expect(plain.claims.some((claim) => 'asks' in claim)).toBe(false)
    expect(withChecks(sheet, sourcesOf([])).claims.some((claim) => 'asks' in claim)).toBe(false)
  })
})

describe('a checked claim', () => {
  it('has the worst of its figures, with what the page has of each', () => {
    const right = {text: '2023', verdict: 'supported', closest: '2023'} as const
    const [first, second, third] = checksOf([verdict([right, other])])
    expect(first).toEqual({
      state: 'contradicted',
      fetched: '2026-11-20',
      title: 'Brotfix in 2023',
      parts: [right, other]
    })
    expect(second).toEqual({state: 'unchecked', parts: []})
    expect(third).toBe(undefined)
  })

  it.each([
    ['supported', [verdict([{text: '41 percent', verdict: 'supported'}])]],
    ['absent', [verdict([{text: '41 percent', verdict: 'absent'}])]],
    ['elsewhere', [verdict([{text: '41 percent', verdict: 'absent'}], true)]],
    ['alive', [verdict([])]],
    ['alive', [{url: page}]],
    ['dead', [{url: page, state: 'dead', cause: 'gone'}]],
    ['unchecked', []]
  ] as const)('is %s', (state, records) => {
    expect(checksOf(records)[0]?.state).toBe(state)
  })
})

const checked = withChecks(sheet, sourcesOf([verdict([other]), {url: gone, state: 'dead', cause: 'gone'}]))

describe('the reports of checked claims', () => {
  it('JSON has the check with the source, by name', () => {
    const [first, second] = JSON.parse(claimsJson([checked], {})).files[0].claims
    expect(first.source.check).toEqual({
      state: 'contradicted',
      fetched: '2026-11-20',
      title: 'Brotfix in 2023',
      parts: [other]
    })
    expect(second.source.check).toMatchObject({state: 'dead', cause: 'gone', parts: []})
  })

  it('the table has it under the source', () => {
    const lines = claimsTable([checked], {width: 120}).split('\n')
    const at = lines.findIndex((line) => line.includes(page))
    expect(lines.slice(at + 1, at + 3).join(' ')).toMatch(/2026-11-20.*`41 percent`.*`31 %`/s)
  })

  it('CSV has two columns more, and none when nothing was checked', () => {
    const columns = (csv: string): number => csv.split('\r\n')[0]?.split(',').length ?? 0
    expect(columns(claimsCsv([checked], {}))).toBe(columns(claimsCsv([sheet], {})) + 2)
    expect(claimsCsv([checked], {})).toContain('31 %')
  })

  it('the page has a card beside the sentence, which the claim leads to', () => {
    const file = {
      path: 'a.md',
      text: article,
      messages: [],
      claims: checked,
      rendering: renderArticle(document, 0)
    }
    const page = html([file], {})
    const cards = [...page.matchAll(/<div class="card"[^>]* id="(f1-\d)" data-severity="source"/g)]
    expect(cards.map(([, id]) => id)).toEqual(['f1-1', 'f1-2'])
    expect(page).toMatch(/<a class="mark" data-severity="source" data-cards="f1-1" href="#f1-1"/)
    expect(page).toMatch(/<a href="#f1-1"><span class="check" data-check="contradicted">/)
    expect(page).toContain('<blockquote class="passage">At night 31 % of the loaves were sold.</blockquote>')
    expect(page).toMatch(/name="severity" value="source"/)
    expect(html([{...file, claims: sheet}], {})).not.toContain('data-severity="source"><')
  })
})
