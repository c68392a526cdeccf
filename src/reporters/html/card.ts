import type {Message, MessageEdit} from '../../lint/message.ts'
import {html, isFollowable, type Markup, withCode} from './markup.ts'
import {reasonIdOf} from './text.ts'

export const severityNames = {error: 'Error', warn: 'Warning', info: 'Info'} as const

/** Where a finding is shown, and where its second places are. */
export interface CardPlace {
  readonly id: string
  /** Of its mark; nothing when it is about the whole article. */
  readonly mark: string | undefined
  readonly path: string
  readonly text: string
  /** The ids of the related places, in their order; nothing for what the page does not show. */
  readonly related: readonly (string | undefined)[]
}

/** A finding with the reason, the way out and what belongs to it. */
export function cardOf(message: Message, place: CardPlace): Markup {
  const {line, reason, ruleId, severity} = message
  const name = severityNames[severity]
  const rule = isFollowable(message.url)
    ? html`<a class="rule" href="${message.url}" target="_blank" rel="noopener noreferrer">${ruleId}</a>`
    : html`<span class="rule">${ruleId}</span>`
  const where = place.mark
    ? html`<a class="where" href="#${place.mark}">line ${line}</a>`
    : html`<span class="where">whole article</span>`
  const more = moreOf(message, place)
  return html`<div class="card" role="note" aria-label="${name}, ${ruleId}" id="${place.id}" data-severity="${severity}" data-rule="${ruleId}" tabindex="-1">
<p class="head"><span class="severity">${name}</span> ${rule} ${where}</p>
<p class="reason" id="${reasonIdOf(place.id)}">${withCode(reason)}</p>
${relatedOf(message, place)}${more.length > 0 && html`<details><summary>${summaryOf(message)}</summary>${more}</details>`}</div>
`
}

function summaryOf({fix, expected, note, suggestions}: Message): string {
  const hasWay = fix !== undefined || expected !== undefined || suggestions !== undefined
  if (fix) return note === undefined ? 'Fix' : 'Why, and the fix'
  if (hasWay) return note === undefined ? 'What to do' : 'Why, and what to do'
  return note === undefined ? 'More' : 'Why'
}

function moreOf(message: Message, {text}: CardPlace): readonly Markup[] {
  const {confidence, expected, fix, note, suggestions = []} = message
  const changes = (edits: readonly MessageEdit[]): readonly Markup[] =>
    edits.map((edit) => changeOf(edit, text))
  return [
    note !== undefined && html`<p class="why">${withCode(note)}</p>`,
    expected &&
      html`<p class="way">Expected ${expected.map((one, index) => html`${index > 0 && ' or '}<ins>${one}</ins>`)}</p>`,
    fix && html`<p class="way"><span class="label">Repaired by <code>--fix</code></span></p>${changes(fix)}`,
    ...suggestions.map(
      ({title, edits}) =>
        html`<p class="way"><span class="label">${withCode(title)}</span></p>${changes(edits)}`
    ),
    confidence !== undefined && html`<p class="sure">${Math.round(confidence * 100)} % sure</p>`
  ].filter((part) => typeof part === 'object')
}

/** A replacement, as what goes and what comes; long text is cut in the middle. */
function changeOf({start, end, text}: MessageEdit, source: string): Markup {
  const old = source.slice(start, end)
  const lead = old === '' ? html`<span class="label">Insert</span> ` : ''
  const gone = old === '' ? '' : html`<del>${shorten(old)}</del>`
  const come = text === '' ? '' : html`<ins>${shorten(text)}</ins>`
  return html`<p class="change">${lead}${gone}${old !== '' && text !== '' && ' '}${come}</p>`
}

/** So many characters of a text that goes or comes are enough to know it. */
const most = 160

function shorten(text: string): string {
  const shown = text.trim() === '' ? text.replaceAll('\n', '↵') : text.trim()
  if (shown.length <= most) return shown
  return `${shown.slice(0, most - 50).trimEnd()} … ${shown.slice(-40).trimStart()}`
}

function relatedOf({related = []}: Message, {path, related: ids}: CardPlace): Markup | undefined {
  if (related.length === 0) return undefined
  const places = related.map(({line, path: other, reason}, index) => {
    const where = other === path ? `line ${line}` : `${other}, line ${line}`
    const id = ids[index]
    const shown = id === undefined ? html`${where}` : html`<a href="#${id}">${where}</a>`
    return html`<li>${withCode(reason)}: ${shown}</li>`
  })
  return html`<ul class="related">${places}</ul>\n`
}
