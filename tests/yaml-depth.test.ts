import {describe, expect, test} from 'vitest'
import {findDeepYaml} from '../src/document/yaml-depth.ts'

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
