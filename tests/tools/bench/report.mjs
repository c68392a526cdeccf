/** BENCHMARKS.md: the tables, how they came about, and where others are ahead. */
import {cpus, totalmem, type} from 'node:os'
import {aimsPart} from './aims.mjs'
import {median, ratios, show, table} from './figures.mjs'

/**
 * @typedef {import('./whole.mjs').Results} Results
 * @typedef {import('./whole.mjs').Table} Table
 * @typedef {import('./growth.mjs').Growth} Growth
 *
 * @typedef {object} Circumstances
 * @property {string} date
 * @property {string} version of articlelint
 * @property {string} command that makes this again
 * @property {string} machine
 * @property {string | undefined} folder whose texts were taken
 */

/** What this machine is, in words. */
export function describeMachine() {
  const [first] = cpus()
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  return `${first?.model.trim() || process.arch}, ${cpus().length} cores, ${memory} GiB, ${type()}, Node ${process.version}`
}

/**
 * @param {Results} results
 * @param {Circumstances} circumstances
 */
export function writeReport(results, circumstances) {
  return `${[...head(results, circumstances), ...aimsPart(results), ...startPart(results), ...toolsPart(results), ...growthPart(results)].join('\n\n')}\n`
}

/**
 * @param {Results} results
 * @param {Circumstances} circumstances
 */
function head({seconds, tools, site}, {date, version, command, machine, folder}) {
  const corpus = tools?.corpus ?? site?.corpus
  const source = folder === undefined ? 'the Markdown of this project’s own packages' : 'a folder of texts'
  return [
    '# Benchmarks',
    `articlelint ${version}, measured on ${date} within ${show(seconds / 60)} minutes: ${machine}. Again, after \`npm ci\` and \`npm run build\`:`,
    `\`\`\`sh\n${command}\n\`\`\``,
    [
      '- **CPU** is user and system time of the whole process, its threads and children, from its start to its end, as the',
      '  system counts it. **RSS** is the most memory it had at one time. What a tool prints goes into a file.',
      '- **Ratio** is the CPU beside that of remark-parse alone on the same articles, run right before and after. Read the',
      '  ratios: seconds are those of one machine. Best and median are over all rounds.',
      '- The tools look for different things, and each runs with the rules that its row names. A row says what its user waits',
      '  for, not how good its code is.',
      `- The articles are made the same way everywhere: of ${source}, cut to about 10 KB, and of generated text with`,
      '  headings, lists, tables, links, notes, copies and debris. Generated text is more even than real text, and its words',
      '  repeat more. `--folder FOLDER` takes your own.' +
        (corpus
          ? ` In this corpus ${corpus.real} of ${corpus.files.length} articles are real (SHA-256 \`${corpus.hash}…\`).`
          : '')
    ].join('\n')
  ]
}

/** @param {Results} results */
function startPart({start}) {
  if (!start) return []
  const rows = /** @type {const} */ ([
    ['`articlelint article.md`', start.lint],
    ['`node -e 0`', start.bare]
  ]).map(([title, costs]) => [
    title,
    show(median(costs.map(({cpu}) => cpu))),
    show(median(costs.map(({wall}) => wall))),
    memory(costs)
  ])
  return [
    '## One article, cold',
    `Medians of ${start.lint.length} runs in turn with an article of ${show(start.bytes / 1000)} KB (fixtures/articles/good-news.md): ${show(start.ratio)} times the CPU of a Node that does nothing.`,
    table(['', 'CPU s', 'wall s', 'RSS MiB'], rows),
    again('npm run bench -- --only start')
  ]
}

/** @param {Results} results */
function toolsPart({tools, slow}) {
  if (!tools) return []
  return [
    '## Tools',
    `${tools.articles} articles, ${show(tools.bytes / 1e6)} MB; ${rounds(tools)}, with ${tools.yardsticks.length} runs of remark-parse between them.`,
    toolsTable(tools),
    ...(slow
      ? [
          `Tools that take over a minute for that, on a sample of ${slow.articles} articles, ${show(slow.bytes / 1e6)} MB; ${rounds(slow)}:`,
          toolsTable(slow)
        ]
      : []),
    ...whoIsAhead(tools, slow),
    again(`npm run bench -- --only tools --corpus ${tools.corpus.files.length}`)
  ]
}

/** @param {Table} table */
const rounds = ({measured}) => {
  const count = Math.max(0, ...measured.map(({pairs}) => pairs.length))
  return count === 1 ? '1 round' : `${count} rounds`
}

