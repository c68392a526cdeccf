import {describe, expect, it} from 'vitest'
import {isLesson} from '../src/document/claims/lesson.ts'
import {createDocument} from '../src/document/index.ts'

const text = 'Tart cherries contain anthocyanins, which protect the cells of the brain.'
const isOne = (...blocks: readonly string[]): boolean =>
  isLesson(createDocument(['# Tart Cherries', ...blocks, text].join('\n\n')))

describe('a lesson', () => {
  it.each([
    ['says what was learned', 'By the end of this section, you will be able to:\n\n- name a cherry'],
    ['says it in HTML', '<div>\nAfter studying this chapter, you should be able to name one.\n</div>'],
    ['has objectives', '## Learning Objectives\n\n- Name a cherry'],
    ['has parts to practise it', '## Exercises\n\nName a cherry.\n\n## Key Terms\n\nCherry']
  ])('%s', (_, block) => {
    expect(isOne(block)).toBe(true)
  })

  it.each([
    [
      'a page that promises what one will know',
      'By the end of this guide, you will be able to choose a juice.'
    ],
    ['a page with one such part', '## Key Terms\n\nCherry'],
    ['the same part twice', '## Exercises\n\nName one.\n\n## Exercises\n\nName two.'],
    ['what somebody else was able to do', 'In this chapter of his life he would be able to rest.']
  ])('is not %s', (_, block) => {
    expect(isOne(block)).toBe(false)
  })
})
