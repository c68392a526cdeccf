import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {needsYaml, readPlain} from '../src/document/plain-yaml.ts'

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
  ['a mapping before another key', 'key:\n  name: Ann\nother: 1']
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

  it.each(['other: 1', '', 'keys: rye', 'a:\n  key: rye', '- key'])('has no key in %j', (block) => {
    expect(readPlain(block, 'key')).toBe('missing')
  })
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
    '# a comment'
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
  })
})
