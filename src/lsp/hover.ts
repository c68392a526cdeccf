import type {Hover} from 'vscode-languageserver/node'
import {withAddresses} from '../engine/pages.ts'
import type {Message} from '../lint/message.ts'
import {escapeLine, escapeLines} from '../reporters/escape.ts'
import {isWebUrl} from '../reporters/uri.ts'
import {rangeOf} from './diagnostics.ts'
import type {Checked} from './workspace.ts'

/** More than fits into a pop-up; the page has the rest. */
const maxWhy = 1200

/** The findings at an offset: what, why and how surely, in Markdown. */
export async function hoverOf(
  {document, messages}: Pick<Checked, 'document' | 'messages'>,
  offset: number,
  readPage: (ruleId: string) => Promise<string | undefined>
): Promise<{readonly markdown: string; readonly range: Hover['range']} | undefined> {
  const [first, ...others] = messages.filter(({start, end}) => start <= offset && offset <= end)
  if (!first) return undefined
  const found = [first, ...others]
  const explained = new Set<string>()
  const parts: string[] = []
  for (const message of found) {
    // Of several findings of one rule the first explains it.
    const why = explained.has(message.ruleId) ? undefined : whyOf(await readPage(message.ruleId), message.url)
    explained.add(message.ruleId)
    parts.push(describe(message, why))
  }
  return {
    markdown: parts.join('\n\n---\n\n'),
    range: rangeOf(document, {
      start: Math.max(...found.map(({start}) => start)),
      end: Math.min(...found.map(({end}) => end))
    })
  }
}

function describe(
  {ruleId, severity, reason, note, confidence, url}: Message,
  why: string | undefined
): string {
  const sure = confidence === undefined ? '' : `, ${Math.round(confidence * 100)} % sure`
  return [
    `**${escapeMarkdown(escapeLine(ruleId))}** (${severity}${sure})`,
    escapeMarkdown(escapeLine(reason)),
    ...(note === undefined ? [] : [escapeMarkdown(escapeLines(note))]),
    ...(why === undefined ? [] : [`**Why** ${why}`]),
    ...(isWebUrl(url)
      ? [`[About this rule](${url.replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29'))})`]
      : [])
  ].join('\n\n')
}

/**
 * The section “Why” of a rule's page, as far as it fits.
 *
 * @param url of the page, which its links to other pages start from
 */
export function whyOf(page: string | undefined, url: string): string | undefined {
  const [, section] = /^## Why\n+(.+?)(?=\n## |$(?![\s\S]))/ms.exec(page ?? '') ?? []
  if (section === undefined) return undefined
  const paragraphs = section.trim().split(/\n{2,}/)
  const kept: string[] = []
  let length = 0
  for (const paragraph of paragraphs) {
    length += paragraph.length
    if (kept.length > 0 && length > maxWhy) break
    kept.push(paragraph)
  }
  return withAddresses(kept.join('\n\n'), url)
}

/** Words of the article stand in messages: they must not become links, images or HTML. Code spans stay. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>#!|&~]/g, '\\$&')))
    .join('')
}
