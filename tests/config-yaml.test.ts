import {describe, expect, it} from 'vitest'
import {type ConfigNode, Fault} from '../src/config/node.ts'
import {parseConfig, parseKey} from '../src/config/yaml.ts'

/** A node as `value@offset`, in its own shape. */
function shown({at, value}: ConfigNode): unknown {
  if (Array.isArray(value)) return [at, value.map(shown)]
  if (value instanceof Map)
    return [
      at,
      Object.fromEntries([...value].map(([key, {keyAt, node}]) => [`${key}@${keyAt}`, shown(node)]))
    ]
  return `${typeof value} ${value}@${at}`
}

/** Where a text is refused. */
function faultAt(read: () => unknown): number {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    return (error as Fault).at
  }
  return expect.fail('expected a Fault')
}

describe('a config', () => {
  it('is read with the places of its keys and values', () => {
    expect(shown(parseConfig('a: x\nb:\n  - 1\n  - true\n  -\nc: {d: "y"}\ne:\n', false))).toEqual([
      0,
      {
        'a@0': 'string x@3',
        'b@5': [10, ['number 1@12', 'boolean true@18', 'object null@26']],
        'c@27': [30, {'d@31': 'string y@34'}],
        'e@39': 'object null@41'
      }
    ])
    expect(shown(parseConfig('', false))).toBe('object null@0')
    expect(shown(parseConfig('1: a', false))).toEqual([0, {'1@0': 'string a@3'}])
    expect(shown(parseConfig('{a, "b"}', false))).toEqual([
      0,
      {'a@1': 'object null@1', 'b@4': 'object null@4'}
    ])
  })

  it.each([
    ['{"a": 1 // one\n, "b": 2}', [0, {'a@1': 'number 1@6', 'b@17': 'number 2@22'}]],
    ['// "\n{"a": 1}', [5, {'a@6': 'number 1@11'}]],
    ['{"a": 1} // end', [0, {'a@1': 'number 1@6'}]],
    ['/* {\r\n" */ {"a": 1}', [11, {'a@12': 'number 1@17'}]],
    ['{"a": /**/ 1}', [0, {'a@1': 'number 1@11'}]],
    ['{"a": 1 /*/ 2, */}', [0, {'a@1': 'number 1@6'}]],
    ['/**//**/{"a": 1}', [8, {'a@9': 'number 1@14'}]],
    ['{"a": "x // y /* z"}', [0, {'a@1': 'string x // y /* z@6'}]],
    ['{"a": "\\"// y"}', [0, {'a@1': 'string "// y@6'}]],
    ['{"a": "\\\\"} // "', [0, {'a@1': 'string \\@6'}]],
    ['{"a": "//", "b": "/*"}', [0, {'a@1': 'string //@6', 'b@12': 'string /*@17'}]],
    ['{"a": "x"/* " */, "b": 2}', [0, {'a@1': 'string x@6', 'b@18': 'number 2@23'}]],
    ['{"a": "x/y", "b": null}\n// end', [0, {'a@1': 'string x/y@6', 'b@13': 'object null@18'}]],
    ['{} /* never closed', [0, {}]]
  ])('of JSON may have comments: %j', (text, expected) => {
    expect(shown(parseConfig(text, true))).toEqual(expected)
  })

  it('of YAML has no such comments', () => {
    expect(shown(parseConfig('a: x // y', false))).toEqual([0, {'a@0': 'string x // y@3'}])
  })

  it.each([
    ['{"a": 1 /* open', true, 15],
    ['{"a": "open\n// x', true, 16],
    ['{"a": "open', true, 11],
    ['{"a": "open\n// "}', true, undefined],
    ['a: [1', false, 5],
    ['a: 1\na: 2', false, 5],
    ['a: !x 1', false, 3],
    ['a: *b', false, 3],
    ['a: &b 1\nc: *b', false, 11],
    ['? [1]\n: 2', false, 2],
    ['? {a: 1}\n: 2', false, 2],
    ['? \n: b', false, 2],
    ['~: 2', false, 0],
    ['a:\n  ~: 2', false, 5],
    ['b: 1\n__proto__: 2', false, 5],
    ['b:\n  - constructor: 2', false, 7],
    [`a: ${'['.repeat(65)}`, false, 67],
    [`{"a": /* ${'['.repeat(65)} */ ${'['.repeat(65)}`, true, 141],
    ['a: 1\n---\nb: 2', false, 5]
  ])('is refused at its place: %j', (text, isJson, at) => {
    const found = faultAt(() => parseConfig(text, isJson))
    if (at !== undefined) expect(found).toBe(at)
  })

  it('is no deeper for brackets in comments', () => {
    expect(shown(parseConfig(`{} // ${'['.repeat(65)}`, true))).toEqual([0, {}])
  })
})

describe('a key of front matter', () => {
  it.each([
    ['title: x\narticlelint:\n  rules: {a: off}', [24, {'rules@24': [31, {'a@32': 'string off@35'}]}]],
    ['articlelint:', 'object null@12'],
    ['articlelint:\ntitle: x', 'object null@12'],
    ['{articlelint, b: 1}', 'object null@1'],
    ['"articlelint": 1', 'number 1@15'],
    ['? articlelint\n', 'object null@2'],
    ['articlelint: 1\ntitle: [x', 'number 1@13'],
    ['articlelint: 1\ntitle: !x y\ntitle: z', 'number 1@13'],
    ['articlelint: 1\n---\nb: 2', 'number 1@13'],
    ['title: !x y\narticlelint: 1', 'number 1@25'],
    ['articlelint:\n  a: 1\n---\nb: 2', [15, {'a@15': 'number 1@18'}]],
    ['[1]: 2\narticlelint: 1', 'number 1@20']
  ])('is read, whatever is wrong elsewhere: %j', (block, expected) => {
    const node = parseKey(block, 'articlelint')
    expect(node && shown(node)).toEqual(expected)
  })

  it.each([
    '',
    'title: [x',
    'title: articlelint',
    '- articlelint',
    'articlelint',
    `articlelint: 1\na: ${'['.repeat(65)}`
  ])('is not there: %j', (block) => {
    expect(parseKey(block, 'articlelint')).toBeUndefined()
  })

  it.each([
    ['articlelint: 1\narticlelint: 2', 15],
    ['a: 1\narticlelint: 1\nb: 2\narticlelint: 2', 25],
    ['articlelint: !x 1', 13],
    ['articlelint: {a: 1, a: 2}', 20],
    ['articlelint: *x', 13],
    ['articlelint:\n  a: *x', 18],
    ['articlelint:\n  a: b: c', undefined],
    ['articlelint: [1', 15]
  ])('is refused at its place: %j', (block, at) => {
    const found = faultAt(() => parseKey(block, 'articlelint'))
    if (at !== undefined) expect(found).toBe(at)
  })
})