/** @param {Table} part */
function toolsTable({measured, yardsticks, bytes}) {
  const first = [
    '*remark-parse alone*',
    'none',
    '1',
    '1',
    show(median(yardsticks.map(({cpu}) => cpu))),
    show(median(yardsticks.map(({wall}) => wall))),
    memory(yardsticks),
    show(bytes / 1e6 / median(yardsticks.map(({cpu}) => cpu)))
  ]
  const rows = measured.map(({row, pairs, failure}) => {
    if (pairs.length === 0) return [row.title, failure ?? 'not run', ...Array(6).fill('–')]
    const ratio = ratiosOf(pairs)
    const cpu = median(pairs.map((pair) => pair.cpu))
    return [
      row.title,
      row.rules,
      show(ratio.median),
      show(ratio.min),
      show(cpu),
      show(median(pairs.map(({wall}) => wall))),
      memory(pairs),
      show(bytes / 1e6 / cpu)
    ]
  })
  const columns = ['tool', 'rules', 'ratio, median', 'best', 'CPU s', 'wall s', 'RSS MiB', 'MB per CPU s']
  return table(columns, [first, ...rows], [0, 1])
}

/** @param {import('./ratios.mjs').Pair[]} pairs */
const ratiosOf = (pairs) => ratios(pairs.map(({cpu, before, after}) => ({cost: cpu, before, after})))

/**
 * @param {Table} tools
 * @param {Table | undefined} slow
 */
function whoIsAhead(tools, slow) {
  const all = [...tools.measured, ...(slow?.measured ?? [])].filter(({pairs}) => pairs.length > 0)
  const own = all.find(({row}) => row.title === 'articlelint')
  if (!own) return []
  const ours = ratiosOf(own.pairs).median
  const others = all.filter(({row}) => !row.title.startsWith('articlelint'))
  if (others.length === 0) return []
  const ahead = others.filter(({pairs}) => ratiosOf(pairs).median < ours)
  const names = ahead.map(
    ({row, pairs}) => `${row.title} (${show(ratiosOf(pairs).median / ours)} of our CPU; ${row.rules})`
  )
  const lighter = others.filter(({pairs}) => rss(pairs) < rss(own.pairs)).map(({row}) => row.title)
  return [
    `**Where we lose.** Less CPU than articlelint with its recommended rules: ${names.join('; ') || 'none of these'}. Less memory: ${lighter.join(', ') || 'none of these'}.`
  ]
}

/** @param {Results} results */
function growthPart({site, article}) {
  if (!site || !article) return []
  const [least] = site.rows[0]?.points ?? []
  return [
    '## Growth',
    'The exponent tells how CPU grows with the size: 1 is twice the time for twice the text, 2 four times. What a run over one article costs was taken off before.',
    '### Articles of a site',
    growthTable(site.rows, 'articles'),
    '### Paragraphs of one article',
    growthTable(article, 'paragraphs'),
    again(`npm run bench -- --only growth --articles ${least?.size ?? 250}`)
  ]
}

/**
 * @param {readonly Growth[]} growths
 * @param {string} unit
 */
export function growthTable(growths, unit) {
  const rows = growths.flatMap(({row, points, overall}) => [
    ...points.map(({size, bytes, cpu, rss, step}) => [
      row.title,
      size.toLocaleString('en'),
      show(bytes / 1e6),
      cpu === undefined ? 'no time left' : show(cpu),
      show(rss),
      show(step)
    ]),
    [row.title, 'over all', '', '', memoryOfOne(points), `**${show(overall)}**`]
  ])
  return table(['tool', unit, 'MB', 'CPU s', 'RSS MiB', 'exponent'], rows)
}

/**
 * What each article or paragraph adds to the memory.
 *
 * @param {Growth['points']} points
 */
function memoryOfOne(points) {
  const known = points.filter(({rss}) => rss !== undefined)
  const [first, last] = [known[0], known.at(-1)]
  if (first?.rss === undefined || last?.rss === undefined || first === last) return '–'
  return `${show(((last.rss - first.rss) * 1024) / (last.size - first.size))} KiB each`
}

/** @param {string} command */
const again = (command) => `\`${command}\``

/** @param {readonly import('./run.mjs').Cost[]} costs */
const rss = (costs) => median(costs.map((cost) => cost.rss ?? Number.NaN))

/** @param {readonly import('./run.mjs').Cost[]} costs */
const memory = (costs) => show(rss(costs))
