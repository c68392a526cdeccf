import {describe, expect, it} from 'vitest'
import {createDocument as createPlain} from '../src/document/create.ts'
import {createDocument} from '../src/document/index.ts'
import {markdown} from '../src/document/parse/parse.ts'
import {needsYaml, readPlain} from '../src/document/parse/plain-yaml.ts'
import {readYaml} from '../src/document/parse/yaml.ts'

/** A value with the source at its place. */
function read(block: string, key: string): [unknown, string | undefined] {
  const text = `---\n${block}\n---\n\nThe oven is cold.\n`
  const {frontmatter} = createDocument(text)
  const range = frontmatter?.rangeOf(key)
  return [frontmatter?.get(key), range && text.slice(...range)]
}

describe('front matter', () => {
  it.each([
    ['title: The old oven', 'title', 'The old oven', 'The old oven'],
    ['date: 2025-05-03\ntitle: The old oven\ntags: [a, b]', 'title', 'The old oven', 'The old oven'],
    ['title: "Bread: a story"', 'title', 'Bread: a story', '"Bread: a story"'],
    ["title: 'It’s late'", 'title', 'It’s late', "'It’s late'"],
    ['title: "A \\"good\\" loaf"', 'title', 'A "good" loaf', '"A \\"good\\" loaf"'],
    ['title: >\n  Two\n  lines', 'title', 'Two lines\n', undefined],
    ['title: Two\n  lines', 'title', 'Two lines', undefined],
    ['title: 42', 'title', 42, '42'],
    ['title: Bread # not this', 'title', 'Bread', 'Bread'],
    ['subtitle: no\ntitle: yes it is', 'title', 'yes it is', 'yes it is'],
    ['my-title: other', 'title', undefined, undefined],
    ['name: x', 'title', undefined, undefined],
    ['"title": Bread', 'title', 'Bread', 'Bread'],
    ['title : Bread', 'title', 'Bread', 'Bread'],
    ['excerpt: "wrapped\nwithout indent"\ntitle: Still here', 'title', 'Still here', 'Still here'],
    ['{title: Flow}', 'title', 'Flow', 'Flow']
  ])('%j: %s', (block, key, value, source) => {
    const [found, at] = read(block, key)
    expect(found).toEqual(value)
    if (source !== undefined) expect(at).toBe(source)
  })

  it('reads lists and mappings', () => {
    expect(read('authors:\n- ann\n- Ben Lee\ntitle: x', 'authors')[0]).toEqual(['ann', 'Ben Lee'])
    expect(read('authors:\n  - "Ann Lee"\n', 'authors')[0]).toEqual(['Ann Lee'])
    expect(read('authors: [ann, ben]', 'authors')[0]).toEqual(['ann', 'ben'])
    expect(read('author:\n  name: Ann Lee', 'author')[0]).toEqual(new Map([['name', 'Ann Lee']]))
    expect(createDocument('---\nauthor:\n  name: Ann Lee\n---\n\nText.\n').author).toBe('Ann Lee')
  })

  it.each([
    ['authors:\n- ann\n- ben', ['ann', 'ben'], '- ann\n- ben'],
    ['authors: [ann, "Ben Lee"]', ['ann', 'Ben Lee'], '[ann, "Ben Lee"]'],
    ['authors: []', [], '[]'],
    ['authors: 2025-05-03 16:00:00 +0200', '2025-05-03 16:00:00 +0200', '2025-05-03 16:00:00 +0200'],
    ['authors: 2025-05-03T16:00:00.500Z', '2025-05-03T16:00:00.500Z', '2025-05-03T16:00:00.500Z'],
    ['authors:\n- 18F\n- 3 bakers', ['18F', '3 bakers'], '- 18F\n- 3 bakers'],
    ['authors: https://mill.org/ann', 'https://mill.org/ann', 'https://mill.org/ann']
  ])('reads %j without YAML as with it', (block, value, source) => {
    const text = `---\n${block}\n---\n\nThe oven is cold.\n`
    expect(needsYaml(text)).toBe(false)
    const {frontmatter} = createPlain(text, undefined, {parser: markdown})
    expect(frontmatter?.get('authors')).toEqual(value)
    expect(text.slice(...(frontmatter?.rangeOf('authors') ?? []))).toBe(source)
    expect(read(block, 'authors')).toEqual([value, source])
  })

  it.each([
    [
      'authors:\n  - name: Ann Lee\n    url: https://mill.org\n  - name: "Ben"',
      [
        new Map([
          ['name', 'Ann Lee'],
          ['url', 'https://mill.org']
        ]),
        new Map([['name', 'Ben']])
      ]
    ],
    [
      'authors:\n  name: Ann Lee\n  age: 41',
      new Map<string, unknown>([
        ['name', 'Ann Lee'],
        ['age', 41]
      ])
    ],
    ['authors: "Ann Lee and\n  all the\n  others"\ntitle: x', 'Ann Lee and all the others']
  ])('reads %j on its own as YAML does', (block, value) => {
    const entry = readYaml(block).get('authors')
    expect(entry?.value).toEqual(value)
    expect(readPlain(block, 'authors')).toEqual(entry)
  })

  it.each([
    '1e3',
    '0x1F',
    '1.50',
    '"Ann\nwithout indent"',
    '"Ann\n\n  Lee"',
    '"Ann \\\n  Lee"',
    '\n  - name: Ann\n   age: 4',
    '\n  - name: Ann\n    name: Ben',
    '\n  name: Ann\n    age: 4',
    '\n  name:\n    first: Ann'
  ])('does not read %j', (value) => {
    expect(readPlain(`authors: ${value}`.replace(': \n', ':\n'), 'authors')).toBeUndefined()
  })

  it.each(['[a, [b]]', '["a, b"]', '[a: b]', '[1.0]', '[a,]', '2025-05-03 16:00: late'])(
    'leaves %s to YAML',
    (value) => {
      expect(needsYaml(`---\nk: ${value}\n---\n\nText.\n`)).toBe(true)
    }
  )

  it('places values in a block with CRLF', () => {
    const text = '---\r\nlayout: post\r\ntitle: The old oven\r\n---\r\n\r\nText.\r\n'
    const {frontmatter, title} = createDocument(text)
    expect(text.slice(...(frontmatter?.rangeOf('title') ?? [0, 0]))).toBe('The old oven')
    expect(title?.text).toBe('The old oven')
  })

  it('leaves alone what it should not read', () => {
    expect(read(`a: ${'['.repeat(200)}\ntitle: |\n  x`, 'title')[0]).toBeUndefined()
    expect(read('a: &a [1]\nb: [*a, *a]\n__proto__: {x: 1}\ntitle: fine', '__proto__')[0]).toEqual(
      new Map([['x', 1]])
    )
  })
})
