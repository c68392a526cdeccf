import type {Message} from '../../lint/message.ts'
import type {ReportedRule} from '../index.ts'
import {countSeverities, type Entry, titleOf} from './article.ts'
import {severityNames} from './card.ts'
import {html, type Markup, plural} from './markup.ts'

/** So many articles are found without searching. */
const few = 6

/** The list of articles: those with findings, and folded away those without. */
export function articleList(entries: readonly Entry[]): Markup {
  const found = entries.filter(({file}) => file.messages.length > 0)
  const clean = entries.filter(({file}) => file.messages.length === 0)
  const open = found.length === 0 && clean.length <= 20
  return html`<nav aria-label="Articles">
<details class="panel" open><summary><h2>Articles</h2></summary>
${
  entries.length > few &&
  html`<p class="find needs-script"><label for="find">Find an article</label><input id="find" type="search" autocomplete="off" spellcheck="false"></p>
`
}<ol class="articles">${found.map(rowOf)}</ol>
${
  clean.length > 0 &&
  html`<details class="clean"${open && html` open`}><summary>${plural(clean.length, 'article')} without findings</summary>
<ol class="articles">${clean.map(rowOf)}</ol></details>
`
}</details>
</nav>
`
}

function rowOf({file, isShown, number}: Entry): Markup {
  const {messages, path} = file
  const name = html`<span class="title">${titleOf(file)}</span>`
  const own = isShown ? html`<a href="#a${number}">${name}</a>` : name
  const counts = countSeverities(messages).map(
    ({count, severity, words}) =>
      html`<span data-severity="${severity}"><span aria-hidden="true">${count}</span><span class="hidden">${words}</span></span>`
  )
  // Files of many sites have the same name, in folders of their own.
  const shown = path.split('/').slice(-2).join('/')
  return html`<li${isShown && html` data-article="a${number}"`} title="${path}">${own}<span class="below"><span class="file">${shown}</span>${counts.length > 0 && html`<span class="counts">${counts}</span>`}</span></li>
`
}

/**
 * What can be hidden, with how often it was found: severities, and rules with a bar each.
 *
 * @param checked how many claims have a source that was looked at
 */
export function filters(
  messages: readonly Message[],
  rules: readonly ReportedRule[],
  checked: number
): Markup {
  if (messages.length + checked === 0) return html``
  const summaries = new Map(rules.map(({id, summary}) => [id, summary]))
  const byRule = new Map<string, Message[]>()
  for (const message of messages) {
    const own = byRule.get(message.ruleId)
    if (own) own.push(message)
    else byRule.set(message.ruleId, [message])
  }
  const sorted = [...byRule].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
  return html`<form class="filters" aria-label="Filters">
<details class="panel" open><summary><h2>Filters</h2></summary>
<fieldset><legend>Severity</legend>
${countSeverities(messages).map(
  ({
    count,
    severity
  }) => html`<label data-severity="${severity}"><input class="needs-script" type="checkbox" name="severity" value="${severity}" checked> <span class="name"><span class="severity">${severityNames[severity]}</span></span> <span class="count">${count}</span></label>
`
)}${
  checked > 0 &&
  html`<label data-severity="source"><input class="needs-script" type="checkbox" name="severity" value="source" checked> <span class="name"><span class="severity">Source</span></span> <span class="count">${checked}</span></label>
`
}</fieldset>
${sorted.length > 0 && ruleFilter(sorted, summaries)}</details>
</form>
`
}

function ruleFilter(
  sorted: readonly (readonly [id: string, own: readonly Message[]])[],
  summaries: ReadonlyMap<string, string>
): Markup {
  const most = sorted[0]?.[1].length ?? 1
  return html`<fieldset><legend>Rule</legend>
${sorted.map(
  ([
    id,
    own
  ]) => html`<label title="${summaries.get(id) ?? id}"><input class="needs-script" type="checkbox" name="rule" value="${id}" checked> <span class="name">${id}</span> ${barOf(own, most)} <span class="count">${own.length}</span></label>
`
)}</fieldset>
<p class="needs-script"><button type="reset">Show all</button> <button type="button" id="none">Hide all rules</button></p>
`
}

/** A bar as long as the share of the most frequent rule, by severity. */
function barOf(messages: readonly Message[], most: number): Markup {
  let at = 0
  const parts = countSeverities(messages).map(({count, severity}) => {
    const width = (count / most) * 100
    const part = html`<rect data-severity="${severity}" x="${at.toFixed(1)}" width="${width.toFixed(1)}" height="6"/>`
    at += width
    return part
  })
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`
}
