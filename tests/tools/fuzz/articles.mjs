/**
 * Articles made at random: of the shapes of prose, of scraped pages, of texts that are here, cut and glued, and of noise.
 */
import fc from 'fast-check'
import {block, front, indent, prose, title} from './blocks.mjs'
import {cut, mutate} from './mutations.mjs'
import {debris, names} from './words.mjs'

/**
 * @typedef {'markdown' | 'mdx' | 'html' | 'text'} Format
 * @typedef {{format: Format, text: string}} Article
 */

const pick = fc.constantFrom

const gap = fc.oneof(
  {arbitrary: fc.constant('\n\n'), weight: 12},
  {arbitrary: pick('\n', '\n\n\n', '\n \n', ' ', '\n\n  ', '\t\n\n'), weight: 2}
)

/**
 * Blocks, some of which come again: as they are, with a changed word, with a block glued on. `-1` repeats nothing.
 *
 * @param {{text: string, gap: string, again: number, how: number}[]} parts
 */
function assemble(parts) {
  /** @type {string[]} */
  const blocks = []
  let all = ''
  for (const {text, gap, again, how} of parts) {
    const old = again < 0 ? undefined : blocks[again % Math.max(1, blocks.length)]
    const next = old === undefined ? text : repeated(old, text, how)
    blocks.push(next)
    all += next + gap
  }
  return all
}

/** @param {string} old @param {string} text @param {number} how */
function repeated(old, text, how) {
  const list = old.split(' ')
  if (how === 1) return [...list.slice(0, 3), 'newly', ...list.slice(4)].join(' ')
  if (how === 2) return `${old} ${text}`
  if (how === 3) return `${text} ${old}`
  if (how === 4) return old.toLowerCase()
  if (how === 5) return indent(old, '> ')
  if (how === 6) return old.replaceAll(' ', '\n')
  return old
}

const body = fc
  .array(
    fc.record({
      text: block,
      gap,
      again: fc.oneof(
        {arbitrary: fc.constant(-1), weight: 5},
        {arbitrary: fc.integer({min: 0, max: 20}), weight: 1}
      ),
      how: fc.integer({min: 0, max: 6})
    }),
    {minLength: 1, maxLength: 14}
  )
  .map(assemble)

/** An article as a site has it. */
const composed = fc
  .tuple(
    fc.oneof({arbitrary: fc.constant(''), weight: 3}, front),
    fc.oneof(
      title.map((text) => `# ${text}`),
      title,
      fc.constant('')
    ),
    body
  )
  .map((parts) => parts.filter((part) => part !== '').join('\n\n'))

/** A page as it comes out of a scraper: debris above, the title again, glued headings, an author box. */
const scraped = fc
  .tuple(
    title,
    fc.subarray([...debris], {maxLength: 3}),
    pick(...names),
    fc.array(fc.tuple(title, prose), {minLength: 1, maxLength: 5}),
    pick('\n\n', '\n'),
    fc.boolean()
  )
  .map(([name, lines, author, sections, gap, again]) =>
    [
      ...lines,
      name,
      `By ${author} 37 Views`,
      name.toLowerCase(),
      ...(again ? [name] : []),
      ...sections.flatMap(([text, words], index) =>
        index % 3 === 2 ? [`${words} ${text}`, words] : index % 3 === 1 ? [`${text} ${words}`] : [text, words]
      ),
      author.slice(0, 1),
      `Written by ${author}`,
      `${author} is a Staff Writer who follows ${name.split(' ')[1]} and more.`
    ].join(gap)
  )

const page = body.map(
  (text) =>
    `<!doctype html><html lang="en"><head><title>Mills</title></head><body><main>${text
      .split('\n\n')
      .map((part, index) =>
        part.startsWith('#') ? `<h2>${part}</h2>` : index % 4 ? `<p>${part}</p>` : `<ul><li>${part}</ul>`
      )
      .join('\n')}</main></body></html>`
)

const components = fc
  .tuple(
    fc.constantFrom('', "import {Box} from './box.js'\n\n", 'export const a = 1\n\n'),
    body,
    pick('', '<Box a={1} />', '{1 + 1}', '<Box>\n\nWords in it.\n\n</Box>', '{/* aside */}')
  )
  .map(([head, text, more]) => `${head}${text.replace(/<!--[\s\S]*?-->|[<{}]/g, '')}\n\n${more}\n`)

const noise = fc
  .array(
    fc.oneof(
      pick(...'#*_`~>-+=|[]()!<>&\\:;.,"\'{}$^@ \t\n\n\n\n'.split('')),
      pick(
        'word',
        'Two',
        '1.',
        '- ',
        '> ',
        '```',
        '---',
        '\n\n',
        '](',
        '<!--',
        '-->',
        '[^',
        '    ',
        '\r\n',
        '\r',
        '| a |',
        '|-|'
      ),
      pick(
        '😀',
        '\u0301',
        '\u200D',
        '\u202E',
        '\uD83D',
        '\uDE00',
        '\0',
        '\u2028',
        '\u2029',
        '\u0085',
        '\u000B',
        '\f',
        '\uFEFF',
        '\u00A0',
        '\u00AD',
        '\u3000'
      )
    ),
    {minLength: 1, maxLength: 80}
  )
  .map((parts) => parts.join(''))

/** @param {readonly Article[]} texts those that are here, to be cut and glued */
function articles(texts) {
  const own = fc.oneof(
    {arbitrary: composed.map((text) => ({format: /** @type {Format} */ ('markdown'), text})), weight: 6},
    {arbitrary: scraped.map((text) => ({format: /** @type {Format} */ ('markdown'), text})), weight: 3},
    {arbitrary: scraped.map((text) => ({format: /** @type {Format} */ ('text'), text})), weight: 1},
    {arbitrary: composed.map((text) => ({format: /** @type {Format} */ ('text'), text})), weight: 1},
    {arbitrary: page.map((text) => ({format: /** @type {Format} */ ('html'), text})), weight: 1},
    {arbitrary: components.map((text) => ({format: /** @type {Format} */ ('mdx'), text})), weight: 1}
  )
  const cuts = fc.array(cut, {minLength: 1, maxLength: 4})
  const mutated = fc
    .tuple(fc.oneof({arbitrary: pick(...texts), weight: 3}, {arbitrary: own, weight: 1}), cuts)
    .map(([{format, text}, cuts]) => ({format, text: mutate(text, cuts)}))
  const glued = fc.tuple(pick(...texts), pick(...texts), cuts).map(([one, two, cuts]) => ({
    format: one.format,
    text: mutate(`${one.text.slice(0, 4000)}\n\n${two.text.slice(0, 4000)}`, cuts)
  }))
  const ends = pick('\n', '\n', '\n', '\n', '\r\n', '\r')
  return fc
    .tuple(
      fc.oneof(
        {arbitrary: own, weight: 12},
        {arbitrary: mutated, weight: 6},
        {arbitrary: glued, weight: 1},
        {arbitrary: noise.map((text) => ({format: /** @type {Format} */ ('markdown'), text})), weight: 2}
      ),
      ends
    )
    .map(([{format, text}, end]) => ({format, text: end === '\n' ? text : text.replace(/\r?\n/g, end)}))
}

/**
 * The articles of a seed, one after the other: as many of them as one takes, they are the same.
 *
 * @param {readonly Article[]} texts
 * @param {number} seed
 * @returns {Generator<Article, never>}
 */
export function* sampleArticles(texts, seed) {
  const arbitrary = articles(texts)
  const step = 200
  for (let made = 0; ; made += step) yield* fc.sample(arbitrary, {numRuns: step, seed: seed + made})
}
