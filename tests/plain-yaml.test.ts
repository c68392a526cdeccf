import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {needsYaml, readPlain} from '../src/document/parse/plain-yaml.ts'

/** The value as YAML would give it: mappings as objects. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value)
  return Array.isArray(value) ? value.map(plain) : value
}

/** What is read without YAML must be what YAML reads. */
const read: [what: string, block: string, slice?: string][] = [
  ['words', 'key: rye bread', 'rye bread'],
  ['words before another key', 'key: rye bread\nother: 1', 'rye bread'],
  ['a key below others', 'other: 1\nkey: rye', 'rye'],
  ['quotes', 'key: "rye: bread"', '"rye: bread"'],
  ['single quotes', "key: 'rye # bread'", "'rye # bread'"],
  ['a truth', 'key: true', 'true'],
  ['a falsehood', 'key: false', 'false'],
  ['a number', 'key: 12', '12'],
  ['a day', 'key: 2025-05-03', '2025-05-03'],
  ['an hour', 'key: 2025-05-03T16:00:00Z', '2025-05-03T16:00:00Z'],
  ['an address', 'key: https://a.example/b?c=1', 'https://a.example/b?c=1'],
  ['a list on its line', 'key: [rye, "oats", 3]', '[rye, "oats", 3]'],
  ['an empty list', 'key: []', '[]'],
  ['quotes over lines', 'key: "rye\n  and oats"', '"rye\n  and oats"'],
  ['quotes over lines with a blank at the end', 'key: "rye\n  and oats "', '"rye\n  and oats "'],
  ['items', 'key:\n  - rye\n  - 2', '- rye\n  - 2'],
  ['items without indent', 'key:\n- rye\n- oats', '- rye\n- oats'],
  ['items before another key', 'key:\n  - rye\nother: 1'],
  ['items that are mappings', 'key:\n  - name: Ann\n    age: 40\n  - name: Bo'],
  ['a mapping', 'key:\n  name: Ann\n  born: 1970'],
  ['a mapping before another key', 'key:\n  name: Ann\nother: 1'],
  ['words in which a dash is', 'key: rye\nother: a - b', 'rye'],
  ['a truth in words', 'key: not true', 'not true'],
  ['words that begin like a truth', 'key: trueish', 'trueish'],
  ['words that begin like nothing', 'key: none on offer', 'none on offer'],
  ['quotes in words', 'key: rye "and" oats', 'rye "and" oats'],
  ['a brace in words behind another key', 'other: a{b\nkey: rye', 'rye'],
  ['an address with a number', 'key: http://a.example', 'http://a.example'],
  ['words that end like a day', 'key: on 2025-05-03', 'on 2025-05-03'],
  ['words that begin like a day', 'key: 2025-05-03 or so', '2025-05-03 or so'],
  ['a day with short numbers', 'key: 3-5-2025', '3-5-2025'],
  ['a phone number', 'key: 0123-45-6789', '0123-45-6789'],
  ['an hour with seconds and a zone', 'key: 2025-05-03 09:00:12 +02:00', '2025-05-03 09:00:12 +02:00'],
  ['an hour of one digit', 'key: 2025-05-03 9:00', '2025-05-03 9:00'],
  ['an hour with a short zone', 'key: 2025-05-03 09:00+2', '2025-05-03 09:00+2'],
  ['a number in words', 'key: 3 loaves', '3 loaves'],
  ['an octal number in words', 'key: 0o7 loaves', '0o7 loaves'],
  ['an item of words with blanks at their end', 'key:\n  - rye   \n  - oats  ', '- rye   \n  - oats'],
  ['an item after many blanks', 'key:\n  -   rye', '-   rye'],
  ['items with a dash in them', 'key:\n  - rye - oats'],
  ['a mapping of values after many blanks', 'key:\n  name:    Ann'],
  ['a mapping with blanks at the end of lines', 'key:\n  name: Ann  \n  born: 1970  '],
  ['items that are mappings, with blanks', 'key:\n  - name: Ann  \n    age:   40  \nother: 1'],
  ['quotes over three lines', 'key: "rye \n  and\t\n  oats"', '"rye \n  and\t\n  oats"'],
  ['quotes over lines before another key', 'key: "rye\n  oats"  \nother: 1', '"rye\n  oats"'],
  ['a list of one word in blanks', 'key: [ rye ]', '[ rye ]'],
  ['an empty list with blanks', 'key: [  ]', '[  ]'],
  ['a long number', 'key: 123456789012345', '123456789012345'],
  ['39 items', `key:\n${'  - rye\n'.repeat(38)}  - oats`]
]

