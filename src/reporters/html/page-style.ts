// Derived from page.css, text.css, card.css, media.css. Do not edit; run `npm run derive`.
export const style = `:root{color-scheme: light dark;--page: light-dark(#f6f5f1, #15171a);--sheet: light-dark(#fffefb, #1d2024);--ink: light-dark(#22252a, #e4e2dc);--soft: light-dark(#5a5f68, #a4a9b1);--line: light-dark(#dcd9d0, #363b42);--link: light-dark(#1c4f8c, #9cc4f5);--lit: light-dark(#d9ecd9, #24452f);--error: light-dark(#a8261c, #ff9e92);--error-tint: light-dark(#fbe3df, #4b2420);--warn: light-dark(#7d5200, #ecc06a);--warn-tint: light-dark(#fcf4e0, #352e1d);--info: light-dark(#1c5c9c, #93c3f7);--info-tint: light-dark(#e4eff9, #1e3347);--source: light-dark(#2c6335, #8fce9a);--source-tint: light-dark(#edf4ec, #1e3024);--sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;--serif: Charter, "Iowan Old Style", "Source Serif 4", Georgia, "Liberation Serif", serif;--mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace}
:root[data-theme="light"]{color-scheme: light}
:root[data-theme="dark"]{color-scheme: dark}
*{box-sizing: border-box}
[hidden], :root:not(.js) .needs-script, .js .article:not(.shown){display: none}
[data-severity="error"]{--own: var(--error);--tint: var(--error-tint)}
[data-severity="warn"]{--own: var(--warn);--tint: var(--warn-tint)}
[data-severity="info"]{--own: var(--info);--tint: var(--info-tint)}
[data-severity="source"]{--own: var(--source);--tint: var(--source-tint)}
html{scroll-padding: 6rem 0 4rem}
body{margin: 0;background: var(--page);color: var(--ink);font: 0.9375rem / 1.5 var(--sans);overflow-wrap: break-word}
h1, h2, h3, h4, h5, h6, p{margin: 0}
a{color: var(--link);text-underline-offset: 0.15em}
:focus-visible{outline: 2px solid var(--link);outline-offset: 2px;border-radius: 2px}
main:focus-visible, .article:focus-visible{outline: none}
button, input[type="search"]{font: inherit;color: inherit;background: var(--sheet);border: 1px solid var(--line);border-radius: 4px;padding: 0.25rem 0.625rem}
button{cursor: pointer}
#theme[aria-pressed="true"]{background: var(--ink);color: var(--sheet)}
button:hover{border-color: var(--soft)}
.hidden, .skip:not(:focus){position: absolute;width: 1px;height: 1px;overflow: hidden;clip-path: inset(50%);white-space: nowrap}
.skip:focus{position: absolute;z-index: 3;background: var(--sheet);padding: 0.5rem 1rem}
.page{display: flex;flex-wrap: wrap;align-items: baseline;gap: 0.25rem 1.25rem;padding: 0.75rem 1.5rem;border-bottom: 1px solid var(--line);background: var(--sheet)}
.page button{margin-left: auto}
.page h1{font-size: 1.0625rem}
.path, .facts, .label, .fact, .brand, footer, .keys, #status{color: var(--soft)}
.facts .fact::before{content: "· "}
.counts [data-severity]{color: var(--own);margin-right: 0.5em;white-space: nowrap}
.counts [data-severity]::before, .severity::before{content: "";display: inline-block;width: 0.6em;height: 0.6em;margin-right: 0.35em;background: var(--own)}
[data-severity="error"] .severity::before, .counts [data-severity="error"]::before{border-radius: 50%}
[data-severity="warn"] .severity::before, .counts [data-severity="warn"]::before{clip-path: polygon(50% 0, 100% 100%, 0 100%)}
.layout{max-width: 88rem;margin: 0 auto}
.side{padding: 0.625rem 1.25rem}
#status{font-size: 0.8125rem}
.side h2, legend{font-size: 0.9375rem;font-weight: 650;display: inline}
.side summary{cursor: pointer;padding: 0.375rem 0}
.side .articles{list-style: none;margin: 0;padding: 0}
.side li{padding: 0.375rem 0.5rem;margin: 0 -0.5rem;border-radius: 4px;content-visibility: auto;contain-intrinsic-size: auto 3.25rem}
.side li a{color: inherit;display: block}
.side li a:not(:hover){text-decoration: none}
.side .current{background: var(--sheet);box-shadow: inset 3px 0 0 var(--link)}
.side li.empty{opacity: 0.75}
.title{display: -webkit-box;-webkit-box-orient: vertical;-webkit-line-clamp: 2;overflow: hidden;font-size: 0.875rem;line-height: 1.35}
.below{color: var(--soft);font-size: 0.75rem}
.below{display: flex;justify-content: space-between;gap: 0.5rem;white-space: nowrap}
.below .file{overflow: hidden;text-overflow: ellipsis}
.find label, legend{display: block;font-size: 0.8125rem;color: var(--soft);padding: 0.25rem 0}
.find input{width: 100%;margin-bottom: 0.5rem}
fieldset{border: 0;margin: 0;padding: 0}
.filters label{display: grid;grid-template-columns: auto 1fr 2.5rem 1.75rem;align-items: center;gap: 0.5rem;min-height: 1.625rem;font-size: 0.8125rem}
.filters label > :nth-last-child(2):not(svg){grid-column: span 2}
:root:not(.js) .filters label{grid-template-columns: 1fr 2.5rem 1.75rem}
.filters input, .keys input{margin: 0;accent-color: var(--link)}
.filters .count{text-align: right;font-variant-numeric: tabular-nums}
.filters button{font-size: 0.8125rem;margin: 0.5rem 0.25rem 0 0}
.bar{width: 100%;height: 6px;fill: var(--own)}
.bar rect{fill: var(--own)}
.keys{font-size: 0.8125rem;padding: 0.75rem 0}
kbd{font: 0.75rem var(--mono);border: 1px solid var(--line);border-radius: 3px;padding: 0 0.25em}
main{padding: 0 1rem 4rem}
.problems{border-left: 4px solid var(--error);background: var(--sheet);padding: 0.75rem 1.25rem;margin: 1rem 0}
.article{max-width: 46rem;margin: 1rem 0 3rem;content-visibility: auto;contain-intrinsic-size: auto 60rem}
.js .article{content-visibility: visible}
.article > header{padding: 0.5rem 0 1rem}
.article > header > * + *{margin-top: 0.25rem}
.article > header h2{font-size: 1.375rem;line-height: 1.3;text-wrap: balance}
.article .path{font: 0.8125rem var(--mono);overflow-wrap: anywhere}
footer{padding: 1rem 1.5rem 2rem;font-size: 0.8125rem}
.text{background: var(--sheet);border: 1px solid var(--line);border-radius: 3px;padding: clamp(1rem, 3vw, 2.5rem) max(clamp(1rem, 3vw, 2rem), calc((100% - 36rem) / 2));font: 1.0625rem / 1.65 var(--serif);align-self: start}
.text > *{margin: 0 0 1em}
.text > :is(h1, h2, h3, h4, h5, h6){margin-top: 1.5em;margin-bottom: 0.5em;line-height: 1.3;font-size: 1.0625rem}
.text > .level-1{font-size: 1.75rem}
.text > .level-2{font-size: 1.375rem}
.text > .level-3{font-size: 1.1875rem}
.text > :first-child{margin-top: 0}
.text blockquote{border-left: 3px solid var(--line);padding-left: 1rem}
.text blockquote > *, .text .group > *, .text .footnote > *{margin: 0 0 0.5em}
.text :is(ul, ol){padding-left: 1.5rem}
.text li{margin-bottom: 0.25em}
.text li > p{margin: 0}
.is-task{list-style: none}
.text .is-task > p{display: inline}
[data-layout="plain"] .text p{white-space: pre-line}
.text :is(code, pre){font-family: var(--mono);font-size: 0.875em}
.text pre{overflow-x: auto;line-height: 1.5}
.text pre.code{background: var(--page);padding: 0.75rem 1rem;border-radius: 3px}
.text .source, .target, .image .file{color: var(--soft);white-space: pre-wrap}
.text .source, .target{font: 0.8125em var(--mono)}
.frontmatter, .group, .footnote{border: 1px dashed var(--line);border-radius: 3px;padding: 0.5rem 0.875rem;font-size: 0.9375rem}
.text .frontmatter pre{margin: 0;white-space: pre-wrap}
.text .label{font: 0.75rem / 1.5 var(--sans)}
.text hr{border: 0;border-top: 1px solid var(--line);margin: 2em 0}
.link{border-bottom: 1px solid var(--soft)}
.target::before{content: " ("}
.target::after{content: ")"}
.out{text-decoration: none;padding-left: 0.15em}
.out::after{content: "↗";font: 0.75em var(--sans)}
.image{border: 1px dashed var(--line);padding: 0.25em 0.5em;border-radius: 3px}
.table{overflow-x: auto}
table{border-collapse: collapse;font: 0.875rem / 1.45 var(--sans)}
th, td{text-align: left;vertical-align: top;padding: 0.4rem 0.75rem 0.4rem 0;border-bottom: 1px solid var(--line)}
th{font-weight: 600}
.right, .number{text-align: right;font-variant-numeric: tabular-nums}
.center{text-align: center}
.mark{color: inherit;text-decoration: underline 1px var(--own);text-underline-offset: 0.2em;text-decoration-skip-ink: none;background: var(--tint);cursor: pointer;box-decoration-break: clone;scroll-margin: 6rem}
.mark[data-severity="error"]{text-decoration-thickness: 2px}
.mark[data-severity="warn"]{text-decoration-style: dashed}
.mark[data-severity="info"]{text-decoration-thickness: 1.5px;text-decoration-style: dotted}
.mark[data-severity="source"]{text-decoration-thickness: 1px;text-decoration-style: dotted;background: none}
.mark[data-severity="none"]{text-decoration: none;background: none;cursor: auto}
.mark.active{background: color-mix(in srgb, var(--own) 26%, var(--sheet));text-decoration-style: solid;text-decoration-thickness: 2.5px}
.pin::before{content: "▸";color: var(--own);padding: 0 0.15em}
.lit, :target + span{background: var(--lit);color: var(--ink);box-shadow: 0 0 0 3px var(--lit)}
.cards{margin: 0.75rem 0}
.card{position: relative;font: 0.875rem / 1.45 var(--sans);background: var(--sheet);border: 1px solid var(--line);border-left: 3px solid var(--own);border-radius: 3px;padding: 0.5rem 0.75rem;margin-bottom: 0.5rem;overflow-wrap: anywhere}
.text .card{background: var(--page)}
.card .head{display: flex;flex-wrap: wrap;gap: 0 0.625rem;font-size: 0.8125rem}
.card .severity{color: var(--own);font-weight: 600}
.card .where{margin-left: auto}
.card .head a:not(:hover){text-decoration-color: var(--line)}
.card .reason{margin: 0.125rem 0}
.card.active, .card:target{border-color: var(--own);box-shadow: 0 0 0 1px var(--own)}
.card q{quotes: "“" "”"}
.card summary{color: var(--soft);font-size: 0.8125rem;cursor: pointer}
.card :is(.why, .sure, .way){margin-top: 0.375rem}
.card ul{margin: 0;padding-left: 1.125rem}
.sure{color: var(--soft);font-size: 0.8125rem}
ins{text-decoration: none;border-bottom: 2px solid var(--info);white-space: pre-wrap}
del{color: var(--soft)}
.claims{margin-top: 2rem}
.claims h3{font-size: 1.0625rem}
.sheet{width: 100%;min-width: 34rem}
.claim{color: inherit}
.claim:not(:hover){text-decoration: none}
.sheet .found, .sheet .none{font-weight: 600;display: block}
.sheet .none{color: var(--warn)}
.sheet td:last-child{overflow-wrap: anywhere;width: 35%}
.near{color: var(--soft)}
.check{font-weight: 600}
:is(.sheet, .card) [data-check="supported"]{color: var(--source)}
:is(.sheet, .card) [data-check="contradicted"]{color: var(--error)}
:is(.sheet, .card) :is([data-check="absent"], [data-check="elsewhere"], [data-check="dead"]){color: var(--warn)}
.card .found, .passage{margin: 0.375rem 0 0}
.passage{font-family: var(--serif);border-left: 2px solid var(--line);padding-left: 0.625rem}
@media (min-width: 62em){.page{position: sticky;top: 0;z-index: 2;height: 3.25rem;flex-wrap: nowrap;white-space: nowrap;overflow: hidden}
  .page .facts{overflow: hidden;text-overflow: ellipsis}
  .layout{display: grid;grid-template-columns: 17rem minmax(0, 1fr)}
  .side{position: sticky;top: 3.25rem;max-height: calc(100vh - 3.25rem);overflow-y: auto;align-self: start}
  nav .panel > .articles{max-height: 42vh;overflow-y: auto;padding: 0 0.5rem;margin: 0 -0.5rem;scrollbar-width: thin}
  .js .article.shown{display: grid;max-width: 68rem;grid-template: auto 1fr auto / minmax(0, 1.65fr) minmax(17rem, 1fr);gap: 0 1.25rem}
  .js .article > *{grid-column: 1}
  .js .article > .claims{grid-column: 1 / -1}
  .js .article > .column{grid-area: 1 / 2 / span 2}
  .pane{position: sticky;top: 4rem;height: calc(100vh - 5rem);overflow-y: auto;padding: 2px 4px 60vh 2px;scrollbar-width: thin}
  .pane .card{cursor: pointer}
  .article:has(> .column) > .general{display: none}
}
@media (max-width: 61.99em){.sheet{min-width: 0}
  .sheet thead{display: none}
  .sheet tr{display: grid;grid-template-columns: 2rem auto 1fr;padding: 0.5rem 0;border-bottom: 1px solid var(--line)}
  .sheet td{border: 0;padding: 0 0.75rem 0.125rem 0}
  .sheet td:nth-child(2){grid-column: 2 / -1}
  .sheet td:nth-child(3){grid-column: 2}
  .sheet td:nth-child(4){text-align: left}
  .sheet td:last-child{grid-column: 2 / -1;width: auto}
  .keys{display: none}
}
@media (prefers-reduced-motion: no-preference){.mark, .card{transition:
      background-color 0.15s, box-shadow 0.15s}
}
@media print{:root{color-scheme: light;--page: #fff;--sheet: #fff}
  .side, .page button, .out, .needs-script{display: none}
  .layout, .js .article.shown{display: block}
  .js .article .pane{position: static;height: auto;overflow: visible;padding: 1rem 0}
  .page{position: static}
  .text{border: 0;padding: 0}
  .card{break-inside: avoid}
  .card summary{display: none}
  .card details::details-content{content-visibility: visible;block-size: auto}
}
`
export const styleHash = 'sha256-LVGKlZVJdS8CMSQUGZ04/xENacZ0Rnmthl3SO0gObVE='
