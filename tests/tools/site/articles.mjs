/** Articles of a made-up site: words by Zipf's law, and shares of what sites copy. The same seed gives the same site. */
import {pick, seeded} from '../plant/words.mjs'

/**
 * @typedef {import('../plant/words.mjs').Random} Random
 * @typedef {{path: string, text: string}} Article
 */

const functionWords =
  'the of and to in a is that for it as was with on by at from this are be or an which but not were has had their'.split(
    ' '
  )
const syllables =
  'ba ben cor da del dun el fa fen gar ha hol in jo ka kel lan lo mar mo na nor ol pa pen qui ra ros sa sel tan tor ul va ven wes yar zo'.split(
    ' '
  )
const vocabularySize = 20_000
const names = 400
/** Copies are made of one of so many paragraphs before: the density of copies is the same in a large site. */
const recent = 2000

/** @param {Random} random */
export function createProse(random) {
  const words = Array.from({length: vocabularySize}, (_, index) => spell(index))
  // The word of rank r stands 1 / r as often as the first.
  const content = () => words[Math.floor(vocabularySize ** random()) - 1] ?? ''
  const word = () => (random() < 0.42 ? pick(functionWords, random) : content())
  const name = () => capital(words[vocabularySize - 1 - Math.floor(random() * names)] ?? '')
  const sentence = () => {
    const list = Array.from({length: 7 + Math.floor(random() * 18)}, () =>
      random() < 0.03 ? name() : word()
    )
    return `${capital(list.join(' '))}.`
  }
  return {
    word: content,
    name,
    sentence,
    /** Of a few sentences; `least` is their number at least. */
    paragraph: (least = 1) => Array.from({length: least + Math.floor(random() * 5)}, sentence).join(' '),
    title: () => capital(Array.from({length: 3 + Math.floor(random() * 4)}, content).join(' '))
  }
}

/** @param {number} index */
function spell(index) {
  let word = ''
  for (let rest = index + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length]
  return word
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * Swaps, drops and adds words of a paragraph.
 * @param {string} text
 * @param {number} rate share of the words that change
 * @param {() => string} word
 * @param {Random} random
 * @param {boolean} [swapOnly]
 */
export function reword(text, rate, word, random, swapOnly = false) {
  const words = text.split(' ')
  const at = words.map((_, index) => index)
  for (let left = Math.floor(words.length * rate); left > 0; left--) {
    const [index = 0] = at.splice(Math.floor(random() * at.length), 1)
    const kind = swapOnly ? 0 : random()
    words[index] = kind < 0.5 ? word() : kind < 0.75 ? '' : `${words[index]} ${word()}`
  }
  return words.filter((one) => one !== '').join(' ')
}

/** What a site may be made of. */
export const kinds = ['mixed', 'unique', 'boilerplate', 'template', 'common', 'same']

/**
 * @param {string} kind `mixed`: one paragraph in 50 reworded and one in 100 copied, a sign-off in one article of five,
 * one article of ten filled into a template of its series. `unique`: nothing is shared. `boilerplate`: all articles have
 * one paragraph in common. `template`: all are one template with other names. `common`: each twentieth has one long
 * paragraph in common. `same`: all paragraphs are the same.
 * @param {number} count the first articles of a site do not depend on it
 * @param {string} seed
 * @param {number} [paragraphs] of each article
 * @returns {Generator<Article>}
 */
export function* makeArticles(kind, count, seed, paragraphs = 18) {
  const random = seeded(`${seed}:${kind}`)
  const prose = createProse(random)
  const [only, long, signOff] = [prose.paragraph(2), prose.paragraph(30), prose.paragraph(2)]
  /** @type {string[]} */
  const pool = []
  const frames = Array.from({length: paragraphs}, () => prose.paragraph(3))
  let series = frames
  for (let number = 0; number < count; number++) {
    if (number % 200 === 0 && kind === 'mixed') series = frames.map(() => prose.paragraph(3))
    const isFilled = kind === 'template' || (kind === 'mixed' && number % 10 === 0)
    const subject = `${prose.name()}${number}`
    const parts = Array.from({length: paragraphs}, (_, index) => {
      if (kind === 'same') return only
      if (isFilled) return fill(series[index] ?? '', subject)
      const draw = kind === 'mixed' ? random() : 1
      if (draw < 0.03 && pool.length > 0) {
        const source = pick(pool, random)
        return draw < 0.01 ? source : reword(source, 0.08, prose.word, random)
      }
      const own = prose.paragraph()
      pool[pool.length < recent ? pool.length : Math.floor(random() * recent)] = own
      return own
    })
    if (kind === 'boilerplate') parts.push(only)
    if (kind === 'common' && number % 20 === 0) parts.push(long)
    if (kind === 'mixed' && number % 5 === 0) parts.push(signOff)
    const title = isFilled ? `The complete guide to ${subject}` : prose.title()
    const body = parts.map((text, index) => (index % 5 === 4 ? `## ${prose.title()}\n\n${text}` : text))
    yield {path: `a${String(number).padStart(7, '0')}.md`, text: `# ${title}\n\n${body.join('\n\n')}\n`}
  }
}

/**
 * @param {string} frame
 * @param {string} subject
 */
function fill(frame, subject) {
  return frame.replace(/ \w+ (\w+)\./g, ` ${subject} $1.`)
}