/** These are left to YAML, whatever it makes of them. */
const left: [what: string, block: string][] = [
  ['words that go on below', 'key: rye\n  bread'],
  ['a block of text', 'key: |\n  rye'],
  ['an anchor', 'key: &a rye'],
  ['a colon in words', 'key: rye: bread'],
  ['quotes over lines with words behind', 'key: "rye\n  oats" bread'],
  ['quotes over lines that go on below', 'key: "rye\n  oats"\n  bread'],
  ['quotes over lines with an escape', 'key: "rye\n  \\t oats"'],
  ['quotes over lines with a blank one', 'key: "rye\n\n  oats"'],
  ['quotes over lines without indent', 'key: "rye\noats"'],
  ['quotes that never end', 'key: "rye\n  oats'],
  ['items of two depths', 'key:\n  - rye\n    - oats'],
  ['an item deeper than the first', 'key:\n- rye\n - oats'],
  ['an item that is a list', 'key:\n  - [rye, {a: 1}]'],
  ['an item that is nothing', 'key:\n  - null'],
  ['an item with a key twice', 'key:\n  - name: Ann\n    name: Bo'],
  ['an item whose keys do not stand below each other', 'key:\n  - name: Ann\n     age: 40'],
  ['an item with words below its keys', 'key:\n  - name: Ann\n    forty'],
  ['a mapping with a key twice', 'key:\n  name: Ann\n  name: Bo'],
  ['a mapping of two depths', 'key:\n  name: Ann\n    age: 40'],
  ['a mapping with a list', 'key:\n  names:\n    - Ann'],
  ['a mapping with words', 'key:\n  name: Ann\n  forty'],
  ['a mapping of what is no plain value', 'key:\n  name: *ann'],
  ['nothing', 'key:'],
  ['nothing before another key', 'key:\nother: 1'],
  ['a comment below', 'key:\n  # none\n'],
  ['a line end that only Unicode has in an item', 'key:\n  - rye\u2028oats'],
  ['a line end that only Unicode has in a mapping', 'key:\n  name: rye\u2028oats'],
  ['a list that is not closed', 'key: [rye'],
  ['a list in a list', 'key: [rye, [oats]]'],
  ['the key in quotes', '"key": rye'],
  ['the key in single quotes', "'key': rye"],
  ['the key before a blank', 'key : rye'],
  ['the key in braces', '{key: rye}'],
  ['yes, of which YAML has two opinions', 'key: yes'],
  ['a number of another base', 'key: 0x1f'],
  ['words that go on below after a tab', 'key: rye\n\tbread'],
  ['a number of eights', 'key: 0o17'],
  ['a number with an exponent', 'key: 12e+31'],
  ['a number with a negative exponent', 'key: 12e-31'],
  ['a number with an empty fraction', 'key: 12.'],
  ['a number with zeros before it', 'key: 012'],
  ['quotes over lines with a blank first one', 'key: "\n  oats"'],
  ['quotes over lines with one of blanks', 'key: "rye\n  \n  oats"'],
  ['an address that ends in a colon', 'key: https://a.example:'],
  ['an address in words', 'key: see https://a.example/'],
  ['an address before words', 'key: https://a.example/: x'],
  ['an hour in words', 'key: at 2025-05-03 09:00'],
  ['an hour before words', 'key: 2025-05-03 09:00: late'],
  ['a list behind words', 'key: rye]: x'],
  ['an item with nothing behind its dash', 'key:\n  - \n  - rye'],
  ['a blank line among items', 'key:\n  - rye\n  \n  - oats'],
  ['words before items', 'key:\n  rye\n  - oats'],
  ['a mapping before items', 'key:\n  name: Ann\n  - oats'],
  ['an item whose keys are in another column', 'key:\n  - name: Ann\n  age: 40'],
  ['an item whose key has words before it', 'key:\n  - name: Ann\n    the age: 40'],
  ['the key before a blank, below', 'other: 1\nkey : rye'],
  ['braces below a blank line', '\n {key: rye}'],
  ['a long number', 'key: 1234567890123456'],
  ['40 items', `key:\n${'  - rye\n'.repeat(39)}  - oats`],
  ['more items than are worth it', `key:\n${'  - rye\n'.repeat(60)}`]
]

