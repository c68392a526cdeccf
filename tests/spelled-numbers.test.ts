import {describe, expect, it} from 'vitest'
import {foldText} from '../src/sources/statements/folded.ts'

describe('numbers are folded to digits', () => {
  it.each([
    ['thirty years', '30 years'],
    ['thirty-one, twenty one', '31 21'],
    ['two hundred and five loaves', '205 loaves'],
    ['six hundred thousand', '600000'],
    ['two hundred and fifty thousand', '250000'],
    ['a hundred and an apple', '100 and an apple'],
    ['a thousand two hundred', '1200'],
    ['three million two hundred thousand', '3200000'],
    ['1.2 million and 1,200,000', '1200000 and 1200000'],
    ['$1.2m, £3bn', '1200000 3000000000'],
    ['1.2m of rope', '1.2m of rope'],
    ['the twenty-first and the 21st', 'the 21st and the 21st'],
    ['first second third eleventh twelfth thirtieth', '1st 2nd 3rd 11th 12th 30th'],
    ['nineteen eighty-four', '19 84'],
    ['two and three', '2 and 3'],
    ['two, three', '2 3'],
    ['Twenty. Five people', '20 5 people'],
    ['a hundredweight, 4x4, 2nd, 100th', 'a hundredweight 4x4 2nd 100th'],
    ['hundreds of millions', 'hundreds of millions']
  ])('%s', (text, words) => {
    const folded = foldText(text)
    expect(folded.words.join(' ')).toBe(words)
    expect(folded.letters).toBe(folded.words.join(''))
  })

  it('with the places of the words they were', () => {
    const text = 'It took two hundred and five years.'
    const {words, from, to} = foldText(text)
    const at = words.indexOf('205')
    expect(text.slice(from[at], to[at])).toBe('two hundred and five')
    expect(text.slice(from[at + 1], to[at + 1])).toBe('years')
  })
})
