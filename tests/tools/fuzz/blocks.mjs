/** The blocks of articles: most are paragraphs, made of sentences that a rule waits for and of others. */
import fc from 'fast-check'
import {claims, debris, names, phrases, places, subjects, verbs, words} from './words.mjs'

const pick = fc.constantFrom

/** @param {readonly string[]} list @param {number} minLength @param {number} maxLength */
const some = (list, minLength, maxLength) =>
  fc.array(pick(...list), {minLength, maxLength}).map((found) => found.join(' '))

/** @param {string} text */
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1)

const plainSentence = fc
  .tuple(
    pick(...subjects),
    pick(...verbs),
    some(words, 2, 9),
    pick('.', '.', '.', '.', '!', '?', ':', '', '…')
  )
  .map(([subject, verb, rest, end]) => `${subject} ${verb} ${rest}${end}`)

const evidence = pick(
  '[a report](https://example.org/report?utm_source=chatgpt.com)',
  '[the paper](https://doi.org/10.1000/182 "Title (1)")',
  '[@doe99, p. 33]',
  '(Doe, 2019)',
  '[^1]',
  '[^note]',
  '[1]',
  '[see][ref]',
  '<https://example.org/a_b_c>',
  'https://example.org/path_(x)?a=1&utm_source=openai#top',
  'www.example.org.',
  'mail@example.org',
  '![a map](map.png)',
  '[here](#charging-and-depots)',
  '[click](../other.md)',
  ':contentReference[oaicite:2]{index=2}',
  '【12†source】'
)
const inline = pick(
  '**Bold words**',
  '*leaning*',
  '_so_',
  '~~gone~~',
  '`code  span`',
  '`` a`b ``',
  '&amp;',
  '&nbsp;',
  '\\*not\\*',
  '<b>loud</b>',
  '<br>',
  '<!-- an aside -->',
  '“quoted words that go on”',
  '"straight quotes"',
  'it’s',
  'naÃ¯ve',
  'donâ€™t',
  'caf\uFFFD',
  'Рaypal',
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  'שלום',
  '{{< figure >}}',
  '$x^2$'
)

const sentence = fc.oneof(
  {arbitrary: plainSentence, weight: 5},
  {arbitrary: pick(...claims), weight: 3},
  {arbitrary: pick(...phrases), weight: 2},
  {arbitrary: fc.tuple(plainSentence, evidence).map(([text, source]) => `${text} ${source}`), weight: 2},
  {arbitrary: fc.tuple(plainSentence, inline, plainSentence).map((parts) => parts.join(' ')), weight: 2}
)
export const prose = fc.array(sentence, {minLength: 1, maxLength: 5}).map((list) => list.join(' '))
const wrapped = fc
  .tuple(prose, fc.integer({min: 2, max: 9}))
  .map(([text, every]) =>
    text.split(' ').reduce((all, word, index) => `${all}${index % every === 0 ? '\n' : ' '}${word}`)
  )
export const title = fc
  .tuple(
    pick('How', 'Why', 'What', 'The', 'Does', '10 Reasons'),
    pick(...places),
    pick(...verbs),
    some(words, 1, 4)
  )
  .map(
    ([first, place, verb, rest]) =>
      `${first} ${place} ${capital(verb)} ${rest.split(' ').map(capital).join(' ')}`
  )
const heading = fc.oneof(
  title,
  some(words, 1, 5).map(capital),
  pick('Sources', 'References', 'FAQ', 'Conclusion', '')
)

export const front = fc
  .tuple(
    title,
    pick(
      '',
      'author: Ada Lund\n',
      'date: 2024-02-30\n',
      'sources: [https://example.org]\n',
      'articlelint: {rules: {weasel-attribution: off}}\n',
      'lang: de\n',
      'tags:\n  - one\n  - "two: 2"\n',
      'bad: [unclosed\n',
      '? a\n: b\n',
      '__proto__: {a: 1}\n'
    ),
    pick('---', '---', '---', '+++', '...')
  )
  .map(([name, more, fence]) =>
    fence === '+++' ? `+++\ntitle = "${name}"\n+++` : `---\ntitle: ${name}\n${more}${fence}`
  )

const directive = pick(
  '<!-- articlelint-disable -->',
  '<!-- articlelint-enable -->',
  '<!-- articlelint-disable-next-line weasel-attribution -- told by name below -->',
  '<!-- articlelint-disable duplicate-paragraph, no-such-rule -->',
  '<!-- articlelint-disable-next-line -->',
  '<!-- articlelint-disable-file keyword-line until 2024-01-01 -->',
  '<!-- articlelint-disable\nbare-heading\n-->',
  '<!-- articlelint-disable-next-line',
  '{/* articlelint-disable-next-line */}',
  '<!-- lint disable -->'
)

