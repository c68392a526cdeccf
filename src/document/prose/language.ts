import {lazy} from '../lazy.ts'
import type {Frontmatter} from '../model.ts'
import type {Draft} from './blocks.ts'
import {takePieces} from './pieces.ts'

/** Whether the English rules understand it. */
export function isEnglish(tag: string): boolean {
  return /^en(?:-|$)/i.test(tag)
}

/** A well-formed BCP 47 tag in its usual spelling (`en_gb` is `en-GB`); nothing for anything else. */
export function readLanguageTag(value: string): string | undefined {
  const parts = value.trim().split(/[-_]/)
  const isTag = parts.every((part, at) => (at === 0 ? /^[a-z]{2,3}$/i : /^[a-z\d]{1,8}$/i).test(part))
  if (!isTag) return undefined
  const [language = '', ...rest] = parts
  const others = rest.map((part) => {
    if (/^[a-z]{4}$/i.test(part)) return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()
    return part.length === 2 ? part.toUpperCase() : part.toLowerCase()
  })
  return [language.toLowerCase(), ...others].join('-')
}

/**
 * The language that front matter names as `lang` or `language`. What is no language is passed over: `language: go`
 * and `language: php` name the language of a program.
 */
export function declaredLanguage(frontmatter: Frontmatter | undefined): string | undefined {
  for (const key of ['lang', 'language']) {
    const value = frontmatter?.get(key)
    if (typeof value !== 'string') continue
    const [name = '', ...rest] = value.trim().split(/[-_]/)
    const code = names.get(name.toLowerCase()) ?? (codes.has(name.toLowerCase()) ? name : undefined)
    const tag = code && readLanguageTag([code, ...rest].join('-'))
    if (tag) return tag
  }
  return undefined
}

/** ISO 639-1, two letters each. */
const codes = new Set(
  `aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscachcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygagdglgngugvhahe
hihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmynanbndne
ngnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttwtyugukur
uzvevivowawoxhyiyozazhzu`.match(/[a-z]{2}/g)
)

/** Ways to write the languages of the vote that are no ISO 639-1 code. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    en: 'english eng',
    de: 'german deutsch deu ger',
    fr: 'french français fra fre',
    es: 'spanish español spa',
    it: 'italian italiano ita',
    pt: 'portuguese português por',
    nl: 'dutch nederlands nld dut',
    pl: 'polish polski pol',
    sv: 'swedish svenska swe',
    da: 'danish dansk dan',
    no: 'norwegian norsk nor',
    fi: 'finnish suomi fin',
    cs: 'czech čeština ces cze',
    tr: 'turkish türkçe tur'
  }).flatMap(([code, words]) => words.split(' ').map((word): [string, string] => [word, code]))
)

/** The most frequent function words of a language, as they stand between two characters that are no letters. */
const functionWords: Readonly<Record<string, string>> = {
  en: `the of and to a in is that for it on with as was be by are this from at or an have not but has
    were they which their his you we can will its more when if there had who what would been also how
    all your our about than into may these so such he i she do some most`,
  de: `der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
    dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
    mehr durch man sein wurde sei kann ich wir ihr wenn diese dieser unter`,
  fr: `de la le et les des en un du une que est pour qui dans à par plus pas au sur ne se ce il sont
    avec elle ou son sa aux cette mais comme nous ont ses vous être été leur tout même deux fait ces l d
    qu n c j je`,
  es: `de la que el en y a los del se las por un para con no una su al lo como más o pero sus le ha me
    si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde
    está nos`,
  it: `di e il la che in un a per è una sono del le con si da non dei i al come più della ma nel gli
    alla lo ha anche dell l o se nella delle ci questo cui all suo sua essere degli dal stato dalla tra
    ai mi`,
  pt: `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das
    tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era são`,
  nl: `de het een van en in is dat op te zijn met voor die niet aan er om ook als dan maar bij nog uit door over ze
    naar hij werd wordt heeft tot kan worden deze was dit zich wat hebben meer je of geen al ik we`,
  pl: `i w nie na z się do to że jest o jak a po co tak za od ale przez dla jego są czy być może oraz
    tym też tego który które która było już tylko przy jej ich lub ten ta te ze u była był można`,
  sv: `och i att det som en på är av för med den till inte om ett de har var jag men sig så från kan vi
    han nu där vid eller hade man ska när efter upp under också mycket bara detta mot alla`,
  da: `og i at det er en til på som af den de med for ikke der et har var men jeg sig vi han kan om så
    ved fra også efter eller blev nu hvor når bliver skal havde mere være meget op dette over ud`,
  no: `og i det er på en som til av å at for med ikke den de et har var men jeg seg om så vi han kan fra
    ved også etter eller ble nå hvor når blir skal hadde mer være mye opp dette over ut`,
  fi: `ja on ei se että oli kun hän ovat joka niin mutta kuin myös tai sen hänen jos ole vain ollut ne nyt sekä
    mitä mukaan jo vielä voi olla tämä sitä kanssa minä jossa jotka jälkeen ennen noin`,
  cs: `a se v na je že o s z do i to k ve pro za by ale si po jako jsou od jeho jsem tak které který
    která jen být bylo byl byla nebo při už až co jak aby ze než podle jejich také není u`,
  tr: `ve bir bu da için de ile çok olarak daha gibi ne kadar olan en var o sonra mi değil ama ise ki
    her ya hem iki veya diye şey göre oldu olduğu kendi onun yok yeni ilk tarafından`,
  hu: `a az és hogy nem is egy ez meg azt de csak volt ha vagy már mint el kell van még ki mert aki ezt lehet majd
    után minden csak nagyon ami nincs ezek között során szerint volna`,
  ro: `de și în la cu pe nu o un să din este că care mai ce a se pentru sau fi sunt au ale prin dar ca fost după
    lui când este iar cel această acest fără până`,
  id: `yang dan di untuk dengan ini itu dari pada adalah tidak dalam akan ke juga oleh ada atau sebagai dapat bisa
    saya kami mereka telah karena lebih seperti kita dia anda`,
  vi: `và của là các có được cho không trong một những này với khi để người đã tôi bạn trên từ cũng như nhưng
    đó nếu hoặc nhiều sẽ đến vào về phải rất`
}

