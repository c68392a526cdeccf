import type {ReportedFile, ReportedProblem, Reporter, ReporterOptions} from '../index.ts'
import {articleSection, type Entry, severityList} from './article.ts'
import {type Markup, html as markup, plural, verbatim} from './markup.ts'
import {script, scriptHash} from './page-script.ts'
import {style, styleHash} from './page-style.ts'
import {articleList, filters} from './sidebar.ts'
import {checkedSourcesOf} from './source-card.ts'
import type {Span} from './spans.ts'

/**
 * The report for editors: one page that needs a browser and nothing else. It asks for nothing outside itself and runs
 * no script but its own; without that it can be read all the same.
 */
export const html: Reporter = (files, options) => {
  const entries = entriesOf(files)
  const messages = files.flatMap((file) => file.messages)
  const title = `articlelint report: ${plural(messages.length, 'finding')} in ${plural(files.length, 'article')}`
  const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${verbatim(style)}</style>
<script>${verbatim(script)}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the articles</a>
<header class="page">
<p class="brand">articlelint report</p>
<h1>${plural(messages.length, 'finding')} in ${plural(files.length, 'article')}</h1>
<p class="facts">${severityList(messages)}${factsOf(files, options)}</p>
<button id="theme" class="needs-script" type="button" aria-pressed="false">Dark theme</button>
</header>
<div class="layout">
<div class="side">
<p id="status" class="needs-script" role="status" aria-live="polite"></p>
${articleList(entries)}${filters(messages, options.rules ?? [], countChecked(entries))}<p class="keys needs-script"><label><input id="keys" type="checkbox" checked> Keys: <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>Esc</kbd> none</label></p>
</div>
<main id="main" tabindex="-1">
${problemList(options.problems ?? [])}${entries.filter(({isShown}) => isShown).map(articleSection)}${messages.length === 0 && !entries.some(({isShown}) => isShown) && markup`<p class="calm">Nothing to report.</p>`}</main>
</div>
<footer><p>Made by articlelint${options.version && ` ${options.version}`}.</p></footer>
</body>
</html>
`.markup
}

/** How many claims have a card with what came of looking at their sources. */
function countChecked(entries: readonly Entry[]): number {
  const shown = entries.filter(({file, isShown}) => isShown && file.rendering)
  return shown
    .flatMap(({file}) => file.claims?.claims ?? [])
    .filter((claim) => checkedSourcesOf(claim).length > 0).length
}

function factsOf(files: readonly ReportedFile[], {hidden = 0, suppressed = 0}: ReporterOptions): Markup {
  const all = files.flatMap(({messages}) => messages)
  const fixable = all.filter(({fix}) => fix).length
  const facts = [
    fixable > 0 && `${fixable} can be repaired by --fix`,
    hidden > 0 && `${hidden} less severe not shown`,
    suppressed > 0 && `${suppressed} held back by suppressions`
  ]
  return markup`${facts.map((fact) => fact !== false && markup`<span class="fact">${fact}</span> `)}`
}

function problemList(problems: readonly ReportedProblem[]): Markup | undefined {
  if (problems.length === 0) return undefined
  const rows = problems.map(({column, line, path, reason}) => {
    const place = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`
    return markup`<li><strong>${path}${place}</strong> ${reason}</li>`
  })
  return markup`<section class="problems" aria-labelledby="problems"><h2 id="problems">Not checked</h2><ul>${rows}</ul></section>\n`
}

/** Of so many articles the page shows the text of those without findings too. */
const few = 40

/** The articles of the page, and where the findings of all of them point to. */
function entriesOf(files: readonly ReportedFile[]): readonly Entry[] {
  const numbers = new Map(files.map(({path}, index) => [path, index + 1]))
  const places = new Map<string, Map<string, Span>>()
  const placeOf = (path: string, start: number, end: number): string | undefined => {
    const number = numbers.get(path)
    if (number === undefined) return undefined
    const own = places.get(path) ?? new Map<string, Span>()
    places.set(path, own)
    const key = `${start} ${end}`
    const known = own.get(key) ?? {id: `p${number}-${own.size + 1}`, start, end}
    own.set(key, known)
    return known.id
  }
  const related = files.map(({messages}) =>
    messages.map(({related: own = []}) => own.map(({end, path, start}) => placeOf(path, start, end)))
  )
  return files.map((file, index) => {
    const own = [...(places.get(file.path)?.values() ?? [])]
    const isShown = file.messages.length > 0 || own.length > 0 || files.length <= few
    return {file, number: index + 1, isShown, places: own, related: related[index] as Entry['related']}
  })
}
