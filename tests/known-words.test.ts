import fc from 'fast-check'
import {expect, test} from 'vitest'
import {splitWords} from '../src/document/prose/words.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** The word of letters that a number stands for: 2 million of them have five letters or fewer. */
function spell(number: number): string {
  let word = ''
  for (let left = number; left > 0; left = Math.floor(left / 26)) word += letters[left % 26]
  return word || 'a'
}

test('more words than the table keeps are each themselves, the second time too', () => {
  const words = Array.from({length: 150_000}, (_, index) => spell(index * 13 + 1))
  const text = words.join(' ')
  for (const found of [splitWords(text), splitWords(text)]) {
    expect(found.map((word) => word.text)).toEqual(words)
    expect(found.every(({text: written, key}) => written === key)).toBe(true)
  }
})

test('a word is known by all its letters and its first capital', () => {
  const word = fc.stringMatching(/^[A-Z]?[a-z]{1,14}$/)
  fc.assert(
    fc.property(fc.array(word, {minLength: 1, maxLength: 30}), (words) => {
      const found = splitWords(words.join(' '))
      expect(found.map(({text}) => text)).toEqual(words)
      expect(found.map(({key}) => key)).toEqual(words.map((each) => each.toLowerCase()))
    })
  )
})

test('words that differ in anything but letters are not taken for each other', () => {
  const words = ['oven', 'Oven', 'OVEN', 'oVen', 'oven1', "oven's", 'oven-door', 'ovén', 'ovenful', 'ovens']
  expect(splitWords(words.join(' ')).map(({text}) => text)).toEqual(words)
})
