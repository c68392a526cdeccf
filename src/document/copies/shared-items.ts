import type {List, ListItem, Paragraph as MdastParagraph, Nodes} from 'mdast'
import type {Document, Paragraph} from '../model.ts'
import {rangeOf} from '../parse/node-range.ts'

/** A list with its paragraphs, those of inner lists among them. */
interface ListParts {
  readonly whole: Set<string>
  /** The first words of each, and the last ones: of an item that was reworded, one of the two is mostly left. */
  readonly ends: Set<string>
  /** Of a form that is filled in again and again. */
  readonly labels: Set<string>
}

interface Place {
  /** The outermost one, and the one that it is an item of. */
  readonly list: List
  readonly inner: List
  /** In an ordered list, or one with check boxes or with code between its items. */
  readonly isStep: boolean
  /** The words with a colon above each of the two lists: “You need:”. */
  readonly leadIn: string | undefined
  readonly innerLeadIn: string | undefined
}

/** Labels that two lists must share to be one form, and the lists that must have each of them: two may be one list, mended. */
const fewestLabels = 2
const fewestForms = 3
const wordsOfEnd = 3

/**
 * Tells items that another list needs as well: a step of two procedures, a field of a form, an item of two lists that
 * have little else in common. The same list twice is a copy.
 */
export function createItemCheck(
  document: Pick<Document, 'text' | 'tree' | 'blocks' | 'paragraphs'>
): (here: Paragraph, there: Paragraph, isReworded: boolean) => boolean {
  let places: ReadonlyMap<MdastParagraph, Place> | undefined
  let lists: ReadonlyMap<List, ListParts> | undefined
  return (here, there, isReworded) => {
    if (here.place !== 'item' || there.place !== 'item') return false
    places ??= findPlaces(document)
    const [a, b] = [places.get(here.node), places.get(there.node)]
    if (!a || !b || a.inner === b.inner) return false
    // Below two items of one list: “Bring a lamp.” on Monday and on Friday.
    const isInside = a.list === b.list
    lists ??= readLists(document.paragraphs, places)
    const [one, other] = [lists.get(isInside ? a.inner : a.list), lists.get(isInside ? b.inner : b.list)]
    if (!one || !other) return false
    const isBrief = isShort(here) && isShort(there)
    const isLine = Math.max(here.wordCount, there.wordCount) <= longestLine
    const areLed = isInside ? areOther(a.innerLeadIn, b.innerLeadIn) : areOther(a.leadIn, b.leadIn)
    // “You will have to bring your own.” and nothing else below two items, or “For the bell:” and “For the lamp:” above them.
    if (isInside && isBrief && (areLed || (one.whole.size === 1 && other.whole.size === 1))) return true
    const [items, others] = isReworded ? [one.ends, other.ends] : [one.whole, other.whole]
    const shared = countShared(items, others)
    const most = Math.max(items.size, others.size)
    const isForm = countShared(one.labels, other.labels) >= fewestLabels
    // Steps of two sections, or below two steps: “2. Add another one.” with its own name and port.
    const isProcedure = a.isStep && b.isStep && (isInside || here.section !== there.section)
    // “many-to-one” and “many-to-many” share a line of two, below two items of one list.
    const isOfBoth = isInside ? isProcedure || isLine : isForm || isProcedure || (areLed && isBrief)
    if (isOfBoth && !isReworded) return shared < most
    // “Bring the key of the shed.” in two lists of things to bring; most of one of them is its own.
    return shared * 2 < most
  }
}

/** Each list is led to by words of its own, so that it says of something else what it has in common with the other one. */
function areOther(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other
}

/** In words, “A keeper of `a` has at most one lamp of `b`.” */
const longestLine = 16
/** A longer item tells something. */
const longestRemark = 30

function isShort({wordCount}: Paragraph): boolean {
  return wordCount <= longestRemark
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const item of small) if (large.has(item)) shared++
  return shared
}

function findPlaces({
  text,
  tree,
  blocks
}: Pick<Document, 'text' | 'tree' | 'blocks'>): ReadonlyMap<MdastParagraph, Place> {
  const shown = new Set<Nodes>(blocks.map(({node}) => node))
  const places = new Map<MdastParagraph, Place>()
  collect(tree.children, undefined)
  return places

  function collect(nodes: readonly Nodes[], around: Place | undefined): void {
    let last: List | undefined
    let above: Nodes | undefined
    let innerLeadIn: string | undefined
    for (const node of nodes) {
      if (node.type === 'list') {
        if (!last || markOf(last, text) !== markOf(node, text)) {
          last = node
          innerLeadIn = leadInOf(above, text)
        }
        const isStep = (around?.isStep || node.ordered || node.children.some(isDone)) === true
        const {list, leadIn} = around ?? {list: last, leadIn: innerLeadIn}
        collect(node.children, {list, inner: last, isStep, leadIn, innerLeadIn})
        continue
      }
      above = node
      if (node.type === 'paragraph' && around) places.set(node, around)
      const isLeaf = node.type === 'paragraph' || node.type === 'heading' || !('children' in node)
      if (!isLeaf) collect(node.children, around)
      // Below a line of the page a list goes on: without that line it would be one list.
      if (!isLeaf || shown.has(node)) last = undefined
    }
  }
}

/** “At dusk:” is a label, and may be the only thing that was changed. */
const wordsOfLeadIn = 5

/** The paragraph right above a list, where it leads on to it. */
function leadInOf(above: Nodes | undefined, text: string): string | undefined {
  if (above?.type !== 'paragraph') return undefined
  const words = text.slice(...rangeOf(above)).trimEnd()
  const isLeadIn = /:[*_]{0,3}$/.test(words) && words.split(/\s+/).length >= wordsOfLeadIn
  return isLeadIn ? words.toLowerCase() : undefined
}

/** `-`, `*`, `+`, or the sign behind the number: lists with other signs are two, whatever stands between them. */
function markOf({ordered, position}: List, text: string): string | undefined {
  const start = position?.start.offset
  if (start === undefined) return undefined
  return ordered ? /[.)]/.exec(text.slice(start, start + 10))?.[0] : text.charAt(start)
}

/** An item with a box to check, or with a command. */
function isDone({checked, children}: ListItem): boolean {
  return checked != null || children.some(({type}) => type === 'code')
}

function readLists(
  paragraphs: readonly Paragraph[],
  places: ReadonlyMap<MdastParagraph, Place>
): ReadonlyMap<List, ListParts> {
  const lists = new Map<List, ListParts>()
  const counts = new Map<string, number>()
  for (const {place, node, words, prose} of paragraphs) {
    const at = place === 'item' ? places.get(node) : undefined
    if (!at) continue
    const keys = words.map(({key}) => key)
    for (const list of new Set([at.list, at.inner])) {
      const parts = lists.get(list) ?? {whole: new Set(), ends: new Set(), labels: new Set()}
      lists.set(list, parts)
      parts.whole.add(keys.join(' '))
      parts.ends.add(`${keys.slice(0, wordsOfEnd).join(' ')} …`).add(`… ${keys.slice(-wordsOfEnd).join(' ')}`)
    }
    const parts = lists.get(at.list) as ListParts
    // “Cause: the pump has run dry.”
    const [label] = /^\p{Lu}[^:.!?]{0,40}:(?=\s|$)/u.exec(prose.value) ?? []
    if (label === undefined || parts.labels.has(label)) continue
    parts.labels.add(label)
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  for (const {labels} of lists.values()) {
    for (const label of labels) if ((counts.get(label) ?? 0) < fewestForms) labels.delete(label)
  }
  return lists
}
