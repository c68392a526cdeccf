import type {SourceCheck} from '../../lint/claim-checks.ts'
import type {ListedClaim, ListedSource} from '../../lint/claim-sheet.ts'
import {wordParts, wordSource, wordState} from '../claims.ts'
import {html, isFollowable, type Markup, withCode} from './markup.ts'
import {reasonIdOf} from './text.ts'

/** A source of a claim that was looked at. */
export interface CheckedSource extends ListedSource {
  readonly check: SourceCheck
}

export function checkedSourcesOf({source}: ListedClaim): readonly CheckedSource[] {
  const sources = source === undefined ? [] : [source, ...(source.also ?? [])]
  return sources.flatMap((one) => (one.check === undefined ? [] : [{...one, check: one.check}]))
}

/** Beside the sentence of a claim: each of its sources, when it was looked at, and the words there. */
export function sourceCard(
  {line}: ListedClaim,
  sources: readonly CheckedSource[],
  place: {readonly id: string; readonly mark: string}
): Markup {
  const [first, ...more] = sources as [CheckedSource, ...CheckedSource[]]
  return html`<div class="card" role="note" aria-label="Source of this claim" id="${place.id}" data-severity="source" tabindex="-1">
<p class="head"><span class="severity">Source</span> <a class="where" href="#${place.mark}">line ${line}</a></p>
${partsOf(first, reasonIdOf(place.id))}${more.map((source) => partsOf(source, undefined))}</div>
`
}

function partsOf(source: CheckedSource, id: string | undefined): Markup {
  const {check, url = ''} = source
  const {fetched, finalUrl, state, title} = check
  const words = title ?? wordSource(source)
  const target = finalUrl ?? url
  const link = isFollowable(target)
    ? html`<a href="${target}" target="_blank" rel="noopener noreferrer">${words}</a>`
    : html`${words}`
  const said = id === undefined ? html`<p class="reason">` : html`<p class="reason" id="${id}">`
  return html`${said}<span class="check" data-check="${state}">${sentenceOf(wordState(check))}</span></p>
<p class="way">${link}${fetched !== undefined && html`, ${state === 'dead' ? 'checked' : 'read'} on ${fetched}`}</p>
${wordParts(check).map(
  ({words, passage}) =>
    html`<p class="found">${withCode(words)}</p>${passage !== undefined && html`<blockquote class="passage">${passage}</blockquote>`}`
)}`
}

function sentenceOf(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
