import type {Tokens} from './claim-tokens.ts'
import {word} from './claim-words.ts'
import {isYear, type Topic} from './topic.ts'

/** Own cues of one sentence: what its words show, whatever stands around it. */
export function readCues(tokens: Tokens, topic: Topic): Set<string> {
  const cues = new Set<string>()
  const {sentence, lower, bits, shapes, all, words} = tokens
  const {text} = sentence
  const count = words.length
  const has = (bit: number): boolean => (all & bit) !== 0
  const at = (index: number): number => bits[index] ?? 0

  if (count < 9) cues.add('short')
  if (count > 28) cues.add('long')
  if (has(word.first)) cues.add('first-person')
  if (has(word.second)) cues.add('second-person')
  if (has(word.third)) cues.add('he-or-she')
  if (has(word.modal)) cues.add('modal')
  if (has(word.advice)) cues.add('advice')
  if (has(word.usually)) cues.add('usually')
  if (has(word.praise)) cues.add('praise')
  if (has(word.health)) cues.add('health')
  if (has(word.law)) cues.add('law')
  if (has(word.article)) cues.add('article-word')
  if (has(word.vague)) cues.add('vague-size')
  if (has(word.repute)) cues.add('repute')
  if (has(word.event)) cues.add('event')
  if (has(word.study)) cues.add('study-noun')
  if (has(word.authority)) cues.add('authority')
  if (has(word.finding)) cues.add('finding')
  if (has(word.effect)) cues.add('effect')
  if (has(word.operation)) cues.add('operation')
  if (has(word.forecast)) cues.add('forecast')
  if (has(word.house)) cues.add('house-noun')
  if (has(word.rank)) cues.add('rank')
  if (has(word.month)) cues.add('month')
  if (has(word.comment)) cues.add('comment')
  if (/[“"«]/.test(text)) cues.add('quote')
  if (/[:]$/.test(text)) cues.add('colon')
  if (text.endsWith('!')) cues.add('exclaims')
  if (/\?["”’)]?$/.test(text)) cues.add('question')
  if (text.includes('(')) cues.add('bracket')

  let names = 0
  let topics = 0
  let nameRuns = 0
  let past = false
  let year = false
  let figure = false
  let firstName = -1
  let passive = false
  for (let i = 0; i < count; i++) {
    const shape = shapes[i]
    const l = lower[i] ?? ''
    if (shape === 'number') {
      if (isYear(l)) year = true
      else {
        figure = true
        if (at(i + 1) & word.magnitude) cues.add('magnitude')
        if ((at(i + 1) | at(i + 2)) & word.unit) cues.add('unit')
        if (/\d[-–]?(?:x|%|st|nd|rd|th)$/.test(l)) cues.add('ordinal')
      }
      const before = text.charAt((words[i]?.start ?? 0) - 1)
      const after = text.charAt(words[i]?.end ?? 0)
      if ('$€£¥'.includes(before) && before !== '') cues.add('money')
      if (after === '%' || lower[i + 1] === 'percent') cues.add('percent')
      continue
    }
    const b = at(i)
    if (topic.isName(tokens, i)) {
      names++
      if (firstName < 0) firstName = i
      if (!topic.isName(tokens, i - 1)) nameRuns++
      if (topic.isTopic(l)) topics++
    } else if (b & word.past) {
      past = true
      const left = lower[i - 1] ?? ''
      const isAdjective = l.endsWith('ed') && (/^(?:a|an|the|of|and|or|its|their|his|her|your|our|my|more|most|well|highly|very|for|with|to|in|from|by|as|on|that|these|those|no|any|each|every)$/.test(left) || i === 0)
      if (!isAdjective && !(at(i - 1) & (word.be | word.modal))) cues.add('finite-past')
      if (at(i - 1) & word.be || at(i - 2) & word.be) passive = true
    }
    if (b & word.magnitude && !(shapes[i - 1] === 'number')) {
      if (l.endsWith('s') && lower[i + 1] === 'of') cues.add('magnitude-of')
      else cues.add('magnitude')
    }
    if (b & word.number && at(i + 1) & word.unit) cues.add('unit')
    if ((l === 'most' || l === 'least') && lower[i - 1] !== 'at') cues.add('most')
    if (l === 'first' && (lower[i - 1] === 'the' || lower[i - 1]?.endsWith('s'))) cues.add('the-first')
    if (l === 'only' && lower[i - 1] === 'the') cues.add('the-only')
    if (l.endsWith('est') && l.length > 5 && lower[i - 1] === 'the') cues.add('superlative')
    if (/(?:certif|complian|accredit|approved|patent)/.test(l)) cues.add('certified')
    if (l === 'more' && lower[i + 1] === 'than') cues.add('more-than')
    if (l === 'than') cues.add('than')
    if (l === 'because' || l === 'due' || l === 'thus') cues.add('because')
    if (l === 'century' || l === 'decade' || l === 'decades' || l === 'centuries' || l === 'ago') cues.add('century')
  }
  if (year) cues.add('year')
  if (figure) cues.add('figure')
  if (past) cues.add('past')
  if (passive) cues.add('passive')
  if (names === 0) cues.add('no-name')
  if (names === 1) cues.add('one-name')
  if (names >= 2) cues.add('two-names')
  if (names >= 4) cues.add('four-names')
  if (nameRuns >= 3) cues.add('three-runs')
  if (topics > 0) cues.add('topic')
  if (names === 0 && !figure && !year) cues.add('nothing-specific')

  if (/^(?:was|were|had)$/.test(lower.find((x) => x === 'was' || x === 'were' || x === 'had') ?? '')) cues.add('was')
  if (lower.includes('has') || lower.includes('have')) cues.add('has')
  // The subject
  let s = 0
  while (s < count && (at(s) & word.opener)) s++
  if (s > 0) cues.add('opener')
  const l0 = lower[s] ?? ''
  const b0 = at(s)
  if (firstName >= 0 && firstName <= s + 1) cues.add('name-first')
  if (topic.isName(tokens, s) && topic.isTopic(l0)) cues.add('topic-first')
  if (b0 & word.imperative && shapes[s] !== 'lower' && s === 0 && !topic.isName(tokens, 0)) cues.add('imperative')
  if (b0 & word.condition) cues.add('condition')
  if (l0 === 'this' || l0 === 'these' || l0 === 'that' || l0 === 'those') cues.add('this-first')
  if (l0 === 'it' || l0 === 'they' || l0 === 'its' || l0 === 'their') cues.add('it-first')
  if (l0 === 'he' || l0 === 'she' || l0 === 'his' || l0 === 'her') cues.add('he-first')
  if (l0 === 'the') cues.add('the-first-word')
  if (l0 === 'a' || l0 === 'an' || l0 === 'each' || l0 === 'every' || l0 === 'any' || l0 === 'no') cues.add('a-first')
  if (s === 0 && l0.length > 4 && l0.endsWith('s') && !topic.isName(tokens, 0) && !(b0 & (word.third | word.usually)) && l0 !== 'this') cues.add('plural-first')
  const b1 = at(s + 1) | at(s + 2)
  if ((l0 === 'this' || l0 === 'these') && b1 & (word.operation | word.effect)) cues.add('this-does')
  const isHouse = l0 === 'the' && !!(at(s + 1) & word.house)
  const ops = (from: number, to: number): boolean => { for (let k = from; k <= to; k++) if (at(k) & (word.operation | word.effect | word.forecast)) return true; return false }
  if (isHouse && ops(s + 2, s + 4)) cues.add('house-does')
  if (firstName >= 0 && firstName <= s + 2 && ops(firstName + 1, firstName + 4)) cues.add('name-does')
  if (topics > 0) for (let k = 0; k < count; k++) if (topic.isTopic(lower[k] ?? '') && ops(k + 1, k + 3)) cues.add('topic-does')
  if (l0 === 'there') cues.add('there-first')
  if (l0 === 'in' || l0 === 'by' || l0 === 'on' || l0 === 'after' || l0 === 'during' || l0 === 'since') cues.add('in-first')
  if (l0.endsWith('ing')) cues.add('gerund-first')
  if (b0 & word.house || (l0 === 'the' && at(s + 1) & word.house)) cues.add('house-first')
  if (l0 === 'many' || l0 === 'most' || l0 === 'some' || l0 === 'several') cues.add('many-first')
  // be + not past: definitions and states
  if (has(word.be) && !past) cues.add('is')
  if (!past && !has(word.be)) cues.add('present')
  if (past && names > 0) cues.add('past+name')
  if (past && (year || cues.has('month'))) cues.add('past+date')
  if (cues.has('event') && names > 0) cues.add('event+name')
  if (cues.has('finite-past') && names > 0) cues.add('finite-past+name')
  if (figure && names > 0) cues.add('figure+name')
  if (cues.has('operation') && names > 0 && !past) cues.add('operation+name')
  if (cues.has('effect') && cues.has('health')) cues.add('effect+health')
  if (cues.has('effect') && !cues.has('modal') && names === 0) cues.add('effect-plain')
  if (cues.has('authority') && cues.has('finding')) cues.add('authority+finding')
  if (cues.has('study-noun') && cues.has('finding')) cues.add('study+finding')
  if (cues.has('rank') || cues.has('superlative') || cues.has('most')) cues.add('any-rank')
  if (cues.has('first-person') && past) cues.add('first+past')
  if (cues.has('percent') || cues.has('money') || cues.has('magnitude') || cues.has('unit') || cues.has('magnitude-of')) cues.add('any-quantity')
  if (sentence.paragraph.place === 'item') cues.add('item')
  if (/^[^.:]{2,60}:\s/.test(text)) cues.add('label')
  if (sentence.index === 0) cues.add('para-first')
  return cues
}
