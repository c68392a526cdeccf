import type {Line} from './lines.ts'
import type {TailPiece} from './page-tail.ts'

const field = /^(?:(?:enter|type|add) )?(?:your )?e-?mail(?: address)?(?: here)?\s?[*:….]{0,3}$/i
const submit =
  /^(?:sign(?:[ -]me)?[ -]up|subscribe|submit|join|send|go|count me in|i['’]m in|get (?:updates|it|started))(?: now| today| for free)?[!*»→ ]{0,3}$/i
const ofMail = /\b(?:newsletters?|inbox|e-?mails?|mailing list|subscribe|subscribers|sign up)\b/i
const terms = /\b(?:privacy|spam|unsubscribe|opt out|terms|your data)\b/i
/** In words. */
const longest = 24
const label = 16
const most = {above: 4, below: 3}

/** The box for a newsletter, which lost its frame: a field for an address with its button, the lines that ask for it, the small print. */
export function findForms(lines: readonly Line[]): readonly TailPiece[] {
  const found: TailPiece[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.text.length > 40 || !field.test(line.text)) continue
    const isButton = (index: number): boolean => {
      const other = lines[index]
      return other !== undefined && !other.isLinked && submit.test(other.text)
    }
    const button = [at + 1, at - 1].find(isButton)
    if (button === undefined) continue
    const last = Math.max(at, button)
    let from = Math.min(at, button)
    for (let index = from - 1; index >= at - most.above && isSmall(lines[index]); index--)
      if (ofMail.test((lines[index] as Line).text)) from = index
    // `THE VALLEY LETTER` over all of it.
    const head = lines[from - 1]
    if (isSmall(head) && head?.alone && /^[A-Z][A-Z &’']{5,40}$/.test(head.text)) from--
    let to = last
    for (let index = last + 1; index <= last + most.below && isSmall(lines[index]); index++)
      if (terms.test((lines[index] as Line).text) || submit.test((lines[index] as Line).text)) to = index
    const [first, ...rest] = lines.slice(from, to + 1)
    if (first) found.push([first, ...rest])
    at = to
  }
  return found
}

/** A line that asks for an address, its head or its small print: of a sentence or two, without links. */
function isSmall(line: Line | undefined): boolean {
  if (line === undefined || line.isLinked || line.isWrapped) return false
  const words = line.text.split(' ').length
  return words <= label || (words <= longest && (ofMail.test(line.text) || terms.test(line.text)))
}
