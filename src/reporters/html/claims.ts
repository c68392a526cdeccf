import type {ClaimSheet, ListedClaim} from '../../lint/claim-sheet.ts'
import {countClaims, whereOf, wordDistance, wordSource, wordState} from '../claims.ts'
import {html, isFollowable, type Markup, plural} from './markup.ts'
import {checkedSourcesOf} from './source-card.ts'

/** "14 claims: 6 with a source, 2 with one nearby, 6 without". */
export function claimSummary(sheet: ClaimSheet): string {
  const {claims, nearby, sourced, unsourced} = countClaims(sheet.claims)
  if (claims === 0) return 'no claims'
  const parts = [
    sourced > 0 && `${sourced} with a source`,
    nearby > 0 && `${nearby} with one in the section`,
    unsourced > 0 && `${unsourced} without${sourced + nearby === 0 ? ' a source' : ''}`
  ]
  return `${plural(claims, 'claim')}: ${parts.filter((part) => part !== false).join(', ')}`
}

interface ClaimPlaces {
  /** Of the sentence of a claim. */
  idOf(index: number): string
  /** Of the card with what came of looking at its source. */
  cardOf(index: number): string | undefined
  readonly label: string
}

/** The claim sheet of an article; a claim leads to its sentence, what its source says to the words there. */
export function claimTable(sheet: ClaimSheet, {idOf, cardOf, label}: ClaimPlaces): Markup {
  const rows = sheet.claims.map(
    (claim, index) => html`<tr>
<td class="number">${index + 1}</td>
<td><a class="claim" href="#${idOf(index)}">${claim.text}</a></td>
<td>${claim.kind}</td>
<td class="number">${Math.round(claim.confidence * 100)} %</td>
<td data-source="${claim.source ? claim.source.reach : 'none'}">${sourceOf(claim)}${checksOf(claim, cardOf(index))}</td>
</tr>
`
  )
  return html`<div class="table" role="region" aria-labelledby="${label}" tabindex="0"><table class="sheet">
<thead><tr><th scope="col" class="number">No.</th><th scope="col">Claim</th><th scope="col">Kind</th><th scope="col" class="number">Sure</th><th scope="col">Source</th></tr></thead>
<tbody>
${rows}</tbody></table></div>`
}

function sourceOf(claim: ListedClaim): Markup {
  const {nearest, source} = claim
  if (source)
    return html`<span class="found">${whereOf(claim)}</span> ${wordsOf(wordSource(source), source.url)}`
  const distance = nearest && wordDistance(nearest)
  const near =
    nearest && html` <span class="near">nearest: ${wordSource(nearest)}${distance && `, ${distance}`}</span>`
  return html`<span class="none">none</span>${near}`
}

function checksOf(claim: ListedClaim, card: string | undefined): readonly Markup[] {
  return checkedSourcesOf(claim).map(({check}) => {
    const words = html`<span class="check" data-check="${check.state}">${wordState(check)}</span>`
    return html`<br>${card === undefined ? words : html`<a href="#${card}">${words}</a>`}`
  })
}

function wordsOf(words: string, url: string | undefined): Markup {
  if (url === undefined || !isFollowable(url) || words !== url)
    return html`<span class="cited">${words}</span>`
  return html`<a class="cited" href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`
}
