import {type Document, type Range, type Sentence, splitWords, type Word} from '../../src/rule/index.ts'

/** Words `[from, to)` of the title, where they stand in the text or in a heading. */
export interface Run {
  readonly from: number
  readonly to: number
  /** The source range of words of the title. */
  at(from: number, to: number): Range
  /** As they stand there. */
  readonly words: readonly Word[]
}

/** Where at least `least` words of the title stand in a row, in the text and in headings; not in quotes, nor in the title's copies. */
export function findRuns(document: Document, title: readonly Word[], least: number): Run[] {
  const places = new Map<string, number[]>()
  title.forEach((word, index) => {
    const key = formOf(word)
    places.set(key, [...(places.get(key) ?? []), index])
  })
  const runs: Run[] = []
  const search = (words: readonly Word[], rangeOf: (start: number, length: number) => Range): void => {
    for (let index = 0; index + least <= words.length; ) {
      // Each run that begins at one of the next `least` words holds the last of them: few others are looked up.
      if (!places.has(formOf(words[index + least - 1] as Word))) {
        index += least
        continue
      }
      const run = longestRun(title, places.get(formOf(words[index] as Word)) ?? [], words, index)
      if (run.length < least) {
        index++
        continue
      }
      const own = words.slice(index, index + run.length)
      const {from} = run
      runs.push({
        from,
        to: from + run.length,
        words: own,
        at(first, last) {
          const {start} = own[first - from] as Word
          return rangeOf(start, (own[last - from - 1] as Word).end - start)
        }
      })
      index += run.length
    }
  }
  for (const sentence of document.sentences) {
    const {place, section} = sentence.paragraph
    if (place !== 'quote' && !section.isReferences && !isEntry(sentence, title))
      search(sentence.words, (at, length) => sentence.at(at, length))
  }
  const titleKeys = ` ${keysOf(title).join(' ')} `
  for (const {prose, level} of document.headings) {
    const words = splitWords(prose.value)
    const keys = ` ${keysOf(words).join(' ')} `
    // `# What do you bake?` below the title “We asked forty bakers: What do you bake?” is the title again.
    if (level === 1 ? !titleKeys.includes(keys) : titleKeys !== keys)
      search(words, (at, length) => prose.at(at, length))
  }
  return runs
}

/** "2. Bread vans of the north, part 2": an entry in a list of parts, which have their title in common. */
function isEntry({paragraph, words}: Sentence, title: readonly Word[]): boolean {
  if (paragraph.place !== 'item' || paragraph.sentences.length > 1 || words.length > title.length + 3)
    return false
  return words[0]?.key === title[0]?.key && words[1]?.key === title[1]?.key
}

function longestRun(
  title: readonly Word[],
  starts: readonly number[],
  words: readonly Word[],
  index: number
): {from: number; length: number} {
  let best = {from: 0, length: 0}
  for (const from of starts) {
    let length = 0
    for (; from + length < title.length && index + length < words.length; length++)
      if (formOf(title[from + length] as Word) !== formOf(words[index + length] as Word)) break
    if (length > best.length) best = {from, length}
  }
  return best
}

/** One form for both numbers: who writes for a search says “best kettle” below the title “The best kettles”. */
function formOf({key}: Word): string {
  return key.length > 4 && key.endsWith('s') && !key.endsWith('ss') ? key.slice(0, -1) : key
}

/** The words as they are compared. */
export function keysOf(words: readonly Word[]): string[] {
  return words.map(({key}) => key)
}
