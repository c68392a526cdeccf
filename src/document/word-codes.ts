/**
 * Words as numbers in a string, one character each: what a rule about many articles keeps of a text instead of the
 * text. A character tells whether its word is a function word, a number or another one, and nothing else of it.
 */
import {isFunctionWord} from './rewording.ts'

const functionWords = {from: 0x0100, size: 0x0f00}
const numbers = {from: 0x1000, size: 0x1000}
// Below the surrogates: a string with one of them alone is spoiled by UTF-8.
const others = {from: 0x2000, size: 0xb800}

/** One character for each word, given as it is compared (`key`). Two words in 40,000 share one. */
export function encodeWords(keys: readonly string[]): string {
  let codes = ''
  for (const key of keys) codes += String.fromCharCode(codeOf(key))
  return codes
}

function codeOf(key: string): number {
  let hash = 0x811c9dc5
  let hasDigit = false
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at)
    if (unit >= 48 && unit <= 57) hasDigit = true
    hash = Math.imul(hash ^ unit, 0x01000193)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  hash = (hash ^ (hash >>> 13)) >>> 0
  const {from, size} = hasDigit ? numbers : isFunctionWord(key) ? functionWords : others
  return from + (hash % size)
}

export function isFunctionCode(code: number): boolean {
  return code < numbers.from
}

export function isNumberCode(code: number): boolean {
  return code >= numbers.from && code < others.from
}
