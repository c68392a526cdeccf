import {describe, expect, it, test} from 'vitest'
import {findDeepYaml} from '../src/document/parse/yaml-depth.ts'

describe('fault 40: the depth of YAML is known before it is parsed', () => {
  const deep: [title: string, text: string][] = [
    ['brackets', '['.repeat(65)],
    ['braces', '{a: '.repeat(65)],
    ['brackets that comments seem to close', '[ #]\n'.repeat(65)],
    ['brackets that text seems to close', `["]",`.repeat(65)],
    ['brackets after many that close', `# ${']'.repeat(99)}\n${'['.repeat(65)}`],
    ['dashes', '- '.repeat(65)],
    ['question marks', '? '.repeat(65)],
    ['colons', 'a: '.repeat(130)],
    ['dashes with anchors', '- &a '.repeat(130)],
    ['columns', `${' '.repeat(128)}- a`]
  ]
  test.each(deep)('%s', (_, text) => {
    expect(findDeepYaml(text)).toBeLessThan(text.length)
  })

  it.each([
    ['['.repeat(65), 64],
    [`a: [[]]\n# x\n${'{'.repeat(65)}`, 76],
    [`["]", '}'${', ['.repeat(64)}`, 200],
    [`\n${'- '.repeat(65)}`, 129],
    [`a: 1\r\n${'- '.repeat(65)}`, 134],
    ['-\t'.repeat(65), 128],
    [`a: [b,\n${' '.repeat(129)}c]`, 7],
    [`${' '.repeat(129)}a: 1`, 0],
    [`${' '.repeat(128)}- a`, 128],
    [`${' '.repeat(128)}? a`, 128],
    [`}]${'['.repeat(65)}`, 66],
    [`${'- '.repeat(64)}-`, 128]
  ])('where it is too deep: %j', (text, at) => {
    expect(findDeepYaml(text)).toBe(at)
  })

  it.each([
    '- '.repeat(64),
    `${' '.repeat(128)}a`,
    '['.repeat(64),
    `${'[]'.repeat(200)}`,
    `a${' '.repeat(300)}`,
    `a:${' '.repeat(300)}b`,
    'a: b\n'.repeat(300),
    'a: b\r'.repeat(300),
    '- - a\r\n'.repeat(300),
    `${' '.repeat(100)}a\n`.repeat(3),
    `${' '.repeat(100)}a\r${' '.repeat(100)}a`,
    `[a: b${', c: d'.repeat(300)}]`,
    '-'.repeat(300),
    `"${'\n\n- '.repeat(200)}"`,
    `|\n${'  - x\n'.repeat(200)}`,
    `'${'['.repeat(100)}'`
  ])('not deep: %j', (text) => {
    expect(findDeepYaml(text)).toBeUndefined()
  })

  const flat: [title: string, text: string][] = [
    ['many lists', 'tags: [a, b]\n'.repeat(1000)],
    ['many mappings in a list', `list: [${'{a: [b]}, '.repeat(1000)}]`],
    ['brackets in quotes', `title: "${'['.repeat(1000)}"`],
    ['brackets in plain text', `title: a ${'['.repeat(1000)}`],
    ['brackets in a comment', `# ${'['.repeat(1000)}\ntitle: a`],
    ['a block of text with wide lines', `text: |\n  x\n  ${' '.repeat(500)}a\n  ${'- '.repeat(500)}`],
    ['a long line with dashes', `title: ${'a - b '.repeat(500)}`],
    ['64 levels', '['.repeat(64) + ']'.repeat(64)]
  ]
  test.each(flat)('not of %s', (_, text) => {
    expect(findDeepYaml(text)).toBeUndefined()
  })
})
