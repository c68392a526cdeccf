import {lazy} from '../../src/rule/index.ts'

export type Script = 'Latin' | 'Cyrillic' | 'Greek'

/** Letters that nobody can tell apart, pairwise. */
const cyrillic = 'АВЕЅІЈКМНОРСТХУасԁеһіјӏорԛѕԝхуӧӓёїӦӒЁЇ'
const likeCyrillic = 'ABESIJKMHOPCTXYacdehijlopqswxyöäëïÖÄËÏ'
const greek = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοόά'
const likeGreek = 'ABEZHIKMNOPTYXoóá'

const toLatin = pairs(cyrillic + greek, likeCyrillic + likeGreek)
const toCyrillic = pairs(likeCyrillic, cyrillic)

export interface MixedWord {
  /** The letters of the other script, each once. */
  readonly letters: readonly string[]
  /** The script they are of, and the script the word is of. */
  readonly from: Script
  readonly to: Script
  /** The word in letters of one script. */
  readonly whole: string
}

/**
 * A word with look-alike letters of another script. Nothing when both scripts have letters that the other one lacks
 * (`kВт`, `TGFβ`): then they were meant.
 *
 * @param around the script of the text around it, which decides where the word does not
 */
export function readWord(word: string, around: Script): MixedWord | undefined {
  const letters = [...word.normalize('NFC')]
  const latin = of(letters, 'Latin')
  const others = (['Cyrillic', 'Greek'] as const).filter((script) => of(letters, script).length > 0)
  const [other] = others
  if (letters.length < 3 || latin.length === 0 || other === undefined || others.length > 1) return undefined
  const foreign = of(letters, other)
  const canBeLatin = foreign.every((letter) => toLatin.has(letter)) && isWord(word, other, around)
  // Formulas are full of Greek letters beside Latin ones.
  const canBeOther = other === 'Cyrillic' && latin.every((letter) => toCyrillic.has(letter)) && !isEnded(word)
  if (!canBeLatin && !canBeOther) return undefined
  const isMostlyLatin = latin.length === foreign.length ? around === 'Latin' : latin.length > foreign.length
  const isLatin = canBeLatin && (isMostlyLatin || !canBeOther)
  const [from, to, wrong, table] = isLatin
    ? ([other, 'Latin', foreign, toLatin] as const)
    : (['Latin', other, latin, toCyrillic] as const)
  const whole = letters
    .map((letter) => (isOf(letter, from) ? (table.get(letter) as string) : letter))
    .join('')
  return {letters: [...new Set(wrong)], from, to, whole}
}

/** No sign such as `ΑΒ`, and no Latin name among Russian words, which takes their endings: `CRMа`. */
function isWord(word: string, other: Script, around: Script): boolean {
  return other === 'Greek' ? /^\p{L}\p{Ll}+$/u.test(word) : around === 'Latin'
}

/** An abbreviation with an ending: `PCы`. */
function isEnded(word: string): boolean {
  return /^[A-Z]{2,}[\u0430-\u044f]{1,3}$/.test(word)
}

function of(letters: readonly string[], script: Script): string[] {
  return letters.filter((letter) => isOf(letter, script))
}

const scripts = lazy(
  (): Readonly<Record<Script, RegExp>> => ({
    Latin: /\p{Script=Latin}/u,
    Cyrillic: /\p{Script=Cyrillic}/u,
    Greek: /\p{Script=Greek}/u
  })
)

function isOf(letter: string, script: Script): boolean {
  return scripts()[script].test(letter)
}

function pairs(keys: string, values: string): ReadonlyMap<string, string> {
  const to = [...values]
  return new Map([...keys].map((key, index) => [key, to[index] as string]))
}