describe('front matter on plain lines', () => {
  for (const eol of ['\n', '\r\n'] as const) {
    it.each(read)(
      `has the value and place that YAML gives ${JSON.stringify(eol)}: %s`,
      (_what, block, slice) => {
        const text = block.replaceAll('\n', eol)
        const entry = readPlain(text, 'key')
        // Quotes over lines are left to YAML there.
        if (entry === undefined && eol === '\r\n') return
        if (entry === undefined || entry === 'missing') expect.fail(`${entry}`)
        expect(plain(entry.value)).toEqual(parse(text, {schema: 'core'}).key)
        if (slice !== undefined)
          expect(text.slice(...(entry.range ?? [0, 0])).trimEnd()).toBe(slice.replaceAll('\n', eol))
      }
    )
  }

  it.each(left)('is left to YAML: %s', (_what, block) => {
    expect(readPlain(block, 'key')).toBe(undefined)
  })

  it.each(['other: 1', '', 'keys: rye', 'a:\n  key: rye', '- key', 'other: {a: 1}', 'other: key:'])(
    'has no key in %j',
    (block) => {
      expect(readPlain(block, 'key')).toBe('missing')
    }
  )
})

describe('an article needs YAML', () => {
  const matter = (block: string) => `---\n${block}\n---\n\nRye.\n`
  it.each([
    'title: |\n  Rye',
    'title: rye: bread',
    'tags:\n  - [rye]',
    'tags:',
    'tags:\nauthor: Ann',
    'tags: [rye, {a: 1}]',
    '{title: Rye}',
    '# a comment',
    ' title: Rye',
    'the title: Rye',
    '- rye',
    'tags:\n  - rye\n  oats',
    'tags:\nx - rye',
    'tags:\n  - rye\ntitle: a\n  - oats',
    'title:Rye'
  ])('for %j', (block) => {
    expect(needsYaml(matter(block))).toBe(true)
    expect(needsYaml(`\uFEFF${matter(block).replaceAll('\n', '\r\n')}`)).toBe(true)
  })

  it.each(['title: Rye', 'title: "Rye: bread"\ntags:\n  - rye\n  - 2\nauthor: Ann', 'tags: [rye, "oats"]'])(
    'not for %j',
    (block) => {
      expect(needsYaml(matter(block))).toBe(false)
      expect(needsYaml(`\uFEFF${matter(block).replaceAll('\n', '\r\n')}`)).toBe(false)
    }
  )

  it('where front matter does not end, and not where there is none', () => {
    expect(needsYaml('---\ntitle: Rye\n')).toBe(true)
    expect(needsYaml('Rye.\n\n---\n')).toBe(false)
    expect(needsYaml('Rye.\n\n---\n{a: 1}\n---\n')).toBe(false)
    expect(needsYaml('---\ntitle: Rye\n---')).toBe(false)
    expect(needsYaml('--- \t\ntitle: Rye\n---\t \nRye.')).toBe(false)
    expect(needsYaml('---\ntitle: Rye\n---x\n')).toBe(true)
    expect(needsYaml('Rye.')).toBe(false)
    expect(needsYaml('')).toBe(false)
  })
})
