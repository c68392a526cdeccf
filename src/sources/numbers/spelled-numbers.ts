/** Words of a text, with their places in it. */
interface Words {
  readonly text: string
  readonly words: readonly string[]
  readonly from: readonly number[]
  readonly to: readonly number[]
}

const list = (text: string): string[] => text.split(/\s+/)
const units = list(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`
)
const tens = list('twenty thirty forty fifty sixty seventy eighty ninety')
const ordinals = list(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
  seventeenth eighteenth nineteenth`
)
const endings = ['th', 'st', 'nd', 'rd']

const numbers = new Map<string, number>([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, 20 + 10 * index] as const)
])
const ordinalOf = new Map<string, number>([
  ...ordinals.map((word, index) => [word, index + 1] as const),
  ...tens.map((word, index) => [`${word.slice(0, -1)}ieth`, 20 + 10 * index] as const)
])
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12]
])
const shortScales = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['tn', 1e12]
])

const digits = /^\d{1,15}(?:\.\d{1,6})?$/
const short = /^(\d{1,9}(?:\.\d{1,6})?)(k|mn?|bn?|tn)$/

/** The same words with each number in digits: “thirty-one”, “31”; “a hundred and five”, “105”; “$1.2m”, “1.2 million”. */
export function spellNumbers({text, words, from, to}: Words): Omit<Words, 'text'> {
  const spelled: {words: string[]; from: number[]; to: number[]} = {words: [], from: [], to: []}
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string
    const read = mayBegin(word) ? readNumber(at) : undefined
    const end = Math.max(at + 1, read?.end ?? 0)
    spelled.words.push(read?.word ?? word)
    spelled.from.push(from[at] as number)
    spelled.to.push(to[end - 1] as number)
    at = end
  }
  return spelled

  /** A word beside the one before it: with a blank or a hyphen between them. */
  function beside(at: number): string {
    if (at >= words.length || (from[at] as number) - (to[at - 1] as number) !== 1) return ''
    return /[\s\-‐‑]/.test(text.charAt(to[at - 1] as number)) ? (words[at] as string) : ''
  }

  function readNumber(at: number): {word: string; end: number} | undefined {
    const word = words[at] as string
    const brief = short.exec(word)
    if (brief) {
      const scale =
        /[$€£¥₹]/.test(text.charAt((from[at] as number) - 1)) && shortScales.get(brief[2] as string)
      return scale ? {word: times(Number(brief[1]), scale), end: at + 1} : undefined
    }
    if (digits.test(word)) {
      const scale = scales.get(beside(at + 1))
      return scale === undefined ? undefined : {word: times(Number(word), scale), end: at + 2}
    }
    const alone = ordinalOf.get(word)
    if (alone !== undefined) return {word: ordinal(alone), end: at + 1}
    const isHundred = (word === 'a' || word === 'an') && scales.has(beside(at + 1))
    return isHundred || numbers.has(word) ? readSum(at) : undefined
  }

  /** “thirty-one”, “two hundred and five”, “a thousand two hundred”, “twenty-first”. */
  function readSum(at: number): {word: string; end: number} {
    let {value: group, end} = readSmall(at) ?? {value: 1, end: at + 1}
    const last = ordinalOf.get(beside(end))
    if (group >= 20 && group % 10 === 0 && last !== undefined && last < 10)
      return {word: ordinal(group + last), end: end + 1}
    let total = 0
    for (let left = 8; left > 0; left--) {
      const scale = scales.get(beside(end))
      if (scale === undefined) break
      end++
      group *= scale
      if (scale > 100) {
        total += group
        group = 0
      }
      const more = readSmall(beside(end) === 'and' ? end + 1 : end, beside)
      // “six hundred thousand”
      if (!more) continue
      group += more.value
      end = more.end
    }
    return {word: String(total + group), end}
  }

  function readSmall(at: number, wordAt = (index: number) => words[index] ?? '') {
    const value = numbers.get(wordAt(at))
    if (value === undefined) return undefined
    const unit = numbers.get(beside(at + 1))
    if (value >= 20 && unit !== undefined && unit > 0 && unit < 10) return {value: value + unit, end: at + 2}
    return {value, end: at + 1}
  }
}

function mayBegin(word: string): boolean {
  const code = word.charCodeAt(0)
  return (
    (code >= 48 && code <= 57) || word === 'a' || word === 'an' || numbers.has(word) || ordinalOf.has(word)
  )
}

function times(value: number, scale: number): string {
  const product = value * scale
  return String(Math.abs(product - Math.round(product)) < 1e-3 ? Math.round(product) : product)
}

function ordinal(value: number): string {
  const isTeen = value >= 11 && value <= 13
  return `${value}${(isTeen ? undefined : endings[value % 10]) ?? 'th'}`
}
