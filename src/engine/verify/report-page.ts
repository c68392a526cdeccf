import {createHash} from 'node:crypto'
import {judgeStatement} from '../../sources/judging/judge.ts'
import type {Page, StatementVerdict} from '../../sources/model.ts'
import {readPage} from '../../sources/pages/page.ts'
import {findMissing} from '../../sources/pages/page-anchors.ts'
import {decodePage} from './decode.ts'
import type {PageFailure, PageReport, PageRequest} from './page-message.ts'

/** Reads a page and judges what is asked of it. */
export async function reportPage(request: PageRequest): Promise<PageReport | PageFailure> {
  const {bytes, type, charset, url, fragments, statements} = request
  let page: Page
  if (type === 'pdf') {
    const {readPdf} = await import('./pdf.ts')
    const read = await readPdf(bytes, url)
    if ('reason' in read) return read
    page = read
  } else page = readPage({text: decodePage(bytes, charset), type, url})
  const {title, published, updated, isEmpty} = page
  const isReadable = !page.isThin && !isEmpty
  const placed = {...page, url}
  const verdicts = isEmpty ? [] : statements.map((statement) => judgeStatement(statement, placed))
  return {
    hash: createHash('sha256').update(page.blocks.join('\n')).digest('hex').slice(0, 16),
    ...(title === undefined ? {} : {title: title.slice(0, 300)}),
    ...(published === undefined ? {} : {published}),
    ...(updated === undefined ? {} : {updated}),
    isReadable,
    ...(isEmpty ? {isEmpty} : {}),
    missingAnchors: findMissing(page, fragments),
    statements: isReadable ? verdicts : verdicts.filter(isSupported)
  }
}

function isSupported({figures, quotations}: StatementVerdict): boolean {
  const parts = [...figures, ...quotations]
  return parts.length > 0 && parts.every(({verdict}) => verdict === 'supported')
}