const languages = Object.keys(functionWords)

/** By word the indices of the languages that use it. Most articles are plainly English, and nobody votes. */
const voters = lazy((): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>()
  for (const [index, language] of languages.entries()) {
    for (const word of new Set(functionWords[language]?.trim().split(/\s+/)))
      found.set(word, [...(found.get(word) ?? []), index])
  }
  // "a", "i" and "to" are Polish, too: what is English and something else says nothing.
  for (const [word, indices] of found) if (indices[0] === 0 && indices.length > 1) found.delete(word)
  return found
})

/** In a text of fewer words some votes may be chance: they are to be many, and none for English. */
const leastWords = 40
const short = {share: 0.2, votes: 3, foreignLetters: 0.05}
/** What these are to be of all words, and how many at least: Finnish and Turkish bend words where others add one. */
const least = {share: 0.04, votes: 5}
/** An English article may quote, name and list what is foreign: so many times its own votes. */
const clearly = 1.5
/** Text in a language that has no vote: hardly a word of English, and letters that English does not have. */
const unknown = {leastWords: 80, mostEnglish: 0.03, leastForeignLetters: 0.015}

/** So much text is looked at, in pieces from the start to the end; the first of the two is enough where it is clear. */
const samples = [
  {pieces: 6, length: 200},
  {pieces: 8, length: 400}
]
const clearEnglish = 0.12

/**
 * The language of the text by a vote of its most frequent words: a BCP 47 tag. Blocks that quote and footnotes have
 * no vote. What is too short to tell is `en`; what is none of the languages known here is `und`, with its script
 * (`und-Cyrl`) when it is not the Latin one.
 */
export function detectLanguage(drafts: readonly Draft[]): string {
  return languageOfAll(
    drafts.map((draft) =>
      draft.type !== 'other' && (draft.place === 'body' || draft.place === 'item') ? draft.prose.value : ''
    )
  )
}

/** The same, of a plain text. */
export function languageOf(text: string): string {
  return languageOfAll([text])
}

/** Of texts that stand below each other. */
function languageOfAll(texts: readonly string[]): string {
  let language = 'en'
  for (const {pieces, length} of samples) {
    const part = takePieces(texts, pieces, length)
    if (isPlainEnglish(part)) return 'en'
    const votes = count(part)
    const script = languageOfScript(part)
    if (!script && votes.english > votes.words * clearEnglish && votes.english > 3 * votes.most) return 'en'
    language = script ?? elect(votes, part)
    // It was the whole text: the next sample is the same.
    if (part.length <= pieces * length) break
  }
  return language
}

const onlyEnglish = /\b(?:the|of|and|that|with|was|were|are|this|from|which|have|his|their)\b/gi
const otherScript = /[\u0370-\u1fff\u3040-\ud7ff]/

/** Whether so much is plainly English that no vote is needed: most articles, for a tenth of its cost. */
function isPlainEnglish(text: string): boolean {
  let words = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++
  let left = words * clearEnglish
  // A third of those that are there is enough.
  for (onlyEnglish.lastIndex = 0; left >= 0 && onlyEnglish.test(text); ) left--
  return left < 0 && !otherScript.test(text)
}

