/** A text made to bring a linter down: the name says what there is too much of. */
export interface HostileText {
  readonly name: string
  readonly extension: '.md' | '.mdx' | '.html' | '.txt'
  /** About so many characters. */
  make(length: number): string
}

const start = '# The bridge\n\n'

/** One piece again and again. */
function repeated(name: string, piece: string, extension: HostileText['extension'] = '.md'): HostileText {
  return {
    name,
    extension,
    make: (length) => start + piece.repeat(Math.ceil(length / piece.length))
  }
}

/** Pieces that differ by their number. */
function numbered(
  name: string,
  piece: (index: number) => string,
  extension: HostileText['extension'] = '.md'
): HostileText {
  return {
    name,
    extension,
    make(length) {
      const pieces: string[] = [start]
      for (let index = 0, made = 0; made < length; index++) {
        const next = piece(index)
        pieces.push(next)
        made += next.length
      }
      return pieces.join('')
    }
  }
}

/** One half opens, the other closes. */
function nested(
  name: string,
  open: string,
  close: string,
  extension: HostileText['extension'] = '.md'
): HostileText {
  return {
    name,
    extension,
    make(length) {
      const count = Math.ceil(length / (open.length + close.length))
      return `${start}${open.repeat(count)}a${close.repeat(count)}`
    }
  }
}

function word(index: number): string {
  return `${['river', 'stone', 'tower', 'ferry', 'market'][index % 5]}${(index * 7919).toString(36).replace(/\d/g, 'e')}`
}

/** A sentence of twelve words, another one for each number. */
function sentence(index: number): string {
  const words = Array.from({length: 12}, (_, at) => word(index * 31 + at * 17))
  return `The ${words.join(' ')}. `
}

