/**
 * Words as numbers in a string, one character each: what a rule about many articles keeps of a text instead of the
 * text. A character tells whether its word is a function word, a number or another one, and nothing else of it.
 */
import {isFunctionWord} from './rewording.ts'

const functionWords = {from: 0x0100, size: 0x0f00}
// Articles of a series differ in them: they have more codes than there are numbers in most series.
const numbers = {from: 0x1000, size: 0x3000}
// Below the surrogates: a string with one of them alone is spoiled by UTF-8.
const others = {from: 0x4000, size: 0x9800}

export interface EncodedText {
  /** One character for each word. Two words in 35,000 share one, two numbers in 12,000. */
  readonly codes: string
  /** Of all words, 8 characters (48 bits): texts with the same one are the same, word for word. */
  readonly hash: string
}

/** @param keys the words as they are compared (`key`) */
export function encodeText(keys: readonly string[]): EncodedText {
  let codes = ''
  let low = 0x2545f491
  let high = 0x27d4eb2f
  for (const key of keys) {
    let first = 0x811c9dc5
    let second = key.length
    let hasDigit = false
    for (let at = 0; at < key.length; at++) {
      const unit = key.charCodeAt(at)
      if (unit >= 48 && unit <= 57) hasDigit = true
      first = Math.imul(first ^ unit, 0x01000193)
      second = Math.imul(second, 0x1f) + unit
    }
    first = mix(first)
    const {from, size} = hasDigit ? numbers : isFunctionWord(key) ? functionWords : others
    codes += String.fromCharCode(from + (first % size))
    low = mix(low ^ first)
    // The lanes are of different functions of the word: two words that agree in one differ in the other.
    high = mix(high ^ Math.imul(second, 0x9e3779b1))
  }
  return {codes, hash: spell(low) + spell(high)}
}

/** One character for each word, given as it is compared. */
export function encodeWords(keys: readonly string[]): string {
  return encodeText(keys).codes
}

/** The hash of codes: 8 characters (48 bits). */
export function hashCodes(codes: string): string {
  let low = 0x2545f491
  let high = 0x27d4eb2f
  for (let at = 0; at < codes.length; at++) {
    const code = codes.charCodeAt(at)
    low = mix(low ^ code)
    high = mix(high ^ Math.imul(code, 0x9e3779b1))
  }
  return spell(low) + spell(high)
}

function mix(value: number): number {
  let hash = value ^ (value >>> 15)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** 24 bits in 4 characters. */
function spell(hash: number): string {
  let text = ''
  for (let shift = 0; shift < 24; shift += 6) text += digits.charAt((hash >>> shift) & 63)
  return text
}

export function isFunctionCode(code: number): boolean {
  return code < numbers.from
}

export function isNumberCode(code: number): boolean {
  return code >= numbers.from && code < others.from
}
