import {lazy} from '../lazy.ts'
import type {Block, Document, Paragraph} from '../model.ts'

/** What a program was given or gave back: “Prompt”, “Original prompt:”, “GPT-4 response”, “**User:**”. */
const turn = lazy(
  () =>
    /^(?:[\p{L}\d.-]+ )?(?:prompts?|inputs?|outputs?|completion|responses?|reasoning|system message|user|human|assistant)(?: \d{1,2})?\s?:?$/iu
)
const turnAhead = lazy(
  () => /^(?:[\p{L}\d.-]+ )?(?:prompt|input|output|completion|response|user|human|assistant): /iu
)
/** Characters of the longest label, and paragraphs that one may have below it. */
const longestTurn = 40
const mostBelow = 12

/**
 * Tells what programs were asked or said in two places of an article: the same prompt goes to each of them, and they
 * answer alike. The label of its part of the talk stands above a paragraph or opens it, in another section each time.
 */
export function createTalkCheck({
  blocks
}: Pick<Document, 'blocks'>): (here: Paragraph, there: Paragraph) => boolean {
  return (here, there) => here.section !== there.section && isTurn(here, blocks) && isTurn(there, blocks)
}

function isTurn(paragraph: Paragraph, blocks: readonly Block[]): boolean {
  const opening = paragraph.prose.value.slice(0, longestTurn)
  if (opening.includes(': ') && turnAhead().test(opening)) return true
  for (let at = paragraph.index - 1; at >= Math.max(0, paragraph.index - mostBelow); at--) {
    const block = blocks[at] as Block
    if (block.type !== 'heading' && block.type !== 'paragraph') continue
    const {value} = block.prose
    if (value.length <= longestTurn && turn().test(value.trim())) return true
    if (block.type === 'heading') return false
  }
  return false
}

/** "AL: We bake at four." */
export function speakerOf({prose}: Paragraph): string | undefined {
  if (!prose.value.includes(':')) return undefined
  return /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2}):\s/u.exec(prose.value)?.[1]
}

/** Labels that open several paragraphs, half of which speak as "I" or ask: the speakers of an interview. */
export function findSpeakers(document: Pick<Document, 'paragraphs'>): Set<string> {
  const turns = new Map<string, {count: number; first: number; second: number}>()
  for (const paragraph of document.paragraphs) {
    const speaker = speakerOf(paragraph)
    // A list of frequent questions has no speakers.
    if (speaker === undefined || /^(?:Q|A|Question|Answer|FAQ)$/.test(speaker)) continue
    const turn = turns.get(speaker) ?? {count: 0, first: 0, second: 0}
    turn.count++
    if (/\b(?:I|I['’](?:m|ve|d|ll)|my|we|our)\b/.test(paragraph.prose.value)) turn.first++
    else if (/\?|\byou\b/.test(paragraph.prose.value)) turn.second++
    turns.set(speaker, turn)
  }
  const isTurn = ({count, first, second}: {count: number; first: number; second: number}): boolean =>
    count >= 2 && (first + second) * 2 >= count
  const found = [...turns].filter(([, turn]) => isTurn(turn))
  return new Set(
    found.some(([, {count, first}]) => first * 2 >= count) ? found.map(([speaker]) => speaker) : []
  )
}

/** Fewer turns are no talk. */
const fewestTurns = 8

/** Tells what is said in two turns of a talk that was written down: who speaks says some things again. */
export function createSpeechCheck(
  document: Pick<Document, 'paragraphs'>
): (here: Paragraph, there: Paragraph) => boolean {
  let speakers: ReadonlySet<string> | undefined
  const isTurnOfTalk = (paragraph: Paragraph): boolean => {
    const speaker = speakerOf(paragraph)
    return speaker !== undefined && speakers?.has(speaker) === true
  }
  return (here, there) => {
    if (speakerOf(here) === undefined || speakerOf(there) === undefined) return false
    if (!speakers) {
      speakers = findSpeakers(document)
      const turns = document.paragraphs.filter(isTurnOfTalk)
      if (speakers.size < 2 || turns.length < fewestTurns) speakers = new Set()
    }
    return isTurnOfTalk(here) && isTurnOfTalk(there)
  }
}