const marks: readonly HostileText[] = [
  ...[
    '*',
    '_',
    '**',
    '~~',
    '`',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '[]',
    '[](',
    '<',
    '>',
    '\\',
    '&',
    '|',
    '#',
    '=',
    '-',
    '~',
    ':',
    '"',
    "'",
    '“',
    '(1) ',
    '$',
    '@',
    '^',
    '[^',
    '{',
    '}'
  ].map((mark) => repeated(`nothing but ${mark}`, mark)),
  repeated('openers of emphasis', '_a '),
  repeated('closers of emphasis', 'a_ '),
  repeated('marks of emphasis that cross', '*a_ '),
  repeated('openers of links with emphasis', '[ a_'),
  repeated('links that never close', '[a](<b'),
  repeated('links without their end', '[a](b'),
  repeated('images of nothing', '![[]()'),
  repeated('brackets and parentheses', '[ (]('),
  repeated('code that never closes', 'e`` ` ``` '),
  numbered('runs of backticks, each longer', (index) => `e${'`'.repeat(index % 400)}`),
  nested('brackets within brackets', '[', ']'),
  nested('strong in emphasis in strong', '*a **a ', ' a** a*'),
  nested('strikethrough within itself', '~a ', ' a~'),
  nested('images within images', '![', '](b)'),
  nested('parentheses of a link', '[a](b(', '))')
]

const blocks: readonly HostileText[] = [
  nested('quotes within quotes', '> ', ''),
  nested('quotes without blanks', '>', ''),
  nested('lists on one line', '- ', ''),
  nested('numbered lists on one line', '1. ', ''),
  {
    name: 'quotes, one more each line',
    extension: '.md',
    make: (length) =>
      Array.from({length: Math.sqrt(length)}, (_, index) => `${'>'.repeat(index + 1)} a\n`).join('')
  },
  {
    name: 'lists, one level more each line',
    extension: '.md',
    make: (length) =>
      Array.from({length: Math.sqrt(length)}, (_, index) => `${'  '.repeat(index)}* a\n`).join('')
  },
  {
    name: 'empty lines in deep lists',
    extension: '.md',
    make: (length) => `${'- '.repeat(99)}x${'\n'.repeat(length)}`
  },
  {
    name: 'empty lines in deep lists in a quote',
    extension: '.md',
    make: (length) => `> ${'- '.repeat(98)}x\n${'>\n'.repeat(length / 2)}`
  },
  {
    name: 'emphasis in a deep quote',
    extension: '.md',
    make: (length) => `${'>'.repeat(99)}${'a*'.repeat(length / 2)}`
  },
  repeated('empty lines', '\n'),
  repeated('carriage returns', '\r'),
  repeated('blanks', ' '),
  repeated('tabs', '\t'),
  repeated('lines of one blank', ' \n'),
  repeated('headings', '## a\n\n'),
  repeated('empty headings', '#\n\n'),
  repeated('underlined headings', 'a\n=\n\n'),
  numbered(
    'headings of all levels',
    (index) => `${'#'.repeat((index % 6) + 1)} ${word(index)}\n\n${sentence(index)}\n\n`
  ),
  repeated('items of a list', '- a\n'),
  repeated('empty items', '-\n'),
  repeated('items of two marks', '- a\n* b\n'),
  repeated('numbered items', '1. a\n'),
  numbered('items of rising numbers', (index) => `${index}. ${word(index)}\n`),
  repeated('boxes of tasks', '- [ ] a\n'),
  repeated('lines across the page', '---\n\n'),
  repeated('fences that never close', '```\na\n\n'),
  repeated('rows of a table', '| a | b |\n| - | - |\n'),
  {
    name: 'a table of many columns',
    extension: '.md',
    make: (length) => `${'| a '.repeat(length / 8)}|\n${'| - '.repeat(length / 8)}|\n`
  },
  {
    name: 'a table of many rows with one cell',
    extension: '.md',
    make: (length) => `${'| a '.repeat(200)}|\n${'| - '.repeat(200)}|\n${'| b\n'.repeat(length / 4)}`
  },
  repeated('beginnings of tables', 'a\n-|\n'),
  numbered('definitions of links', (index) => `[${word(index)}]: /u\n`),
  {
    name: 'links to definitions that collide',
    extension: '.md',
    make: (length) => `[a]: /u\n\n${'[a][a] [b][b] '.repeat(length / 14)}`
  },
  {
    name: 'one long definition used often',
    extension: '.md',
    make: (length) => `[${'a'.repeat(900)}]: /u\n\n${`[${'a'.repeat(900)}] `.repeat(length / 903)}`
  },
  numbered('footnotes', (index) => `Said[^${index}].\n\n[^${index}]: See there.\n\n`),
  repeated('calls of a footnote that is missing', 'Said[^1]. '),
  repeated('one footnote defined again and again', '[^1]: See there.\n\n')
]

const html: readonly HostileText[] = [
  repeated('comments that never close', '<!--'),
  repeated('comments', '<!-- a -->'),
  repeated('instructions that never close', '<?'),
  repeated('declarations that never close', '<!A'),
  repeated('CDATA that never closes', '<![CDATA['),
  repeated('tags', '<b>'),
  repeated('tags with many attributes', '<a b="c" d=e '),
  repeated('ends of tags', '</b>'),
  repeated('addresses in angle brackets', '<http://a.example> '),
  repeated('addresses that never close', '<http://a'),
  repeated('entities', '&amp;'),
  repeated('numbers of characters', '&#x41;'),
  repeated('entities that never end', '&#'),
  repeated('elements left open', '<div>', '.html'),
  repeated('formatting left open', '<b><i><p>', '.html'),
  repeated('links left open', '<a href=b>c', '.html'),
  repeated('tables in tables', '<table><tr><td>', '.html'),
  repeated('lists in lists', '<ul><li>a', '.html'),
  repeated('line breaks', 'a<br>', '.html'),
  repeated('paragraphs', '<p>The bridge is old.', '.html'),
  repeated('attributes without end', '<p a=b ', '.html'),
  nested('spans in spans', '<span>', '</span>', '.html'),
  nested('JSX in JSX', '<A>', '</A>', '.mdx'),
  nested('braces', '{', '}', '.mdx'),
  repeated('braces left open', '{', '.mdx'),
  repeated('expressions', '{1} ', '.mdx'),
  nested('parentheses in an expression', '{(', ')}', '.mdx'),
  repeated('imports', 'import a from "b"\n\n', '.mdx')
]

const prose: readonly HostileText[] = [
  repeated('one word', 'bridge '),
  repeated('one letter', 'a'),
  repeated('capitals', 'A. '),
  repeated('initials', 'J. R. '),
  repeated('one sentence', 'The bridge over the river is old. '),
  repeated('one paragraph', 'The bridge over the river is old, and nobody knows who built it.\n\n'),
  numbered('sentences in one paragraph', sentence),
  numbered('paragraphs', (index) => `${sentence(index)}\n\n`),
  numbered(
    'paragraphs that are near copies',
    (index) => `${sentence(1)}${word(index)} ${sentence(2)}${sentence(3)}\n\n`
  ),
  numbered(
    'paragraphs that each begin like the one before',
    (index) => `${sentence(1)}${sentence(2)}${sentence(index)}\n\n`
  ),
  {
    name: 'paragraphs, each with the one before in it',
    extension: '.md',
    make(length) {
      const count = Math.floor(Math.sqrt(length / 45))
      return Array.from({length: count}, (_, index) =>
        Array.from({length: index + 1}, (_, at) => sentence(at)).join('')
      ).join('\n\n')
    }
  },
  repeated('words in two orders', 'stone bridge bridge stone '),
  numbered('words that all differ', (index) => `${word(index)} `),
  repeated('full stops', '.'),
  repeated('question marks and blanks', '? '),
  repeated('commas', 'a, '),
  repeated('semicolons', 'a; '),
  repeated('hyphens in a word', 'a-'),
  repeated('apostrophes in a word', "a'"),
  repeated('digits', '7'),
  repeated('digits with commas', '1,'),
  repeated('digits with points', '1.'),
  repeated('shares', 'It grew by 40% in 2019. '),
  numbered('figures', (index) => `In ${1900 + (index % 120)}, ${index} of ${index + 7} boats sank. `),
  numbered('numbers that contradict each other', (index) => `The tower has ${index} steps.\n\n`),
  repeated(
    'claims without a source',
    'Studies show that most experts believe the tower is the oldest in the world. '
  ),
  repeated('claims with a source', 'According to [the survey](https://a.example/b), 40% agree. '),
  repeated('references in brackets', 'It is so [1]. '),
  repeated('references in parentheses', 'It is so (Miller, 2019). '),
  repeated('quotations', '“It is so,” said Ann Miller. '),
  repeated('quotation marks left open', '“It is so, '),
  repeated('straight quotation marks', '"a" b '),
  repeated('bylines', 'By Ann Miller 20 Views\n\n'),
  repeated('labels', 'Introduction:\n\n'),
  repeated('keyword lines', 'Keywords: bridge, river, tower\n\n'),
  repeated('addresses', 'https://a.example/b?c=d#e '),
  repeated('addresses without a protocol', 'www.a.example '),
  repeated('mail addresses', 'a@b.example '),
  repeated('ends of addresses', 'https://a.example/((('),
  {
    name: 'one long address',
    extension: '.md',
    make: (length) => `${start}https://a.example/${'b/'.repeat(length / 2)}`
  },
  repeated('names', 'Ann Miller and Bob Baker met Carl Cook. '),
  repeated('bullets in the text', 'a • b · c '),
  repeated('lines in plain text', '    a  b\n', '.txt'),
  repeated('underlines in plain text', 'a\n===\n', '.txt'),
  repeated('paragraphs in plain text', 'THE BRIDGE\n\nThe bridge is old.\n\n', '.txt')
]

const unicode: readonly HostileText[] = [
  repeated('accents on one letter', '\u0301'),
  repeated('flags', '\u{1F1E9}\u{1F1EA}'),
  repeated('joined emoji', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'),
  repeated('turns of direction', '\u202Ea\u202C '),
  repeated('blanks without width', 'a\u200B'),
  repeated('no-break spaces', 'a\u00A0'),
  repeated('line separators', 'a\u2028'),
  repeated('Chinese without blanks', '桥很老。'),
  repeated('Arabic', 'الجسر قديم. '),
  repeated('Thai', 'สะพานเก่า'),
  repeated('capitals with a dot', 'İ '),
  repeated('sharp s', 'ß '),
  repeated('control characters', '\u0001\u0007')
]

const heads: readonly HostileText[] = [
  {
    name: 'front matter of many keys',
    extension: '.md',
    make: (length) =>
      `---\n${Array.from({length: length / 12}, (_, index) => `k${index}: v\n`).join('')}---\n\n${start}`
  },
  {
    name: 'front matter of deep brackets',
    extension: '.md',
    make: (length) => `---\ntitle: ${'['.repeat(length)}\n---\n\n${start}`
  },
  {
    name: 'front matter of aliases',
    extension: '.md',
    make: () =>
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((key, index) => `${key}: &${key} [${`*${'abcdefg'[index]},`.repeat(9)}]\n`)
        .join('')}title: *h\n---\n\n${start}`
  },
  {
    name: 'front matter that never closes',
    extension: '.md',
    make: (length) => `---\n${'title: a\n'.repeat(length / 9)}`
  },
  {
    name: 'a title of one long line',
    extension: '.md',
    make: (length) => `---\ntitle: ${'bridge '.repeat(length / 7)}\n---\n\n${start}`
  },
  repeated('comments that silence', '<!-- articlelint-disable-next-line -->\n\n'),
  repeated('comments that silence and never close', '<!-- articlelint-disable '),
  numbered(
    'comments that silence rules there are none of',
    (index) => `<!-- articlelint-disable ${word(index)} -->\n\n`
  )
]

const copied = 'The keeper of the bridge closes it at dusk and opens it when the first cart of the day waits.'

/** What generators of sites read before Markdown is read. */
const templates: readonly HostileText[] = [
  repeated('tags of code that never close', '{% highlight sh %}\nls\n\n'),
  repeated('tags of code', '{% highlight sh %}\nls\n{% endhighlight %}\n\n'),
  repeated('tags that close what never opened', '{% endhighlight %}\n\n'),
  repeated('tags of tabs that never close', '{{< tab >}}\n\n'),
  repeated('tags inside a line', 'a {% comment %} b '),
  repeated('openings of tags', '{%\n'),
  repeated('containers', ':::note\n'),
  repeated('extensions of kramdown', '{::comment}\n'),
  numbered('references without a definition', (index) => `{% include a.md %} [${word(index)}][${index}] `),
  numbered('headings with names', (index) => `## ${word(index)} {#${index}\n\n`),
  numbered(
    'parts of a form',
    (index) => `## ${word(index)}\n\n**State:** the valley has no news.\n\n**Next:** ${sentence(index)}\n\n`
  ),
  repeated('a section of copies', `${copied}\n\n## Again\n\n${`${copied}\n\n`.repeat(2000)}`),
  numbered('tabs that say the same', (index) => `<div class="${word(index)}">\n\n${copied}\n\n</div>\n`),
  repeated('elements around a copy that never close', `<div class="a">\n\n${copied}\n\n`),
  repeated('ends of elements that were never opened', `</div>\n\n${copied}\n\n`),
  repeated('tabs of Liquid that never close', `{% tab "a" %}\n\n${copied}\n\n`),
  numbered('records', (index) => `## ${word(index)}\n\nImpacts:\n\n- ${copied}\n\n`),
  numbered('entries of a reference', (index) => `## lamp.${word(index)}\n\n${copied}\n\n`),
  numbered(
    'bare headings',
    (index) => `## ${word(index)}\n\n${copied} ${index}.\n\nWhere ${word(index)} went\n\n`
  ),
  {name: 'definitions of Franklin', extension: '.md', make: (length) => '@def a = "b"\n'.repeat(length / 13)},
  {name: 'a header without an end', extension: '.md', make: (length) => 'Title: a\n'.repeat(length / 9)}
]

/** What comes again with a reason, thousands of times. */
const repeats: readonly HostileText[] = [
  numbered(
    'a speaker below quotations',
    (index) => `> ${sentence(index)}\n\nAnn Lee, ${copied.slice(4, -1)}\n\n`
  ),
  numbered('a caption of pictures', (index) => `![](a${index}.png)\n\n${copied}\n\n`),
  numbered('a prompt to programs', (index) => `## ${word(index)}\n\nPrompt\n\n${copied}\n\n`),
  repeated('degrees of a scale', `**High trust:** ${copied}\n\n**Low trust:** ${copied} Now.\n\n`),
  numbered('a question to many', (index) => `**${copied.slice(0, -1)}?**\n\n${sentence(index)}\n\n`),
  repeated(
    'a form with a clause and without',
    `## With a key\n\n${copied}\n\n## Without a key\n\n${copied}\n\n`
  ),
  repeated('words of the text in bold', `**${copied}**\n\n${copied} So it was told.\n\n`),
  numbered('items below items', (index) => `- ${word(index)}\n  - ${copied}\n  - ${sentence(index)}\n`),
  repeated('last words in italics', '*Ann Lee has kept the lamp since 2016.*\n\n'),
  repeated('paragraphs that break off above copies', `${copied} It opens, and\n\n${copied}\n\n`),
  repeated('level-1 marks in rows', '# a\n'),
  repeated('boxes with a heading', '::: box\n### Same\n:::\n\n'),
  numbered(
    'houses that expect',
    (index) => `[A](https://www.${word(index)}.example) It is old. Millwatch expects ${index}. `
  ),
  numbered('conditions', (index) => `Until whether if once experts agree with experts say ${word(index)} `),
  {name: 'late front matter', extension: '.md', make: (length) => `\n\n---\n${'a: b\n'.repeat(length / 5)}`},
  {name: 'blanks above front matter', extension: '.md', make: (length) => '\n \t'.repeat(length / 3)}
]

export const hostileTexts: readonly HostileText[] = [
  ...templates,
  ...repeats,
  ...marks,
  ...blocks,
  ...html,
  ...prose,
  ...unicode,
  ...heads
]
