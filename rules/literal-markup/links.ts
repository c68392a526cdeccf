import type {Prose, Range, Suggestion} from '../../src/rule/index.ts'
import {createVerbatimCheck} from './verbatim.ts'

/** A link that is shown with its brackets and its address. */
export interface LooseLink {
  readonly range: Range
  readonly text: string
  /** A blank stands before the address; else nothing closes it. */
  readonly isApart: boolean
  readonly suggest: readonly Suggestion[]
}

const seam = /\]( ?)\((https?:\/\/[^\s<>{}"'\\]{3,400})/g
/** Remarks in brackets, and what lists of sources have there. */
const remark = /^(?:sic|online|internet|serial|database|web ?page|accessed|available|cited|retrieved)\b/i
const longestText = 160

/** Links with a blank before their address, or without the bracket that closes it. */
export function findLooseLinks(prose: Prose, source: string): LooseLink[] {
  const {value} = prose
  if (!value.includes('(http')) return []
  const isVerbatim = createVerbatimCheck(prose)
  return [...value.matchAll(seam)].flatMap(({0: all, 1: blank = '', 2: address = '', index}): LooseLink[] => {
    const open = value.lastIndexOf('[', index)
    const text = value.slice(open + 1, index)
    if (open < 0 || !isLinkText(text)) return []
    // Escaped brackets are meant.
    const isEscaped = [open, index].some((place) => source[prose.at(place, 1)[0]] === '\\')
    if (isEscaped || isVerbatim(index)) return []
    const length = lengthOf(address)
    const end = index + all.length - address.length + length
    if (blank !== '') {
      // The address ends inside what was read, before its bracket.
      if (length === address.length) return []
      const range = prose.at(open, end + 1 - open)
      const edits = [{range: prose.at(index + 1, 1), text: ''}]
      return [{range, text, isApart: true, suggest: [{title: 'Remove the blank', edits}]}]
    }
    // What another bracket closes, after a title or a blank in the address, some generators read.
    if (length < address.length || !/^(?:\s[^()]*(?:\(|$)|$)/.test(value.slice(end, end + 300))) return []
    const stop = end - (/[.,;:!?]{1,3}$/.exec(address)?.[0].length ?? 0)
    const edits = [{range: prose.at(stop), text: ')'}]
    return [
      {
        range: prose.at(open, end - open),
        text,
        isApart: false,
        suggest: [{title: 'Close the bracket', edits}]
      }
    ]
  })
}

function isLinkText(text: string): boolean {
  return text.length <= longestText && !text.includes(']') && /\p{L}{2}/u.test(text) && !remark.test(text)
}

/** Characters of an address before the bracket that closes it; all of them without one. */
function lengthOf(address: string): number {
  let depth = 0
  for (let at = 0; at < address.length; at++) {
    const character = address[at]
    if (character === '(') depth++
    else if (character === ')' && depth-- === 0) return at
  }
  return address.length
}