interface Votes {
  readonly words: number
  readonly english: number
  /** Of the first of the others, and its name. */
  readonly most: number
  readonly first: string
}

function count(text: string): Votes {
  const counts = languages.map(() => 0)
  const words = splitWords(/[\u0300-\u036f]/.test(text) ? text.normalize('NFC') : text)
  for (const word of words) {
    const indices = voters().get(word)
    if (indices !== undefined) for (const index of indices) counts[index] = (counts[index] as number) + 1
  }
  const [english, ...others] = counts as [number, ...number[]]
  const most = Math.max(...others)
  return {words: words.length, english, most, first: languages[others.indexOf(most) + 1] as string}
}

function elect({words, english, most, first}: Votes, text: string): string {
  if (words < leastWords) {
    if (words < 2 * short.votes || 4 * english > most) return 'en'
    if (most >= Math.max(short.votes, words * short.share)) return first
    return english === 0 && countForeignLetters(text) > text.length * short.foreignLetters ? 'und' : 'en'
  }
  if (most >= Math.max(least.votes, words * least.share) && most > english * clearly) return first
  const isUnknown =
    words >= unknown.leastWords &&
    english < words * unknown.mostEnglish &&
    countForeignLetters(text) > text.length * unknown.leastForeignLetters
  return isUnknown ? 'und' : 'en'
}

/** Blanks and dashes part words here: the "com" of "example.com" is no Portuguese, the "ci" of "ci-info" no Italian. */
function splitWords(text: string): string[] {
  const words: string[] = []
  for (const token of text.split(/[\s—–]+/)) {
    // Most are nothing but small letters, and need nothing that follows.
    if (/^[a-z]+$/.test(token)) {
      words.push(token)
      continue
    }
    let start = 0
    let end = token.length
    while (start < end && !isLetter(token.charCodeAt(start))) start++
    while (end > start && !isLetter(token.charCodeAt(end - 1))) end--
    if (start === end) continue
    const second = token.charCodeAt(start + 1)
    // "MIT" is no German.
    const word = second >= 65 && second <= 90 ? token : token.slice(start, end).toLowerCase()
    const at = word.search(/['’]/)
    words.push(at < 0 ? word : word.slice(0, at))
    // "l'eau" is two words, but the "s" of "Oxford's" no Czech.
    if (at > 0 && word.length > at + 2) words.push(word.slice(at + 1))
  }
  return words
}

/** Or a digit. */
function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xc0 && (code < 0x2000 || code > 0x303f))
  )
}

function countForeignLetters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0xc0 && code < 0x2000) count++
  }
  return count
}

/** Scripts by the first and last of their UTF-16 units, with the tag of what is written in them. */
const scripts: readonly (readonly [first: number, last: number, tag: string])[] = [
  [0x370, 0x3ff, 'el'],
  [0x400, 0x52f, 'und-Cyrl'],
  [0x530, 0x58f, 'hy'],
  [0x590, 0x5ff, 'he'],
  [0x600, 0x77f, 'und-Arab'],
  [0x900, 0x97f, 'und-Deva'],
  [0x980, 0xdff, 'und'],
  [0xe00, 0xe7f, 'th'],
  [0xe80, 0x109f, 'und'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1100, 0x11ff, 'ko'],
  [0x1200, 0x1c7f, 'und'],
  [0x3040, 0x30ff, 'ja'],
  [0x3400, 0x9fff, 'zh'],
  [0xac00, 0xd7af, 'ko']
]

const anyScript = new RegExp(
  `[${scripts.map(([first, last]) => `${String.fromCharCode(first)}-${String.fromCharCode(last)}`).join('')}]`
)

const eastAsian = ['ja', 'zh', 'ko']

/** The language that a script other than the Latin one stands for, where most of the text is in it. */
function languageOfScript(text: string): string | undefined {
  if (!anyScript.test(text)) return undefined
  let latin = 0
  const counts = new Map<string, number>()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x370) {
      if (code > 0xc0 || ((code | 32) >= 97 && (code | 32) <= 122)) latin++
      continue
    }
    const tag = scripts.find(([first, last]) => code >= first && code <= last)?.[2]
    if (tag !== undefined) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  const count = (tag: string): number => counts.get(tag) ?? 0
  // A sign says as much as two letters. Japanese is written with Chinese signs, but never with these alone.
  const [ja, zh, ko] = [count('ja'), count('zh'), count('ko')]
  for (const tag of eastAsian) counts.delete(tag)
  counts.set(ko > ja + zh ? 'ko' : ja * 10 > zh ? 'ja' : 'zh', 2 * (ja + zh + ko))
  const [most = ['', 0]] = [...counts].sort((a, b) => b[1] - a[1])
  return most[1] > latin ? most[0] : undefined
}
