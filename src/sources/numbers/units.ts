import {isGlued, lowerAt, type Token} from './tokens.ts'
import {unitTables} from './unit-table.ts'

/** A unit: what is measured, and how many of the smallest unit of it one is. */
export interface Unit {
  /** `percent`, `points`, `money:usd`, `length`, `count` …; units of one dimension can be converted. */
  readonly dimension: string
  readonly factor: number
  /** For a temperature: what is added before the factor. */
  readonly offset?: number
}

export const count: Unit = {dimension: 'count', factor: 1}
export const percent: Unit = {dimension: 'percent', factor: 1}
const points: Unit = {dimension: 'points', factor: 1}
export const times: Unit = {dimension: 'times', factor: 1}

/** Symbols mean another thing in other letters: these only as they stand here. */
const exact = new Map([
  ['m', 'm'],
  ['g', 'g'],
  ['t', 't'],
  ['l', 'L'],
  ['s', 's'],
  ['h', 'h'],
  ['w', 'W'],
  ['v', 'V'],
  ['mw', 'MW'],
  ['mi', 'mi'],
  ['mp', 'MP'],
  ['ha', 'ha'],
  ['hp', 'hp'],
  ['min', 'min']
])

const units = new Map<string, Unit>()
for (const [dimension, table] of unitTables) {
  for (const [names, factor] of Object.entries(table)) {
    for (const name of names.split(' ')) {
      units.set(name, {dimension, factor})
      if (name.length > 3 && !name.endsWith('s')) units.set(`${name}s`, {dimension, factor})
    }
  }
}
for (const plural of ['days', 'tons', 'cents']) units.set(plural, units.get(plural.slice(0, -1)) as Unit)
const celsius: Unit = {dimension: 'temperature', factor: 1}
const fahrenheit: Unit = {dimension: 'temperature', factor: 5 / 9, offset: -32}
const kelvin: Unit = {dimension: 'temperature', factor: 1, offset: -273.15}
units.set('kelvin', kelvin)

/** In front of `$`, or the code of the currency itself. */
const dollars = new Map([
  ['us', 'money:usd'],
  ['usd', 'money:usd'],
  ['a', 'money:aud'],
  ['au', 'money:aud'],
  ['aud', 'money:aud'],
  ['c', 'money:cad'],
  ['ca', 'money:cad'],
  ['cad', 'money:cad'],
  ['nz', 'money:nzd'],
  ['hk', 'money:hkd'],
  ['s', 'money:sgd'],
  ['r', 'money:brl']
])
const codes = new Set('usd eur gbp jpy cny rmb inr chf aud cad nzd krw sek nok dkk zar'.split(' '))
const ofDollars = new Map([
  ['us', 'money:usd'],
  ['american', 'money:usd'],
  ['australian', 'money:aud'],
  ['canadian', 'money:cad']
])
const squared: ReadonlyMap<string, number> = new Map([
  ['km', 1e6],
  ['kilometres', 1e6],
  ['kilometers', 1e6],
  ['kilometre', 1e6],
  ['kilometer', 1e6],
  ['metre', 1],
  ['meter', 1],
  ['m', 1],
  ['metres', 1],
  ['meters', 1],
  ['feet', 0.09290304],
  ['foot', 0.09290304],
  ['ft', 0.09290304],
  ['miles', 2589988.11],
  ['mile', 2589988.11],
  ['mi', 2589988.11]
])

/** A unit and where it ends, or begins: an index of tokens. */
export interface PlacedUnit {
  readonly unit: Unit
  readonly at: number
}

/** The currency in front of a number whose first token is at `index`: `$`, `US$`, `USD`. `at` is where it begins. */
export function unitBefore(tokens: readonly Token[], index: number): PlacedUnit | undefined {
  const sign = tokens[index - 1]
  if (sign === undefined) return undefined
  if (sign.text === '$') {
    const country = isGlued(tokens, index - 1) ? dollars.get(lowerAt(tokens, index - 2)) : undefined
    const isCode = country !== undefined && tokens[index - 2]?.text === tokens[index - 2]?.text.toUpperCase()
    if (isCode) return {unit: {dimension: country, factor: 1}, at: index - 2}
    return {unit: {dimension: 'money:dollar', factor: 1}, at: index - 1}
  }
  if (/^[€£¥₹₩]$/.test(sign.text)) return {unit: units.get(sign.text) as Unit, at: index - 1}
  const isCode = codes.has(sign.lower) && sign.text === sign.text.toUpperCase()
  return isCode ? {unit: units.get(sign.lower) as Unit, at: index - 1} : undefined
}

/** The unit that begins at `index`, with or without a hyphen before it. `at` is the first token after it. */
export function unitAfter(tokens: readonly Token[], index: number): PlacedUnit | undefined {
  const isHyphen = /^[-‐‑]$/.test(lowerAt(tokens, index)) && isGlued(tokens, index)
  if (isHyphen && (tokens[index + 1]?.kind !== 'word' || !isGlued(tokens, index + 1))) return undefined
  const at = isHyphen ? index + 1 : index
  return degrees(tokens, at) ?? surface(tokens, at) ?? percents(tokens, at) ?? plain(tokens, at)
}

function degrees(tokens: readonly Token[], at: number): PlacedUnit | undefined {
  const sign = lowerAt(tokens, at)
  if (sign === '℃') return {unit: celsius, at: at + 1}
  if (sign === '℉') return {unit: fahrenheit, at: at + 1}
  const isDegree = sign === '°' || sign === 'º' || sign === 'degrees' || sign === 'degree' || sign === 'deg'
  if (!isDegree) return undefined
  const scale = lowerAt(tokens, at + 1)
  if (scale === 'c' || scale === 'celsius' || scale === 'centigrade') return {unit: celsius, at: at + 2}
  if (scale === 'f' || scale === 'fahrenheit') return {unit: fahrenheit, at: at + 2}
  return {unit: {dimension: 'degree', factor: 1}, at: at + 1}
}

