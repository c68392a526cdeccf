import type {Page, PartVerdict} from '../model.ts'
import {type Folded, wordAt} from '../statements/folded.ts'
import {findAltered} from './altered.ts'
import {findDenied, findOpposite, type Opposite} from './negations.ts'
import {readPageWords} from './page-words.ts'
import {oneLine, passageAt} from './passage.ts'
import {findAll, findParts, type QuotedPart, readParts} from './quotation-parts.ts'

/**
 * Looks for the words of a quotation on a page. They may be spelled with other marks, accents, ligatures and capitals, be
 * cut by ellipses and changed in brackets. `contradicted` is a passage with nearly all of its words, in order, and others;
 * or with all of them, and a “not” that the quotation lacks or has.
 *
 * @param statement the sentence that quotes
 */
export function judgeQuotation(quotation: string, page: Page, statement = ''): PartVerdict {
  const folded = readPageWords(page)
  const quoted = readParts(quotation)
  const place = findParts(quoted, folded)
  const [only, ...more] = quoted.parts
  const whole = more.length === 0 ? only : undefined
  const opposite =
    whole && (place ? findDenied(whole, folded, quotation, statement) : findOpposite(whole, folded))
  if (opposite === 'same') return {text: quotation, verdict: 'absent'}
  if (opposite) return contradicted(quotation, folded, opposite)
  if (place)
    return {
      text: quotation,
      verdict: 'supported',
      ...spell(folded, wordAt(folded, place[0]), wordAt(folded, place[1] - 1))
    }
  const absent: PartVerdict = {text: quotation, verdict: 'absent'}
  const {parts} = quoted
  const missing = parts.filter((part) => !isThere(part, folded))
  const [first] = parts
  if (missing.length === 0) {
    // All of it stands there, but in another order or far apart.
    const [start] = first ? findAll(folded, first, 1) : []
    return start === undefined || !first
      ? absent
      : {
          ...absent,
          ...spell(folded, wordAt(folded, start), wordAt(folded, start + first.folded.letters.length - 1))
        }
  }
  const found = missing.map((part) => findAltered(part.folded, folded))
  const changed = found.find((one) => one && !one.isSame)
  const [same] = found
  // Where one part is nowhere, nothing says that the page is quoted at all.
  if (!same || found.includes(undefined)) return absent
  if (changed) return contradicted(quotation, folded, changed)
  return {...contradicted(quotation, folded, same), verdict: 'supported'}
}

function contradicted(quotation: string, {text}: Folded, {start, end}: Opposite): PartVerdict {
  return {
    text: quotation,
    verdict: 'contradicted',
    closest: oneLine(text.slice(start, end)),
    passage: passageAt(text, start, end)
  }
}

function isThere(part: QuotedPart, page: Folded): boolean {
  return findAll(page, part, 1).next().value !== undefined
}

/** In characters. */
const longestClosest = 300

function spell(
  {text, from, to}: Folded,
  first: number,
  last: number
): Pick<PartVerdict, 'closest' | 'passage'> {
  const start = from[first] ?? 0
  const end = to[last] ?? start
  const closest = oneLine(text.slice(start, end))
  return {
    ...(closest.length <= longestClosest ? {closest} : {}),
    passage: passageAt(text, start, end)
  }
}
