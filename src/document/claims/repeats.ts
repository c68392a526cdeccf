import type {Document, Paragraph, Sentence} from '../model.ts'

/** Two sentences with at least this share of the shorter one's words say the same, in a paragraph that is a copy. */
const leastShared = 0.8

/** Reads which sentences of copied paragraphs say a sentence again. */
export function createRepeats({copies}: Document): (sentence: Sentence) => readonly Sentence[] | undefined {
  const copied = new Map<Paragraph, Sentence[]>()
  for (const {paragraph, original} of copies) {
    const known = copied.get(original)
    if (known) known.push(...paragraph.sentences)
    else copied.set(original, [...paragraph.sentences])
  }
  return (sentence) => {
    const repeats = copied.get(sentence.paragraph)?.filter((other) => isRepeated(sentence, other))
    return repeats && repeats.length > 0 ? repeats : undefined
  }
}

function isRepeated(a: Sentence, b: Sentence): boolean {
  const [shorter, longer] = a.words.length < b.words.length ? [a, b] : [b, a]
  const keys = new Set(longer.words.map(({key}) => key))
  const shared = shorter.words.filter(({key}) => keys.has(key)).length
  return shared >= shorter.words.length * leastShared
}
