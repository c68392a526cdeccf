import type {Block, Copy} from '../model.ts'

const mostPieces = 6
/** In characters: texts are found by how they begin. */
const keyLength = 24
/** Texts that begin alike, among which a piece is looked for. */
const mostAlike = 8

/** Tells paragraphs that are nothing but paragraphs and headings which stand alone as well: nothing is lost with them. */
export function createRunTogetherCheck(blocks: readonly Block[]): (copy: Copy) => boolean {
  let texts: ReadonlyMap<string, ReadonlySet<string>> | undefined
  return ({paragraph, original}) => {
    if (original.place !== 'body' || paragraph.prose.marks.length > 0) return false
    texts ??= indexTexts(blocks)
    const whole = squeeze(paragraph.prose.value)
    let at = 0
    let pieces = 0
    while (at < whole.length) {
      const piece = findPiece(texts, whole.slice(at), whole)
      if (piece === undefined || ++pieces > mostPieces) return false
      at += piece.length + 1
    }
    return pieces > 1
  }
}

function indexTexts(blocks: readonly Block[]): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = new Map<string, Set<string>>()
  for (const block of blocks) {
    if (block.type !== 'heading' && !(block.type === 'paragraph' && block.place === 'body')) continue
    const text = squeeze(block.prose.value)
    const key = text.slice(0, keyLength)
    const alike = texts.get(key) ?? new Set()
    if (text !== '' && alike.size < mostAlike) texts.set(key, alike.add(text))
  }
  return texts
}

function findPiece(
  texts: ReadonlyMap<string, ReadonlySet<string>>,
  rest: string,
  whole: string
): string | undefined {
  for (let length = Math.min(keyLength, rest.length); length > 0; length--) {
    for (const text of texts.get(rest.slice(0, length)) ?? []) {
      const isNext = text !== whole && rest.startsWith(text)
      if (isNext && (rest.length === text.length || rest[text.length] === ' ')) return text
    }
  }
  return undefined
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
