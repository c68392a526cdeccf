import {describe, expect, it} from 'vitest'
import {levelBelow, levelBeside} from '../src/document/headings/inserted-level.ts'
import type {Heading, Section} from '../src/document/model.ts'

type Place = Pick<Section, 'heading' | 'level' | 'parent'>
const under = (text: string, level: number, parent?: Place): Place =>
  ({level, heading: {text, level} as Heading, parent}) as Place
const title: Place = {level: 0} as Place

describe('a heading that is put in', () => {
  it.each([
    ['in an article without headings', title, 'The fire', 2],
    ['below the title', under('The oven', 1), 'The fire', 2],
    ['in a section', under('The wood', 3), 'The fire', 3],
    ['a question among questions', under('FAQ', 2), 'Who owns it?', 3],
    ['a question among the deepest', under('FAQ', 6), 'Who owns it?', 6],
    ['a question elsewhere', under('The wood', 2), 'Who owns it?', 2],
    ['behind the last answer', under('Who owns it?', 3, under('FAQ', 2)), 'The fire', 2],
    ['behind another question', under('Who owns it?', 3, under('The oven', 2)), 'The fire', 3]
  ])('stands beside those around it: %s', (_, place, text, level) => {
    expect(levelBeside(place, text)).toBe(level)
  })

  it.each([
    [title, 2],
    [under('The oven', 1), 2],
    [under('The wood', 3), 4],
    [under('The bark', 6), 6]
  ])('stands below the section that it was a bold line of', (place, level) => {
    expect(levelBelow(place)).toBe(level)
  })
})
