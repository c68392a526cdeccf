import {isCounterLine, isDateLine} from './bylines.ts'
import {shareNames} from './furniture-phrases.ts'
import type {Line} from './lines.ts'

/** What a button does. */
const acts = new Set(
  'share save print email tweet pin follow gift bookmark like reply report copy listen subscribe comment'.split(
    ' '
  )
)
/** What a button is about, and the rest of its label. */
const objects = new Set(
  'this article story post recipe answer question page link improve more add comments cancel facebook x twitter whatsapp linkedin pinterest reddit instagram'.split(
    ' '
  )
)
/** In words. */
const most = 8
const separator = /[\s|·•,/]+/

/** `Save Share Gift this article`, `Improve this answer Follow`: labels of buttons in a row, and no other word. */
export function isButtons(text: string): boolean {
  // Hardly a line begins with a button: the others are not split.
  const first = text.slice(0, Math.max(0, text.search(separator))).toLowerCase()
  if (!acts.has(first) && !objects.has(first)) return false
  const words = text.toLowerCase().split(separator, most + 1)
  if (words.length < 2 || words.length > most || !words.every((word) => acts.has(word) || objects.has(word)))
    return false
  return /^(?:gift|improve|report) this \w{4,8}$/i.test(text) || countActs(words) > 1
}

function countActs(words: readonly string[]): number {
  return words.filter((word, at) => acts.has(word) && words[at - 1] !== 'this' && words[at - 1] !== 'a')
    .length
}

/** Around an advertisement: `Advertisement – scroll to continue`, `SKIP ADVERTISEMENT`. */
const around = new Set(
  'advertisement ad skip scroll to continue continues reading below after end of the this article story'.split(
    ' '
  )
)

export function isAdvertisement(text: string): boolean {
  if (!/advertisement/i.test(text)) return false
  const words = text.toLowerCase().split(/[^a-z]+/, most + 1)
  return (
    words.length <= most &&
    words.includes('advertisement') &&
    words.every((word) => word === '' || around.has(word))
  )
}

/** `X` or `Email`, which is one in a row of others. */
export function isButton(text: string): boolean {
  // A small x is a sign, a box or a name.
  if (text.length >= 20 || text === 'x') return false
  return acts.has(text.toLowerCase()) || shareNames.test(`share | ${text}`)
}

const shopButton = /^(?:book|buy|check|claim|compare|get|order|reserve|see|shop|view|visit)\b[^.,:;!?]{3,}$/i

/** So many with the same words are buttons. */
export const fewestButtons = 3

/** `Check Price on Amazon`: with the same words under each of the things that are sold, it was a button. */
export function isShopButton(text: string): boolean {
  return text.length <= 50 && shopButton.test(text) && text.split(' ').length <= 6
}

const count = /^\d[\d.,]{0,7}\s?[km]?\+?$/i
const counted = /^(?:shares?|views?|likes|comments|retweets)$/i

/** `1.2k` over `VIEWS`: a counter, whose number and name were elements of their own. */
export function findCounts(lines: readonly Line[]): [Line, Line][] {
  return lines.flatMap((line, at): [Line, Line][] => {
    const next = lines[at + 1]
    if (!next || !counted.test(next.text) || !count.test(line.text)) return []
    return line.isLinked || next.isLinked ? [] : [[line, next]]
  })
}

/** `2` and `--` are the numbers of claps and answers, `·` stood between two of them. */
const besideButton = /^(?:\d[\d.,]{0,5}k?|-{1,2}|[–—·|])$/i

/**
 * Labels of buttons on lines below each other, with the numbers beside them: `Follow`, `6 min read`, `--`, `2`, `Listen`, `Share`. Alone each may
 * be a word of the text; two, or one beside a counter, are a row of them.
 */
export function findButtonRows(lines: readonly Line[]): [Line, ...Line[]][] {
  const rows: [Line, ...Line[]][] = []
  for (let from = 0; from < lines.length; from++) {
    if (!isOfRow(lines[from] as Line)) continue
    let to = from + 1
    while (to < lines.length && isOfRow(lines[to] as Line) && areBeside(lines[to - 1], lines[to])) to++
    const run = lines.slice(from, to)
    const buttons = new Set(run.filter(isLabel).map(({text}) => text.toLowerCase()))
    const isCounted = run.some(({text}) => isCounterLine(text))
    if (buttons.size > 1 || (buttons.size > 0 && isCounted))
      for (const line of run) if (isLabel(line) || besideButton.test(line.text)) rows.push([line])
    from = to - 1
  }
  return rows
}

/** One under the other, with neither a heading nor a list between them. */
function areBeside(above: Line | undefined, below: Line | undefined): boolean {
  return above !== undefined && below !== undefined && below.draft - above.draft <= 1
}

function isLabel({text, isLinked}: Line): boolean {
  return !isLinked && /^\p{Lu}/u.test(text) && isButton(text)
}

/** Of short lines only, which most are not. */
function isOfRow(line: Line): boolean {
  const {text, alone, isWrapped, isLinked, block} = line
  if (text.length > 40 || isWrapped || isLinked || (!alone && block.prose.marks.length > 0)) return false
  return isLabel(line) || besideButton.test(text) || isCounterLine(text) || isDateLine(text)
}
