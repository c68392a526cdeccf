/** The inputs that cmark is tested with, at its sizes: each brought down some parser of Markdown. */
export const pathologicalTexts: Readonly<Record<string, () => string>> = {
  'nested strong emphasis': () => `${'*a **a '.repeat(65_000)}b${' a** a*'.repeat(65_000)}`,
  'many emphasis closers with no openers': () => 'a_ '.repeat(65_000),
  'many emphasis openers with no closers': () => '_a '.repeat(65_000),
  'many link closers with no openers': () => 'a]'.repeat(65_000),
  'many link openers with no closers': () => '[a'.repeat(65_000),
  'mismatched openers and closers': () => '*a_ '.repeat(50_000),
  'openers and closers multiple of 3': () => `a**b${'c* '.repeat(50_000)}`,
  'link openers and emphasis closers': () => '[ a_'.repeat(50_000),
  'brackets and parentheses repeated': () => '[ (]('.repeat(80_000),
  'images of nothing repeated': () => '![[]()'.repeat(160_000),
  'hard link and emphasis case': () => '**x [a*b**c*](d)',
  'nested brackets': () => `${'['.repeat(50_000)}a${']'.repeat(50_000)}`,
  'nested block quotes': () => `${'> '.repeat(50_000)}a`,
  'deeply nested lists': () =>
    Array.from({length: 1000}, (_, index) => `${'  '.repeat(index)}* a\n`).join(''),
  'U+0000 in the input': () => 'abc\u0000de\u0000',
  backticks: () => Array.from({length: 5000}, (_, index) => `e${'`'.repeat(index)}`).join(''),
  'unclosed links in angle brackets': () => '[a](<b'.repeat(30_000),
  'unclosed links': () => '[a](b'.repeat(30_000),
  'unclosed comments': () => `</${'<!--'.repeat(300_000)}`,
  'unclosed instructions': () => `</${'<?'.repeat(500_000)}`,
  'unclosed CDATA': () => `</${'<![CDATA['.repeat(100_000)}`,
  'unclosed declarations': () => `</${'<!X'.repeat(300_000)}`,
  'empty lines in deeply nested lists': () => `${'- '.repeat(30_000)}x${'\n'.repeat(30_000)}`,
  'empty lines in deeply nested lists in a quote': () => `> ${'- '.repeat(30_000)}x\n${'>\n'.repeat(30_000)}`,
  'emphasis in a deep quote': () => `${'>'.repeat(100_000)}${'a*'.repeat(100_000)}`
}