/** @param {string} text @param {string} first @param {string} [rest] */
export const indent = (text, first, rest = first) => first + text.replaceAll('\n', `\n${rest}`)
/** @param {string} mark */
const listOf = (mark) =>
  fc
    .tuple(fc.array(fc.oneof(prose, heading, wrapped), {minLength: 1, maxLength: 5}), pick('\n', '\n\n'))
    .map(([items, gap]) => items.map((item) => indent(item, mark, ' '.repeat(mark.length))).join(gap))
const label = fc.tuple(some(words, 1, 3), pick(': ', ' – ', ':'), plainSentence)

/** Blocks of an article; most are paragraphs. */
export const block = fc.oneof(
  {arbitrary: prose, weight: 8},
  {arbitrary: wrapped, weight: 2},
  {
    arbitrary: fc
      .tuple(pick('# ', '## ', '## ', '### ', '##### ', '##'), heading, pick('', '', ' ##', ' {#id}'))
      .map((parts) => parts.join('')),
    weight: 4
  },
  {arbitrary: fc.tuple(heading, pick('\n===', '\n---')).map((parts) => parts.join('')), weight: 1},
  // A heading without its mark, and one that ran into its paragraph.
  {arbitrary: heading, weight: 3},
  {arbitrary: fc.tuple(title, prose).map((parts) => parts.join(' ')), weight: 2},
  {arbitrary: fc.tuple(prose, pick(' ## ', ' ', '\n## '), title).map((parts) => parts.join('')), weight: 2},
  {arbitrary: heading.map((text) => `**${text}**`), weight: 1},
  {arbitrary: listOf('- '), weight: 2},
  {arbitrary: listOf('1. '), weight: 1},
  {arbitrary: listOf('* [ ] '), weight: 1},
  {
    arbitrary: fc
      .tuple(fc.array(label, {minLength: 2, maxLength: 5}), pick('\n\n', '\n'))
      .map(([items, gap]) => items.map(([name, sign, text]) => `${capital(name)}${sign}${text}`).join(gap)),
    weight: 2
  },
  {
    arbitrary: fc
      .tuple(
        fc.array(some(words, 1, 5), {minLength: 2, maxLength: 4}),
        pick('•', '-', '*', '–', '1.'),
        pick('\n', '\n\n')
      )
      .map(([items, mark, gap]) => items.map((item) => `${mark}${gap}${item}`).join(gap)),
    weight: 1
  },
  {arbitrary: fc.oneof(prose, wrapped, heading).map((text) => indent(text, '> ')), weight: 2},
  {
    arbitrary: fc
      .tuple(
        fc.array(fc.array(some(words, 1, 2), {minLength: 2, maxLength: 3}), {minLength: 1, maxLength: 3})
      )
      .map(([rows]) => `| a | b |\n|---|:-:|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`),
    weight: 1
  },
  {arbitrary: fc.tuple(pick('```js', '~~~', '````', '    '), prose).map(codeOf), weight: 1},
  {
    arbitrary: pick(
      '[^1]: A note with a [link](https://example.org/note).\n    More of it.',
      '[^note]: Doe, J. (2019). Mills of the north.',
      '[ref]: <https://example.org/ref> "Ref"',
      '<div class="box">\n\nInside of it.\n\n</div>',
      '<details><summary>More</summary>Words.</details>',
      '<script>\nlet a = 1\n\nlet b\n</script>',
      '<p>A paragraph. It has two sentences.</p>',
      '---',
      '***',
      '![A map of the harbour](map.png)\n*The harbour in 1931*',
      '<figure><img src="a.png"><figcaption>The mill</figcaption></figure>',
      '{{< youtube id >}}',
      ':::note\nMind the gap.\n:::',
      '$$\nx = 1\n$$',
      '[TOC]'
    ),
    weight: 2
  },
  {arbitrary: directive, weight: 1},
  {arbitrary: pick(...debris), weight: 3},
  {
    arbitrary: fc
      .tuple(
        pick('By ', 'by ', 'Written by '),
        pick(...names),
        pick('', ' 20 Views', ' · 3 min read', ' | 1.2K shares')
      )
      .map((parts) => parts.join('')),
    weight: 2
  }
)

/** @param {[string, string]} code */
function codeOf([fence, text]) {
  return fence === '    ' ? indent(text, fence) : `${fence}\n${text}\n${fence.replace(/[a-z]/g, '')}`
}
