import type {Message} from '../../lint/message.ts'
import type {ReportedFile} from '../index.ts'
import {cardOf, severityNames} from './card.ts'
import {claimSummary, claimTable} from './claims.ts'
import {html, type Markup, plural} from './markup.ts'
import {checkedSourcesOf, sourceCard} from './source-card.ts'
import {placeSpans, type Span} from './spans.ts'
import {articleText, cardIdOf} from './text.ts'

/** An article of the page. */
export interface Entry {
  readonly file: ReportedFile
  /** From 1; part of all its ids. */
  readonly number: number
  /** Whether the page shows its text: all that have findings, others where there are few. */
  readonly isShown: boolean
  /** Places in it that findings of this or another article point to. */
  readonly places: readonly Span[]
  /** By finding: the ids of its related places, where they are on the page. */
  readonly related: readonly (readonly (string | undefined)[])[]
}

const severities = ['error', 'warn', 'info'] as const

/** How many of each severity, in that order; those that there are none of are left out. */
export function countSeverities(
  messages: readonly Message[]
): readonly {readonly severity: Message['severity']; readonly count: number; readonly words: string}[] {
  return severities.flatMap((severity) => {
    const count = messages.filter((message) => message.severity === severity).length
    const words = plural(count, severityNames[severity].toLowerCase())
    return count > 0 ? [{severity, count, words}] : []
  })
}

/** "3 errors, 1 warning" with their colours. */
export function severityList(messages: readonly Message[]): Markup {
  const counts = countSeverities(messages)
  if (counts.length === 0) return html`<span class="calm">nothing found</span>`
  return html`<span class="counts">${counts.map(
    ({severity, words}) => html`<span data-severity="${severity}">${words}</span> `
  )}</span>`
}

export function titleOf({claims, path}: ReportedFile): string {
  return claims?.title ?? (path.split('/').at(-1) as string)
}

/** One article: its text with the marks and cards of its findings, and the claims with their sources. */
export function articleSection({file, isShown, number, places, related}: Entry): Markup {
  const {claims, messages, path, rendering, text = ''} = file
  const spans: Span[] = []
  const cards = new Map<string, Markup>()
  const general: Markup[] = []
  for (const [index, message] of messages.entries()) {
    const id = `m${number}-${index + 1}`
    const isGeneral = message.isOfArticle === true || !rendering
    const mark = isGeneral ? undefined : id
    const card = cardOf(message, {
      id: cardIdOf(id),
      mark,
      path,
      text,
      related: related[index] as Entry['related'][number]
    })
    if (isGeneral) general.push(card)
    else {
      cards.set(id, card)
      spans.push({id, start: message.start, end: message.end, severity: message.severity})
    }
  }
  const claimId = (index: number): string => `c${number}-${index + 1}`
  const listed = claims?.claims ?? []
  const said = listed.map(({end, start}, index): Span => ({id: claimId(index), start, end}))
  const cardIds = listed.map((claim, index): string | undefined => {
    const sources = checkedSourcesOf(claim)
    if (sources.length === 0 || !rendering) return undefined
    const id = `m${number}-${messages.length + index + 1}`
    cards.set(id, sourceCard(claim, sources, {id: cardIdOf(id), mark: id}))
    spans.push({id, start: claim.start, end: claim.end, severity: 'source'})
    return cardIdOf(id)
  })
  const placement = placeSpans(rendering ?? {layout: 'plain', blocks: []}, [...spans, ...places, ...said])
  const lost = placement.lost.flatMap(({id}) => [html`<span id="${id}"></span>`, cards.get(id) ?? html``])
  const top = [...general, ...lost]
  const words = claims && listed.length > 0 ? claimSummary(claims) : undefined
  const title = `t${number}`
  return html`<article class="article" id="a${number}" aria-labelledby="${title}" tabindex="-1" data-layout="${rendering?.layout ?? 'plain'}">
<header>
<h2 id="${title}">${titleOf(file)}</h2>
<p class="path">${path}</p>
<p class="facts">${severityList(messages)}${words && html` <a href="#s${number}">${words}</a>`}</p>
</header>
${top.length > 0 && html`<div class="cards general">${top}</div>\n`}${
  rendering &&
  isShown &&
  html`<div class="text">
${articleText(rendering, placement, ({id}) => cards.get(id))}</div>
`
}${
  claims &&
  listed.length > 0 &&
  html`<section class="claims" aria-labelledby="s${number}">
<h3 id="s${number}">Claims and their sources</h3>
<p class="facts">${words}. A claim leads to its sentence.</p>
${claimTable(claims, {idOf: claimId, cardOf: (index) => (isShown ? cardIds[index] : undefined), label: `s${number}`})}
</section>
`
}</article>
`
}
