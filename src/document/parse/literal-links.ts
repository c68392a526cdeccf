import type {Link, Nodes, Parents, Text} from 'mdast'
import {rangeOf} from './node-range.ts'

/** A text in which no bare URL is one, of the same length. */
export interface Disguise {
  readonly text: string
  /** Gives the characters of the source for those of a part of `text`. */
  restore(value: string): string
}

const bareUrl = /https?:\/\/|www\./gi

/**
 * A parser that makes links of bare URLs sees no other marks in them. With another letter in it a URL is a word like
 * others, and everything keeps its place. Nothing when there is none.
 */
export function disguiseUrls(text: string): Disguise | undefined {
  if (text.search(bareUrl) < 0) return undefined
  for (const letter of 'qzxjk') {
    const disguised = new RegExp(`h${letter}tps?://|w${letter}w\\.`, 'gi')
    if (disguised.test(text)) continue
    const mayHide = new RegExp(`[hw]${letter}`, 'i')
    return {
      text: text.replace(bareUrl, (url) => withSecond(url, letter)),
      restore: (value) =>
        mayHide.test(value)
          ? value.replace(disguised, (url) => withSecond(url, /^h/i.test(url) ? 't' : 'w'))
          : value
    }
  }
  return undefined
}

/** With another second letter, in upper case where that was. */
function withSecond(url: string, letter: string): string {
  const isUpper = /^.[A-Z]/.test(url)
  return `${url[0]}${isUpper ? letter.toUpperCase() : letter}${url.slice(2)}`
}

/** Puts text in the place of the links that a parser made of bare addresses, in one node with the text around. */
export function unlinkAddresses(parent: Parents, source: string): void {
  if (!hasAddress(parent, source)) return
  const children: Nodes[] = []
  let isOpen = false
  for (const child of parent.children as Nodes[]) {
    const isLink = isAddress(child, source)
    const before = children.at(-1)
    const node: Nodes = isLink ? textOf(child) : child
    if ((isLink || isOpen) && node.type === 'text' && before?.type === 'text') append(before, node)
    else children.push(node)
    isOpen = isLink
  }
  parent.children = children as never[]
}

function hasAddress({children}: Parents, source: string): boolean {
  for (let at = 0; at < children.length; at++) if (isAddress(children[at] as Nodes, source)) return true
  return false
}

/** A link without the marks of one. */
function isAddress(node: Nodes, source: string): node is Link {
  if (node.type !== 'link') return false
  const first = source[rangeOf(node)[0]]
  return first !== '[' && first !== '<'
}

function textOf({children, position}: Link): Text {
  const value = children.map((child) => ('value' in child ? child.value : '')).join('')
  return {type: 'text', value, ...(position ? {position} : {})}
}

function append(before: Text, text: Text): void {
  before.value += text.value
  if (before.position && text.position)
    before.position = {start: before.position.start, end: text.position.end}
}
