/** What makes a long article of one kind: its line or paragraph number `index`, all ended by `end`. */
interface Kind {
  readonly make: (index: number) => string
  readonly end: string
}

const nouns = 'river mill bread baker stone bridge harbour garden winter market lamp road'.split(' ')
const verbs = 'carries keeps turns opens closes mends paints counts sells guards'.split(' ')

function word(list: readonly string[], index: number): string {
  return list[index % list.length] ?? ''
}

/** A sentence that no other one equals. */
function sentence(index: number): string {
  const [first, second] = [word(nouns, index), word(nouns, index * 7 + 3)]
  return `The old ${first} of place ${index} ${word(verbs, index * 3)} a ${second} near street ${index * 13}.`
}

function lines(make: Kind['make']): Kind {
  return {make, end: '\n'}
}

function blocks(make: Kind['make']): Kind {
  return {make, end: '\n\n'}
}

/** Kinds of text that are cheap to make long, and that have made linters slow. */
export const kinds: Readonly<Record<string, Kind>> = {
  'one word': {make: () => 'word', end: ' '},
  'names in a row': {make: (index) => `Ann${index % 9} Lee`, end: ' '},
  headings: blocks((index) => `## The ${word(nouns, index)} of ${index}`),
  'equal headings': blocks(() => '## Equal'),
  links: blocks(
    (index) =>
      `See [the ${word(nouns, index)}](https://site${index}.example/page) and [more](#part-${index}).`
  ),
  'footnote calls and notes': blocks(
    (index) => `A claim here.[^${index}]\n\n[^${index}]: See page ${index} of Rossi (2019).`
  ),
  sentences: {make: sentence, end: ' '},
  paragraphs: blocks((index) => `${sentence(index)} ${sentence(index + 50_000)}`),
  'list items': lines((index) => `- The ${word(nouns, index)} has ${index} parts`),
  quotes: lines((index) => `> “${sentence(index)}” said Ann Lee of the council.\n`),
  'one long word': {make: () => 'abcde', end: ''},
  'open brackets': {make: () => 'a [b (c {d “e', end: ' '},
  'open emphasis': {make: (index) => `*a **b _c ${index}`, end: ' '},
  citations: {
    make: (index) => `The river rose (Rossi et al., ${1900 + (index % 99)}; p. 4) [${index % 99}].`,
    end: ' '
  },
  'figures and dates': blocks(
    (index) => `On 3 May ${1900 + (index % 99)}, sales rose by ${index % 89} % to $${index} million.`
  ),
  'equal paragraphs': blocks(() => `${sentence(1)} ${sentence(2)} ${sentence(3)}`),
  'near copies': blocks(
    (index) => `${sentence(1)} ${sentence(2)} ${sentence(3)} The end has number ${index}.`
  ),
  'table rows': {
    make: (index) => `${index === 0 ? '\n| a | b |\n| - | - |\n' : ''}| ${index} | ${word(nouns, index)} |`,
    end: '\n'
  },
  'emoji and marks': {make: () => '👩‍🚀 é̂̃ ❤️ a\u200bb', end: ' '},
  blanks: {make: () => ' \t ', end: ''},
  'blank lines': {make: () => '', end: '\n'},
  'short lines': lines((index) => `Line ${index} is short`),
  'attributed claims': {
    make: (index) => `Studies show that ${index} % of mills closed, experts said.`,
    end: ' '
  },
  apostrophes: {make: () => "'’", end: ''},
  stops: {make: () => '. ! ?', end: ' '},
  html: blocks((index) => `<div><p>${sentence(index)}</p><!-- note -->`),
  'open comments': {make: () => '<!-- <a ', end: ''},
  'bold lines': blocks((index) => `**The ${word(nouns, index)} number ${index}**`),
  'numbered headings': blocks((index) => `## ${index + 1}. The ${word(nouns, index)}\n\n${sentence(index)}`),
  'labels that come again': blocks((index) => `Part ${index % 50}: the old mill`),
  'lines below “Contents”': lines((index) =>
    index === 0 ? 'Contents' : `1.${index % 99} The mill ${index}`
  ),
  'lines below a page': lines((index) =>
    index % 2 === 0 ? `${index} comments` : `The Mill of Part ${index}`
  ),
  'loose marks': {
    make: (index) => `**the mill ${index} **stands [here] (https://a.example/${index})`,
    end: ' '
  },
  'references without definitions': {make: (index) => `[the old mill][mill ${index}]`, end: ' '},
  'code spans': {make: () => '`a` ``b', end: ' '},
  directives: blocks(
    (index) => `<!-- articlelint-disable-next-line no-sources -- why ${index} -->\n${sentence(index)}`
  )
}

/** An article of that kind, of about `length` characters. */
export function makeText(name: string, length: number): string {
  const kind = kinds[name] as Kind
  let text = '# The title\n\n'
  for (let index = 0; text.length < length; index++) text += kind.make(index) + kind.end
  return text
}
