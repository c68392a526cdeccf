import {type Document, defineRule, type Edit, type Prose, type Range} from '../../src/rule/index.ts'
import {type MixedWord, readWord, type Script} from './look-alikes.ts'

interface Found extends MixedWord {
  readonly word: string
  readonly places: Range[]
}

export default defineRule({
  id: 'mixed-script-word',
  summary: 'Flag a word with look-alike letters of another script: a Cyrillic `о` in a Latin word.',
  category: 'debris',
  recommended: false,
  anyLanguage: true,
  options: {},
  messages: {
    mixed: (data: {
      word: string
      whole: string
      letters: readonly string[]
      from: Script
      to: Script
      count: number
    }) => ({
      reason:
        `Unexpected ${data.from} ${data.letters.map((letter) => `\`${letter}\``).join(', ')} in \`${data.word}\`` +
        `${data.count > 1 ? ` (${data.count} times)` : ''}, expected ${data.to} letters only`,
      note: 'Readers see no difference, but search, spell checkers and screen readers take it for another word',
      expected: [data.whole]
    })
  },
  check(document, _options, report) {
    if (!/[\u0370-\u03FF\u0400-\u052F]/.test(document.text)) return
    // Who writes about such letters means them.
    if (/homogl|homograph|look-?alike|cyrillic|punycode/i.test(document.text)) return
    for (const {word, places, whole, letters, from, to} of findWords(document)) {
      const range = places[0] as Range
      const edits: Edit[] = places.map((place) => ({range: place, text: whole}))
      report('mixed', {
        range,
        data: {word, whole, letters, from, to, count: places.length},
        suggest: [{title: `Write it in ${to} letters`, edits}]
      })
    }
  }
})

/** Each mixed word once, with all its places. */
function findWords({blocks, title}: Document): Iterable<Found> {
  const found = new Map<string, Found>()
  const proses = blocks.flatMap((block) => ('prose' in block ? [block.prose] : []))
  for (const prose of title?.prose && title.from === 'line' ? [title.prose, ...proses] : proses) {
    if (!/[\u0370-\u03FF\u0400-\u052F]/.test(prose.value)) continue
    const around = scriptAround(prose.value)
    for (const match of prose.value.matchAll(/[\p{L}\p{M}]+/gu)) {
      const [word] = match
      const mixed = readWord(word, around)
      if (!mixed || isCode(prose, match.index)) continue
      const known = found.get(word) ?? {...mixed, word, places: []}
      known.places.push(prose.at(match.index, word.length))
      found.set(word, known)
    }
  }
  return found.values()
}

function scriptAround(text: string): Script {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu) ? 'Cyrillic' : 'Latin'
}

function isCode({marks}: Prose, at: number): boolean {
  return marks.some(({node, start, end}) => node.type === 'inlineCode' && start <= at && at < end)
}
