import type {Range} from '../../document/model.ts'
import {titleCaseShare} from '../../document/prose/names.ts'
import {findQuotations} from '../../document/prose/quoted.ts'
import {splitWords} from '../../document/prose/words.ts'

/** Shorter ones are scare quotes, terms and titles. */
const fewestWords = 5
const fewestCharacters = 30
const fewestOfLong = 4
/** Where nobody is said to say it. */
const fewestUnsaid = 8
/** In characters: so near to the marks somebody says it. */
const near = 80
const fewestBlanks = 2
const titleShare = 0.75

/** Somebody speaks or writes beside the marks. */
const speech =
  /\b(?:said|says|say|saying|told|tells|wrote|writes|written|stated?|states|stating|replied|recalled|recalls|add(?:ed|s)?|explain(?:ed|s)?|describ(?:ed|es|ing)|argu(?:ed|es|ing)|warn(?:ed|s|ing)|noted|notes|noting|remark(?:ed|s)|declar(?:ed|es)|put it|according to|quoted?|quotes|reads?|defin(?:ed|es|ing)|insist(?:ed|s)|conclud(?:ed|es)|claim(?:ed|s)|announced|tweeted|posted|testified|admitted|observed|asked)\b/i

/** A work by that name rather than words of a page. */
const work =
  /\b(?:titled|entitled|called|named|book|album|song|film|movie|novel|essay|article|post|paper|report|study|talk|episode|podcast|chapter|series|video|speech|poem|guide|course|webinar|session|workshop|headline)\s?,?\s?$/i

/**
 * The words between quotation marks that a page could have, `[start, end)` in the text without the marks: quotations of some
 * length, no titles, no terms.
 */
export function findSaid(text: string): Range[] {
  const quotations = findQuotations(text)
  return quotations.flatMap(([from, to]): Range[] => {
    const inner = text.slice(from + 1, to)
    const end = to - (/["“”«»‘’']$/.test(inner) ? 1 : 0)
    const start = from + 1 + (/^\s*/.exec(inner)?.[0].length ?? 0)
    // “… than it was last year,” she said.
    const words = text.slice(start, end).replace(/[\s,;:]{1,4}$/, '')
    const count = splitWords(words).length
    if (count < fewestWords && (count < fewestOfLong || words.length < fewestCharacters)) return []
    // An address or a path has words, too.
    if ((words.match(/\S\s+\S/g) ?? []).length < fewestBlanks || /\{\{|\{%/.test(words)) return []
    if (titleCaseShare(words) > titleShare || isTerm(text, to)) return []
    const isSaid = isSpeech(text.slice(Math.max(0, from - near), from)) || isSpeech(text.slice(to, to + near))
    if (!isSaid && (count < fewestUnsaid || work.test(text.slice(Math.max(0, from - near), from)))) return []
    return [[start, start + words.length]]
  })
}

/** “free and open source software” (FOSS) */
function isTerm(text: string, to: number): boolean {
  return /^ \(\p{Lu}{2,8}\)/u.test(text.slice(to, to + 12))
}

/** Whether a sentence says that somebody says what it quotes. */
export function isSpeech(text: string): boolean {
  return speech.test(text)
}