function surface(tokens: readonly Token[], at: number): PlacedUnit | undefined {
  const word = lowerAt(tokens, at)
  if (word === 'square' || word === 'sq') {
    const next = lowerAt(tokens, at + 1) === '.' ? at + 2 : at + 1
    const factor = squared.get(lowerAt(tokens, next))
    return factor === undefined ? undefined : {unit: {dimension: 'area', factor}, at: next + 1}
  }
  if (word === 'cubic') {
    const isMetre = /^(?:metres|meters|m)$/.test(lowerAt(tokens, at + 1))
    return isMetre ? {unit: {dimension: 'volume', factor: 1000}, at: at + 2} : undefined
  }
  const power = lowerAt(tokens, at + 1)
  const isPower = isGlued(tokens, at + 1) && /^[²³23]$/.test(power)
  if (!isPower) return undefined
  if (/[³3]/.test(power))
    return word === 'm' ? {unit: {dimension: 'volume', factor: 1000}, at: at + 2} : undefined
  const factor = squared.get(word)
  return factor === undefined ? undefined : {unit: {dimension: 'area', factor}, at: at + 2}
}

function percents(tokens: readonly Token[], at: number): PlacedUnit | undefined {
  const word = lowerAt(tokens, at)
  const isTwo = word === 'per' && lowerAt(tokens, at + 1) === 'cent'
  const isPercent = isTwo || units.get(word)?.dimension === 'percent'
  const next = isTwo ? at + 2 : at + 1
  if (isPercent) {
    const isHyphen = lowerAt(tokens, next) === '-'
    const isPoint = /^points?$/.test(lowerAt(tokens, isHyphen ? next + 1 : next))
    return isPoint ? {unit: points, at: isHyphen ? next + 2 : next + 1} : {unit: percent, at: next}
  }
  if (word === 'percentage') {
    const to = lowerAt(tokens, at + 1) === '-' ? at + 2 : at + 1
    return /^points?$/.test(lowerAt(tokens, to)) ? {unit: points, at: to + 1} : undefined
  }
  if (/^points?$/.test(word)) return isRate(tokens, at) ? {unit: points, at: at + 1} : undefined
  if (word !== 'basis') return undefined
  return {unit: {dimension: 'basis-points', factor: 1}, at: at + 2}
}

/** “up 3.1 points”, “by 2 points”: of percentages. */
function isRate(tokens: readonly Token[], at: number): boolean {
  const isDecimal = lowerAt(tokens, at - 2) === '.' && isGlued(tokens, at - 1) && isGlued(tokens, at - 2)
  return isDecimal && tokens[at - 3]?.kind === 'digits'
}

function plain(tokens: readonly Token[], at: number): PlacedUnit | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  const country = ofDollars.get(token.lower)
  if (country !== undefined && /^dollars?$/.test(lowerAt(tokens, at + 1)))
    return {unit: {dimension: country, factor: 1}, at: at + 2}
  const speed = speedAt(tokens, at)
  if (speed !== undefined) return speed
  // "38p", but "1080p" is a picture.
  const isPence = token.text === 'p' && isGlued(tokens, at) && (tokens[at - 1]?.text.length ?? 9) < 3
  const unit = units.get(isPence ? 'pence' : token.lower)
  if (unit === undefined) return undefined
  // "ten $5 million contracts"
  if (token.kind === 'sign' && tokens[at + 1]?.kind === 'digits' && isGlued(tokens, at + 1)) return undefined
  const spelling = exact.get(token.lower)
  if (spelling !== undefined && token.text !== spelling && !(token.lower === 'l' && token.text === 'l'))
    return undefined
  if (token.lower === 'pound' || token.lower === 'pounds') {
    const isMoney = lowerAt(tokens, at + 1) === 'sterling'
    return isMoney ? {unit: units.get('gbp') as Unit, at: at + 2} : {unit, at: at + 1}
  }
  return {unit, at: at + 1}
}

/** “km/h”, “miles per hour”, “kilometres an hour”, “m/s”. */
function speedAt(tokens: readonly Token[], at: number): PlacedUnit | undefined {
  const way = /^(km|kilomet(?:re|er)s?|miles?|m|met(?:re|er)s?)$/.exec(lowerAt(tokens, at))?.[1]
  if (way === undefined) return undefined
  const isPer = /^(?:\/|per|an|a)$/.test(lowerAt(tokens, at + 1))
  const span = lowerAt(tokens, at + 2)
  const isHour = /^(?:h|hr|hour)$/.test(span)
  if (!isPer || !(isHour || /^(?:s|second)$/.test(span))) return undefined
  const length = way.startsWith('k') ? 1 : way.startsWith('mi') ? 1.609344 : 0.001
  return {unit: {dimension: 'speed', factor: isHour ? length : length * 3600}, at: at + 3}
}

/** Both are the same thing, in other units at most. A dollar is any dollar. */
export function isSameDimension(one: string, other: string): boolean {
  if (one === other) return true
  return isLoose(one, other) || isLoose(other, one)
}

function isLoose(loose: string, other: string): boolean {
  if (loose === 'money:dollar') return /^money:(?:usd|aud|cad|nzd|hkd|sgd)$/.test(other)
  if (loose === 'money:pound') return other === 'money:gbp'
  if (loose === 'money:yen') return other === 'money:jpy' || other === 'money:cny'
  if (loose === 'degree') return other === 'temperature'
  return false
}
